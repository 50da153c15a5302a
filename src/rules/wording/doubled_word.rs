//! A word that is printed twice in a row: 进一步进一步, 进行进行, 的的.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::sort;
use crate::text::BlockKind;
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "I14",
    slug: "doubled-word",
    title: "同一个词连着写了两遍",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "三个字以上的词紧挨着重复，“进行”“开展”“加强”这类词重复，“的的”“了了”。",
    why: "多半是修改时没有删净。",
    example: "“进一步进一步规范执法行为”，应删去一个“进一步”。“一户一户”“组织组织员培训”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// Longer words than this, in characters, are not looked for.
const LONGEST: usize = 8;

/// Words of two characters that never stand twice in a row; others may be a noun and a verb: 党组织组织学习.
const PAIRS: &str = "进行 开展 加强 深入 不断 积极 切实 提高 提升 强化 完善 健全 以及 通过 对于 按照 其中 共计 累计 我们 他们 能够 可以 应当 \
                     严格 全面 坚持 认真 扎实 持续 有效 充分 及时 存在 有关 相关 群众 人员 情况 措施 并且 因此 由于 同时 同志 全年 年度";

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    let mut chars: Vec<(usize, char)> = Vec::new();
    for block in &document.layout.blocks {
        if block.kind != BlockKind::Text {
            continue;
        }
        let text = document.layout.folded_of(block);
        chars.clear();
        chars.extend(text.char_indices());
        let mut next = 0;
        for at in returning(&chars) {
            let found = (at >= next).then(|| repeated(&chars, at));
            let Some((length, times)) = found.flatten() else {
                continue;
            };
            let place = |index: usize| {
                let offset = chars.get(index).map_or(text.len(), |&(offset, _)| offset);
                block.folded.start + offset
            };
            let end = at + length * times;
            let span = document.span(&(place(at)..place(end)));
            let once = document.folded(&(place(at)..place(at + length)));
            // White space between them, that folding took away, parts a heading from its text.
            if document.source.slice(span).len() == place(end) - place(at) {
                let message = format!("“{once}”连着写了两遍。");
                drafts.push(Draft::at(Severity::Warning, span, message).instead(once, true));
            }
            next = end;
        }
    }
    drafts
}

/// The places, in order, whose character stands once more so soon behind that a word may be repeated there.
fn returning(chars: &[(usize, char)]) -> Vec<usize> {
    // Where a character like it stood last, by the end of its number, counted from 1.
    let mut last = [0; 256];
    let mut places = Vec::new();
    for (at, &(_, c)) in chars.iter().enumerate() {
        if let Some(last) = last.get_mut(c as usize % 256) {
            let before = std::mem::replace(last, at + 1);
            if before > 0 && before + LONGEST > at {
                places.push(before - 1);
            }
        }
    }
    sort::by_key(&mut places, |place| *place as u64);
    places
}

/// The word that is repeated at a place: its characters, and how many times it stands there.
fn repeated(chars: &[(usize, char)], at: usize) -> Option<(usize, usize)> {
    let char = |index: usize| chars.get(index).map(|&(_, c)| c);
    let first = char(at)?;
    let length = (1..=LONGEST).find(|&length| {
        char(at + length) == Some(first)
            && (1..length).all(|i| char(at + i) == char(at + length + i))
            && (0..length).all(|i| char(at + i).is_some_and(is_han))
            && (length > 1 || matches!(first, '的' | '了'))
            && is_fault(chars, at, length)
    })?;
    let more = (length..)
        .take_while(|&i| char(at + length + i) == char(at + i))
        .count();
    Some((length, 2 + more / length))
}

/// Whether a repeated word is no reduplication and no two words.
fn is_fault(chars: &[(usize, char)], at: usize, length: usize) -> bool {
    let char = |index: usize| chars.get(index).map(|&(_, c)| c);
    let before = at.checked_sub(1).and_then(char);
    let behind = char(at + 2 * length);
    let word: String = (at..at + length).filter_map(char).collect();
    match &*word {
        // 目的的, 的的确确
        "的" => before != Some('目') && behind != Some('确'),
        // 做了了解, 一目了了然, 没完没了了
        "了" => {
            !matches!(behind, Some('解' | '不' | '然' | '结' | '却' | '断'))
                && before.is_some_and(|c| !"没明不私".contains(c))
        }
        _ if length == 1 => false,
        // 一件一件; 人人人人
        _ if word.starts_with('一') || word.chars().all(|c| word.starts_with(c)) => false,
        _ if length == 2 => PAIRS.split_ascii_whitespace().any(|pair| pair == word),
        _ => true,
    }
}
