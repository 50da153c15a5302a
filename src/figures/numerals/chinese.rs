//! Chinese numerals: 三十五  两千余  数十  七八  一百零几万  九万四  一千六点五  廿三  壹佰贰拾.

use super::arabic::scaled;
use super::signs::{self, Sign, digit, is_unit_prefix, multiplier, vague};
use super::{LARGEST, Numeral, char_at};

/// Reads the numeral that starts with a Chinese sign at a byte.
pub(super) fn read(text: &str, start: usize) -> Option<Numeral> {
    let first = char_at(text, start)?;
    if matches!(first, '数' | '几') {
        return several(text, start, first);
    }
    if first == '半' {
        return half(text, start);
    }
    let capital = signs::plain(first).is_some();
    let plain = |c: char| {
        if capital {
            signs::plain(c).unwrap_or(c)
        } else {
            c
        }
    };
    let mut run = Run::new(start);
    while let Some(c) = char_at(text, run.end) {
        let after = run.end + c.len_utf8();
        let next = char_at(text, after).map(plain);
        if c == '几'
            && run.signs > 0
            && run.digit.is_none()
            && matches!(next, Some('十' | '百' | '千'))
        {
            // 一百几十
            run.several = true;
            run.end = after;
            continue;
        }
        // 三十两 is a weight; 两 counts before a multiplier, or alone.
        if matches!(c, '两' | '兩')
            && run.digit.is_none()
            && run.signs > 0
            && next.and_then(multiplier).is_none()
        {
            break;
        }
        let Some(sign) = signs::of(plain(c)).filter(|_| !is_unit_prefix(text, run.end, c)) else {
            break;
        };
        if sign == Sign::Digit(0) && run.signs > 0 && run.digit.is_none() {
            // 一千零五, 一百零几万; but the 零 of 一百零食 is none.
            if !next.is_some_and(|c| signs::of(c).is_some() || c == '几') {
                break;
            }
        }
        match run.take(sign) {
            Taken::Yes => run.end = after,
            Taken::No => break,
            Taken::ReadOut => return Some(read_out(text, start, plain)),
        }
    }
    (run.signs > 0).then(|| run.finish(text))
}

/// What became of a sign.
enum Taken {
    Yes,
    /// It does not go on with the numeral.
    No,
    /// The digits are read out one by one.
    ReadOut,
}

/// A numeral on the way through its signs.
struct Run {
    start: usize,
    end: usize,
    /// Signs taken.
    signs: usize,
    /// Digits among them.
    digits: usize,
    /// The groups closed by 万 and 亿.
    groups: f64,
    /// The group under way, as far as its 千 百 十 have come.
    group: f64,
    /// The digit that still waits for its multiplier.
    digit: Option<u8>,
    /// The last 十 百 千 of the group under way.
    small: Option<f64>,
    /// The last 万 or 亿.
    big: Option<f64>,
    /// A 零 stands since the last multiplier: the digit behind it counts ones.
    zero: bool,
    /// Two digits side by side: 七八.
    about: bool,
    /// 几 stands for the digit of the multiplier to come.
    several: bool,
    /// Nothing but 百 千 万 亿.
    round: bool,
}

impl Run {
    fn new(start: usize) -> Self {
        Self {
            start,
            end: start,
            signs: 0,
            digits: 0,
            groups: 0.0,
            group: 0.0,
            digit: None,
            small: None,
            big: None,
            zero: false,
            about: false,
            several: false,
            round: true,
        }
    }

    fn take(&mut self, sign: Sign) -> Taken {
        let taken = match sign {
            Sign::Digit(digit) => self.digit(digit),
            Sign::Small(by) => self.small(by),
            Sign::Big(by) => self.big(by),
            Sign::Tens(tens) => self.tens(tens),
        };
        if matches!(taken, Taken::Yes) {
            self.signs += 1;
        }
        taken
    }

    fn has_multiplier(&self) -> bool {
        self.small.is_some() || self.big.is_some()
    }

    fn digit(&mut self, digit: u8) -> Taken {
        if let Some(before) = self.digit {
            if self.has_multiplier() && (self.about || digit == 0) {
                return Taken::No;
            }
            // 三五 and 七八 are about, everything else side by side is read out.
            let close = before > 0 && (digit == before + 1 || (before == 3 && digit == 5));
            if !close || self.about {
                return if self.has_multiplier() {
                    Taken::No
                } else {
                    Taken::ReadOut
                };
            }
            self.about = true;
        } else if digit == 0 && self.signs > 0 {
            self.zero = true;
        } else if self.round && self.signs > 0 {
            // 万一, 百一: a multiplier without a digit before it takes none behind it.
            return Taken::No;
        } else {
            self.digit = Some(digit);
        }
        self.digits += 1;
        self.round = false;
        Taken::Yes
    }

    fn small(&mut self, by: f64) -> Taken {
        // 五十千, 七十百: a higher multiplier behind a lower one begins something else.
        if self.small.is_some_and(|before| by >= before) {
            return Taken::No;
        }
        // Only 十 does without a digit in the middle: 一百十五.
        if self.digit.is_none() && self.signs > 0 && by > 10.0 && !self.several {
            return Taken::No;
        }
        let count = self.digit.take().filter(|&d| d > 0).unwrap_or(1);
        self.group += f64::from(count) * by;
        self.small = Some(by);
        self.zero = false;
        if by == 10.0 {
            self.round = false;
        }
        Taken::Yes
    }

    fn tens(&mut self, tens: f64) -> Taken {
        if self.digit.is_some() || self.small.is_some_and(|before| before <= 10.0) {
            return Taken::No;
        }
        self.group += tens;
        self.small = Some(10.0);
        self.zero = false;
        self.round = false;
        Taken::Yes
    }

