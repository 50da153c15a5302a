//! The years of title, opening, headings, plan and date do not agree.

use std::ops::Range;

use crate::document::Document;
use crate::report::{Edit, Fix, PartId, Severity};
use crate::structure::wording::Opened;
use crate::structure::years;
use crate::text::{Block, BlockKind, Span, date};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "B01",
    slug: "year-conflict",
    title: "年度前后不一致",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "标题、开头“2024年，……”和“现将……年……报告如下”、各部分标题和第一段、成文日期里的年份，是否与报告年度一致；下一年安排的标题应为报告年度的下一年。",
    why: "沿用上一年的稿子时最容易漏改年份；年度报告报告的是上一年度的情况和下一年度的安排（《法治政府建设与责任落实督察工作规定》第四章）。",
    example: "标题是2023年度，第二部分标题写“2022年存在的不足”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(year) = document.year() else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    let mut conflict = |found: u16, span: Span, place: &str, wanted: u16| {
        if found == wanted {
            return;
        }
        drafts.push(
            Draft::at(
                Severity::Warning,
                span,
                format!(
                    "{place}写的是{found}年，而报告年度是{year}年，这里应为{wanted}年，请核对。"
                ),
            )
            .fix(Some(Fix {
                label: format!("改为{wanted}"),
                sure: false,
                edits: vec![Edit {
                    span,
                    text: wanted.to_string(),
                }],
            })),
        );
    };
    for (mention, place) in [
        (document.found.title_year, "标题"),
        (document.found.opening_year, "开头"),
    ] {
        if let Some(mention) = mention {
            conflict(
                mention.year,
                document.span(&(mention.start..mention.end)),
                place,
                year,
            );
        }
    }
    if let Some((found, range)) = opening(document, year) {
        conflict(found, document.span(&range), "开头", year);
    }
    for (index, opened) in &document.parts.tops {
        let Some(heading) = document.heading(*index) else {
            continue;
        };
        let plan = opened.parts.contains(&PartId::NextPlan);
        let shared = opened.parts.len() > 1;
        for (found, range) in years::named(document.folded(&heading)) {
            let range = heading.start + range.start..heading.start + range.end;
            // A theme may speak of another year: 2023年督察反馈问题的整改.
            if opened.parts.is_empty() {
                continue;
            }
            if plan && shared && (found == year || found == year + 1) {
                continue;
            }
            let wanted = if plan && !shared { year + 1 } else { year };
            let place = if plan {
                "下一年安排的标题"
            } else {
                "这个标题"
            };
            conflict(found, document.span(&range), place, wanted);
        }
    }
    drafts.extend(part_openings(document, year).map(|(found, range)| {
        let message =
            format!("这一部分从“{found}年”写起，而报告年度是{year}年，请看看年份是否漏改。");
        Draft::at(Severity::Notice, document.span(&range), message)
    }));
    drafts.extend(date_conflict(document, year));
    drafts
}

/// The wrong year that the first paragraph begins with.
fn opening(document: &Document<'_>, report_year: u16) -> Option<(u16, Range<usize>)> {
    let found = &document.found;
    let heading = document.outline.nodes.first();
    let end = heading.map_or(found.body_end, |node| node.heading.marker.start);
    let mut blocks = document.layout.blocks.iter();
    let block = blocks
        .find(|block| block.kind == BlockKind::Text && block.folded.start >= found.body_start)
        .filter(|block| block.folded.start < end)?;
    begins_wrong(document, block, report_year)
}

/// The wrong years that the first paragraphs of the parts that look back begin with.
fn part_openings(
    document: &Document<'_>,
    report_year: u16,
) -> impl Iterator<Item = (u16, Range<usize>)> {
    let back = |opened: &Opened| {
        let ahead = [PartId::NextPlan, PartId::Other];
        !opened.parts.is_empty() && !opened.parts.iter().any(|id| ahead.contains(id))
    };
    let tops = document.parts.tops.iter();
    tops.filter(move |(_, opened)| back(opened))
        .filter_map(move |(index, _)| {
            let node = document.outline.nodes.get(*index)?;
            let block = document.layout.blocks.get(node.heading.block + 1)?;
            let inside = block.folded.start < node.range.end;
            inside
                .then(|| begins_wrong(document, block, report_year))
                .flatten()
        })
}

/// Where the report, or a part of it, begins with a wrong year, so that no other rule needs to tell of it; in the order of the text.
pub(super) fn wrong_openings(document: &Document<'_>, report_year: u16) -> Vec<usize> {
    opening(document, report_year)
        .into_iter()
        .chain(part_openings(document, report_year))
        .map(|(_, range)| range.start)
        .collect()
}

/// The year that a paragraph begins with (2023年,某镇…, 2023年是…), where it is not the report year and the paragraph does not go on to name that.
fn begins_wrong(
    document: &Document<'_>,
    block: &Block,
    report_year: u16,
) -> Option<(u16, Range<usize>)> {
    let text = document.layout.folded_of(block);
    let (year, len) = date::year(text)?;
    let rest = text.get(len..)?.strip_prefix('年')?;
    let opens = rest.trim_start_matches('度').starts_with([',', '是']);
    let start = block.folded.start;
    // What 现将2024年……报告如下 says is another matter: the two must agree.
    let announced = document.found.opening_year.map(|mention| mention.start);
    let told = years::named(text)
        .into_iter()
        .any(|(named, range)| named == report_year && announced != Some(start + range.start))
        || ["今年", "本年"].iter().any(|word| text.contains(word));
    let wrong = opens && year != report_year && !told && announced != Some(start);
    wrong.then_some((year, start..start + len))
}

/// A report is dated in the year after the report year, or in its last days.
fn date_conflict(document: &Document<'_>, year: u16) -> Option<Draft> {
    let date = document.found.elements.date.as_ref()?;
    let dated: u16 = date.iso.get(..4)?.parse().ok()?;
    let in_december = date.iso.get(5..7) == Some("12");
    if dated == year + 1 || (dated == year && in_december) {
        return None;
    }
    let message = if dated == year {
        format!(
            "成文日期“{}”在{year}年结束以前，报告不到全年，请核对。",
            date.text
        )
    } else {
        format!("成文日期在{dated}年，而报告年度是{year}年，请核对。")
    };
    Some(Draft::at(Severity::Warning, date.span, message))
}
