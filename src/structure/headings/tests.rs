//! Where headings are found, and how far their titles go.

use super::find;
use crate::text::{Layout, Source};

fn titles(text: &str) -> Vec<String> {
    let layout = Layout::new(&Source::new(text));
    find(&layout)
        .iter()
        .map(|heading| {
            layout
                .folded
                .slice(heading.title.start, heading.title.end)
                .to_owned()
        })
        .collect()
}

#[test]
fn a_title_ends_before_the_text_that_runs_on_behind_it() {
    for (text, title) in [
        (
            "一、存在的不足和原因人手偏少，持证人员不多。",
            "存在的不足和原因",
        ),
        (
            "（一）着力提升全镇执法水平。组织培训3期。",
            "着力提升全镇执法水平",
        ),
        ("（二）规范执法，办案12件。评查案卷2次。", "规范执法"),
        (
            "1.落实（时限：每季度）报告制度。共报告4次。",
            "落实(时限:每季度)报告制度",
        ),
    ] {
        assert_eq!(titles(text), [title], "{text}");
    }
}

#[test]
fn items_inside_a_paragraph_have_their_own_titles() {
    assert_eq!(
        titles("抓好两件事：一是定清单。二是强论证。"),
        ["定清单", "强论证"]
    );
}

#[test]
fn a_part_without_its_number_opens_behind_another_heading() {
    assert_eq!(
        titles("一、主要举措和成效\n存在的不足和原因\n人手少。"),
        ["主要举措和成效", "存在的不足和原因"]
    );
}

#[test]
fn where_all_numbers_are_lost_short_lines_are_headings_and_paragraphs_are_none() {
    assert_eq!(
        titles(
            "清河镇推进法治建设，现报告如下：\n主要举措和成效\n加强学习培训\n全年学法4次，培训3期。\n存在的不足和原因\n人手少，原因是编制紧。"
        ),
        ["主要举措和成效", "加强学习培训", "存在的不足和原因"]
    );
}

#[test]
fn only_short_first_sentences_of_one_length_are_headings_without_a_number() {
    assert_eq!(
        titles(
            "一、主要举措和成效\n分层分类抓学习。组织领导干部学法4次。\n拓宽渠道抓宣传。面向群众发放资料3000份。"
        ),
        ["主要举措和成效", "分层分类抓学习", "拓宽渠道抓宣传"]
    );
    assert_eq!(
        titles("一、主要举措和成效\n全年办案12件，调解纠纷8起。\n组织培训3期，发放资料40份。"),
        ["主要举措和成效"]
    );
}
