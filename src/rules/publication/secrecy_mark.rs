//! Marks of secrecy and of internal papers in a public draft.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "J01",
    slug: "secrecy-mark",
    title: "公开稿里有密级或者内部标志",
    category: Category::Publication,
    severity: Severity::Error,
    certainty: Certainty::Sure,
    what: "公开稿里的“秘密★”“机密★”等密级标志，单独成行的“内部资料”“注意保存”“不得外传”。",
    why: "标有密级的文件不得公开；内部资料公开前要去掉标志并做保密审查。",
    example: "文首的“秘密★1年”“内部资料　注意保存”。正文里的“国家秘密”“商业秘密”不查；报送稿不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(SECRET.words().chain(INTERNAL.words())), check),
};

static SECRET: Lexicon = Lexicon::new("绝密★ 机密★ 秘密★ 绝密 机密 秘密");
/// The first of them stand with their star.
const STARRED: usize = 3;
static INTERNAL: Lexicon = Lexicon::new("内部资料 内部文件 注意保存 不得外传 严禁外传 内部使用");
/// A mark on a line of its own, with what else may stand there, in bytes.
const LONGEST_LINE: usize = 45;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    if !is_public(document) {
        return None;
    }
    let line = hit.before.len() + hit.word.len() + hit.after.len();
    let (severity, message) = if hit.index < STARRED {
        (
            Severity::Error,
            "公开稿里有密级标志，标密的文件不得公开，请核实。",
        )
    } else if SECRET.holds(hit.word) {
        // Alone on its line, or with the number of the copy before it.
        let alone = hit.after.is_empty() && hit.before.bytes().all(|b| b.is_ascii_digit());
        alone.then_some((
            Severity::Error,
            "公开稿里有密级标志，标密的文件不得公开，请核实。",
        ))?
    } else {
        let alone =
            hit.before.is_empty() && line <= LONGEST_LINE && !hit.after.contains(['。', ',']);
        alone.then_some((
            Severity::Warning,
            "公开稿里有内部资料的标志，公开前请去掉并做保密审查。",
        ))?
    };
    Some(Draft::at(severity, hit.span(document), message))
}
