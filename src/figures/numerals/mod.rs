//! Numerals as reports write them: 1,234  ２.3万  650余万  三十五  千余  数十  百分之五. A hand scanner over folded text: it reads the number
//! and nothing behind it, so the unit is somebody else's matter.

mod arabic;
mod chinese;
mod share;
mod signs;

pub use share::{Share, share};
pub use signs::digit;

/// No numeral is worth more: what nobody can have meant stays a number all the same.
const LARGEST: f64 = 1e300;

/// A numeral and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// First byte in the text read.
    pub start: usize,
    /// One past its last byte; multipliers and a 余 or 多 that stands behind the digits are inside.
    pub end: usize,
    /// The same, a 余, 多 or 几 at the very end left out.
    pub body: usize,
    /// What it is worth, 百 千 万 亿 folded in; for 三五 and 七八 the lower one.
    pub value: f64,
    /// Written in Chinese numerals.
    pub chinese: bool,
    /// Characters of the number itself, without the 余 or 多.
    pub chars: usize,
    /// Nothing but 百 千 万 亿: 千余人, 近万户, but also 千方百计.
    pub round: bool,
    /// Two digits side by side, one of which it is: 三五, 七八, 二三十.
    pub about: bool,
    /// Digits behind a decimal point.
    pub decimal: bool,
    /// 余 or 多 behind the digits; 多 also for 十几 and 数十.
    pub qualifier: Option<&'static str>,
    /// The 百 千 万 亿 behind Arabic digits, as a factor; 1 where there is none.
    pub factor: f64,
}

/// The character at a byte.
#[must_use]
pub fn char_at(text: &str, at: usize) -> Option<char> {
    text.get(at..)?.chars().next()
}

/// The character that ends at a byte.
#[must_use]
pub fn char_before(text: &str, at: usize) -> Option<char> {
    text.get(..at)?.chars().next_back()
}

/// Whether a numeral can start with this character, whatever stands around it. 零 and 〇 start none that counts anything.
#[must_use]
#[inline]
pub fn starts_numeral(c: char) -> bool {
    let counts = |c| signs::of(c).is_some_and(|sign| sign != signs::Sign::Digit(0));
    signs::may_start(c) && (c.is_ascii_digit() || counts(c))
}

/// Whether a numeral starts with the character `c` at a byte. Characters that mostly mean something else need company:
/// 零点五, 数十, 几百, 半百, 伍拾.
#[must_use]
#[inline]
pub fn starts(text: &str, at: usize, c: char) -> bool {
    signs::may_start(c) && in_company(text, at, c)
}

fn in_company(text: &str, at: usize, c: char) -> bool {
    if starts_numeral(c) {
        return true;
    }
    let behind = || text.get(at + c.len_utf8()..).unwrap_or_default().chars();
    let next = || behind().next();
    match c {
        '零' | '〇' => next() == Some('点') && behind().nth(1).and_then(signs::digit).is_some(),
        '几' => next().and_then(signs::multiplier).is_some(),
        // 人数十余万: there 数 belongs to the noun.
        '数' => {
            const NOUNS: &str =
                "人总次户件倍岁分多少半指系基参个份家种项名对年月日天字函负正整小偶奇额读点票";
            next().and_then(signs::multiplier).is_some()
                && char_before(text, at).is_none_or(|before| !NOUNS.contains(before))
        }
        '半' => next() == Some('百'),
        // 队伍, 参加, 陆续, 收拾
        _ => {
            signs::plain(c).is_some()
                && next().is_some_and(|next| "拾佰仟万萬亿億元圆圓".contains(next))
        }
    }
}

/// Reads the numeral that starts at a byte.
#[must_use]
pub fn read(text: &str, start: usize) -> Option<Numeral> {
    if char_at(text, start)?.is_ascii_digit() {
        arabic::read(text, start)
    } else {
        chinese::read(text, start)
    }
}

#[cfg(test)]
mod tests;
