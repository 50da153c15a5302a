//! Lines → paragraphs: by indents, by lines that end before the next word would have fit no more, by sizes and spaces.

use super::columns::Area;
use super::{Gap, Line, Page, is_wide, parted_by_space};
use crate::text::date::is_date_line;
use crate::text::folded::Folded;
use crate::text::marker::{self, Style};
use crate::text::names::is_body_name;

/// The share of the width of the text from which a line is long.
const LONG: f32 = 0.8;
/// In parts of the size of the font: a letter, from where a line is indented, how far a line may end from the right edge of the text and be
/// full, how far two indents may differ and be the same.
const HALF: f32 = 0.5;
const INDENT: f32 = 1.2;
const SLACK: f32 = 0.6;
/// The same for a long line that stops in mid-sentence.
const LOOSE: f32 = 1.6;
const SAME_INDENT: f32 = 0.5;
/// How much sizes of one paragraph differ at most.
const SAME_SIZE: f32 = 1.08;
/// How much larger than the body a title is at least.
const LARGE: f32 = 1.15;
/// How much wider than usual lines of one paragraph are apart at most.
const WIDER: f32 = 1.5;
/// How far the rows of a table are apart at most.
const ROW: f32 = 3.0;

/// The edges of the text in an area.
#[derive(Clone, Copy, Debug)]
struct Edges {
    left: f32,
    right: f32,
}

/// What holds for a document as a whole.
struct Usual {
    /// How far lines are apart, in parts of their size.
    pitch: f32,
    /// The size of the text.
    size: f32,
    /// The first lines of paragraphs are indented.
    first_lines: bool,
}

/// The text of areas, a paragraph or a row of a table a line.
pub(super) fn text(areas: &[Area]) -> String {
    let edges = all_edges(areas);
    let usual = Usual::new(areas, &edges);
    let mut text = String::new();
    let mut before: Option<(&Line, Edges, bool)> = None;
    for (Area { lines, .. }, &edges) in areas.iter().zip(&edges) {
        let rows = rows(lines);
        let mut same_area = false;
        for (line, row) in lines.iter().zip(rows) {
            let continued = before.is_some_and(|(last, around, was_row)| {
                let near = !same_area || line.y - last.y <= WIDER * usual.pitch * line.size;
                !row && !was_row && near && usual.continues(last, around, line, edges)
            });
            match before {
                Some((last, around, _)) if continued => {
                    let full = around.right - last.end < HALF * last.size;
                    push_joint(&mut text, last, line, full);
                }
                Some(_) => text.push('\n'),
                None => {}
            }
            text.push_str(&line.with_gaps(if row { '\t' } else { ' ' }));
            before = Some((line, edges, row));
            same_area = true;
        }
    }
    if before.is_some() {
        text.push('\n');
    }
    text
}

/// The text of one paragraph, given by those parts of pages that it stands on.
pub(in crate::input) fn joined<'a>(pages: impl Iterator<Item = &'a Page>) -> String {
    let mut text = String::new();
    let mut last: Option<Line> = None;
    for line in pages.flat_map(Page::lines_in_order) {
        if let Some(last) = &last {
            push_joint(&mut text, last, &line, true);
        }
        text.push_str(&line.with_gaps(' '));
        last = Some(line);
    }
    text
}

/// Between words of two lines there is a space, as a rule one that stands at the end of the first. A full line can cut a number.
fn push_joint(text: &mut String, last: &Line, next: &Line, full: bool) {
    let digit = |c: char| c.is_ascii_digit();
    let cut = full && last.text.ends_with(digit) && next.text.starts_with(digit);
    text.push_str(&last.tail);
    if last.tail.is_empty() && !cut && parted_by_space(&last.text, &next.text) {
        text.push(' ');
    }
}

/// Lines with wide gaps that stand above one another.
fn rows(lines: &[Line]) -> Vec<bool> {
    let alike = |pair: Option<(&Line, &Line)>| {
        pair.is_some_and(|(a, b)| {
            let overlap = |one: &Gap, two: &Gap| one.to.min(two.to) - one.from.max(two.from);
            let wide = |one, two| overlap(one, two) > a.size * SAME_INDENT;
            b.y - a.y <= ROW * a.size
                && a.gaps
                    .iter()
                    .any(|one| b.gaps.iter().any(|two| wide(one, two)))
        })
    };
    (0..lines.len())
        .map(|at| {
            let pair = |a: usize, b: usize| lines.get(a).zip(lines.get(b));
            alike(pair(at, at + 1)) || (at > 0 && alike(pair(at - 1, at)))
        })
        .collect()
}

impl Usual {
    fn new(areas: &[Area], edges: &[Edges]) -> Self {
        const SOME: usize = 3;
        let lines = areas.iter().flat_map(|area| &area.lines);
        let pairs = areas.iter().zip(edges).flat_map(|(area, edges)| {
            let indent = move |line: &Line| line.x - edges.left > INDENT * line.size;
            let full = move |line: &Line| edges.right - line.end < line.size;
            let pairs = area.lines.iter().zip(area.lines.iter().skip(1));
            pairs.filter(move |(a, b)| indent(a) && full(a) && !indent(b))
        });
        let pitches = areas.iter().flat_map(|Area { lines, .. }| {
            let pairs = lines.iter().zip(lines.iter().skip(1));
            pairs.map(|(a, b)| (b.y - a.y) / b.size)
        });
        Self {
            pitch: most_common(pitches, 0.2).unwrap_or(1.0),
            size: most_common(lines.map(|line| line.size), 0.1).unwrap_or(0.0),
            first_lines: pairs.take(SOME).count() == SOME,
        }
    }

