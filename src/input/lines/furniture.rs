//! What pages have besides the text: page numbers, and headers and footers that come back on most of them.

use std::collections::HashMap;

use super::{Line, Page};

/// The parts of a page's height, from the top, that end the head and begin the foot.
const HEAD: f32 = 0.12;
const FOOT: f32 = 0.88;
/// With so many gaps a line is the row of a table: the head of one comes back on each page too.
const CELLS: usize = 2;

/// Drops the furniture from the lines of each page.
pub(super) fn drop(lines: &mut [Vec<Line>], pages: &[Page]) {
    let mut seen: HashMap<(String, i32), usize> = HashMap::new();
    for (lines, page) in lines.iter().zip(pages) {
        for line in lines.iter().filter(|line| is_margin(line, page)) {
            *seen.entry(place(line, page)).or_default() += 1;
        }
    }
    // Odd and even pages can differ, and so can the first one.
    let often = (pages.len() / 3).max(2);
    for (lines, page) in lines.iter_mut().zip(pages) {
        let back = |line: &Line| {
            is_margin(line, page)
                && line.gaps.len() < CELLS
                && seen.get(&place(line, page)).is_some_and(|&n| n >= often)
        };
        lines.retain(|line| !is_number(line, page) && !back(line));
    }
}

fn is_margin(line: &Line, page: &Page) -> bool {
    line.y < HEAD * page.height || line.y > FOOT * page.height
}

/// The words without their numbers, and the height in hundredths of the page.
fn place(line: &Line, page: &Page) -> (String, i32) {
    let words = line.text.chars().filter(|c| !c.is_numeric()).collect();
    #[expect(clippy::cast_possible_truncation)]
    let height = (line.y / page.height * 100.0).round() as i32;
    (words, height)
}

/// A page number alone on a line of the head or the foot: — 3 —, 3, 第3页 共12页, 3/12, Page 3 of 12.
fn is_number(line: &Line, page: &Page) -> bool {
    if !is_margin(line, page) {
        return false;
    }
    let mut digits = 0;
    let rest: String = line
        .text
        .chars()
        .filter(|c| {
            let digit = c.is_ascii_digit() || matches!(c, '０'..='９');
            digits += usize::from(digit);
            !digit && !c.is_whitespace()
        })
        .collect();
    let rest = rest.trim_matches(['-', '—', '–', '―', '－', '─', '·', '•', '.', '~', '|']);
    (1..=8).contains(&digits)
        && (rest.is_empty()
            || matches!(
                rest,
                "/" | "第页"
                    | "第页共页"
                    | "第页，共页"
                    | "第页/共页"
                    | "共页"
                    | "页"
                    | "Page"
                    | "Pageof"
                    | "of"
            ))
}
