//! A part has a heading and next to nothing below it.

use crate::document::Document;
use crate::report::{PartStatus, Severity};
use crate::text::source::count_chars;

use crate::rules::{Category, Certainty, Check, Draft, Rule};

/// Fewer characters than this say nothing. 无。 is a proper answer under 其他需要报告的情况, which is not looked at.
const FEWEST_CHARS: usize = 8;

pub const RULE: Rule = Rule {
    code: "A03",
    slug: "empty-part",
    title: "部分只有标题",
    category: Category::Parts,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "必须报告的部分，标题下面有没有内容。",
    why: "只有标题等于没有报告这项内容（《法治政府建设与责任落实督察工作规定》第四章）。",
    example: "“二、存在的不足和原因”下面紧接“三、……”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    // A heading that opens two parts is told of once.
    let mut told = Vec::new();
    for spec in document.profile.parts.iter().filter(|spec| spec.required) {
        let Some(part) = document.parts.get(spec.id) else {
            continue;
        };
        if !matches!(part.status, PartStatus::Own | PartStatus::Merged) {
            continue;
        }
        let chars: usize = document
            .bodies(part)
            .map(|body| count_chars(document.folded(&body)))
            .sum();
        if chars >= FEWEST_CHARS {
            continue;
        }
        // An excerpt may end right after a heading.
        let last = document.outline.nodes.len().checked_sub(1);
        if document.parts.cut_off && part.sections.last().copied() == last {
            continue;
        }
        let Some(heading) = part
            .evidence
            .first()
            .filter(|heading| !told.contains(heading))
        else {
            continue;
        };
        told.push(heading);
        let message = match chars {
            0 => format!("“{}”只有标题，下面没有内容。", spec.name),
            _ => format!("“{}”下面只有 {chars} 个字，像是没有写完。", spec.name),
        };
        drafts
            .push(Draft::at(Severity::Warning, document.span(heading), message).basis(spec.basis));
    }
    drafts
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::count;

    const HEAD: &str =
        "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n全年学法4次，办案3件，调解12件。\n";

    #[test]
    fn a_heading_alone_is_found() {
        for rest in [
            "二、存在的不足和原因\n三、2025年主要安排\n补充人手，加强培训，规范执法流程。",
            "二、存在的不足和原因\n无。\n三、2025年主要安排\n补充人手，加强培训，规范执法流程。",
            "二、2025年主要安排",
        ] {
            assert_eq!(count("empty-part", &format!("{HEAD}{rest}")), 1, "{rest}");
        }
    }

    #[test]
    fn a_part_with_words_is_not() {
        for rest in [
            "二、存在的不足和原因\n执法人手偏少，原因是编制紧。",
            "二、存在的不足和原因\n（一）执法人手偏少\n原因是编制紧张。",
            "二、存在的不足和原因\n一是执法人手偏少。二是培训不够。",
            "二、存在的不足和原因。执法人手偏少，原因是编制紧。",
            "二、其他需要报告的情况\n无。",
        ] {
            assert_eq!(count("empty-part", &format!("{HEAD}{rest}")), 0, "{rest}");
        }
    }
}