    /// Whether a line goes on with the paragraph of the last one.
    fn continues(&self, last: &Line, around: Edges, line: &Line, edges: Edges) -> bool {
        let size = last.size.max(line.size);
        if size > SAME_SIZE * last.size.min(line.size) {
            return false;
        }
        let ended = ends_sentence(&last.text);
        let (indent, last_indent) = (line.x - edges.left, last.x - around.left);
        let (room, last_room) = (edges.right - line.end, around.right - last.end);
        // The first line of a centred title can be full.
        let alike = |indent: f32, room: f32| (indent - room).abs() < size;
        let centred = indent > size
            && alike(indent, room)
            && alike(last_indent, last_room)
            && (last_indent > size || size > LARGE * self.size);
        if centred {
            return last_room + last_indent <= first_word(line) + SLACK * size;
        }
        let indented = indent >= INDENT * size;
        let loose = !ended
            && !indented
            && marker::read(Folded::line(&last.text).text()).is_none()
            && length(last) > LONG * (around.right - around.left);
        let slack = if loose { LOOSE } else { SLACK };
        if last_room > first_word(line) + slack * size {
            false
        } else if indented {
            !ended && !self.first_lines && alike(indent, last_indent)
        } else {
            !(ended && begins_block(&last.text, &line.text))
        }
    }
}

/// How wide the first part of a line is that cannot be broken.
fn first_word(line: &Line) -> f32 {
    const OPENING: &str = "（《“‘〔【「『(";
    const CLOSING: &str = "）》”’〕】」』，。、；：！？%％)";
    let mut width = 0.0;
    let mut word = false;
    let mut begun = false;
    for c in line.text.chars() {
        let wide = is_wide(c);
        let closing = CLOSING.contains(c);
        if begun && !closing && (wide || !word || c.is_whitespace()) {
            break;
        }
        width += if wide { 1.0 } else { 0.5 };
        // A quotation mark keeps to both sides.
        begun = !OPENING.contains(c) && !"”’".contains(c);
        word = !wide;
    }
    width * line.size
}

/// Whether a line after the end of a sentence is a heading, a signature or a date rather than the next sentence.
fn begins_block(last: &str, line: &str) -> bool {
    let line = Folded::line(line);
    let line = line.text();
    match marker::read(line).map(|mark| mark.style) {
        Some(Style::Chapter | Style::Chinese | Style::ChineseParen) => true,
        Some(Style::Arabic | Style::ArabicParen) => last.ends_with(['。', '.']),
        _ => is_body_name(line) || is_date_line(line),
    }
}

fn ends_sentence(text: &str) -> bool {
    text.trim_end().ends_with([
        '。', '；', '：', '！', '？', '”', '）', '.', ';', ':', '!', '?',
    ])
}

/// The edges of each area by its long lines; where there are few, those that most areas have.
fn all_edges(areas: &[Area]) -> Vec<Edges> {
    const FEW: usize = 4;
    let own: Vec<Option<Edges>> = areas
        .iter()
        .map(|Area { lines, .. }| {
            let longest = lines.iter().map(length).fold(0.0, f32::max);
            let long = || lines.iter().filter(|line| length(line) > 0.7 * longest);
            let em = long().next()?.size;
            let edges = Edges {
                left: long().map(|line| line.x).fold(f32::INFINITY, f32::min),
                right: most_common(long().map(|line| line.end), em)?,
            };
            (long().count() >= FEW).then_some(edges)
        })
        .collect();
    let known = || own.iter().flatten();
    let usual = most_common(known().map(|it| it.left), 1.0)
        .zip(most_common(known().map(|it| it.right), 1.0))
        .map(|(left, right)| Edges { left, right });
    own.iter()
        .zip(areas)
        .map(|(own, area)| own.or(usual).unwrap_or_else(|| few_edges(area)))
        .collect()
}

/// The edges where lines are few: margins are as wide on the right as on the left, unless a line goes further.
fn few_edges(area: &Area) -> Edges {
    let left = area
        .lines
        .iter()
        .map(|it| it.x)
        .fold(f32::INFINITY, f32::min);
    let right = area.lines.iter().map(|it| it.end).fold(0.0, f32::max);
    let long = right - left > 0.6 * area.width;
    Edges {
        left,
        right: if long {
            right
        } else {
            right.max(area.width - left)
        },
    }
}

fn length(line: &Line) -> f32 {
    line.end - line.x
}

/// The middle of the fullest window of a width.
fn most_common(values: impl Iterator<Item = f32>, window: f32) -> Option<f32> {
    let mut values: Vec<f32> = values.collect();
    values.sort_by(f32::total_cmp);
    let mut best: &[f32] = &[];
    let mut from = 0;
    for (at, value) in values.iter().enumerate() {
        while values.get(from).is_some_and(|first| value - first > window) {
            from += 1;
        }
        let inside = values.get(from..=at).unwrap_or_default();
        if inside.len() >= best.len() {
            best = inside;
        }
    }
    best.get(best.len() / 2).copied()
}
