//! How the bytes of a string fall into codes in a composite font, and which characters the codes are without a table in the file.

use std::cell::OnceCell;
use std::io::Read;

use flate2::read::ZlibDecoder;
use hayro_cmap::CMap;

use crate::input::encoding;

/// The encoding of a composite font.
#[derive(Debug)]
pub(super) enum Codes {
    /// Two bytes that number the glyphs.
    Identity,
    /// UTF-16 with the high byte first, and UCS-2 with it.
    Utf16,
    /// UTF-32 with the high byte first.
    Utf32,
    /// GB2312, GBK or GB18030; in all but `proportional` ones ASCII is half as wide as Chinese.
    Gb { proportional: bool },
    /// A table in the file that numbers the glyphs.
    Table(Box<CMap>),
}

/// Tables for Chinese, made when one is wanted first.
#[derive(Default)]
pub(super) struct Tables {
    gb1: OnceCell<Vec<u16>>,
    gbk: OnceCell<Vec<char>>,
}

/// The characters of the numbers that Adobe gave to the glyphs of simplified Chinese: the differences from one to the next, all high
/// bytes and then all low bytes, deflated.
static ADOBE_GB1: &[u8] = include_bytes!("adobe-gb1.z");
/// What ASCII starts with in Adobe-GB1: proportional, and half as wide as Chinese.
const PROPORTIONAL: u32 = 1;
const HALF: u32 = 814;

impl Codes {
    /// A predefined encoding by its name. Whether it is written downwards is told by the V at its end.
    pub fn from_name(name: &str) -> Option<Self> {
        let base = name
            .strip_suffix("-H")
            .or_else(|| name.strip_suffix("-V"))?;
        match base {
            "Identity" => Some(Self::Identity),
            "GB-EUC" | "GBpc-EUC" | "GBK-EUC" | "GBK2K" => Some(Self::Gb {
                proportional: false,
            }),
            "GBKp-EUC" => Some(Self::Gb { proportional: true }),
            _ if base.starts_with("Uni") => match base.rsplit('-').next()? {
                "UCS2" | "UTF16" => Some(Self::Utf16),
                "UTF32" => Some(Self::Utf32),
                _ => None,
            },
            _ => None,
        }
    }

    /// The next code and how many bytes it has: never none.
    pub fn next(&self, bytes: &[u8]) -> (u32, usize) {
        let code = |len: usize| {
            let bytes = bytes.iter().take(len);
            bytes.fold(0, |code, &byte| code << 8 | u32::from(byte))
        };
        let len = match (self, bytes) {
            (Self::Utf16, [0xd8..=0xdb, ..]) | (Self::Utf32, _) => 4,
            (Self::Gb { .. }, [0x81..=0xfe, 0x30..=0x39, ..]) => 4,
            (Self::Gb { .. }, [0..=0x80, ..]) => 1,
            (Self::Table(table), _) => (1..=4)
                .find(|&len| table.lookup_cid_code(code(usize::from(len)), len).is_some())
                .map_or(2, usize::from),
            _ => 2,
        }
        .clamp(1, bytes.len().max(1));
        (code(len), len)
    }

    /// The number of the glyph.
    pub fn cid(&self, code: u32, len: usize, char: Option<char>) -> Option<u32> {
        match self {
            Self::Identity => Some(code),
            Self::Table(table) => table.lookup_cid_code(code, u8::try_from(len).ok()?),
            Self::Utf16 | Self::Utf32 | Self::Gb { .. } => {
                let first = match self {
                    Self::Gb {
                        proportional: false,
                    } => HALF,
                    _ => PROPORTIONAL,
                };
                let c = char.filter(|c| (' '..='~').contains(c))?;
                Some(first + (u32::from(c) - 0x20))
            }
        }
    }

