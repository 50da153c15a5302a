//! A year cut to two digits: 23年1月, 23年度.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

use super::{digits_before, digits_behind, number};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "B05",
    slug: "short-year",
    title: "年份写成两位数",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“23年1月”“23年度”“23年底”这类只写后两位的年份。“执业23年”“近10年”是年数，不查。",
    why: "公历年份应当写全四位数（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“23年度办案42件”，应为“2023年度”。",
    any_genre: false,
    check: Check::Words(|| Box::new(["年"].into_iter()), check),
};

/// Behind a year of about the report's own time these make a year of it, not a number of years.
static OF_A_YEAR: Lexicon = Lexicon::new("度 底 初 末 上半年 下半年 全年 年底");

/// Right before the number these count years, or number something else.
const COUNTING: &str = "第刑满近达约长共历时过逾了这前后续每足整超于为期.,/·";

/// These make it the second half of a range: 2023—24年度, but 截至24年底.
const RANGE: [char; 5] = ['-', '—', '–', '~', '至'];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let digits = digits_before(hit.before);
    if digits.len() != 2 {
        return None;
    }
    let short = number(digits, 2)?;
    let before = hit.before.get(..hit.before.len() - digits.len())?;
    let first_half = before.trim_end_matches(RANGE);
    let second_half = first_half.len() < before.len()
        && first_half.ends_with(|c: char| c.is_ascii_digit() || c == '年');
    if second_half || before.ends_with(|c: char| COUNTING.contains(c) || c.is_ascii_alphabetic()) {
        return None;
    }
    let report_year = document.year()?;
    let year = 2000 + short;
    let month = digits_behind(hit.after);
    let in_month = number(month, 2).is_some_and(|month| (1..=12).contains(&month))
        && hit.after.get(month.len()..)?.starts_with('月');
    let near = (report_year - 5..=report_year + 1).contains(&year);
    let meant = in_month && (2000..=report_year + 1).contains(&year) && short >= 10
        || near && OF_A_YEAR.starts(hit.after);
    if !meant {
        return None;
    }
    let span = hit.span_with(document, digits.len(), 0);
    let message = format!("年份不能简写，应写全为“{year}年”。");
    Some(
        Draft::at(Severity::Warning, span, message)
            .instead(format!("{year}年"), false)
            .basis("GB/T 15835—2011"),
    )
}
