//! Results are counted over another time than the report year: 2019年7月以来 in a report on 2020, or only its second half.

use std::ops::Range;

use crate::document::Document;
use crate::figures::period::{self, Mention, Period, Year};
use crate::report::{PartId, Severity};
use crate::text::lexicon::Lexicon;

use crate::rules::in_words::{self, InWords};
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::year_conflict;

pub const RULE: Definition = Definition {
    code: "B02",
    slug: "period-outside-year",
    title: "统计时间不在报告年度内",
    category: Category::Years,
    severity: Severity::Warning,
    certainty: Certainty::Hint,
    what: "成效、不足、履职部分的数据从哪个月算起、算到哪个月；履职部分是不是只写了半年；数据是不是只统计到年底以前；成效写成下一年的。",
    why: "年度报告报告的是上一年度的情况（《法治政府建设与责任落实督察工作规定》第四章），从更早的月份算起的数据多半是沿用旧稿。",
    example: "2020年度的报告写“2019年7月以来，接到应诉案件6起”。“近五年”“比2019年”“机构改革以来”不查。",
    any_genre: false,
    check: Check::Document(check),
};

const BASIS: &str = "《法治政府建设与责任落实督察工作规定》第四章（年度报告）";

/// Words that count over all years on purpose.
const CUMULATIVE: &[&str] = &["累计", "总计", "历年"];

/// Words for the report year in a sentence on another one.
const THIS_YEAR: &[&str] = &["今年", "本年", "全年"];

/// Words that set one year beside another.
static COMPARING: Lexicon = Lexicon::new("相比 同比 增长 增加 增至 上升 下降 减少 提高 提升 分别");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(year) = document.year() else {
        return Vec::new();
    };
    let mut drafts = Vec::new();
    let mut halves = Vec::new();
    let mut early = Vec::new();
    // A wrong year that the report or a part opens with is told of as such.
    let openings = year_conflict::wrong_openings(document, year);
    let figures: Vec<InWords<'_>> = in_words::figures(document).collect();
    for in_block in figures.chunk_by(|a, b| a.block.folded == b.block.folded) {
        let timed = in_block.iter().any(|figure| figure.figure.period.is_some());
        let Some(block) = in_block
            .first()
            .map(|figure| figure.block)
            .filter(|_| timed)
        else {
            continue;
        };
        let parts = document.parts_at(block.folded.start);
        if parts == [PartId::NextPlan] {
            continue;
        }
        let start = block.folded.start;
        let text = document.folded(&block.folded);
        let mut mentions: Vec<Mention> = period::of(
            text,
            in_block.iter().map(|figure| figure.range.start - start),
        )
        .into_iter()
        .flatten()
        .collect();
        crate::sort::by_key(&mut mentions, |mention| mention.range.start as u64);
        mentions.dedup();
        let names_year = text.contains(&format!("{year}年"));
        for mention in mentions {
            let place = start + mention.range.start..start + mention.range.end;
            if openings.binary_search(&place.start).is_ok() {
                continue;
            }
            if let Some((severity, message)) = outside(text, &mention, year, names_year) {
                drafts.push(Draft::at(severity, document.span(&place), message).basis(BASIS));
            } else if parts == [PartId::FirstResponsible] && is_half(&mention.period) {
                halves.push(place);
            } else if ends_early(&mention.period, year) {
                early.push(place);
            }
        }
    }
    drafts.extend(of_next_year(document, year, &openings));
    drafts.extend(half_year(document, &halves, year));
    drafts.extend(early_end(document, &early, year));
    drafts
}

/// The part on the first responsible person counts over one half of the year and does not tell of the other.
fn half_year(document: &Document<'_>, halves: &[Range<usize>], year: u16) -> Option<Draft> {
    let first = halves.first()?;
    let words = document.folded(first);
    if tells_of_the_rest(document, words) {
        return None;
    }
    let message =
        format!("履职部分只写了{words}的次数，而报告的是{year}年全年，请看看是否缺了另外半年。");
    Some(Draft::at(Severity::Notice, document.span(first), message).basis(BASIS))
}

/// Figures end before the year does; told once, for a draft of November has many of them.
fn early_end(document: &Document<'_>, early: &[Range<usize>], year: u16) -> Option<Draft> {
    let (first, others) = early.split_first()?;
    let words = document.folded(first);
    let message = format!("这里的数据是“{words}”的，还不到{year}年年底，定稿时请换成全年的数据。");
    let draft = Draft::at(Severity::Notice, document.span(first), message).basis(BASIS);
    Some(others.iter().fold(draft, |draft, place| {
        draft.related(document.span(place), document.words(place))
    }))
}

/// What is wrong with a time that figures are counted over, where it begins before the report year.
fn outside(
    text: &str,
    mention: &Mention,
    report_year: u16,
    names_year: bool,
) -> Option<(Severity, String)> {
    let first = mention.period.first?;
    let Year::Named(from) = first.year else {
        return None;
    };
    if from >= report_year {
        return None;
    }
    let words = text.get(mention.range.clone())?;
    let by_month = words.contains('月');
    let after = sentence_behind(text, mention.range.end);
    let Some(last) = mention.period.last else {
        let last_quarter = from + 1 == report_year && first.month >= 10;
        let severity = since(after, by_month, last_quarter, report_year)?;
        let message =
            format!("这里的数据从“{words}”算起，而报告年度是{report_year}年，请核对统计时间。");
        return Some((severity, message));
    };
    let range = first != last && by_month;
    if last.in_report(report_year).0 >= i32::from(report_year) {
        let message =
            format!("这里的数据是“{words}”的，与报告年度{report_year}年不一致，请核对统计时间。");
        return range.then_some((Severity::Notice, message));
    }
    // A year or the greater part of it, first in its sentence: it may be left from the last report.
    let before = text.get(..mention.range.start)?;
    let opens = before.is_empty() || before.ends_with(['。', ';', '、', ':', ')']);
    let alone = text.get(mention.range.end..)?.starts_with(',') && first.year == last.year;
    let part = after.split(';').next().unwrap_or_default();
    let compared =
        names_year || THIS_YEAR.iter().any(|word| after.contains(word)) || COMPARING.within(part);
    let message =
        format!("这里写的是“{words}”的数据，而报告年度是{report_year}年，请看看年份是否漏改。");
    (opens && alone && (range || !by_month) && !compared).then_some((Severity::Notice, message))
}

