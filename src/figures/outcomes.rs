//! What becomes of things that are counted, as data: 审结 and 正在审理, 维持 and 撤销, 废止 and 保留. The members of a family share one whole
//! between them.

use std::sync::LazyLock;

use crate::text::lexicon::{Lexicon, Table};

/// Outcomes of one kind of thing.
pub struct Family {
    /// What some of them come to.
    pub members: Lexicon,
    /// What the others come to: where one of these stands beside a member, nothing is left over.
    pub rest: Lexicon,
    /// Whether no thing can have two of them.
    pub apart: bool,
    /// Words of the whole that make it one of the row itself: 制定9件、修改3件 is no whole and its part.
    pub beside: Lexicon,
}

/// The families that these reports know.
pub static FAMILIES: [Family; 13] = [
    // 案件
    Family {
        members: Lexicon::new("审结 办结 结案 处结 办理完毕 答复 办复 回复 反馈 完成"),
        rest: Lexicon::new(
            "正在审理 正在办理 尚在审理 尚在办理 未审结 尚未审结 未办结 尚未办结 未结案 尚未结案 未结 在审 在办 待审 待办 未答复 尚未答复 继续办理 结转下年 结转下年度",
        ),
        apart: false,
        beside: Lexicon::new(""),
    },
    // 行政复议
    Family {
        members: Lexicon::new(
            "维持 驳回 撤销 终止 中止 确认违法 责令履行 变更 不予受理 驳回申请 驳回请求 撤回申请 撤诉 原告撤诉",
        ),
        rest: Lexicon::new("正在审理 未审结 尚未审结 正在办理"),
        apart: true,
        beside: Lexicon::new(""),
    },
    Family {
        members: Lexicon::new(
            "调解 和解 调解和解 调解成功 调处成功 成功调解 成功 成功化解 化解成功",
        ),
        rest: Lexicon::new("调解不成功 不成功 未成功 正在调解 调解失败 引导诉讼 引导起诉"),
        apart: false,
        beside: Lexicon::new(""),
    },
    // 行政诉讼
    Family {
        members: Lexicon::new("胜诉 败诉 驳回 驳回起诉 撤诉 原告撤诉"),
        rest: Lexicon::new("未审结 尚未审结 正在审理 尚未判决 未判决"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 文件清理
    Family {
        members: Lexicon::new("废止 修改 修订 失效 宣布失效 宣告失效 废止失效 拟修改 拟废止"),
        rest: Lexicon::new("保留 继续有效 继续执行 现行有效"),
        apart: true,
        beside: Lexicon::new("制定 出台 制发 印发 公布 发布 新增 起草"),
    },
    // 问题、隐患、纠纷
    Family {
        members: Lexicon::new(
            "整改 整改完成 整改到位 完成整改 整改销号 销号 化解 成功化解 化解成功 解决 劝改 调处 拆除 采纳 完成",
        ),
        rest: Lexicon::new(
            "正在整改 限期整改 持续整改 持续推进 长期推进 长期整改 未整改 尚未整改 整改中 正在化解 未化解 尚未化解 引导诉讼 正在推进 补办手续 未采纳",
        ),
        apart: false,
        beside: Lexicon::new(""),
    },
    // 评查、考试
    Family {
        members: Lexicon::new("优秀 优良 良好 合格 及格 通过 达标"),
        rest: Lexicon::new("不合格 不及格 未通过"),
        apart: false,
        beside: Lexicon::new(""),
    },
    // 表决
    Family {
        members: Lexicon::new("赞成 反对 同意"),
        rest: Lexicon::new("弃权"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 依申请公开
    Family {
        members: Lexicon::new("予以公开 同意公开 部分公开 不予公开"),
        rest: Lexicon::new("不予公开或者无法提供 不予公开或无法提供 无法提供 不予处理 其他处理"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 信息公开
    Family {
        members: Lexicon::new("主动公开"),
        rest: Lexicon::new("依申请公开"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 处罚程序
    Family {
        members: Lexicon::new("一般程序 普通程序"),
        rest: Lexicon::new("简易程序"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 审级
    Family {
        members: Lexicon::new("一审"),
        rest: Lexicon::new("二审 再审"),
        apart: true,
        beside: Lexicon::new(""),
    },
    // 申请人、性别
    Family {
        members: Lexicon::new("自然人 男"),
        rest: Lexicon::new("法人和其他组织 法人或其他组织 法人或者其他组织 女"),
        apart: true,
        beside: Lexicon::new(""),
    },
];

/// What may stand before an outcome and says only when or how far.
static ADVERBS: Lexicon = Lexicon::new(
    "已 均 共 被 被法院 全部 依法 按期 按时 及时 当场 目前 现已 其中 年内 年底前 年末 当年 当年已 到年底 截至年底 截至目前 已经 经法院 判决 法院判决 法院 尚有 还有 仍有 有",
);

/// What takes in all that is left: 其余13件.
static REMAINDER: Lexicon = Lexicon::new("其余 剩余 余下 其他 其它");

/// What is done with things counted, without the words that only say when: 年底前整改 is 整改.
#[must_use]
pub fn bare(mut words: &str) -> &str {
    while let Some(rest) = ADVERBS.strip_start(words).filter(|rest| !rest.is_empty()) {
        words = rest;
    }
    words.trim_end_matches(['了', '的'])
}

/// Whether the words are an outcome and nothing else.
#[must_use]
pub fn is_outcome(words: &str) -> bool {
    let words = bare(words);
    let mut parts = words.split(['和', '及', '与', '、', '或']);
    let mut first = parts.next().into_iter().flat_map(families);
    is_remainder(words)
        || families(words).next().is_some()
        || first.any(|family| {
            parts
                .clone()
                .all(|part| families(part).any(|of| of == family))
        })
}

/// The families that a word belongs to, by their indices.
fn families(word: &str) -> impl Iterator<Item = usize> {
    static FAMILY: LazyLock<Table<usize>> = LazyLock::new(|| {
        let families = FAMILIES.iter().enumerate();
        Table::of_words(families.flat_map(|(index, family)| {
            let words = family.members.words().chain(family.rest.words());
            words.map(move |word| (word, index))
        }))
    });
    let here = FAMILY.all_in(word).take_while(|(at, ..)| *at == 0);
    here.filter(|(_, found, _)| found.len() == word.len())
        .map(|(.., family)| family)
}

/// Whether the words say that nothing is left over: 其余, 其他事项, 广告及其他类.
#[must_use]
pub fn is_remainder(words: &str) -> bool {
    REMAINDER.start_of(words).is_some() || words.contains("其他") || words.contains("其它")
}

/// Whether an outcome belongs to a row that the whole is itself a member of.
#[must_use]
pub fn stands_beside(outcome: &str, whole: &str) -> bool {
    let outcome = bare(outcome);
    FAMILIES.iter().any(|family| {
        family.members.holds(outcome)
            && family.beside.first_in(whole).is_some()
            && !whole.contains(outcome)
    })
}

/// Whether all of the words name outcomes of one family.
#[must_use]
pub fn are_kin(all: &[&str]) -> bool {
    FAMILIES.iter().any(|family| family.holds_all(all))
}

/// Whether an outcome is what the others of a row came to, one of which is given: 正在审理 beside 审结.
#[must_use]
pub fn closes(one: &str, outcome: &str) -> bool {
    FAMILIES
        .iter()
        .any(|family| family.members.holds(bare(one)) && family.rest.holds(bare(outcome)))
}

impl Family {
    /// Whether the words name one of the family: as an outcome, or as the first or last word of a longer name (简易程序案件).
    fn names(lexicon: &'static Lexicon, words: &str) -> bool {
        lexicon.start_of(words).is_some() || lexicon.end_of(words).is_some()
    }

    /// Whether all of the words name members or the rest.
    #[must_use]
    pub fn holds_all(&'static self, all: &[&str]) -> bool {
        all.iter()
            .all(|words| Self::names(&self.members, words) || Self::names(&self.rest, words))
    }

    /// Whether some of the words name the rest.
    #[must_use]
    pub fn has_rest(&'static self, all: &[&str]) -> bool {
        all.iter().any(|words| Self::names(&self.rest, words))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn outcomes_are_told_from_what_is_counted() {
        for words in [
            "已审结",
            "年底前整改",
            "剩余",
            "均办结",
            "调解成功",
            "被撤销",
            "废止和宣布失效",
        ] {
            assert!(is_outcome(words), "{words}");
        }
        for words in [
            "受理",
            "审查合同",
            "",
            "整改通知书",
            "已",
            "废止和制定",
            "和",
        ] {
            assert!(!is_outcome(words), "{words}");
        }
        assert!(stands_beside("修改", "制定规章"));
        assert!(!stands_beside("修改", "制定、修改和废止规章"));
        assert!(!stands_beside("审结", "受理"));
    }
}
