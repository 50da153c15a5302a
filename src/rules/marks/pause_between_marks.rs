//! 、 between two names in quotation marks or title marks: 《甲》、《乙》.

use crate::document::Document;
use crate::report::{Edit, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};

pub const RULE: Definition = Definition {
    code: "G03",
    slug: "pause-between-marks",
    title: "并列的引号、书名号之间多用顿号",
    category: Category::Marks,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "并列的书名号之间、并列的引号之间有没有顿号。中间隔着括号说明的，应当有顿号，不查。",
    why: "标有引号、书名号的并列成分之间通常不用顿号（GB/T 15834—2011 第4.5.3.5条）。",
    example: "“学习《行政处罚法》、《行政强制法》”，应为“学习《行政处罚法》《行政强制法》”。",
    any_genre: false,
    check: Check::Signs(check),
};

/// Up to so many are told of one by one.
const FEW: usize = 2;

fn check(_: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let edits: Vec<Edit<_>> = signs
        .iter()
        .filter(|sign| {
            sign.c == '、' && matches!((sign.before, sign.after), ('》', '《') | ('”', '“'))
        })
        .map(|sign| Edit {
            span: sign.span,
            text: String::new(),
        })
        .collect();
    const MESSAGE: &str = "并列的引号之间、书名号之间不用顿号，建议删去。";
    if edits.len() > FEW {
        return Draft::throughout(Severity::Notice, edits, true, MESSAGE);
    }
    edits
        .into_iter()
        .map(|edit| Draft::at(Severity::Notice, edit.span, MESSAGE).instead("", true))
        .map(|draft| draft.basis("GB/T 15834—2011 第4.5.3.5条"))
        .collect()
}
