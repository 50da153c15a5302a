//! Profile + outline -> how each required part is present.

use std::ops::Range;

use crate::profiles::Profile;
use crate::report::{PartId, PartStatus};
use crate::text::Layout;
use crate::text::layout::BlockKind;
use crate::text::marker::Style;

use super::elements::Found;
use super::outline::Outline;
use super::wording;

/// A part as found. Ranges are bytes of the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct PartFound {
    /// Which one.
    pub id: PartId,
    /// How it is present.
    pub status: PartStatus,
    /// Indices of the sections that hold it.
    pub sections: Vec<usize>,
    /// The headings, or the clauses where it is only mentioned.
    pub evidence: Vec<Range<usize>>,
}

impl PartFound {
    /// Whether a heading opens it, wherever that stands.
    #[must_use]
    pub fn has_heading(&self) -> bool {
        matches!(
            self.status,
            PartStatus::Own | PartStatus::Merged | PartStatus::Nested
        )
    }
}

/// All parts, and what the top headings open.
#[derive(Clone, Debug, Default)]
pub struct Parts {
    /// In the order of the rules.
    pub found: Vec<PartFound>,
    /// What each top heading opens, by the index of its section.
    pub tops: Vec<(usize, wording::Opened)>,
    /// Whether the text stops in mid-sentence before parts that may follow.
    pub cut_off: bool,
}

impl Parts {
    /// One part.
    #[must_use]
    pub fn get(&self, id: PartId) -> Option<&PartFound> {
        self.found.iter().find(|part| part.id == id)
    }

    /// What a top section opens.
    #[must_use]
    pub fn opened_by(&self, top: usize) -> &[PartId] {
        self.tops
            .binary_search_by_key(&top, |(index, _)| *index)
            .ok()
            .and_then(|at| self.tops.get(at))
            .map(|(_, opened)| opened.parts.as_slice())
            .unwrap_or_default()
    }
}

/// No more clauses than this are shown for a part that has no heading.
const MOST_MENTIONS: usize = 3;

/// Finds the parts of a text.
#[must_use]
pub fn find(profile: &Profile, layout: &Layout, outline: &Outline, elements: &Found) -> Parts {
    let year = elements.elements.report_year;
    let tops: Vec<(usize, wording::Opened)> = outline
        .tops()
        .map(|(index, node)| (index, wording::opened_by(outline.title(layout, node), year)))
        .collect();
    let stops = stops_midway(layout, elements);
    // An excerpt may still have had the parts that come after the one it stops in.
    let last = tops
        .last()
        .and_then(|(_, opened)| opened.parts.last().copied());
    let last = last.unwrap_or(PartId::Measures);
    let found: Vec<PartFound> = profile
        .parts
        .iter()
        .map(|spec| {
            let id = spec.id;
            at_the_top(id, &tops, outline)
                .or_else(|| nested(id, layout, outline))
                .or_else(|| mentioned(id, layout, outline, elements))
                .unwrap_or(PartFound {
                    id,
                    status: if stops && spec.required && id > last {
                        PartStatus::CutOff
                    } else {
                        PartStatus::Missing
                    },
                    sections: Vec::new(),
                    evidence: Vec::new(),
                })
        })
        .collect();
    let cut_off = stops && found.iter().any(|part| part.status == PartStatus::CutOff);
    Parts {
        found,
        tops,
        cut_off,
    }
}

fn with_headings(
    id: PartId,
    status: PartStatus,
    sections: Vec<usize>,
    outline: &Outline,
) -> Option<PartFound> {
    let evidence: Vec<_> = sections
        .iter()
        .filter_map(|&index| outline.heading(index))
        .collect();
    (!sections.is_empty()).then_some(PartFound {
        id,
        status,
        sections,
        evidence,
    })
}

/// A part that top headings open.
fn at_the_top(
    id: PartId,
    tops: &[(usize, wording::Opened)],
    outline: &Outline,
) -> Option<PartFound> {
    let opening: Vec<&(usize, wording::Opened)> = tops
        .iter()
        .filter(|(_, opened)| opened.parts.contains(&id))
        .collect();
    let alone = opening
        .iter()
        .any(|(_, opened)| opened.parts.len() == 1 && !opened.shared);
    let mut sections: Vec<usize> = opening.iter().map(|&&(index, _)| index).collect();
    let mut status = if alone {
        PartStatus::Own
    } else {
        PartStatus::Merged
    };
    if id == PartId::Measures {
        // A report by theme: the top headings that open nothing else are its measures, but not what follows problems or plan.
        let ends = |parts: &[PartId]| {
            parts.contains(&PartId::Problems) || parts.contains(&PartId::NextPlan)
        };
        let themes = tops
            .iter()
            .take_while(|(_, opened)| !ends(&opened.parts))
            .filter(|(_, opened)| opened.parts.is_empty())
            .map(|&(index, _)| index);
        let before = sections.len();
        sections.extend(themes);
        crate::sort::by_key(&mut sections, |&section| section as u64);
        if sections.len() > before && before == 0 {
            status = PartStatus::Own;
        }
    }
    with_headings(id, status, sections, outline)
}

