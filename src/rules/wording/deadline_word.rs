//! 截止 where 截至 is meant: 截止目前, 截止12月底.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "I01",
    slug: "deadline-word",
    title: "“截止”应为“截至”",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“截止”后面直接跟着时间：截止目前、截止12月底、截止2024年年底。",
    why: "“截止”是到期停止，后面不带时间；说“到某个时候为止”的情况，用“截至”（《现代汉语词典》）。",
    example: "“截止目前，累计调解纠纷86件”，应为“截至目前”。“报名截止时间”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["截止"].into_iter()), check),
};

/// What a time begins with, where no digit does.
static TIMES: Lexicon = Lexicon::new("目前 到 至 今 年 本 当前 去年 现在");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let dated = hit.after.starts_with(|c: char| c.is_ascii_digit());
    if !dated && !TIMES.starts(hit.after) {
        return None;
    }
    // 截止至、截止到: the second word says 至 already.
    let doubled = hit.after.starts_with(['到', '至']);
    let span = hit.span_with(document, 0, if doubled { "至".len() } else { 0 });
    Some(
        Draft::at(
            Severity::Warning,
            span,
            "“截止”后面不能直接跟时间，应为“截至”。",
        )
        .instead("截至", true),
    )
}
