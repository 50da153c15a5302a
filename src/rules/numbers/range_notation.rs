//! The first number of a range of percentages has lost its sign: 60—70%.

use crate::document::Document;
use crate::figures::numerals;
use crate::report::{Edit, FigureKind, Fix, Severity};
use crate::text::Span;

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H05",
    slug: "range-notation",
    title: "百分数范围缺百分号",
    category: Category::Numbers,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "百分数的范围，前一个数有没有百分号。",
    why: "省去前一个百分号容易误读，两个数都应带百分号（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“60—70%”，应为“60%—70%”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    in_words::figures(document)
        .filter_map(|figure| {
            let at = bare_end(&figure)?;
            let first = document.span(&(figure.range.start..figure.range.start + at));
            Some(
                Draft::at(
                    Severity::Notice,
                    figure.figure.span,
                    "百分数的范围，前一个数也应带百分号。",
                )
                .fix(Some(Fix {
                    label: "补上百分号".to_owned(),
                    sure: true,
                    edits: vec![Edit {
                        span: Span::new(first.end, first.end),
                        text: "%".to_owned(),
                    }],
                }))
                .basis("GB/T 15835—2011"),
            )
        })
        .collect()
}

/// Where the first number of a range ends that has no sign while the second has one.
fn bare_end(figure: &InWords<'_>) -> Option<usize> {
    if figure.figure.kind != FigureKind::Percent || !figure.words.ends_with('%') {
        return None;
    }
    let numeral = numerals::read(figure.words, 0)?;
    let rest = figure.words.get(numeral.end..)?;
    (!numeral.chinese && rest.starts_with(['-', '—', '–', '―', '─', '~', '～', '至', '到']))
        .then_some(numeral.end)
}
