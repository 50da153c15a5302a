//! Glyphs at their places on pages → paragraphs, as a reader of the page would see them.
//!
//! Knows nothing of file formats: a reader pushes the upright glyphs into a [`Page`] each and asks for the [`text`] of all.
//! `columns` sorts lines into areas that are read one after another, `furniture` drops what the pages have besides the text,
//! `paragraphs` puts lines together.

mod columns;
mod furniture;
mod paragraphs;

pub(super) use paragraphs::joined;

/// A glyph where it stands, all lengths in one unit (points, millimetres).
#[derive(Clone, Copy, Debug)]
pub(super) struct Glyph<'a> {
    /// Left end, from the left edge of the page.
    pub x: f32,
    /// Baseline, from the top of the page downwards.
    pub y: f32,
    /// How far the next glyph is off where nothing parts the two.
    pub width: f32,
    /// Size of the font as it is seen.
    pub size: f32,
    /// Usually one character, more for a ligature. White space is welcome.
    pub text: &'a str,
}

/// A page with its glyphs.
#[derive(Clone, Debug)]
pub(super) struct Page {
    width: f32,
    height: f32,
    runs: Vec<Run>,
    /// The glyph that came last.
    last_x: f32,
}

/// Glyphs that follow one another without a gap: words, or white space.
#[derive(Clone, Debug)]
struct Run {
    x: f32,
    end: f32,
    y: f32,
    size: f32,
    text: String,
}

/// What stands on one baseline.
#[derive(Clone, Debug)]
struct Line {
    x: f32,
    end: f32,
    y: f32,
    size: f32,
    text: String,
    /// Where wide gaps are. Nothing stands for them in the text.
    gaps: Vec<Gap>,
    /// White space after the last word.
    tail: String,
}

/// A gap between two words: its place in the text in bytes, and both sides of it on the page.
#[derive(Clone, Copy, Debug)]
struct Gap {
    at: usize,
    from: f32,
    to: f32,
}

/// In parts of the size of the font: how far off a baseline still is the same line, a glyph still follows the last one, the same glyph
/// only makes it bold, a gap parts words of letters, a gap parts cells.
const SAME_LINE: f32 = 0.45;
const TOUCHING: f32 = 0.12;
const OVERPRINT: f32 = 0.25;
const WORD_GAP: f32 = 0.2;
const CELL_GAP: f32 = 1.5;

impl Page {
    /// An empty page.
    pub fn new(width: f32, height: f32) -> Self {
        Self {
            width,
            height,
            runs: Vec::new(),
            last_x: f32::NEG_INFINITY,
        }
    }

    /// Adds a glyph, in the order of the file.
    pub fn push(&mut self, glyph: Glyph<'_>) {
        let Glyph { x, y, size, .. } = glyph;
        let end = x + glyph.width.max(0.0);
        if ![x, y, end, size].iter().all(|it| it.is_finite()) || size <= 0.0 {
            return;
        }
        if let Some(last) = self.runs.last_mut()
            && (last.y - y).abs() <= TOUCHING * size
            && last.size == size
        {
            let same_place = (x - self.last_x).abs() <= OVERPRINT * size;
            if same_place && last.text.ends_with(glyph.text) {
                return;
            }
            if (x - last.end).abs() <= TOUCHING * size
                && is_blank(glyph.text) == is_blank(&last.text)
            {
                last.end = end;
                last.text.push_str(glyph.text);
                self.last_x = x;
                return;
            }
        }
        self.last_x = x;
        self.runs.push(Run {
            x,
            end,
            y,
            size,
            text: glyph.text.to_owned(),
        });
    }

    /// Adds what stands on another part of the same page, after what is there.
    pub fn append(&mut self, mut other: Self) {
        self.runs.append(&mut other.runs);
        self.last_x = other.last_x;
    }

    /// Its lines from top to bottom.
    fn lines(&self) -> Vec<Line> {
        let mut runs: Vec<&Run> = self.runs.iter().collect();
        runs.sort_by(|a, b| a.y.total_cmp(&b.y));
        lines(runs)
    }

    /// Its lines in the order of the file, for what is known to be read in that order.
    fn lines_in_order(&self) -> Vec<Line> {
        lines(self.runs.iter().collect())
    }
}

