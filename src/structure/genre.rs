//! Whether a text looks like a 法治政府建设年度报告 at all. Near relatives share its words, so the title decides where there is one.

use crate::report::{Genre, PartId};
use crate::text::Layout;

use super::elements::Found;
use super::outline::Outline;
use super::wording;
use crate::text::lexicon::Lexicon;

/// Words in a title that make it another paper whatever else it says.
static RELATIVES: Lexicon = Lexicon::new(
    "信息公开 述职 述法 个人 讲话 会议纪要 责任书 调研报告 自查 整改 督察反馈 评估 考核 普法工作 法治宣传 公告 \
     召开 举行 举办",
);
/// Kinds of paper that are none of these reports, unless the title names a report beside them (工作总结及下一年计划).
static OTHER_KINDS: Lexicon =
    Lexicon::new("要点 方案 计划 通知 解读 规划 意见 办法 细则 实施纲要 条例 规定 清单 印发");

/// Judges a text.
#[must_use]
pub fn judge(layout: &Layout, outline: &Outline, found: &Found) -> Genre {
    let text = layout.folded.text();
    let title = found.title_folded.as_str();
    if !title.is_empty() {
        // What stands before the subject is the name of a body: 自然资源和规划局.
        let Some(at) = ["法治", "依法行政"]
            .iter()
            .filter_map(|word| title.find(word))
            .min()
        else {
            return Genre::Other;
        };
        let tail = title.get(at..).unwrap_or_default();
        let about = tail.contains("法治政府")
            || tail.contains("依法行政")
            || ["法治建设", "法治工作", "法治年度", "法治情况"]
                .iter()
                .any(|word| tail.contains(word))
            || (tail.contains("法治") && tail.contains("建设"));
        let report = ["报告", "总结", "情况", "白皮书", "汇报"]
            .iter()
            .any(|word| tail.contains(word));
        let relative = RELATIVES.within(tail) || (!report && OTHER_KINDS.within(tail));
        return if about && report && !relative {
            Genre::AnnualReport
        } else {
            Genre::Other
        };
    }
    let opened: Vec<PartId> = outline
        .tops()
        .flat_map(|(_, node)| {
            wording::opened_by(outline.title(layout, node), found.elements.report_year).parts
        })
        .collect();
    let words = text.matches("法治").count() + text.matches("依法行政").count();
    let own = text.matches("法治政府").count();
    let dense = words * 400 >= text.chars().count();
    // A heading of the formula kind, and the subject; or the subject alone, often and from the beginning.
    let formula = outline.tops().any(|(_, node)| {
        let heading = outline.title(layout, node);
        heading.contains("第一责任人")
            || heading.contains("法治政府建设")
            || (heading.contains("成效") && (heading.contains("举措") || heading.contains("措施")))
    });
    let structured = !opened.is_empty() && (own >= 1 || words >= 3);
    let announced =
        found.opening_year.is_some() || text.contains("报告如下") || text.contains("汇报如下");
    // Themes alone make no report: a work plan has them too, and a piece of news under its headline.
    let planned = outline.tops().any(|(_, node)| {
        let heading = outline.title(layout, node);
        [
            "总体要求",
            "指导思想",
            "主要任务",
            "重点任务",
            "工作要求",
            "工作目标",
            "保障措施",
        ]
        .iter()
        .any(|word| heading.contains(word))
    });
    let plain = announced || (found.headline.is_none() && !planned);
    let themed = plain && outline.tops().count() >= 1 && own >= 1 && words >= 3;
    let prose = own >= 2 && announced;
    if (formula && words >= 1) || (dense && (structured || themed || prose)) {
        Genre::AnnualReport
    } else {
        Genre::Other
    }
}
