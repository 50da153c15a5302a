//! A font: the bytes of a string → characters and how far each moves on.

use std::collections::HashMap;

use hayro_cmap::{BfString, CMap};
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};

use super::bounds::Budget;
use super::codes::{Codes, Tables};
use super::names::{self, Named};
use super::truetype;
use crate::input::Unreadable;

/// A font as far as its text and its widths go.
pub(super) struct Font {
    kind: Kind,
    /// The file's own table of characters.
    unicode: Option<CMap>,
    /// A width of 1000 is the size of the font, but in fonts of type 3.
    unit: f32,
    /// Lines run from top to bottom.
    pub vertical: bool,
    /// A font of signs: what is not known in it is no word that is lost.
    signs: bool,
}

enum Kind {
    Simple(Box<Simple>),
    Composite(Box<Composite>),
}

struct Simple {
    chars: Vec<Option<char>>,
    first: usize,
    widths: Vec<f32>,
    missing: f32,
}

struct Composite {
    codes: Codes,
    /// The numbers of glyphs are those of Adobe-GB1.
    gb1: bool,
    /// What the font file says of its glyphs, and which glyph a number is.
    glyphs: HashMap<u16, char>,
    to_glyph: Option<Vec<u8>>,
    widths: HashMap<u32, f32>,
    default: f32,
}

/// A code of a string.
pub(super) struct Shown {
    /// What it says; none where that cannot be known.
    pub text: Option<String>,
    /// How far it moves on, in sizes of the font.
    pub width: f32,
    /// A space of one byte, which can be widened.
    pub space: bool,
}

impl Font {
    pub fn new(dict: &Dict<'_>, budget: &mut Budget) -> Result<Self, Unreadable> {
        let subtype = dict.get::<Name<'_>>(keys::SUBTYPE);
        let composite = subtype.as_deref() == Some(b"Type0");
        let unicode = table(dict, keys::TO_UNICODE, budget)?;
        let name = dict.get::<Name<'_>>(keys::BASE_FONT);
        let name = name.as_ref().map_or("", |name| name.as_str());
        let signs = ["Symbol", "Wingdings", "Webdings", "Dingbats"];
        let (kind, vertical) = if composite {
            Composite::read(dict, unicode.is_some(), budget)?
        } else {
            (Kind::Simple(Box::new(Simple::new(dict, budget)?)), false)
        };
        let unit = match dict.get::<Array<'_>>(keys::FONT_MATRIX) {
            Some(matrix) if subtype.as_deref() == Some(b"Type3") => {
                matrix.iter::<f32>().next().unwrap_or(0.001)
            }
            _ => 0.001,
        };
        Ok(Self {
            kind,
            unicode,
            unit,
            vertical,
            signs: signs.iter().any(|sign| name.contains(sign)),
        })
    }

    /// The next code of a string that has one, and what is left of it.
    pub fn next<'b>(&self, bytes: &'b [u8], tables: &Tables) -> (Shown, &'b [u8]) {
        let (code, len) = match &self.kind {
            Kind::Simple(_) => (bytes.first().map_or(0, |&byte| u32::from(byte)), 1),
            Kind::Composite(it) => it.codes.next(bytes),
        };
        let told = self.unicode.as_ref().and_then(|table| told(table, code));
        let (char, width) = match &self.kind {
            Kind::Simple(it) => it.char_and_width(code),
            Kind::Composite(it) => it.char_and_width(code, len, tables),
        };
        let text = told.or_else(|| char.map(String::from));
        let lost = text.is_none() && self.signs;
        let shown = Shown {
            text: if lost { Some(String::new()) } else { text },
            width: width * self.unit,
            space: len == 1 && code == 0x20,
        };
        (shown, bytes.get(len..).unwrap_or_default())
    }
}

