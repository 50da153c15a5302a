//! The list and the pictures of a small report, one of whose figures is given an indicator by hand.

use super::charts::{self, Bar, Kind};
use super::{Choice, Column, Listing, Order, Query};
use crate::profiles::indicators::{INDICATORS, Indicator};
use crate::report::{FigureKind, PartStatus, Settings, Utf16Report};
use crate::text::Source;

const TEXT: &str = "云溪镇2024年度法治政府建设情况报告
全镇办件3万件。
一、2024年推进法治政府建设的主要举措和成效
（一）规范执法。全年办理行政处罚案件1,186件，其中简易程序案件143件；组织培训5次。
（二）化解纠纷。受理纠纷２３０余件，調解成功率98.2%。
1.下沉力量。走访企业12家。
二、存在的不足和原因
执法力量不足，持证人员只有9人，主要原因是人员流动快。
三、2025年推进法治政府建设的主要安排
拍摄短视频12部。
";

/// The indicator that one of the figures is given.
fn indicator() -> &'static Indicator {
    let mut counts = INDICATORS.iter().filter(|i| i.kind == FigureKind::Count);
    counts.find(|i| i.topic == "disputes").unwrap()
}

fn report() -> (Source, Utf16Report) {
    let source = Source::new(TEXT);
    let mut report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
    for (at, figure) in report.figures.iter_mut().enumerate() {
        figure.indicator = (at == 4).then(|| indicator().id.to_owned());
        figure.whole = (at == 2).then_some(1);
    }
    (source, report)
}

fn listing() -> Listing {
    let (source, report) = report();
    Listing::new(&source, &report)
}

fn sorted(words: Vec<&str>) -> Vec<String> {
    let mut words: Vec<String> = words.into_iter().map(str::to_owned).collect();
    words.sort();
    words
}

/// The numbers of the rows that answer a query.
fn numbers(query: &Query) -> Vec<String> {
    let listing = listing();
    let shown = listing.select(query, sorted);
    shown
        .into_iter()
        .map(|index| listing.rows[index].number.clone())
        .collect()
}

fn searched(words: &str) -> Vec<String> {
    numbers(&Query {
        words: words.to_owned(),
        ..Query::default()
    })
}

fn ordered(column: Column, descending: bool) -> Vec<String> {
    numbers(&Query {
        order: Order { column, descending },
        ..Query::default()
    })
}

const ALL: [&str; 9] = [
    "30,000", "1,186", "143", "5", "230", "98.2", "12", "9", "12",
];

#[test]
fn a_row_says_what_and_where() {
    let listing = listing();
    let row = &listing.rows[4];
    assert_eq!(row.indicator, Some(indicator().name));
    assert_eq!(row.name(), row.indicator);
    assert_eq!(&*row.heading, "（二）化解纠纷");
    assert_eq!((row.qualifier.as_deref(), &*row.unit), (Some("余"), "件"));
    assert_eq!(row.sentence.words, "２３０余件");
    assert_eq!(row.sentence.text(), "受理纠纷２３０余件，調解成功率98.2%。");
    assert!(listing.rows[2].is_part && !row.is_part);
    assert_eq!(&*listing.rows[0].heading, "");
}

#[test]
fn an_open_query_gives_the_order_of_the_text() {
    assert_eq!(numbers(&Query::default()), ALL);
    assert!(Query::default().is_open());
}

#[test]
fn words_are_searched_in_any_width_spacing_and_script() {
    assert_eq!(searched("  "), ALL);
    assert_eq!(searched("230 余件"), ["230", "98.2"]);
    assert_eq!(searched("1186件"), ["1,186"]);
    assert_eq!(searched("1，186"), ["1,186", "143", "5"]);
    assert_eq!(searched("３００００"), ["30,000"]);
    assert_eq!(searched("调解成功"), ["230", "98.2"]);
    assert_eq!(searched(indicator().name), ["230"]);
    assert_eq!(searched("没有这样的词"), [""; 0]);
}

