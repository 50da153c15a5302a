//! The table of characters in an embedded font, read backwards: which character a glyph stands for.

use std::collections::HashMap;

/// Numbers of a font file: high byte first.
struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn at(&self, offset: usize) -> Option<Reader<'a>> {
        self.0.get(offset..).map(Reader)
    }

    fn u16(&self, offset: usize) -> Option<u16> {
        let bytes = self.0.get(offset..)?.first_chunk()?;
        Some(u16::from_be_bytes(*bytes))
    }

    fn u32(&self, offset: usize) -> Option<u32> {
        let bytes = self.0.get(offset..)?.first_chunk()?;
        Some(u32::from_be_bytes(*bytes))
    }

    fn offset(&self, offset: usize) -> Option<Reader<'a>> {
        self.at(usize::try_from(self.u32(offset)?).ok()?)
    }
}

/// Glyphs and their characters; none where the font has no table of Unicode.
pub(super) fn characters(font: &[u8]) -> HashMap<u16, char> {
    let mut found = HashMap::new();
    read(&Reader(font), &mut found);
    found
}

fn read(font: &Reader<'_>, found: &mut HashMap<u16, char>) -> Option<()> {
    let tables = usize::from(font.u16(4)?);
    let cmap = (0..tables)
        .map(|at| 12 + at * 16)
        .find(|&at| font.u32(at) == Some(u32::from_be_bytes(*b"cmap")))
        .and_then(|at| font.offset(at + 8))?;
    for at in 0..usize::from(cmap.u16(2)?).min(64) {
        let record = cmap.at(4 + at * 8)?;
        let unicode = matches!((record.u16(0)?, record.u16(2)?), (0, _) | (3, 1 | 10));
        let Some(table) = usize::try_from(record.u32(4)?)
            .ok()
            .and_then(|at| cmap.at(at))
        else {
            continue;
        };
        if unicode {
            match table.u16(0) {
                Some(4) => segments(&table, found),
                Some(12) => groups(&table, found),
                _ => None,
            };
        }
    }
    Some(())
}

fn segments(table: &Reader<'_>, found: &mut HashMap<u16, char>) -> Option<()> {
    let twice = usize::from(table.u16(6)?);
    let mut left = 1usize << 17;
    for at in (0..twice).step_by(2) {
        let end = table.u16(14 + at)?;
        let start = table.u16(16 + twice + at)?;
        let delta = table.u16(16 + 2 * twice + at)?;
        let offset_at = 16 + 3 * twice + at;
        let offset = usize::from(table.u16(offset_at)?);
        for code in start..=end {
            left = left.checked_sub(1)?;
            let glyph = if offset == 0 {
                code.wrapping_add(delta)
            } else {
                match table.u16(offset_at + offset + 2 * usize::from(code - start)) {
                    Some(glyph) if glyph != 0 => glyph.wrapping_add(delta),
                    _ => 0,
                }
            };
            insert(found, glyph, u32::from(code));
        }
    }
    Some(())
}

fn groups(table: &Reader<'_>, found: &mut HashMap<u16, char>) -> Option<()> {
    let mut left = 1usize << 17;
    for at in 0..usize::try_from(table.u32(12)?).ok()? {
        let group = table.at(16usize.checked_add(at.checked_mul(12)?)?)?;
        let (start, end, glyph) = (group.u32(0)?, group.u32(4)?, group.u32(8)?);
        for code in start..=end {
            left = left.checked_sub(1)?;
            insert(
                found,
                u16::try_from(glyph.checked_add(code - start)?).ok()?,
                code,
            );
        }
    }
    Some(())
}

fn insert(found: &mut HashMap<u16, char>, glyph: u16, code: u32) {
    let private = (0xe000..0xf900).contains(&code);
    if let Some(c) = char::from_u32(code)
        && glyph != 0
        && !private
    {
        found.entry(glyph).or_insert(c);
    }
}
