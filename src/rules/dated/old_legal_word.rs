//! 法制 where 法治 is said now: 法制宣传, 法制政府. Where 法制 stays (法制审核, 法制大队, names) nothing is found.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "C09",
    slug: "old-legal-word",
    title: "“法制”应为“法治”",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法制政府、法制思维等固定名称，法制宣传、法制教育、法制氛围等说法，现在都用“法治”；后一类只作提示。重大执法决定法制审核、法制审核机构、法制大队、法制日报旧名、书名号里的文件名不查。",
    why: "2018年宪法修正案把“健全社会主义法制”改为“健全社会主义法治”，法治宣传教育、法治政府等名称随之统一。",
    example: "“建设法制政府”，应为“法治政府”；“开展法制宣传12场”，现在称“法治宣传”。",
    any_genre: false,
    check: Check::Words(|| Box::new(["法制"].into_iter()), check),
};

/// The first report year after the change.
const CHANGED: u16 = 2018;

/// What follows in fixed names, which say 法治 and nothing else.
static NAMES: Lexicon = Lexicon::new("政府 化 社会 中国 思维 轨道 营商环境 督察 乡村 信仰");

/// What follows where the word of today is 法治.
static CHANGES: Lexicon =
    Lexicon::new("副校长 宣传 宣讲 教育 讲座 课 氛围 意识 观念 素养 理念 精神 文化 体检 大讲堂");

/// What follows where it most often is.
static MAY_CHANGE: Lexicon = Lexicon::new("建设 环境 知识 培训 保障");

/// What follows 宣传 and 教育 in the names of offices and places.
static OFFICES: Lexicon = Lexicon::new("科 股 处 室 办 中心 基地 领导小组 委员会 协会");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    if document.year()? < CHANGED || hit.in_book_title() {
        return None;
    }
    // 社会主义法制 is a word of its own; 执法制度, 依法制定 and 述法制度 are parted otherwise.
    if hit.before.ends_with("社会主义")
        || hit
            .before
            .ends_with(['执', '依', '述', '学', '立', '普', '司', '讲', '守', '用'])
    {
        return None;
    }
    let named = NAMES.start_of(hit.after);
    let changes = named.or_else(|| CHANGES.start_of(hit.after));
    let word = changes.or_else(|| MAY_CHANGE.start_of(hit.after))?;
    let severity = if named.is_some() {
        Severity::Warning
    } else {
        Severity::Notice
    };
    let behind = hit.after.get(word.len()..).unwrap_or_default();
    let behind = behind.strip_prefix("教育").unwrap_or(behind);
    if OFFICES.starts(behind) {
        return None;
    }
    let sure = changes.is_some() && !hit.in_quotes();
    Some(
        Draft::at(
            severity,
            hit.span(document),
            format!("“法制{word}”现在称“法治{word}”。"),
        )
        .instead("法治", sure),
    )
}
