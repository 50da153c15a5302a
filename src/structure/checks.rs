//! The finer looks at a part that has a heading: cause and instance under problems, actor, count and 述法 under part three,
//! year, answer to the problems and freshness under the plan. Recommended, not required, but for the cause (和原因).

use std::ops::Range;

use crate::document::Document;
use crate::report::{FigureKind, PartCheck, PartId, PartStatus};
use crate::text::Span;
use crate::text::lexicon::Lexicon;

use super::parts::PartFound;
use super::{copies, years};

/// Words that tell of a cause. 主要是 does where it opens a clause, 影响 and its like behind 受.
static CAUSE: Lexicon = Lexicon::new(
    "原因 究其 根源 根本在于 由于 囿于 导致 源于 归根 症结 主要受 主要是 根本是 所限 限制 制约 影响",
);

/// Words before an instance; 为例 behind 以.
static INSTANCE: Lexicon = Lexicon::new("例如 比如 譬如 为例");

static ACTOR: Lexicon = Lexicon::new(
    "书记 主任 镇长 乡长 县长 区长 市长 省长 州长 旗长 局长 厅长 部长 署长 主要负责人 主要负责同志 主要领导 一把手",
);

static ACCOUNT: Lexicon = Lexicon::new("述法 述职");

/// Marks that end a clause.
const MARKS: [char; 3] = [',', '。', ';'];

/// At most so many places are shown for one look.
const MOST_EVIDENCE: usize = 3;

/// No report names more problems, and no plan is longer, in bytes: beyond that the text is no report, and looking would take long.
const MOST_PROBLEMS: usize = 40;
const LONGEST_PLAN: usize = 60_000;

/// The looks at one part.
#[must_use]
pub fn of(document: &Document<'_>, part: &PartFound) -> Vec<PartCheck<Span>> {
    if !part.has_heading() {
        return Vec::new();
    }
    let bodies = document.own_bodies(part);
    let looks = Looks {
        document,
        bodies: &bodies,
    };
    match part.id {
        PartId::Problems => vec![
            looks.words("cause", "写明了原因", "没有写明原因", &CAUSE),
            looks.instance(),
        ],
        PartId::FirstResponsible => vec![
            looks.words("actor", "写明了由谁履职", "没有写明由谁履职", &ACTOR),
            looks.count(),
            looks.words("account", "写到述法", "没有写到述法", &ACCOUNT),
        ],
        PartId::NextPlan => [
            plan_year(document, part),
            answers(document, &bodies),
            Some(fresh(document, &bodies)),
        ]
        .into_iter()
        .flatten()
        .collect(),
        PartId::Measures | PartId::Other => Vec::new(),
    }
}

fn check(id: &str, name: &str, evidence: Vec<Span>) -> PartCheck<Span> {
    PartCheck {
        id: id.to_owned(),
        name: name.to_owned(),
        met: !evidence.is_empty(),
        evidence,
    }
}

struct Looks<'d> {
    document: &'d Document<'d>,
    bodies: &'d [Range<usize>],
}

