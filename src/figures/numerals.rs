//! Numerals as reports write them: 1,234  ２.3万  650余万  三十五  千余  百分之五. A hand scanner over folded text: it reads the number
//! and nothing behind it, so the unit is somebody else's matter.

/// A numeral and what it is worth.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Numeral {
    /// First byte in the text read.
    pub start: usize,
    /// One past its last byte; multipliers and a 余 or 多 that stands behind the digits are inside.
    pub end: usize,
    /// What it is worth, 百 千 万 亿 folded in; for 三五 and 七八 the lower one.
    pub value: f64,
    /// Written in Chinese numerals.
    pub chinese: bool,
    /// Characters of the number itself, without the 余 or 多.
    pub chars: usize,
    /// Nothing but 百 千 万 亿: 千余人, 近万户, but also 千方百计.
    pub round: bool,
    /// Digits behind a decimal point.
    pub decimal: bool,
    /// 余 or 多 behind the digits.
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

/// The value of a Chinese digit.
fn digit(c: char) -> Option<u8> {
    Some(match c {
        '零' | '〇' => 0,
        '一' => 1,
        '二' | '两' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        _ => return None,
    })
}

/// The value of a Chinese unit of counting.
fn multiplier(c: char) -> Option<f64> {
    Some(match c {
        '十' => 1e1,
        '百' => 1e2,
        '千' => 1e3,
        '万' => 1e4,
        '亿' => 1e8,
        _ => return None,
    })
}

/// Whether a numeral can start with this character. 零 and 〇 start none that counts anything.
#[must_use]
pub fn starts_numeral(c: char) -> bool {
    c.is_ascii_digit()
        || (c > '\u{4dff}' && (digit(c).is_some_and(|d| d > 0) || multiplier(c).is_some()))
}

/// Reads the numeral that starts at a byte.
#[must_use]
pub fn read(text: &str, start: usize) -> Option<Numeral> {
    let first = char_at(text, start)?;
    if first.is_ascii_digit() {
        arabic(text, start)
    } else {
        chinese(text, start)
    }
}

/// The bytes of a run of ASCII digits.
fn digits_len(text: &str, at: usize) -> usize {
    let rest = text.as_bytes().get(at..).unwrap_or_default();
    rest.iter().take_while(|b| b.is_ascii_digit()).count()
}

/// 123  1,234  1 234  12.5, and 百 千 万 亿 behind them.
fn arabic(text: &str, start: usize) -> Option<Numeral> {
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
    let mut decimal = false;
    if bytes.get(end) == Some(&b'.') {
        let fraction = digits_len(text, end + 1);
        if fraction > 0 {
            decimal = true;
            end += 1 + fraction;
        }
    }
    let written = text.get(start..end)?;
    let chars = end - start;
    let tail = Tail::read(text, end);
    let mut value = scaled(written, tail.factor)?;
    end = tail.end;
    // 1亿2000万, 1万5千
    let mut below = tail.factor;
    while below > 1.0 && tail.qualifier.is_none() {
        let more = digits_len(text, end);
        let Ok(part) = text.get(end..end + more).unwrap_or_default().parse::<f64>() else {
            break;
        };
        let next = Tail::read(text, end + more);
        // 3万4000
        if next.factor <= 1.0 && below == 1e4 && more == 4 {
            value += part;
            end = next.end;
            break;
        }
        if next.factor <= 1.0 || next.factor >= below || part >= below {
            break;
        }
        value += part * next.factor;
        below = next.factor;
        end = next.end;
        if next.qualifier.is_some() {
            return Some(Numeral {
                start,
                end,
                value,
                chinese: false,
                chars,
                round: false,
                decimal,
                qualifier: next.qualifier,
                factor: tail.factor,
            });
        }
    }
    Some(Numeral {
        start,
        end,
        value,
        chinese: false,
        chars,
        round: false,
        decimal,
        qualifier: tail.qualifier,
        factor: tail.factor,
    })
}

/// Digits times a power of ten, without the error that multiplying brings: 46.73万 is 467300.
fn scaled(written: &str, factor: f64) -> Option<f64> {
    let plain = || written.chars().filter(|c| !matches!(c, ',' | ' '));
    if factor <= 1.0 {
        return plain().collect::<String>().parse().ok();
    }
    let zeros = factor.log10().round() as u32;
    plain()
        .chain(format!("e{zeros}").chars())
        .collect::<String>()
        .parse()
        .ok()
}

/// What stands behind the digits: 余 and 多, 百 千 万 亿, in either order.
struct Tail {
    end: usize,
    factor: f64,
    qualifier: Option<&'static str>,
}

