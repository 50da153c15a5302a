//! Words on controlled persons that belong to internal papers, in a public draft: 稳控重点人员23名.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

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
    check: Check::AllWords(words, check),
};

/// The words, and whether they must stand with persons and a number.
const WORDS: [(&str, bool); 5] = [
    ("稳控", true),
    ("管控", true),
    ("截访", false),
    ("拦访", false),
    ("涉稳人员", false),
];
static PERSONS: Lexicon = Lexicon::new("重点人 重点信访 上访 人员 稳定对象");

fn words() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(WORDS.iter().map(|word| word.0))
}

fn check(document: &Document<'_>, hits: &[Hit<'_>]) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    let ends = [',', '。', ';', '、'];
    let internal = |hit: &&Hit<'_>| {
        let before = hit.before.rsplit(ends).next();
        let after = hit.after.split(ends).next();
        let clause = [before.unwrap_or_default(), after.unwrap_or_default()].concat();
        let persons = PERSONS.within(&clause);
        let with_persons = WORDS.get(hit.index).is_some_and(|word| word.1);
        !with_persons || (persons && clause.contains(|c: char| c.is_ascii_digit()))
    };
    let first = hits.iter().filter(internal).min_by_key(|hit| hit.index);
    let message = "这类管控情况一般不公开，公开前请核对是否可以写。";
    let draft = |hit: &Hit<'_>| Draft::at(Severity::Notice, hit.span(document), message);
    first.map(draft).into_iter().collect()
}
