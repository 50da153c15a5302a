//! 粘贴: damage done on the way here.

pub mod broken_paragraph;
pub mod invisible_character;
pub mod leftover_note;
pub mod lost_line_breaks;
pub mod masked_number;
pub mod masked_words;
pub mod mojibake;
pub mod page_furniture;
pub mod traditional_characters;
