//! 二十大精神 without 党的, where the text never says 党的二十大.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "I08",
    slug: "congress-without-party",
    title: "“二十大”前面没有“党的”",
    category: Category::Wording,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "全文第一次说“二十大精神”“十九大精神”，前面没有“党的”，别处也没有完整地写过。",
    why: "第一次出现时应写全称“党的二十大”，后面可以用简称。",
    example: "“贯彻二十大精神”，应为“贯彻党的二十大精神”。",
    any_genre: false,
    check: Check::Document(check),
};

/// What is said short, and in full.
const SHORT: [(&str, &str); 2] = [("二十大精神", "党的二十大"), ("十九大精神", "党的十九大")];

fn check(document: &Document<'_>) -> Vec<Draft> {
    let text = document.layout.folded.text();
    let draft = |&(short, full): &(&str, &str)| {
        let at = text.find(short)?;
        let before = text.get(..at)?;
        // 党的十九大、二十大精神: 党的 stands before the first.
        if before.ends_with(['的', '、', '和', '党', '第', '“']) || text.contains(full) {
            return None;
        }
        let span = document.span(&(at..at + short.len() - "精神".len()));
        let message = format!("第一次出现时应写全称“{full}”。");
        Some(Draft::at(Severity::Notice, span, message).instead(full, false))
    };
    SHORT.iter().filter_map(draft).collect()
}
