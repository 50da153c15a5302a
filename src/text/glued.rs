//! A text that lost its line breaks, parted again: at spaces that stand for them, and at the headings, title and signature inside it.

use super::date::is_date_line;
use super::folded::Folded;
use super::layout::{Block, BlockKind, Layout, is_blank};
use super::marker::{self, Style};
use super::source::Source;

/// Parts the blocks of a text whose line breaks were lost, at the headings inside them.
pub(super) fn part(layout: &mut Layout, source: &Source) {
    let starts_with_heading = |block: &Block| {
        marker::read(layout.folded_of(block)).is_some_and(|m| m.style == Style::Chinese)
    };
    if layout.blocks.iter().skip(1).any(starts_with_heading) {
        return;
    }
    let mut cuts: Vec<Vec<usize>> = {
        let mut expected = Expected::default();
        layout
            .blocks
            .iter()
            .map(|block| match block.kind {
                BlockKind::Text => glued_headings(layout, block, source, &mut expected),
                _ => Vec::new(),
            })
            .collect()
    };
    for (block, cuts) in layout.blocks.iter().zip(&mut cuts) {
        if block.kind == BlockKind::Text {
            cuts.extend(title_cut(layout, block));
            cuts.extend(signature_cuts(layout, block));
            crate::sort::by_key(cuts, |&at| at as u64);
            cuts.dedup();
        }
    }
    let inside: usize = layout
        .blocks
        .iter()
        .zip(&cuts)
        .map(|(block, cuts)| cuts.iter().filter(|&&at| at > block.folded.start).count())
        .sum();
    if inside < 2 {
        return;
    }
    let blocks = std::mem::take(&mut layout.blocks);
    for (block, cuts) in blocks.into_iter().zip(cuts) {
        let mut from = block.folded.start;
        for at in cuts.into_iter().chain([block.folded.end]) {
            if at > from {
                let span = layout.source_span(from, at, source);
                layout.blocks.push(Block {
                    kind: block.kind,
                    span,
                    folded: from..at,
                    breaks: Vec::new(),
                });
            }
            from = at;
        }
    }
}

/// Whether a long text has next to no lines, but spaces where they were.
pub(super) fn lost_line_breaks(text: &str) -> bool {
    const FEW_LINES: usize = 3;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let few = lines.take(FEW_LINES).count() < FEW_LINES;
    few && text.len() > 600 && next_part(text.trim_start()).is_some()
}

/// Where the next paragraph starts in a line that has spaces for line breaks: after the end of a sentence, before a mark, after a heading or a title.
pub(super) fn next_part(line: &str) -> Option<usize> {
    let body = line.trim_start_matches(is_blank);
    let lead = line.len() - body.len();
    let mut from = 0;
    while let Some(gap) = body.get(from..)?.find(is_blank).map(|at| from + at) {
        // A heading is short: only the last words before the gap are looked at.
        let recent = body.floor_char_boundary(gap.saturating_sub(600));
        let part = body.get(recent..gap)?;
        let after = body.get(gap..)?.trim_start_matches(is_blank);
        let start = body.len() - after.len();
        let start_of = |text: &str| text.get(..text.floor_char_boundary(24)).map(Folded::line);
        let (head, own) = (start_of(after)?, start_of(part)?);
        let (head, own) = (head.text(), own.text());
        let heading = recent == 0
            && marker::read(own).is_some_and(|m| own.len() > m.len + 9)
            && !part.contains(['。', '；', ';'])
            && part.ends_with(marker::is_han)
            && head.starts_with(|c: char| marker::is_han(c) || c == '2');
        let ended = part.ends_with(['。', '：', ':', '；', ';', '！', '!', '”', '）', ')'])
            || part.ends_with("报告");
        if !after.is_empty() && (ended || heading || marker::read(head).is_some()) {
            return Some(lead + start);
        }
        from = start;
    }
    None
}

/// The numbers that come next in a text without line breaks.
#[derive(Default)]
struct Expected {
    /// The last 一、 seen.
    top: u32,
    /// The last （一） seen under it.
    second: u32,
}

/// Where headings start inside a block: 一、 and （一） that count on from the last one and stand after the end of a sentence or a space.
fn glued_headings(
    layout: &Layout,
    block: &Block,
    source: &Source,
    expected: &mut Expected,
) -> Vec<usize> {
    let text = layout.folded_of(block);
    let mut cuts = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let previous = before.replace(c);
        if !(c == '('
            || matches!(
                c,
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            ))
        {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let Some(mark) = marker::read(rest) else {
            continue;
        };
        let Some(number) = mark.number else { continue };
        let offset = block.folded.start + at;
        let parted = match previous {
            None | Some('。' | ';' | ':' | '!' | '?' | '”' | ')') => true,
            Some(_) => {
                let here = layout.folded.source_at(offset);
                source
                    .text()
                    .get(..here)
                    .is_some_and(|before| before.ends_with(char::is_whitespace))
            }
        };
        match mark.style {
            Style::Chinese if parted && number == expected.top + 1 => {
                expected.top = number;
                expected.second = 0;
                cuts.push(offset);
            }
            // Right after 一、… there is often no mark at all, so the count alone decides.
            Style::ChineseParen
                if expected.top > 0 && number == expected.second + 1 && (parted || number == 1) =>
            {
                expected.second = number;
                cuts.push(offset);
            }
            _ => {}
        }
    }
    cuts
}

/// Where the title ends that a text without line breaks begins with: …情况报告2023年，….
fn title_cut(layout: &Layout, block: &Block) -> Option<usize> {
    if block.folded.start > 0 {
        return None;
    }
    let text = layout.folded_of(block);
    let head = text.get(..text.floor_char_boundary(240))?;
    ["报告", "总结", "白皮书"]
        .iter()
        .filter_map(|word| Some(head.find(word)? + word.len()))
        .min()
        .filter(|&end| {
            let before = head.get(..end).unwrap_or_default();
            let after = head.get(end..).unwrap_or_default();
            !before.contains([',', '。'])
                && (after.starts_with("20") || after.starts_with("一年来"))
        })
        .map(|end| block.folded.start + end)
}

/// Where signature and date begin that stand right after the last sentence.
fn signature_cuts(layout: &Layout, block: &Block) -> Vec<usize> {
    let text = layout.folded_of(block);
    if block.folded.end != layout.folded.len() || text.ends_with('。') {
        return Vec::new();
    }
    let Some(end) = text.rfind('。').map(|at| at + '。'.len_utf8()) else {
        return Vec::new();
    };
    let tail = text.get(end..).unwrap_or_default();
    let Some(date) = tail
        .find("20")
        .filter(|&at| is_date_line(tail.get(at..).unwrap_or_default()))
    else {
        return Vec::new();
    };
    let from = block.folded.start + end;
    vec![from, from + date]
}