impl Looks<'_> {
    /// The first places where one of some words stands and counts, each with its clause.
    fn places(&self, words: &'static Lexicon) -> Vec<Span> {
        let ranges = self.bodies.iter().flat_map(|body| {
            let text = self.document.folded(body);
            let found = words.all_in(text);
            let found = found.filter_map(move |(at, word)| counts(text, at, word));
            found.map(|range| body.start + range.start..body.start + range.end)
        });
        let mut spans = Vec::new();
        for range in ranges {
            let span = self.document.span(&clause(self.document, range));
            if spans.last() != Some(&span) {
                spans.push(span);
            }
            if spans.len() == MOST_EVIDENCE {
                break;
            }
        }
        spans
    }

    fn words(&self, id: &str, met: &str, unmet: &str, words: &'static Lexicon) -> PartCheck<Span> {
        let evidence = self.places(words);
        let name = if evidence.is_empty() { unmet } else { met };
        check(id, name, evidence)
    }

    /// The figures in the part.
    fn figures(&self, wanted: impl Fn(FigureKind) -> bool) -> Vec<Span> {
        let spans: Vec<Span> = self.bodies.iter().map(|b| self.document.span(b)).collect();
        let within = |figure: Span| {
            let before = spans.partition_point(|span| span.start <= figure.start);
            before
                .checked_sub(1)
                .and_then(|at| spans.get(at))
                .is_some_and(|span| span.contains(figure))
        };
        self.document
            .figures
            .iter()
            .filter(|figure| wanted(figure.kind) && within(figure.span))
            .map(|figure| figure.span)
            .take(MOST_EVIDENCE)
            .collect()
    }

    fn instance(&self) -> PartCheck<Span> {
        let mut evidence = self.places(&INSTANCE);
        if evidence.is_empty() {
            evidence = self.figures(|_| true);
        }
        let name = if evidence.is_empty() {
            "没有具体事例或数据"
        } else {
            "有具体事例或数据"
        };
        check("concrete", name, evidence)
    }

    fn count(&self) -> PartCheck<Span> {
        let evidence = self.figures(|kind| kind == FigureKind::Count);
        let name = if evidence.is_empty() {
            "没有一个次数（如主持会议、听取汇报、学法的次数）"
        } else {
            "写了次数"
        };
        check("count", name, evidence)
    }
}

/// Where the words stand that a word at a byte of a text makes tell something; nothing where it does not.
fn counts(text: &str, at: usize, word: &str) -> Option<Range<usize>> {
    let end = at + word.len();
    let (before, after) = (text.get(..at)?, text.get(end..)?);
    let start = match word {
        "主要是" | "根本是" => {
            let opens = before.is_empty() || before.ends_with(MARKS);
            (opens && after.starts_with(|c| c != ':')).then_some(at)
        }
        "所限" | "限制" | "制约" | "影响" => opener(before, '受', 2, 10),
        "为例" => opener(before, '以', 2, 16),
        _ => Some(at),
    };
    Some(start?..end)
}

/// Where a character stands before the words that a text ends with, so many of them, in their clause.
fn opener(before: &str, opener: char, least: usize, most: usize) -> Option<usize> {
    let clause = before
        .char_indices()
        .rev()
        .take_while(|(_, c)| !MARKS.contains(c));
    let mut near = clause.take(most + 1).skip(least);
    near.find(|(_, c)| *c == opener).map(|(at, _)| at)
}

/// The clause around a range, for a quotation that can be read by itself.
fn clause(document: &Document<'_>, range: Range<usize>) -> Range<usize> {
    let text = document.layout.folded.text();
    let marks = [',', '。', ';', ':', '\n'];
    let before = text.get(..range.start).unwrap_or_default();
    let from = before
        .char_indices()
        .rev()
        .take(30)
        .find(|(_, c)| marks.contains(c))
        .map_or(range.start, |(at, c)| at + c.len_utf8());
    let after = text.get(range.end..).unwrap_or_default();
    let to = after
        .char_indices()
        .take(40)
        .find(|(_, c)| marks.contains(c))
        .map_or(range.end, |(at, _)| range.end + at);
    from..to
}

/// A year in the heading of the plan must be the one after the report year; beside the problems the report year may stand too.
fn plan_year(document: &Document<'_>, part: &PartFound) -> Option<PartCheck<Span>> {
    let next = document.year()? + 1;
    let heading = document.heading(*part.sections.first()?)?;
    let years = years::named(document.folded(&heading));
    let met = years.iter().any(|(year, _)| *year == next);
    let (year, range) = years.iter().find(|(year, _)| !met || *year == next)?;
    if !met && part.status == PartStatus::Merged {
        return None;
    }
    let span = document.span(&(heading.start + range.start..heading.start + range.end));
    Some(PartCheck {
        id: "year".to_owned(),
        name: if met {
            format!("标题写的是{next}年")
        } else {
            format!("标题写“{year}年”，应为{next}年")
        },
        met,
        evidence: vec![span],
    })
}