impl Tail {
    fn read(text: &str, start: usize) -> Self {
        let mut tail = Self {
            end: start,
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
            } else {
                break;
            }
            tail.end = next;
        }
        tail
    }
}

/// 余 and 多 behind a number.
fn vague(c: char) -> Option<&'static str> {
    match c {
        '余' => Some("余"),
        '多' => Some("多"),
        _ => None,
    }
}

/// Whether the multiplier belongs to a unit: 千克, 千瓦, 百分点.
fn is_unit_prefix(text: &str, at: usize, c: char) -> bool {
    let after = char_at(text, at + c.len_utf8());
    match c {
        '千' => after.is_some_and(|n| "克米瓦伏赫卡".contains(n)),
        '百' => after == Some('分'),
        _ => false,
    }
}

/// 三十五  两千余  万  七八, and 十几 as 十多.
fn chinese(text: &str, start: usize) -> Option<Numeral> {
    let mut end = start;
    let mut chars = 0usize;
    let (mut total, mut section, mut last) = (0.0_f64, 0.0_f64, None::<u8>);
    let mut largest = 1.0_f64;
    let mut previous_multiplier = false;
    // The multiplier right before the last digit, if one stands there: 二百五 is 250.
    let (mut smallest, mut elliptic) = (1.0_f64, 1.0_f64);
    let (mut round, mut range) = (true, false);
    while let Some(c) = char_at(text, end) {
        if let Some(d) = digit(c) {
            if let Some(before) = last.filter(|&before| before > 0) {
                // Two digits side by side: 三五 and 七八 are about, everything else is read out digit by digit.
                if range || !(d == before + 1 || (before == 3 && d == 5)) {
                    return read_out(text, start);
                }
                range = true;
                chars += 1;
                end += c.len_utf8();
                continue;
            }
            elliptic = if previous_multiplier && smallest >= 100.0 {
                smallest / 10.0
            } else {
                1.0
            };
            last = Some(d);
            round = false;
            previous_multiplier = false;
        } else if let Some(by) = multiplier(c) {
            if is_unit_prefix(text, end, c) {
                break;
            }
            if by >= 1e4 {
                let here = section + f64::from(last.unwrap_or(0));
                let here = if here == 0.0 && total == 0.0 {
                    1.0
                } else {
                    here
                };
                if largest > 1.0 && by > largest {
                    total = (total + here) * by;
                } else if here == 0.0 {
                    total *= by;
                } else {
                    total += here * by;
                }
                largest = largest.max(by);
                section = 0.0;
            } else {
                section += f64::from(last.filter(|&d| d > 0).unwrap_or(1)) * by;
            }
            if by == 10.0 {
                round = false;
            }
            last = None;
            smallest = by;
            previous_multiplier = true;
        } else {
            break;
        }
        chars += 1;
        end += c.len_utf8();
    }
    if chars == 0 {
        return None;
    }
    let mut value = total + section + f64::from(last.unwrap_or(0)) * elliptic;
    if let Some((fraction, after)) = fraction(text, end) {
        value += fraction;
        chars += 2;
        end = after;
        if let Some(c) = char_at(text, end)
            && let Some(by) = multiplier(c).filter(|&by| by >= 1e4)
        {
            value *= by;
            end += c.len_utf8();
        }
        value = (value * 1e6).round() / 1e6;
    }
    let mut qualifier = None;
    if let Some(c) = char_at(text, end) {
        let about = if c == '几' && previous_multiplier {
            Some("多")
        } else {
            vague(c)
        };
        if about.is_some() && (previous_multiplier || chars > 1) {
            qualifier = about;
            end += c.len_utf8();
            while let Some(c) = char_at(text, end) {
                let Some(by) =
                    multiplier(c).filter(|&by| by >= 1e3 && !is_unit_prefix(text, end, c))
                else {
                    break;
                };
                value *= by;
                end += c.len_utf8();
            }
        }
    }
    Some(Numeral {
        start,
        end,
        value,
        chinese: true,
        chars,
        round,
        decimal: false,
        qualifier,
        factor: 1.0,
    })
}

/// 点五 behind a Chinese numeral, where a unit of counting or of share follows: 三点五万, 六点二个百分点. 三点一线 is no decimal.
fn fraction(text: &str, start: usize) -> Option<(f64, usize)> {
    let rest = text.get(start..)?.strip_prefix('点')?;
    let (mut value, mut scale, mut len) = (0.0, 0.1, 0);
    for (c, d) in rest.chars().map_while(|c| Some((c, digit(c)?))).take(15) {
        value += f64::from(d) * scale;
        scale /= 10.0;
        len += c.len_utf8();
    }
    let after = rest.get(len..)?;
    let counted = [
        "万",
        "亿",
        "个百分点",
        "倍",
        "成",
        "%",
        "公里",
        "吨",
        "平方",
    ];
    (len > 0 && counted.iter().any(|word| after.starts_with(word)))
        .then_some((value, start + '点'.len_utf8() + len))
}

