//! The meaning of a heading: which parts its words open. Works on folded text.

use std::sync::LazyLock;

use regex::Regex;

use crate::profiles::{ANNUAL_REPORT, PartSpec};
use crate::report::PartId;

use super::years;
use crate::text::lexicon::Lexicon;

/// The compiled wordings of one part.
struct Wording {
    id: PartId,
    heading: Option<Regex>,
    nested: Option<Regex>,
    mention: Option<Regex>,
}

static WORDINGS: LazyLock<Vec<Wording>> = LazyLock::new(|| {
    let compile = |pattern: &str| Regex::new(pattern).ok();
    ANNUAL_REPORT
        .parts
        .iter()
        .map(|spec: &PartSpec| Wording {
            id: spec.id,
            heading: compile(spec.heading),
            nested: spec.nested.and_then(compile),
            mention: spec.mention.and_then(compile),
        })
        .collect()
});

fn wording(id: PartId) -> Option<&'static Wording> {
    WORDINGS.iter().find(|wording| wording.id == id)
}

/// What a heading at the top opens.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Opened {
    /// The parts, in the order of the rules.
    pub parts: Vec<PartId>,
    /// Whether it covers something besides that is no part.
    pub shared: bool,
}

/// Words that, left over beside a part's own, show that a heading covers something else too.
static ANOTHER_MATTER: Lexicon =
    Lexicon::new("学习 贯彻 思想 宣传 组织领导 党的领导 健全 完善 强化 统筹");

/// Where a part's wording stands in what is left of a title; the part is noted.
fn take(id: PartId, rest: &str, parts: &mut Vec<PartId>) -> Option<(usize, usize)> {
    let found = wording(id)?.heading.as_ref()?.find(rest)?;
    parts.push(id);
    Some((found.start(), found.end()))
}

/// Reads a top heading. The report year, where it is known, tells a heading that looks back from one that looks ahead.
#[must_use]
pub fn opened_by(title: &str, report_year: Option<u16>) -> Opened {
    let mut rest = title.to_owned();
    let mut parts = Vec::new();
    let mut shared = false;
    let strike = |rest: &mut String, range: (usize, usize)| {
        let (before, after) = around(rest, range.0, range.1);
        *rest = format!("{before},{after}");
    };
    if let Some(range) = take(PartId::Other, &rest, &mut parts) {
        strike(&mut rest, range);
    }
    if let Some((start, end)) = take(PartId::FirstResponsible, &rest, &mut parts) {
        let (before, after) = around(&rest, start, end);
        let after = after
            .replace("加强法治政府建设的有关情况", "")
            .replace("加强法治政府建设", "");
        shared = speaks_of_another(&before) || speaks_of_another(&after);
        rest = before + "," + &after;
    }
    if !is_progress(title)
        && let Some(range) = take(PartId::Problems, &rest, &mut parts)
    {
        strike(&mut rest, range);
    }
    let dated = years::named(&rest).into_iter().next();
    let next_year =
        matches!((&dated, report_year), (Some((named, _)), Some(year)) if *named == year + 1);
    if let Some((_, range)) = dated.filter(|(year, _)| Some(*year) == report_year) {
        // 2024年工作计划及成效 in a report on 2024 looks back whatever its words are, unless they say 安排 or 打算 by themselves.
        rest.replace_range(range.start..range.end + '年'.len_utf8(), "");
    }
    if !is_progress(title) {
        if let Some(range) = take(PartId::NextPlan, &rest, &mut parts) {
            strike(&mut rest, range);
        } else if looks_forward(&rest, next_year, parts.contains(&PartId::Problems)) {
            parts.push(PartId::NextPlan);
            rest.clear();
        }
    }
    if opens_measures(&rest, parts.is_empty()) {
        parts.push(PartId::Measures);
        shared = false;
    }
    crate::sort::by_key(&mut parts, |&part| part as u64);
    Opened { parts, shared }
}

/// Whether what is left of a title speaks of what was done. Beside another part only a whole phrase counts.
fn opens_measures(rest: &str, alone: bool) -> bool {
    let Some(pattern) = wording(PartId::Measures).and_then(|w| w.heading.as_ref()) else {
        return false;
    };
    if alone {
        return pattern.is_match(rest);
    }
    rest.split([',', '、', '和', '及', '与', ';'])
        .any(|phrase| phrase.chars().count() >= 2 && pattern.is_match(phrase))
}

/// Words that look ahead only by the year before them, or by the problems beside them: 存在的短板及2026年重点举措.
fn looks_forward(rest: &str, next_year: bool, beside_problems: bool) -> bool {
    static DOINGS: Lexicon = Lexicon::new("举措 措施 重点 任务 方向 工作 目标");
    let doings = DOINGS.within(rest);
    let ahead = ["下一", "下步", "今后", "明年", "改进", "整改", "努力"]
        .iter()
        .any(|word| rest.contains(word));
    (next_year && doings) || (beside_problems && (ahead || rest.contains("20") && doings))
}

