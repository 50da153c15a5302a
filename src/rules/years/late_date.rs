//! The report is dated after the day by which it must be public.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "B03",
    slug: "late-date",
    title: "成文日期晚于公开期限",
    category: Category::Years,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "成文日期是不是在报告年度下一年的4月1日以后。",
    why: "地方各级政府和县级以上政府部门应当在每年4月1日前公开上一年度的报告（《法治政府建设与责任落实督察工作规定》第四章）。",
    example: "2024年度的报告，成文日期是2025年5月8日。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    draft(document).into_iter().collect()
}

fn draft(document: &Document<'_>) -> Option<Draft> {
    let next = document.year()? + 1;
    let date = document.found.elements.date.as_ref()?;
    // Days in this form stand in the order of the calendar.
    let late = date.iso.starts_with(&next.to_string()) && date.iso >= format!("{next}-04-01");
    late.then(|| {
        let message = format!(
            "报告应在{next}年4月1日前公开，成文日期“{}”已过期限，请核对。",
            date.text
        );
        Draft::at(Severity::Notice, date.span, message)
            .basis("《法治政府建设与责任落实督察工作规定》第四章（年度报告）")
    })
}
