//! Blocks -> headings in the order of the text, before anyone knows their levels: where a mark is, how far the title goes.

use std::ops::Range;

use crate::text::layout::BlockKind;
use crate::text::lexicon::Lexicon;
use crate::text::marker::{self, Marker, Style};
use crate::text::sparse::sparse;
use crate::text::{Block, Layout};

use super::wording;

/// A heading found in the folded text.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Heading {
    /// How it is numbered.
    pub style: Style,
    /// Its number, where it can be read.
    pub number: Option<u32>,
    /// The mark, in the folded text; empty where there is none.
    pub marker: Range<usize>,
    /// The title without end mark, in the folded text.
    pub title: Range<usize>,
    /// The block it stands in.
    pub block: usize,
    /// Whether text goes on after the title in the same paragraph.
    pub run_in: bool,
}

/// A title longer than this, in characters, is a sentence that runs on without a mark.
const LONG_TITLE: usize = 26;
/// No title is longer than this.
const LONGEST_TITLE_BYTES: usize = 900;
/// A line without a number is taken for a heading up to this length.
const LONGEST_UNMARKED: usize = 45;

/// All headings of a text, in order.
#[must_use]
pub fn find(layout: &Layout) -> Vec<Heading> {
    let name = own_name(layout);
    let mut found = Vec::new();
    let mut in_body = false;
    let mut attachments = false;
    for (index, block) in layout.blocks.iter().enumerate() {
        if block.kind != BlockKind::Text {
            continue;
        }
        let text = layout.folded_of(block);
        let start = block.folded.start;
        attachments |= text.starts_with("附件:") && in_body;
        match marker::read(text) {
            // 附件：1.… / 2.… is a list of names.
            Some(mark) if attachments && mark.style >= Style::Arabic => {}
            Some(mark) => {
                attachments = false;
                let body = text.get(mark.len..).unwrap_or_default();
                let Some(cut) = title_end(mark.style, body, name.as_deref()) else {
                    continue;
                };
                let title = start + mark.len..start + mark.len + cut.len;
                found.push(Heading {
                    style: mark.style,
                    number: mark.number,
                    marker: start..start + mark.len,
                    title: title.clone(),
                    block: index,
                    run_in: cut.run_in,
                });
                inline_items(layout, index, title.end, Some(mark), &mut found);
            }
            None => {
                if (in_body || !found.is_empty())
                    && let Some(len) = unmarked_title(text)
                {
                    found.push(Heading {
                        style: Style::Unmarked,
                        number: None,
                        marker: start..start,
                        title: start..start + len,
                        block: index,
                        run_in: false,
                    });
                    continue;
                }
                inline_items(layout, index, start, None, &mut found);
            }
        }
        in_body |= text.contains('。') || text.ends_with(':');
    }
    add_unnumbered_lines(layout, &mut found);
    add_unmarked_run_ins(layout, &mut found);
    found
}

struct Cut {
    len: usize,
    run_in: bool,
}

/// Where the title ends in the text after a mark; `None` where there is no title.
fn title_end(style: Style, body: &str, name: Option<&str>) -> Option<Cut> {
    // A paragraph may be a whole text on one line: no title is looked for beyond its beginning.
    let body = body
        .get(..body.floor_char_boundary(LONGEST_TITLE_BYTES))
        .unwrap_or_default();
    let whole = trim_end_marks(body);
    if whole == 0 {
        return None;
    }
    let sentence = sentence_end(body).unwrap_or(body.len()).min(whole);
    let mut end = match colon(body) {
        // 一、坚持党建引领：筑牢根基 — a colon inside a short line that is no sentence belongs to the title.
        Some(at)
            if at < sentence && (sentence < whole || !is_short(body) || body.contains('。')) =>
        {
            at
        }
        _ => sentence,
    };
    let title = body.get(..end).unwrap_or_default();
    if body.contains('。') {
        let long = title.chars().count() > LONG_TITLE;
        let cut = match style {
            Style::Chinese => glued_formula(title),
            _ if long => glued_name(title, name),
            _ => None,
        };
        end = cut.or_else(|| first_clause(style, title)).unwrap_or(end);
    }
    let len = trim_end_marks(body.get(..end).unwrap_or_default());
    (len > 0).then_some(Cut {
        len,
        run_in: len < whole,
    })
}

fn is_short(text: &str) -> bool {
    text.chars().count() <= 40
}

/// Bytes of a text without the end marks and the Markdown stars at its end.
fn trim_end_marks(text: &str) -> usize {
    text.trim_end_matches(['。', ':', ';', ',', '、', '.', '*', '#', ' '])
        .len()
}

/// The first end of a sentence outside quotes and book titles.
fn sentence_end(text: &str) -> Option<usize> {
    first_outside(text, |c| matches!(c, '。' | ';' | '!' | '?'))
}

/// The first colon outside quotes, brackets and book titles.
fn colon(text: &str) -> Option<usize> {
    first_outside(text, |c| c == ':')
}

