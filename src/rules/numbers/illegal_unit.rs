//! A unit of measure that is none of the legal ones: 平米, 公分, KM.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::BlockKind;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H04",
    slug: "illegal-unit",
    title: "计量单位不规范",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "数字后面的单位是不是平米、公分、平方、立方这类口语说法，千克、千米的符号大小写对不对。",
    why: "公文中的计量单位应当使用法定计量单位（GB/T 9704—2012 第9章）。",
    example: "“拆除违建3000平米”，应为“3000平方米”。面积用“亩”是农业、林业的习惯，不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// A unit, what it should be, what makes another word of it when it follows, and how much it matters.
struct Unit {
    wrong: &'static str,
    right: &'static str,
    not_before: &'static str,
    severity: Severity,
}

const fn unit(
    wrong: &'static str,
    right: &'static str,
    not_before: &'static str,
    severity: Severity,
) -> Unit {
    Unit {
        wrong,
        right,
        not_before,
        severity,
    }
}

const UNITS: &[Unit] = &[
    unit("平米", "平方米", "", Severity::Warning),
    unit("公分", "厘米", "", Severity::Warning),
    unit("平方", "平方米", "米公千厘分毫英里", Severity::Notice),
    unit("立方", "立方米", "米公厘分毫体", Severity::Notice),
    unit("KG", "kg", "", Severity::Notice),
    unit("Kg", "kg", "", Severity::Notice),
    unit("KM", "km", "²2", Severity::Notice),
    unit("Km", "km", "²2", Severity::Notice),
];

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = document.layout.folded_of(block);
        for unit in UNITS {
            for (at, wrong) in text.match_indices(unit.wrong) {
                let end = at + wrong.len();
                if !follows_number(text, at) || goes_on(text, end, unit) {
                    continue;
                }
                let span = document.span(&(block.folded.start + at..block.folded.start + end));
                drafts.push(
                    Draft::at(
                        unit.severity,
                        span,
                        format!("“{wrong}”不是法定计量单位的写法，应为“{}”。", unit.right),
                    )
                    .fix(Some(Fix {
                        label: format!("改为“{}”", unit.right),
                        sure: unit.severity == Severity::Warning,
                        edits: vec![Edit {
                            span,
                            text: unit.right.to_owned(),
                        }],
                    }))
                    .basis("GB/T 9704—2012 第9章"),
                );
            }
        }
    }
    drafts
}

/// Whether a number ends right before a byte.
fn follows_number(text: &str, at: usize) -> bool {
    let before = text.get(..at).unwrap_or_default();
    let last = before.chars().next_back();
    last.is_some_and(|c| c.is_ascii_digit() || "十百千万亿余多每".contains(c))
}

/// Whether what follows makes another word of it.
fn goes_on(text: &str, end: usize, unit: &Unit) -> bool {
    let next = text.get(end..).and_then(|rest| rest.chars().next());
    next.is_some_and(|c| {
        unit.not_before.contains(c) || (unit.wrong.is_ascii() && c.is_ascii_alphanumeric())
    })
}