/// A part that a heading inside another part opens.
fn nested(id: PartId, layout: &Layout, outline: &Outline) -> Option<PartFound> {
    let mut sections: Vec<usize> = Vec::new();
    let mut end = 0;
    for (index, node) in outline.nodes.iter().enumerate() {
        let title = outline.title(layout, node);
        // A whole sentence after 一是 is a clause, no heading; a heading below one already taken belongs to it.
        let sentence = node.heading.style == Style::Enumerator && title.contains(',');
        let below = node.heading.marker.start < end;
        if node.level > 1 && !sentence && !below && wording::opens_nested(id, title) {
            sections.push(index);
            end = node.range.end;
        }
    }
    with_headings(id, PartStatus::Nested, sections, outline)
}

/// A part that has no heading, but clauses that speak of it clearly.
fn mentioned(
    id: PartId,
    layout: &Layout,
    outline: &Outline,
    elements: &Found,
) -> Option<PartFound> {
    let mut evidence = Vec::new();
    for block in &layout.blocks {
        let inside = block.kind == BlockKind::Text
            && block.folded.start >= elements.body_start
            && block.folded.start < elements.body_end;
        if !inside {
            continue;
        }
        let text = layout.folded_of(block);
        let mut past = 0;
        for (start, end) in wording::mentions(id, text) {
            if start < past
                || inside_book_title(text, start)
                || names_another_year(text, start, elements)
            {
                continue;
            }
            let clause = clause_around(text, start, end);
            past = clause.end;
            if !wording::speaks_of(id, text.get(clause.clone()).unwrap_or_default()) {
                continue;
            }
            evidence.push(block.folded.start + clause.start..block.folded.start + clause.end);
            if evidence.len() == MOST_MENTIONS {
                break;
            }
        }
        if evidence.len() == MOST_MENTIONS {
            break;
        }
    }
    let bare = id == PartId::Measures && outline.nodes.is_empty();
    if bare {
        // Prose without any heading: all of it tells what was done.
        let first = layout
            .blocks
            .iter()
            .find(|b| b.kind == BlockKind::Text && b.folded.start >= elements.body_start)?;
        evidence.push(first.folded.clone());
    }
    (!evidence.is_empty()).then_some(PartFound {
        id,
        status: PartStatus::Mentioned,
        sections: Vec::new(),
        evidence,
    })
}

/// The name of a document is no clause on what somebody did.
fn inside_book_title(text: &str, at: usize) -> bool {
    const NEAR: usize = 270;
    let from = text.floor_char_boundary(at.saturating_sub(NEAR));
    let to = text.floor_char_boundary((at + NEAR).min(text.len()));
    let before = text.get(from..at).unwrap_or_default();
    let after = text.get(at..to).unwrap_or_default();
    let opened = before
        .rfind('《')
        .is_some_and(|open| before.rfind('》').is_none_or(|close| close < open));
    opened
        && after
            .find('》')
            .is_some_and(|close| after.find('《').is_none_or(|open| close < open))
}

/// A clause on a year that is not the one after the report year is no plan.
fn names_another_year(text: &str, at: usize, elements: &Found) -> bool {
    let year = text
        .get(at..at + 4)
        .and_then(|digits| digits.parse::<u16>().ok());
    match (year, elements.elements.report_year) {
        (Some(year), Some(report_year)) => year != report_year + 1,
        (Some(_), None) => true,
        (None, _) => false,
    }
}

/// The clause around a match, from mark to mark.
fn clause_around(text: &str, start: usize, end: usize) -> Range<usize> {
    let marks = [',', '。', ';', ':', '!', '?'];
    let before = text.get(..start).unwrap_or_default();
    let from = before
        .rfind(marks)
        .and_then(|at| Some(at + before.get(at..)?.chars().next()?.len_utf8()))
        .unwrap_or(0);
    let after = text.get(end..).unwrap_or_default();
    let to = end + after.find(marks).unwrap_or(after.len());
    from..to
}