/// The first mark or digit of a kind outside “”, 《》 and brackets. Where a mark never closes, nothing counts as outside, so the search starts over without nesting.
fn first_outside(text: &str, is: impl Fn(char) -> bool) -> Option<usize> {
    let mut depth = 0i32;
    for (at, c) in sparse(text) {
        match c {
            '“' | '《' | '(' | '「' | '『' => depth += 1,
            '”' | '》' | ')' | '」' | '』' => depth = (depth - 1).max(0),
            _ if depth == 0 && is(c) => return Some(at),
            _ => {}
        }
    }
    if depth > 0 { text.find(is) } else { None }
}

/// Where the title ends in a paragraph that is one long sentence, or one that counts: at its first comma.
fn first_clause(style: Style, title: &str) -> Option<usize> {
    const LONG_SENTENCE: usize = 40;
    let first = first_outside(title, |c| c == ',')?;
    let rest = title.get(first..)?;
    let counts = first_outside(rest, |c| c.is_ascii_digit()).is_some();
    let long = title.chars().count() > LONG_SENTENCE;
    let named = title.get(..first)?.chars().count() >= 3;
    (style != Style::Chinese && named && (counts || long)).then_some(first)
}

/// Where the formula of a part's heading ends that runs into its body without a mark: 存在的不足和原因人手偏少，….
fn glued_formula(title: &str) -> Option<usize> {
    let end = wording::formula_end(title)?;
    let rest = title.get(end..)?;
    let goes_on = rest.starts_with(|c: char| "和及与、,的以暨并;:)”》情".contains(c));
    (!goes_on && rest.chars().count() >= 6).then_some(end)
}

/// How the body that reports speaks of itself.
static OWN: Lexicon = Lexicon::new(
    "我街道 我镇 我乡 我县 我区 我市 我局 我街 全街道 全镇 全乡 全县 全区 全市 全局 全街 本街道 本镇 本乡 本县 本区 本市 本局 本街",
);

/// Where a title ends that runs into its body: at a year, or at the name of the body that reports.
fn glued_name(title: &str, name: Option<&str>) -> Option<usize> {
    let first = title.chars().map(char::len_utf8).take(4).sum::<usize>();
    let rest = title.get(first..)?;
    let year = rest
        .match_indices("20")
        .find(|(at, _)| {
            rest.get(at + 2..at + 4)
                .is_some_and(|d| d.bytes().all(|b| b.is_ascii_digit()))
                && rest
                    .get(at + 4..)
                    .is_some_and(|after| after.starts_with('年'))
        })
        .map(|(at, _)| at);
    let named = name.and_then(|name| rest.find(name));
    let own = OWN.first_in(rest).map(|(at, _)| at);
    [year, named, own]
        .into_iter()
        .flatten()
        .min()
        .map(|at| first + at)
}

/// The short name of the reporting street, town or township, as its opening has it.
fn own_name(layout: &Layout) -> Option<String> {
    let head = layout.folded.text();
    let end = head.floor_char_boundary(3000);
    let head = head.get(..end)?;
    wording::place_name(head)
}

/// Headings inside a paragraph, each after the end of a sentence or a clause: 一是…。二是…, and the next number of the paragraph's own style, （二） after （一）.
fn inline_items(
    layout: &Layout,
    index: usize,
    from: usize,
    mut own: Option<Marker>,
    found: &mut Vec<Heading>,
) {
    let Some(block) = layout.blocks.get(index) else {
        return;
    };
    let text = layout.folded.slice(from, block.folded.end);
    let ends = |c| matches!(c, '。' | ';' | ':' | '!' | '?' | ',');
    for (end, before) in sparse(text).filter(|(_, c)| ends(*c)) {
        let at = end + before.len_utf8();
        let rest = text.get(at..).unwrap_or_default();
        if !rest.starts_with(may_open) {
            continue;
        }
        let Some(mark) = marker::read(rest) else {
            continue;
        };
        let body = rest.get(mark.len..).unwrap_or_default();
        let enumerated = mark.style == Style::Enumerator
            && (before != ',' || (mark.number == Some(1) && goes_on_with_two(body)));
        let next = own.is_some_and(|own| {
            before == '。'
                && own.style == mark.style
                && own.number.map(|n| n + 1) == mark.number
                && matches!(own.style, Style::ChineseParen | Style::Arabic)
        });
        if next {
            own = Some(mark);
        } else if !enumerated {
            continue;
        }
        let Some(cut) = title_end(mark.style, body, None) else {
            continue;
        };
        let start = from + at;
        // Where a bracket is left open, a title has no end before the next one's mark.
        let open = found.last_mut().filter(|last| last.title.end > start);
        if let Some(last) = open {
            last.title.end = (start - before.len_utf8()).max(last.title.start);
        }
        found.push(Heading {
            style: mark.style,
            number: mark.number,
            marker: start..start + mark.len,
            title: start + mark.len..start + mark.len + cut.len,
            block: index,
            run_in: true,
        });
    }
}

