//! The first character of a heading or a clause is lost: 强全民法治观念, 彻落实.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::wording::slips::Slips;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I15",
    slug: "lost-first-character",
    title: "标题或者句子开头漏了一个字",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "标题、段落、分句的开头是不是半个词：强全民法治观念、彻落实、入推进、立健全。",
    why: "多半是复制时漏选了第一个字。",
    example: "“（四）强全民法治观念”，应为“增强全民法治观念”。",
    any_genre: false,
    check: Check::Words(|| HALVES.words(), check),
};

const HALVES: Slips = Slips {
    plain: "\
强全民 增强全民 强法治意识 增强法治意识 强法治观念 增强法治观念 高全民 提高全民 高执法 提高执法 彻落实 贯彻落实 彻执行 贯彻执行 \
入推进 深入推进 入学习 深入学习 入开展 深入开展 入贯彻 深入贯彻 入实施 深入实施 入排查 深入排查 \
格落实 严格落实 格执行 严格执行 格规范 严格规范 格依法 严格依法 范行政执法 规范行政执法 范执法 规范执法 立健全 建立健全 立完善 建立完善 \
极推进 积极推进 极开展 积极开展 极推动 积极推动 极参与 积极参与 面推进 全面推进 面落实 全面落实 面贯彻 全面贯彻 \
断完善 不断完善 断提升 不断提升 断加强 不断加强 断健全 不断健全 续推进 持续推进 续加强 持续加强 续深化 持续深化 续优化 持续优化 \
真学习 认真学习 真贯彻 认真贯彻 真落实 认真落实 真履行 认真履行 织开展 组织开展 实推进 扎实推进 实做好 切实做好 实加强 切实加强 \
决贯彻 坚决贯彻 决落实 坚决落实 步推进 稳步推进 步规范 逐步规范 进法治政府 推进法治政府 进依法行政 推进依法行政",
    limited: &[],
};

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let opens = hit.before.is_empty()
        || hit.before.ends_with([',', '。', ';', ':', ')', '.', '!'])
        || (hit.before.ends_with('、') && hit.before.chars().count() <= 3);
    if !opens {
        return None;
    }
    let right = HALVES.right(hit)?;
    let message = format!("“{}”前面像是漏了一个字，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}