/// What a table of the file says of a code. Some have entries that say nothing.
fn told(table: &CMap, code: u32) -> Option<String> {
    let text = match table.lookup_bf_string(code)? {
        BfString::Char(c) => String::from(c),
        BfString::String(text) => text,
    };
    // A glyph is a few characters at most.
    const LONG: usize = 64;
    let nothing = |c: char| (c.is_control() && !c.is_whitespace()) || c == '\u{fffd}';
    (!text.is_empty() && text.len() <= LONG && !text.chars().all(nothing)).then_some(text)
}

/// A table of codes in a stream.
fn table(dict: &Dict<'_>, key: &[u8], budget: &mut Budget) -> Result<Option<CMap>, Unreadable> {
    let Some(stream) = dict.get::<Stream<'_>>(key) else {
        return Ok(None);
    };
    let data = budget.decoded(&stream)?;
    budget.step(data.as_ref().map_or(0, |data| data.len()))?;
    Ok(data.and_then(|data| CMap::parse(&data, |_| None)))
}

impl Simple {
    fn new(dict: &Dict<'_>, budget: &mut Budget) -> Result<Self, Unreadable> {
        let descriptor = dict.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
        let encoding = dict.get::<Object<'_>>(keys::ENCODING);
        let named = |name: &Name<'_>| Named::from_name(name.as_str());
        let (base, differences) = match encoding {
            Some(Object::Name(name)) => (named(&name), None),
            Some(Object::Dict(encoding)) => (
                encoding
                    .get::<Name<'_>>(keys::BASE_ENCODING)
                    .and_then(|name| named(&name)),
                encoding.get::<Array<'_>>(keys::DIFFERENCES),
            ),
            _ => (None, None),
        };
        // The codes of a font of signs mean what it says itself, and that is not known.
        let symbolic = descriptor.get::<i32>(keys::FLAGS).unwrap_or(0) & 4 != 0;
        let base = base.or_else(|| (!symbolic).then_some(Named::Standard));
        let mut chars: Vec<Option<char>> = (0..=255)
            .map(|code| base.and_then(|base| base.char(code)))
            .collect();
        let mut code = 0usize;
        for item in differences.iter().flat_map(|it| it.iter::<Object<'_>>()) {
            budget.step(1)?;
            match item {
                Object::Number(number) => code = usize::try_from(number.as_i64()).unwrap_or(256),
                Object::Name(name) => {
                    if let Some(slot) = chars.get_mut(code) {
                        *slot = names::glyph(name.as_str());
                    }
                    code = code.saturating_add(1);
                }
                _ => {}
            }
        }
        let widths = dict.get::<Array<'_>>(keys::WIDTHS);
        let widths: Vec<f32> = widths
            .iter()
            .flat_map(|widths| widths.iter::<f32>())
            .take(256)
            .collect();
        // Half the size is what a letter of the standard fonts has, whose widths are not told.
        let missing = descriptor.get::<f32>(keys::MISSING_WIDTH);
        let known = !widths.is_empty();
        Ok(Self {
            chars,
            first: dict.get::<usize>(keys::FIRST_CHAR).unwrap_or(0),
            widths,
            missing: missing.unwrap_or(if known { 0.0 } else { 500.0 }),
        })
    }

    fn char_and_width(&self, code: u32) -> (Option<char>, f32) {
        let code = code as usize;
        let width = code
            .checked_sub(self.first)
            .and_then(|at| self.widths.get(at));
        (
            self.chars.get(code).copied().flatten(),
            width.copied().unwrap_or(self.missing),
        )
    }
}

