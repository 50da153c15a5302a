//! Numerals that begin with Arabic digits: 123  1,234  12.5  2.3万  650余万  1亿2000万  1千零20.

use super::signs::{is_unit_prefix, multiplier, vague};
use super::{Numeral, char_at};

/// Reads the numeral that starts with a digit at a byte.
pub(super) fn read(text: &str, start: usize) -> Option<Numeral> {
    let (end, decimal) = literal(text, start);
    let first = Tail::read(text, end);
    let mut value = scaled(text.get(start..end)?, first.factor);
    let mut last = first;
    while last.qualifier.is_none()
        && let Some((part, tail)) = lower(text, last.end, last.factor)
    {
        value += part;
        last = tail;
    }
    Some(Numeral {
        start,
        end: last.end,
        body: last.body,
        value: value.min(super::LARGEST),
        chinese: false,
        chars: end - start,
        round: false,
        about: false,
        decimal,
        qualifier: last.qualifier,
        factor: first.factor,
    })
}

/// The bytes of a run of ASCII digits.
fn digits_len(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// Where digits with their groups and their decimals end, and whether there are decimals.
fn literal(text: &str, start: usize) -> (usize, bool) {
    let bytes = text.as_bytes();
    let lead = digits_len(text, start);
    let mut end = start + lead;
    let grouped =
        |at: usize| matches!(bytes.get(at), Some(b',' | b' ')) && digits_len(text, at + 1) == 3;
    if lead <= 3 {
        let separator = bytes.get(end).copied();
        while grouped(end) && bytes.get(end).copied() == separator {
            end += 4;
        }
    }
    let decimals = match bytes.get(end) {
        Some(b'.') => digits_len(text, end + 1),
        _ => 0,
    };
    if decimals > 0 {
        end += 1 + decimals;
    }
    (end, decimals > 0)
}

/// A lower part behind one that ended with a multiplier: the 2000万 of 1亿2000万, the 零20 of 1千零20, and where all places are written, the 4000
/// of 3万4000.
fn lower(text: &str, at: usize, above: f64) -> Option<(f64, Tail)> {
    let zero = char_at(text, at).filter(|&c| c == '零');
    let start = at + zero.map_or(0, char::len_utf8);
    let len = digits_len(text, start);
    let written = text.get(start..start + len).filter(|_| len > 0)?;
    let tail = Tail::read(text, start + len);
    let fits = if tail.factor > 1.0 {
        tail.factor < above
    } else {
        above > 1.0 && (zero.is_some() || above == 10_f64.powi(i32::try_from(len).ok()?))
    };
    let part = scaled(written, tail.factor);
    (fits && part < above).then_some((part, tail))
}

/// Digits times a power of ten, without the error that multiplying brings: 46.73万 is 467300. What is no digit and no point is passed over.
///
/// So many digits, and a power of ten up to 10²², are whole numbers that `f64` holds: only the last step rounds.
pub(super) fn scaled(written: &str, factor: f64) -> f64 {
    const ENOUGH: f64 = 9e14;
    let (mut digits, mut zeros) = (0.0, factor.log10().round() as i32);
    let mut decimals = false;
    for c in written.chars() {
        match c.to_digit(10) {
            Some(digit) if digits < ENOUGH => {
                digits = digits * 10.0 + f64::from(digit);
                zeros -= i32::from(decimals);
            }
            Some(_) => zeros += i32::from(!decimals),
            None => decimals |= c == '.',
        }
    }
    match zeros {
        0.. => digits * 10_f64.powi(zeros),
        _ => digits / 10_f64.powi(-zeros),
    }
}

/// What stands behind the digits: 余 and 多, 百 千 万 亿, in either order.
#[derive(Clone, Copy)]
pub(super) struct Tail {
    /// One past its last byte.
    pub end: usize,
    /// The same, a 余 or 多 at the very end left out.
    pub body: usize,
    /// The multipliers together; 1 where there are none.
    pub factor: f64,
    /// 余 or 多.
    pub qualifier: Option<&'static str>,
}

impl Tail {
    pub(super) fn read(text: &str, start: usize) -> Self {
        let mut tail = Self {
            end: start,
            body: start,
            factor: 1.0,
            qualifier: None,
        };
        for _ in 0..4 {
            let Some(c) = char_at(text, tail.end) else {
                break;
            };
            let next = tail.end + c.len_utf8();
            if let Some(word) = vague(c).filter(|_| tail.qualifier.is_none()) {
                tail.qualifier = Some(word);
            } else if let Some(by) =
                multiplier(c).filter(|&by| by > 10.0 && !is_unit_prefix(text, tail.end, c))
            {
                tail.factor *= by;
                tail.body = next;
            } else {
                break;
            }
            tail.end = next;
        }
        tail
    }
}
