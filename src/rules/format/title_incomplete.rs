//! The title does not say whose report it is, or of which year.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F12",
    slug: "title-incomplete",
    title: "标题要素不全",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "标题里有没有单位名称和年度。",
    why: "公文标题由发文机关名称、事由和文种组成（《党政机关公文处理工作条例》第九条）；年度报告还要看得出是哪一年的。",
    example: "“法治政府建设年度报告”，看不出是哪个单位、哪一年的报告。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let found = &document.found;
    let Some(title) = &found.elements.title else {
        return Vec::new();
    };
    let words = found.title_folded.trim_start_matches("关于");
    // 关于清河镇2024年法治政府建设情况的报告 names it too.
    let bare = ["20", "法治", "依法行政", "推进", "贯彻", "年度"]
        .iter()
        .any(|start| words.starts_with(start));
    // 2024年清河镇法治政府建设报告 names it behind the year.
    let behind = words.trim_start_matches(|c: char| {
        c.is_ascii_digit() || c == '年' || c == '度' || c == '—' || c == '-'
    });
    let named = behind.len() < words.len()
        && !["法治", "依法行政", "推进", "贯彻", "工作"]
            .iter()
            .any(|start| behind.starts_with(start));
    let no_body = bare && !named && found.elements.issuer.is_none();
    let no_year = found.title_year.is_none();
    let lacking = match (no_body, no_year) {
        (true, true) => "单位名称和年度",
        (true, false) => "单位名称",
        (false, true) => "年度",
        (false, false) => return Vec::new(),
    };
    vec![
        Draft::at(
            Severity::Notice,
            title.span,
            format!("标题里没有{lacking}，建议补上。"),
        )
        .basis("《党政机关公文处理工作条例》第九条第七项"),
    ]
}
