//! Numerals with a unit of measure, of money, or of age: 2.3千克, 两米半, 人民币50元, 十个月大.

use super::super::numerals::{Numeral, char_at};
use super::super::units;
use super::{Kind, Reading};
use crate::report::FigureKind;

/// Units of measure that no report counts in, parted by spaces; those of [`units`] come on top.
const UNITS: &str = "\
纳米 微米 分米 光年 英寸 英尺 英里 英亩 里 尺 寸 平方厘米 平方毫米 平方分米 平方英尺 立方厘米 立方分米 立方英尺 公升 分升 厘升 加仑 品脱 盎司 磅 英磅 克拉 两 钱 担 吨位 \
比特 千比特 兆比特 吉比特 字节 千字节 兆字节 吉字节 太字节 KB PB Mb Gb 马力 焦 焦耳 千焦 千焦耳 卡 大卡 千卡 卡路里 赫 赫兹 千赫 千赫兹 兆赫 兆赫兹 吉赫 吉赫兹 Hz kHz MHz GHz 帕 帕斯卡 千帕 兆帕 \
伏 伏特 安 安培 毫安 欧姆 摄氏度 华氏度 ℃ ℉ 公里每小时 公里/小时 千米每小时 千米/小时 米每秒 米/秒 英里每小时 km/h m/s cm mm dm nm mg ml mL ft in lb oz";

/// Characters that make another word of a unit when they follow: 五角大楼, 三里屯.
const NOT_BEFORE: &[(&str, &str)] = &[
    ("里", "面程屯弄外边约"),
    ("尺", "度寸"),
    ("寸", "步"),
    ("两", "个名人次家位种类岸侧者点天年条项级"),
    ("钱", "包币财"),
    ("担", "心任当保"),
    ("焦", "点虑急"),
    ("卡", "车片口号"),
    ("赫", "然"),
    ("伏", "天案法笔"),
    ("安", "全排静装慰徽"),
    ("帕", "金"),
];

/// Money beyond that of [`units`]: 10万人民币, 五角, but not 五角大楼.
const COINS: &[(&str, &str)] = &[
    ("人民币", ""),
    ("角", "大度落形星色逐力"),
    ("毛", "病泽衣巾"),
];

/// The measure, the sum or the age that a numeral is, if it is one.
pub fn of(text: &str, numeral: &Numeral) -> Option<Reading> {
    let rest = text.get(numeral.end..)?;
    // 168 cm
    let (rest, start) = match rest.strip_prefix(' ') {
        Some(rest) => (rest, numeral.end + 1),
        None => (rest, numeral.end),
    };
    let (len, kind) = unit(rest)?;
    let mut reading = Reading::new(numeral.start, start + len, kind, numeral.value);
    reading.unit = rest.get(..len)?.to_owned();
    let behind = rest.get(len..)?;
    if kind == Kind::Currency {
        const YUAN: &str = "人民币";
        if text.get(..numeral.start)?.ends_with(YUAN) {
            reading.start -= YUAN.len();
        }
    } else if behind.starts_with('半')
        && !char_at(behind, '半'.len_utf8()).is_some_and(|c| "个天年月夜".contains(c))
    {
        reading.value += 0.5;
        reading.end += '半'.len_utf8();
    }
    Some(reading)
}

/// The unit at the start of a text: its bytes and the kind of quantity it makes.
fn unit(text: &str) -> Option<(usize, Kind)> {
    if let Some(len) = age(text) {
        return Some((len, Kind::Age));
    }
    let fits = |word: &str, not_before: &str| {
        let next = char_at(text, word.len());
        let latin = word.ends_with(|c: char| c.is_ascii_alphabetic());
        !next.is_some_and(|c| not_before.contains(c) || (latin && c.is_ascii_alphanumeric()))
    };
    let own = UNITS
        .split_ascii_whitespace()
        .filter(|word| text.starts_with(word))
        .max_by_key(|word| word.len())
        .filter(|word| {
            let not_before = NOT_BEFORE.iter().find(|(unit, _)| unit == word);
            fits(word, not_before.map_or("", |(_, next)| next))
        })
        .map(|word| (word.len(), Kind::Dimension));
    let coin = COINS
        .iter()
        .find(|(word, not_before)| text.starts_with(word) && fits(word, not_before))
        .map(|(word, _)| (word.len(), Kind::Currency));
    let report = units::read(text).and_then(|unit| match unit.kind {
        FigureKind::Measure => Some((unit.len, Kind::Dimension)),
        FigureKind::Money => Some((unit.len, Kind::Currency)),
        _ => None,
    });
    [own, coin, report]
        .into_iter()
        .flatten()
        .max_by_key(|&(len, _)| len)
}

/// 岁, 周岁, and 个月大, 天大: the bytes of a unit of age.
fn age(text: &str) -> Option<usize> {
    let years = ["周岁", "岁"]
        .into_iter()
        .find(|word| text.starts_with(word));
    let shorter = [
        "个月大",
        "月大",
        "个星期大",
        "星期大",
        "周大",
        "天大",
        "年大",
    ];
    years
        .or_else(|| shorter.into_iter().find(|word| text.starts_with(word)))
        .map(str::len)
}
