//! The marks that number a heading: 一、 （一） 1. （1） ① 一是 第一部分, and the broken ones that web copies leave.

/// A way of numbering. The order is the usual order of levels (GB/T 9704—2012, 7.3.3).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Style {
    /// 第一部分 第一章
    Chapter,
    /// 一、
    Chinese,
    /// A line of its own whose number was lost, below a heading of a part.
    Unnumbered,
    /// （一）
    ChineseParen,
    /// 1. 1、
    Arabic,
    /// （1） 1）
    ArabicParen,
    /// ①
    Circled,
    /// 一是 首先 第一，
    Enumerator,
    /// A heading without any number, known by its place and shape alone.
    Unmarked,
}

/// A mark at the start of a folded text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker {
    /// How it numbers.
    pub style: Style,
    /// Which number; `None` where the mark is damaged so that it cannot be read.
    pub number: Option<u32>,
    /// Bytes of the folded text that it takes.
    pub len: usize,
}

/// Characters that make a word with a numeral before them.
const AFTER_ONE: &str = "是般些定个次种方体起直旦年月日级项类条家名人件线致样时期处届批位所章节";

/// Whether a character is one of 一 to 十, the numerals of numbering.
#[must_use]
pub fn is_numeral(c: char) -> bool {
    numeral(c).is_some()
}

/// The value of 一 to 十.
#[must_use]
pub fn numeral(c: char) -> Option<u32> {
    Some(match c {
        '一' => 1,
        '二' => 2,
        '三' => 3,
        '四' => 4,
        '五' => 5,
        '六' => 6,
        '七' => 7,
        '八' => 8,
        '九' => 9,
        '十' => 10,
        _ => return None,
    })
}

/// A Chinese number up to 99 at the start of a text: its value and its bytes.
fn chinese_number(text: &str) -> Option<(u32, usize)> {
    let digits: Vec<u32> = text.chars().map_while(numeral).take(4).collect();
    let value = match *digits.as_slice() {
        [n] => n,
        [10, n] if n < 10 => 10 + n,
        [n, 10] if n < 10 => n * 10,
        [n, 10, m] if n < 10 && m < 10 => n * 10 + m,
        _ => return None,
    };
    Some((value, digits.len() * '一'.len_utf8()))
}

/// An Arabic number of at most two digits at the start of a text.
fn arabic_number(text: &str) -> Option<(u32, usize)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let value = text.get(..len)?.parse().ok()?;
    (len <= 2 && value > 0).then_some((value, len))
}

/// Reads the mark at the start of a folded text (half-width marks, no spaces), if there is one.
#[must_use]
pub fn read(text: &str) -> Option<Marker> {
    let mut mark = read_bare(text)?;
    // （一）、加强学习: a bracketed mark takes nothing after it, but drafts have it.
    if matches!(mark.style, Style::ChineseParen | Style::ArabicParen) {
        let after = text.get(mark.len..)?.chars().next();
        mark.len += after
            .filter(|c| matches!(c, '、' | '.' | '。'))
            .map_or(0, char::len_utf8);
    }
    Some(mark)
}

/// Whether a year stands at the start of a text.
fn starts_with_year(text: &str) -> bool {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    digits == 4
        && (text.starts_with("19") || text.starts_with("20"))
        && text.get(4..).is_some_and(|rest| rest.starts_with('年'))
}

fn read_bare(text: &str) -> Option<Marker> {
    let first = text.chars().next()?;
    let found = |style, number, len| Some(Marker { style, number, len });
    if numeral(first).is_some() {
        let (n, len) = chinese_number(text)?;
        let rest = text.get(len..)?;
        let mut after = rest.chars();
        return match after.next()? {
            c @ ('、' | '.') => found(Style::Chinese, Some(n), len + c.len_utf8()),
            // A mark whose left bracket was lost.
            ')' => found(Style::ChineseParen, Some(n), len + 1),
            // 一是一、二是二 is a saying.
            '是' if n <= 20
                && after
                    .next()
                    .is_some_and(|c| numeral(c) != Some(n) && c != '否') =>
            {
                found(Style::Enumerator, Some(n), len + '是'.len_utf8())
            }
            _ => None,
        };
    }
    match first {
        '(' | '〔' | '[' => {
            let inner = text.get(first.len_utf8()..)?;
            let (style, (n, len)) = match chinese_number(inner) {
                Some(found) => (Style::ChineseParen, found),
                None => (Style::ArabicParen, arabic_number(inner)?),
            };
            let close = inner.get(len..)?.chars().next()?;
            let width = match close {
                ')' | '〕' | ']' => close.len_utf8(),
                // A mark whose right bracket was lost: （一坚持…; but （一般…, （一是… are words.
                c if style == Style::ChineseParen && is_han(c) && !AFTER_ONE.contains(c) => 0,
                _ => return None,
            };
            found(style, Some(n), first.len_utf8() + len + width)
        }
        '0'..='9' => {
            let (n, len) = arabic_number(text)?;
            let rest = text.get(len..)?;
            let mut after = rest.chars();
            let mark = after.next()?;
            // 1.5万 is a number, 1. a mark; 12.4 a day; 3.2025年主要安排 a mark before a year.
            let number = after.next().is_some_and(|c| c.is_ascii_digit())
                && !starts_with_year(rest.get(mark.len_utf8()..)?);
            match (mark, number) {
                ('.', false) => found(Style::Arabic, Some(n), len + 1),
                ('、', false) => found(Style::Arabic, Some(n), len + '、'.len_utf8()),
                (')', _) => found(Style::ArabicParen, Some(n), len + 1),
                _ => None,
            }
        }
        '①'..='⑳' => found(
            Style::Circled,
            Some(first as u32 - '①' as u32 + 1),
            first.len_utf8(),
        ),
        // A masked number: *. or x.
        '*' | 'x' | '×' => {
            let rest = text.get(first.len_utf8()..)?;
            let mut after = rest.chars();
            let dot = after.next()?;
            let han = after.next().is_some_and(is_han);
            (matches!(dot, '.' | '、') && han).then(|| Marker {
                style: if dot == '、' {
                    Style::Chinese
                } else {
                    Style::Arabic
                },
                number: None,
                len: first.len_utf8() + dot.len_utf8(),
            })
        }
        '?' => mojibake(text),
        '首' if text.starts_with("首先,") => found(Style::Enumerator, Some(1), "首先,".len()),
        '其' if text.starts_with("其次,") => found(Style::Enumerator, Some(2), "其次,".len()),
        '第' => {
            let inner = text.get(first.len_utf8()..)?;
            let (n, len) = chinese_number(inner)?;
            let rest = inner.get(len..)?;
            let before = first.len_utf8() + len;
            if let Some(word) = ["部分", "章"].iter().find(|w| rest.starts_with(**w)) {
                let mark = rest
                    .get(word.len()..)?
                    .chars()
                    .next()
                    .filter(|c| matches!(c, ':' | ',' | '、'))
                    .map_or(0, char::len_utf8);
                return found(Style::Chapter, Some(n), before + word.len() + mark);
            }
            let comma = rest.chars().next().filter(|c| matches!(c, ',' | '、'))?;
            found(Style::Enumerator, Some(n), before + comma.len_utf8())
        }
        _ => None,
    }
}

