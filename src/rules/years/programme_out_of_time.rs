//! A five-year programme named as today's work in a year that is not its own, or its first or last year placed in another.

use crate::document::Document;
use crate::report::{PartId, Severity};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::structure::years;
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "B08",
    slug: "programme-out-of-time",
    title: "五年规划与年份不合",
    category: Category::Years,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“十三五”（2016—2020年）、“十四五”（2021—2025年）、“十五五”（2026—2030年）是不是在它的时间之外还当作现行工作；开局之年、收官之年对不对。总结、评估、谋划、编制不查。",
    why: "沿用旧稿时容易留下已经结束的规划，或者把开局、收官的年份写错。",
    example: "2023年度的报告写“深入落实‘十三五’规划”；“2024年是‘十四五’规划收官之年”（应为2025年）。",
    any_genre: false,
    check: Check::Words(|| Box::new(PROGRAMMES.iter().map(|p| p.name)), check),
};

/// A five-year programme, its first year and its last one.
struct Programme {
    name: &'static str,
    first: u16,
    last: u16,
}

const PROGRAMMES: &[Programme] = &[
    Programme {
        name: "十二五",
        first: 2011,
        last: 2015,
    },
    Programme {
        name: "十三五",
        first: 2016,
        last: 2020,
    },
    Programme {
        name: "十四五",
        first: 2021,
        last: 2025,
    },
    Programme {
        name: "十五五",
        first: 2026,
        last: 2030,
    },
];

/// Words of work that goes on.
static DOING: Lexicon = Lexicon::new("落实 贯彻 推进 实施 对照 按照 根据 紧扣 围绕 执行 聚焦 锚定");

/// Words of a look back at a programme that is over.
static LOOKING_BACK: Lexicon =
    Lexicon::new("期间 时期 以来 收官 总结 评估 验收 完成 末 相比 较 回顾 终 结束 衔接 五年");

/// Words of work on a programme that is still to come.
static PREPARING: Lexicon = Lexicon::new(
    "谋划 编制 前期 研究 课题 布局 展望 思路 衔接 调研 起草 储备 建议 对接 制定 奠定 打下 打好 筑牢",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let report_year = document.year()?;
    let programme = PROGRAMMES.get(hit.index)?;
    if hit.in_book_title() {
        return None;
    }
    let (before, after) = hit.clause();
    let said = |words: &'static Lexicon| words.within(before) || words.within(after);
    let &Programme { name, first, last } = programme;
    let message = if let Some(message) = wrong_end(programme, before, after) {
        message
    } else if last < report_year && said(&DOING) && !said(&LOOKING_BACK) {
        format!("“{name}”是{first}—{last}年的规划，在{report_year}年已经结束，请核对。")
    } else if first > report_year + 1 && said(&DOING) && !said(&PREPARING) {
        let plan = document
            .parts_at(hit.range.start)
            .contains(&PartId::NextPlan);
        let year = report_year + u16::from(plan);
        format!("“{name}”是{first}—{last}年的规划，在{year}年还没有开始，请核对。")
    } else {
        return None;
    };
    Some(Draft::at(Severity::Notice, hit.span(document), message))
}

/// 2024年是“十四五”规划收官之年: what is wrong with it.
fn wrong_end(programme: &Programme, before: &str, after: &str) -> Option<String> {
    let named = years::named(before);
    let [(year, _)] = named.as_slice() else {
        return None;
    };
    // The words that follow it in its own clause, up to the 年 of 收官之年.
    let (end, wanted) = if ["开局之年", "开局年", "起步之年"]
        .iter()
        .any(|word| after.contains(word))
    {
        ("第一年", programme.first)
    } else if ["收官之年", "收官年"]
        .iter()
        .any(|word| after.contains(word))
    {
        ("最后一年", programme.last)
    } else {
        return None;
    };
    // 2025年是“十四五”规划收官之年、“十五五”规划谋划之年: the year's end belongs to the programme named right before it.
    let alone = !PROGRAMMES.iter().any(|other| after.contains(other.name));
    (before.contains(['是', '作', '为']) && alone && *year != wanted).then(|| {
        format!(
            "“{}”是{}—{}年的规划，{end}是{wanted}年，这里写的是{year}年，请核对。",
            programme.name, programme.first, programme.last
        )
    })
}
