//! A required part is missing, only mentioned, or inside another one.

use crate::document::Document;
use crate::profiles::PartSpec;
use crate::report::{Edit, Fix, PartStatus, Severity};
use crate::structure::outline::{Node, section_id};
use crate::structure::parts::PartFound;
use crate::text::Span;
use crate::text::marker::is_numeral;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "A02",
    slug: "missing-part",
    title: "缺少必须报告的部分",
    category: Category::Parts,
    severity: Severity::Error,
    certainty: Certainty::Sure,
    what: "四个必须报告的部分是否各有标题：主要举措和成效，存在的不足和原因，党政主要负责人履行推进法治建设第一责任人职责情况，下一年度主要安排。",
    why: "《法治政府建设与责任落实督察工作规定》第四章（年度报告）列出这四项内容；“其他需要报告的情况”有则写。",
    example: "全文只在第一部分有一句“履行推进法治建设第一责任人职责”，没有单独的标题，报“仅有提及”。",
    any_genre: false,
    check: Check::Document(check),
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
                Severity::Error,
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

/// The heading put in its place, written and spaced as its neighbours are, and those after it numbered on where the numbers would collide.
fn insertion(document: &Document<'_>, spec: &PartSpec, before: Option<usize>) -> Option<Fix<Span>> {
    let year = document.year()?;
    let title = spec
        .template
        .replace("{year}", &year.to_string())
        .replace("{next}", &(year + 1).to_string());
    let tops: Vec<&Node> = document.outline.tops().map(|(_, node)| node).collect();
    let previous = before.and_then(|index| document.outline.nodes.get(index));
    let following: Vec<&Node> = tops
        .iter()
        .copied()
        .filter(|top| {
            previous.is_none_or(|node| top.heading.marker.start > node.heading.marker.start)
        })
        .collect();
    let next = following.first().copied();
    let model = next.or(previous)?;
    let mut number = previous.map_or(0, |node| node.heading.number.unwrap_or(0)) + 1;
    let heading = format!(
        "{}{title}",
        renumbered(document.words(&model.heading.marker), number)?
    );
    let gap = gap_before(document, model);
    let edit = match next {
        Some(node) => {
            let start = document
                .span(&(node.heading.marker.start..node.heading.title.end))
                .start;
            Edit {
                span: Span::new(start, start),
                text: format!("{heading}{gap}"),
            }
        }
        None => {
            let end = document.span(&model.range).end;
            Edit {
                span: Span::new(end, end),
                text: format!("{gap}{heading}"),
            }
        }
    };
    let mut edits = vec![edit];
    for node in following {
        match node.heading.number {
            Some(taken) if taken <= number => {
                number += 1;
                let marker = &node.heading.marker;
                edits.push(Edit {
                    span: document.span(marker),
                    text: renumbered(document.words(marker), number)?,
                });
            }
            _ => break,
        }
    }
    Some(Fix {
        label: format!("插入标题“{heading}”"),
        sure: false,
        edits,
    })
}

/// The line feeds and the indent before a heading, to be used again.
fn gap_before(document: &Document<'_>, node: &Node) -> String {
    let above = node
        .heading
        .block
        .checked_sub(1)
        .and_then(|index| document.layout.blocks.get(index));
    let start = document
        .span(&(node.heading.marker.start..node.heading.title.end))
        .start;
    let gap = above.map_or("", |block| {
        document.source.slice(Span::new(block.span.end, start))
    });
    let plain = gap.chars().all(|c| c.is_whitespace() || c == '#');
    if plain && gap.contains('\n') {
        gap.to_owned()
    } else {
        "\n".to_owned()
    }
}

