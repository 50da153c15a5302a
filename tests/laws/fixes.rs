//! What sure fixes do: each removes its finding and brings no other, alone and with all that can be applied together.

use std::collections::{HashMap, HashSet};

use fazhi_check::report::{Edit, Finding, Fix, Report, Settings};
use fazhi_check::rules::Category;
use fazhi_check::text::{Source, Span};

/// The fix of a finding, if it can be applied without looking.
fn sure_fix(finding: &Finding<Span>) -> Option<&Fix<Span>> {
    finding.fix.as_ref().filter(|fix| fix.sure)
}

/// The findings whose sure fixes can be applied together: of those that meet, the first.
fn together(report: &Report<Span>) -> Vec<&Finding<Span>> {
    let meet = |a: Span, b: Span| a.start == b.start || a.overlaps(b);
    let mut taken: Vec<Span> = Vec::new();
    let mut chosen = Vec::new();
    for finding in &report.findings {
        let Some(fix) = sure_fix(finding) else {
            continue;
        };
        let free = |edit: &Edit<Span>| !taken.iter().any(|&span| meet(edit.span, span));
        if fix.edits.iter().all(free) {
            taken.extend(fix.edits.iter().map(|edit| edit.span));
            chosen.push(finding);
        }
    }
    chosen
}

/// The text with the fixes of the findings applied, and where the new words stand in it.
fn mended(source: &Source, findings: &[&Finding<Span>]) -> (String, Vec<Span>) {
    let fixes = findings.iter().filter_map(|finding| sure_fix(finding));
    let mut edits: Vec<&Edit<Span>> = fixes.flat_map(|fix| &fix.edits).collect();
    edits.sort_by_key(|edit| edit.span.start);
    let (mut text, mut places, mut from) = (String::new(), Vec::new(), 0);
    for edit in edits {
        text.push_str(&source.text()[from..edit.span.start]);
        places.push(Span::new(text.len(), text.len() + edit.text.len()));
        text.push_str(&edit.text);
        from = edit.span.end;
    }
    text.push_str(&source.text()[from..]);
    (text, places)
}

/// How many findings each rule has.
fn counts<'a>(findings: impl IntoIterator<Item = &'a Finding<Span>>) -> HashMap<&'a str, usize> {
    let mut counts = HashMap::new();
    for finding in findings {
        *counts.entry(finding.rule.as_str()).or_default() += 1;
    }
    counts
}

/// A finding as the message of a failure names it: rule, line, words and what stands around them, fix.
pub fn told(source: &Source, finding: &Finding<Span>) -> String {
    let place = finding.span.map_or("without a place".to_owned(), |span| {
        let text = source.text();
        let from = text.floor_char_boundary(span.start.saturating_sub(30));
        let to = text.ceil_char_boundary((span.end + 30).min(text.len()));
        format!(
            "line {}: {:?} in {:?}",
            source.line(span),
            source.slice(span),
            &text[from..to]
        )
    });
    let fix = finding.fix.as_ref().map_or("", |fix| fix.label.as_str());
    format!("  {} {place} {fix}", finding.rule)
}

/// Whether a fix may change what the other rules see of the report: in a text put together at random, a mended mark may make a heading of a line.
#[derive(Clone, Copy)]
pub struct Strict(pub bool);

/// What decides how the rules see a report: its headings, its year, whether it is such a report.
fn reading(report: &Report<Span>) -> impl PartialEq + use<> {
    let headings: Vec<(u8, String)> = report
        .sections
        .iter()
        .map(|section| (section.level, section.title.clone()))
        .collect();
    (headings, report.elements.report_year, report.genre)
}

/// What is wrong after the fixes of these findings, told for each rule: its findings are not fewer by as many as were mended, or it has new ones.
/// Only a mended year or name may bring to light that it is not the right one: 二O二三年 is no year, 二〇二三年 may be the wrong year.
fn wrong_after(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    applied: &[&Finding<Span>],
    strict: Strict,
) -> Vec<String> {
    let (text, places) = mended(source, applied);
    let source_after = Source::new(&text);
    let after = fazhi_check::analyse(&source_after, settings);
    let other_reading = !strict.0 && reading(&after) != reading(report);
    let after = after.findings;
    let brought_to_light = |finding: &Finding<Span>| {
        let mended = applied.iter().any(|applied| applied.rule == finding.rule);
        if other_reading && !mended {
            return true;
        }
        let reads = |span: Span| {
            let mended = |&place: &Span| place.overlaps(span) || span.contains(place);
            places.iter().any(mended)
        };
        let category = fazhi_check::rules::find(&finding.rule).map(|rule| rule.category);
        matches!(category, Some(Category::Years | Category::Dated))
            && !mended
            && finding.span.is_some_and(reads)
    };
    let mut allowed = counts(&report.findings);
    for finding in applied {
        *allowed.entry(finding.rule.as_str()).or_default() -= 1;
    }
    let mut wrong = Vec::new();
    for (rule, count) in counts(after.iter().filter(|finding| !brought_to_light(finding))) {
        let allowed = allowed.get(rule).copied().unwrap_or_default();
        if count <= allowed {
            continue;
        }
        wrong.push(format!(
            "{rule}: {count} findings after the fixes, at most {allowed} may be left"
        ));
        let old: HashSet<&str> = report.findings.iter().map(|f| f.key.as_str()).collect();
        let of_rule = after.iter().filter(|f| f.rule == rule);
        wrong.extend(
            of_rule
                .filter(|finding| !old.contains(finding.key.as_str()))
                .map(|finding| told(&source_after, finding)),
        );
    }
    wrong
}

/// What is wrong after all sure fixes of a report; where one fix alone is enough for it, that one is named.
pub fn broken_fixes(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    strict: Strict,
) -> Vec<String> {
    let applied = together(report);
    if applied.is_empty() {
        return Vec::new();
    }
    let mut wrong = wrong_after(source, report, settings, &applied, strict);
    if !wrong.is_empty() {
        let alone = broken_alone(source, report, settings, strict);
        if alone.is_empty() {
            wrong.push("no fix does it alone; applied were".to_owned());
            wrong.extend(applied.iter().map(|finding| told(source, finding)));
        } else {
            wrong = alone;
        }
    }
    wrong
}

/// What is wrong after each sure fix alone.
pub fn broken_alone(
    source: &Source,
    report: &Report<Span>,
    settings: &Settings,
    strict: Strict,
) -> Vec<String> {
    let mut told_of = Vec::new();
    for finding in report.findings.iter().filter(|f| sure_fix(f).is_some()) {
        let wrong = wrong_after(source, report, settings, &[finding], strict);
        if !wrong.is_empty() {
            told_of.push(format!("the fix of {}", told(source, finding).trim()));
            told_of.extend(wrong);
        }
    }
    // A few are enough to see what is wrong.
    told_of.truncate(12);
    told_of
}
