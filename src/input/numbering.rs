//! The numbers that a word processor puts before paragraphs by itself, as text: 一、（一）1.

/// Levels of a list.
pub(super) const LEVELS: usize = 9;

/// How a number is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Style {
    /// 1 2 3
    Arabic,
    /// 01 02 03
    Padded,
    /// １ ２ ３
    Wide,
    /// 一 二 三
    Chinese,
    /// 壹 贰 叁
    ChineseLegal,
    /// I II III
    Roman,
    /// i ii iii
    SmallRoman,
    /// A B C
    Letter,
    /// a b c
    SmallLetter,
    /// ① ② ③
    Circled,
    /// ⑴ ⑵ ⑶
    Bracketed,
    /// ⒈ ⒉ ⒊
    Dotted,
    /// ㈠ ㈡ ㈢
    BracketedChinese,
    /// 甲 乙 丙
    Stems,
    /// 子 丑 寅
    Branches,
    /// A bullet, or nothing
    None,
}

/// A level of a list.
#[derive(Clone, Debug)]
pub(super) struct Level {
    pub(super) style: Style,
    pub(super) start: u32,
    /// What stands before the paragraph; U+0000 to U+0008 for the numbers of the first to the ninth level.
    pub(super) text: String,
    /// All numbers of the text in Arabic numerals.
    pub(super) legal: bool,
    /// It begins again after a paragraph of any level under this one; 0 for never.
    pub(super) restart: usize,
}

/// How far each level of a list has been counted.
#[derive(Clone, Debug, Default)]
pub(super) struct Counter([Option<u32>; LEVELS]);

impl Counter {
    /// Counts a paragraph on, and gives what stands before it, apart from its words where they would run together.
    pub(super) fn next(&mut self, levels: &[Level], depth: usize) -> String {
        let Some(level) = levels.get(depth) else {
            return String::new();
        };
        for (deeper, lower) in levels.iter().enumerate().skip(depth + 1) {
            if depth < lower.restart
                && let Some(count) = self.0.get_mut(deeper)
            {
                *count = None;
            }
        }
        if let Some(count) = self.0.get_mut(depth) {
            *count = Some(count.map_or(level.start, |n| n.saturating_add(1)));
        }
        if level.style == Style::None && !level.text.chars().any(|c| c < '\u{9}') {
            return String::new();
        }
        let mut out = String::new();
        for c in level.text.chars() {
            let place = usize::try_from(u32::from(c)).unwrap_or(LEVELS);
            match levels.get(place).filter(|_| place < LEVELS) {
                Some(other) => {
                    let count = self.0.get(place).copied().flatten();
                    let legal = level.legal && other.style != Style::None;
                    let style = if legal { Style::Arabic } else { other.style };
                    out.push_str(&style.write(count.unwrap_or(other.start)));
                }
                None if place < LEVELS => {}
                None => out.push(c),
            }
        }
        if out.ends_with(|c: char| c.is_ascii_alphanumeric()) {
            out.push(' ');
        }
        out
    }
}

