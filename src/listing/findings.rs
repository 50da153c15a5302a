//! The findings that stand, as the tab 问题 lists them: by category, and in it rule by rule.

use crate::report::{Finding, Report, Severity};
use crate::rules::{Category, RULES, Rule};

/// The findings of one rule.
#[derive(Clone, Debug, PartialEq)]
pub struct OfRule {
    /// The rule.
    pub rule: &'static Rule,
    /// Its findings in the order of the text, by their indices in the report.
    pub findings: Vec<usize>,
}

/// The findings with these indices, rule by rule: the categories in their own order, which never changes while words are typed; in a
/// category what matters most first, and rules that matter alike as the registry has them.
#[must_use]
pub fn by_rule<S>(report: &Report<S>, standing: &[usize]) -> Vec<OfRule> {
    let mut found: Vec<(Severity, Vec<usize>)> = vec![(Severity::Notice, Vec::new()); RULES.len()];
    for &index in standing {
        let Some(finding) = report.findings.get(index) else {
            continue;
        };
        let place = RULES.iter().position(|rule| rule.slug == finding.rule);
        if let Some((worst, findings)) = place.and_then(|place| found.get_mut(place)) {
            *worst = (*worst).min(finding.severity);
            findings.push(index);
        }
    }
    let mut groups: Vec<_> = RULES
        .iter()
        .zip(found)
        .filter(|(_, (_, findings))| !findings.is_empty())
        .collect();
    groups.sort_by_key(|(rule, (worst, _))| (place(rule.category), *worst));
    groups
        .into_iter()
        .map(|(rule, (_, findings))| OfRule { rule, findings })
        .collect()
}

/// Where a category stands among them all.
#[must_use]
pub fn place(category: Category) -> usize {
    category as usize
}

/// Where a finding is shown in the text: its words, or else the first place that it speaks of, or the heading after which something is
/// absent.
#[must_use]
pub fn shown_at<S: Copy>(report: &Report<S>, finding: &Finding<S>) -> Option<S> {
    let after = || {
        let id = finding.after.as_ref()?;
        let section = report.sections.iter().find(|section| section.id == *id)?;
        Some(section.heading)
    };
    let related = || finding.related.first().map(|related| related.span);
    finding.span.or_else(related).or_else(after)
}
