//! The numbers that Word and LibreOffice put before paragraphs by themselves, as they would have been typed: 三, 叁, ③, iii.

/// A way of writing a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Ordinal {
    /// 1
    Decimal,
    /// 01
    DecimalZero,
    /// １
    FullWidth,
    /// 一 and 十一; above 99 digit by digit, 一〇〇, where `thousands` is not set, and else 一百
    Chinese {
        /// Whether it counts on with 百 and 千.
        thousands: bool,
    },
    /// 一 and 一一
    ChineseDigits,
    /// 壹 and 壹拾壹
    Legal,
    /// 壹 and 壹拾壹, in traditional characters
    LegalTraditional,
    /// One of a row of signs; beyond its end a decimal number.
    Sign(&'static str),
    /// a and aa
    Letter,
    /// A and AA
    UpperLetter,
    /// i
    Roman,
    /// I
    UpperRoman,
    /// No number at all.
    None,
}

const CIRCLED: &str =
    "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳㉑㉒㉓㉔㉕㉖㉗㉘㉙㉚㉛㉜㉝㉞㉟㊱㊲㊳㊴㊵㊶㊷㊸㊹㊺㊻㊼㊽㊾㊿";
const STOPPED: &str = "⒈⒉⒊⒋⒌⒍⒎⒏⒐⒑⒒⒓⒔⒕⒖⒗⒘⒙⒚⒛";
const BRACKETED: &str = "⑴⑵⑶⑷⑸⑹⑺⑻⑼⑽⑾⑿⒀⒁⒂⒃⒄⒅⒆⒇";
const CIRCLED_CHINESE: &str = "㊀㊁㊂㊃㊄㊅㊆㊇㊈㊉";
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";

impl Ordinal {
    /// By its name in WordprocessingML (ISO/IEC 29500-1, 17.18.59). What Chinese offices do not use is written as a decimal number.
    pub(super) fn of_word(name: &str) -> Self {
        match name {
            "decimalZero" => Self::DecimalZero,
            "decimalFullWidth" | "decimalFullWidth2" => Self::FullWidth,
            "chineseCounting" | "taiwaneseCounting" => Self::Chinese { thousands: false },
            "chineseCountingThousand" | "taiwaneseCountingThousand" | "japaneseCounting" => {
                Self::Chinese { thousands: true }
            }
            "ideographDigital" | "taiwaneseDigital" | "japaneseDigitalTenThousand" => {
                Self::ChineseDigits
            }
            "chineseLegalSimplified" => Self::Legal,
            "ideographLegalTraditional" | "japaneseLegal" => Self::LegalTraditional,
            "decimalEnclosedCircle" | "decimalEnclosedCircleChinese" => Self::Sign(CIRCLED),
            "decimalEnclosedFullstop" => Self::Sign(STOPPED),
            "decimalEnclosedParen" => Self::Sign(BRACKETED),
            "ideographEnclosedCircle" => Self::Sign(CIRCLED_CHINESE),
            "ideographTraditional" => Self::Sign(STEMS),
            "ideographZodiac" => Self::Sign(BRANCHES),
            "lowerLetter" => Self::Letter,
            "upperLetter" => Self::UpperLetter,
            "lowerRoman" => Self::Roman,
            "upperRoman" => Self::UpperRoman,
            "none" | "bullet" => Self::None,
            _ => Self::Decimal,
        }
    }

    /// By a sample, as OpenDocument names it (ISO/IEC 26300-3, 19.500): `1`, `a`, `I`, `一, 二, 三, ...`.
    pub(super) fn of_sample(sample: &str) -> Self {
        let mut signs = sample.chars().filter(|c| !", .".contains(*c));
        match signs.next() {
            None => Self::None,
            Some('０' | '１') => Self::FullWidth,
            Some('一') => Self::Chinese { thousands: true },
            Some('〇') => Self::ChineseDigits,
            Some('壹') if sample.contains('贰') => Self::Legal,
            Some('壹' | '壱') => Self::LegalTraditional,
            Some('①') => Self::Sign(CIRCLED),
            Some('甲') => Self::Sign(STEMS),
            Some('子') => Self::Sign(BRANCHES),
            Some('a') => Self::Letter,
            Some('A') => Self::UpperLetter,
            Some('i') => Self::Roman,
            Some('I') => Self::UpperRoman,
            Some('0') => Self::DecimalZero,
            Some(_) => Self::Decimal,
        }
    }

