//! Text alike between reports: what was copied from a neighbour is found with its place, though names and figures were changed; what is common
//! to such reports is not, and neither size nor sameness makes the search slow.

use std::fs;

use fazhi_check::batch::alike::{Pair, Text, alike};
use fazhi_check::batch::row::Row;
use fazhi_check::report::Settings;
use fazhi_check::text::Source;

struct Sample {
    file: String,
    text: String,
    body: String,
}

fn sample(file: &str, text: &str) -> Sample {
    let source = Source::new(text);
    let report = fazhi_check::analyse(&source, &Settings::default()).to_utf16(&source);
    Sample {
        file: file.to_owned(),
        text: source.text().to_owned(),
        body: Row::new(file, None, &source, &report).body,
    }
}

fn samples() -> Vec<Sample> {
    let mut paths: Vec<_> = fs::read_dir("tests/samples/reports")
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .collect();
    paths.sort();
    let texts = paths
        .iter()
        .filter(|path| path.extension().is_some_and(|end| end == "txt"));
    texts
        .map(|path| {
            sample(
                &path.display().to_string(),
                &fs::read_to_string(path).unwrap(),
            )
        })
        .collect()
}

fn pairs(samples: &[Sample]) -> Vec<Pair> {
    let texts: Vec<Text<'_>> = samples
        .iter()
        .map(|sample| Text {
            text: &sample.text,
            body: &sample.body,
        })
        .collect();
    alike(&texts)
}

/// The words of a passage on both sides.
fn quotes(samples: &[Sample], pair: &Pair, passage: usize) -> [String; 2] {
    let spans = pair.passages[passage].spans;
    [0, 1].map(|side| {
        let source = Source::new(&samples[pair.reports[side]].text);
        source.slice(source.bytes(spans[side])).to_owned()
    })
}

const REPORT: &str = "2024年法治政府建设情况报告\n\n坚持以习近平新时代中国特色社会主义思想为指导，深入学习贯彻党的二十大和二十届二中、三中全会精神，全面贯彻习近平法治思想，落实法治政府建设实施纲要。\n一、主要举措和成效\n（一）严格执法\n{copied}\n（二）其他\n{own}\n二、存在的不足和原因\n人手少。\n";
const COPIED: &str = "把执法人员的本领放在案子里练，{name}全年组织跟班办案{a}人次，逐案讲清证据怎么取、文书怎么写、裁量怎么定。对首次违法且及时改正的{b}家商户只讲道理不开罚单，回访时{c}家没有再犯。";

fn report(body: &str, copied: &str, own: &str) -> Sample {
    let text = format!(
        "{body}{}",
        REPORT.replace("{copied}", copied).replace("{own}", own)
    );
    sample(&format!("{body}.txt"), &text)
}

fn copied(name: &str, figures: [&str; 3]) -> String {
    let [a, b, c] = figures;
    COPIED
        .replace("{name}", name)
        .replace("{a}", a)
        .replace("{b}", b)
        .replace("{c}", c)
}

#[test]
fn reports_written_apart_share_nothing() {
    let samples = samples();
    let found = pairs(&samples);
    let files: Vec<_> = found
        .iter()
        .map(|pair| pair.reports.map(|report| &samples[report].file))
        .collect();
    assert!(files.is_empty(), "{files:?}");
}

#[test]
fn a_paragraph_with_other_names_and_figures_is_found_where_it_stands() {
    let samples = [
        report(
            "江州市青禾镇",
            &copied("青禾镇", ["12", "35", "31"]),
            "河边的步道修好了。",
        ),
        report(
            "江州市柳荫街道",
            "我街执法有温度。",
            "广场上的路灯换了一遍。",
        ),
        report(
            "江州市白鹭街道",
            &copied("白鹭街道", ["1,204", "8", "6"]),
            "集市搬到了室内。",
        ),
    ];
    let found = pairs(&samples);
    assert_eq!(found.len(), 1, "{found:?}");
    assert_eq!(found[0].reports, [0, 2]);
    let expected = [
        copied("青禾镇", ["12", "35", "31"]),
        copied("白鹭街道", ["1,204", "8", "6"]),
    ];
    assert_eq!(quotes(&samples, &found[0], 0), expected);
    assert!(found[0].share() > 0.3 && found[0].share() < 0.9);
}

#[test]
fn set_phrases_and_formulas_of_figures_are_not_copied() {
    let formula = "全年收到行政复议申请{a}件，受理{b}件，审结{c}件，其中维持9件、撤销1件、驳回3件、终止2件。严格落实重大行政决策公众参与、专家论证、风险评估、合法性审查、集体讨论决定程序。";
    let formula = |figures: [&str; 3]| {
        let [a, b, c] = figures;
        formula
            .replace("{a}", a)
            .replace("{b}", b)
            .replace("{c}", c)
    };
    let found = pairs(&[
        report("青禾镇", &formula(["12", "11", "10"]), "河边的步道修好了。"),
        report(
            "白鹭镇",
            &formula(["23", "22", "19"]),
            "广场上的路灯换了一遍。",
        ),
    ]);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn two_years_of_one_body_are_no_pair() {
    let text = copied("青禾镇", ["12", "35", "31"]);
    let samples = [
        report("青禾镇", &text, "河边的步道修好了。"),
        report("江州市青禾镇", &text, "河边的步道又修了。"),
    ];
    let found = pairs(&samples);
    assert!(found.is_empty(), "{found:?}");
}

#[test]
fn what_very_many_have_is_common_and_what_few_have_is_not() {
    let text = |index: usize| copied(&format!("第{index}镇"), ["12", "35", "31"]);
    let bodies = "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉";
    let reports = |copies: usize| -> Vec<Sample> {
        let bodies = bodies.chars().enumerate();
        bodies
            .map(|(index, c)| {
                let own = format!("{c}{c}的事情只有{c}{c}自己知道，别处没有。");
                let copied = if index < copies {
                    text(index)
                } else {
                    String::new()
                };
                report(&format!("{c}河镇"), &copied, &own)
            })
            .collect()
    };
    assert_eq!(pairs(&reports(4)).len(), 6);
    assert!(pairs(&reports(20)).is_empty());
}

#[test]
fn sameness_and_repetition_do_no_harm() {
    let samples = samples();
    let one = &samples[0];
    let many: Vec<Text<'_>> = (0..300)
        .map(|_| Text {
            text: &one.text,
            body: "",
        })
        .collect();
    assert!(alike(&many).is_empty(), "what all have is common");
    let repeated = ["依法行政，", "依", "1", "，", "🚓", "一二三四五六七八九十"]
        .map(|unit| unit.repeat(20_000));
    let twice: Vec<Text<'_>> = repeated
        .iter()
        .chain(&repeated)
        .map(|text| Text { text, body: "" })
        .collect();
    let found = alike(&twice);
    assert!(found.len() <= repeated.len());
    assert!(alike(&[]).is_empty());
}

#[test]
fn pairs_and_passages_are_bounded() {
    let samples = samples();
    // Each sample stands with seven bodies: 21 pairs each.
    let many = samples
        .iter()
        .flat_map(|sample| std::iter::repeat_n(sample, 7));
    let many: Vec<Text<'_>> = many
        .map(|sample| Text {
            text: &sample.text,
            body: "",
        })
        .collect();
    let found = alike(&many);
    assert_eq!(found.len(), 300);
    assert!(found.is_sorted_by(|one, other| one.share() >= other.share()));
    assert!(
        found
            .iter()
            .all(|pair| pair.reports[0] < pair.reports[1] && pair.share() <= 1.0)
    );
}
