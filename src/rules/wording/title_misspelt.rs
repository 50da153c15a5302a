//! The title of a law or a paper with a character wrong, lost or too many, or of another kind: 《规章制度程序条例》, 《优化营商环境法》.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::laws::LAWS;
use crate::rules::data::papers::PAPERS;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;
use crate::text::marker::{is_han, is_numeral};

pub const RULE: Definition = Definition {
    code: "I18",
    slug: "title-misspelt",
    title: "法律、文件的名称写错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "书名号里的名称，与报告常引用的法律、法规、中央文件的名称只差一两个字的，或者把条例写成法、把法写成条例的。地方的条例、实施办法、草案不查。",
    why: "引用法律和文件要用准确的名称（GB/T 9704—2012），写错一个字就成了另一个文件。",
    example: "“落实《规章制度程序条例》”，应为《规章制定程序条例》。",
    any_genre: true,
    check: Check::Document(check),
};

/// A title as it is printed, and its telling characters.
type Known = (&'static str, Vec<char>);

/// The known titles by their first two characters: those are taken for right.
static KNOWN: LazyLock<FxHashMap<[char; 2], Vec<Known>>> = LazyLock::new(|| {
    let mut known: FxHashMap<_, Vec<Known>> = FxHashMap::default();
    for title in LAWS.iter().map(|law| law.title).chain(PAPERS.lines()) {
        let chars = telling(title);
        if let [one, two, ..] = chars[..] {
            known.entry([one, two]).or_default().push((title, chars));
        }
    }
    known
});

/// Titles in 《》 are no longer, in bytes.
const LONGEST: usize = 240;
/// Of so many characters are titles compared; those of laws with the name of the state before them may be shorter.
const SHORTEST: usize = 6;
const SHORTEST_LAW: usize = 4;
/// In a title so long two characters may be wrong, in a shorter one one.
const LONG: usize = 16;
const STATE: &str = "中华人民共和国";

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (start, text) in blocks(document) {
        for (at, mark) in text.match_indices('《') {
            let from = at + mark.len();
            let rest = text.get(from..).unwrap_or_default();
            let rest = rest.get(..rest.floor_char_boundary(LONGEST.min(rest.len())));
            let Some((title, _)) = rest.and_then(|rest| rest.split_once('》')) else {
                continue;
            };
            let own = || {
                let before = text.get(..at).unwrap_or_default();
                MAKING.ends(before)
            };
            let of_kind = || of_another_kind(title).filter(|_| !own());
            let Some(right) = meant(title).or_else(of_kind) else {
                continue;
            };
            let span = document.span(&(start + from..start + from + title.len()));
            let message = format!("名称写得不对，请看是否应为《{right}》。");
            drafts.push(Draft::at(Severity::Warning, span, message).instead(right, false));
        }
    }
    drafts
}

/// What is done with papers of one's own.
static MAKING: Lexicon = Lexicon::new("制定 修订 印发 出台 起草 发布 审议 完善");
/// The kinds of papers that are taken for one another.
static KINDS: Lexicon = Lexicon::new("法 条例 规定 办法 决定 准则");
/// What the law is about that has no namesake among the regulations of a province or a city.
static ONLY_LAWS: Lexicon = Lexicon::new(
    "行政复议 行政处罚 行政诉讼 行政许可 行政强制 国家赔偿 公务员 治安管理处罚 公职人员政务处分 个人信息保护",
);

/// The known title that one stands for which is the same but for the kind of paper.
fn of_another_kind(title: &str) -> Option<String> {
    /// A title so long, in bytes, is no one's own.
    const LONG: usize = 36;
    let law = title.strip_prefix(STATE);
    let bare = law.unwrap_or(title);
    let name = bare.strip_prefix("关于").unwrap_or(bare);
    let (about, kind) = parted(name)?;
    let chars = telling(name);
    let &[one, two, ..] = &chars[..] else {
        return None;
    };
    let known = KNOWN.get(&[one, two])?;
    if known.iter().any(|(right, _)| *right == name) {
        return None;
    }
    let right = known.iter().map(|(right, _)| *right);
    let right = right.filter_map(|right| parted(right).filter(|parts| parts.0 == about));
    let (_, right) = right.min_by_key(|(_, kind)| kind.len())?;
    let wrong = match (kind, right) {
        ("法", _) => about.chars().count() > 3,
        ("条例", "法") => ONLY_LAWS.holds(about) || law.is_some(),
        ("条例", _) => true,
        _ => law.is_some() || about.ends_with("暂行") || about.len() >= LONG,
    };
    let lead = title.get(..title.len() - name.len())?;
    wrong.then(|| [lead, about, right].concat())
}

/// What a paper is about, and of what kind it is.
fn parted(title: &str) -> Option<(&str, &'static str)> {
    let kinds = KINDS.words();
    kinds
        .filter_map(|kind| Some((title.strip_suffix(kind)?, kind)))
        .min_by_key(|(about, _)| about.len())
}

/// The known title that a wrong one stands for.
fn meant(title: &str) -> Option<String> {
    let title = title.split('(').next()?;
    let law = title.strip_prefix(STATE);
    let (lead, name) = match (law, title.find("关于")) {
        (Some(law), _) => (STATE, law),
        (None, Some(at)) => title.split_at_checked(at + "关于".len())?,
        (None, None) => ("", title),
    };
    let chars = telling(name);
    let shortest = if law.is_some() {
        SHORTEST_LAW
    } else {
        SHORTEST
    };
    let &[one, two, ..] = &chars[..] else {
        return None;
    };
    let known = KNOWN.get(&[one, two]).filter(|_| chars.len() >= shortest)?;
    if known.iter().any(|(_, right)| *right == chars) {
        return None;
    }
    let (right, _) = known.iter().find(|(_, right)| slipped(&chars, right))?;
    Some([lead, right].concat())
}

fn telling(title: &str) -> Vec<char> {
    title
        .chars()
        .filter(|c| is_han(*c) || c.is_ascii_alphanumeric())
        .collect()
}

/// Whether the one is the other with a slip of the pen: the first two and the last character agree, and all but few between.
fn slipped(wrong: &[char], right: &[char]) -> bool {
    let long = right.len() >= LONG;
    if wrong.len().abs_diff(right.len()) > if long { 2 } else { 1 } {
        return false;
    }
    let shorter = wrong.len().min(right.len());
    let first = wrong.iter().zip(right).take_while(|(a, b)| a == b).count();
    let last = wrong.iter().rev().zip(right.iter().rev());
    let last = last
        .take_while(|(a, b)| a == b)
        .count()
        .min(shorter - first);
    let window = |title: &[char]| {
        let end = title.len() - last;
        title
            .get(first..end)
            .map(<[char]>::to_vec)
            .unwrap_or_default()
    };
    let (lost, put) = (window(right), window(wrong));
    // 制度 for 制定 slips in one character, 责任 and 负责 share one.
    let widest = lost.len().max(put.len());
    let near = widest == 1 || widest == 2 && (long || lost.iter().any(|c| put.contains(c)));
    let other_number = !put.is_empty() && !lost.is_empty();
    let numbered = other_number
        && put
            .iter()
            .chain(&lost)
            .any(|c| is_numeral(*c) || c.is_ascii_digit());
    first >= 2 && last >= 1 && near && !numbered
}