fn lines(runs: Vec<&Run>) -> Vec<Line> {
    let mut lines: Vec<Vec<&Run>> = Vec::new();
    let mut tallest = 0.0;
    for run in runs {
        match lines.last_mut() {
            Some(line)
                if line.last().is_some_and(|last| {
                    (run.y - last.y).abs() <= SAME_LINE * f32::max(tallest, run.size)
                }) =>
            {
                tallest = f32::max(tallest, run.size);
                line.push(run);
            }
            _ => {
                tallest = run.size;
                lines.push(vec![run]);
            }
        }
    }
    lines.into_iter().filter_map(Line::new).collect()
}

impl Line {
    fn new(mut runs: Vec<&Run>) -> Option<Self> {
        runs.sort_by(|a, b| a.x.total_cmp(&b.x));
        let first = runs.iter().find(|run| !is_blank(&run.text))?;
        // The height of a line is that of most of its text.
        let longest = runs.iter().max_by_key(|run| run.text.len())?;
        let mut line = Self {
            x: first.x,
            end: first.x,
            y: longest.y,
            size: longest.size,
            text: String::new(),
            gaps: Vec::new(),
            tail: String::new(),
        };
        let mut last: Option<&Run> = None;
        // White space since the last word, and how far that and the word reach.
        let mut blank = String::new();
        let mut covered = first.x;
        for run in runs {
            let size = run.size.max(last.map_or(0.0, |last| last.size));
            let gap = run.x - covered;
            if is_blank(&run.text) {
                blank.push_str(&run.text);
                covered = if gap > CELL_GAP * size {
                    covered
                } else {
                    run.end
                };
                continue;
            }
            let overprint = last.is_some_and(|last| {
                last.text == run.text && run.x - last.x <= OVERPRINT * run.size
            });
            if overprint {
                continue;
            }
            if last.is_none() {
                blank.clear();
            } else if gap > CELL_GAP * size {
                line.gaps.push(Gap {
                    at: line.text.len(),
                    from: line.end,
                    to: run.x,
                });
                blank.clear();
            } else if !blank.is_empty() {
                line.text.push_str(&blank);
                blank.clear();
            } else if gap > WORD_GAP * size && parted_by_space(&line.text, &run.text) {
                line.text.push(' ');
            }
            line.text.push_str(&run.text);
            line.end = line.end.max(run.end);
            covered = line.end;
            last = Some(run);
        }
        line.tail = blank;
        Some(line)
    }

    /// The text with a space, or a tab between the cells of a row, for each gap.
    fn with_gaps(&self, mark: char) -> String {
        let mut text = String::with_capacity(self.text.len() + self.gaps.len());
        let mut from = 0;
        for gap in &self.gaps {
            text.push_str(self.text.get(from..gap.at).unwrap_or_default());
            text.push(mark);
            from = gap.at;
        }
        text.push_str(self.text.get(from..).unwrap_or_default());
        text
    }
}

/// The text of pages, a paragraph or a row of a table a line.
pub(super) fn text(pages: &[Page]) -> String {
    let mut lines: Vec<Vec<Line>> = pages.iter().map(Page::lines).collect();
    furniture::drop(&mut lines, pages);
    let areas: Vec<columns::Area> = lines
        .into_iter()
        .zip(pages)
        .flat_map(|(lines, page)| columns::areas(lines, page.width))
        .collect();
    paragraphs::text(&areas)
}

fn is_blank(text: &str) -> bool {
    text.chars().all(char::is_whitespace)
}

/// Whether letters end the one and begin the other.
fn parted_by_space(before: &str, after: &str) -> bool {
    let letter = |c: char| c.is_alphanumeric() && !is_wide(c);
    before.chars().next_back().is_some_and(letter) && after.chars().next().is_some_and(letter)
}

/// Characters as wide as the font is high: Chinese ones and their marks.
fn is_wide(c: char) -> bool {
    matches!(c, '\u{2e80}'..='\u{a4cf}' | '\u{ac00}'..='\u{d7a3}' | '\u{f900}'..='\u{faff}' | '\u{fe30}'..='\u{fe4f}' | '\u{ff00}'..='\u{ff60}' | '\u{ffe0}'..='\u{ffe6}' | '\u{20000}'..)
        || matches!(c, '“' | '”' | '‘' | '’' | '…' | '—' | '·' | '①'..='⑳')
}

#[cfg(test)]
mod tests;
