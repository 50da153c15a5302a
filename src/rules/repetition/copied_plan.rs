//! Passages of the plan are copied from what was done.

use crate::document::Document;
use crate::report::{PartId, Severity};
use crate::structure::checks::copied_plan;

use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "E01",
    slug: "plan-copied-from-results",
    title: "下一年安排照搬工作成效",
    category: Category::Repetition,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "下一年度主要安排里，有没有四十字以上、与主要举措和成效逐字相同的句子。",
    why: "安排是还没有做的事；与已经做的事逐字相同，多半是复制后没有改写。",
    example: "成效写“组织网格员轮训，把常见纠纷的调处步骤讲清楚……”，安排里又原样出现。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(part) = document.parts.get(PartId::NextPlan) else {
        return Vec::new();
    };
    let plan = document.own_bodies(part);
    copied_plan(document, &plan)
        .into_iter()
        .map(|copy| {
            Draft::at(
                Severity::Warning,
                document.span(&copy.here),
                "这段安排与工作成效部分逐字相同，像是复制后没有改写。",
            )
            .related(document.span(&copy.there), "成效部分的原文")
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::count;

    const DONE: &str = "组织开展网格员轮训，把常见纠纷的调处步骤讲清楚，让群众就近得到答复，矛盾化解在楼道里、院落里。";

    fn report(done: &str, plan: &str) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{done}\n二、存在的不足和原因\n人手少，原因是编制紧。\n三、2025年主要安排\n{plan}"
        )
    }

    #[test]
    fn a_copied_passage_is_found() {
        assert_eq!(count("plan-copied-from-results", &report(DONE, DONE)), 1);
        assert_eq!(
            count(
                "plan-copied-from-results",
                &report(
                    &format!("学法4次。{DONE}"),
                    &format!("加强培训。{DONE}办好事。")
                )
            ),
            1
        );
        assert_eq!(
            count(
                "plan-copied-from-results",
                &report(
                    &format!("（一）调解。{DONE}"),
                    &format!("（一）调解。{DONE}")
                )
            ),
            1
        );
    }

    #[test]
    fn what_is_written_anew_or_short_is_not() {
        for plan in [
            "继续组织网格员轮训，力争常见纠纷在楼道里、院落里就能化解，让群众少跑路。",
            "深入学习贯彻习近平法治思想。",
            "组织开展网格员轮训。",
            "把常见纠纷的调处步骤讲清楚，让群众就近得到答复。",
            "加强培训。",
        ] {
            let done = format!("深入学习贯彻习近平法治思想。{DONE}");
            assert_eq!(
                count("plan-copied-from-results", &report(&done, plan)),
                0,
                "{plan}"
            );
        }
    }
}
