//! The rules: each is one file with its text for users, its data and its check. The slice `RULES` is the only list of them; the list in
//! the page, the view 规则说明, the table of the README and the tests derive from it.

mod body;
mod data;
mod dated;
mod finding;
mod format;
mod in_words;
mod marks;
mod nearby;
mod numbers;
mod parts;
mod paste;
mod publication;
mod repetition;
mod rule;
mod signs;
mod wording;
mod words;
mod years;

pub use rule::{Category, Certainty, Rule, Texts};

use finding::Draft;
use marks::pairs;
use rule::{Check, Definition};
use signs::Sign;
use words::Hit;

use rustc_hash::FxHashMap;

use crate::document::Document;
use crate::report::{Finding, Genre};
use crate::sort;
use crate::text::Span;

/// Makes three lists of one, each in the same order: who lists findings needs no checks, and what is told of a rule is for those who want to read
/// about it.
macro_rules! rules {
    ($($rule:expr,)*) => {
        /// All rules, category by category.
        pub static RULES: &[Rule] = &[$($rule.rule()),*];

        /// How each finds its faults.
        static CHECKS: &[Check] = &[$($rule.check),*];

        /// What is told of each.
        pub static TEXTS: &[Texts<'static>] = &[$($rule.texts()),*];
    };
}

rules![
    // 部分与内容
    parts::other_genre::RULE,
    parts::missing_part::RULE,
    parts::empty_part::RULE,
    parts::part_order::RULE,
    parts::cause_missing::RULE,
    parts::no_count::RULE,
    parts::no_actor::RULE,
    parts::first_person::RULE,
    parts::thin_part::RULE,
    parts::heading_promise::RULE,
    parts::no_title::RULE,
    parts::part_twice::RULE,
    // 年度与时间
    years::year_conflict::RULE,
    years::period_outside_year::RULE,
    years::late_date::RULE,
    years::impossible_date::RULE,
    years::short_year::RULE,
    years::backward_range::RULE,
    years::this_year::RULE,
    years::programme_out_of_time::RULE,
    years::year_not_stated::RULE,
    years::document_years::RULE,
    years::observance_date::RULE,
    // 表述时效
    dated::outdated_congress::RULE,
    dated::lagging_plenum::RULE,
    dated::premature_term::RULE,
    dated::expired_term::RULE,
    dated::old_formula::RULE,
    dated::repealed_law::RULE,
    dated::law_no_longer_new::RULE,
    dated::law_before_adoption::RULE,
    dated::old_legal_word::RULE,
    dated::wrong_review_word::RULE,
    dated::replaced_institution::RULE,
    // 单位名称
    body::other_self_word::RULE,
    body::leftover_name::RULE,
    body::misspelt_own_name::RULE,
    body::signature_conflict::RULE,
    body::other_reviewing_body::RULE,
    body::wrong_body_name::RULE,
    body::other_department::RULE,
    // 重复照搬
    repetition::copied_plan::RULE,
    repetition::passage_twice::RULE,
    repetition::paragraph_twice::RULE,
    repetition::heading_twice::RULE,
    repetition::sentence_twice::RULE,
    // 公文格式
    format::numbering::RULE,
    format::submission_form::RULE,
    format::doc_number_form::RULE,
    format::number_in_title_marks::RULE,
    format::doc_number_year::RULE,
    format::heading_levels::RULE,
    format::heading_end_marks::RULE,
    format::date_form::RULE,
    format::addressee_form::RULE,
    format::request_in_report::RULE,
    format::attachment_mark::RULE,
    format::title_incomplete::RULE,
    format::repeated_heading::RULE,
    // 标点符号
    marks::unpaired_mark::RULE,
    marks::nested_marks::RULE,
    marks::pause_between_marks::RULE,
    marks::halfwidth_mark::RULE,
    marks::stray_space::RULE,
    marks::day_name_dot::RULE,
    marks::list_mark::RULE,
    marks::missing_end_mark::RULE,
    marks::doubled_mark::RULE,
    marks::torn_line::RULE,
    marks::dots_for_ellipsis::RULE,
    marks::pause_before_etc::RULE,
    // 数字数据
    numbers::percent_over_100::RULE,
    numbers::exact_with_approximation::RULE,
    numbers::doubled_approximation::RULE,
    numbers::illegal_unit::RULE,
    numbers::range_notation::RULE,
    numbers::number_style_mixed::RULE,
    numbers::sum_mismatch::RULE,
    numbers::part_larger::RULE,
    numbers::ratio_mismatch::RULE,
    numbers::names_count::RULE,
    numbers::announced_items::RULE,
    numbers::two_values::RULE,
    numbers::full_width_digits::RULE,
    numbers::approximate_pause::RULE,
    numbers::decrease_by_multiple::RULE,
    numbers::year_zero::RULE,
    numbers::doubled_unit::RULE,
    numbers::number_lost::RULE,
    numbers::mixed_numeral::RULE,
    numbers::thousands_mark::RULE,
    numbers::change_mismatch::RULE,
    numbers::two_points::RULE,
    // 用词用字
    wording::deadline_word::RULE,
    wording::wrong_character::RULE,
    wording::replace_all_damage::RULE,
    wording::made_decision::RULE,
    wording::broken_term::RULE,
    wording::formula_number::RULE,
    wording::leader_form::RULE,
    wording::congress_without_party::RULE,
    wording::four_personally::RULE,
    wording::short_body_name::RULE,
    wording::de_particle::RULE,
    wording::redundant_words::RULE,
    wording::gathered_in_one::RULE,
    wording::doubled_word::RULE,
    wording::lost_first_character::RULE,
    wording::de_complement::RULE,
    wording::formula_members::RULE,
    wording::title_misspelt::RULE,
    wording::alike_character::RULE,
    // 公开前检查
    publication::secrecy_mark::RULE,
    publication::mobile_number::RULE,
    publication::identity_number::RULE,
    publication::bank_account::RULE,
    publication::number_plate::RULE,
    publication::home_address::RULE,
    publication::person_in_case::RULE,
    publication::internal_wording::RULE,
    // 粘贴残留
    paste::masked_number::RULE,
    paste::mojibake::RULE,
    paste::masked_words::RULE,
    paste::traditional_characters::RULE,
    paste::broken_paragraph::RULE,
    paste::page_furniture::RULE,
    paste::lost_line_breaks::RULE,
    paste::invisible_character::RULE,
    paste::leftover_note::RULE,
];

/// What is told of the rules, as [`Texts::read`] reads it.
#[must_use]
pub fn texts() -> String {
    let lines = TEXTS.iter().map(|texts| texts.line());
    lines.collect::<Vec<_>>().join("\n")
}

/// The rule of a slug.
#[must_use]
pub fn find(slug: &str) -> Option<&'static Rule> {
    RULES.iter().find(|rule| rule.slug == slug)
}

