//! 单位: words that belong to another body.
