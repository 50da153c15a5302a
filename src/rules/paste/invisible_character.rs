//! Characters that cannot be seen, inside the words.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::Span;

use crate::rules::signs::is_invisible;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "K08",
    slug: "invisible-character",
    title: "夹着看不见的字符",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "字句中间有没有零宽空格、软连字符、控制字符、空的图片占位符。全文只提示一次。",
    why: "这些字符看不见，却会把一个词拆开，检索不到，有的网页上还显示为方框。",
    example: "“法治”两个字之间夹着一个零宽空格。",
    any_genre: false,
    check: Check::Signs(check),
};

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let edits: Vec<Edit<Span>> = signs
        .iter()
        .filter(|sign| is_invisible(sign.c))
        .map(|sign| Edit {
            span: sign.span,
            text: String::new(),
        })
        .collect();
    let Some(first) = edits.first() else {
        return Vec::new();
    };
    // The words around it are shown, since it cannot be seen itself.
    let text = document.source.text();
    let before = text
        .get(..first.span.start)
        .and_then(|text| text.chars().next_back());
    let after = text
        .get(first.span.end..)
        .and_then(|text| text.chars().next());
    let shown = Span::new(
        first.span.start - before.map_or(0, char::len_utf8),
        first.span.end + after.map_or(0, char::len_utf8),
    );
    let message = match edits.len() {
        1 => "这里夹着一个看不见的字符，建议删去。".to_owned(),
        count => format!("全文夹着{count}个看不见的字符，建议删去。"),
    };
    vec![Draft::at(Severity::Notice, shown, message).fix(Some(Fix {
        label: "全部删去".to_owned(),
        sure: true,
        edits,
    }))]
}