impl Composite {
    /// The font, and whether it is written downwards.
    fn read(
        dict: &Dict<'_>,
        has_table: bool,
        budget: &mut Budget,
    ) -> Result<(Kind, bool), Unreadable> {
        let descendants = dict.get::<Array<'_>>(keys::DESCENDANT_FONTS);
        let font = descendants
            .and_then(|fonts| fonts.iter::<Dict<'_>>().next())
            .unwrap_or_default();
        let (codes, vertical) = match dict.get::<Name<'_>>(keys::ENCODING) {
            Some(name) => (
                Codes::from_name(name.as_str()),
                name.as_str().ends_with("-V"),
            ),
            None => (
                table(dict, keys::ENCODING, budget)?.map(|table| Codes::Table(Box::new(table))),
                false,
            ),
        };
        let codes = codes.unwrap_or(Codes::Identity);
        let system = font
            .get::<Dict<'_>>(keys::CIDSYSTEMINFO)
            .unwrap_or_default();
        let ordering = system.get::<hayro_syntax::object::String<'_>>(keys::ORDERING);
        let gb1 = ordering.as_ref().is_some_and(|it| it.as_bytes() == b"GB1");
        let mut glyphs = HashMap::new();
        let mut to_glyph = None;
        let numbered = matches!(codes, Codes::Identity | Codes::Table(_));
        if numbered && !has_table && !gb1 {
            let descriptor = font.get::<Dict<'_>>(keys::FONT_DESC).unwrap_or_default();
            let file = descriptor
                .get::<Stream<'_>>(keys::FONT_FILE2)
                .or_else(|| descriptor.get::<Stream<'_>>(keys::FONT_FILE3));
            if let Some(data) = file.map(|it| budget.decoded(&it)).transpose()?.flatten() {
                glyphs = truetype::characters(&data);
            }
            if let Some(map) = font.get::<Stream<'_>>(keys::CID_TO_GID_MAP) {
                to_glyph = budget.decoded(&map)?.map(|data| data.into_owned());
            }
        }
        let composite = Self {
            codes,
            gb1,
            glyphs,
            to_glyph,
            widths: widths(&font, budget)?,
            default: font.get::<f32>(keys::DW).unwrap_or(1000.0),
        };
        Ok((Kind::Composite(Box::new(composite)), vertical))
    }

    fn char_and_width(&self, code: u32, len: usize, tables: &Tables) -> (Option<char>, f32) {
        let char = self.codes.char(code, len, tables);
        let cid = self.codes.cid(code, len, char);
        let half = char.is_some_and(|c| c.is_ascii());
        let width = cid.and_then(|cid| self.widths.get(&cid).copied());
        let width = width.unwrap_or(if half {
            self.default.min(500.0)
        } else {
            self.default
        });
        let named = || {
            let cid = cid?;
            if self.gb1 {
                return tables.gb1(cid);
            }
            let glyph = match &self.to_glyph {
                Some(map) => {
                    let at = usize::try_from(cid).ok()?.checked_mul(2)?;
                    u16::from_be_bytes(*map.get(at..)?.first_chunk()?)
                }
                None => u16::try_from(cid).ok()?,
            };
            self.glyphs.get(&glyph).copied()
        };
        (char.or_else(named), width)
    }
}

/// The widths of a composite font: `first [w w …]` and `first last w`.
fn widths(font: &Dict<'_>, budget: &mut Budget) -> Result<HashMap<u32, f32>, Unreadable> {
    const LAST: i64 = 0xffff;
    let mut widths = HashMap::new();
    let array = font.get::<Array<'_>>(keys::W).unwrap_or_default();
    let mut items = array.iter::<Object<'_>>();
    while let Some(Object::Number(first)) = items.next() {
        let first = first.as_i64().clamp(0, LAST);
        match items.next() {
            Some(Object::Array(list)) => {
                for (cid, width) in (first..=LAST).zip(list.iter::<f32>()) {
                    budget.step(1)?;
                    widths.insert(cid as u32, width);
                }
            }
            Some(Object::Number(last)) => {
                let Some(Object::Number(width)) = items.next() else {
                    break;
                };
                for cid in first..=last.as_i64().min(LAST) {
                    budget.step(1)?;
                    widths.insert(cid as u32, width.as_f32());
                }
            }
            _ => break,
        }
    }
    Ok(widths)
}
