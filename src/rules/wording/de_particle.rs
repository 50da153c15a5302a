//! 的 before a verb where 地 must stand: 较好的兼顾了, 有效的解决了.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "I11",
    slug: "de-particle",
    title: "“的”应为“地”",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "状语和动词之间写成了“的”：有效的解决了、较好的兼顾、更好的服务群众。",
    why: "修饰动词用“地”，修饰名词用“的”。",
    example: "“较好的完成了年度任务”，应为“较好地完成了”。“较好的基础”“更好的服务”是修饰名词，不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(ADVERBS.words()), check),
};

static ADVERBS: Lexicon = Lexicon::new(
    "较好的 更好的 很好的 有效的 有力的 积极的 切实的 充分的 及时的 全面的 深入的 严格的 扎实的 顺利的 圆满的 \
     不断的 进一步的 准确的 主动的 稳步的 逐步的 广泛的 妥善的 极大的 有序的 认真的 持续的 坚决的 积极主动的 \
     精准的 创造性的 大力的",
);
/// The first of the adverbs, that stand before plain verbs with an object too.
const WELL: usize = 3;

static VERBS: Lexicon = Lexicon::new(
    "兼顾 完成 解决 发挥 贯彻 落实 履行 保障 维护 促进 推动 推进 适应 满足 实现 化解 调动 防止 遏制 提升 \
     提高 增强 加强 规范 改善 缓解 减少 降低 避免 保护 回应 处置 开展 激发 营造 打击",
);
/// What a verb acts on, so that it can be no noun.
static OBJECTS: Lexicon = Lexicon::new(
    "群众 人民 企业 经济 社会 大局 中心 基层 各项 全镇 全区 全县 发展 民生 高质量 依法行政",
);
/// The verbs that take them.
static SERVING: Lexicon = Lexicon::new("服务 保障 维护 促进 推动 推进 满足 适应 融入 引导");
/// Nouns at the end of a clause that all before may belong to: 更好的服务群众机制.
static NOUNS: Lexicon =
    Lexicon::new("机制 体系 平台 渠道 方式 办法 路径 模式 环境 制度 能力 水平 作用 效果");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let well = hit.index < WELL && serves(hit.after);
    if !well && !acts(hit.after) && !works(hit.word, hit.after) {
        return None;
    }
    let right = [hit.word.strip_suffix('的')?, "地"].concat();
    let message = format!("“{}”修饰后面的动词，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}

/// A verb with 了 behind it; 兼顾 is a verb in any case.
fn acts(after: &str) -> bool {
    let past = |verb: &str| {
        after
            .strip_prefix(verb)
            .is_some_and(|rest| rest.starts_with('了'))
    };
    VERBS.words().any(past)
        || after
            .strip_prefix("兼顾")
            .is_some_and(|rest| !rest.is_empty() && !rest.starts_with([',', '。', ';', '、']))
}

/// A verb that is no noun, or a verb of work with an object: 做好普法, 推进各项工作, 不断的加强队伍建设.
fn works(adverb: &str, after: &str) -> bool {
    let clause = after
        .split([',', '。', ';', '、', ':'])
        .next()
        .unwrap_or_default();
    let noun = || {
        let nouns = NOUNS.ends(clause);
        nouns || clause.contains('的') || MORE_NOUNS.first_in(clause).is_some()
    };
    let object = |rest: &str| WORK.start_of(rest).is_some();
    let by_degrees = BY_DEGREES.holds(adverb);
    let pure = PURE
        .strip_start(after)
        .is_some_and(|rest| rest.starts_with(is_han));
    let working = WORKING.strip_start(after).is_some_and(|rest| {
        let named = NOUNS.ends(clause) || MEANS.first_in(clause).is_some();
        let acts = object(rest) && !named;
        let goes_on = by_degrees && rest.starts_with(is_han) && !noun();
        acts && !clause.contains('的') || goes_on
    });
    pure || working
}

/// Adverbs that seldom stand before nouns, and the nouns before which they do.
static BY_DEGREES: Lexicon = Lexicon::new("不断的 逐步的 进一步的 稳步的");
static MORE_NOUNS: Lexicon = Lexicon::new(
    "措施 举措 意见 要求 工作 方案 计划 规定 空间 打算 安排 过程 态势 趋势 任务 目标 手段 对策 力度 行动 活动",
);

/// Nouns that all before may belong to, wherever they stand: 有力的规范行政执法举措12条.
static MEANS: Lexicon = Lexicon::new("措施 举措 机制 成效 成果 办法");

/// Verbs that are no nouns, verbs of work, and what these act on.
static PURE: Lexicon =
    Lexicon::new("做好 抓好 搞好 办好 管好 用好 守好 筑牢 做到 确保 把 按照 依照 建立健全");
static WORKING: Lexicon = Lexicon::new(
    "推进 开展 落实 推动 履行 完成 贯彻 执行 实施 保障 维护 促进 加强 提升 提高 规范 解决 化解 参与 配合 组织 学习贯彻 \
     贯彻落实 服务 引导 预防 防范 杜绝 遏制 学习 强化 深化 加快",
);
static WORK: Lexicon = Lexicon::new(
    "各项 依法 法治政府 法治建设 法治宣传 普法 行政执法 职责 职能 各类 全年 年度 本年度 党中央 党的 上级 省委 市委 县委 区委 习近平 \
     矛盾纠纷 群众 人民 合法权益 社会稳定 公平正义 违法 违规 重点 我 全镇 全县 全区 全市 全乡 街道",
);

/// A verb with its object, and no noun behind that all of it belongs to.
fn serves(after: &str) -> bool {
    let object = |rest: &str| OBJECTS.starts(rest);
    let serving = SERVING
        .words()
        .any(|verb| after.strip_prefix(verb).is_some_and(object));
    let clause = after
        .split([',', '。', ';', '、', ':'])
        .next()
        .unwrap_or_default();
    serving && !clause.contains('的') && !NOUNS.ends(clause)
}
