//! What the tab shows: a row for each finding, and one for all of a rule where there are many.

use leptos::prelude::*;

use crate::app::state::{Checked, Session};
use crate::app::text as words;
use crate::edit::together;
use crate::export::words as say;
use crate::listing::findings::by_rule;
use crate::report::{Edit, Finding, Fix, Severity, Utf16Report};
use crate::rules::{Category, Rule};
use crate::text::Utf16Span;

/// More findings of one rule than these are folded into one line, so that a damaged paste does not bury the rest.
const FOLDED: usize = 3;
/// So many of an unfolded rule are shown at first, and so many more at each asking.
pub const STEP: usize = 50;
/// Quoted words are cut after so many characters.
const QUOTE: usize = 60;
/// What the ignored findings are called among the things that can be unfolded.
pub const IGNORED: &str = "ignored";

/// What the tab shows.
pub struct Shown {
    /// How many findings stand: all of them, errors, warnings, notices.
    pub counts: [usize; 4],
    pub filter: Option<Severity>,
    /// How many sure fixes the findings shown have that go together.
    pub sure: usize,
    /// The categories that have findings, each with their number and its rows.
    pub groups: Vec<(Category, usize, Vec<Row>)>,
    /// How many findings are ignored.
    pub ignored: usize,
    /// The rows of those; none while they are folded.
    pub ignored_rows: Vec<Row>,
}

/// A row of the list.
pub struct Row {
    /// The key of its finding, or the slug of its rule.
    pub key: String,
    pub severity: Severity,
    pub item: Item,
    /// The lines of the places that it names. They change with every line that is typed above them, and all else stays.
    pub lines: Vec<String>,
}

/// What a row shows. It holds no positions, so that typing in a line leaves the others as they are.
#[derive(PartialEq)]
pub enum Item {
    /// Many findings of a rule in one line.
    Fold {
        name: String,
        open: bool,
        sure: usize,
    },
    /// A finding.
    Card(Box<Card>),
    /// So many more are left.
    More(usize),
    /// A finding that is ignored.
    Ignored(String),
}

#[derive(PartialEq)]
pub struct Card {
    pub message: String,
    /// The words it is about, where it is about some, and those of other places.
    pub quotes: Vec<String>,
    /// Whether the first of them are its own.
    pub placed: bool,
    pub change: Option<Change>,
    pub basis: Option<String>,
    pub rule: &'static Rule,
}

#[derive(PartialEq)]
pub struct Change {
    pub label: String,
    /// Old and new words of the first edit.
    pub old: String,
    pub new: String,
    /// How many edits there are.
    pub count: usize,
}

/// What is to be shown now.
pub fn shown(session: Session) -> Shown {
    let listed = session.listed.read();
    let mut shown = Shown {
        counts: [0; 4],
        filter: listed.only,
        sure: 0,
        groups: Vec::new(),
        ignored: 0,
        ignored_rows: Vec::new(),
    };
    let Some(checked) = session.report.get() else {
        return shown;
    };
    let report = &checked.report;
    let standing = session.standing.read();
    let of = |severity| session.count(&checked, severity);
    shown.counts = [
        standing.len(),
        of(Severity::Error),
        of(Severity::Warning),
        of(Severity::Notice),
    ];
    let seen = seen(session, report);
    shown.sure = sure(report, &seen).1;
    let open = |what: &str| listed.unfolded.get(what).copied().unwrap_or_default();
    for group in by_rule(report, &seen) {
        let rule = group.rule;
        let count = group.findings.len();
        if shown.groups.last().map(|(of, ..)| *of) != Some(rule.category) {
            shown.groups.push((rule.category, 0, Vec::new()));
        }
        let Some((_, all, rows)) = shown.groups.last_mut() else {
            continue;
        };
        *all += count;
        let mut limit = count;
        if count > FOLDED {
            limit = open(rule.slug);
            rows.push(Row {
                key: rule.slug.to_owned(),
                severity: worst(report, &group.findings),
                item: Item::Fold {
                    name: words::fold(rule.title, count),
                    open: limit > 0,
                    sure: sure(report, &group.findings).1,
                },
                lines: Vec::new(),
            });
        }
        let found = group.findings.iter().take(limit);
        rows.extend(
            found.filter_map(|&index| Some(card(&checked, report.findings.get(index)?, rule))),
        );
        rows.extend(more(rule.slug, count, limit));
    }
    let ignored = session.ignored.read();
    let findings = report.findings.iter();
    let ignored = findings.filter(|finding| ignored.has(&finding.key));
    shown.ignored = ignored.clone().count();
    let limit = open(IGNORED);
    shown.ignored_rows = ignored
        .take(limit)
        .map(|finding| Row {
            key: finding.key.clone(),
            severity: finding.severity,
            item: Item::Ignored(finding.message.clone()),
            lines: finding
                .span
                .map(|span| line(&checked, span))
                .into_iter()
                .collect(),
        })
        .collect();
    shown
        .ignored_rows
        .extend(more(IGNORED, shown.ignored, limit));
    shown
}

