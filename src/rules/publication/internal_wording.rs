//! Words on controlled persons that belong to internal papers, in a public draft: 稳控重点人员23名.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "J08",
    slug: "internal-wording",
    title: "公开稿里有内部工作的说法",
    category: Category::Publication,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“稳控”“管控”与重点人员的数目写在一起，“截访”“拦访”这类内部说法。全文只提示一次。",
    why: "对重点人员的管控情况一般不公开；公开前还应当做保密审查。",
    example: "“落实重点人员稳控措施23人”，公开稿里应当改写。“安置帮教”“社区矫正”的人数不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// The words, and whether they must stand with persons and a number.
const WORDS: [(&str, bool); 5] = [
    ("稳控", true),
    ("管控", true),
    ("截访", false),
    ("拦访", false),
    ("涉稳人员", false),
];
const PERSONS: [&str; 5] = ["重点人", "重点信访", "上访", "人员", "稳定对象"];

fn check(document: &Document<'_>) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    let text = document.layout.folded.text();
    let ends = [',', '。', ';', '\n', '、'];
    let internal = |at: usize, word: &str, with_persons: bool| {
        let before = text.get(..at).unwrap_or_default().rsplit(ends).next();
        let after = text
            .get(at + word.len()..)
            .unwrap_or_default()
            .split(ends)
            .next();
        let clause = [before.unwrap_or_default(), after.unwrap_or_default()].concat();
        let persons = PERSONS.iter().any(|person| clause.contains(person));
        !with_persons || (persons && clause.contains(|c: char| c.is_ascii_digit()))
    };
    let first = WORDS.iter().find_map(|&(word, with_persons)| {
        let mut places = text.match_indices(word).map(|(at, _)| at);
        let at = places.find(|&at| internal(at, word, with_persons))?;
        Some(at..at + word.len())
    });
    let message = "这类管控情况一般不公开，公开前请核对是否可以写。";
    first
        .map(|range| Draft::at(Severity::Notice, document.span(&range), message))
        .into_iter()
        .collect()
}
