//! An exact number is called an approximate one: 2459余份.

use crate::document::Document;
use crate::report::{Edit, FigureKind, Fix, Severity};

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H02",
    slug: "exact-with-approximation",
    title: "确数后面用了“余”“多”",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "个位不是零的数、写到小数的数，后面有没有“余”“多”。",
    why: "“余”“多”表示零头没有写出来；已经写到个位或者小数，就没有零头了（用词习惯，没有专门的条文）。",
    example: "“发放资料2459余份”，应为“2459份”或“2400余份”；“2.3万余份”“35余万元”是对的。",
    any_genre: false,
    check: Check::Document(check),
};

/// So many digits were counted, not estimated.
const EXACT_DIGITS: usize = 4;

fn check(document: &Document<'_>) -> Vec<Draft> {
    in_words::figures(document)
        .filter_map(|figure| {
            let (at, word) = figure.loose()?;
            let severity = judge(&figure, at)?;
            let number = figure.words.get(..at)?;
            let loose = figure.range.start + at..figure.range.start + at + word.len();
            Some(
                Draft::at(
                    severity,
                    figure.figure.span,
                    format!("“{number}”已经是确数，后面不应再用“{word}”。"),
                )
                .fix(Some(Fix {
                    label: format!("删去“{word}”"),
                    sure: false,
                    edits: vec![Edit {
                        span: document.span(&loose),
                        text: String::new(),
                    }],
                })),
            )
        })
        .collect()
}

/// How sure it is that the number before 余 or 多 is exact; `None` where it is round, or where something is left to be rounded: 35余万.
fn judge(figure: &InWords<'_>, at: usize) -> Option<Severity> {
    let number = figure.words.get(..at)?;
    let kind = figure.figure.kind;
    if matches!(kind, FigureKind::Percent | FigureKind::Points) || figure.figure.unit == "倍" {
        return None;
    }
    let mut from_last = number.chars().rev();
    let last = from_last.next()?;
    let digits = number.chars().filter(char::is_ascii_digit).count();
    if number.contains('.') && last.is_ascii_digit() {
        let lead = number.chars().take_while(|&c| c == '0').count();
        return Some(if digits - lead >= EXACT_DIGITS {
            Severity::Warning
        } else {
            Severity::Notice
        });
    }
    let scaled = figure
        .words
        .get(at..)?
        .chars()
        .nth(1)
        .is_some_and(|c| "百千万亿".contains(c));
    if scaled {
        return None;
    }
    // Lengths, sums and times go on below the unit: 35余公里.
    let fewest = if kind == FigureKind::Count {
        2
    } else {
        EXACT_DIGITS
    };
    if last.is_ascii_digit() {
        return match digits {
            _ if last == '0' => None,
            1 if kind == FigureKind::Count => Some(Severity::Notice),
            _ if digits >= fewest => Some(Severity::Warning),
            _ => None,
        };
    }
    // 二十五余; but 二百五 is 250.
    let units = "一二两三四五六七八九".contains(last)
        && from_last.next().is_some_and(|c| "十零〇".contains(c));
    (units && kind == FigureKind::Count).then_some(Severity::Warning)
}
