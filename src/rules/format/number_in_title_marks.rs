//! A document number that stands inside the title marks: 《关于某事的通知（某发〔2024〕2号）》.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "F04",
    slug: "number-in-title-marks",
    title: "发文字号写在书名号里面",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "引用公文时，发文字号有没有写进书名号里面。",
    why: "引用公文先引标题，后引发文字号（《党政机关公文处理工作条例》的通行做法），发文字号不是标题的一部分，放在书名号后面。",
    example: "“《关于做好普法工作的通知（安司发〔2024〕8号）》”，应为“《关于做好普法工作的通知》（安司发〔2024〕8号）”。",
    any_genre: false,
    check: Check::Words(|| Box::new(["号)》"].into_iter()), check),
};

/// A number and its brackets are at most so long, in bytes.
const LONGEST: usize = 90;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let near = hit
        .before
        .floor_char_boundary(hit.before.len().saturating_sub(LONGEST));
    let near = hit.before.get(near..)?;
    let inner = near.get(near.rfind('(')?..)?;
    let number = inner.contains("20") && inner.ends_with(|c: char| c.is_ascii_digit());
    if !hit.in_book_title() || !number || inner.contains(['《', '》']) {
        return None;
    }
    let start = hit.range.start - inner.len();
    let note = start..hit.range.end - '》'.len_utf8();
    Some(
        Draft::at(
            Severity::Notice,
            document.span(&(start..hit.range.end)),
            "发文字号不是标题的一部分，应当放在书名号后面。",
        )
        .fix(Some(Fix {
            label: "移到书名号后面".to_owned(),
            sure: true,
            edits: vec![Edit {
                span: document.span(&(start..hit.range.end)),
                text: format!("》{}", document.words(&note)),
            }],
        })),
    )
}
