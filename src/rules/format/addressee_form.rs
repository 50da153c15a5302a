//! The line of the addressee lacks its colon, or names a leader.

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::{Block, BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "F09",
    slug: "addressee-form",
    title: "主送机关写法不规范",
    category: Category::Format,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "标题和正文之间的主送机关，末尾有没有冒号，写的是不是领导个人。",
    why: "主送机关末尾用全角冒号（GB/T 9704—2012 第7.3.2条）；除上级机关负责人直接交办的事项外，不得以本机关名义向上级机关负责人报送公文（《党政机关公文处理工作条例》第十五条）。",
    example: "“区委、区政府”后面少了冒号；“尊敬的王区长：”。",
    any_genre: false,
    check: Check::Document(check),
};

/// A line longer than this, in characters, addresses nobody.
const LONGEST: usize = 30;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let first_heading = document.outline.nodes.first();
    let end = first_heading.map_or(document.found.body_end, |node| node.heading.marker.start);
    let title_end = document
        .found
        .elements
        .title
        .as_ref()
        .map_or(0, |title| title.span.end);
    let lines = document.layout.blocks.iter().filter(|block| {
        block.kind == BlockKind::Text && block.folded.start < end && block.span.start >= title_end
    });
    for block in lines {
        let text = document.layout.folded_of(block);
        if text.contains('。') {
            break;
        }
        if text.chars().count() > LONGEST {
            continue;
        }
        if is_upper_body(text) {
            return vec![without_colon(block)];
        }
        if names_leader(text) {
            return vec![
                Draft::at(
                    Severity::Notice,
                    block.span,
                    "报告报送机关，不写给领导个人，请改为上级机关的名称。",
                )
                .basis("《党政机关公文处理工作条例》第十五条第五项"),
            ];
        }
    }
    Vec::new()
}

fn without_colon(block: &Block) -> Draft {
    let end = Span::new(block.span.end, block.span.end);
    Draft::at(Severity::Notice, block.span, "主送机关后面应当有冒号。")
        .fix(Some(Fix {
            label: "补上冒号".to_owned(),
            sure: true,
            edits: vec![Edit {
                span: end,
                text: "：".to_owned(),
            }],
        }))
        .basis("GB/T 9704—2012 第7.3.2条")
}

/// Names of the bodies above, without a place: 区委、区政府. With a place it may be the body that reports.
fn is_upper_body(text: &str) -> bool {
    text.split(['、', ',']).all(|name| {
        let what = name.trim_start_matches(['市', '县', '区', '省', '旗', '州']);
        what.len() < name.len()
            && matches!(
                what,
                "委" | "政府"
                    | "人民政府"
                    | "委员会"
                    | "委依法治县办"
                    | "委依法治区办"
                    | "委依法治市办"
                    | "司法局"
            )
    })
}

/// 尊敬的各位领导: 王区长:
fn names_leader(text: &str) -> bool {
    let Some(name) = text.strip_suffix(':') else {
        return false;
    };
    let office = [
        "书记", "省长", "市长", "县长", "区长", "镇长", "主任", "局长", "领导", "同志",
    ];
    office.iter().any(|office| name.ends_with(office)) && !name.contains(['、', ','])
        || name.starts_with("尊敬的") && name.ends_with("领导")
}
