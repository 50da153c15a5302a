//! Words that another kind of body uses of itself: 我镇 in the report of a street.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::{in_head, lead, tail};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

use super::own;

pub const RULE: Definition = Definition {
    code: "D01",
    slug: "other-self-word",
    title: "自称与单位类型不符",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "街道自称“我镇”“全镇”，镇自称“我街道”“本乡”，县自称“我区”等。街道写“镇党委”、镇写“党工委”的，只作提示。",
    why: "街道设党工委、办事处，乡镇设党委、政府、人大；混用多是借用了别的类型单位的稿子。",
    example: "某街道的报告写“我镇全年调解纠纷86件”。写上级、写具体地名的不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.iter().map(|word| word.0)), check),
};

/// A word, the kinds of places that say it of themselves, and whether it can mean nobody else.
const WORDS: &[(&str, &[&str], bool)] = &[
    ("我镇", &["镇"], true),
    ("本镇", &["镇"], true),
    ("全镇", &["镇"], true),
    ("镇党委", &["镇"], false),
    ("镇政府", &["镇"], false),
    ("镇人大", &["镇"], false),
    ("我乡", &["乡"], true),
    ("本乡", &["乡"], true),
    ("全乡", &["乡"], true),
    ("乡党委", &["乡"], false),
    ("乡政府", &["乡"], false),
    ("乡人大", &["乡"], false),
    ("我街道", &["街道"], true),
    ("本街道", &["街道"], true),
    ("全街道", &["街道"], true),
    ("街道党工委", &["街道"], false),
    ("街道办事处", &["街道"], false),
    ("党工委", &["街道"], false),
    ("我县", &["县"], true),
    ("本县", &["县"], true),
    ("我区", &["区"], true),
    ("本区", &["区"], true),
    ("我市", &["市"], true),
    ("全县", &["县"], true),
    ("街道", &["街道"], false),
    ("全市", &["市"], false),
];

/// Characters that make other words of 全镇, 本镇, 我镇: 健全镇街联动, 成本, 自我.
const OTHER_WORDS: &str = "健安完齐保成资基根自大";

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (word, kinds, own_word) = WORDS.get(hit.index)?;
    if *word == "全市" {
        return of_a_province(document, hit);
    }
    let lowest = ["镇", "乡", "街道"];
    let own = own::name(document)?;
    let comparable = lowest.contains(&own.kind) == kinds.iter().any(|kind| lowest.contains(kind));
    if kinds.contains(&own.kind) || !comparable || hit.in_book_title() || hit.in_quotes() {
        return None;
    }
    let last = hit.before.chars().next_back();
    if last.is_some_and(|c| OTHER_WORDS.contains(c)) {
        return None;
    }
    if *word == "街道" {
        return subject(document, hit, own.place);
    }
    if *own_word {
        // A district may speak of its city, and 我区 of an autonomous region.
        let above = kinds.contains(&"市") && own.kind != "市"
            || *word == "全县" && own.kind != "区"
            || kinds.contains(&"区") && in_head(document, "自治区");
        // 本区域, 我市场, 全镇街 are other words.
        let other = ["村", "镇", "域", "间", "场", "街", "乡", "土", "别"];
        if above || other.iter().any(|c| hit.after.starts_with(c)) {
            return None;
        }
        return Some(Draft::at(
            Severity::Warning,
            hit.span(document),
            format!("报告单位是“{}”，这里写的是“{word}”，请核对。", own.place),
        ));
    }
    // Behind a name it is another body's: 柳塘镇政府, 新区党工委.
    let bare = last.is_none_or(|c| !is_han(c)) || hit.before.ends_with("年");
    let zone = in_head(document, "管委会");
    if !bare || zone || hit.after.starts_with(['、', '和']) {
        return None;
    }
    Some(Draft::at(
        Severity::Notice,
        hit.span(document),
        format!(
            "报告单位是“{}”，这里写的是“{word}”，请看是否有误。",
            own.place
        ),
    ))
}

/// What a street does or has, at the start of a clause: 街道组织…… in the report of a town. Streets of houses do nothing of it.
static OF_A_BODY: Lexicon = Lexicon::new(
    "组织 召开 印发 制定 成立 建立 坚持 严格 深入 认真 积极 高度 始终 党政 主要 领导 机关 司法所 合法性 法律顾问 法治 综治中心 \
     平安 综合执法队 聘请 邀请 调解 将 把 累计 共 全年 每季度 年初 干部 立足 聚焦 围绕 通过",
);

fn subject(document: &Document<'_>, hit: &Hit<'_>, own: &str) -> Option<Draft> {
    let opens = hit.before.is_empty() || hit.before.ends_with([',', '。', ';', ':']);
    (opens && OF_A_BODY.start_of(hit.after).is_some()).then(|| {
        Draft::at(
            Severity::Warning,
            hit.span(document),
            format!("报告单位是“{own}”，这里自称“街道”，请核对。"),
        )
    })
}

/// 全市 in the report of a province or an office of it, where the sentence names no city.
fn of_a_province(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let title = document.found.title_folded.as_str();
    let title = title.trim_start_matches(|c: char| c.is_ascii_digit() || "年度关于《".contains(c));
    let end = ["20", "关于", "法治"]
        .iter()
        .filter_map(|word| title.find(word))
        .min()?;
    let body = title.get(..end)?;
    let below = ['市', '县', '区', '州', '盟', '旗', '镇', '乡'];
    let named = |text: &str| {
        text.match_indices('市').any(|(at, city)| {
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at + city.len()..).unwrap_or_default();
            before.ends_with(is_han)
                && !before.ends_with(['全', '超', '省'])
                && before
                    .strip_suffix('城')
                    .is_none_or(|rest| rest.ends_with(is_han))
                && !after.starts_with(['场', '容'])
        })
    };
    let around = [lead(hit.before), tail(hit.after)];
    let provincial = body.contains('省') && !body.contains(below);
    if !provincial || around.into_iter().any(named) || hit.in_book_title() || hit.in_quotes() {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        hit.span(document),
        format!("报告单位是“{body}”，这里写的是“全市”，请核对。"),
    ))
}
