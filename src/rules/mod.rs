//! The rules: each is one file with its text for users, its data and its check. This slice is the only list of them.

mod announced_items;
mod arithmetic;
mod copied_plan;
mod doubled_approximation;
mod empty_part;
mod exact_with_approximation;
mod finding;
mod illegal_unit;
mod in_words;
mod masked_number;
mod missing_part;
mod names_count;
mod number_style_mixed;
mod numbering;
mod other_genre;
mod part_larger;
mod part_order;
mod percent_over_100;
mod period_outside_year;
mod range_notation;
mod ratio_mismatch;
mod submission_form;
mod sum_mismatch;
mod two_values;
mod year_conflict;

pub use finding::Draft;

use std::collections::HashMap;

use crate::document::Document;
use crate::report::{Finding, Genre, Severity};
use crate::text::Span;

/// A rule and all that is told of it.
#[derive(Debug)]
pub struct Rule {
    /// Stable name; names the fault.
    pub slug: &'static str,
    /// What a user calls it.
    pub title: &'static str,
    /// The most that its findings matter; a single one may matter less.
    pub severity: Severity,
    /// 查什么、为什么（依据）、例, for users.
    pub doc: &'static str,
    /// Whether it speaks of texts that are no such report.
    pub any_genre: bool,
    /// Finds the faults.
    pub check: fn(&Document<'_>) -> Vec<Draft>,
}

/// All rules, in the order in which findings at one place are shown.
pub const RULES: &[Rule] = &[
    other_genre::RULE,
    missing_part::RULE,
    empty_part::RULE,
    part_order::RULE,
    year_conflict::RULE,
    numbering::RULE,
    copied_plan::RULE,
    period_outside_year::RULE,
    percent_over_100::RULE,
    exact_with_approximation::RULE,
    doubled_approximation::RULE,
    masked_number::RULE,
    illegal_unit::RULE,
    range_notation::RULE,
    number_style_mixed::RULE,
    sum_mismatch::RULE,
    part_larger::RULE,
    ratio_mismatch::RULE,
    names_count::RULE,
    announced_items::RULE,
    two_values::RULE,
    submission_form::RULE,
];

/// The rule of a slug.
#[must_use]
pub fn find(slug: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.slug == slug)
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

/// Runs every rule that suits the text. The findings come in the order of the text; those without a place first.
#[must_use]
pub fn run(document: &Document<'_>) -> Vec<Finding<Span>> {
    let report = document.genre == Genre::AnnualReport;
    let mut findings: Vec<Finding<Span>> = RULES
        .iter()
        .filter(|rule| report || rule.any_genre)
        .flat_map(|rule| {
            (rule.check)(document)
                .into_iter()
                .map(|draft| draft.finish(rule.slug, document))
        })
        .collect();
    findings.sort_by_key(|finding| finding.span.map_or(0, |span| span.start + 1));
    // Two like findings in like words: the later ones are told apart by their order.
    let mut seen: HashMap<String, usize> = HashMap::new();
    for finding in &mut findings {
        let count = seen.entry(finding.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            finding.key = format!("{}-{count}", finding.key);
        }
    }
    findings
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the tests of the rules share.

    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    /// The findings of one rule on a text: severity, the words marked, the message.
    pub fn findings(slug: &str, text: &str, settings: Settings) -> Vec<(Severity, String, String)> {
        let source = Source::new(text);
        crate::analyse(&source, &settings)
            .findings
            .into_iter()
            .filter(|finding| finding.rule == slug)
            .map(|finding| {
                let words = finding.span.map(|span| source.slice(span).to_owned());
                (finding.severity, words.unwrap_or_default(), finding.message)
            })
            .collect()
    }

    /// A text with the sure fixes of a rule applied.
    pub fn fixed(slug: &str, text: &str) -> String {
        let source = Source::new(text);
        let findings = crate::analyse(&source, &Settings::default()).findings;
        let mut text = source.text().to_owned();
        for finding in findings.iter().filter(|f| f.rule == slug).rev() {
            let sure = finding.fix.iter().filter(|fix| fix.sure);
            for edit in sure.flat_map(|fix| fix.edits.iter().rev()) {
                text.replace_range(edit.span.start..edit.span.end, &edit.text);
            }
        }
        text
    }

    /// A small report whose first part holds the words.
    pub fn report(body: &str) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{body}\n二、存在的不足和原因\n人手少。"
        )
    }

    /// How many findings a rule has on a text.
    pub fn count(slug: &str, text: &str) -> usize {
        findings(slug, text, Settings::default()).len()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn slugs_are_unique_and_every_rule_is_told_of() {
        let mut slugs: Vec<&str> = RULES.iter().map(|rule| rule.slug).collect();
        slugs.sort_unstable();
        slugs.dedup();
        assert_eq!(slugs.len(), RULES.len());
        for rule in RULES {
            for heading in ["查什么", "为什么", "例"] {
                assert!(rule.doc.contains(heading), "{}: {heading}", rule.slug);
            }
        }
    }
}
