//! Words that should be other words: the shape of the tables, and how a hit is looked up in them.

use crate::rules::Hit;

/// A table of words that are wrong wherever they stand, and of such as are wrong within limits.
pub struct Slips {
    /// Wrong and right by turns, parted by white space.
    pub plain: &'static str,
    /// Those with limits.
    pub limited: &'static [Limited],
}

/// A word that is wrong where nothing makes another word of it.
pub struct Limited {
    wrong: &'static str,
    right: &'static str,
    not_after: &'static str,
    not_before: &'static str,
    before: &'static str,
}

/// A wrong word and the right one.
pub const fn slip(wrong: &'static str, right: &'static str) -> Limited {
    Limited {
        wrong,
        right,
        not_after: "",
        not_before: "",
        before: "",
    }
}

impl Limited {
    /// Right behind one of these characters it is part of another word.
    pub const fn not_after(self, not_after: &'static str) -> Self {
        Self { not_after, ..self }
    }

    /// Right before one of these characters it is part of another word.
    pub const fn not_before(self, not_before: &'static str) -> Self {
        Self { not_before, ..self }
    }

    /// It is wrong before one of these words only; they are parted by white space.
    pub const fn before(self, before: &'static str) -> Self {
        Self { before, ..self }
    }

    fn fits(&self, hit: &Hit<'_>) -> bool {
        let joined = |c: Option<char>, others: &str| c.is_some_and(|c| others.contains(c));
        let mut company = self.before.split_ascii_whitespace();
        !joined(hit.before.chars().next_back(), self.not_after)
            && !joined(hit.after.chars().next(), self.not_before)
            && (self.before.is_empty() || company.any(|word| hit.after.starts_with(word)))
    }
}

impl Slips {
    /// The wrong words: those with limits first.
    pub fn words(&'static self) -> Box<dyn Iterator<Item = &'static str>> {
        let plain = self.plain.split_ascii_whitespace().step_by(2);
        Box::new(self.limited.iter().map(|slip| slip.wrong).chain(plain))
    }

    /// What a hit on one of the words should be; nothing where it is right after all.
    pub fn right(&self, hit: &Hit<'_>) -> Option<&'static str> {
        match self.limited.get(hit.index) {
            Some(slip) => slip.fits(hit).then_some(slip.right),
            None => {
                let plain = hit.index - self.limited.len();
                self.plain.split_ascii_whitespace().nth(2 * plain + 1)
            }
        }
    }
}
