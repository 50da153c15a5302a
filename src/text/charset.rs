//! Sets of characters that are asked of every character of a text: one look into a table of bits.

use std::sync::OnceLock;

/// Characters of the basic plane, written as one string. The table is made at the first look.
pub struct CharSet {
    chars: &'static str,
    bits: OnceLock<Box<[u64; WORDS]>>,
}

/// Words of 64 bits for the basic plane.
const WORDS: usize = 0x1_0000 / 64;

impl CharSet {
    /// The set of the characters of a string.
    #[must_use]
    pub const fn new(chars: &'static str) -> Self {
        Self {
            chars,
            bits: OnceLock::new(),
        }
    }

    /// Whether a character is one of the set.
    #[must_use]
    #[inline]
    pub fn contains(&'static self, c: char) -> bool {
        let bits = self.bits.get_or_init(|| {
            let mut bits = Box::new([0; WORDS]);
            for c in self.chars.chars() {
                if let Some(word) = bits.get_mut(c as usize / 64) {
                    *word |= 1 << (c as usize % 64);
                }
            }
            bits
        });
        bits.get(c as usize / 64)
            .is_some_and(|word| word >> (c as usize % 64) & 1 == 1)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_set_holds_its_characters_and_no_others() {
        static SET: CharSet = CharSet::new("0一。");
        for c in ['\0', '0', '1', '一', '二', '。', '𠀀'] {
            assert_eq!(SET.contains(c), "0一。".contains(c), "{c}");
        }
    }
}
