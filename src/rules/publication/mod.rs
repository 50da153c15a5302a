//! 公开: what must not be published.