/// A mark with another number, in the digits and brackets that it has; no mark stays none.
fn renumbered(marker: &str, number: u32) -> Option<String> {
    let is_digit = |c: char| c.is_numeric() || is_numeral(c);
    let Some(start) = marker.find(is_digit) else {
        return marker.is_empty().then(String::new);
    };
    let rest = marker.get(start..)?;
    let len = rest.find(|c| !is_digit(c)).unwrap_or(rest.len());
    let written = if rest.starts_with(|c: char| c.is_ascii_digit()) {
        number.to_string()
    } else {
        chinese_number(number)?
    };
    Some(format!(
        "{}{written}{}",
        marker.get(..start)?,
        rest.get(len..)?
    ))
}

/// 1 to 99 as numbering writes it.
fn chinese_number(n: u32) -> Option<String> {
    const DIGITS: [&str; 10] = ["", "一", "二", "三", "四", "五", "六", "七", "八", "九"];
    let digit = |n: u32| DIGITS.get(n as usize).copied();
    let (tens, ones) = (n / 10, digit(n % 10)?);
    match tens {
        0 => Some(ones.to_owned()),
        1 => Some(format!("十{ones}")),
        _ => Some(format!("{}十{ones}", digit(tens)?)),
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Settings, Severity};
    use crate::text::Source;

    const COMPLETE: &str = "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n全年学法4次，办案3件。\n二、存在的不足和原因\n人手少，主要原因是编制紧。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n书记、镇长主持会议3次。\n四、2025年主要安排\n补充人手，加强培训。";

    fn without(part: &str) -> String {
        let mut lines: Vec<&str> = COMPLETE.lines().collect();
        let at = lines.iter().position(|line| line.contains(part)).unwrap();
        lines.drain(at..at + 2);
        lines.join("\n")
    }

    #[test]
    fn a_clause_is_shown_and_the_heading_goes_where_it_belongs() {
        let text = without("第一责任人").replace("办案3件", "书记履行推进法治建设第一责任人职责");
        let source = Source::new(&text);
        let report = crate::analyse(&source, &Settings::default());
        let finding = report
            .findings
            .iter()
            .find(|f| f.rule == "missing-part")
            .unwrap();
        assert_eq!(finding.severity, Severity::Error);
        assert_eq!(
            finding.related[0].text,
            "书记履行推进法治建设第一责任人职责"
        );
        assert_eq!(finding.after.as_deref(), Some("s2"));
        let fixed = applied(&text);
        assert!(fixed.contains(
            "\n三、2024年党政主要负责人履行推进法治建设第一责任人职责情况\n四、2025年主要安排"
        ));
    }

    /// The text with every proposed heading put in.
    fn applied(text: &str) -> String {
        let report = crate::analyse(&Source::new(text), &Settings::default());
        let mut fixed = text.to_owned();
        let fixes = report
            .findings
            .iter()
            .filter_map(|finding| finding.fix.as_ref());
        for edit in fixes.take(1).flat_map(|fix| fix.edits.iter().rev()) {
            fixed.replace_range(edit.span.start..edit.span.end, &edit.text);
        }
        fixed
    }

    #[test]
    fn an_inserted_heading_is_written_as_its_neighbours_are() {
        let spaced = without("第一责任人").replace('\n', "\n\n　　");
        assert!(applied(&spaced).contains(
            "编制紧。\n\n　　三、2024年党政主要负责人履行推进法治建设第一责任人职责情况\n\n　　四、2025年主要安排"
        ));
        let arabic = without("第一责任人")
            .replace("一、", "1.")
            .replace("二、", "2.")
            .replace("四、", "3.");
        assert!(applied(&arabic).contains(
            "\n3.2024年党政主要负责人履行推进法治建设第一责任人职责情况\n4.2025年主要安排"
        ));
        let last = without("主要安排");
        assert!(applied(&last).ends_with("会议3次。\n四、2025年推进法治政府建设的主要安排"));
        let first = without("主要举措和成效")
            .replace("二、", "一、")
            .replace("三、", "二、")
            .replace("四、", "三、");
        assert!(
            applied(&first)
                .contains("\n一、2024年推进法治政府建设的主要举措和成效\n二、存在的不足和原因")
        );
    }
}
