//! The title or a heading stands twice in a row.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F13",
    slug: "repeated-heading",
    title: "标题重复印了两遍",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "标题行、各级标题是不是紧接着又出现一遍，一字不差。",
    why: "多半是从网页复制时带上的页面标题，或者粘贴了两次。",
    example: "“一、主要举措和成效”下一行还是“一、主要举措和成效”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let title = document
        .found
        .elements
        .title
        .as_ref()
        .map(|title| title.span);
    let mut headings = document.outline.heading_blocks().peekable();
    let mut drafts = Vec::new();
    for (index, pair) in document.layout.blocks.windows(2).enumerate() {
        let [first, second] = pair else { continue };
        while headings.next_if(|&heading| heading < index).is_some() {}
        let heading = headings.peek() == Some(&index);
        let titled =
            title.is_some_and(|title| title.contains(first.span) || title.contains(second.span));
        let words = document.layout.folded_of(first);
        if (heading || titled)
            && second.kind == BlockKind::Text
            && !words.contains('。')
            && words == document.layout.folded_of(second)
        {
            drafts.push(
                Draft::at(
                    Severity::Notice,
                    second.span,
                    "这一行与上一行完全相同，建议删去一行。",
                )
                .fix(Some(Fix {
                    label: "删去这一行".to_owned(),
                    sure: true,
                    edits: vec![Edit {
                        span: Span::new(first.span.end, second.span.end),
                        text: String::new(),
                    }],
                })),
            );
        }
    }
    drafts
}
