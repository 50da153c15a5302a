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
}
