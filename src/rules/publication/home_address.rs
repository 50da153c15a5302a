//! Home addresses in a public draft, to the door.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_numeral;

pub const RULE: Definition = Definition {
    code: "J06",
    slug: "home-address",
    title: "公开稿里有个人住址",
    category: Category::Publication,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“家住”“居住”等字样后面写到单元、门牌号的住址。",
    why: "住址是个人信息，公开时写到村、社区为止（《个人信息保护法》）。",
    example: "“居民李某家住桂花小区3号楼2单元501室”，应写“家住桂花小区”。报送稿不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["单元", "号楼", "幢", "栋"].into_iter()), check),
};

static LIVES: Lexicon = Lexicon::new("家住 居住 现住 住在 住址 住所 户籍地 租住");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let clause = hit.before.rsplit([',', '。', ';']).next()?;
    let numbered = clause.ends_with(|c: char| c.is_ascii_digit() || is_numeral(c));
    let door = hit
        .after
        .trim_start_matches(|c: char| c.is_ascii_digit() || c == '-');
    let door = door.len() < hit.after.len() && door.starts_with(['室', '号', '户']);
    let lives = LIVES.words().find_map(|word| clause.rfind(word))?;
    if !is_public(document) || !numbered || !door {
        return None;
    }
    let end = hit.after.find(['室', '号', '户'])? + "室".len();
    let message = "公开稿里写到了个人的详细住址，公开时写到村、社区为止。";
    let before = clause.len() - lives;
    Some(Draft::at(
        Severity::Notice,
        hit.span_with(document, before, end),
        message,
    ))
}
