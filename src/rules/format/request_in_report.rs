//! Words that ask for something, in a report: 恳请拨付, 妥否请批示.

use crate::document::Document;
use crate::report::Severity;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "F10",
    slug: "request-in-report",
    title: "报告中夹带请示事项",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "报告里有没有请求批准、拨款、支持的话。",
    why: "不得在报告等非请示性公文中夹带请示事项（《党政机关公文处理工作条例》第十五条）；有事要请示，另外行文。",
    example: "“恳请区政府拨付执法装备经费”“妥否，请批示”。“特此报告”“以上报告，如有不妥，请指正”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.iter().map(|word| word.0)), check),
};

/// What must stand in the same clause for the words to ask for something.
#[derive(Clone, Copy)]
enum With {
    /// Nothing: the words say it all.
    Alone,
    /// One of [`WISHES`] behind them.
    Wish,
    /// 请 before them.
    Please,
}

const WORDS: &[(&str, With)] = &[
    ("妥否,请", With::Alone),
    ("妥否请", With::Alone),
    ("当否,请", With::Alone),
    ("当否请", With::Alone),
    ("请批示", With::Alone),
    ("请予批示", With::Alone),
    ("请予批准", With::Alone),
    ("请审批", With::Alone),
    ("恳请", With::Wish),
    ("请求上级", With::Wish),
    ("建议区", With::Wish),
    ("建议县", With::Wish),
    ("建议市", With::Wish),
    ("建议省", With::Wish),
    ("建议上级", With::Wish),
    ("予以支持", With::Please),
    ("给予支持", With::Please),
    ("予以批准", With::Please),
    ("予以解决", With::Please),
    ("予以拨付", With::Please),
    ("帮助解决", With::Please),
];

/// What is asked for.
static WISHES: Lexicon =
    Lexicon::new("拨付 拨款 增拨 支持 批准 解决 增加编制 增加经费 安排资金 安排经费 核增");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let ends = ['。', ';', ',', ':', '!'];
    // 报请批准、提请审批 tell what was done.
    let told = |before: &str| {
        before.ends_with([
            '报', '提', '呈', '申', '邀', '聘', '函', '商', '上', '已', '未', '先',
        ])
    };
    let clause = hit.after.split(['。', ';', '!']).next().unwrap_or_default();
    let asks = match WORDS.get(hit.index)?.1 {
        // 妥否，请批示 is found by its first words.
        With::Alone => !told(hit.before) && !hit.before.trim_end_matches(',').ends_with('否'),
        With::Wish => !told(hit.before) && WISHES.within(clause),
        With::Please => {
            let before = hit.before.rsplit(ends).next().unwrap_or_default();
            before.match_indices('请').any(|(at, word)| {
                let lead = before.get(..at).unwrap_or_default();
                let rest = before.get(at + word.len()..).unwrap_or_default();
                !told(lead) && !rest.starts_with(['求', '示', '的', '人'])
            })
        }
    };
    (asks && !hit.in_quotes() && !hit.in_book_title()).then(|| {
        Draft::at(
            Severity::Warning,
            hit.span(document),
            "报告不夹带请示事项，请删去这句话，另外用请示行文。",
        )
        .basis("《党政机关公文处理工作条例》第十五条第四项")
    })
}
