//! The parts do not stand in the usual order.

use crate::document::Document;
use crate::report::{PartId, PartStatus, Severity};

use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "A04",
    slug: "part-order",
    title: "部分的顺序与通常不同",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "不足写在成效之前，或者下一年安排写在不足之前。第一责任人职责放在最前面是一些地方的通行写法，不提示。",
    why: "《法治政府建设与责任落实督察工作规定》第四章按“成效、不足、履职、安排”列出；没有规定必须照此排列，所以只是提示。",
    example: "“一、下一步工作打算”排在“二、存在的问题”之前。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let first = |id: PartId| {
        let part = document.parts.get(id)?;
        let section = *part.sections.first()?;
        (part.status == PartStatus::Own).then_some((section, id))
    };
    let order = [PartId::Measures, PartId::Problems, PartId::NextPlan];
    let present: Vec<(usize, PartId)> = order.into_iter().filter_map(first).collect();
    present
        .iter()
        .zip(present.iter().skip(1))
        .filter(|(earlier, later)| later.0 < earlier.0)
        .filter_map(|(earlier, later)| {
            let name = |id: PartId| {
                let spec = document.profile.parts.iter().find(|spec| spec.id == id);
                spec.map_or("", |spec| spec.name)
            };
            let heading = document.span(&document.heading(later.0)?);
            let other = document.heading(earlier.0)?;
            Some(
                Draft::at(
                    Severity::Notice,
                    heading,
                    format!(
                        "“{}”写在“{}”之前，与通常的顺序不同。",
                        name(later.1),
                        name(earlier.1)
                    ),
                )
                .related(document.span(&other), document.words(&other)),
            )
        })
        .collect()
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::count;

    fn report(order: [&str; 4]) -> String {
        let body: String = order
            .iter()
            .zip(["一", "二", "三", "四"])
            .map(|(title, n)| format!("{n}、{title}\n全年学法4次，办案3件，调解12件。\n"))
            .collect();
        format!("某镇2024年法治政府建设年度报告\n{body}")
    }

    const PARTS: [&str; 4] = [
        "主要举措和成效",
        "存在的不足和原因",
        "主要负责人履行第一责任人职责情况",
        "2025年主要安排",
    ];

    #[test]
    fn an_unusual_order_is_noticed() {
        let [a, b, c, d] = PARTS;
        for order in [[a, c, d, b], [b, a, c, d], [d, c, b, a]] {
            assert!(count("part-order", &report(order)) > 0, "{order:?}");
        }
    }

    #[test]
    fn the_usual_orders_are_not() {
        let [a, b, c, d] = PARTS;
        for order in [[a, b, c, d], [c, a, b, d], [a, c, b, d], [a, b, d, c]] {
            assert_eq!(count("part-order", &report(order)), 0, "{order:?}");
        }
        let merged = report([a, "存在的问题和下一步打算", c, "其他需要报告的情况"]);
        assert_eq!(count("part-order", &merged), 0);
    }
}