#[test]
fn rows_are_filtered_by_indicator_and_by_section() {
    let listing = listing();
    let groups = |groups: &[super::Group]| -> Vec<(String, usize, usize)> {
        let all = groups.iter();
        all.map(|g| (g.name.clone(), g.depth, g.count)).collect()
    };
    assert_eq!(
        groups(&listing.indicators),
        [(indicator().name.to_owned(), 0, 1), (String::new(), 0, 8)]
    );
    let name = str::to_owned;
    assert_eq!(
        groups(&listing.sections),
        [
            (String::new(), 0, 1),
            (name("一、2024年推进法治政府建设的主要举措和成效"), 0, 6),
            (name("（一）规范执法"), 1, 3),
            (name("（二）化解纠纷"), 1, 3),
            (name("二、存在的不足和原因"), 0, 1),
            (name("三、2025年推进法治政府建设的主要安排"), 0, 1),
        ]
    );
    for (at, expected) in [&ALL[..1], &ALL[1..7], &ALL[1..4], &ALL[4..7]]
        .iter()
        .enumerate()
    {
        let section = listing.sections[at].choice.clone();
        let query = Query {
            section,
            ..Query::default()
        };
        assert_eq!(numbers(&query), *expected);
    }
    let mut query = Query {
        indicator: Choice::Only(indicator().name.to_owned()),
        ..Query::default()
    };
    assert_eq!(numbers(&query), ["230"]);
    query.section = listing.sections[4].choice.clone();
    assert_eq!(numbers(&query), [""; 0]);
    query.indicator = Choice::Without;
    assert_eq!(numbers(&query), ["9"]);
    query.section = Choice::Only("没有这一节".to_owned());
    assert_eq!(numbers(&query), [""; 0]);
}

#[test]
fn of_very_many_sections_only_the_highest_are_offered() {
    let line = |at: usize| format!("（三）第{at}组\n全年走访企业{at}家。\n");
    let lines: String = (1..=300).map(line).collect();
    let source = Source::new(&TEXT.replace("二、存在", &format!("{lines}二、存在")));
    let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
    let listing = Listing::new(&source, &report);
    assert!(listing.rows.len() > 300);
    assert!(listing.sections.iter().all(|group| group.depth == 0));
    assert!(listing.sections.len() >= 3);
}

#[test]
fn rows_are_sorted_up_and_down_and_ties_keep_the_order_of_the_text() {
    assert_eq!(
        ordered(Column::Value, false),
        [
            "5", "9", "12", "12", "98.2", "143", "230", "1,186", "30,000"
        ]
    );
    assert_eq!(ordered(Column::Value, true)[..2], ["30,000", "1,186"]);
    assert_eq!(ordered(Column::Sentence, true)[..2], ["12", "9"]);
    assert_eq!(
        ordered(Column::Section, true),
        [
            "12", "9", "12", "230", "98.2", "1,186", "143", "5", "30,000"
        ]
    );
    // % 人 件 家 次 部
    assert_eq!(
        ordered(Column::Unit, false),
        [
            "98.2", "9", "30,000", "1,186", "143", "230", "12", "5", "12"
        ]
    );
}

#[test]
fn words_are_sorted_as_the_alphabet_has_them_and_nameless_rows_come_last() {
    let (source, mut report) = report();
    for (figure, subject) in
        report
            .figures
            .iter_mut()
            .zip([Some("乙"), None, Some("甲"), Some("乙"), Some("丁")])
    {
        figure.subject = subject.map(str::to_owned);
        figure.indicator = None;
    }
    report.figures.truncate(5);
    let listing = Listing::new(&source, &report);
    let select = |descending| {
        let order = Order {
            column: Column::Name,
            descending,
        };
        let query = Query {
            order,
            ..Query::default()
        };
        listing.select(&query, |words| {
            assert_eq!(words.len(), 3);
            ["甲", "乙", "丁"].map(str::to_owned).to_vec()
        })
    };
    assert_eq!(select(false), [2, 0, 3, 4, 1]);
    assert_eq!(select(true), [4, 0, 3, 2, 1]);
}

