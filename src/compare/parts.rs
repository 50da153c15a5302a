//! The parts of two years side by side, and their sections, matched by their titles.

use std::cmp::Ordering;

use serde::{Deserialize, Serialize};

use crate::export::words;
use crate::report::{Part, PartId, PartStatus, Section, Utf16Report};
use crate::text::Utf16Span;
use crate::text::folded::search_form;
use crate::text::marker::is_han;

/// Sections of so many levels are matched, and so many of a report.
const LEVELS: u8 = 2;
const MOST: usize = 300;
/// Titles that have so much in common are taken for the same, of 1 for the same words.
const SAME: f64 = 0.6;

/// A part in both reports.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartLine {
    /// Which one.
    pub part: PartId,
    /// Its name in the rules.
    pub name: String,
    /// In the old report; none where no part was judged.
    pub old: Option<PartCell>,
    /// In the new report.
    pub new: Option<PartCell>,
}

/// A part in one report.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCell {
    /// How it is present.
    pub status: PartStatus,
    /// The same in words.
    pub words: String,
    /// Its characters.
    pub chars: usize,
    /// Where it begins.
    pub span: Option<Utf16Span>,
}

/// A section of one report, and the one of the other that has its title.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionLine {
    /// In the old report.
    pub old: Option<SectionCell>,
    /// In the new report.
    pub new: Option<SectionCell>,
}

/// A section.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SectionCell {
    /// Its mark and title.
    pub heading: String,
    /// 1 is the top.
    pub level: u8,
    /// Its characters.
    pub chars: usize,
    /// Where its heading stands.
    pub span: Utf16Span,
}

impl PartLine {
    /// How much longer or shorter it became, in words: 增加 120, 持平; empty where one of the reports has none.
    #[must_use]
    pub fn grown(&self) -> String {
        let chars = |cell: &Option<PartCell>| cell.as_ref().map_or(0, |cell| cell.chars);
        let (old, new) = (chars(&self.old), chars(&self.new));
        if old == 0 || new == 0 {
            return String::new();
        }
        let by = words::grouped(old.abs_diff(new));
        match old.cmp(&new) {
            Ordering::Less => format!("增加 {by}"),
            Ordering::Equal => "持平".to_owned(),
            Ordering::Greater => format!("减少 {by}"),
        }
    }
}

/// The parts in the order of the rules.
#[must_use]
pub fn parts(old: &Utf16Report, new: &Utf16Report) -> Vec<PartLine> {
    let all = if new.parts.is_empty() {
        &old.parts
    } else {
        &new.parts
    };
    let cell = |report: &Utf16Report, id: PartId| {
        let part: &Part<Utf16Span> = report.parts.iter().find(|part| part.id == id)?;
        Some(PartCell {
            status: part.status,
            words: words::status(part.status, part.required).to_owned(),
            chars: part.chars,
            span: part.evidence.first().copied(),
        })
    };
    let lines = all.iter().map(|part| PartLine {
        part: part.id,
        name: part.name.clone(),
        old: cell(old, part.id),
        new: cell(new, part.id),
    });
    lines.collect()
}

/// The sections of the upper levels: those of the new report in their order, each with the old one of its title, and then the old ones
/// that are gone.
#[must_use]
pub fn sections(old: &Utf16Report, new: &Utf16Report) -> Vec<SectionLine> {
    let (old, new) = (titles(old), titles(new));
    let mut free = vec![true; old.len()];
    let mut matches: Vec<Option<usize>> = vec![None; new.len()];
    // The same words first, so that no like title takes their place.
    for least in [1.0, SAME] {
        for (one, found) in new.iter().zip(&mut matches) {
            if found.is_some() {
                continue;
            }
            let candidates = old
                .iter()
                .zip(&free)
                .enumerate()
                .filter(|(_, (_, free))| **free);
            let likeness = candidates.map(|(index, (other, _))| (one.likeness(other), index));
            // Of equals the first.
            let best = likeness.reduce(|best, next| if next.0 > best.0 { next } else { best });
            if let Some((_, index)) = best.filter(|(likeness, _)| *likeness >= least) {
                *found = Some(index);
                if let Some(free) = free.get_mut(index) {
                    *free = false;
                }
            }
        }
    }
    let cell = |title: &Title<'_>| SectionCell {
        heading: words::heading(title.section),
        level: title.section.level,
        chars: title.section.chars,
        span: title.section.heading,
    };
    let kept = new.iter().zip(matches).map(|(title, found)| SectionLine {
        old: found.and_then(|index| old.get(index)).map(cell),
        new: Some(cell(title)),
    });
    let gone = old.iter().zip(&free).filter(|(_, free)| **free);
    let gone = gone.map(|(title, _)| SectionLine {
        old: Some(cell(title)),
        new: None,
    });
    kept.chain(gone).collect()
}

