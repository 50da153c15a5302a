//! Plain text in the encodings that Chinese offices write: told by the byte order mark, or else by which of them the bytes are valid in.

use super::{Text, Unreadable};

/// How a text is written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// UTF-8
    Utf8,
    /// UTF-16, low byte first
    Utf16Le,
    /// UTF-16, high byte first
    Utf16Be,
    /// GB18030, which holds GBK and GB2312
    Gb18030,
}

impl Encoding {
    /// Its name, for users and for the browser's decoder alike.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Gb18030 => "GB18030",
        }
    }
}

const MARKS: [(&[u8], Encoding); 3] = [
    (b"\xef\xbb\xbf", Encoding::Utf8),
    (b"\xff\xfe", Encoding::Utf16Le),
    (b"\xfe\xff", Encoding::Utf16Be),
];

/// A text with more than one unreadable character in so many is not taken for damaged, but for something else.
const DAMAGE: usize = 200;

/// The text of bytes in the encoding of that name (a label of the Encoding Standard, a number of a Windows code page as `windows-…` among them), with
/// U+FFFD for what is not valid in it; none where there is no such encoding.
pub(super) fn labelled(label: &str, bytes: &[u8]) -> Option<String> {
    platform::decode(label, bytes, false)
}

pub(super) fn decode(bytes: &[u8]) -> Result<Text, Unreadable> {
    let marked = MARKS
        .iter()
        .find_map(|&(mark, encoding)| Some((bytes.strip_prefix(mark)?, encoding)));
    if let Some((rest, encoding)) = marked {
        return sound(lossy(encoding, rest), encoding, Unreadable::Encoding);
    }
    // UTF-16 without a mark before all else: plain Latin letters and digits in it are valid UTF-8 too, with a NUL beside each.
    for encoding in [Encoding::Utf16Le, Encoding::Utf16Be] {
        if bytes.len().is_multiple_of(2)
            && let Some(text) = strict(encoding, bytes)
            && reads_like_chinese(&text)
        {
            return Ok(Text { text, encoding });
        }
    }
    if is_binary(bytes) {
        return Err(Unreadable::Binary);
    }
    for encoding in [Encoding::Utf8, Encoding::Gb18030] {
        if let Some(text) = strict(encoding, bytes) {
            return Ok(Text { text, encoding });
        }
    }
    let (utf8, gb) = (
        lossy(Encoding::Utf8, bytes),
        lossy(Encoding::Gb18030, bytes),
    );
    if damage(&utf8) <= damage(&gb) {
        sound(utf8, Encoding::Utf8, Unreadable::Encoding)
    } else {
        sound(gb, Encoding::Gb18030, Unreadable::Encoding)
    }
}

/// The name of a file in an archive. Chinese Windows writes it in GBK; a short one may be sound UTF-8 by chance, and then holds letters that no name has here.
pub(super) fn name(bytes: &[u8]) -> String {
    match std::str::from_utf8(bytes) {
        Ok(name) if !name.contains(|c| matches!(c, '\u{80}'..='\u{7ff}')) => name.to_owned(),
        utf8 => strict(Encoding::Gb18030, bytes)
            .or_else(|| utf8.ok().map(str::to_owned))
            .unwrap_or_else(|| lossy(Encoding::Utf8, bytes)),
    }
}

/// Bytes of GB18030 as characters.
pub(super) fn gb18030(bytes: &[u8]) -> String {
    lossy(Encoding::Gb18030, bytes)
}

fn sound(text: String, encoding: Encoding, otherwise: Unreadable) -> Result<Text, Unreadable> {
    if damage(&text) * DAMAGE > text.chars().count() {
        return Err(otherwise);
    }
    Ok(Text { text, encoding })
}

fn damage(text: &str) -> usize {
    text.chars().filter(|&c| c == '\u{fffd}').count()
}

/// Whether nearly all of it is Chinese, its punctuation, or plain Latin: what random pairs of bytes never are.
fn reads_like_chinese(text: &str) -> bool {
    let (mut all, mut known, mut han) = (0usize, 0usize, 0usize);
    for c in text.chars() {
        all += 1;
        match c {
            '\u{4e00}'..='\u{9fff}' => {
                han += 1;
                known += 1;
            }
            '\t'
            | '\n'
            | '\r'
            | ' '..='~'
            | '·'
            | '\u{2010}'..='\u{2027}'
            | '\u{3000}'..='\u{303f}'
            | '\u{ff00}'..='\u{ffef}' => known += 1,
            _ => {}
        }
    }
    han * 4 > all && known * 20 > all * 19
}

/// Whether control characters stand where no text has them.
fn is_binary(bytes: &[u8]) -> bool {
    let odd = bytes
        .iter()
        .filter(|&&b| b < 0x20 && !matches!(b, b'\t' | b'\n' | b'\r' | 0x0b | 0x0c | 0x1a))
        .count();
    odd * 100 > bytes.len()
}

fn strict(encoding: Encoding, bytes: &[u8]) -> Option<String> {
    match encoding {
        Encoding::Utf8 => std::str::from_utf8(bytes).ok().map(str::to_owned),
        _ => platform::decode(encoding.name(), bytes, true),
    }
}

fn lossy(encoding: Encoding, bytes: &[u8]) -> String {
    match encoding {
        Encoding::Utf8 => String::from_utf8_lossy(bytes).into_owned(),
        _ => labelled(encoding.name(), bytes).unwrap_or_default(),
    }
}

/// In the browser its own tables decode, so that none have to be downloaded.
#[cfg(target_arch = "wasm32")]
mod platform {
    use web_sys::{TextDecoder, TextDecoderOptions};

    pub(super) fn decode(label: &str, bytes: &[u8], fatal: bool) -> Option<String> {
        let options = TextDecoderOptions::new();
        options.set_fatal(fatal);
        let decoder = TextDecoder::new_with_label_and_options(label, &options).ok()?;
        decoder.decode_with_u8_array(bytes).ok()
    }
}

#[cfg(not(target_arch = "wasm32"))]
mod platform {
    pub(super) fn decode(label: &str, bytes: &[u8], fatal: bool) -> Option<String> {
        let table = encoding_rs::Encoding::for_label(label.as_bytes())?;
        if fatal {
            table
                .decode_without_bom_handling_and_without_replacement(bytes)
                .map(|text| text.into_owned())
        } else {
            Some(table.decode_without_bom_handling(bytes).0.into_owned())
        }
    }
}
