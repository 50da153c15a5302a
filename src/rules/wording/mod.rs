//! 用词: words that cannot be right.

pub mod alike_character;
pub mod broken_term;
pub mod congress_without_party;
pub mod de_complement;
pub mod de_particle;
pub mod deadline_word;
pub mod doubled_word;
pub mod formula_members;
pub mod formula_number;
pub mod four_personally;
pub mod gathered_in_one;
pub mod leader_form;
pub mod lost_first_character;
pub mod made_decision;
pub mod redundant_words;
pub mod replace_all_damage;
pub mod short_body_name;
pub mod slips;
pub mod title_misspelt;
pub mod wrong_character;