/// A title, as titles are compared.
struct Title<'r> {
    section: &'r Section<Utf16Span>,
    /// Its letters without numbers: 2024年 and 2025年 are the same.
    letters: Vec<char>,
}

fn titles(report: &Utf16Report) -> Vec<Title<'_>> {
    let upper = report
        .sections
        .iter()
        .filter(|section| section.level <= LEVELS);
    let titles = upper.take(MOST).map(|section| Title {
        section,
        letters: search_form(&section.title)
            .chars()
            .filter(|c| is_han(*c))
            .collect(),
    });
    titles.collect()
}

impl Title<'_> {
    /// How much two titles of one level have in common: twice the pairs of characters that both have by all pairs (Dice).
    fn likeness(&self, other: &Self) -> f64 {
        if self.section.level != other.section.level || self.letters.is_empty() {
            return 0.0;
        }
        if self.letters == other.letters {
            return 1.0;
        }
        let mut left: Vec<&[char]> = other.letters.windows(2).collect();
        let all = left.len() + self.letters.len().saturating_sub(1);
        let same = self.letters.windows(2).filter(|pair| {
            let at = left.iter().position(|other| other == pair);
            at.map(|at| left.swap_remove(at)).is_some()
        });
        2.0 * same.count() as f64 / all.max(1) as f64
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    fn report(text: &str) -> Utf16Report {
        let source = Source::new(text);
        crate::analyse(&source, &Settings::default()).to_utf16(&source)
    }

    const OLD: &str = "青禾镇2023年法治政府建设年度报告\n一、2023年主要举措和成效\n（一）规范行政执法行为\n办案3件，群众满意。\n（二）化解矛盾纠纷\n调解9件，都有结果。\n二、存在的不足和原因\n人手少，原因是编制紧。\n";
    const NEW: &str = "青禾镇2024年法治政府建设年度报告\n一、2024年主要举措和成效\n（一）进一步规范行政执法行为\n办案3件，群众满意，按时归档。\n（二）加强普法宣传\n宣讲9场，听众很多。\n二、存在的不足和原因\n人手少，原因是编制紧。\n三、2025年主要安排\n招聘两人。\n";

    #[test]
    fn parts_say_how_they_were_and_are() {
        let parts = parts(&report(OLD), &report(NEW));
        let plan = parts
            .iter()
            .find(|line| line.part == PartId::NextPlan)
            .unwrap();
        let cell = |cell: &Option<PartCell>| {
            cell.as_ref()
                .map(|cell| (cell.words.clone(), cell.chars > 0))
        };
        assert_eq!(cell(&plan.old), Some(("缺少".to_owned(), false)));
        assert_eq!(cell(&plan.new), Some(("独立成章".to_owned(), true)));
    }

    #[test]
    fn sections_are_matched_by_their_titles() {
        let lines = sections(&report(OLD), &report(NEW));
        let heading =
            |cell: Option<SectionCell>| cell.map_or_else(String::new, |cell| cell.heading);
        let lines = lines
            .into_iter()
            .map(|line| [heading(line.old), heading(line.new)]);
        let lines: Vec<_> = lines.collect();
        assert_eq!(
            lines,
            [
                ["一、2023年主要举措和成效", "一、2024年主要举措和成效"],
                ["（一）规范行政执法行为", "（一）进一步规范行政执法行为"],
                ["", "（二）加强普法宣传"],
                ["二、存在的不足和原因", "二、存在的不足和原因"],
                ["", "三、2025年主要安排"],
                ["（二）化解矛盾纠纷", ""],
            ]
        );
    }
}
