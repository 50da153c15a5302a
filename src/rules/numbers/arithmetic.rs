//! What printed numbers allow: 1.42万 stands for anything from 1.41万 to 1.43万, 97.6% for a share that rounds to it or is cut off to it.

use crate::decimal;
use crate::document::Document;
use crate::figures::places::{Mark, Place};
use crate::report::Figure;
use crate::text::Span;
use crate::text::lexicon::Lexicon;

/// The values that a printed number may stand for, both ends included.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The least.
    pub low: f64,
    /// The most.
    pub high: f64,
}

impl Range {
    /// Whether the two have a value in common.
    #[must_use]
    pub fn meets(self, other: Self) -> bool {
        const SLACK: f64 = 1e-9;
        self.low <= other.high * (1.0 + SLACK) && other.low <= self.high * (1.0 + SLACK)
    }
}

/// What the last printed digit of a figure is worth, where that is not one thing: 100 for 1.42万, 0.1 for 97.6%. 0 for a whole number.
#[must_use]
pub fn last_digit(figure: &Figure<Span>) -> f64 {
    let digits: String = figure
        .text
        .chars()
        .map(|c| match c {
            '０'..='９' => char::from_u32(c as u32 - 0xfee0).unwrap_or(c),
            '．' => '.',
            c => c,
        })
        .filter(|c| c.is_ascii_digit() || *c == '.')
        .collect();
    let factor: f64 = figure
        .text
        .chars()
        .map(|c| match c {
            '万' | '萬' => 1e4,
            '亿' | '億' => 1e8,
            _ => 1.0,
        })
        .product();
    let decimals = digits.split_once('.').map_or(0, |(_, after)| after.len());
    if decimals == 0 && factor <= 1.0 {
        return 0.0;
    }
    factor / 10_f64.powi(i32::try_from(decimals).unwrap_or(0))
}

/// What a count may stand for.
#[must_use]
pub fn count(figure: &Figure<Span>) -> Range {
    let last = last_digit(figure);
    Range {
        low: figure.value - last / 2.0,
        high: figure.value + last,
    }
}

/// What a printed percentage may stand for: rounded, or cut off.
#[must_use]
pub fn percentage(figure: &Figure<Span>) -> Range {
    let last = last_digit(figure).max(if figure.value.fract() == 0.0 {
        1.0
    } else {
        0.0
    });
    Range {
        low: figure.value - last / 2.0,
        high: figure.value + last,
    }
}

/// What a percentage and its qualifier allow.
#[must_use]
pub fn allowed(figure: &Figure<Span>) -> Range {
    let printed = percentage(figure);
    let value = figure.value;
    match figure.qualifier.as_deref() {
        None => printed,
        Some("近") => Range {
            low: value - 5.0,
            high: printed.high,
        },
        Some("约" | "左右") => Range {
            low: printed.low - 1.0,
            high: printed.high + 1.0,
        },
        Some("不足" | "以下") => Range {
            low: 0.0,
            high: printed.high,
        },
        Some(_) => Range {
            low: printed.low,
            high: f64::MAX,
        },
    }
}

/// What may stand between the name of a rate or a change and its value.
static IS: Lexicon = Lexicon::new("均达到 达到 均达 均为 高达 约为 仅为 达 为 是");

/// The words before a value without those that only join the two.
#[must_use]
pub fn without_is(clause: &str) -> &str {
    IS.strip_end(clause).unwrap_or(clause)
}

/// Whether a figure is one number: not about one, and no range.
#[must_use]
pub fn exact(figure: &Figure<Span>) -> bool {
    const RANGE: &[char] = &['至', '到', '-', '—', '–', '―', '─', '~', '～'];
    figure.qualifier.is_none() && !figure.text.contains(RANGE)
}

/// A number for a message: 1,420 as 1420, 97.6 as 97.6.
#[must_use]
pub fn tell(value: f64) -> String {
    decimal::written((value * 100.0).round() / 100.0)
}

/// The words in a bracket right behind a figure: 结案198起（含上年结转21起）; empty where there is none.
pub fn bracket<'a>(document: &'a Document<'_>, place: &Place) -> &'a str {
    const LONGEST: usize = 120;
    let text = document.layout.folded.text();
    let from = place.range.end;
    let words = text.get(from..text.floor_char_boundary(from + LONGEST));
    words
        .and_then(|words| words.strip_prefix('(')?.split_once(')'))
        .map_or("", |(inside, _)| inside)
}

/// The figures before one in its sentence, the nearest first; a semicolon ends the sentence too.
pub fn before<'a>(
    document: &'a Document<'_>,
    index: usize,
) -> impl Iterator<Item = (usize, &'a Figure<Span>)> + 'a {
    let parted = move |at: usize| {
        document
            .places
            .get(at)
            .is_none_or(|place| place.mark >= Mark::Semicolon)
    };
    (0..index)
        .rev()
        .take_while(move |&at| !parted(at + 1))
        .filter_map(|at| Some((at, document.figures.get(at)?)))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures;
    use crate::text::{Layout, Source};

    #[test]
    fn printed_digits_say_how_exact_a_number_is() {
        for (text, want) in [
            ("12件", 0.0),
            ("1.42万件", 100.0),
            ("３．５万件", 1000.0),
            ("6万件", 10_000.0),
            ("97.65%", 0.01),
            ("三十二件", 0.0),
        ] {
            let source = Source::new(text);
            let figures = figures::extract(&source, &Layout::new(&source));
            let got = last_digit(&figures[0]);
            assert!((got - want).abs() < 1e-9, "{text}: {got}");
        }
    }
}
