//! One change of text: where the words of a span stand after it, and several replacements made into one.
//!
//! The page keeps the changes made since the last check, so that marks and jumps follow the text at once.

use crate::report::Edit;
use crate::sort;
use crate::text::{Source, Utf16Span};

/// One replacement: at `at`, `removed` code units went and `inserted` came.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Change {
    /// Where it begins, the same in the old and the new text.
    pub at: u32,
    /// UTF-16 code units that went.
    pub removed: u32,
    /// UTF-16 code units that came.
    pub inserted: u32,
}

impl Change {
    /// The one change that makes `old` into `new`, with the words that came; none where they are the same.
    #[must_use]
    pub fn between<'a>(old: &str, new: &'a str) -> Option<(Self, &'a str)> {
        if old == new {
            return None;
        }
        let head = common_head(old, new);
        let (old, new) = (old.get(head.bytes..)?, new.get(head.bytes..)?);
        let tail = common_tail(old, new);
        let gone = old.get(..old.len() - tail)?;
        let come = new.get(..new.len() - tail)?;
        let change = Self {
            at: head.units,
            removed: units(gone),
            inserted: units(come),
        };
        Some((change, come))
    }

    /// The span after the change; none where the change reached into its words.
    #[must_use]
    pub fn moved(self, span: Utf16Span) -> Option<Utf16Span> {
        let end = self.at + self.removed;
        if span.end <= self.at {
            return Some(span);
        }
        if end <= span.start {
            return Some(Utf16Span {
                start: span.start - self.removed + self.inserted,
                end: span.end - self.removed + self.inserted,
            });
        }
        None
    }

    /// A position after the change; one inside what went stands behind what came.
    #[must_use]
    pub fn carried(self, at: u32) -> u32 {
        if at <= self.at {
            at
        } else if at >= self.at + self.removed {
            at - self.removed + self.inserted
        } else {
            self.at + self.inserted
        }
    }
}

/// Several replacements as one, so that a single undo takes them back together. None where there is nothing to replace or they overlap.
#[must_use]
pub fn joined(source: &Source, edits: &[Edit<Utf16Span>]) -> Option<Edit<Utf16Span>> {
    let (first, last) = (edits.first()?, edits.last()?);
    let mut text = String::new();
    let mut at = first.span.start;
    for edit in edits {
        if edit.span.start < at {
            return None;
        }
        let kept = source.byte_at(at)..source.byte_at(edit.span.start);
        text.push_str(source.text().get(kept)?);
        text.push_str(&edit.text);
        at = edit.span.end;
    }
    Some(Edit {
        span: Utf16Span {
            start: first.span.start,
            end: last.span.end,
        },
        text,
    })
}

/// The edits of those fixes that go together, in the order of the text, and how many fixes these are: of two that touch the same words the
/// earlier one of the list wins.
#[must_use]
pub fn together(fixes: &[Vec<Edit<Utf16Span>>]) -> (Vec<Edit<Utf16Span>>, usize) {
    let mut edits: Vec<(usize, &Edit<Utf16Span>)> = (0..)
        .zip(fixes)
        .flat_map(|(fix, edits)| edits.iter().map(move |edit| (fix, edit)))
        .collect();
    sort::by_key(&mut edits, |(_, edit)| edit.span.start as u64);
    let mut loses = vec![false; fixes.len()];
    let lost = |loses: &[bool], fix: usize| loses.get(fix).copied().unwrap_or_default();
    let mut last: Option<(usize, Utf16Span)> = None;
    for &(fix, edit) in &edits {
        if lost(&loses, fix) {
            continue;
        }
        let span = edit.span;
        let touches = |kept: Utf16Span| span.start < kept.end || span.start == kept.start;
        let clash = last.filter(|&(before, kept)| before != fix && touches(kept));
        if let Some((before, _)) = clash
            && let Some(loser) = loses.get_mut(fix.max(before))
        {
            *loser = true;
            if before < fix {
                continue;
            }
        }
        last = Some((fix, span));
    }
    edits.retain(|&(fix, _)| !lost(&loses, fix));
    let edits = edits.into_iter().map(|(_, edit)| edit.clone()).collect();
    (edits, loses.iter().filter(|&&loses| !loses).count())
}

struct Head {
    bytes: usize,
    units: u32,
}

fn common_head(old: &str, new: &str) -> Head {
    let mut head = Head { bytes: 0, units: 0 };
    for (a, b) in old.chars().zip(new.chars()) {
        if a != b {
            break;
        }
        head.bytes += a.len_utf8();
        head.units += a.len_utf16() as u32;
    }
    head
}

