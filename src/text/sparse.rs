//! The marks, digits and letters of a text without the Chinese characters between them: who looks for some of those passes eight characters in
//! ten by their first bytes.

/// The characters of a text, with their places, but for those from U+4000 to U+9FFF.
pub fn sparse(text: &str) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut next = 0;
    std::iter::from_fn(move || {
        next += han_run(text.as_bytes().get(next..)?);
        let at = next;
        let c = text.get(at..)?.chars().next()?;
        next += c.len_utf8();
        Some((at, c))
    })
}

/// The bytes at the start of a text that are characters from U+4000 to U+9FFF: three bytes each, told by the first.
#[inline]
#[must_use]
pub fn han_run(text: &[u8]) -> usize {
    let mut end = 0;
    while let Some(0xe4..=0xe9) = text.get(end) {
        end += 3;
    }
    end
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_chinese_characters_are_passed() {
        let text = "一䀀，鿿3㐀ａ中é龥𠀀\u{3000}末";
        let found: String = sparse(text).map(|(_, c)| c).collect();
        assert_eq!(found, "，3㐀ａé𠀀\u{3000}");
        assert!(sparse(text).all(|(at, c)| text.get(at..).unwrap().starts_with(c)));
    }
}
