//! What is the name of a body: in a letterhead, in a signature, in an address. Works on folded lines.

use super::marker;
use crate::text::lexicon::Lexicon;

/// A name without the note on its seal: 某镇人民政府（盖章）.
#[must_use]
pub fn without_seal(text: &str) -> &str {
    ["(盖章)", "(公章)", "(印章)", "(章)"]
        .iter()
        .find_map(|seal| text.strip_suffix(seal))
        .unwrap_or(text)
}

/// The name of a body and nothing else: 某街道办事处, 中共某县某镇委员会.
#[must_use]
pub fn is_body_name(text: &str) -> bool {
    static ENDS: Lexicon = Lexicon::new(
        "人民政府 政府 办事处 委员会 党工委 工委 局 分局 厅 委 办公室 街道 所 党组 党委 管委会 总队 支队 大队 \
     中心 部 署 研究院 镇 乡 县委 区委 县政府",
    );
    let text = without_seal(text);
    let len = text.chars().count();
    (3..=40).contains(&len)
        && !text.contains(['。', ',', ':', ';', '?', '!', '“', '《'])
        && ENDS.ends(text)
        && marker::read(text).is_none()
}

/// Whether a line is 区委、区政府： — the names of bodies and a colon.
pub fn is_addressee(text: &str) -> bool {
    let names = text.trim_end_matches(':');
    let len = names.chars().count();
    (2..=60).contains(&len)
        && names.split(['、', ',']).all(|name| {
            let name = name.trim();
            is_body_name(name)
                || [
                    "委", "政府", "办", "局", "会", "厅", "府", "部", "组", "院", "大", "代表",
                ]
                .iter()
                .any(|end| name.ends_with(end))
        })
}