/// Whether the last paragraph stops in mid-sentence: the text is an excerpt.
fn stops_midway(layout: &Layout, elements: &Found) -> bool {
    if elements.elements.signature.is_some()
        || elements.elements.date.is_some() && elements.body_end < layout.folded.len()
    {
        return false;
    }
    let last = layout
        .blocks
        .iter()
        .rev()
        .find(|block| block.kind == BlockKind::Text && block.folded.start < elements.body_end);
    let Some(last) = last else { return false };
    let text = layout.folded_of(last);
    let ended = text
        .chars()
        .next_back()
        .is_none_or(|c| "。;:!?”)》】』」〕".contains(c));
    let dots = text.ends_with("……") || text.ends_with("...");
    let prose = text.chars().count() >= 20 && text.contains(['。', ',', ';', '、']);
    text.ends_with([',', '、']) || prose && (!ended || dots)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::profiles::ANNUAL_REPORT;
    use crate::report::Settings;
    use crate::structure::elements;
    use crate::text::Source;
    use PartStatus::{CutOff, Mentioned, Merged, Missing, Nested, Own};

    fn statuses(text: &str) -> Vec<PartStatus> {
        let source = Source::new(text);
        let layout = Layout::new(&source);
        let outline = Outline::new(&layout);
        let elements = elements::read(&source, &layout, &outline, &Settings::default());
        find(&ANNUAL_REPORT, &layout, &outline, &elements)
            .found
            .iter()
            .map(|part| part.status)
            .collect()
    }

    #[test]
    fn parts_are_found_by_meaning_in_any_order() {
        assert_eq!(
            statuses(
                "一、党政主要负责人履行推进法治建设第一责任人职责情况\n主持会议4次。\n二、2024年主要工作成效\n办案3件。\n三、存在问题及下一步打算\n人手少。"
            ),
            [Own, Merged, Own, Merged, Missing]
        );
    }

    #[test]
    fn nested_mentioned_and_missing_are_told_apart() {
        assert_eq!(
            statuses(
                "一、主要举措和成效\n（一）履行第一责任人职责\n镇长抓落实。\n（二）执法\n办案3件。\n二、其他需要报告的情况\n无。"
            ),
            [Own, Missing, Nested, Missing, Own]
        );
        assert_eq!(
            statuses(
                "一、主要举措和成效\n镇长履行推进法治建设第一责任人职责，办案3件。\n二、存在的不足\n人手少。\n下一步，我镇将加强培训，提升执法水平。"
            ),
            [Own, Own, Mentioned, Mentioned, Missing]
        );
        assert_eq!(
            statuses(
                "一、主要举措和成效\n学习《党政主要负责人履行推进法治建设第一责任人职责规定》2次。"
            )[2],
            Missing
        );
    }

    #[test]
    fn another_duty_or_a_fault_found_elsewhere_is_no_mention() {
        for clause in [
            "督促企业主要负责人落实安全生产第一责任人责任",
            "检查仍存在安全隐患的突出问题，全部督促整改",
        ] {
            let text = format!("一、主要举措和成效\n{clause}。");
            assert_eq!(
                statuses(&text),
                [Own, Missing, Missing, Missing, Missing],
                "{clause}"
            );
        }
    }

    #[test]
    fn a_forgotten_full_stop_at_the_end_is_no_excerpt() {
        assert_eq!(
            statuses(
                "一、主要举措和成效\n办案3件。\n二、存在的不足\n人手少。\n三、2025年主要安排\n补充执法人手，加强业务培训，规范执法流程"
            ),
            [Own, Own, Missing, Own, Missing]
        );
    }

    #[test]
    fn an_excerpt_lacks_nothing_after_its_end() {
        assert_eq!(
            statuses(
                "一、主要举措和成效\n办案3件。\n二、存在的不足和原因\n执法力量与任务不匹配，主要原因是编制偏少，培训还需要进一步"
            ),
            [Own, Own, CutOff, CutOff, Missing]
        );
        assert_eq!(
            statuses("一、主要举措和成效\n办案3件。\n二、存在的不足和原因\n人手少，"),
            [Own, Own, CutOff, CutOff, Missing]
        );
    }

    #[test]
    fn a_mention_is_shown_from_mark_to_mark() {
        const WORDS: &str = "第一责任人";
        for text in [
            "镇长履行第一责任人职责,听取汇报2次",
            "办案3件。镇长履行第一责任人职责,听取汇报2次",
        ] {
            let at = text.find(WORDS).unwrap();
            let clause = clause_around(text, at, at + WORDS.len());
            assert_eq!(text.get(clause), Some("镇长履行第一责任人职责"));
        }
    }

    #[test]
    fn themes_are_measures() {
        assert_eq!(
            statuses(
                "一、坚持依法履职\n办件3万件。\n二、规范行政执法\n办案3件。\n三、存在问题\n人手少。"
            ),
            [Own, Own, Missing, Missing, Missing]
        );
    }
}
