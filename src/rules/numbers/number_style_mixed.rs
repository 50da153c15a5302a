//! One of two like figures side by side is written in Chinese numerals, the other in Arabic: 审议3件、听取五次.

use crate::decimal;
use crate::document::Document;
use crate::figures::numerals;
use crate::report::{Edit, FigureKind, Fix, Severity};

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H06",
    slug: "number-style-mixed",
    title: "并列的数字写法不一致",
    category: Category::Numbers,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "同一句里并列的计数，是不是有的用汉字、有的用阿拉伯数字。",
    why: "计数一般用阿拉伯数字，同类的数字写法应当一致（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“召开会议4次、专题研究两次”。“三项制度”“一是”“十余次”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// Between two items of a list stand no more bytes.
const LONGEST_GAP: usize = 72;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let figures: Vec<InWords<'_>> = in_words::figures(document).collect();
    let mut drafts = Vec::new();
    let mut told = usize::MAX;
    for pair in figures.windows(2) {
        let [first, second] = pair else { continue };
        if !side_by_side(document, first, second) {
            continue;
        }
        let (chinese, arabic) = match (style(first), style(second)) {
            (Some(Style::Chinese), Some(Style::Arabic)) => (first, second),
            (Some(Style::Arabic), Some(Style::Chinese)) => (second, first),
            _ => continue,
        };
        if std::mem::replace(&mut told, chinese.range.start) == chinese.range.start {
            continue;
        }
        drafts.extend(draft(document, chinese, arabic));
    }
    drafts
}

fn draft(document: &Document<'_>, chinese: &InWords<'_>, arabic: &InWords<'_>) -> Option<Draft> {
    let numeral = numerals::read(chinese.words, 0)?;
    let start = chinese.range.start;
    let value = decimal::written(chinese.figure.value);
    Some(
        Draft::at(
            Severity::Notice,
            chinese.figure.span,
            format!(
                "“{}”与并列的“{}”写法不一致，计数一般用阿拉伯数字。",
                chinese.figure.text, arabic.figure.text
            ),
        )
        .related(arabic.figure.span, arabic.figure.text.clone())
        .fix(Some(Fix {
            label: format!("改为{value}"),
            sure: false,
            edits: vec![Edit {
                span: document.span(&(start..start + numeral.end)),
                text: value,
            }],
        }))
        .basis("GB/T 15835—2011"),
    )
}

#[derive(Clone, Copy, PartialEq)]
enum Style {
    Chinese,
    Arabic,
}

/// How a plain count is written; one with 余 or 近 is a matter of its own.
fn style(figure: &InWords<'_>) -> Option<Style> {
    let kind = figure.figure.kind;
    if kind != FigureKind::Count || figure.figure.qualifier.is_some() {
        return None;
    }
    let first = figure.words.chars().next()?;
    if first.is_ascii_digit() {
        return Some(Style::Arabic);
    }
    // 每村一名 says how they are spread.
    let spread = figure.clause().contains(['每', '各']);
    let numeral = numerals::read(figure.words, 0)?;
    (numeral.chinese && !numeral.round && numeral.value < 100.0 && !spread)
        .then_some(Style::Chinese)
}

/// Whether two figures are items of one list: parted by 、, or of one measure word in neighbouring clauses.
fn side_by_side(document: &Document<'_>, first: &InWords<'_>, second: &InWords<'_>) -> bool {
    let gap = first.range.end..second.range.start;
    if first.block.folded != second.block.folded || gap.len() > LONGEST_GAP {
        return false;
    }
    let between = document.folded(&gap);
    if between.contains(['。', ':', '(', ')', '“', '”']) {
        return false;
    }
    let marks = between.matches([',', ';', '、']).count();
    let same = first.figure.unit == second.figure.unit && first.figure.unit != "个";
    marks == 1 && (between.starts_with('、') || same)
}