    /// Writes a number.
    pub(super) fn write(self, number: u32) -> String {
        let decimal = number.to_string();
        match self {
            Self::None => String::new(),
            Self::Decimal => decimal,
            Self::DecimalZero => format!("{number:02}"),
            Self::FullWidth => signs(&decimal, "０１２３４５６７８９"),
            Self::ChineseDigits => signs(&decimal, "〇一二三四五六七八九"),
            Self::Chinese { thousands } if number < 100 || thousands => {
                let counted = counted(number, "零一二三四五六七八九", "十百千");
                match counted.strip_prefix("一十") {
                    Some(rest) if number < 20 => format!("十{rest}"),
                    _ => counted,
                }
            }
            Self::Chinese { .. } => signs(&decimal, "〇一二三四五六七八九"),
            Self::Legal => counted(number, "零壹贰叁肆伍陆柒捌玖", "拾佰仟"),
            Self::LegalTraditional => counted(number, "零壹貳參肆伍陸柒捌玖", "拾佰仟"),
            Self::Sign(row) => {
                let at = (number as usize).checked_sub(1);
                let sign = at.and_then(|at| row.chars().nth(at));
                sign.map_or(decimal, String::from)
            }
            Self::Letter => letters(number, b'a'),
            Self::UpperLetter => letters(number, b'A'),
            Self::Roman => roman(number).to_lowercase(),
            Self::UpperRoman => roman(number),
        }
    }
}

/// No number that is typed is longer in bytes; a template that makes it so is a trick.
pub(super) const MOST_BYTES: usize = 200;

/// A number before the words of a paragraph, with what parts the two, as a typist would have it: nothing behind a mark that ends it, nor where it is set
/// `tight`; else a space.
pub(super) fn before_words(number: &str, tight: bool) -> String {
    let number = number.trim();
    let is_sign = |c| matches!(c, '\u{2460}'..='\u{24ff}' | '\u{3200}'..='\u{32ff}');
    if number.len() > MOST_BYTES {
        return String::new();
    }
    let ended = number.ends_with(|c: char| !c.is_alphanumeric() || is_sign(c));
    let parted = !tight && !ended && !number.is_empty();
    format!("{number}{}", if parted { " " } else { "" })
}

/// A decimal number in other digits.
fn signs(decimal: &str, digits: &str) -> String {
    let digit = |c: char| digits.chars().nth(c.to_digit(10)? as usize);
    decimal.chars().filter_map(digit).collect()
}

/// A number up to 9999 as it is said in Chinese; above it, digit by digit.
fn counted(number: u32, digits: &str, units: &str) -> String {
    let decimal = number.to_string();
    if number == 0 || decimal.len() > 4 {
        return signs(&decimal, digits);
    }
    let mut text = String::new();
    let mut gap = false;
    for (at, c) in decimal.chars().enumerate() {
        let unit = decimal.len() - 1 - at;
        let digit = c.to_digit(10).unwrap_or(0) as usize;
        if digit == 0 {
            gap = true;
            continue;
        }
        if std::mem::take(&mut gap) {
            text.extend(digits.chars().next());
        }
        text.extend(digits.chars().nth(digit));
        text.extend(unit.checked_sub(1).and_then(|unit| units.chars().nth(unit)));
    }
    text
}

/// a to z, then aa to zz.
fn letters(number: u32, first: u8) -> String {
    const MOST: u32 = 20;
    let Some(before) = number.checked_sub(1) else {
        return String::new();
    };
    let letter = char::from(first + (before % 26) as u8);
    let times = (before / 26 + 1).min(MOST) as usize;
    std::iter::repeat_n(letter, times).collect()
}

