//! Small Chinese numerals: which of them count (下设三个工作专班, 三类企业) and which only belong to a phrase (三项制度, 五个方面, 一次性).

use super::numerals::{Numeral, char_before};
use super::traps;
use super::units;
use crate::text::lexicon::Lexicon;

/// A Chinese numeral with its measure word, in the words around it.
pub struct Place<'a> {
    /// The whole block.
    pub text: &'a str,
    /// The numeral.
    pub numeral: &'a Numeral,
    /// The measure word.
    pub unit: &'a str,
    /// From the last mark of punctuation to the numeral.
    pub clause: &'a str,
    /// From the measure word on, a few words.
    pub after: &'a str,
    /// Whether 近, 约, 超 and the like stand before it.
    pub qualified: bool,
}

/// Verbs that a count follows: without one of them in its clause, a small number at the end of a clause counts nothing.
static COUNTING: Lexicon = Lexicon::new(
    "开展 召开 举办 讲授 组织 举行 设立 设置 下设 建成 建立 建有 成立 组建 打造 新增 新建 创建 培育 发放 印发 制定 出台 修订 废止 审核 审查 审议 办理 办结 \
受理 查处 处罚 调解 化解 处理 处置 接待 接访 解决 检查 排查 整改 开设 开办 编制 编印 制作 发布 公开 答复 提交 提出 收到 聘请 配备 选派 选聘 招录 引进 评选 表彰 获得 \
荣获 获评 命名 参加 听取 研究 主持 专题 出庭 应诉 旁听 培训 宣讲 学习 集中 走访 慰问 征求 征集 共 共有 合计 累计 现有 拥有 划分 分为 增至 减至 达到 有",
);

/// Verbs right behind which a small number counts: 下设五个, 开展三轮.
static OPENING: Lexicon = Lexicon::new(
    "开展 召开 举办 组织 举行 设立 设置 下设 成立 组建 建成 开设 新增 新建 共 共有 现有 分设 增设",
);

/// Right before 一 these make a count of it.
const ONE_AFTER: &str = "共 仅 仅有 只有 共有 合计 各 各有 新增 均为";

/// Nouns behind a measure word that make it part of a name or a phrase.
const NAMED: &[(&str, &str)] = &[
    ("次", "产业 分配 创业 供水 污染 元 方 性 查 办"),
    ("期", "工程 项目 建设 叠加"),
    ("场", "硬仗 战役 攻坚战 战"),
    ("件", "大事 事 套"),
    ("家", "联动 渠 子 抬 人 亲"),
    ("人", "组 行 同行 世界 团"),
    ("名", "以上"),
    ("处", "级"),
    ("户", "人家"),
    ("位", "一体"),
    ("所", "联动 共建 融合 一庭"),
    ("篇", "文章"),
    ("支", "队伍作用 队伍建设 队伍管"),
    ("张", "皮 网 图 清单 牌 名片 蓝图"),
];

/// Whether the numeral counts something.
#[must_use]
pub fn counts(place: &Place) -> bool {
    // 提高一个百分点: a point is never a way of speaking.
    if place.unit.ends_with("百分点") {
        return true;
    }
    let numeral = place.numeral;
    if numeral.round && !(numeral.qualifier.is_some() || place.qualified) {
        return false;
    }
    if char_before(place.text, numeral.start).is_some_and(|c| "这那每哪某".contains(c)) {
        return false;
    }
    if traps::in_phrase(place.text, numeral.start) {
        return false;
    }
    let word = place
        .text
        .get(numeral.start..numeral.end)
        .unwrap_or_default();
    let named = NAMED.iter().any(|&(unit, nouns)| {
        unit == place.unit
            && nouns
                .split(' ')
                .any(|noun| !noun.is_empty() && place.after.starts_with(noun))
    });
    if named {
        return false;
    }
    match word {
        "一" => {
            let bound = char_before(place.text, numeral.start)
                .is_some_and(|c| "同再又逐统唯单另".contains(c));
            return !bound && one(place);
        }
        "二" => return false,
        _ => {}
    }
    if numeral.chars > 1 || numeral.qualifier.is_some() || numeral.round {
        return !traps::is_abstract(place.after) || units::is_concrete(place.unit);
    }
    if traps::is_abstract(place.after)
        || place.after.starts_with("以上")
        || place.after.starts_with("以下")
    {
        return false;
    }
    let ends = ends_clause(place.after);
    if units::is_concrete(place.unit) {
        return !ends || place.clause.chars().count() >= 2;
    }
    if ends {
        return place.clause.chars().count() >= 5 && has_counting_verb(place.clause);
    }
    if OPENING.end_of(place.clause).is_some() {
        return true;
    }
    let phrase = noun_phrase(place.after);
    if let Some(quoted) = phrase.strip_prefix('“') {
        return quoted.chars().count() > 3;
    }
    traps::names_something(phrase) || (lists(place.clause) && phrase.chars().count() >= 2)
}

/// 一 before a measure word: a count only where it closes a clause behind what is counted, or is said to be all there is.
fn one(place: &Place) -> bool {
    const COUNTED: &str = "次 场 期 件 名 人 个 家 份 部 篇 项 处 座 所 堂 起";
    if place.unit == "倍" {
        return true;
    }
    if !COUNTED.split(' ').any(|unit| unit == place.unit) {
        return false;
    }
    if ONE_AFTER
        .split(' ')
        .any(|word| place.clause.ends_with(word))
    {
        return true;
    }
    let never = ["每", "最多", "逐", "只跑", "办成", "凡", "任何", "无"];
    ends_clause(place.after)
        && place.clause.chars().count() >= 7
        && place.unit != "起"
        && has_counting_verb(place.clause)
        && !never.iter().any(|word| place.clause.contains(word))
}

/// Whether nothing of the clause follows.
fn ends_clause(after: &str) -> bool {
    after
        .chars()
        .next()
        .is_none_or(|c| ",;。、.!?)…".contains(c))
}

/// What follows up to the next mark of punctuation.
fn noun_phrase(after: &str) -> &str {
    after
        .split([',', ';', '。', '、', ':', '(', ')'])
        .next()
        .unwrap_or_default()
}

/// Whether the words before the numeral are a list: 执法、普法、决策三个协调小组.
fn lists(clause: &str) -> bool {
    clause.ends_with('等') || (clause.contains('、') && clause.contains(['和', '及', '与']))
}

fn has_counting_verb(clause: &str) -> bool {
    COUNTING.first_in(clause).is_some()
}
