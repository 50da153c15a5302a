//! The day below the signature is not written as 2025年1月20日.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F08",
    slug: "date-form",
    title: "成文日期写法不规范",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "落款的成文日期是不是用阿拉伯数字写全年、月、日，月、日前面没有补0。",
    why: "成文日期用阿拉伯数字将年、月、日标全，年份标全称，月、日不编虚位（GB/T 9704—2012 第7.3.5.4条）。",
    example: "“2025年02月06日”“2025.2.6”“二〇二五年二月六日”，应为“2025年2月6日”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(date) = &document.found.elements.date else {
        return Vec::new();
    };
    // Only what signs the text: a day above it may be that of the web page.
    let body = document.found.body_end;
    if document.layout.folded.copy_at(date.span.start) < body.max(1) {
        return Vec::new();
    }
    let mut numbers = date.iso.split('-').map(|part| part.trim_start_matches('0'));
    let (Some(year), Some(month), Some(day)) = (numbers.next(), numbers.next(), numbers.next())
    else {
        return Vec::new();
    };
    let right = format!("{year}年{month}月{day}日");
    let printed: String = date.text.chars().filter(|c| !c.is_whitespace()).collect();
    if printed == right || crate::text::Folded::line(&printed).text() == right {
        return Vec::new();
    }
    vec![
        Draft::at(
            Severity::Warning,
            date.span,
            format!("成文日期应当写作“{right}”：用阿拉伯数字标全年、月、日，月、日前面不补0。"),
        )
        .instead(right, true)
        .basis("GB/T 9704—2012 第7.3.5.4条"),
    ]
}
