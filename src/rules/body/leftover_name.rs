//! The name of another place where the own one would stand: left from a draft that was copied.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

use super::own;

pub const RULE: Definition = Definition {
    code: "D02",
    slug: "leftover-name",
    title: "正文里留有别处的地名",
    category: Category::Body,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "本单位自己的工作，主语或者范围写成了另一个同级的乡镇、街道、县、市。交流考察、联合协作、相邻、诉讼、列举等有原因的不查。",
    why: "借用别处的稿子时，最容易漏改地名；公开后容易引起误解。",
    example: "清河镇的报告写“柳塘镇组织巡查队夜间巡查”。“赴柳塘镇学习考察”不查。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(own) = own::name(document) else {
        return Vec::new();
    };
    let mut seen: Vec<&str> = Vec::new();
    let mut drafts = Vec::new();
    for other in own::others(document, &own) {
        if !other.acts || other.typo || seen.contains(&other.place) || seen.len() >= MOST {
            continue;
        }
        seen.push(other.place);
        // One who is named again and again has a part in the work of this report.
        if document.layout.folded.text().matches(other.place).count() > MOST_TIMES {
            continue;
        }
        let range = other.at..other.at + other.place.len();
        drafts.push(
            Draft::at(
                Severity::Warning,
                document.span(&range),
                format!(
                    "这里写的是“{}”，而报告单位是“{}”，请核对是否漏改地名。",
                    other.place, own.place
                ),
            )
            .instead(own.place, false),
        );
    }
    drafts
}

/// So many names are looked at.
const MOST: usize = 8;
/// A name that was left over stands no more often than this.
const MOST_TIMES: usize = 3;
