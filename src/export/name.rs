//! What an exported file is called.

use crate::report::{Elements, Report};
use crate::structure::body;
use crate::text::{Layout, Source};

/// The longest name of a body, in characters: with the rest, a file system that allows 255 bytes holds it.
const LONGEST: usize = 40;

/// The name of a file without its ending: 机关名_年度_`what`_日期, as far as each is known.
#[must_use]
pub fn file_name<S>(report: &Report<S>, what: &str, date: &str) -> String {
    let year = report.elements.report_year;
    let parts = [
        body_name(&report.elements).map(|name| safe(&name)),
        year.map(|year| format!("{year}年度")),
        Some(what.to_owned()),
        Some(date.to_owned()),
    ];
    let parts: Vec<String> = parts.into_iter().flatten().collect();
    parts.join("_")
}

/// The shortest name that the text has for the body; one that ends as names of bodies do goes before one that does not.
#[must_use]
pub fn body_name<S>(elements: &Elements<S>) -> Option<String> {
    let title = elements.title.as_ref();
    let titled = title.and_then(|title| named_in(&title.text));
    let signed = [&elements.signature, &elements.issuer];
    let signed = signed.into_iter().flatten().map(|name| name.text.clone());
    let names = titled.into_iter().chain(signed);
    names
        .filter(|name| !safe(name).is_empty())
        .min_by_key(|name| (body::kind_of(name).is_none(), name.chars().count()))
}

/// The body that a title names, as printed: what stands before the year, or else before the matter.
#[must_use]
pub fn named_in(title: &str) -> Option<String> {
    const OPENERS: [&str; 4] = ["关于", "报送", "上报", "印发"];
    const AFTER: [&str; 7] = ["20", "关于", "依法", "法治", "贯彻", "落实", "推进"];
    let source = Source::new(title);
    let layout = Layout::new(&source);
    let folded = layout.folded.text();
    let mut rest = folded.trim_start_matches('《');
    for opener in OPENERS {
        rest = rest.strip_prefix(opener).unwrap_or(rest);
    }
    rest = rest.trim_start_matches(|c: char| c.is_ascii_digit() || "年度".contains(c));
    let start = folded.len() - rest.len();
    let mut ends = AFTER.iter().filter_map(|word| rest.find(word));
    let len = ends.find(|&end| rest.get(..end).is_some_and(|n| body::kind_of(n).is_some()))?;
    let span = layout.source_span(start, start + len, &source);
    Some(source.slice(span).to_owned())
}

/// The letters, digits and brackets of a name: nothing that a file system forbids, hides or turns round.
fn safe(name: &str) -> String {
    name.chars()
        .filter(|c| c.is_alphanumeric() || "()（）·-—、".contains(*c))
        .take(LONGEST)
        .collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::{Element, Settings};

    fn name(title: &str, issuer: &str, signature: &str) -> String {
        let source = Source::new("");
        let mut report = crate::analyse(&source, &Settings::default()).map_spans(|_| ());
        let element = |text: &str| {
            (!text.is_empty()).then(|| Element {
                text: text.to_owned(),
                span: (),
            })
        };
        report.elements.title = element(title);
        report.elements.issuer = element(issuer);
        report.elements.signature = element(signature);
        report.elements.report_year = Some(2024);
        file_name(&report, "核对", "2026-01-05")
    }

    #[test]
    fn the_body_the_year_and_the_day_are_in_it() {
        for (title, issuer, signature, body) in [
            (
                "青禾镇2024年度法治政府建设情况报告",
                "汐城市青禾镇人民政府",
                "青禾镇人民政府",
                "青禾镇_",
            ),
            (
                "关于青禾镇 2024 年度法治政府建设情况的报告",
                "",
                "",
                "青禾镇_",
            ),
            (
                "关于2024年度青禾镇法治政府建设情况的报告",
                "",
                "",
                "青禾镇_",
            ),
            (
                "关于报送青禾镇２０２４年法治政府建设情况的报告",
                "",
                "",
                "青禾镇_",
            ),
            (
                "白鹭市依法治市办2024年法治建设总结",
                "白鹭市依",
                "",
                "白鹭市依法治市办_",
            ),
            ("《雲岫縣推進法治政府建設年度報告》", "", "", "雲岫縣_"),
            (
                "法治政府建设年度报告",
                "",
                "青禾镇人民政府",
                "青禾镇人民政府_",
            ),
            ("2024年度述职述法报告", "", "", ""),
            ("关于报送2024年度法治政府建设情况的报告", "", "", ""),
            (
                "",
                "临江街道办事处（街道党工委）",
                "",
                "临江街道办事处（街道党工委）_",
            ),
            ("", "", "", ""),
        ] {
            let expected = format!("{body}2024年度_核对_2026-01-05");
            assert_eq!(name(title, issuer, signature), expected, "{title}");
        }
    }

    #[test]
    fn no_character_is_left_that_a_system_forbids() {
        let found = name("", "..\\青/禾:镇*?\"<>|\u{202e}\u{200b}\u{0}\n 政 府.", "");
        assert_eq!(found, "青禾镇政府_2024年度_核对_2026-01-05");
        assert_eq!(name("", "?*", "..."), "2024年度_核对_2026-01-05");
    }

    #[test]
    fn a_very_long_name_is_cut() {
        let found = name(&format!("{}镇2024年度报告", "青".repeat(300)), "", "");
        assert_eq!(
            found.chars().count(),
            LONGEST + "_2024年度_核对_2026-01-05".chars().count()
        );
        assert!(found.len() < 250);
    }
}