    /// The character, where the code itself tells it.
    pub fn char(&self, code: u32, len: usize, tables: &Tables) -> Option<char> {
        match self {
            Self::Utf16 if len == 4 => {
                let units = [(code >> 16) as u16, (code & 0xffff) as u16];
                char::decode_utf16(units).next()?.ok()
            }
            Self::Utf16 | Self::Utf32 => char::from_u32(code),
            Self::Gb { .. } => match len {
                1 => char::from_u32(code).filter(char::is_ascii),
                2 => tables.gbk(code),
                _ => encoding::gb18030(&code.to_be_bytes()).chars().next(),
            },
            Self::Identity | Self::Table(_) => None,
        }
    }
}

impl Tables {
    /// The character of a number in Adobe-GB1.
    pub fn gb1(&self, cid: u32) -> Option<char> {
        let table = self.gb1.get_or_init(|| {
            let mut bytes = Vec::new();
            // The table is a part of the program: what unpacks it in the tests unpacks it always.
            ZlibDecoder::new(ADOBE_GB1)
                .read_to_end(&mut bytes)
                .unwrap_or_default();
            let (high, low) = bytes.split_at(bytes.len() / 2);
            let mut last = 0u16;
            high.iter()
                .zip(low)
                .map(|(&high, &low)| {
                    last = last.wrapping_add(u16::from_be_bytes([high, low]));
                    last
                })
                .collect()
        });
        let unit = *table.get(usize::try_from(cid).ok()?)?;
        char::from_u32(u32::from(unit)).filter(|&c| c != '\0')
    }

    /// The character of two bytes of GBK. All are decoded at once: in the browser each call of its decoder is dear.
    fn gbk(&self, code: u32) -> Option<char> {
        const FIRST: u32 = 0x8140;
        let table = self.gbk.get_or_init(|| {
            let mut bytes = Vec::new();
            for code in FIRST..=0xfefe {
                let [.., high, low] = code.to_be_bytes();
                if low < 0x40 || low == 0x7f || low == 0xff {
                    bytes.push(b'\n');
                } else {
                    bytes.extend([high, low, b'\n']);
                }
            }
            let text = encoding::gb18030(&bytes);
            text.split('\n')
                .map(|line| {
                    let mut chars = line.chars();
                    match (chars.next(), chars.next()) {
                        (Some(c), None) => c,
                        _ => '\u{fffd}',
                    }
                })
                .collect()
        });
        let index = usize::try_from(code.checked_sub(FIRST)?).ok()?;
        table.get(index).copied().filter(|&c| c != '\u{fffd}')
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_that_of_adobe() {
        use hayro_cmap::{BfString, CMapName, load_embedded};
        let data = load_embedded(CMapName::AdobeGb1Ucs2).unwrap();
        let theirs = CMap::parse(data, load_embedded).unwrap();
        let tables = Tables::default();
        for cid in 0..=0x7fff {
            let char = match theirs.lookup_bf_string(cid) {
                Some(BfString::Char(c)) if c <= '\u{ffff}' => Some(c),
                _ => None,
            };
            assert_eq!(tables.gb1(cid), char, "{cid}");
        }
    }

    #[test]
    fn codes_have_the_lengths_of_their_encoding() {
        let gb = Codes::from_name("GBK-EUC-H").unwrap();
        let tables = Tables::default();
        let mut bytes = &b"a\xb7\xa8\x81\x40\x81\x30\x81\x30\xd6"[..];
        let mut got = Vec::new();
        while !bytes.is_empty() {
            let (code, len) = gb.next(bytes);
            got.push(gb.char(code, len, &tables));
            bytes = &bytes[len..];
        }
        assert_eq!(
            got,
            [Some('a'), Some('法'), Some('丂'), Some('\u{80}'), None]
        );
        let utf16 = Codes::from_name("UniGB-UTF16-H").unwrap();
        assert_eq!(utf16.next(b"\xd8\x40\xdc\x00"), (0xd840_dc00, 4));
        assert_eq!(utf16.char(0xd840_dc00, 4, &tables), Some('\u{20000}'));
        assert_eq!(utf16.next(b"\x6c"), (0x6c, 1));
        assert!(Codes::from_name("90ms-RKSJ-H").is_none());
    }
}
