//! Blanks inside Chinese sentences and between numbers and Chinese words.

use crate::document::Document;
use crate::report::{Edit, Severity};
use crate::text::BlockKind;
use crate::text::marker::is_han;

use crate::rules::signs::is_chinese_mark;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G05",
    slug: "stray-space",
    title: "句中有多余的空格",
    category: Category::Marks,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "汉字之间、数字和汉字之间、标点旁边有没有空格。全文只提示一次；数字旁边处处都空一格的文稿，当作排版习惯，不查。",
    why: "中文语句里不空格，零星的空格多半是转换或粘贴时带来的，检索时会把一个词拆成两半。",
    example: "“全年调解纠纷 35 件，其中…12件”，应为“35件”。段首、标题、落款、表格里的空格不查。",
    any_genre: false,
    check: Check::Signs(check),
};

/// A number of a heading stands within so many bytes of a paragraph.
const HEADING_MARK: usize = 15;
/// Fewer figures say nothing about the habit of a text.
const FEW_FIGURES: usize = 3;

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    // Spaces may be all that is left of the line breaks.
    let lines = document.source.text().lines();
    if lines.filter(|line| !line.trim().is_empty()).take(3).count() < 3 {
        return Vec::new();
    }
    let spaced = |text: &str| text.contains(char::is_whitespace);
    let figures = &document.figures;
    let habit = figures.len() >= FEW_FIGURES && figures.iter().all(|f| spaced(&f.text));
    let edits: Vec<Edit<_>> = signs
        .iter()
        .filter(|sign| sign.c == ' ' && is_stray(document, sign, habit))
        .map(|sign| Edit {
            span: sign.span,
            text: String::new(),
        })
        .collect();
    let message = match edits.len() {
        1 => "句中有多余的空格，建议删去。".to_owned(),
        count => format!("全文有{count}处句中的空格，有的地方空、有的地方不空，建议删去。"),
    };
    Draft::throughout(Severity::Notice, edits, true, message)
}

fn is_stray(document: &Document<'_>, sign: &Sign, habit: bool) -> bool {
    let Some(block) = document.layout.blocks.get(sign.block) else {
        return false;
    };
    let body = document.found.body_start..document.found.body_end;
    if block.kind != BlockKind::Text
        || !body.contains(&block.folded.start)
        || sign.span.start < block.span.start + HEADING_MARK
    {
        return false;
    }
    let (before, after) = (sign.before, sign.after);
    // Half-width marks are marks of Chinese text too, made narrow on the way.
    let is_mark = |c: char| is_chinese_mark(c) || ",;:!?()".contains(c);
    let is_wide = |c: char| is_han(c) || is_mark(c);
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    // Several blanks and wide ones are layout, or all that is left of a line break.
    let blanks = document.source.slice(sign.span);
    if is_digit(before) || is_digit(after) {
        let one = blanks.chars().count() == 1;
        return one && !habit && (is_wide(before) || is_wide(after));
    }
    let one = blanks == " ";
    let mark = is_mark(before) || is_mark(after);
    let sentence = || document.layout.folded_of(block).contains('。');
    is_wide(before) && is_wide(after) && (one || mark) && sentence()
}
