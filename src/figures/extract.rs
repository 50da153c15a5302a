//! Numerals -> figures: the unit, the qualifier, and what is no figure (dates, ordinals, numbers of documents and articles, codes,
//! phrases). Works on the folded words of one block. `with_unit` judges a numeral and its unit together.

mod codes;
mod half;
mod with_unit;

use super::numerals::{self, Numeral, Share, char_at, char_before};
use super::qualifiers;
use super::traps;
use super::units;
use crate::report::FigureKind;
use crate::text::charset::CharSet;

/// A figure in the folded words of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Found {
    /// First byte of the numeral.
    pub start: usize,
    /// One past the unit.
    pub end: usize,
    /// First byte of the qualifier before it, or `start`.
    pub head: usize,
    /// One past the qualifier behind it, or `end`.
    pub tail: usize,
    /// What the numeral is worth.
    pub value: f64,
    /// Where the unit stands; empty where there is none.
    pub unit: (usize, usize),
    /// The unit where it is not as written: 成 and 百分之 are %.
    pub unit_word: Option<&'static str>,
    /// The first qualifier that applies.
    pub qualifier: Option<&'static str>,
    /// What kind of quantity.
    pub kind: FigureKind,
}

/// All figures of a block, in order.
#[must_use]
pub fn scan(text: &str) -> Vec<Found> {
    let mut scanner = Scanner::new(text);
    let mut found = Vec::new();
    let mut next = 0;
    for (at, c) in text.char_indices() {
        if at < next {
            continue;
        }
        if numerals::starts(text, at, c) {
            let (end, figure) = scanner.numeral(at);
            next = end;
            found.extend(figure);
        } else if c == '半' {
            found.extend(scanner.half(at));
        } else if MARKS.contains(c) {
            scanner.mark(at, c);
        }
    }
    found
}

/// The marks that numerals stand in.
static MARKS: CharSet = CharSet::new("“”‘’「」『』\"《》。");

/// How far a look back or ahead may go, in bytes.
const WINDOW: usize = 180;

/// The name of a document is no longer than this, in characters.
const LONGEST_NAME: usize = 90;

/// What has been passed on the way through a block.
struct Scanner<'a> {
    text: &'a str,
    /// Where the open “ stands, if one is open.
    quote: Option<usize>,
    /// Inside 《》.
    title: bool,
    /// Where an ordinal ended: 第三、四次 goes on behind it.
    ordinal: Option<usize>,
    /// No 。 in the block, as in a line of a web page's furniture.
    no_sentence: bool,
}

/// A unit, as found behind a numeral.
struct Measured<'a> {
    word: &'a str,
    kind: FigureKind,
    start: usize,
    end: usize,
    /// 多 or 半 inside the unit, and the unit without it: 3个多月, 一个半小时.
    split: Option<(char, &'static str)>,
}

impl<'a> Scanner<'a> {
    fn new(text: &'a str) -> Self {
        Self {
            text,
            quote: None,
            title: false,
            ordinal: None,
            no_sentence: !text.contains('。'),
        }
    }

    /// Notes the marks that numerals stand in.
    fn mark(&mut self, at: usize, c: char) {
        match c {
            '“' | '「' | '『' | '‘' => self.quote = Some(at + c.len_utf8()),
            '”' | '」' | '』' | '’' => self.quote = None,
            '"' => {
                self.quote = match self.quote {
                    Some(_) => None,
                    None => Some(at + 1),
                }
            }
            // A mark that never closes opens no title.
            '《' => self.title = self.rest(at).chars().take(LONGEST_NAME).any(|c| c == '》'),
            '》' | '。' => self.title = false,
            _ => {}
        }
    }

