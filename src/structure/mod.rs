//! How the report is built: its sections, its elements, its parts.

pub mod body;
pub mod checks;
pub mod copies;
pub mod coverage;
pub mod elements;
pub mod genre;
pub mod headings;
pub mod outline;
pub mod parts;
pub mod wording;
pub mod years;