/// Whether the mark of an item inside a paragraph may begin with a character.
fn may_open(c: char) -> bool {
    c == '(' || c.is_ascii_digit() || marker::is_numeral(c)
}

/// Whether 二是 follows after ； or 。: then 一是 after a mere comma begins a list and is no 一是…，就….
fn goes_on_with_two(body: &str) -> bool {
    let near = body
        .get(..body.floor_char_boundary(LONGEST_TITLE_BYTES))
        .unwrap_or_default();
    near.contains(";二是") || near.contains("。二是")
}

/// A line without a number that has the wording of a part's heading: what is left of it when a program dropped its automatic number.
fn unmarked_title(text: &str) -> Option<usize> {
    let len = trim_end_marks(text);
    let title = text.get(..len)?;
    let plain =
        title.chars().count() <= LONGEST_UNMARKED && !title.contains(['。', ';', ',', ':', '?']);
    (plain && wording::is_bare_part_heading(title)).then_some(len)
}

/// Whether all headings so far are without a number: a program dropped them.
fn numbers_lost(found: &[Heading]) -> bool {
    let unnumbered = |h: &Heading| {
        matches!(
            h.style,
            Style::Unmarked | Style::Unnumbered | Style::Enumerator
        )
    };
    found.iter().any(|h| h.style == Style::Unmarked) && found.iter().all(unnumbered)
}

/// Where a program dropped all automatic numbers, the short lines between paragraphs are headings too.
fn add_unnumbered_lines(layout: &Layout, found: &mut Vec<Heading>) {
    let Some(first) = found
        .first()
        .map(|h| h.block)
        .filter(|_| numbers_lost(found))
    else {
        return;
    };
    let taken: Vec<usize> = found.iter().map(|heading| heading.block).collect();
    let is_prose = |block: Option<&Block>| {
        block.is_some_and(|b| b.kind == BlockKind::Text && layout.folded_of(b).contains('。'))
    };
    for (index, block) in layout.blocks.iter().enumerate().skip(first + 1) {
        let text = layout.folded_of(block);
        let length = text.chars().count();
        let line = block.kind == BlockKind::Text
            && (4..=30).contains(&length)
            && !text.ends_with(['。', ';', ':', ',', '?', '!'])
            && is_prose(layout.blocks.get(index + 1))
            && taken.binary_search(&index).is_err();
        if line {
            let start = block.folded.start;
            found.push(Heading {
                style: Style::Unnumbered,
                number: None,
                marker: start..start,
                title: start..block.folded.end,
                block: index,
                run_in: false,
            });
        }
    }
    crate::sort::by_key(found, |heading| heading.marker.start as u64);
}

/// Paragraphs that each begin with a short sentence of the same length, in a section without other headings: 分层分类抓学习。… 拓宽渠道抓宣传。…
fn add_unmarked_run_ins(layout: &Layout, found: &mut Vec<Heading>) {
    let taken: Vec<usize> = found.iter().map(|heading| heading.block).collect();
    let mut extra: Vec<Heading> = Vec::new();
    let mut group: Vec<Heading> = Vec::new();
    let mut group_len = 0;
    let any_length = numbers_lost(found);
    let mut flush = |group: &mut Vec<Heading>| {
        if group.len() > 1 {
            extra.append(group);
        }
        group.clear();
    };
    let first = taken.first().copied().unwrap_or(usize::MAX);
    for (index, block) in layout.blocks.iter().enumerate() {
        if block.kind != BlockKind::Text || index < first {
            continue;
        }
        let opening = match taken.binary_search(&index) {
            Ok(_) => None,
            Err(_) => short_opening(layout, block),
        };
        match opening {
            Some((len, chars)) => {
                if chars != group_len && !any_length {
                    flush(&mut group);
                }
                group_len = chars;
                let start = block.folded.start;
                group.push(Heading {
                    style: Style::Unmarked,
                    number: None,
                    marker: start..start,
                    title: start..start + len,
                    block: index,
                    run_in: true,
                });
            }
            None => flush(&mut group),
        }
    }
    flush(&mut group);
    found.extend(extra);
    crate::sort::by_key(found, |heading| heading.marker.start as u64);
}

/// A first sentence of four to twelve characters without a comma, with text after it: its bytes and characters.
fn short_opening(layout: &Layout, block: &Block) -> Option<(usize, usize)> {
    let text = layout.folded_of(block);
    let end = text.find('。')?;
    let title = text.get(..end)?;
    let chars = title.chars().count();
    let plain = title
        .chars()
        .all(|c| marker::is_han(c) || matches!(c, '“' | '”'));
    let goes_on = text.len() > end + '。'.len_utf8() * 8;
    ((4..=12).contains(&chars) && plain && goes_on).then_some((end, chars))
}

#[cfg(test)]
mod tests;