/// Whether the plan takes up each problem: by the words they share.
fn answers(document: &Document<'_>, plan: &[Range<usize>]) -> Option<PartCheck<Span>> {
    let problems = document.parts.get(PartId::Problems)?;
    let sections = document.own_sections(problems);
    let mut plan_text: String = plan.iter().map(|range| document.folded(range)).collect();
    plan_text.truncate(plan_text.floor_char_boundary(LONGEST_PLAN));
    let mut open = Vec::new();
    let mut total = 0;
    for top in sections {
        let level = document.outline.nodes.get(top)?.level;
        let children: Vec<_> = document
            .outline
            .below(top)
            .filter(|(_, node)| node.parent == Some(top) || node.level == level + 1)
            .collect();
        for (index, node) in children.into_iter().take(MOST_PROBLEMS) {
            total += 1;
            let title = document.outline.title(&document.layout, node);
            if !is_answered(title, &plan_text) {
                open.extend(document.heading(index).map(|range| document.span(&range)));
            }
        }
    }
    if total == 0 {
        return None;
    }
    Some(PartCheck {
        id: "answers".to_owned(),
        name: if open.is_empty() {
            format!("回应了不足部分的 {total} 个问题")
        } else {
            format!(
                "不足部分的 {total} 个问题中，有 {} 个没有看到对应的安排",
                open.len()
            )
        },
        met: open.is_empty(),
        evidence: open,
    })
}

/// Pairs of characters that every problem and every plan has.
static COMMON_PAIRS: Lexicon = Lexicon::new(
    "不足 不够 有待 还需 需要 加强 提升 提高 强化 工作 存在 问题 进一 一步 仍需 仍有 还有 差距 薄弱 欠缺 \
     完善 建设 法治 不强 不高 不深 不平 平衡 均衡 不均 部分 个别 推进 能力 水平 力度",
);

fn is_answered(title: &str, plan: &str) -> bool {
    let chars: Vec<char> = title
        .chars()
        .filter(|c| crate::text::marker::is_han(*c))
        .collect();
    let pairs: Vec<String> = chars
        .windows(2)
        .map(|pair| pair.iter().collect::<String>())
        .filter(|pair| !COMMON_PAIRS.holds(pair))
        .collect();
    let shared = pairs
        .iter()
        .filter(|pair| plan.contains(pair.as_str()))
        .count();
    // Two pairs make a word of three characters, or two words.
    shared >= 2 || (shared == 1 && pairs.len() <= 3) || pairs.is_empty()
}

/// Whether the plan is newly written, not copied from what was done.
fn fresh(document: &Document<'_>, plan: &[Range<usize>]) -> PartCheck<Span> {
    let copied = copied_plan(document, plan);
    PartCheck {
        id: "fresh".to_owned(),
        name: if copied.is_empty() {
            "没有照搬工作成效部分的文字".to_owned()
        } else {
            format!("有 {} 处照搬了工作成效部分的文字", copied.len())
        },
        met: copied.is_empty(),
        evidence: copied
            .iter()
            .map(|copy| document.span(&copy.here))
            .collect(),
    }
}

/// The passages of the plan that stand in part one too, the place in the plan first.
#[must_use]
pub fn copied_plan(document: &Document<'_>, plan: &[Range<usize>]) -> Vec<copies::Copy> {
    let Some(measures) = document.parts.get(PartId::Measures) else {
        return Vec::new();
    };
    let done: Vec<Range<usize>> = document.bodies(measures).collect();
    let within = |ranges: &[Range<usize>], place: &Range<usize>| {
        let holds = |range: &Range<usize>| range.contains(&place.start);
        ranges.iter().any(holds)
    };
    let planned = |place: &Range<usize>| within(plan, place) && !within(&done, place);
    document
        .copies
        .iter()
        .filter_map(|copy| {
            let copies::Copy { here, there } = copy.clone();
            if planned(&here) && within(&done, &there) {
                Some(copies::Copy { here, there })
            } else if planned(&there) && within(&done, &here) {
                Some(copies::Copy {
                    here: there,
                    there: here,
                })
            } else {
                None
            }
        })
        .collect()
}