#[test]
fn a_column_goes_up_then_down_then_back_to_the_text() {
    let text = Order::default();
    let up = text.after(Column::Value);
    assert_eq!((up.column, up.descending), (Column::Value, false));
    let down = up.after(Column::Value);
    assert_eq!((down.column, down.descending), (Column::Value, true));
    assert_eq!(down.after(Column::Value), text);
    assert_eq!(down.after(Column::Unit).column, Column::Unit);
    assert!(text.after(Column::Sentence).descending);
}

#[test]
fn a_report_without_figures_has_an_empty_list() {
    let source = Source::new("");
    let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
    let listing = Listing::new(&source, &report);
    assert_eq!(listing.select(&Query::default(), sorted), [0usize; 0]);
    assert!(listing.indicators.is_empty() && listing.sections.is_empty());
    assert!(charts::lengths(&report).is_empty());
}

fn short(bars: Vec<Bar>) -> Vec<(String, String, bool)> {
    bars.into_iter()
        .map(|bar| (bar.name, bar.note, bar.kind == Kind::Inner))
        .collect()
}

fn row(name: &str, note: &str, inner: bool) -> (String, String, bool) {
    (name.to_owned(), note.to_owned(), inner)
}

#[test]
fn the_length_of_each_part_stands_beside_its_heading_or_its_absence() {
    let (_, report) = report();
    let bars = charts::lengths(&report);
    let amounts: Vec<usize> = bars.iter().map(|bar| bar.amount).collect();
    let of = |at: usize| report.parts[at].chars;
    assert_eq!(amounts, [of(0), of(1), 0, of(3)]);
    assert!(amounts[0] > amounts[1] && amounts[1] > amounts[3]);
    assert_eq!(
        short(bars),
        [
            row(
                "主要举措和成效",
                "一、2024年推进法治政府建设的主要举措和成效",
                false
            ),
            row("存在的不足和原因", "二、存在的不足和原因", false),
            row(
                "党政主要负责人履行推进法治建设第一责任人职责情况",
                "缺少",
                false
            ),
            row(
                "下一年度主要安排",
                "三、2025年推进法治政府建设的主要安排",
                false
            ),
        ]
    );
}

#[test]
fn several_sections_of_a_part_stand_below_it_and_those_of_none_come_last() {
    let (_, mut report) = report();
    let two = [&report.sections[0], report.sections.last().unwrap()];
    report.parts[0].sections = two.map(|section| section.id.clone()).to_vec();
    report.parts[3].sections.clear();
    report.parts[1].sections.clear();
    let bars = short(charts::lengths(&report));
    assert_eq!(bars[0], row("主要举措和成效", "", false));
    assert_eq!(
        bars[1],
        row("一、2024年推进法治政府建设的主要举措和成效", "", true)
    );
    assert_eq!(
        bars[2],
        row("三、2025年推进法治政府建设的主要安排", "", true)
    );
    assert_eq!(bars[6], row("二、存在的不足和原因", "", false));
    assert_eq!(bars.len(), 7);
    // Merged parts below a top heading are that heading; a part nested below another is not.
    let below = report.sections.iter().find(|s| s.parent.is_some()).unwrap();
    report.parts[0].sections = vec![below.id.clone()];
    for (status, stands_alone) in [(PartStatus::Merged, false), (PartStatus::Nested, true)] {
        report.parts[0].status = status;
        let bars = charts::lengths(&report);
        let alone = bars.iter().any(|bar| bar.name.starts_with("一、"));
        assert_eq!(alone, stands_alone);
    }
}

#[test]
fn figures_are_counted_by_topic() {
    let (_, mut report) = report();
    let bars = charts::topics(&report, "其他");
    let counted: Vec<(&str, usize)> = bars.iter().map(|b| (&*b.name, b.amount)).collect();
    assert_eq!(counted, [("矛盾纠纷化解与人民调解", 1), ("其他", 8)]);
    assert_eq!(bars[1].kind, Kind::Rest);
    for figure in &mut report.figures {
        figure.indicator = None;
    }
    assert!(charts::topics(&report, "其他").is_empty());
    for figure in &mut report.figures {
        figure.indicator = Some(indicator().id.to_owned());
    }
    assert_eq!(charts::topics(&report, "其他").len(), 1);
}
