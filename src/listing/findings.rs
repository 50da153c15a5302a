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
    let mut groups = Vec::new();
    for category in Category::ALL {
        for severity in [Severity::Error, Severity::Warning, Severity::Notice] {
            for (rule, (worst, findings)) in RULES.iter().zip(&mut found) {
                if rule.category == category && *worst == severity && !findings.is_empty() {
                    let findings = std::mem::take(findings);
                    groups.push(OfRule { rule, findings });
                }
            }
        }
    }
    groups
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    #[test]
    fn findings_stand_by_category_and_what_matters_most_comes_first() {
        let text = "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n截止目前，整改率60—70%，拆除违建3000平米。截止年底，好评率120%。";
        let report = crate::analyse(&Source::new(text), &Settings::default());
        let standing: Vec<usize> = (0..report.findings.len()).collect();
        let groups = by_rule(&report, &standing);
        let numbers: Vec<_> = groups
            .iter()
            .filter(|group| group.rule.category == Category::Numbers)
            .map(|group| group.rule.slug)
            .collect();
        assert_eq!(
            numbers,
            ["percent-over-100", "illegal-unit", "range-notation"]
        );
        let last = groups.last().unwrap();
        assert_eq!((last.rule.slug, last.findings.len()), ("deadline-word", 2));
        assert!(last.findings.is_sorted());
        let listed: usize = groups.iter().map(|group| group.findings.len()).sum();
        assert_eq!(listed, standing.len());
        assert!(by_rule(&report, &[]).is_empty());
    }
}
