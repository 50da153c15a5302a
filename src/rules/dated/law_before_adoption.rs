//! A law named before it was adopted.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::laws::{LAWS, Law, Month, goes_on};
use crate::rules::nearby::{beside, year_at};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "C08",
    slug: "law-before-adoption",
    title: "引用当时还没有的法律法规",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告里当作依据或者学习内容的法律、法规，是不是在报告年度之后才通过。下一年安排按下一年查；草案、立法、征求意见的说法不查。",
    why: "拿后来的稿子改写补报的年度，容易带进当年还没有的法律。日期依据各部法律法规的公布文本。",
    example: "2023年的报告写“宣传《民营经济促进法》”（2025年4月通过）。",
    any_genre: false,
    check: Check::Words(|| Box::new(recent().map(|(law, _)| law.title)), check),
};

/// Those adopted since such reports are written.
fn recent() -> impl Iterator<Item = (&'static Law, Month)> {
    let adopted = LAWS
        .iter()
        .filter_map(|law| Some((law, law.months().next()?)));
    adopted.filter(|(_, month)| month.report_year() >= 2015)
}

/// Words of a law in the making.
static IN_MAKING: Lexicon = Lexicon::new("草案 立法 起草 征求意见 编纂 即将 审议 出台后 拟");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    const SHORT: usize = 4 * "法".len();
    let (law, adopted) = recent().nth(hit.index)?;
    let year = document.year()?;
    if adopted.report_year() <= year_at(document, hit.range.start)? {
        return None;
    }
    let before = hit
        .before
        .strip_suffix("中华人民共和国")
        .unwrap_or(hit.before);
    let titled = before.ends_with('《');
    // A short title may be the end of another word, and inside 《》 it is part of another title.
    let alone = before.len() < hit.before.len() || hit.word.len() > SHORT && !hit.in_book_title();
    let whole = if titled {
        hit.after.starts_with('》')
    } else {
        alone && !goes_on(hit.after)
    };
    if !whole || beside(hit, &IN_MAKING) {
        return None;
    }
    Some(Draft::at(
        Severity::Warning,
        hit.span(document),
        format!(
            "{}{}才通过，报告年度是{year}年，请核对。",
            law.title,
            adopted.words()
        ),
    ))
}
