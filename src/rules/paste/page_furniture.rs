//! Buttons and counters of a web page between the paragraphs of the report.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::{Block, BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "K06",
    slug: "page-furniture",
    title: "正文里夹着网页的按钮、统计",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "正文中间有没有“打印”“关闭”“分享”“浏览次数”这类网页上的内容。标题前面和正文后面的不查。",
    why: "从网页整页复制时会一起带上，不是报告的内容。",
    example: "两段之间的一行“【打印】【关闭】”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let blocks = &document.layout.blocks;
    let prose = |block: &Block| {
        block.kind == BlockKind::Text && document.layout.folded_of(block).contains('。')
    };
    let (Some(first), Some(last)) = (
        blocks.iter().position(prose),
        blocks.iter().rposition(prose),
    ) else {
        return Vec::new();
    };
    let lines: Vec<&Block> = blocks
        .get(first..=last)
        .unwrap_or_default()
        .iter()
        .filter(|block| block.kind == BlockKind::Clutter)
        .collect();
    let Some((first, others)) = lines.split_first() else {
        return Vec::new();
    };
    let text = document.source.text();
    let whole_line = |block: &&Block| {
        let behind = text.get(block.span.end..).unwrap_or_default();
        let feed = behind.find('\n').map_or(behind.len(), |at| at + 1);
        let blank = behind
            .get(..feed)
            .is_some_and(|rest| rest.trim().is_empty());
        Edit {
            span: Span::new(
                block.span.start,
                block.span.end + if blank { feed } else { 0 },
            ),
            text: String::new(),
        }
    };
    let draft = Draft::at(
        Severity::Notice,
        first.span,
        "这里是网页上的按钮或者说明，不是报告的内容，建议删去。",
    );
    let draft = others.iter().fold(draft, |draft, block| {
        draft.related(block.span, document.source.slice(block.span))
    });
    vec![draft.fix(Some(Fix {
        label: "删去".to_owned(),
        sure: false,
        edits: lines.iter().map(whole_line).collect(),
    }))]
}
