//! Traditional characters, a few in a simplified text or all over it.

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::text::charset::CharSet;
use crate::text::marker::is_han;
use crate::text::variants;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "K04",
    slug: "traditional-characters",
    title: "夹杂繁体字、异体字",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "简体文稿里有没有零星的繁体字、异体字；全文是不是繁体。只提示一次。",
    why: "国家机关以规范汉字为公务用字（《国家通用语言文字法》第三条），零星的繁体字多半来自粘贴或输入法。",
    example: "“規范执法”“分佈”“託管”，应为“规范执法”“分布”“托管”。",
    any_genre: false,
    check: Check::Signs(check),
};

/// Characters that are right in simplified texts too: in names and in some words.
static ALSO_SIMPLIFIED: CharSet =
    CharSet::new("乾於徵餘昇陞崑甦濛瀋瀾堃喆唸噹閤鬨鍊慄孃氾汎彆麼籤穀鞦韆週註蒐");
/// Where one character in so many is a traditional one, the text is a traditional one.
const ALL_OVER: usize = 20;

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let edits: Vec<Edit<_>> = signs
        .iter()
        .filter(|sign| is_han(sign.c) && !ALSO_SIMPLIFIED.contains(sign.c))
        .map(|sign| Edit {
            span: sign.span,
            text: variants::simplified(sign.c).to_string(),
        })
        .collect();
    let chars = document.layout.folded.len() / '字'.len_utf8();
    let (Some(first), true) = (edits.first(), edits.len() * ALL_OVER > chars) else {
        let message = match edits.len() {
            1 => "简体文稿里夹了一个繁体字或异体字。".to_owned(),
            count => format!("简体文稿里夹了{count}个繁体字、异体字。"),
        };
        return Draft::throughout(Severity::Notice, edits, false, message);
    };
    vec![Draft::at(
        Severity::Notice,
        first.span,
        "全文用的是繁体字，公文应当用规范汉字。",
    )]
}
