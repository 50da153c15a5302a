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

/// The bytes of a Chinese character.
const WIDTH: usize = 3;

/// Words of two characters that never stand twice in a row; others may be a noun and a verb: 党组织组织学习.
const PAIRS: &str = "进行 开展 加强 深入 不断 积极 切实 提高 提升 强化 完善 健全 以及 通过 对于 按照 其中 共计 累计 我们 他们 能够 可以 应当 \
                     严格 全面 坚持 认真 扎实 持续 有效 充分 及时 存在 有关 相关 群众 人员 情况 措施 并且 因此 由于 同时 同志 全年 年度";

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind != BlockKind::Text {
            continue;
        }
        let text = document.layout.folded_of(block);
        let mut next = 0;
        for (at, word) in doubled(text) {
            if at < next {
                continue;
            }
            let behind = text.get(at..).unwrap_or_default();
            next = text.len() - behind.trim_start_matches(word).len();
            let start = block.folded.start;
            let span = document.span(&(start + at..start + next));
            // White space between them, that folding took away, parts a heading from its text.
            if document.source.slice(span).len() == next - at {
                let message = format!("“{word}”连着写了两遍。");
                drafts.push(Draft::at(Severity::Warning, span, message).instead(word, true));
            }
        }
    }
    drafts
}

/// The places of a text, in order, where a word stands that is repeated right behind it, and the word.
fn doubled(text: &str) -> Vec<(usize, &str)> {
    // Where the last character with the same end of its number stood.
    let mut last = [('\0', 0); 256];
    let mut words = Vec::new();
    for (at, c) in text.char_indices() {
        if let Some(last) = last.get_mut(c as usize % 256) {
            let (before, place) = std::mem::replace(last, (c, at));
            if before == c && place + LONGEST * WIDTH >= at {
                let word = repeated(text, place, at - place);
                words.extend(word.map(|word| (place, word)));
            }
        }
    }
    sort::by_key(&mut words, |(place, _)| *place as u64);
    words
}

/// The word that is repeated at a place, whose first character stands there once more so many bytes behind at the nearest.
fn repeated(text: &str, at: usize, nearest: usize) -> Option<&str> {
    let rest = text.get(at..)?;
    let mut lengths = (nearest..=LONGEST * WIDTH).step_by(WIDTH);
    lengths.find_map(|length| {
        let (word, behind) = rest.split_at_checked(length)?;
        let twice = behind.starts_with(word) && word.chars().all(is_han);
        let fault = twice && is_fault(text.get(..at)?, word, behind.get(word.len()..)?);
        fault.then_some(word)
    })
}

/// Whether a word that stands twice, with these words before and behind it, is no reduplication and no two words.
fn is_fault(before: &str, word: &str, behind: &str) -> bool {
    let before = before.chars().next_back();
    let behind = behind.chars().next();
    match word {
        // 目的的, 的的确确
        "的" => before != Some('目') && behind != Some('确'),
        // 做了了解, 一目了了然, 没完没了了
        "了" => {
            !matches!(behind, Some('解' | '不' | '然' | '结' | '却' | '断'))
                && before.is_some_and(|c| !"没明不私".contains(c))
        }
        _ if word.len() == WIDTH => false,
        // 一件一件; 人人人人
        _ if word.starts_with('一') || word.chars().all(|c| word.starts_with(c)) => false,
        _ if word.len() == 2 * WIDTH => PAIRS.split_ascii_whitespace().any(|pair| pair == word),
        _ => true,
    }
}
