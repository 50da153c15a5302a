//! A heading names problems and plan, and the text under it holds one of the two.

use crate::document::Document;
use crate::report::{PartId, PartStatus, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::{FEWEST_CHARS, chars, ends_in};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "A10",
    slug: "heading-promise",
    title: "标题写了两项，正文只有一项",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“存在问题和下一步安排”这类合写的标题下，是不是两项都写了：不足一处也没有，或者往后的安排一处也没有，才提示。",
    why: "不足和下一年度安排都是必须报告的内容（《法治政府建设与责任落实督察工作规定》第四章），合写可以，不能写漏。",
    example: "“三、存在问题及下一步打算”下面只有问题，没有打算。",
    any_genre: false,
    check: Check::Document(check),
};

/// One of these stands wherever problems are told.
static PROBLEMS: Lexicon = Lexicon::new(
    "不足 问题 不够 薄弱 短板 差距 有待 欠缺 不强 不高 不到位 不平衡 不均衡 不充分 不深 不严 不全 不完善 \
     不健全 不规范 不熟 不多 缺 滞后 困难 难 少 偏 弱 仍 尚 慢 单一 脱节 未",
);

/// One of these stands wherever a plan is told.
static PLANS: Lexicon = Lexicon::new(
    "下一 下步 下阶段 今后 明年 来年 将 接下来 打算 计划 继续 力争 争取 拟 目标 确保 努力 持续 着力 加快 \
     强化 深化 健全 推动 一要 充实 补充 补齐",
);

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (id, words, name) in [
        (PartId::Problems, &PROBLEMS, "不足"),
        (PartId::NextPlan, &PLANS, "往后的安排"),
    ] {
        let Some(part) = document.parts.get(id) else {
            continue;
        };
        let shared = part.status == PartStatus::Merged
            && chars(document, part) >= FEWEST_CHARS
            && !ends_in(document, part);
        let next = document.year().map(|year| format!("{}年", year + 1));
        let told = || {
            document.bodies(part).any(|body| {
                let text = document.folded(&body);
                words.within(text)
                    || id == PartId::NextPlan && next.iter().any(|year| text.contains(year))
            })
        };
        if let Some(heading) = part.evidence.first().filter(|_| shared && !told()) {
            let message = format!("标题写了两项，正文没有看到{name}，请补写。");
            drafts.push(
                Draft::at(Severity::Notice, document.span(heading), message)
                    .basis("《法治政府建设与责任落实督察工作规定》第四章（年度报告）"),
            );
        }
    }
    drafts
}
