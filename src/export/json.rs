//! The report as one JSON object: the form that the command line and the JavaScript API give too.

use serde::Serialize;

use crate::report::Utf16Report;

#[derive(Serialize)]
struct Named<'a> {
    file: &'a str,
    #[serde(flatten)]
    report: &'a Utf16Report,
}

/// The report of a file on one line. `file` is the name it came under.
#[must_use]
pub fn json(file: &str, report: &Utf16Report) -> String {
    // Numbers and strings under plain names: there is nothing in a report that JSON cannot say.
    serde_json::to_string(&Named { file, report }).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::report::Settings;
    use crate::text::Source;

    #[test]
    fn the_name_comes_first_and_the_report_reads_back() {
        let source = Source::new("2024年共办理案件186件。");
        let report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        let line = json("年报.txt", &report);
        assert!(
            line.starts_with(r#"{"file":"年报.txt","chars":15,"#),
            "{line}"
        );
        assert!(!line.contains('\n'));
        assert_eq!(serde_json::from_str::<Utf16Report>(&line).unwrap(), report);
    }

    /// The form that others read: a name that changes here breaks them.
    #[test]
    fn every_name_of_the_form_is_there_and_no_other() {
        let text = "青禾镇2024年度法治政府建设报告\n一、主要举措\n全年办案186件。\n三、存在的不足和原因\n人手偏少。";
        let source = Source::new(text);
        let mut report = crate::analyse(&source, &Settings::default()).to_utf16(&source);
        report.figures[0].whole = Some(0);
        let line = json("", &report);
        let value: serde_json::Value = serde_json::from_str(&line).unwrap();
        let names = |at: &str| {
            let object = value.pointer(at).and_then(serde_json::Value::as_object);
            let mut names: Vec<_> = object.unwrap().keys().map(String::as_str).collect();
            names.sort_unstable();
            names.join(" ")
        };
        for (at, expected) in [
            (
                "",
                "chars coverage elements figures file findings genre parts sections stats",
            ),
            (
                "/elements",
                "addressee body_kind date doc_number issuer report_year signature signer title",
            ),
            ("/elements/title", "span text"),
            (
                "/sections/0",
                "chars heading id level marker parent run_in span title",
            ),
            (
                "/parts/0",
                "advice basis chars checks evidence id name required sections status",
            ),
            ("/parts/1/checks/0", "evidence id met name"),
            ("/coverage/0", "basis chars evidence id name sections"),
            (
                "/figures/0",
                "action indicator kind period qualifier section span subject text unit value whole",
            ),
            (
                "/findings/0",
                "after basis fix key message related rule severity span",
            ),
            ("/stats", "elapsed_us"),
        ] {
            assert_eq!(names(at), expected, "{at}");
        }
        let figure = value.pointer("/figures/0").unwrap();
        assert_eq!(figure["span"], serde_json::json!([29, 33]));
        assert_eq!(figure["whole"], 0);
        assert_eq!(figure["period"], serde_json::Value::Null);
    }
}