/// 工作计划完成情况, 问题整改落实情况 tell what was done, though they speak of a plan or of problems.
fn is_progress(title: &str) -> bool {
    [
        "完成情况",
        "落实情况",
        "执行情况",
        "推进情况",
        "进展情况",
        "开展情况",
        "整改情况",
        "解决情况",
        "化解情况",
    ]
    .iter()
    .any(|end| title.ends_with(end))
        && !title.contains("存在")
}

fn around(text: &str, start: usize, end: usize) -> (String, String) {
    (
        text.get(..start).unwrap_or_default().to_owned(),
        text.get(end..).unwrap_or_default().to_owned(),
    )
}

fn speaks_of_another(rest: &str) -> bool {
    let joined = rest.contains(['和', '及', '与', ',', '、', '暨']);
    joined && ANOTHER_MATTER.within(rest)
}

/// Whether a heading inside another part opens this one.
#[must_use]
pub fn opens_nested(id: PartId, title: &str) -> bool {
    wording(id)
        .and_then(|w| w.nested.as_ref())
        .is_some_and(|r| r.is_match(title) && speaks_of(id, title))
}

/// The clauses on a part in a text, as byte ranges of it.
pub fn mentions(id: PartId, text: &str) -> impl Iterator<Item = (usize, usize)> {
    wording(id)
        .and_then(|w| w.mention.as_ref())
        .into_iter()
        .flat_map(move |r| r.find_iter(text).map(|m| (m.start(), m.end())))
}

/// Whether a clause found by its words is about this part and not about a like matter: another field's first responsible person, faults found in others.
#[must_use]
pub fn speaks_of(id: PartId, clause: &str) -> bool {
    static OTHER_DUTIES: Lexicon = Lexicon::new("安全 消防 河长 林长 企业 环保 粮食 防汛 防疫");
    static MENDING: Lexicon = Lexicon::new("整改 督促 排查 隐患 交办 查处");
    match id {
        PartId::FirstResponsible => clause.contains("法治") || !OTHER_DUTIES.within(clause),
        PartId::Problems => !MENDING.within(clause),
        _ => true,
    }
}

/// Whether a line without a number is the heading of a part and nothing else.
#[must_use]
pub fn is_bare_part_heading(title: &str) -> bool {
    static BARE: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(concat!(
            "^(?:20..年度?)?(?:推进)?(?:法治(?:政府)?建设)?(?:工作)?的?",
            "(?:主要(?:工作)?(?:举措|措施|做法)(?:[和及与、](?:工作|取得的?)?成效)?|存在的?(?:主要)?(?:问题|不足)(?:[和及与、](?:主要)?原因(?:分析)?)?",
            "|(?:本单位|党政)?主要负责人履行[^,]{0,12}第一责任人职责(?:的?(?:有关)?情况)?|(?:下一步|下一年度?)?(?:工作|主要)(?:安排|打算|计划|思路)|(?:下一步|下一年度?)(?:安排|打算|计划|思路)|其他需要报告的情况)$",
        ))
        .ok()
    });
    BARE.as_ref().is_some_and(|r| r.is_match(title))
}

/// Where the formula of a part's heading ends, in a title that runs into the text after it.
#[must_use]
pub fn formula_end(title: &str) -> Option<usize> {
    static FORMULA: LazyLock<Option<Regex>> = LazyLock::new(|| {
        Regex::new(concat!(
            "^[^,。]{0,30}?(?:(?:举措|措施|做法)(?:[和及与、](?:工作|取得的?)?(?:成效|成绩))?|主要(?:工作)?成效|(?:问题|不足)(?:[和及与、](?:主要)?原因(?:分析)?|[和及与、]不足)?",
            "|职责(?:,加强法治政府建设)?(?:的?(?:有关|履行)?情况)?|(?:工作|主要)(?:安排|打算|计划|思路)|(?:总体|基本|工作|建设|开展|推进)情况)",
        ))
        .ok()
    });
    FORMULA.as_ref()?.find(title).map(|m| m.end())
}

