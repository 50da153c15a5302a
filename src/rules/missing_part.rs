//! A required part is missing, only mentioned, or inside another one.

use crate::document::Document;
use crate::profiles::PartSpec;
use crate::report::{Edit, Fix, PartStatus, Severity};
use crate::structure::outline::section_id;
use crate::structure::parts::PartFound;
use crate::text::Span;
use crate::text::marker::Style;

use super::{Draft, Rule};

pub(super) const RULE: Rule = Rule {
    slug: "missing-part",
    title: "缺少必须报告的部分",
    severity: Severity::Error,
    doc: "\
查什么：四个必须报告的部分是否各有标题：主要举措和成效，存在的不足和原因，党政主要负责人履行推进法治建设第一责任人职责情况，下一年度主要安排。
为什么：《法治政府建设与责任落实督察工作规定》第四章（年度报告）列出这四项内容；“其他需要报告的情况”有则写。
例：全文只在第一部分有一句“履行推进法治建设第一责任人职责”，没有单独的标题，报“仅有提及”。",
    any_genre: false,
    check,
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    document
        .profile
        .parts
        .iter()
        .filter(|spec| spec.required)
        .filter_map(|spec| {
            let part = document.parts.get(spec.id)?;
            draft(document, spec, part)
        })
        .collect()
}

fn draft(document: &Document<'_>, spec: &PartSpec, part: &PartFound) -> Option<Draft> {
    let name = spec.name;
    let draft = match part.status {
        PartStatus::Missing => Draft::absent(
            Severity::Error,
            format!("没有找到“{name}”，这是必须报告的内容。"),
        ),
        PartStatus::Mentioned => {
            let place = part.evidence.first()?;
            // The clause itself is no fault: what is absent is the part.
            Draft::absent(
                Severity::Warning,
                format!("“{name}”仅有提及，没有单独的标题和内容。"),
            )
            .related(document.span(place), document.words(place))
        }
        PartStatus::Nested => {
            let place = part.evidence.first()?;
            return Some(
                Draft::at(
                    Severity::Notice,
                    document.span(place),
                    format!("“{name}”写在其他部分里面，没有独立成章。"),
                )
                .basis(spec.basis),
            );
        }
        PartStatus::Own | PartStatus::Merged | PartStatus::CutOff => return None,
    };
    let before = place_before(document, spec);
    Some(
        draft
            .after(before.map(section_id))
            .fix(insertion(document, spec, before))
            .basis(spec.basis),
    )
}

/// The top section after which a part belongs: the last one of a part that the rules put before it.
fn place_before(document: &Document<'_>, spec: &PartSpec) -> Option<usize> {
    document
        .parts
        .found
        .iter()
        .take_while(|part| part.id != spec.id)
        .filter(|part| matches!(part.status, PartStatus::Own | PartStatus::Merged))
        .flat_map(|part| part.sections.iter().copied())
        .max()
}

/// The heading put in its place, and the headings after it numbered on.
fn insertion(document: &Document<'_>, spec: &PartSpec, before: Option<usize>) -> Option<Fix<Span>> {
    let year = document.year()?;
    let title = spec
        .template
        .replace("{year}", &year.to_string())
        .replace("{next}", &(year + 1).to_string());
    let tops: Vec<usize> = document.outline.tops().map(|(index, _)| index).collect();
    let numbered = |index: usize| {
        document
            .outline
            .nodes
            .get(index)
            .is_some_and(|node| node.heading.style == Style::Chinese)
    };
    if tops.is_empty() || !tops.iter().all(|&index| numbered(index)) {
        return None;
    }
    let position = before.map_or(0, |index| {
        tops.iter()
            .position(|&top| top == index)
            .map_or(0, |at| at + 1)
    });
    let number = |n: usize| chinese_number(n).map(|n| format!("{n}、"));
    let heading = format!("{}{title}", number(position + 1)?);
    let mut edits = vec![match before {
        Some(index) => {
            let end = document.span(&document.outline.nodes.get(index)?.range).end;
            Edit {
                span: Span::new(end, end),
                text: format!("\n{heading}\n"),
            }
        }
        None => {
            let start = document.span(&document.heading(*tops.first()?)?).start;
            Edit {
                span: Span::new(start, start),
                text: format!("{heading}\n\n"),
            }
        }
    }];
    for (offset, &index) in tops.iter().enumerate().skip(position) {
        let marker = &document.outline.nodes.get(index)?.heading.marker;
        edits.push(Edit {
            span: document.span(marker),
            text: number(offset + 2)?,
        });
    }
    Some(Fix {
        label: format!("插入标题“{heading}”"),
        sure: false,
        edits,
    })
}

