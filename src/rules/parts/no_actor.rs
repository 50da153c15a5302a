//! The part on the first responsible person does not name him: nobody is said to have acted.

use crate::document::Document;
use crate::report::{PartId, Severity};
use crate::structure::parts::PartFound;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::lacking;
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "A07",
    slug: "no-actor",
    title: "履职部分没有写明由谁履职",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "党政主要负责人履职部分有没有出现书记、主任、镇长、局长、主要负责人等称呼；没有主语而写“主持”“带头”“批示”的，标题已经说明是谁，不提示。",
    why: "这一部分报告的是党政主要负责人个人履职的情况（《法治政府建设与责任落实督察工作规定》第四章），写成单位的工作就偏了题。",
    example: "第三部分通篇是“我镇加强……”“各部门落实……”，没有一处写到书记、镇长。",
    any_genre: false,
    check: Check::Document(check),
};

/// What only a person does: where it stands without a subject, the heading has said who.
static PERSONAL: Lexicon = Lexicon::new("主持 批示 带队 带头 述法 述职");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let found = lacking(document, PartId::FirstResponsible, "actor");
    let personal = |part: &PartFound| {
        document.own_bodies(part).iter().any(|body| {
            let text = document.folded(body);
            PERSONAL.within(text)
        })
    };
    found
        .filter(|(part, _)| !personal(part))
        .and_then(|(part, _)| part.evidence.first())
        .map(|heading| {
            let message = "这一部分没有写明由谁履职，请写出党政主要负责人（书记、主任、镇长、局长等）做了什么。";
            Draft::at(Severity::Notice, document.span(heading), message)
                .basis("《法治政府建设与责任落实督察工作规定》第四章（年度报告）")
        })
        .into_iter()
        .collect()
}
