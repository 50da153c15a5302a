//! Shares written with 分之: 百分之九十, 三分之二, 千分之三, 一万分之五.

use super::{Numeral, char_at, read};

/// A share, at the numeral that says into how many parts the whole is cut.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Share {
    /// How many of the parts.
    pub part: Numeral,
    /// Into how many parts: 100 for 百分之.
    pub whole: f64,
    /// The whole is a bare 百 千 万: 百分之五, but not 十分之五 nor 一百分之五.
    pub bare: bool,
}

/// The share whose whole is a numeral that has been read.
#[must_use]
pub fn share(text: &str, whole: &Numeral) -> Option<Share> {
    const WORD: &str = "分之";
    let at = whole.end + WORD.len();
    if text.get(whole.end..at) != Some(WORD) || whole.value <= 0.0 {
        return None;
    }
    let first = char_at(text, at)?;
    if !super::starts(text, at, first) && first != '零' {
        return None;
    }
    let bare = text.get(whole.start..whole.end)?.chars().all(|c| {
        super::signs::multiplier(c).is_some_and(|by| by > 10.0) || (c == '十' && whole.chars > 1)
    });
    Some(Share {
        part: read(text, at)?,
        whole: whole.value,
        bare,
    })
}
