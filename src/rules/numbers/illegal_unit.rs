//! A unit of measure that is none of the legal ones: 平米, 公分, KM.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

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
    check: Check::Words(words, check),
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

fn words() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(UNITS.iter().map(|unit| unit.wrong))
}

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let unit = UNITS.get(hit.index)?;
    if !hit.before.ends_with(ends_number) || goes_on(hit.after, unit) {
        return None;
    }
    let span = hit.span(document);
    let message = format!(
        "“{}”不是法定计量单位的写法，应为“{}”。",
        unit.wrong, unit.right
    );
    let draft = Draft::at(unit.severity, span, message).fix(Some(Fix {
        label: format!("改为“{}”", unit.right),
        sure: unit.severity == Severity::Warning,
        edits: vec![Edit {
            span,
            text: unit.right.to_owned(),
        }],
    }));
    Some(draft.basis("GB/T 9704—2012 第9章"))
}

/// Whether a number may end with a character.
fn ends_number(c: char) -> bool {
    c.is_ascii_digit() || "十百千万亿余多每".contains(c)
}

/// Whether what follows makes another word of it.
fn goes_on(after: &str, unit: &Unit) -> bool {
    after.starts_with(|c: char| {
        unit.not_before.contains(c) || (unit.wrong.is_ascii() && c.is_ascii_alphanumeric())
    })
}