/// The findings that the filter lets through, by their indices.
pub fn seen(session: Session, report: &Utf16Report) -> Vec<usize> {
    let filter = session.listed.read_untracked().only;
    let standing = session.standing.read_untracked();
    let lets = |index: &usize| {
        let finding = report.findings.get(*index);
        finding.is_some_and(|finding| filter.is_none_or(|only| finding.severity == only))
    };
    standing.iter().copied().filter(lets).collect()
}

/// The edits of each sure fix of findings, and how many of the fixes go together.
pub fn sure(report: &Utf16Report, findings: &[usize]) -> (Vec<Vec<Edit<Utf16Span>>>, usize) {
    let fixes = findings
        .iter()
        .filter_map(|&index| report.findings.get(index)?.fix.as_ref());
    let fixes: Vec<_> = fixes
        .filter(|fix| fix.sure)
        .map(|fix| fix.edits.clone())
        .collect();
    let count = together(&fixes).1;
    (fixes, count)
}

fn worst(report: &Utf16Report, findings: &[usize]) -> Severity {
    let findings = findings
        .iter()
        .filter_map(|&index| report.findings.get(index));
    findings
        .map(|finding| finding.severity)
        .min()
        .unwrap_or(Severity::Notice)
}

fn more(what: &str, count: usize, limit: usize) -> Option<Row> {
    (limit > 0 && limit < count).then(|| Row {
        key: format!("{what}+"),
        severity: Severity::Notice,
        item: Item::More((count - limit).min(STEP)),
        lines: Vec::new(),
    })
}

fn line(checked: &Checked, span: Utf16Span) -> String {
    words::line(checked.line(span))
}

fn card(checked: &Checked, finding: &Finding<Utf16Span>, rule: &'static Rule) -> Row {
    let related = finding.related.iter().map(|related| related.span);
    let places = finding.span.into_iter().chain(related);
    let own = finding.span.iter().map(|_| "");
    let heads = own.chain(std::iter::repeat(words::SEE_ALSO));
    Row {
        key: finding.key.clone(),
        severity: finding.severity,
        lines: places
            .clone()
            .zip(heads)
            .map(|(span, head)| format!("{head}{}", line(checked, span)))
            .collect(),
        item: Item::Card(Box::new(Card {
            message: finding.message.clone(),
            quotes: places.map(|span| checked.quote(span, QUOTE)).collect(),
            placed: finding.span.is_some(),
            change: finding
                .fix
                .as_ref()
                .and_then(|fix| change(checked, finding, fix)),
            basis: finding.basis.clone(),
            rule,
        })),
    }
}

fn change(checked: &Checked, finding: &Finding<Utf16Span>, fix: &Fix<Utf16Span>) -> Option<Change> {
    let first = fix.edits.first()?;
    let Utf16Span { start, end } = first.span;
    let own = finding
        .span
        .filter(|own| own.start <= start && end <= own.end);
    // What is only put in is shown among the words that it is put into.
    let (old, new) = match own.filter(|_| start == end) {
        Some(own) => {
            let words = |start, end| checked.quote(Utf16Span { start, end }, QUOTE);
            let (head, tail) = (words(own.start, start), words(end, own.end));
            (
                format!("{head}{tail}"),
                format!("{head}{}{tail}", first.text),
            )
        }
        None => (
            checked.quote(first.span, QUOTE),
            first.text.trim().to_owned(),
        ),
    };
    Some(Change {
        label: fix.label.clone(),
        old,
        new: say::clipped(&new, QUOTE),
        count: fix.edits.len(),
    })
}
