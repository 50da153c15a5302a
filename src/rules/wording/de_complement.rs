//! 的 or 地 before a complement, where 得 must stand: 树立地不牢, 落实的不够, 抓的紧.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "I16",
    slug: "de-complement",
    title: "“的”“地”应为“得”",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "动词和补语之间写成了“的”“地”：树立地不牢、落实的不够、推进的较慢、抓的紧、做的好。",
    why: "动词后面说明程度、结果的补语用“得”引出。",
    example: "“法治观念树立地不牢”，应为“树立得不牢”。“做的好事”“场地不足”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(DEGREES.words().chain(CLOSE.words())), check),
};

/// 的 or 地 with the word that says how much.
static DEGREES: Lexicon = Lexicon::new(
    "地不 的不 地还不 的还不 地很 的很 地较 的较 地比较 的比较 地不够 的不够 地还不够 的还不够 地非常 的非常 \
     地十分 的十分 地更 的更",
);
/// Set phrases of two characters round 的.
static CLOSE: Lexicon = Lexicon::new(
    "抓的紧 抓的实 抓的严 落的实 落的细 做的实 做的好 学的深 学的进 用的好 管的住 守的住 接的住 干的好 立的住 \
     叫的响",
);

static VERBS: Lexicon = Lexicon::new(
    "树立 落实 执行 掌握 学习 理解 认识 研究 贯彻 推进 开展 发挥 运用 把握 衔接 结合 考虑 宣传 处理 完成 履行 坚持 \
     做 抓 学 管 压 挖 普及 领会 建设 配合 协调 规范 把关 审查 审核 化解 调处 整改 覆盖 延伸 思考 谋划 部署 钻研 履职 \
     统筹 沟通 分析 剖析 体现 反映 保障 传导 压实 挖掘 融合 联系 应用 使用 总结 创新",
);
static COMPLEMENTS: Lexicon = Lexicon::new(
    "牢 牢固 牢靠 好 深 深入 深刻 深透 够 紧 紧密 实 扎实 严 严格 细 细致 准 准确 全 全面 透 透彻 到位 充分 及时 彻底 完善 \
     规范 明显 突出 顺畅 广 广泛 慢 缓慢 快 迅速 平衡 均衡 精准 有力 主动 经常",
);

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let ends = |rest: &str| {
        rest.is_empty() || rest.starts_with([',', '。', ';', ':', '、', ')', '!', '”', '的'])
    };
    let rest = if CLOSE.holds(hit.word) {
        hit.after
    } else {
        VERBS.end_of(hit.before)?;
        if hit.word.ends_with("不够") && ends(hit.after) {
            hit.after
        } else {
            COMPLEMENTS.strip_start(hit.after)?
        }
    };
    // 落实的不够 is told by its longer word.
    let longer = hit.word.ends_with('不') && hit.after.starts_with('够');
    if longer || !ends(rest) {
        return None;
    }
    let right = hit.word.replace(['的', '地'], "得");
    let message = format!("“{}”说的是动作的程度、结果，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