    fn big(&mut self, by: f64) -> Taken {
        let here = self.group + f64::from(self.digit.unwrap_or(0));
        let above = self.big.is_some_and(|before| by >= before);
        self.groups = if self.signs == 0 {
            by
        } else if here == 0.0 && self.big.is_none() {
            return Taken::No;
        } else if above {
            // 一万五千亿, 万亿
            (self.groups + here) * by
        } else if here == 0.0 {
            return Taken::No;
        } else {
            self.groups + here * by
        };
        self.groups = self.groups.min(LARGEST);
        self.group = 0.0;
        self.digit = None;
        self.small = None;
        self.big = Some(by);
        self.zero = false;
        Taken::Yes
    }

    /// What the signs are worth. A last digit right behind 百 or more counts the next lower place: 二百五, 九万四.
    fn value(&self) -> f64 {
        let step = self.small.or(self.big).filter(|&by| by >= 100.0);
        let place = match step {
            Some(by) if !self.zero => by / 10.0,
            _ => 1.0,
        };
        self.groups + self.group + f64::from(self.digit.unwrap_or(0)) * place
    }

    /// Decimals, 几 余 多 and the multipliers behind them.
    fn finish(self, text: &str) -> Numeral {
        let mut value = self.value();
        let mut end = self.end;
        let mut chars = self.signs;
        let decimals = if self.about {
            None
        } else {
            decimals(text, end)
        };
        if let Some(decimals) = &decimals {
            let behind = end + '点'.len_utf8() + decimals.len() * '一'.len_utf8();
            let (factor, after) = multipliers(text, behind, 1e2);
            value = scaled(&format!("{}.{decimals}", value as u64), factor);
            chars += 1 + decimals.len();
            end = after;
        }
        // 十几, 一百零几
        let open = self.digit.is_none() && self.has_multiplier() && decimals.is_none();
        let mut body = end;
        let mut qualifier = self.several.then_some("多");
        while let Some(c) = char_at(text, end) {
            let word = match c {
                '几' if open && qualifier.is_none() => Some("多"),
                _ => vague(c).filter(|_| self.has_multiplier() || chars > 1),
            };
            let Some(word) = word else { break };
            qualifier = qualifier.or(Some(word));
            let (factor, after) = multipliers(text, end + c.len_utf8(), 1e3);
            value *= factor;
            end = after;
            if factor <= 1.0 {
                break;
            }
            body = end;
        }
        Numeral {
            start: self.start,
            end,
            body,
            value: value.min(LARGEST),
            chinese: true,
            chars,
            round: self.round,
            about: self.about,
            decimal: decimals.is_some(),
            qualifier,
            factor: 1.0,
        }
    }
}

/// The multipliers at a byte from the smallest one on that may stand there, as one factor, and where they end.
fn multipliers(text: &str, start: usize, smallest: f64) -> (f64, usize) {
    let (mut factor, mut end) = (1.0_f64, start);
    while let Some(c) = char_at(text, end) {
        let Some(by) = multiplier(c).filter(|&by| by >= smallest && !is_unit_prefix(text, end, c))
        else {
            break;
        };
        factor = (factor * by).min(LARGEST);
        end += c.len_utf8();
    }
    (factor, end)
}

/// The digits behind 点, as ASCII: 三点五万, 十点二三三. 三点五十分 is a time, and 两 no decimal.
fn decimals(text: &str, start: usize) -> Option<String> {
    let rest = text.get(start..)?.strip_prefix('点')?;
    let mut digits = String::new();
    for c in rest.chars() {
        match digit(c).filter(|_| c != '两' && c != '兩') {
            Some(d) if digits.len() < 300 => digits.push(char::from(b'0' + d)),
            _ => {
                let time = matches!(c, '十' | '分' | '刻' | '钟' | '两');
                return (!digits.is_empty() && !time).then_some(digits);
            }
        }
    }
    (!digits.is_empty()).then_some(digits)
}

/// 数十, 几百, 数千万: at least one of what is named.
fn several(text: &str, start: usize, first: char) -> Option<Numeral> {
    let from = start + first.len_utf8();
    multiplier(char_at(text, from)?)?;
    let numeral = read(text, from)?;
    let signs_only = text
        .get(from..numeral.body)?
        .chars()
        .all(|c| multiplier(c).is_some());
    signs_only.then_some(Numeral {
        start,
        chars: numeral.chars + 1,
        qualifier: Some("多"),
        ..numeral
    })
}

/// 半百.
fn half(text: &str, start: usize) -> Option<Numeral> {
    let end = start + "半百".len();
    text.get(start..end)?
        .starts_with("半百")
        .then_some(Numeral {
            start,
            end,
            body: end,
            value: 50.0,
            chinese: true,
            chars: 2,
            round: false,
            about: false,
            decimal: false,
            qualifier: None,
            factor: 1.0,
        })
}

/// Digits read out one by one, as in a year: 二〇二三.
fn read_out(text: &str, start: usize, plain: impl Fn(char) -> char) -> Numeral {
    let mut end = start;
    let (mut value, mut chars) = (0.0_f64, 0usize);
    for c in text.get(start..).unwrap_or_default().chars() {
        let Some(d) = digit(plain(c)) else { break };
        value = (value * 10.0 + f64::from(d)).min(LARGEST);
        chars += 1;
        end += c.len_utf8();
    }
    Numeral {
        start,
        end,
        body: end,
        value,
        chinese: true,
        chars,
        round: false,
        about: false,
        decimal: false,
        qualifier: None,
        factor: 1.0,
    }
}