impl PartialEq for Rule {
    fn eq(&self, other: &Self) -> bool {
        self.slug == other.slug
    }
}

/// Runs every rule that suits the text. The findings come in the order of the text; those without a place first.
#[must_use]
pub fn run(document: &Document<'_>) -> Vec<Finding<Span>> {
    let report = document.genre == Genre::AnnualReport;
    let runs = |rule: &Rule| report || rule.any_genre;
    let signs = signs::gather(document);
    let pairs = pairs::of(&signs);
    let checks = RULES.iter().zip(CHECKS).filter(|(rule, _)| runs(rule));
    let whole = checks.flat_map(|(rule, check)| {
        let drafts = match check {
            Check::Document(check) => check(document),
            Check::Signs(check) => check(document, &signs),
            Check::Pairs(check) => check(document, &signs, &pairs),
            Check::Words(..) | Check::AllWords(..) => Vec::new(),
        };
        drafts.into_iter().map(move |draft| (rule, draft))
    });
    let mut findings: Vec<Finding<Span>> = whole
        .chain(words::run(document, runs))
        .map(|(rule, draft)| draft.finish(rule.slug, document))
        .collect();
    sort::by_key(&mut findings, |finding| {
        finding.span.map_or(0, |span| span.start as u64 + 1)
    });
    // Two like findings in like words: the later ones are told apart by their order.
    let mut seen: FxHashMap<String, usize> = FxHashMap::default();
    for finding in &mut findings {
        let count = seen.entry(finding.key.clone()).or_default();
        *count += 1;
        if *count > 1 {
            finding.key = format!("{}-{count}", finding.key);
        }
    }
    findings
}

#[cfg(test)]
pub(crate) mod testing {
    //! What the tests of the rules share.

    use crate::report::{Settings, Severity};
    use crate::text::Source;

    /// The findings of one rule on a text: severity, the words marked, the message.
    pub fn findings(slug: &str, text: &str, settings: Settings) -> Vec<(Severity, String, String)> {
        let source = Source::new(text);
        crate::analyse(&source, &settings)
            .findings
            .into_iter()
            .filter(|finding| finding.rule == slug)
            .map(|finding| {
                let words = finding.span.map(|span| source.slice(span).to_owned());
                (finding.severity, words.unwrap_or_default(), finding.message)
            })
            .collect()
    }

    /// A small report whose first part holds the words.
    pub fn report(body: &str) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{body}\n二、存在的不足和原因\n人手少。"
        )
    }
}
