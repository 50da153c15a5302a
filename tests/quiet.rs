//! Good reports: on each sample that a careful reader finds faultless (`"clean": true` in its label) there is no error and no warning, and
//! no more than three notices. A finding here means that the rule or the text is at fault: ask what a careful official would say.

use std::fs;
use std::path::Path;

use fazhi_check::report::{Purpose, Settings, Severity};
use fazhi_check::text::Source;
use serde_json::Value;

/// How many places worth a look a good report may have.
const NOTICES: usize = 3;

#[test]
fn a_good_report_is_left_in_peace() {
    let root = Path::new("tests/samples");
    let (mut seen, mut noise) = (0, Vec::new());
    for entry in fs::read_dir(root.join("labels/reports")).unwrap() {
        let label = fs::read_to_string(entry.unwrap().path()).unwrap();
        let label: Value = serde_json::from_str(&label).unwrap();
        if label["clean"] != true {
            continue;
        }
        seen += 1;
        let name = label["text"].as_str().unwrap();
        let source = Source::new(&fs::read_to_string(root.join("reports").join(name)).unwrap());
        let findings = fazhi_check::analyse(&source, &Settings::default()).findings;
        let notices = findings
            .iter()
            .filter(|finding| finding.severity == Severity::Notice)
            .count();
        for finding in &findings {
            if finding.severity != Severity::Notice || notices > NOTICES {
                let words = finding.span.map_or("", |span| source.slice(span));
                noise.push(format!(
                    "{name}: {} {:?} at {words:?}: {}",
                    finding.rule, finding.severity, finding.message
                ));
            }
        }
    }
    assert!(seen >= 20, "only {seen} good reports");
    noise.sort_unstable();
    assert!(noise.is_empty(), "{}", noise.join("\n"));
}

/// What is sent to a superior body needs more (number, signer, addressee, signature, date); whoever has it all hears nothing either.
#[test]
fn a_full_submission_is_left_in_peace() {
    for name in ["clean_township_2024.txt", "clean_department_2024.txt"] {
        let text = fs::read_to_string(Path::new("tests/samples/reports").join(name)).unwrap();
        let settings = Settings {
            purpose: Purpose::Submission,
            ..Settings::default()
        };
        let findings = fazhi_check::analyse(&Source::new(&text), &settings).findings;
        let loud: Vec<_> = findings
            .iter()
            .filter(|finding| finding.severity != Severity::Notice)
            .map(|finding| (&finding.rule, &finding.message))
            .collect();
        assert!(loud.is_empty(), "{name}: {loud:?}");
    }
}