/// 1 to 99 as numbering writes it.
fn chinese_number(n: usize) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let (tens, ones) = (n / 10, n % 10);
    let ones = DIGITS.get(ones)?;
    match tens {
        0 => Some((*ones).to_owned()),
        1 => Some(format!("十{ones}")),
        _ => Some(format!("{}十{ones}", DIGITS.get(tens)?)),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Settings, Severity};
    use crate::rules::testing::{count, findings};
    use crate::text::Source;

    const COMPLETE: &str = "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n全年学法4次，办案3件。\n二、存在的不足和原因\n人手少，主要原因是编制紧。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n书记、镇长主持会议3次。\n四、2025年主要安排\n补充人手，加强培训。";

    fn without(part: &str) -> String {
        let mut lines: Vec<&str> = COMPLETE.lines().collect();
        let at = lines.iter().position(|line| line.contains(part)).unwrap();
        lines.drain(at..at + 2);
        lines.join("\n")
    }

    #[test]
    fn each_part_is_missed() {
        for part in ["主要举措和成效", "存在的不足", "第一责任人", "主要安排"]
        {
            let got = findings("missing-part", &without(part), Settings::default());
            assert_eq!(got.len(), 1, "{part}: {got:?}");
            assert_eq!(got[0].0, Severity::Error);
        }
    }

    #[test]
    fn what_is_there_in_any_form_is_no_error() {
        for text in [
            COMPLETE.to_owned(),
            COMPLETE.replace("二、存在的不足和原因", "二、问题和短板"),
            COMPLETE.replace("四、2025年主要安排", "四、下一步工作打算"),
            COMPLETE.replace("一、主要举措和成效", "一、2024年工作开展情况"),
            COMPLETE.replace("三、党政主要负责人", "三、本单位主要负责人"),
        ] {
            assert_eq!(count("missing-part", &text), 0, "{text}");
        }
    }

    #[test]
    fn an_excerpt_is_not_blamed_for_what_it_does_not_reach() {
        let text = "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n全年学法4次，组织执法人员参加线上线下培训，覆盖全体";
        assert_eq!(count("missing-part", text), 0);
    }

    #[test]
    fn a_clause_is_a_warning_and_the_heading_goes_where_it_belongs() {
        let text = without("第一责任人").replace("办案3件", "书记履行推进法治建设第一责任人职责");
        let source = Source::new(&text);
        let report = crate::analyse(&source, &Settings::default());
        let finding = report
            .findings
            .iter()
            .find(|f| f.rule == "missing-part")
            .unwrap();
        assert_eq!(finding.severity, Severity::Warning);
        assert_eq!(
            finding.related[0].text,
            "书记履行推进法治建设第一责任人职责"
        );
        assert_eq!(finding.after.as_deref(), Some("s2"));
        let fix = finding.fix.as_ref().unwrap();
        let mut fixed = text.clone();
        for edit in fix.edits.iter().rev() {
            fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        assert!(fixed.contains("\n三、2024年党政主要负责人履行推进法治建设第一责任人职责情况\n"));
        assert!(fixed.contains("四、2025年主要安排"));
        assert_eq!(count("missing-part", &fixed), 0);
    }
}