    fn rest(&self, at: usize) -> &'a str {
        self.text.get(at..).unwrap_or_default()
    }

    /// A few words from a byte on.
    fn ahead(&self, at: usize) -> &'a str {
        let end = self.text.floor_char_boundary(at.saturating_add(WINDOW));
        self.text.get(at..end).unwrap_or_default()
    }

    /// The words since the last mark of punctuation other than 、.
    fn clause(&self, at: usize) -> &'a str {
        let from = self.text.floor_char_boundary(at.saturating_sub(WINDOW));
        let window = self.text.get(from..at).unwrap_or_default();
        window
            .rsplit([',', ';', '。', ':', '!', '?', '\n'])
            .next()
            .unwrap_or_default()
    }

    /// Whether the numeral stands in quotes of at most so many characters.
    fn quoted(&self, numeral: usize, longest: usize) -> bool {
        let Some(open) = self.quote else { return false };
        let Some(before) = self.text.get(open..numeral) else {
            return false;
        };
        if before.len() > longest * 3 {
            return false;
        }
        let room = longest.saturating_sub(before.chars().count());
        self.rest(numeral)
            .chars()
            .take(room + 1)
            .any(|c| matches!(c, '”' | '」' | '』' | '’' | '"'))
    }

    /// Reads the numeral at a byte: where to go on, and the figure if it is one.
    fn numeral(&mut self, at: usize) -> (usize, Option<Found>) {
        let first = char_at(self.text, at).unwrap_or_default();
        let Some(numeral) = numerals::read(self.text, at) else {
            return (at + first.len_utf8(), None);
        };
        if let Some(share) = numerals::share(self.text, &numeral) {
            return (
                share.part.end,
                (!self.title).then(|| self.share(at, &share)),
            );
        }
        if !numeral.chinese
            && let Some(end) = self.code(&numeral)
        {
            return (end, None);
        }
        let (last, low, unit) = self.range(&numeral);
        if self.is_ordinal(at) {
            self.ordinal = Some(unit.as_ref().map_or(last.end, |unit| unit.end));
            return (last.end, None);
        }
        if self.title || !last.value.is_finite() || low > 1e15 {
            return (last.end, None);
        }
        let Some(unit) = unit else {
            return (last.end, self.bare(&numeral, &last));
        };
        let figure = self.figure(&numeral, &last, low, &unit);
        (
            figure.as_ref().map_or(last.end, |figure| figure.tail),
            figure,
        )
    }

    /// 百分之九十, 三分之二.
    fn share(&self, at: usize, share: &Share) -> Found {
        let (part, end) = (share.part.value, share.part.end);
        let (value, word) = match share.whole {
            100.0 => (part, "%"),
            1000.0 => (part, "‰"),
            10_000.0 => (part / 100.0, "%"),
            whole => (part / whole, ""),
        };
        let (qualifier, head) = self.qualifier_before(at);
        let behind = qualifiers::after(self.rest(end));
        Found {
            start: at,
            end,
            head,
            tail: end + behind.map_or(0, |found| found.1),
            value,
            unit: (end, end),
            unit_word: Some(word),
            qualifier: qualifier
                .or(share.part.qualifier)
                .or(behind.map(|found| found.0)),
            kind: FigureKind::Percent,
        }
    }

    /// The last numeral of a range, the value of its lower end, and the unit: 3至5次, 60%—70%, 5至10万元. A numeral alone is its own range.
    fn range(&self, first: &Numeral) -> (Numeral, f64, Option<Measured<'a>>) {
        let own = self.unit(first);
        match self.upper(first, own.as_ref()) {
            Some((second, low, unit)) => (second, low, Some(unit)),
            None => (*first, first.value, own),
        }
    }

    /// The upper end of a range, the value of the lower one, and the unit.
    fn upper(
        &self,
        first: &Numeral,
        own: Option<&Measured>,
    ) -> Option<(Numeral, f64, Measured<'a>)> {
        let from = own.map_or(first.end, |unit| unit.end);
        let head = self.rest(from);
        let dashes = ['-', '—', '–', '―', '─', '~', '～'];
        let gap = match head.chars().next()? {
            c if dashes.contains(&c) => {
                let gap = head.len() - head.trim_start_matches(dashes).len();
                (gap <= 2 * c.len_utf8()).then_some(gap)?
            }
            c @ ('至' | '到') => c.len_utf8(),
            _ => return None,
        };
        let before = char_before(self.text, first.start);
        if own.is_some() && before.is_some_and(|c| "从由自".contains(c)) {
            return None;
        }
        let at = from + gap;
        char_at(self.text, at).filter(|&c| numerals::starts_numeral(c))?;
        let second = numerals::read(self.text, at)?;
        let unit = self.unit(&second)?;
        if own.is_some_and(|own| own.word != unit.word) {
            return None;
        }
        let low = if own.is_none() && first.factor <= 1.0 && !first.chinese {
            first.value * second.factor
        } else {
            first.value
        };
        (low < second.value).then_some((second, low, unit))
    }

    /// The measure word behind a numeral, with a second one in brackets or behind a slash: 件(份), 人/次.
    fn unit(&self, numeral: &Numeral) -> Option<Measured<'a>> {
        let start = numeral.end;
        let rest = self.rest(start);
        // 3个多月, 一个半小时
        let inside = rest.strip_prefix('个').and_then(|rest| char_at(rest, 0));
        if let Some(inside) = inside.filter(|c| matches!(c, '多' | '半')) {
            let at = start + '个'.len_utf8() + inside.len_utf8();
            let words = ["个月", "个小时", "个星期", "个工作日"];
            let named = |word: &&str| self.rest(at).starts_with(word.trim_start_matches('个'));
            if let Some(word) = words.into_iter().find(named) {
                return Some(Measured {
                    word,
                    kind: FigureKind::Duration,
                    start,
                    end: at + word.len() - '个'.len_utf8(),
                    split: Some((inside, word)),
                });
            }
        }
        let unit = units::read(rest)?;
        let mut end = start + unit.len;
        if unit.kind == FigureKind::Measure {
            // 微克/立方米
            if let Some(second) = self.rest(end).strip_prefix('/').and_then(units::read) {
                end += 1 + second.len;
            }
        }
        if unit.kind == FigureKind::Count {
            let more = self.rest(end);
            if let Some(inner) = more.strip_prefix('(') {
                if let Some(second) = units::read(inner)
                    && inner
                        .get(second.len..)
                        .is_some_and(|rest| rest.starts_with(')'))
                {
                    end += second.len + 2;
                }
            } else if let Some(second) = more.strip_prefix('/').and_then(units::read) {
                end += 1 + second.len;
            }
        }
        let word = self.text.get(start..start + unit.len)?;
        Some(Measured {
            word,
            kind: unit.kind,
            start,
            end,
            split: None,
        })
    }

    /// 第三次, and 第三、四次 behind its first numeral.
    fn is_ordinal(&self, at: usize) -> bool {
        if char_before(self.text, at) == Some('第') {
            return true;
        }
        self.ordinal.is_some_and(|end| {
            self.text.get(end..at).is_some_and(|gap| {
                matches!(
                    gap,
                    "、" | "至" | "到" | "-" | "—" | "和" | "及" | "与" | "," | "~"
                )
            })
        })
    }

    /// A number right before a noun, without a measure word: 47公职人员.
    fn bare(&self, numeral: &Numeral, last: &Numeral) -> Option<Found> {
        let plain = !numeral.chinese && !numeral.decimal && numeral.end == last.end;
        let digits = numeral.end - numeral.start;
        let looks_like_year = digits == 4 && (1900.0..2100.0).contains(&numeral.value);
        let hotline = matches!(numeral.value as u64, 110 | 119 | 120 | 122 | 114 | 8890 | 12_000..=12_999 | 95_000..=96_999);
        if !plain
            || looks_like_year
            || hotline
            || numeral.value < 2.0
            || self.quoted(numeral.start, 10)
        {
            return None;
        }
        if !traps::is_bare_noun(self.rest(numeral.end)) || self.is_rank(numeral.start) {
            return None;
        }
        let (qualifier, head) = self.qualifier_before(numeral.start);
        Some(Found {
            start: numeral.start,
            end: numeral.end,
            head,
            tail: numeral.end,
            value: numeral.value,
            unit: (numeral.end, numeral.end),
            unit_word: None,
            qualifier: qualifier.or(numeral.qualifier),
            kind: FigureKind::Count,
        })
    }

    fn qualifier_before(&self, at: usize) -> (Option<&'static str>, usize) {
        match qualifiers::before(self.text, at) {
            Some((word, start)) => (Some(word), start),
            None => (None, at),
        }
    }
}

#[cfg(test)]
mod tests;
