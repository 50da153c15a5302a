//! The style sheet: by which list the paragraphs of a style are numbered ([MS-DOC] 2.9.271).

use super::Header;
use super::formats::Paragraph;
use crate::input::bytes::{part, u16_at};

/// The number of the style sheet in the list of tables.
const STYLES: usize = 1;
/// Styles build on others; no chain of them is longer than this.
const DEEPEST: usize = 16;
const NO_STYLE: u16 = 0xfff;

/// For each style on which one it builds, and what it says of paragraphs.
pub(super) struct Styles(Vec<Option<(u16, Paragraph)>>);

impl Styles {
    pub(super) fn read(header: &Header<'_>) -> Self {
        let sheet = header.table(STYLES).unwrap_or_default();
        Self(all(sheet).unwrap_or_default())
    }

    /// The paragraph with what its style says of list and level where it says nothing itself.
    pub(super) fn complete(&self, mut paragraph: Paragraph) -> Paragraph {
        let mut number = paragraph.style;
        for _ in 0..DEEPEST {
            let Some(Some((base, said))) = self.0.get(usize::from(number)) else {
                break;
            };
            paragraph.list = paragraph.list.or(said.list);
            paragraph.level = paragraph.level.or(said.level);
            number = *base;
        }
        paragraph
    }
}

fn all(sheet: &[u8]) -> Option<Vec<Option<(u16, Paragraph)>>> {
    let head = usize::from(u16_at(sheet, 0)?);
    let count = usize::from(u16_at(sheet, 2)?);
    let fixed = usize::from(u16_at(sheet, 4)?);
    let mut at = 2 + head;
    let mut styles = Vec::new();
    for _ in 0..count {
        let Some(length) = u16_at(sheet, at).map(usize::from) else {
            break;
        };
        styles.push(part(sheet, at + 2, length).and_then(|style| one(style, fixed)));
        at += 2 + length;
    }
    Some(styles)
}

/// None for what is no style of paragraphs.
fn one(style: &[u8], fixed: usize) -> Option<(u16, Paragraph)> {
    let base = u16_at(style, 2)?;
    if base & 0xf != 1 {
        return None;
    }
    let name = usize::from(u16_at(style, fixed)?);
    let at = fixed + 2 + 2 * name + 2;
    let length = usize::from(u16_at(style, at)?);
    let mut said = Paragraph::default();
    said.change(part(style, at + 4, length.checked_sub(2)?)?);
    let base = base >> 4;
    Some((if base == NO_STYLE { u16::MAX } else { base }, said))
}
