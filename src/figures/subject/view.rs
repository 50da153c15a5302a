//! A figure and the words around it.

use super::super::clauses::{clean, clean_closed, closed, last_clause};
use super::super::extract::Found;

/// A figure and the words around it.
pub(super) struct View<'a> {
    pub(super) figure: &'a Found,
    pub(super) unit: &'a str,
    /// From the last mark of punctuation or the last figure to the numeral and its qualifier.
    pub(super) clause: &'a str,
    /// The same, without what closes it.
    pub(super) closed: &'a str,
    /// The same, without what opens it either.
    pub(super) cleaned: &'a str,
    /// Behind 其中 or 包括.
    pub(super) among: bool,
    /// The clause before that one, where it is of the same sentence.
    pub(super) clause_before: &'a str,
    /// What stands between the figure and the next mark of punctuation or figure.
    pub(super) after: &'a str,
    /// What stands behind the figure, over marks of punctuation.
    pub(super) behind: &'a str,
    pub(super) new_sentence: bool,
    /// A semicolon since the figure before.
    pub(super) new_topic: bool,
    /// One comma and no other mark between the figure before and this one.
    pub(super) goes_on: bool,
    /// No mark of punctuation between the figure before and this one.
    pub(super) same_clause: bool,
    /// The words before the clause, as far as a look back may go.
    before: &'a str,
}

/// How far a look back or ahead may go, in bytes.
const WINDOW: usize = 240;

impl<'a> View<'a> {
    pub(super) fn new(text: &'a str, figure: &'a Found, from: usize, next: usize) -> Self {
        let from = from.min(figure.head);
        let near = text
            .floor_char_boundary(figure.head.saturating_sub(WINDOW))
            .max(from);
        let window = text.get(near..figure.head).unwrap_or_default();
        let (rest, clause) = last_clause(window);
        let clause_before = match rest.strip_suffix([',', '(', ';', '|']) {
            Some(rest) => last_clause(rest).1,
            None => "",
        };
        let far = text
            .floor_char_boundary(figure.tail.saturating_add(WINDOW))
            .min(next.max(figure.tail));
        let after = text.get(figure.tail..far).unwrap_or_default();
        let far_back = text.floor_char_boundary(figure.head.saturating_sub(WINDOW));
        let before = text.get(far_back..figure.head - clause.len());
        let closed = closed(clause);
        let gap = Gap::new(text.get(from..figure.head).unwrap_or_default());
        Self {
            figure,
            same_clause: from > 0 && gap.marks == 0,
            goes_on: from > 0 && gap.comma && gap.marks == 1,
            unit: text.get(figure.unit.0..figure.unit.1).unwrap_or_default(),
            clause,
            closed,
            cleaned: clean_closed(closed),
            among: clause.contains("其中") || clause.contains("包括"),
            clause_before,
            after: after.get(..clause_end(after)).unwrap_or_default(),
            behind: after,
            new_topic: gap.semicolon,
            new_sentence: gap.stop,
            before: before.unwrap_or_default(),
        }
    }

    /// The words of the sentence before the clause.
    pub(super) fn sentence(&self) -> &'a str {
        self.before
            .rsplit(['。', '!', '?'])
            .next()
            .unwrap_or_default()
    }

    /// Whether the measure word counts persons.
    pub(super) fn counts_persons(&self) -> bool {
        matches!(self.unit, "人" | "人次" | "名" | "名次" | "位" | "位次")
    }

    /// Whether the measure word counts what happened, not things: 接待群众300人次.
    pub(super) fn counts_events(&self) -> bool {
        self.unit.ends_with(['次', '场', '期', '轮', '堂', '课']) || self.unit.ends_with("课时")
    }

    /// The clause before, without what opens and closes it.
    pub(super) fn clause_before_cleaned(&self) -> Option<String> {
        let clause = clean(self.clause_before);
        (clause.chars().count() >= 2).then(|| clause.to_owned())
    }
}

/// The marks between two figures.
#[derive(Default)]
struct Gap {
    /// How many there are.
    marks: usize,
    /// The first thing is a comma.
    comma: bool,
    semicolon: bool,
    /// A sentence ends.
    stop: bool,
}

impl Gap {
    fn new(gap: &str) -> Self {
        let mut found = Self {
            comma: gap.starts_with(','),
            ..Self::default()
        };
        for c in gap.chars() {
            match c {
                ';' => found.semicolon = true,
                '。' | '!' | '?' => found.stop = true,
                ',' | ':' | '、' | '(' | ')' => {}
                _ => continue,
            }
            found.marks += 1;
        }
        found
    }
}

/// Where the words up to the next mark end.
fn clause_end(text: &str) -> usize {
    let mark = |c: char| {
        matches!(
            c,
            ',' | '。' | ';' | ':' | '!' | '?' | '、' | ')' | '(' | '\n' | '|'
        )
    };
    text.find(mark).unwrap_or(text.len())
}
