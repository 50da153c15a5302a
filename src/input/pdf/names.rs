//! Codes of one byte: the encodings that fonts name, and the names of glyphs.

/// 0x80 to 0x9f of Windows-1252.
const WINDOWS: &str = "€\u{fffd}‚ƒ„…†‡ˆ‰Š‹Œ\u{fffd}Ž\u{fffd}\u{fffd}‘’“”•–—˜™š›œ\u{fffd}žŸ";
/// 0x80 and on of the Macintosh.
const MACINTOSH: &str = "ÄÅÇÉÑÖÜáàâäãåçéèêëíìîïñóòôöõúùûü†°¢£§•¶ß®©™´¨≠ÆØ∞±≤≥¥µ∂∑∏π∫ªºΩæø¿¡¬√ƒ≈∆«»…\u{a0}ÀÃÕŒœ–—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\u{f8ff}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ";
/// Adobe's standard encoding where it is not ASCII.
const STANDARD: [(u8, char); 26] = [
    (0x27, '’'),
    (0x60, '‘'),
    (0xa1, '¡'),
    (0xa2, '¢'),
    (0xa3, '£'),
    (0xa4, '⁄'),
    (0xa5, '¥'),
    (0xa6, 'ƒ'),
    (0xa7, '§'),
    (0xa9, '\''),
    (0xaa, '“'),
    (0xab, '«'),
    (0xac, '‹'),
    (0xad, '›'),
    (0xae, 'ﬁ'),
    (0xaf, 'ﬂ'),
    (0xb1, '–'),
    (0xb4, '·'),
    (0xb6, '¶'),
    (0xb7, '•'),
    (0xb8, '‚'),
    (0xb9, '„'),
    (0xba, '”'),
    (0xbb, '»'),
    (0xbc, '…'),
    (0xd0, '—'),
];

/// The printable characters of ASCII that are no letters, by the names of their glyphs, in their order.
const ASCII: &str = "space exclam quotedbl numbersign dollar percent ampersand quotesingle parenleft parenright asterisk plus comma \
    hyphen period slash zero one two three four five six seven eight nine colon semicolon less equal greater question at";
/// Others that texts have.
const OTHERS: &str = "bracketleft [ backslash \\ bracketright ] asciicircum ^ underscore _ grave ` braceleft { bar | braceright } \
    asciitilde ~ quoteleft ‘ quoteright ’ quotedblleft “ quotedblright ” endash – emdash — bullet • ellipsis … periodcentered · \
    middot · degree ° plusminus ± multiply × divide ÷ section § copyright © registered ® trademark ™ yen ¥ sterling £ Euro € \
    permille ‰ perthousand ‰ lessequal ≤ greaterequal ≥ notequal ≠ minus − fi ﬁ fl ﬂ paragraph ¶ guillemotleft « guillemotright » mu µ \
    sfthyphen - nbspace \u{a0}";

/// A named encoding.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Named {
    Standard,
    Windows,
    Macintosh,
}

impl Named {
    pub fn from_name(name: &str) -> Option<Self> {
        match name {
            "StandardEncoding" => Some(Self::Standard),
            "WinAnsiEncoding" => Some(Self::Windows),
            "MacRomanEncoding" => Some(Self::Macintosh),
            _ => None,
        }
    }

    /// The character of a code.
    pub fn char(self, code: u8) -> Option<char> {
        let high = |table: &str| table.chars().nth(usize::from(code) - 0x80);
        let c = match self {
            Self::Standard if let Some(&(_, c)) = STANDARD.iter().find(|(it, _)| *it == code) => c,
            _ if (0x20..0x7f).contains(&code) => char::from(code),
            Self::Windows if (0x80..0xa0).contains(&code) => high(WINDOWS)?,
            Self::Windows if code >= 0xa0 => char::from(code),
            Self::Macintosh if code >= 0x80 => high(MACINTOSH)?,
            _ => return None,
        };
        (c != '\u{fffd}').then_some(c)
    }
}

/// The character that the name of a glyph stands for: one of the common names, a letter, uni4E00, u4E00.
pub(super) fn glyph(name: &str) -> Option<char> {
    let base = name.split('.').next().filter(|base| !base.is_empty())?;
    let mut chars = base.chars();
    if let (Some(c), None) = (chars.next(), chars.next())
        && c.is_ascii_alphabetic()
    {
        return Some(c);
    }
    if let Some(nth) = ASCII.split_ascii_whitespace().position(|it| it == base) {
        // The digits stand between the marks.
        return char::from_u32(0x20 + u32::try_from(nth).ok()?);
    }
    let mut others = OTHERS.split(' ').filter(|word| !word.is_empty());
    while let Some((word, c)) = others.next().zip(others.next()) {
        if word == base {
            return c.chars().next();
        }
    }
    let digits = match base.strip_prefix("uni") {
        Some(digits) if digits.len() == 4 => digits,
        _ => base
            .strip_prefix('u')
            .filter(|it| (4..=6).contains(&it.len()))?,
    };
    char::from_u32(u32::from_str_radix(digits, 16).ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_and_codes() {
        for (name, c) in [
            ("space", ' '),
            ("nine", '9'),
            ("at", '@'),
            ("a", 'a'),
            ("uni4E2D", '中'),
            ("u20000", '\u{20000}'),
            ("quotedblleft", '“'),
            ("seven.alt", '7'),
        ] {
            assert_eq!(glyph(name), Some(c), "{name}");
        }
        for name in ["", ".notdef", "g12", "uniXYZW", "union"] {
            assert_eq!(glyph(name), None, "{name}");
        }
        assert_eq!(Named::Windows.char(0x93), Some('“'));
        assert_eq!(Named::Windows.char(0x81), None);
        assert_eq!(Named::Macintosh.char(0xd2), Some('“'));
        assert_eq!(Named::Macintosh.char(0xff), Some('ˇ'));
        assert_eq!(Named::Standard.char(0xaa), Some('“'));
        assert_eq!(Named::Standard.char(b'7'), Some('7'));
    }
}
