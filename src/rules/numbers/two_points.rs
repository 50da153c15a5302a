//! Two decimal points inside one number: 1.36.5万元, 12..5%.

use crate::document::Document;
use crate::figures::units;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "H22",
    slug: "two-points",
    title: "一个数里有两个小数点",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“1.36.5万元”“12..5%”这样，后面带单位的一个数里有两个小数点的。日期、版本号、章节号、网络地址不查。",
    why: "多半是修改时没有删净，读者不知道是多少。",
    example: "“收缴罚没款1.36.5万元”，请核对是1.365万元还是136.5万元。",
    any_genre: false,
    check: Check::Document(check),
};

/// Units of dates, numbers of versions, of articles and of clauses, which have more than one point with good reason.
const NUMBERED: &str = "年月日号版条款项章节级代期时分点";

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (start, text) in blocks(document) {
        let mut next = 0;
        for (at, _) in text.match_indices('.') {
            if at < next {
                continue;
            }
            let (before, behind) = text.split_at_checked(at).unwrap_or_default();
            let head = before.trim_end_matches(|c: char| c.is_ascii_digit());
            let rest = behind.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.');
            let range = head.len()..text.len() - rest.len();
            next = range.end;
            let number = text.get(range.clone()).unwrap_or_default();
            if !is_torn(number, head, rest) {
                continue;
            }
            drafts.push(Draft::at(
                Severity::Warning,
                document.span(&(start + range.start..start + range.end)),
                format!("“{number}”里有两个小数点，请核对是多少。"),
            ));
        }
    }
    drafts
}

/// Whether it is one number, of a thing that is counted, with two points.
fn is_torn(number: &str, head: &str, rest: &str) -> bool {
    let two = number.matches('.').count() == 2;
    let digits = |c: char| c.is_ascii_digit();
    let whole = number.starts_with(digits) && number.ends_with(digits);
    let dated = number.split('.').next().is_some_and(|year| year.len() == 4);
    let rest = rest.trim_start_matches(['千', '万', '亿']);
    let counted = rest.starts_with(['余', '多', '%', '‰'])
        || units::read(rest).is_some() && !rest.starts_with(|c| NUMBERED.contains(c));
    // At the start of a line or a sentence it is a number of a section, or one behind that.
    two && whole && !dated && counted && head.ends_with(is_han) && !head.ends_with(['第', '版'])
}
