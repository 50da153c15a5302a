//! Whether a text looks like a 法治政府建设年度报告 at all. Near relatives share its words, so the title decides where there is one.

use crate::report::{Genre, PartId};
use crate::text::Layout;

use super::elements::Found;
use super::outline::Outline;
use super::wording;

/// Papers that speak of 法治 but are none of these reports.
const RELATIVES: &[&str] = &[
    "信息公开", "要点", "方案", "计划", "通知", "解读", "政府工作报告", "规划", "意见", "办法", "细则", "述职", "述法", "个人", "讲话", "会议纪要", "实施纲要", "条例", "规定", "责任书", "清单", "调研报告", "自查报告", "整改报告", "整改情况", "督察反馈", "评估报告", "考核", "信访工作", "普法工作", "公告", "召开", "举行", "举办", "印发",
];

/// Judges a text.
#[must_use]
pub fn judge(layout: &Layout, outline: &Outline, found: &Found) -> Genre {
    let text = layout.folded.text();
    let title = found.title_folded.as_str();
    if !title.is_empty() {
        let about = (title.contains("法治") || title.contains("依法行政")) && title.contains("建设")
            || title.contains("依法行政")
            || title.contains("法治政府");
        let relative = RELATIVES.iter().any(|word| title.contains(word));
        let report = ["报告", "总结", "情况", "白皮书", "汇报"]
            .iter()
            .any(|end| title.contains(end));
        return if about && report && !relative {
            Genre::AnnualReport
        } else {
            Genre::Other
        };
    }
    let opened: Vec<PartId> = outline
        .tops()
        .flat_map(|(_, node)| wording::opened_by(outline.title(layout, node)).parts)
        .collect();
    let words = text.matches("法治").count() + text.matches("依法行政").count();
    let own = text.matches("法治政府").count();
    let dense = words * 400 >= text.chars().count();
    let announced = found.opening_year.is_some() || text.contains("报告如下") || text.contains("汇报如下");
    // A heading of the formula kind, and the subject; or the subject alone, often and from the beginning.
    let structured = !opened.is_empty() && (own >= 1 || words >= 3);
    let themed = outline.tops().count() >= 1 && own >= 1 && words >= 3;
    let prose = own >= 2 && announced;
    if dense && (structured || themed || prose) {
        Genre::AnnualReport
    } else {
        Genre::Other
    }
}