/// Digits read out one by one, as in a year: 二〇二三.
fn read_out(text: &str, start: usize) -> Option<Numeral> {
    let mut end = start;
    let (mut value, mut chars) = (0.0_f64, 0usize);
    for c in text.get(start..)?.chars() {
        let Some(d) = digit(c) else { break };
        value = (value * 10.0 + f64::from(d)).min(1e300);
        chars += 1;
        end += c.len_utf8();
    }
    Some(Numeral {
        start,
        end,
        value,
        chinese: true,
        chars,
        round: false,
        decimal: false,
        qualifier: None,
        factor: 1.0,
    })
}

/// A share written with 分之, at its first byte: its last byte, and its value as a part of one.
#[must_use]
pub fn share(text: &str, start: usize) -> Option<(usize, f64, f64)> {
    const WORD: &str = "分之";
    let head = text.get(start..)?;
    let (whole, at) = if head
        .strip_prefix('百')
        .is_some_and(|rest| rest.starts_with(WORD))
    {
        (100.0, start + '百'.len_utf8())
    } else {
        let whole = read(text, start)?;
        (whole.value, whole.end)
    };
    let at = text
        .get(at..)?
        .starts_with(WORD)
        .then_some(at + WORD.len())?;
    let part = char_at(text, at)
        .filter(|&c| starts_numeral(c) || c == '零')
        .and_then(|_| read(text, at))?;
    let mut value = part.value;
    let mut end = part.end;
    let point = text.get(end..)?.strip_prefix('点');
    if let Some(fraction) = point.filter(|_| part.chinese) {
        let mut scale = 0.1;
        end += '点'.len_utf8();
        let from = end;
        for d in fraction.chars().map_while(digit).take(15) {
            value += f64::from(d) * scale;
            scale /= 10.0;
            end += '零'.len_utf8();
        }
        if end == from {
            end = part.end;
        }
        value = (value * 1e9).round() / 1e9;
    }
    (whole > 0.0).then_some((end, value, whole))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numerals_have_their_value() {
        for (text, value, len) in [
            ("1,234件", 1234.0, 5),
            ("12 345人", 12345.0, 6),
            ("1,2,3", 1.0, 1),
            ("0.5万余元", 5000.0, 9),
            ("650余万元", 6_500_000.0, 9),
            ("1千余条", 1000.0, 7),
            ("1.36亿元", 136_000_000.0, 7),
            ("1.2万亿元", 1.2e12, 9),
            ("1亿2000万元", 120_000_000.0, 11),
            ("5千克", 5.0, 1),
            ("7.6个百分点", 7.6, 3),
            ("三", 3.0, 3),
            ("二十余次", 20.0, 9),
            ("三十余万次", 300_000.0, 12),
            ("十几次", 10.0, 6),
            ("一百零五", 105.0, 12),
            ("两万三千", 23000.0, 12),
            ("一百二十万", 1_200_000.0, 15),
            ("三万亿", 3e12, 9),
            ("千余人", 1000.0, 6),
            ("万余人", 10000.0, 6),
            ("七八个", 7.0, 6),
            ("十七八岁", 17.0, 9),
            ("二〇二三年", 2023.0, 12),
            ("一千零五十万", 10_500_000.0, 18),
            ("万万万", 1e12, 9),
            ("二百五", 250.0, 9),
            ("九万四", 94000.0, 9),
            ("一万零十二", 10012.0, 15),
            ("3万4000人", 34000.0, 8),
            ("三点五万件", 35000.0, 12),
            ("三点一线", 3.0, 3),
            ("46.73万元", 467_300.0, 8),
        ] {
            let got = read(text, 0).unwrap();
            assert_eq!((got.value, got.end), (value, len), "{text}");
        }
    }

    #[test]
    fn shares_have_their_value() {
        for (text, part, whole) in [
            ("百分之九十", 90.0, 100.0),
            ("百分之九十九点五", 99.5, 100.0),
            ("百分之百", 100.0, 100.0),
            ("百分之96.5", 96.5, 100.0),
            ("三分之二", 2.0, 3.0),
            ("千分之三", 3.0, 1000.0),
        ] {
            let (end, got, of) = share(text, 0).unwrap();
            assert_eq!((end, got, of), (text.len(), part, whole), "{text}");
        }
        assert_eq!(share("百分之", 0), None);
        assert_eq!(share("十分", 0), None);
    }
}
