//! 时效: wordings, laws and institutions out of their time.