fn roman(number: u32) -> String {
    const SIGNS: [(u32, &str); 13] = [
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    ];
    if number > 3999 {
        return number.to_string();
    }
    let (mut left, mut text) = (number, String::new());
    for (value, sign) in SIGNS {
        while left >= value {
            text.push_str(sign);
            left -= value;
        }
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_formats_write_as_word_does() {
        for (name, numbers) in [
            ("decimal", [(1, "1"), (10, "10"), (21, "21"), (105, "105")]),
            (
                "decimalZero",
                [(1, "01"), (10, "10"), (21, "21"), (105, "105")],
            ),
            (
                "decimalFullWidth",
                [(1, "１"), (10, "１０"), (21, "２１"), (105, "１０５")],
            ),
            (
                "chineseCounting",
                [(1, "一"), (10, "十"), (21, "二十一"), (105, "一〇五")],
            ),
            (
                "chineseCountingThousand",
                [
                    (11, "十一"),
                    (110, "一百一十"),
                    (21, "二十一"),
                    (105, "一百零五"),
                ],
            ),
            (
                "japaneseCounting",
                [(1, "一"), (10, "十"), (20, "二十"), (1005, "一千零五")],
            ),
            (
                "ideographDigital",
                [(1, "一"), (10, "一〇"), (21, "二一"), (105, "一〇五")],
            ),
            (
                "chineseLegalSimplified",
                [(3, "叁"), (10, "壹拾"), (21, "贰拾壹"), (105, "壹佰零伍")],
            ),
            (
                "ideographLegalTraditional",
                [(3, "參"), (10, "壹拾"), (21, "貳拾壹"), (105, "壹佰零伍")],
            ),
            (
                "decimalEnclosedCircleChinese",
                [(1, "①"), (20, "⑳"), (50, "㊿"), (51, "51")],
            ),
            (
                "decimalEnclosedParen",
                [(1, "⑴"), (20, "⒇"), (21, "21"), (2, "⑵")],
            ),
            (
                "ideographTraditional",
                [(1, "甲"), (10, "癸"), (11, "11"), (2, "乙")],
            ),
            (
                "ideographZodiac",
                [(1, "子"), (12, "亥"), (13, "13"), (2, "丑")],
            ),
            (
                "lowerLetter",
                [(1, "a"), (26, "z"), (27, "aa"), (53, "aaa")],
            ),
            ("upperLetter", [(1, "A"), (26, "Z"), (27, "AA"), (0, "")]),
            (
                "lowerRoman",
                [(1, "i"), (4, "iv"), (19, "xix"), (4000, "4000")],
            ),
            (
                "upperRoman",
                [(1, "I"), (9, "IX"), (40, "XL"), (2024, "MMXXIV")],
            ),
            ("none", [(1, ""), (2, ""), (3, ""), (4, "")]),
            ("bullet", [(1, ""), (2, ""), (3, ""), (4, "")]),
            ("arabicAlpha", [(1, "1"), (2, "2"), (3, "3"), (4, "4")]),
        ] {
            for (number, text) in numbers {
                assert_eq!(
                    Ordinal::of_word(name).write(number),
                    text,
                    "{name} {number}"
                );
            }
        }
    }

    #[test]
    fn samples_name_formats() {
        for (sample, third) in [
            ("1", "3"),
            ("a", "c"),
            ("A", "C"),
            ("i", "iii"),
            ("I", "III"),
            ("", ""),
            ("一, 二, 三, ...", "三"),
            ("壹, 贰, 叁, ...", "叁"),
            ("壹, 貳, 參, ...", "參"),
            ("①, ②, ③, ...", "③"),
            ("１, ２, ３, ...", "３"),
            ("甲, 乙, 丙, ...", "丙"),
            ("子, 丑, 寅, ...", "寅"),
        ] {
            assert_eq!(Ordinal::of_sample(sample).write(3), third, "{sample}");
        }
    }

    #[test]
    fn no_number_is_too_large() {
        for name in [
            "lowerLetter",
            "upperRoman",
            "chineseCountingThousand",
            "decimalFullWidth",
        ] {
            assert!(Ordinal::of_word(name).write(u32::MAX).chars().count() <= 20);
        }
    }
}