/// The short name of a street, town or township as the opening of a report has it: the last place named before 街道, 镇 or 乡.
#[must_use]
pub fn place_name(text: &str) -> Option<String> {
    static PLACE: LazyLock<Option<Regex>> =
        LazyLock::new(|| Regex::new("[^,。、:;\\s《》“”()的和与0-9]{2}(?:街道|镇|乡)").ok());
    let mut counts: Vec<(&str, usize)> = Vec::new();
    for found in PLACE.as_ref()?.find_iter(text).take(40) {
        match counts.iter_mut().find(|(name, _)| *name == found.as_str()) {
            Some((_, count)) => *count += 1,
            None => counts.push((found.as_str(), 1)),
        }
    }
    let (name, count) = counts.into_iter().rev().max_by_key(|&(_, count)| count)?;
    (count > 1).then(|| name.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;
    use PartId::{FirstResponsible, Measures, NextPlan, Other, Problems};

    fn opened(title: &str) -> (Vec<PartId>, bool) {
        let opened = opened_by(title, Some(2025));
        (opened.parts, opened.shared)
    }

    #[test]
    fn top_headings_open_one_part() {
        for (title, part) in [
            ("推进法治政府建设的主要举措和成效", Measures),
            ("2025年法治政府建设总体情况", Measures),
            ("主要工作", Measures),
            ("主要做法及取得的成效", Measures),
            ("2025年工作开展情况", Measures),
            ("2025年工作计划完成情况", Measures),
            ("亮点工作", Measures),
            ("存在的不足和原因", Problems),
            ("存在问题", Problems),
            ("工作中存在的主要困难和问题", Problems),
            ("短板和不足", Problems),
            ("不足之处", Problems),
            (
                "党政主要负责人履行推进法治建设第一责任人职责情况",
                FirstResponsible,
            ),
            (
                "党政主要负责人履行推进法治建设第一责任人职责,加强法治政府建设的有关情况",
                FirstResponsible,
            ),
            (
                "2025年县委、县政府主要负责人履行推进法治建设第一责任人职责情况",
                FirstResponsible,
            ),
            ("主要领导履职情况", FirstResponsible),
            ("镇党委书记、镇长履行法治建设职责情况", FirstResponsible),
            ("当前的薄弱点与根由", Problems),
            ("需要改进的地方", Problems),
            ("2026年推进法治政府建设的主要安排", NextPlan),
            ("下一步工作打算", NextPlan),
            ("下一年度主要安排", NextPlan),
            ("今后努力方向", NextPlan),
            ("2026年工作思路", NextPlan),
            ("下一步推进法治政府建设的主要举措", NextPlan),
            ("2026年重点工作", NextPlan),
            ("2025年工作计划及成效", Measures),
            ("其他需要报告的情况", Other),
        ] {
            assert_eq!(opened(title), (vec![part], false), "{title}");
        }
    }

    #[test]
    fn one_heading_may_open_two_parts_or_share_one() {
        assert_eq!(opened("存在问题和下一步工作安排").0, [Problems, NextPlan]);
        assert_eq!(opened("存在的不足及改进措施").0, [Problems, NextPlan]);
        assert_eq!(opened("存在的短板及2026年重点举措").0, [Problems, NextPlan]);
        assert_eq!(
            opened("主要举措和成效及党政主要负责人履行第一责任人职责情况").0,
            [Measures, FirstResponsible]
        );
        assert_eq!(
            opened("学习贯彻习近平法治思想和履行第一责任人职责情况"),
            (vec![FirstResponsible], true)
        );
        assert_eq!(opened("主要成效和存在的问题").0, [Measures, Problems]);
        assert_eq!(
            opened("法治政府建设推进情况、存在问题及原因").0,
            [Measures, Problems]
        );
        assert_eq!(
            opened("存在的问题及其他需要报告的情况").0,
            [Problems, Other]
        );
        assert_eq!(opened("存在的其他问题和不足").0, [Problems]);
    }

    #[test]
    fn themes_open_nothing() {
        for title in [
            "坚持依法履职,政府职能更加科学高效",
            "聚焦突出问题,深化源头治理",
            "坚持党的领导",
            "困难群众法律援助更加有力",
            "其他工作",
            "规范行政执法",
            "落实行政机关主要负责人出庭应诉要求",
        ] {
            assert_eq!(opened(title).0, [], "{title}");
        }
    }

    #[test]
    fn nested_headings_are_read_strictly() {
        assert!(opens_nested(FirstResponsible, "压实第一责任人职责"));
        assert!(opens_nested(Problems, "存在的主要问题"));
        assert!(!opens_nested(Problems, "补齐基层短板"));
        assert!(!opens_nested(
            FirstResponsible,
            "行政机关主要负责人出庭应诉情况"
        ));
        assert!(opens_nested(NextPlan, "下一步工作打算"));
    }

    #[test]
    fn a_bare_line_is_a_heading_only_by_its_whole_wording() {
        assert!(is_bare_part_heading("存在的不足和原因"));
        assert!(is_bare_part_heading("2026年推进法治政府建设的主要安排"));
        assert!(!is_bare_part_heading("某街道2025年法治政府建设情况报告"));
    }
}
