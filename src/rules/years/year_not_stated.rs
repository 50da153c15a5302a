//! Nothing tells which year the report is on, or the title does not.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "B09",
    slug: "year-not-stated",
    title: "没有写明报告年度",
    category: Category::Years,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "标题里有没有年度；标题没有的，全文有没有哪一年的说法。",
    why: "年度报告报告的是上一年度的情况（《法治政府建设与责任落实督察工作规定》第四章），标题要让人一眼看出是哪一年。",
    example: "《某镇人民政府关于法治政府建设情况的报告》，没有写年度。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    draft(document).into_iter().collect()
}

fn draft(document: &Document<'_>) -> Option<Draft> {
    let Some(year) = document.year() else {
        let message = "没有找到报告年度，请在标题里写明，也可以在设置里选定后再核对。";
        return Some(Draft::absent(Severity::Notice, message));
    };
    let title = document.found.elements.title.as_ref()?;
    let folded = &document.found.title_folded;
    // Two years at once (2022—2023年) are no single one, but they are stated.
    let stated = document.found.title_year.is_some()
        || folded.contains(|c: char| c.is_ascii_digit() || "〇零二".contains(c));
    (!stated).then(|| {
        let message = format!("标题没有写年度，报告的是{year}年，请在标题里写明。");
        Draft::at(Severity::Notice, title.span, message)
    })
}
