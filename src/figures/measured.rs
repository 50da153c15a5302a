//! Measure words that only count in some places: 年, 岁, 分, 大, 小时, and what names, times and addresses make of them.

use super::numerals::{self, Numeral};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

/// Whether a numeral and its measure word count something, by the clause before them and the words behind.
#[must_use]
pub fn measure_counts(numeral: &Numeral, unit: &str, clause: &str, after: &str) -> bool {
    let next = after.chars().next();
    let circle = || {
        let phrase = after
            .split([',', '。', ';', '、', '”'])
            .next()
            .unwrap_or_default();
        phrase.chars().take(12).any(|c| c == '圈')
    };
    match unit {
        "大" => {
            !numeral.chinese
                && !numeral.decimal
                && numeral.value <= 30.0
                && next.is_some_and(is_han)
        }
        "年" => year_counts(numeral, clause, next),
        "岁" | "周岁" => clause.contains("年龄") || clause.ends_with("平均"),
        "分" => {
            !numeral.chinese
                && [
                    "得",
                    "分",
                    "扣",
                    "记",
                    "评",
                    "考",
                    "加",
                    "满意度",
                    "成绩",
                    "提高",
                    "上升",
                    "下降",
                    "达",
                ]
                .iter()
                .any(|word| clause.contains(word))
                && !clause.ends_with(['时', '点'])
                && !clause.ends_with("满分")
        }
        "届" => !numeral.chinese && next.is_none_or(|c| !"全会中三四五六七次历委".contains(c)),
        "层" | "道" | "排" | "方" | "股" | "尾" | "根" | "片" | "眼" | "桌" | "席" | "床"
        | "兆" | "瓦" | "首" | "句" | "对" | "周" | "秒" | "头" | "口" | "串" | "顶" | "路"
        | "幕" | "曲" | "窝" | "班" | "盘" | "匹" | "具" | "杆" | "网点" | "点位" => {
            !numeral.chinese && (unit != "方" || next.is_none_or(|c| !is_han(c)))
        }
        "天" => numeral.value != 365.0 && numeral.value != 366.0,
        "小时" | "个小时" | "分钟" => {
            let around_the_clock =
                numeral.value == 24.0 && next != Some('内') && !after.starts_with("以内");
            !around_the_clock && !circle() && next != Some('外') && !after.starts_with("以外")
        }
        "公里" | "米" | "千米" => !clause.ends_with("最后") && !circle(),
        "个" => {
            next.is_none_or(|c| {
                let one_in_quotes = c == '“' && after.chars().nth(2) == Some('”');
                !(numerals::starts_numeral(c) || (numeral.chinese && one_in_quotes))
            }) && !(numeral.value < 20.0 && slogan(after))
        }
        "份" => !clause.ends_with("共印") && !clause.ends_with("印发"),
        "次" if after.starts_with("会议") || after.starts_with("全") => {
            // 十八届人大三次会议 names a meeting; 召开两次会议 counts.
            !["届", "人大", "政协", "代表大会", "委员会"]
                .iter()
                .any(|word| clause.ends_with(word))
        }
        "次" => !clause.ends_with('跑') && !after.starts_with('办') && !after.starts_with("告知"),
        "件" => !(clause.ends_with("办好") && after.starts_with('事')),
        "期" => !["工程", "项目", "建设"]
            .iter()
            .any(|word| after.starts_with(word)),
        "页" => !after.chars().take(5).any(|c| c == '版'),
        "栋" | "幢" | "间" => {
            next.is_none_or(|c| !c.is_ascii_digit())
                && !clause.ends_with(['号', '弄', '路'])
                && !after.starts_with("单元")
        }
        "台" => next != Some('县'),
        _ => true,
    }
}

/// 个 before one of these is a slogan even with Arabic digits: 4个意识.
fn slogan(after: &str) -> bool {
    [
        "意识",
        "自信",
        "维护",
        "到位",
        "确立",
        "必须坚持",
        "亲自",
        "务必",
        "一律",
    ]
    .iter()
    .any(|word| after.starts_with(word))
}

/// 连续3年 is a time that lasted; 2023年, 三年行动, 一年来 are not.
fn year_counts(numeral: &Numeral, clause: &str, next: Option<char>) -> bool {
    static LASTING: Lexicon =
        Lexicon::new("连续 历时 长达 为期 超过 已满 至少 不少于 不低于 持续 近");
    numeral.value < 60.0
        && !numeral.chinese
        && !numeral.round
        && LASTING.ends(clause)
        && next.is_none_or(|c| !"来间行规计度底初末以期".contains(c))
}
