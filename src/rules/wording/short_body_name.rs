//! Bodies called by a short name that papers do not use: 区府, 市府; 街道书记, 街道主任.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I10",
    slug: "short-body-name",
    title: "机关和职务的简称不规范",
    category: Category::Wording,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“区府”“县府”“市府”这样的简称，“街道书记”“街道主任”这样的职务。",
    why: "公文里机关和职务用规范的名称：区政府、街道党工委书记、街道办事处主任。",
    example: "“在区委、区府的领导下”，应为“区政府”。“区府办”“市府路”不查。",
    any_genre: false,
    check: Check::AllWords(words, check),
};

/// A short name, the usual one, and what follows where it is part of another word, parted by spaces.
const NAMES: [(&str, &str, &str); 5] = [
    ("区府", "区政府", "办 路 街 大 广 社 机 院"),
    ("县府", "县政府", "办 路 街 大 广 社 机 院 城"),
    ("市府", "市政府", "办 路 街 大 广 社 机 院"),
    ("街道书记", "街道党工委书记", "员 办公会"),
    ("街道主任", "街道办事处主任", "办公 会议 例会"),
];

fn words() -> Box<dyn Iterator<Item = &'static str>> {
    Box::new(NAMES.iter().map(|name| name.0))
}

/// One finding a name, with all of its places.
fn check(document: &Document<'_>, hits: &[Hit<'_>]) -> Vec<Draft> {
    let draft = |(index, &(short, usual, others)): (usize, &(&str, &str, &str))| {
        let whole = |hit: &&Hit<'_>| {
            let mut others = others.split_ascii_whitespace();
            hit.index == index && !others.any(|word| hit.after.starts_with(word))
        };
        let edits: Vec<Edit<_>> = hits
            .iter()
            .filter(whole)
            .map(|hit| Edit {
                span: hit.span(document),
                text: usual.to_owned(),
            })
            .collect();
        let first = edits.first()?.span;
        let message = format!("“{short}”不是规范的称呼，公文里写“{usual}”。");
        Some(Draft::at(Severity::Notice, first, message).fix(Some(Fix {
            label: format!("改为“{usual}”"),
            sure: false,
            edits,
        })))
    };
    NAMES.iter().enumerate().filter_map(draft).collect()
}
