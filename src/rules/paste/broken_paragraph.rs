//! A sentence that a page break, a page number or a line end has cut in two.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::Span;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "K05",
    slug: "broken-paragraph",
    title: "句子被分页或换行截断",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "一句话中间有没有页码、分页留下的空行，或者多余的换行。",
    why: "多半是从分页的文件或网页粘贴时带来的，发布后一段话会断成两段。",
    example: "“组织开展专项”下面一行是页码“- 3 -”，再下一行是“检查12次。”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Where every line is cut, it is told of once.
const FEW: usize = 8;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let text = document.source.text();
    let mut gaps: Vec<(Span, Edit<Span>, bool)> = Vec::new();
    for gap in document
        .layout
        .blocks
        .iter()
        .flat_map(|block| &block.breaks)
    {
        let before = text
            .get(..gap.start)
            .and_then(|text| text.chars().next_back());
        let after = text.get(gap.end..).and_then(|text| text.chars().next());
        let (Some(before), Some(after)) = (before, after) else {
            continue;
        };
        let words = before.is_ascii_alphanumeric() && after.is_ascii_alphanumeric();
        // A page number inside it, or a mark that no paragraph ends with: it is one sentence.
        let sure = document
            .source
            .slice(*gap)
            .contains(|c: char| !c.is_whitespace())
            || matches!(before, '，' | ',' | '、')
            || matches!(after, '，' | '。' | '、' | '；' | '：');
        // The characters beside it are shown, since the gap itself cannot be seen.
        let shown = Span::new(gap.start - before.len_utf8(), gap.end + after.len_utf8());
        let edit = Edit {
            span: *gap,
            text: if words { " ".to_owned() } else { String::new() },
        };
        gaps.push((shown, edit, sure && !words));
    }
    let fix = |edits, sure| {
        Some(Fix {
            label: "接成一段".to_owned(),
            sure,
            edits,
        })
    };
    if gaps.len() > FEW {
        let first = gaps.first().map(|gap| gap.0).unwrap_or_default();
        let message = format!("全文有{}处句子被换行截断，建议接成整段。", gaps.len());
        let edits = gaps.into_iter().map(|(_, edit, _)| edit).collect();
        return vec![Draft::at(Severity::Notice, first, message).fix(fix(edits, false))];
    }
    gaps.into_iter()
        .map(|(shown, edit, sure)| {
            Draft::at(
                Severity::Notice,
                shown,
                "这句话被分页或换行截断了，建议接成一段。",
            )
            .fix(fix(vec![edit], sure))
        })
        .collect()
}
