//! A body that cannot review 行政复议 cases, reported as if it did.

use crate::document::Document;
use crate::report::{BodyKind, Severity};
use crate::rules::nearby::lead;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "D05",
    slug: "other-reviewing-body",
    title: "行政复议案件的受理主体",
    category: Category::Body,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "街道、乡镇，以及2024年起的一般政府部门，写“受理”“审结”行政复议案件的。司法行政部门和税务、海关等垂直管理部门不查。",
    why: "《行政复议法》（2023年修订，2024年1月1日起施行）规定由县级以上地方各级人民政府统一行使行政复议职责，政府部门不再审理；街道、乡镇只会是被申请人。",
    example: "某镇的报告写“受理行政复议案件3件”，可能是“被申请行政复议3件”。",
    any_genre: false,
    check: Check::Words(
        || Box::new(["行政复议案", "行政复议申请"].into_iter()),
        check,
    ),
};

/// What a reviewing body does.
static REVIEWS: Lexicon = Lexicon::new("受理 审结 审理 立案");

/// Words that tell that another one reviews, or that nothing was to be reviewed.
static OTHERWISE: Lexicon =
    Lexicon::new("被申请 机关 政府 司法局 涉及 涉我 未受理 无受理 不予 没有 代为 协助 窗口 点");

/// Departments that review under their own laws, or for their government.
static REVIEWERS: Lexicon = Lexicon::new("税务 海关 国安 国家安全 金融 外汇 银行 移民 边检 司法");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let elements = &document.found.elements;
    let year = document.year()?;
    let reviews = match elements.body_kind? {
        BodyKind::Street | BodyKind::Township => false,
        BodyKind::Department => year < 2024 || REVIEWERS.within(&document.found.title_folded),
        _ => true,
    };
    if reviews {
        return None;
    }
    let clause = lead(hit.before).rsplit([',', ':', '(']).next()?;
    let verb = REVIEWS.end_of(clause)?;
    let after = hit.after.get(..hit.after.floor_char_boundary(30))?;
    if OTHERWISE.within(clause) || after.starts_with(['点', '窗']) {
        return None;
    }
    // No case at all is nothing to ask about.
    if after
        .trim_start_matches(['件', '例', '案'])
        .starts_with(['0', '零', '的'])
    {
        return None;
    }
    Some(
        Draft::at(
            Severity::Notice,
            hit.span_with(document, verb.len(), 0),
            format!("本单位一般不是行政复议机关，“{verb}行政复议”请看是否应为被申请行政复议。"),
        )
        .basis("《中华人民共和国行政复议法》（2023年修订）"),
    )
}
