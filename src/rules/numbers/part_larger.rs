//! A part is more than the whole that it is a part of.

use crate::document::Document;
use crate::figures::binding::{self, alike};
use crate::figures::outcomes;
use crate::figures::places::{Mark, Place};
use crate::figures::wholes::{Form, Group};
use crate::report::Severity;
use crate::text::lexicon::Lexicon;

use super::arithmetic::{before, bracket, count, exact};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H08",
    slug: "part-larger-than-whole",
    title: "部分大于总数",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“其中”“包括”和括号里的一项有没有超过总数；通过的有没有多于参考的，采纳的有没有多于提出的，出庭的有没有多于开庭的，办结的有没有多于受理的。写明含上年结转、历年积案的不算。",
    why: "部分不会大于总数，出现这种情况说明有一个数写错了，或者统计范围不同而没有写明。",
    example: "“提出意见12条，采纳15条”。",
    any_genre: false,
    check: Check::Document(check),
};

/// What goes in, what comes out of it, and how sure it is that no more can come out.
struct Flow {
    into: Lexicon,
    out: Lexicon,
    severity: Severity,
}

static FLOWS: [Flow; 6] = [
    Flow {
        into: Lexicon::new("参考 应考 参加 参试 参训 报考"),
        out: Lexicon::new("通过 合格 及格 优秀 达标"),
        severity: Severity::Warning,
    },
    Flow {
        into: Lexicon::new("提出 征集 收集"),
        out: Lexicon::new("采纳 被采纳"),
        severity: Severity::Warning,
    },
    Flow {
        into: Lexicon::new("抽查 评查 抽取 抽检"),
        out: Lexicon::new("优秀 优良 良好 合格 不合格 达标"),
        severity: Severity::Warning,
    },
    Flow {
        into: Lexicon::new("开庭 应出庭"),
        out: Lexicon::new("出庭 负责人出庭 实际出庭 行政机关负责人出庭 出庭应诉"),
        severity: Severity::Warning,
    },
    Flow {
        into: Lexicon::new("调解 调处"),
        out: Lexicon::new("成功 调解成功 调处成功"),
        severity: Severity::Warning,
    },
    // Cases of the year before come out too.
    Flow {
        into: Lexicon::new("受理 收到 接到 登记 新收 接收 立案 排查 发现 查出 反馈 检查出 查找"),
        out: Lexicon::new(
            "审结 办结 结案 答复 办复 回复 化解 成功化解 调解成功 维持 撤销 驳回 整改 整改到位 完成整改 整改完成 整改完毕 整改销号 整治 整治完成 整治到位 处置 处置完成 办结完成 办理完成 \
             解决 销号 消除",
        ),
        severity: Severity::Notice,
    },
];

/// What says that the two are not counted over the same time.
static OTHER_PERIOD: Lexicon =
    Lexicon::new("结转 结存 上年 去年 往年 历年 累计 以来 积案 存量 遗留 旧存 上半年 下半年 季度");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let named = document
        .groups
        .iter()
        .filter_map(|group| of_group(document, group));
    let flows = (1..document.figures.len()).filter_map(|index| of_flow(document, index));
    named.chain(flows).collect()
}

/// 其中 and the like.
fn of_group(document: &Document<'_>, group: &Group) -> Option<Draft> {
    if matches!(group.form, Form::Outcome | Form::Total) || !group.near || group.carried {
        return None;
    }
    let figure = |index: usize| document.figures.get(index);
    let whole = figure(group.whole)?;
    let together: f64 = group
        .listed
        .iter()
        .filter_map(|&index| Some(figure(index)?.value))
        .sum();
    let part = group
        .parts
        .iter()
        .filter_map(|&index| figure(index))
        .find(|part| count(part).low > count(whole).high)?;
    // 建议41件、提案36件，其中A类63件
    if part.value <= whole.value + together || !exact(part) || !exact(whole) {
        return None;
    }
    Some(
        Draft::at(
            Severity::Warning,
            part.span,
            format!("其中的{}多于总数{}，请核对。", part.text, whole.text),
        )
        .related(whole.span, "总数"),
    )
}

/// What comes out, right behind what went in.
fn of_flow(document: &Document<'_>, index: usize) -> Option<Draft> {
    let before_it = index.checked_sub(1)?;
    let (whole, part) = (
        document.figures.get(before_it)?,
        document.figures.get(index)?,
    );
    let (of_whole, of_part) = (document.places.get(before_it)?, document.places.get(index)?);
    let sure = alike(whole, part) && exact(whole) && exact(part);
    let beside = of_part.mark <= Mark::Comma && of_part.opens + of_part.closes == 0;
    if !sure || !beside || count(part).low <= count(whole).high {
        return None;
    }
    let into = said(document, of_whole);
    let out = outcomes::bare(binding::label(document.layout.folded.text(), of_part));
    let flow = FLOWS
        .iter()
        .find(|flow| flow.into.first_in(&into).is_some() && flow.out.holds(out))?;
    let from = before(document, index)
        .last()
        .and_then(|(first, _)| document.places.get(first))
        .map_or(of_whole.clause.start, |first| first.clause.start);
    let sentence = document.folded(&(from..of_part.trail.end));
    let behind = bracket(document, of_part);
    if OTHER_PERIOD.within(sentence) || OTHER_PERIOD.within(behind) {
        return None;
    }
    let advice = match flow.severity {
        Severity::Notice => "如果包含上年结转的，可写明；否则",
        _ => "",
    };
    Some(
        Draft::at(
            flow.severity,
            part.span,
            format!(
                "{out}的{}多于前面的{}，{advice}请核对。",
                part.text, whole.text
            ),
        )
        .related(whole.span, "前面的数"),
    )
}

/// The words around a figure in its own clause.
fn said(document: &Document<'_>, place: &Place) -> String {
    format!(
        "{}{}",
        document.folded(&place.clause),
        document.folded(&place.trail)
    )
}
