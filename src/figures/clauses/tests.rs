//! What is left of a clause when it is cut down.

use super::{clean_closed, last_clause, strip_openers};

#[test]
fn a_bracket_that_closes_again_stays_in_the_last_clause() {
    for (window, rest, clause) in [
        (
            "办理案件3件,审核合同(含协议)",
            "办理案件3件,",
            "审核合同(含协议)",
        ),
        ("审核合同30份(含协议", "审核合同30份(", "含协议"),
    ] {
        assert_eq!(last_clause(window), (rest, clause));
    }
}

#[test]
fn years_and_months_before_a_clause_are_taken_off() {
    for (clause, left) in [
        ("2024年全年审核合同", "审核合同"),
        ("3月至5月走访企业", "走访企业"),
    ] {
        assert_eq!(strip_openers(clause), left);
    }
}

#[test]
fn a_clause_too_long_for_a_cell_is_cut_at_a_word() {
    assert_eq!(
        clean_closed("关系沿街商户切身利益的重大行政执法决定事项"),
        "重大行政执法决定事项"
    );
}
