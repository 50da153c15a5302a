//! The problems stand without their causes, which the rules ask for and most headings promise.

use crate::document::Document;
use crate::report::{PartId, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::lacking;
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "A05",
    slug: "cause-missing",
    title: "不足部分没有写原因",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "不足部分有没有写原因：原因、由于、导致、根源、“主要是……”这类说法一处也没有才提示。",
    why: "要报告的是“存在的不足和原因”（《法治政府建设与责任落实督察工作规定》第四章）；标题写了“和原因”，正文就应当写到。",
    example: "“二、存在的不足和原因”下面只列三条不足，没有一处说原因。",
    any_genre: false,
    check: Check::Document(check),
};

/// Words of a heading that promise causes.
static CAUSES: Lexicon = Lexicon::new("原因 成因 根源 根由 症结");

fn check(document: &Document<'_>) -> Vec<Draft> {
    draft(document).into_iter().collect()
}

fn draft(document: &Document<'_>) -> Option<Draft> {
    let (part, _) = lacking(document, PartId::Problems, "cause")?;
    let heading = part.evidence.first()?;
    let words = document.folded(heading);
    let message = if CAUSES.within(words) {
        "标题写了原因，正文只写了不足，没有看到原因，请补写。"
    } else {
        "这一部分只写了不足，没有看到原因，请补写。"
    };
    Some(
        Draft::at(Severity::Notice, document.span(heading), message)
            .basis("《法治政府建设与责任落实督察工作规定》第四章（年度报告）"),
    )
}
