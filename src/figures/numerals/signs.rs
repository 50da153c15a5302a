//! The signs Chinese numerals are written with, plain, in capitals (壹佰) and traditional (萬), and what each is worth.

use crate::text::charset::CharSet;
use crate::text::lexicon::Lexicon;

/// What a character does in a numeral.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Sign {
    /// 零 to 九.
    Digit(u8),
    /// 十 百 千: counts within a group of four places.
    Small(f64),
    /// 万 亿: closes a group.
    Big(f64),
    /// 廿 卅 卌: tens in one sign.
    Tens(f64),
}

/// The sign a character is.
#[must_use]
pub fn of(c: char) -> Option<Sign> {
    Some(match c {
        '零' | '〇' | '○' => Sign::Digit(0),
        '一' => Sign::Digit(1),
        '二' | '两' | '兩' => Sign::Digit(2),
        '三' => Sign::Digit(3),
        '四' => Sign::Digit(4),
        '五' => Sign::Digit(5),
        '六' => Sign::Digit(6),
        '七' => Sign::Digit(7),
        '八' => Sign::Digit(8),
        '九' => Sign::Digit(9),
        '十' => Sign::Small(1e1),
        '百' => Sign::Small(1e2),
        '千' => Sign::Small(1e3),
        '万' | '萬' => Sign::Big(1e4),
        '亿' | '億' => Sign::Big(1e8),
        '廿' => Sign::Tens(20.0),
        '卅' => Sign::Tens(30.0),
        '卌' => Sign::Tens(40.0),
        _ => return None,
    })
}

/// The plain sign for a capital one. Most of these characters have other meanings (队伍, 参加, 陆续): see [`super::starts`].
#[must_use]
pub fn plain(c: char) -> Option<char> {
    Some(match c {
        '壹' => '一',
        '贰' | '貳' | '弍' => '二',
        '叁' | '叄' | '參' | '参' => '三',
        '肆' => '四',
        '伍' => '五',
        '陆' | '陸' => '六',
        '柒' => '七',
        '捌' => '八',
        '玖' => '九',
        '拾' => '十',
        '佰' => '百',
        '仟' => '千',
        _ => return None,
    })
}

/// Every character that a numeral can start with.
static STARTING: CharSet = CharSet::new(
    "0123456789零〇一二两兩三四五六七八九十百千万萬亿億廿卅卌数几半壹贰貳弍叁叄參参肆伍陆陸柒捌玖拾佰仟",
);

/// Whether a character can start a numeral at all.
#[must_use]
#[inline]
pub fn may_start(c: char) -> bool {
    STARTING.contains(c)
}

/// The value of a digit.
#[must_use]
pub fn digit(c: char) -> Option<u8> {
    match of(c) {
        Some(Sign::Digit(digit)) => Some(digit),
        _ => None,
    }
}

/// The factor of 十 百 千 万 亿.
#[must_use]
pub fn multiplier(c: char) -> Option<f64> {
    match of(c) {
        Some(Sign::Small(by) | Sign::Big(by)) => Some(by),
        _ => None,
    }
}

/// 余 and 多 behind a number.
#[must_use]
pub fn vague(c: char) -> Option<&'static str> {
    match c {
        '余' => Some("余"),
        '多' => Some("多"),
        _ => None,
    }
}

/// Whether the multiplier at a byte belongs to a unit: 千克, 千瓦, 百分点.
#[must_use]
pub fn is_unit_prefix(text: &str, at: usize, c: char) -> bool {
    static KILO: Lexicon = Lexicon::new("克 米 瓦 伏 赫 卡 焦 帕 比特 字节 分点");
    let after = text.get(at + c.len_utf8()..).unwrap_or_default();
    match c {
        '千' => KILO.starts(after),
        '百' => after.starts_with("分点"),
        _ => false,
    }
}
