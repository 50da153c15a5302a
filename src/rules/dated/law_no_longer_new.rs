//! 新修订的某法, where the last revision is years ago, or is yet to come.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::laws::{KNOWN_UNTIL, Month, named_at};
use crate::rules::nearby::year_at;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "C07",
    slug: "law-no-longer-new",
    title: "“新修订”与报告年度不符",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "写“新修订”“新颁布”“新施行”的法律法规，在报告年度和此前两年里有没有修订或者公布：修订在后的是提醒，早已不新的是提示。",
    why: "沿用往年的稿子，会把几年前修订的法律一直写成“新修订”；补报往年时又会写进后来的修订。",
    example: "2024年的报告写“新修订的《政府信息公开条例》”（2019年修订）；2022年的报告写“新修订的《行政复议法》”（2023年修订）。",
    any_genre: false,
    check: Check::Words(|| Box::new(NEW.words()), check),
};

static NEW: Lexicon =
    Lexicon::new("新修订 新修改 新修正 新颁布 新公布 新出台 新制定 新施行 新实施");

/// For so many years a law is new.
const NEW_YEARS: u16 = 2;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    // 创新实施, 重新制定, 更新发布 are other words.
    if hit.before.ends_with(['创', '重', '更', '全']) {
        return None;
    }
    let after = hit.after.trim_start_matches(['的', '版']);
    let after = ["实施", "施行", "颁布"]
        .iter()
        .find_map(|word| after.strip_prefix(word)?.strip_prefix('的'))
        .unwrap_or(after);
    let (law, rest) = named_at(after)?;
    let (year, now) = (document.year()?, year_at(document, hit.range.start)?);
    let fresh =
        |month: &Month| (year.saturating_sub(NEW_YEARS)..=now).contains(&month.report_year());
    let ahead = |month: &Month| (now + 1..=now + NEW_YEARS).contains(&month.report_year());
    let past = |month: &Month| month.report_year() <= now;
    if law.months().any(|month| fresh(&month)) {
        return None;
    }
    let title = law.title;
    let (severity, message) = match law.months().find(ahead) {
        Some(next) => (
            Severity::Warning,
            format!(
                "{title}{}才公布，报告年度是{year}年，“{}”请核对。",
                next.words(),
                hit.word
            ),
        ),
        // The table may not know the last revision.
        None if year > KNOWN_UNTIL => return None,
        None => (
            Severity::Notice,
            format!(
                "{title}最近一次公布是在{}，到{year}年已不宜再称“{}”。",
                law.months().filter(past).last()?.words(),
                hit.word
            ),
        ),
    };
    let named = hit.after.len() - rest.len();
    let closed = if rest.starts_with('》') {
        "》".len()
    } else {
        0
    };
    Some(Draft::at(
        severity,
        hit.span_with(document, 0, named + closed),
        message,
    ))
}