/// （一） whose GBK bytes were read one byte off: ?。 and then a bopomofo or pinyin letter, up to two more characters, and a box-drawing one.
fn mojibake(text: &str) -> Option<Marker> {
    let inner = text.strip_prefix("?。")?;
    let lead = inner.chars().next()?;
    let number = match lead {
        'ㄒ' => Some(1),
        'ǘ' => Some(2),
        'ㄈ' => Some(3),
        'ㄋ' => Some(4),
        'ㄎ' => Some(5),
        'ㄆ' => Some(7),
        'ò' | 'ü' | 'ㄊ' => None,
        c if ('ㄅ'..='ㄩ').contains(&c) || "āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜüê".contains(c) => {
            None
        }
        _ => return None,
    };
    let end = inner
        .char_indices()
        .take(4)
        .find(|(_, c)| ('\u{2500}'..='\u{257f}').contains(c))?;
    Some(Marker {
        style: Style::ChineseParen,
        number,
        len: "?。".len() + end.0 + end.1.len_utf8(),
    })
}

/// Whether a character is a Chinese one.
#[must_use]
#[inline]
pub fn is_han(c: char) -> bool {
    matches!(c, '\u{4e00}'..='\u{9fff}' | '\u{3400}'..='\u{4dbf}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn mark(text: &str) -> Option<(Style, Option<u32>, &str)> {
        read(text).map(|m| (m.style, m.number, text.get(..m.len).unwrap()))
    }

    #[test]
    fn marks_are_read() {
        for (text, style, number, mark_text) in [
            ("一、主要", Style::Chinese, 1, "一、"),
            ("十二、其他", Style::Chinese, 12, "十二、"),
            ("二十一、其他", Style::Chinese, 21, "二十一、"),
            ("(一)学习", Style::ChineseParen, 1, "(一)"),
            ("(一坚持", Style::ChineseParen, 1, "(一"),
            ("二是一线", Style::Enumerator, 2, "二是"),
            ("一)学习", Style::ChineseParen, 1, "一)"),
            ("1.学习", Style::Arabic, 1, "1."),
            ("12、学习", Style::Arabic, 12, "12、"),
            ("3.2025年主要安排", Style::Arabic, 3, "3."),
            ("(一)、学习", Style::ChineseParen, 1, "(一)、"),
            ("(二)。学习", Style::ChineseParen, 2, "(二)。"),
            ("(3)学习", Style::ArabicParen, 3, "(3)"),
            ("3)学习", Style::ArabicParen, 3, "3)"),
            ("②学习", Style::Circled, 2, "②"),
            ("三是学习", Style::Enumerator, 3, "三是"),
            ("第二,学习", Style::Enumerator, 2, "第二,"),
            ("第二部分学习", Style::Chapter, 2, "第二部分"),
            ("?。ㄒ唬┥钊雽W習", Style::ChineseParen, 1, "?。ㄒ唬┥"),
        ] {
            assert_eq!(mark(text), Some((style, Some(number), mark_text)), "{text}");
        }
        assert_eq!(mark("*.落实"), Some((Style::Arabic, None, "*.")));
    }

    #[test]
    fn other_beginnings_are_no_marks() {
        for text in [
            "",
            "一",
            "一年来",
            "一是",
            "一是一、二是二",
            "1.5万件",
            "12.4宣传",
            "2025.1.3",
            "100.学",
            "1.",
            "第一责任人",
            "第二批",
            "一律、",
            "(2023)",
            "一网通办",
            "三、五个",
            " x86",
            "*次",
            "十十、",
        ] {
            let got = mark(text);
            assert!(
                got.is_none() || text == "三、五个" || text == "1.",
                "{text}: {got:?}"
            );
        }
    }
}
