//! The part on the first responsible person speaks as he does himself: taken from his own 述职述法报告.

use std::ops::Range;

use crate::document::Document;
use crate::report::{PartId, Severity};

use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "A08",
    slug: "first-person",
    title: "履职部分用了第一人称",
    category: Category::Parts,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "党政主要负责人履职部分里的“本人”“我”，以及“作为镇长，切实……”这类没有主语的说法。“我区、我镇、我局”不查。",
    why: "年度报告由单位作出，不是个人述职，应当写“镇党委书记、镇长……”；出现第一人称，多半是从述职述法报告里搬来的。",
    example: "“本人认真履行第一责任人职责”，应为“镇党委书记认真履行……”。",
    any_genre: false,
    check: Check::Document(check),
};

/// What follows 我 where it speaks of the place or the body, or of the campaign 我为群众办实事.
const COLLECTIVE: &str =
    "区县市省州盟旗镇乡街村社局委办厅部院国党军们校所队站方单系为馆团场矿港园分支大总中司辖综公";

/// What a clause without a subject begins with.
static DOINGS: Lexicon =
    Lexicon::new("切实 认真 坚持 始终 带头 严格 自觉 主动 积极 充分 深入 高度 坚决 亲自");

/// Offices, as the last words of 作为…镇长.
static OFFICES: Lexicon = Lexicon::new("书记 主任 镇长 乡长 县长 区长 市长 局长 厅长 部长");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let Some(part) = document.parts.get(PartId::FirstResponsible) else {
        return Vec::new();
    };
    let mut places: Vec<Range<usize>> = Vec::new();
    for body in document.own_bodies(part) {
        let text = document.folded(&body);
        for (at, word) in text.match_indices(['我', '本', '作']) {
            let before = text.get(..at).unwrap_or_default();
            let after = text.get(at + word.len()..).unwrap_or_default();
            let opens = before
                .chars()
                .next_back()
                .is_none_or(|c| ",。;:、!?\n".contains(c));
            let found = match word {
                "我" => i_act(before, after, opens).then_some(0),
                "本" => (opens && after.starts_with('人')).then_some('人'.len_utf8()),
                _ => opens.then(|| in_office(after)).flatten(),
            };
            if let Some(len) = found {
                places.push(body.start + at..body.start + at + word.len() + len);
            }
        }
    }
    let Some((first, others)) = places.split_first() else {
        return Vec::new();
    };
    let words = document.words(first);
    let message =
        format!("“{words}”是个人述职的口气，年度报告由单位作出，请改为职务，如“党委书记、镇长”。");
    let draft = Draft::at(Severity::Notice, document.span(first), message);
    vec![others.iter().fold(draft, |draft, place| {
        draft.related(document.span(place), document.words(place))
    })]
}

/// Whether 我 is a person who acts.
fn i_act(before: &str, after: &str, opens: bool) -> bool {
    let collective = after.starts_with(|c: char| COLLECTIVE.contains(c));
    !collective && (opens || before.ends_with('由') || after.starts_with("亲自"))
}

/// Behind 作: how far 为…镇长 goes, where nobody is named as the one who acts.
fn in_office(after: &str) -> Option<usize> {
    let clause = after.split([',', '。', ';']).next()?;
    let rest = after.get(clause.len()..)?.strip_prefix(',')?;
    let office = clause.starts_with('为') && OFFICES.ends(clause);
    (office && DOINGS.starts(rest)).then_some(clause.len())
}
