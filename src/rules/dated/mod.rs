//! 时效: wordings, laws and institutions out of their time.

pub mod expired_term;
pub mod lagging_plenum;
pub mod law_before_adoption;
pub mod law_no_longer_new;
pub mod old_formula;
pub mod old_legal_word;
pub mod outdated_congress;
pub mod premature_term;
pub mod repealed_law;
pub mod replaced_institution;
pub mod wrong_review_word;