/// Bytes of the common end.
fn common_tail(old: &str, new: &str) -> usize {
    old.chars()
        .rev()
        .zip(new.chars().rev())
        .take_while(|(a, b)| a == b)
        .map(|(a, _)| a.len_utf8())
        .sum()
}

fn units(text: &str) -> u32 {
    text.chars().map(|c| c.len_utf16() as u32).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn span(start: u32, end: u32) -> Utf16Span {
        Utf16Span { start, end }
    }

    #[test]
    fn a_change_is_the_shortest_between_common_ends() {
        for (old, new, at, removed, inserted, come) in [
            ("法治报告", "法治年度报告", 2, 0, 2, "年度"),
            ("法治年度报告", "法治报告", 2, 2, 0, ""),
            ("办案6件", "办案16件", 2, 0, 1, "1"),
            ("aa", "aaa", 2, 0, 1, "a"),
            ("🚓车", "🚔车", 0, 2, 2, "🚔"),
            ("", "全文", 0, 0, 2, "全文"),
        ] {
            let change = Change {
                at,
                removed,
                inserted,
            };
            assert_eq!(Change::between(old, new), Some((change, come)));
        }
        assert_eq!(Change::between("同", "同"), None);
    }

    #[test]
    fn spans_move_with_the_text_and_go_where_it_is_touched() {
        let insert = Change {
            at: 10,
            removed: 0,
            inserted: 3,
        };
        assert_eq!(insert.moved(span(2, 10)), Some(span(2, 10)));
        assert_eq!(insert.moved(span(10, 12)), Some(span(13, 15)));
        assert_eq!(insert.moved(span(9, 11)), None);
        let delete = Change {
            at: 10,
            removed: 4,
            inserted: 1,
        };
        assert_eq!(delete.moved(span(14, 20)), Some(span(11, 17)));
        assert_eq!(delete.moved(span(8, 10)), Some(span(8, 10)));
        assert_eq!(delete.moved(span(13, 20)), None);
        assert_eq!(delete.moved(span(8, 20)), None);
        assert_eq!(
            [9, 10, 12, 14, 20].map(|at| delete.carried(at)),
            [9, 10, 11, 11, 17]
        );
    }

    #[test]
    fn several_edits_become_one() {
        let source = Source::new("共🚓6件，其中3件");
        let edit = |start, end, text: &str| Edit {
            span: span(start, end),
            text: text.to_owned(),
        };
        let one = joined(&source, &[edit(3, 4, "7"), edit(8, 9, "4")]).unwrap();
        assert_eq!((one.span, one.text.as_str()), (span(3, 9), "7件，其中4"));
        assert_eq!(joined(&source, &[edit(8, 9, "4"), edit(3, 4, "7")]), None);
        assert_eq!(joined(&source, &[]), None);
    }

    #[test]
    fn of_fixes_that_touch_the_same_words_the_first_wins() {
        let edit = |start, end| Edit {
            span: span(start, end),
            text: String::new(),
        };
        let spans = |fixes: &[Vec<Edit<Utf16Span>>]| {
            let (edits, count) = together(fixes);
            let spans: Vec<_> = edits.iter().map(|e| (e.span.start, e.span.end)).collect();
            (spans, count)
        };
        let apart = [vec![edit(8, 9)], vec![edit(3, 4), edit(5, 6)]];
        assert_eq!(spans(&apart), (vec![(3, 4), (5, 6), (8, 9)], 2));
        let later = [vec![edit(4, 8)], vec![edit(1, 2), edit(3, 5), edit(9, 10)]];
        assert_eq!(spans(&later), (vec![(4, 8)], 1));
        let earlier = [
            vec![edit(3, 5)],
            vec![edit(1, 2), edit(4, 8)],
            vec![edit(5, 6)],
        ];
        assert_eq!(spans(&earlier), (vec![(3, 5), (5, 6)], 2));
        let one_place = [vec![edit(3, 3)], vec![edit(3, 3)]];
        assert_eq!(spans(&one_place), (vec![(3, 3)], 1));
        let inserted = [vec![edit(3, 3), edit(3, 5)], vec![edit(4, 6)]];
        assert_eq!(spans(&inserted), (vec![(3, 3), (3, 5)], 1));
        assert_eq!(spans(&[]), (vec![], 0));
    }
}
