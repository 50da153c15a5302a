//! The years in the title of an outline or a plan are not its years: 法治政府建设实施纲要（2022—2025年）.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::rules::data::documents::{self, DOCUMENTS, Years, years_behind};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::Span;

pub const RULE: Definition = Definition {
    code: "B20",
    slug: "document-years",
    title: "纲要、规划的起止年份不对",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法治政府建设实施纲要、法治中国建设规划、法治社会建设实施纲要等文件名里的起止年份，以及两个年份之间丢了连接号的情况。地方自己的规划不查。",
    why: "文件名应当与正式名称一致：《法治政府建设实施纲要（2021—2025年）》《法治中国建设规划（2020—2025年）》《法治社会建设实施纲要（2020—2025年）》。",
    example: "“《法治政府建设实施纲要（2022—2025年）》”，应为“2021—2025年”。",
    any_genre: false,
    check: Check::Words(|| Box::new(DOCUMENTS.iter().map(|one| one.title)), check),
};

/// Editions from this year on are not known yet.
const UNKNOWN_FROM: u16 = 2026;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let named = DOCUMENTS.get(hit.index)?;
    let years = years_behind(hit.after)?;
    let lost = years.mark.is_empty();
    // A province or a city has plans of its own under the same words.
    let local = hit
        .before
        .ends_with(['省', '市', '县', '区', '州', '旗', '镇']);
    let known = local || named.editions.contains(&years.pair);
    if known && !lost || years.pair.0 >= UNKNOWN_FROM {
        return None;
    }
    let (right, sure) = if known {
        (years.pair, true)
    } else {
        meant(document, named, years.pair)
    };
    let (first, last) = right;
    let start = hit.range.end;
    let span = document.span(&(start + years.range.start..start + years.range.end));
    let message = if known {
        "两个年份之间少了连接号。".to_owned()
    } else {
        format!("《{}》的起止年份是{first}—{last}年，请核对。", named.title)
    };
    Some(Draft::at(Severity::Warning, span, message).fix(Some(Fix {
        label: format!("改为“{first}—{last}”"),
        sure,
        edits: edits(document, start, &years, right),
    })))
}

/// The edition that is meant, and whether no other can be.
fn meant(
    document: &Document<'_>,
    named: &documents::Document,
    pair: (u16, u16),
) -> ((u16, u16), bool) {
    let shares = |edition: &&(u16, u16)| edition.0 == pair.0 || edition.1 == pair.1;
    let mut like = named.editions.iter().filter(shares);
    if let (Some(only), None) = (like.next(), like.next()) {
        return (*only, true);
    }
    let year = document.year().unwrap_or(UNKNOWN_FROM);
    let begun = named.editions.iter().rfind(|edition| edition.0 <= year);
    let meant = begun.or(named.editions.first());
    (meant.copied().unwrap_or(pair), false)
}

/// The years that differ, and the mark between them where it is lost.
fn edits(
    document: &Document<'_>,
    start: usize,
    years: &Years,
    right: (u16, u16),
) -> Vec<Edit<Span>> {
    const DIGITS: usize = 4;
    let edit = |from: usize, to: usize, text: String| Edit {
        span: document.span(&(start + from..start + to)),
        text,
    };
    let (first, last) = right;
    if years.mark.is_empty() {
        return vec![edit(
            years.range.start,
            years.range.end,
            format!("{first}—{last}"),
        )];
    }
    let mut edits = Vec::new();
    if years.pair.0 != first {
        let from = years.range.start;
        edits.push(edit(from, from + DIGITS, first.to_string()));
    }
    if years.pair.1 != last {
        let to = years.range.end;
        edits.push(edit(to - DIGITS, to, last.to_string()));
    }
    edits
}