const DIGITS: [char; 10] = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];
const LEGAL: [char; 10] = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖'];
const STEMS: &str = "甲乙丙丁戊己庚辛壬癸";
const BRANCHES: &str = "子丑寅卯辰巳午未申酉戌亥";
const ROMAN: [(u32, &str); 13] = [
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

impl Style {
    /// The number in this style, or in Arabic numerals where the style ends before it.
    pub(super) fn write(self, n: u32) -> String {
        let special = match self {
            Self::None => return String::new(),
            Self::Arabic => None,
            Self::Padded => return format!("{n:02}"),
            Self::Wide => return n.to_string().chars().map(wide).collect(),
            Self::Chinese => chinese(n, &DIGITS, ['十', '百', '千'], "一十"),
            Self::ChineseLegal => chinese(n, &LEGAL, ['拾', '佰', '仟'], ""),
            Self::Roman => roman(n),
            Self::SmallRoman => roman(n).map(|text| text.to_ascii_lowercase()),
            Self::Letter => letter(n, b'A'),
            Self::SmallLetter => letter(n, b'a'),
            Self::Circled => among(n, '①', 20),
            Self::Bracketed => among(n, '⑴', 20),
            Self::Dotted => among(n, '⒈', 20),
            Self::BracketedChinese => among(n, '㈠', 10),
            Self::Stems => one_of(n, STEMS),
            Self::Branches => one_of(n, BRANCHES),
        };
        special.unwrap_or_else(|| n.to_string())
    }
}

fn wide(digit: char) -> char {
    char::from_u32(u32::from(digit) - u32::from('0') + u32::from('０')).unwrap_or(digit)
}

/// A number under ten thousand as it is said; at its head `shortened` loses its first character.
fn chinese(n: u32, digits: &[char; 10], places: [char; 3], shortened: &str) -> Option<String> {
    let [ten, hundred, thousand] = places;
    let mut out = String::new();
    let mut gap = false;
    for (worth, place) in [
        (1000, Some(thousand)),
        (100, Some(hundred)),
        (10, Some(ten)),
        (1, None),
    ] {
        let digit = usize::try_from(n / worth % 10).ok()?;
        if digit == 0 {
            gap = !out.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            out.extend(digits.first());
        }
        out.extend(digits.get(digit));
        out.extend(place);
    }
    if !shortened.is_empty() && out.starts_with(shortened) {
        out.remove(0);
    }
    (1..10_000).contains(&n).then_some(out)
}

fn roman(mut n: u32) -> Option<String> {
    if !(1..4000).contains(&n) {
        return None;
    }
    let mut out = String::new();
    for (worth, sign) in ROMAN {
        while n >= worth {
            out.push_str(sign);
            n -= worth;
        }
    }
    Some(out)
}

/// A to Z, then AA, BB and so on.
fn letter(n: u32, first: u8) -> Option<String> {
    let before = n.checked_sub(1).filter(|&before| before < 26 * 26)?;
    let letter = first.checked_add(u8::try_from(before % 26).ok()?)?;
    let times = usize::try_from(before / 26).ok()? + 1;
    Some(char::from(letter).to_string().repeat(times))
}

fn among(n: u32, first: char, most: u32) -> Option<String> {
    let before = n.checked_sub(1).filter(|&before| before < most)?;
    char::from_u32(u32::from(first) + before).map(String::from)
}

fn one_of(n: u32, list: &str) -> Option<String> {
    let before = usize::try_from(n.checked_sub(1)?).ok()?;
    list.chars().nth(before).map(String::from)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_in_every_style() {
        for (style, cases) in [
            (Style::Arabic, &[(1, "1"), (12, "12")][..]),
            (Style::Padded, &[(3, "03"), (12, "12")]),
            (Style::Wide, &[(12, "１２")]),
            (
                Style::Chinese,
                &[
                    (1, "一"),
                    (10, "十"),
                    (12, "十二"),
                    (20, "二十"),
                    (101, "一百零一"),
                    (110, "一百一十"),
                    (1001, "一千零一"),
                    (0, "0"),
                    (12_345, "12345"),
                ],
            ),
            (Style::ChineseLegal, &[(3, "叁"), (10, "壹拾")]),
            (
                Style::Roman,
                &[(4, "IV"), (1999, "MCMXCIX"), (4000, "4000")],
            ),
            (Style::SmallRoman, &[(9, "ix")]),
            (Style::Letter, &[(1, "A"), (27, "AA"), (0, "0")]),
            (Style::SmallLetter, &[(26, "z")]),
            (Style::Circled, &[(1, "①"), (20, "⑳"), (21, "21")]),
            (Style::Bracketed, &[(1, "⑴")]),
            (Style::Dotted, &[(2, "⒉")]),
            (Style::BracketedChinese, &[(10, "㈩")]),
            (Style::Stems, &[(2, "乙"), (11, "11")]),
            (Style::Branches, &[(1, "子")]),
            (Style::None, &[(1, "")]),
        ] {
            for &(n, text) in cases {
                assert_eq!(style.write(n), text, "{style:?} {n}");
            }
        }
    }

    fn level(style: Style, text: &str, depth: usize) -> Level {
        Level {
            style,
            start: 1,
            text: text.to_owned(),
            legal: false,
            restart: depth,
        }
    }

    #[test]
    fn levels_count_by_themselves_and_begin_again_under_the_next_heading() {
        let levels = [
            level(Style::Chinese, "\0、", 0),
            level(Style::Chinese, "（\u{1}）", 1),
            level(Style::Arabic, "\u{2}.", 2),
        ];
        let mut counter = Counter::default();
        let written: Vec<String> = [0, 1, 1, 2, 0, 1, 2, 2]
            .map(|depth| counter.next(&levels, depth))
            .into();
        assert_eq!(
            written,
            [
                "一、",
                "（一）",
                "（二）",
                "1.",
                "二、",
                "（一）",
                "1.",
                "2."
            ]
        );
    }

    #[test]
    fn a_number_of_several_levels_and_what_never_begins_again() {
        let mut second = level(Style::Arabic, "\0.\u{1}", 1);
        second.legal = true;
        let levels = [
            level(Style::Chinese, "第\0章", 0),
            second,
            level(Style::Circled, "\u{2}", 0),
        ];
        let mut counter = Counter::default();
        let written: Vec<String> = [0, 1, 2, 0, 1, 2, 7]
            .map(|depth| counter.next(&levels, depth))
            .into();
        assert_eq!(written, ["第一章", "1.1 ", "①", "第二章", "2.1 ", "②", ""]);
    }

    #[test]
    fn a_bullet_is_no_number() {
        let levels = [level(Style::None, "•", 0)];
        assert_eq!(Counter::default().next(&levels, 0), "");
    }
}