/// What is told of a time to come, or of its first days.
static AHEAD: Lexicon = Lexicon::new(
    "将 拟 计划 要点 目录 安排 目标 预计 预算 力争 确保 争取 继续 任务 清单 项目库 方案 谋划 部署 起 以前 \
     之前 年底前 底前 春节 元旦 初 季度 半年 届时 列入 纳入 申报 下一步",
);

/// Results of the whole of the year that follows the report year, in the parts that look back.
fn of_next_year<'a>(
    document: &'a Document<'_>,
    year: u16,
    openings: &'a [usize],
) -> impl Iterator<Item = Draft> + 'a {
    let words = format!("{}年", year + 1);
    let message = format!("这里写的是{words}的成效，而报告年度是{year}年，请看看年份是否写错。");
    let blocks = blocks(document).filter(|(start, _)| {
        let parts = document.parts_at(*start);
        let ahead = [PartId::NextPlan, PartId::Other];
        !parts.is_empty() && !parts.iter().any(|part| ahead.contains(part))
    });
    blocks.flat_map(move |(start, text)| {
        let places = text.match_indices(&words).filter(|(at, _)| {
            let before = text.get(..*at).unwrap_or_default();
            let opens = before.is_empty() || before.ends_with([',', '。', ';', ':', ')']);
            let told = openings.binary_search(&(start + at)).is_ok();
            opens && !told && tells_results(sentence_behind(text, at + words.len()))
        });
        let drafts = places.map(|(at, _)| {
            let span = document.span(&(start + at..start + at + words.len()));
            Draft::at(Severity::Warning, span, message.clone()).basis(BASIS)
        });
        drafts.collect::<Vec<_>>()
    })
}

/// Whether the words behind a year tell what was done in it, and how much.
fn tells_results(sentence: &str) -> bool {
    let told = sentence.split(';').next().unwrap_or_default();
    let behind = told.trim_start_matches('度');
    // 2024年重大决策事项5项 may be those to come; what was done has a verb.
    let done = behind.starts_with(',') || DONE.start_of(behind).is_some();
    let counted = told.contains(|c: char| c.is_ascii_digit());
    done && counted && !AHEAD.within(told)
}

/// What says that something was done: at the start of a clause behind the year.
static DONE: Lexicon = Lexicon::new(
    "新 共 全年 累计 办理 受理 审结 开展 完成 查处 调解 化解 培训 举办 组织 召开 审查 制定 印发 出台 建成 收到 办结 检查 立案 公开 接待 我 全市 全县 全区      全镇 全乡 全街道 全省 实际 成功 先后",
);

/// How much it matters that figures are counted from a time on that lies before the report year, by the words behind it.
fn since(after: &str, by_month: bool, last_quarter: bool, report_year: u16) -> Option<Severity> {
    // 2019年以来,败诉率分别为…: each year by itself.
    if after.contains("分别") {
        return None;
    }
    let cumulative = CUMULATIVE.iter().any(|word| after.contains(word));
    if by_month {
        // What is drafted in the last quarter may count from there to the next draft.
        let meant = cumulative || last_quarter;
        return Some(if meant {
            Severity::Notice
        } else {
            Severity::Warning
        });
    }
    // Some years taken together on purpose, or beside the report year.
    let meant = cumulative || after.contains(&format!("{report_year}年"));
    (!meant).then_some(Severity::Notice)
}

/// The words from a byte to the end of the sentence.
fn sentence_behind(text: &str, at: usize) -> &str {
    const LONGEST: usize = 600;
    let rest = text.get(at..).unwrap_or_default();
    let end = rest.floor_char_boundary(LONGEST);
    rest.get(..end)
        .unwrap_or_default()
        .split('。')
        .next()
        .unwrap_or_default()
}

/// 上半年 or 下半年 of the report year.
fn is_half(period: &Period) -> bool {
    let (Some(first), Some(last)) = (period.first, period.last) else {
        return false;
    };
    first.year == last.year && matches!((first.month, last.month), (1, 6) | (7, 12))
}

/// Whether the part on the first responsible person tells of the other half, or of the whole year, too.
fn tells_of_the_rest(document: &Document<'_>, half: &str) -> bool {
    let other = if half.contains('上') {
        "下半年"
    } else {
        "上半年"
    };
    let Some(part) = document.parts.get(PartId::FirstResponsible) else {
        return true;
    };
    document.own_bodies(part).iter().any(|body| {
        let text = document.folded(body);
        [other, "全年", "本年度", "一年来", "今年以来", "年内"]
            .iter()
            .any(|word| text.contains(word))
    })
}

/// Figures up to September, October or November: the draft was written before the year was over.
fn ends_early(period: &Period, report_year: u16) -> bool {
    let Some(last) = period.last else {
        return false;
    };
    let from_the_start = period
        .first
        .is_none_or(|first| first.month == 1 && first.year == last.year);
    let (year, month) = last.in_report(report_year);
    from_the_start && year == i32::from(report_year) && (9..=11).contains(&month)
}
