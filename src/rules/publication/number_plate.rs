//! Number plates in a public draft.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::sparse::sparse;

pub const RULE: Definition = Definition {
    code: "J05",
    slug: "number-plate",
    title: "公开稿里有车牌号",
    category: Category::Publication,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "公开稿里完整的机动车号牌，全角的也查。",
    why: "车牌号能够识别到个人，公开前应当遮盖（《个人信息保护法》）。",
    example: "“查获苏A12345货车超限运输”，应写“苏A***45”或者不写车牌。报送稿不查。",
    any_genre: false,
    check: Check::Document(check),
};

const PROVINCES: &str = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼";

fn check(document: &Document<'_>) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    let text = document.layout.folded.text();
    let mut drafts = Vec::new();
    for (at, _) in sparse(text).filter(|(_, c)| c.is_ascii_uppercase()) {
        let before = text.get(..at).and_then(|before| before.chars().next_back());
        let Some(province) = before.filter(|c| PROVINCES.contains(*c)) else {
            continue;
        };
        let rest = text.get(at + 1..).unwrap_or_default();
        let rest = rest.strip_prefix(['·', '•', '.']).unwrap_or(rest);
        let length = rest.bytes().take_while(u8::is_ascii_alphanumeric).count();
        let number = rest.get(..length).unwrap_or_default();
        let digits = number.bytes().filter(u8::is_ascii_digit).count();
        if matches!(length, 5 | 6) && digits >= 3 && !number.contains(['I', 'O']) {
            let end = text.len() - rest.len() + length;
            let span = document.span(&(at - province.len_utf8()..end));
            let message = "公开稿里有车牌号，公开前请遮盖或者删去。";
            drafts.push(Draft::at(Severity::Warning, span, message));
        }
    }
    drafts
}
