//! The literate cases of `tests/cases`: prose, a fence with a text, a fence with the facts that must hold of its report.
//!
//! A fact is a line as [`facts`] prints it; `not` before it says that it must not hold; `count KIND N` counts the lines that begin with a word.

use std::fs;

use fazhi_check::report::{Purpose, Report, Settings};
use fazhi_check::text::{Source, Span};

struct Case {
    place: String,
    settings: Settings,
    text: String,
    expected: Vec<String>,
}

/// Reads the fences of a file: ```` ```text ```` or ```` ```text submission ````, then ```` ```expect ````.
fn cases(path: &str, content: &str) -> Vec<Case> {
    let mut cases = Vec::new();
    let mut fence: Option<(String, Vec<&str>, usize)> = None;
    let mut pending: Option<(Settings, String)> = None;
    for (number, line) in content.lines().enumerate() {
        match &mut fence {
            None => {
                if let Some(info) = line.strip_prefix("```") {
                    fence = Some((info.to_owned(), Vec::new(), number + 1));
                }
            }
            Some((info, lines, start)) if line == "```" => {
                let body = lines.join("\n");
                let place = format!("{path}:{start}");
                if let Some(options) = info.strip_prefix("text") {
                    assert!(pending.is_none(), "{place}: two texts in a row");
                    let purpose = match options.trim() {
                        "" => Purpose::Public,
                        "submission" => Purpose::Submission,
                        other => panic!("{place}: unknown option {other}"),
                    };
                    let settings = Settings {
                        purpose,
                        ..Settings::default()
                    };
                    pending = Some((settings, body));
                } else {
                    assert_eq!(info.as_str(), "expect", "{place}: unknown fence");
                    let (settings, text) = pending
                        .take()
                        .unwrap_or_else(|| panic!("{place}: no text before"));
                    let expected: Vec<String> = lines.iter().map(|l| (*l).to_owned()).collect();
                    assert!(!expected.is_empty(), "{place}: nothing is expected");
                    cases.push(Case {
                        place,
                        settings,
                        text,
                        expected,
                    });
                }
                fence = None;
            }
            Some((_, lines, _)) => lines.push(line),
        }
    }
    assert!(
        fence.is_none() && pending.is_none(),
        "{path}: an open fence or a text without expectations"
    );
    cases
}

fn name<T: serde::Serialize>(value: &T) -> String {
    match serde_json::to_value(value).unwrap() {
        serde_json::Value::String(name) => name,
        other => other.to_string(),
    }
}

/// What is said of a report, a line each.
fn facts(source: &Source, report: &Report<Span>) -> Vec<String> {
    let mut lines = vec![format!("genre {}", name(&report.genre))];
    let e = &report.elements;
    for (label, element) in [
        ("title", &e.title),
        ("issuer", &e.issuer),
        ("number", &e.doc_number),
        ("signer", &e.signer),
        ("addressee", &e.addressee),
        ("signature", &e.signature),
    ] {
        lines.extend(element.as_ref().map(|e| format!("{label} {}", e.text)));
    }
    lines.extend(e.date.as_ref().map(|d| format!("date {}", d.iso)));
    lines.extend(e.report_year.map(|y| format!("year {y}")));
    lines.extend(e.body_kind.map(|k| format!("body {}", name(&k))));
    for s in &report.sections {
        let run_in = if s.run_in { " run-in" } else { "" };
        lines.push(format!(
            "section {} {}{}{run_in}",
            s.level, s.marker, s.title
        ));
    }
    for p in &report.parts {
        lines.push(format!("part {} {}", name(&p.id), name(&p.status)));
        for c in &p.checks {
            let met = if c.met { "met" } else { "unmet" };
            lines.push(format!("check {} {} {met}", name(&p.id), c.id));
        }
    }
    for c in report.coverage.iter().filter(|c| c.chars > 0) {
        lines.push(format!("topic {}", c.id));
    }
    for f in &report.figures {
        let qualifier = f
            .qualifier
            .as_ref()
            .map(|q| format!(" {q}"))
            .unwrap_or_default();
        lines.push(format!(
            "figure {} = {} {}{qualifier}",
            f.text, f.value, f.unit
        ));
        if let Some(whole) = f.whole {
            lines.push(format!("within {} {}", report.figures[whole].text, f.text));
        }
        lines.extend(f.period.iter().map(|p| format!("period {} {p}", f.text)));
    }
    for f in &report.findings {
        let words = f
            .span
            .map(|s| format!(" {}", source.slice(s)))
            .unwrap_or_default();
        lines.push(format!("finding {} {}{words}", f.rule, name(&f.severity)));
    }
    lines
}

#[test]
fn every_case_holds() {
    let mut paths: Vec<_> = fs::read_dir("tests/cases")
        .unwrap()
        .map(|e| e.unwrap().path())
        .collect();
    paths.sort();
    let mut misses = Vec::new();
    let mut seen = 0;
    for path in paths {
        let path_name = path.display().to_string();
        for case in cases(&path_name, &fs::read_to_string(&path).unwrap()) {
            seen += 1;
            let source = Source::new(&case.text);
            let lines = facts(&source, &fazhi_check::analyse(&source, &case.settings));
            for expected in &case.expected {
                let holds = if let Some(fact) = expected.strip_prefix("not ") {
                    !lines.iter().any(|line| line == fact)
                } else if let Some(count) = expected.strip_prefix("count ") {
                    let (kind, wanted) = count.rsplit_once(' ').unwrap();
                    let kind = format!("{kind} ");
                    lines.iter().filter(|line| line.starts_with(&kind)).count()
                        == wanted.parse::<usize>().unwrap()
                } else {
                    lines.contains(expected)
                };
                if !holds {
                    misses.push(format!(
                        "{}: {expected}\n  got:\n    {}",
                        case.place,
                        lines.join("\n    ")
                    ));
                }
            }
        }
    }
    assert!(seen >= 18, "only {seen} cases");
    assert!(misses.is_empty(), "{}", misses.join("\n"));
}
