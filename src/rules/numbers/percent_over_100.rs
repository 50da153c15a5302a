//! A share of a whole is more than the whole: 好评率109.2%.

use crate::document::Document;
use crate::figures::clauses::strip_closers;
use crate::report::{FigureKind, Severity};

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H01",
    slug: "percent-over-100",
    title: "比率超过100%",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "覆盖率、办结率、满意率、合格率、占比等是否超过100%；下降、减少是否超过100%。",
    why: "部分不会多于全体，减少不会多于原有；多半是小数点或者数字写错了。增长、完成计划、超额可以超过100%，不查。",
    example: "“群众好评率109.2%”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Rates that may be more than the whole.
static UNBOUNDED: Lexicon = Lexicon::new(
    "完成率 增长率 上升率 增加率 参保率 到位率 达成率 执行率 征收率 利用率 回报率 收益率 负债率 贡献率 周转率 \
     入学率 入住率 上座率 产销率 自给率 容积率 杠杆率 补偿率 提升率 提高率 超额率 兑换率 配备率 储备率 效率 \
     频率 税率 汇率 利率 费率 倍率 比率 速率 功率",
);

/// Shares that are not called 率.
const SHARES: &[&str] = &["满意度", "占比", "比重"];

/// What stands between the old value of a rate and the new one.
static RISES: Lexicon =
    Lexicon::new("提高到 提高至 提升到 提升至 上升到 上升至 增长到 增长至 增加到 升至 增至 升到");

/// What becomes less cannot become less by more than all of it.
static LESS: Lexicon = Lexicon::new("下降 减少 降低 压减 压缩 缩短 缩减");

/// A part of what was planned, or of another year, may be more than all of it.
static PLANNED: Lexicon = Lexicon::new("计划 任务 目标 指标 预算 年 同期 预期 进度");

fn check(document: &Document<'_>) -> Vec<Draft> {
    in_words::figures(document)
        .filter_map(|figure| {
            let what = bounded(&figure)?;
            let message = if LESS.holds(what) {
                format!("“{what}”的幅度不会超过100%，请核对。")
            } else {
                format!("这里的{what}超过了100%，而部分不会多于全体，请核对。")
            };
            Some(Draft::at(Severity::Warning, figure.figure.span, message))
        })
        .collect()
}

/// What the figure is a share of a whole by, where it is more than the whole.
fn bounded(figure: &InWords<'_>) -> Option<&'static str> {
    let value = figure.figure.value;
    let beyond = matches!(figure.figure.qualifier.as_deref(), Some("超" | "余" | "多"));
    if figure.figure.kind != FigureKind::Percent
        || figure.figure.unit.contains('‰')
        || !(value > 100.0 || value == 100.0 && beyond)
    {
        return None;
    }
    let clause = figure.clause();
    let head = strip_closers(clause);
    if let Some(word) = LESS.end_of(head) {
        return (value > 100.0).then_some(word);
    }
    if let Some(word) = SHARES.iter().find(|word| head.ends_with(**word)) {
        return Some(word);
    }
    let rose = RISES.strip_end(clause);
    let rate = match rose {
        // 办结率由82%提高到
        Some(from) => from.rfind('率').and_then(|at| {
            let (rate, old) = from.split_at_checked(at + '率'.len_utf8())?;
            let plain = |c: char| c.is_ascii_digit() || "由从的年底初.%上去前".contains(c);
            old.chars().all(plain).then_some(rate)
        }),
        None => Some(head),
    };
    if let Some(rate) = rate.filter(|rate| rate.ends_with('率')) {
        let free = UNBOUNDED.ends(rate);
        return (!free).then_some("比率");
    }
    let (_, whole) = clause
        .rsplit_once('占')
        .filter(|_| clause.ends_with('的'))?;
    (!PLANNED.within(whole)).then_some("占比")
}
