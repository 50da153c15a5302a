//! A part of one short sentence.

use crate::document::Document;
use crate::report::{PartStatus, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::{FEWEST_CHARS, chars, ends_in, is_thin};

pub const RULE: Definition = Definition {
    code: "A09",
    slug: "thin-part",
    title: "部分过于简略",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "必须报告的部分，标题下面是不是只有一句短话，也没有一个数字。",
    why: "一句话说不清一项必须报告的内容（《法治政府建设与责任落实督察工作规定》第四章）。没有规定要写多少字，所以只是提示。",
    example: "“三、……第一责任人职责情况”下面只有“主要负责人认真履行第一责任人职责。”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let required = document.profile.parts.iter().filter(|spec| spec.required);
    required
        .filter_map(|spec| {
            let part = document.parts.get(spec.id)?;
            let thin = part.status == PartStatus::Own
                && is_thin(document, part)
                && !ends_in(document, part);
            let chars = chars(document, part);
            let heading = part
                .evidence
                .first()
                .filter(|_| thin && chars >= FEWEST_CHARS)?;
            let message = format!("“{}”只写了 {chars} 个字，请看看是否写全。", spec.name);
            Some(Draft::at(Severity::Notice, document.span(heading), message))
        })
        .collect()
}
