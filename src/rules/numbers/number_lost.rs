//! A measure word whose number is lost: 共调解纠纷起, 累计办理案件件.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H18",
    slug: "number-lost",
    title: "量词前面漏了数字",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“共”“累计”后面有事项、有量词，却没有数字。",
    why: "多半是等数据时留了空，后来忘了填。",
    example: "“全年共调解纠纷起”，漏了件数。",
    any_genre: false,
    check: Check::Words(|| Box::new(THINGS.words()), check),
};

/// A thing and its measure word with nothing between them.
static THINGS: Lexicon = Lexicon::new(
    "案件件 案件起 案件宗 纠纷起 纠纷件 矛盾起 矛盾件 合同份 合同件 文件件 文件份 事项件 事项项 意见条 建议条 \
     线索条 信息条 隐患处 隐患个 资料份 材料份 问题个",
);
static TOTALS: Lexicon = Lexicon::new("共 累计 合计 总计");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let clause = hit.before.rsplit([',', '。', ';', ':']).next()?;
    let total = TOTALS.within(clause);
    let ends = hit.after.is_empty() || hit.after.starts_with([',', '。', ';', '、', '!']);
    let numbered = clause.contains(|c: char| {
        c.is_ascii_digit() || "一二三四五六七八九十百千万两几数多余*×".contains(c)
    });
    if !total || !ends || numbered {
        return None;
    }
    let last = hit.word.chars().next_back()?;
    let message = format!("“{last}”前面漏了数字。");
    Some(Draft::at(Severity::Warning, hit.span(document), message))
}
