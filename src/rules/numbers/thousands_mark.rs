//! A mark for the thousands that parts other than three digits: 1,26人次.

use crate::document::Document;
use crate::figures::units;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H20",
    slug: "thousands-mark",
    title: "千分位逗号的位置不对",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "数字里的半角逗号后面是不是正好三位数字：1,26人次、12,3456元。并列的条款、分别列出的数不查。",
    why: "千分位每三位一分，位置不对说明漏了或者多了数字，读者不知道是多少。",
    example: "“培训干部1,26人次”，应为126人次或者1,26×人次。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (start, text) in blocks(document) {
        let mut next = 0;
        for (at, _) in text.match_indices(',') {
            if at < next {
                continue;
            }
            let in_number = |c: char| c.is_ascii_digit() || c == ',';
            let before = text.get(..at).unwrap_or_default();
            let behind = text.get(at..).unwrap_or_default();
            let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
            let rest = behind.trim_start_matches(in_number);
            let range = head.len()..text.len() - rest.len();
            next = range.end;
            let number = text.get(range.clone()).unwrap_or_default();
            if !misplaced(number, head, rest) {
                continue;
            }
            let span = document.span(&(start + range.start..start + range.end));
            // A full-width comma parts clauses.
            let marks = document.source.slice(span).matches(',').count();
            if marks != number.matches(',').count() {
                continue;
            }
            drafts.push(Draft::at(
                Severity::Warning,
                span,
                format!("“{number}”的千分位逗号位置不对，请核对是否漏了或者多了数字。"),
            ));
        }
    }
    drafts
}

/// Whether it is one number, of a thing that is counted, with its digits parted wrongly.
fn misplaced(number: &str, head: &str, rest: &str) -> bool {
    let mut groups = number.split(',');
    let first = groups.next().unwrap_or_default();
    let wrong = |group: &str| !matches!(group.len(), 0 | 1 | 3);
    if !(1..=3).contains(&first.len()) || first.starts_with('0') {
        return false;
    }
    let near = head.floor_char_boundary(head.len().saturating_sub(45));
    let near = head.get(near..).unwrap_or_default();
    let listed = head.ends_with(['第', '.', '-', '、', '号'])
        || near.contains("分别")
        || near.contains("依次");
    let counted = rest.starts_with(['余', '多'])
        || units::read(rest).is_some()
            && !rest.starts_with(['年', '月', '日', '号', '条', '版', '期']);
    counted && !listed && !number.ends_with(',') && groups.any(wrong)
}
