//! 零, 0 or O for 〇 in a year: 二零二四年.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H16",
    slug: "year-zero",
    title: "汉字年份里的“〇”写错",
    category: Category::Numbers,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "用汉字写的年份里，“〇”写成了“零”、数字0、字母O。",
    why: "年份是编号性质的数字，用汉字写时“0”写作“〇”（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“二零二四年”，应为“二〇二四年”。",
    any_genre: false,
    check: Check::Words(|| Box::new(STARTS.words()), check),
};

static STARTS: Lexicon = Lexicon::new("二零 二0 二O 二o 二〇");
const DIGITS: &str = "〇零0Oo一二三四五六七八九";

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (end, _) = hit.after.char_indices().nth(2)?;
    let (rest, behind) = hit.after.split_at_checked(end)?;
    let written = [hit.word, rest].concat();
    let right = written.replace(['零', '0', 'O', 'o'], "〇");
    if right == written || !behind.starts_with('年') || !rest.chars().all(|c| DIGITS.contains(c)) {
        return None;
    }
    let message = format!("汉字年份里的“0”写作“〇”，应为“{right}年”。");
    Some(Draft::at(Severity::Notice, hit.span_with(document, 0, end), message).instead(right, true))
}
