//! Numbers of bank cards in a public draft.

use super::{before, is_public};
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "J04",
    slug: "bank-account",
    title: "公开稿里有银行卡号",
    category: Category::Publication,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "写在“账号”“卡号”“账户”后面、校验位正确的十六至十九位数字。",
    why: "银行账户是敏感的个人信息，公开前应当删去（《个人信息保护法》）。",
    example: "“赔偿款汇入李某账户6222020000000000000”，应删去卡号。报送稿不查。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    if !is_public(document) {
        return Vec::new();
    }
    document
        .digits
        .iter()
        .filter(|row| {
            let words = || before(document, row.span, 16);
            (16..=19).contains(&row.digits.len())
                && ["账号", "帐号", "卡号", "账户", "帐户"]
                    .iter()
                    .any(|word| words().contains(word))
                && luhn(&row.digits)
        })
        .map(|row| {
            let message = "公开稿里有银行卡号，公开前请删去。";
            Draft::at(Severity::Warning, row.span, message)
        })
        .collect()
}

/// Whether the check digit of a card is right.
fn luhn(digits: &str) -> bool {
    let values = digits
        .chars()
        .rev()
        .filter_map(|c| c.to_digit(10))
        .enumerate();
    let sum: u32 = values
        .map(|(at, value)| match (at % 2, 2 * value) {
            (0, _) => value,
            (_, double) => double / 10 + double % 10,
        })
        .sum();
    sum.is_multiple_of(10)
}
