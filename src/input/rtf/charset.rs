//! The encodings of bytes in rich text, as fonts and the file name them.

#[derive(Clone, Copy, Default, PartialEq, Eq)]
pub(super) enum Charset {
    /// That of whatever is around.
    #[default]
    Unsaid,
    /// A Windows code page.
    Page(i32),
    /// Pictures in the place of letters.
    Symbol,
}

impl Charset {
    /// That of a code page by its number.
    pub(super) fn of_page(number: i32) -> Self {
        match number {
            0 => Self::Unsaid,
            42 => Self::Symbol,
            number => Self::Page(number),
        }
    }

    /// That of a font by the number of its character set; Latin fonts hold what the file's own encoding says.
    pub(super) fn of_font(number: i32) -> Self {
        match number {
            2 => Self::Symbol,
            128 => Self::Page(932),
            129 => Self::Page(949),
            134 => Self::Page(936),
            136 => Self::Page(950),
            161 => Self::Page(1253),
            162 => Self::Page(1254),
            204 => Self::Page(1251),
            238 => Self::Page(1250),
            _ => Self::Unsaid,
        }
    }

    /// This one, or else the other.
    pub(super) fn or(self, other: Self) -> Self {
        if self == Self::Unsaid { other } else { self }
    }

    /// Its name in the Encoding Standard.
    pub(super) fn label(self) -> &'static str {
        match self {
            Self::Page(932) => "shift_jis",
            Self::Page(936 | 20936 | 54936) => "gb18030",
            Self::Page(949) => "euc-kr",
            Self::Page(950) => "big5",
            Self::Page(1250) => "windows-1250",
            Self::Page(1251) => "windows-1251",
            Self::Page(1253) => "windows-1253",
            Self::Page(1254) => "windows-1254",
            Self::Page(65001) => "utf-8",
            _ => "windows-1252",
        }
    }
}
