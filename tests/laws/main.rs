//! What must hold for any text: no panic, spans on boundaries and in order, the same text the same report; a sure fix removes its finding and
//! brings no other; what stands elsewhere does not change the key of a finding. Over every sample, thousands of seeded mutations of them, and
//! samples into which the faults of the rules' own cases are sown (`texts`); `law` holds a report to them, `fixes` looks at the sure fixes, `any_text` and
//! `numerals` go through texts and numbers at random.

mod any_text;
mod edits;
mod fixes;
mod law;
mod numerals;
#[path = "../random/mod.rs"]
mod random;
mod texts;

use std::collections::HashSet;

use fazhi_check::report::{Purpose, Settings};
use fazhi_check::text::{Source, Span};

use fixes::{Strict, broken_alone, broken_fixes, told};
use law::lawful;
use random::Random;
use texts::{faults, mutate, samples};

/// Every law that one text can break.
fn obey(name: &str, text: &str) {
    let source = Source::new(text);
    for settings in [
        Settings::default(),
        Settings {
            report_year: Some(2023),
            purpose: Purpose::Submission,
            ..Settings::default()
        },
    ] {
        let report = lawful(name, &source, &settings);
        let broken = broken_fixes(&source, &report, &settings, Strict(false));
        assert!(broken.is_empty(), "{name}:\n{}", broken.join("\n"));
        edits::made_as_one(&source, &report.to_utf16(&source));
    }
}

#[test]
fn every_sample_obeys() {
    for (name, text) in samples() {
        obey(&name, &text);
    }
}

#[test]
fn thousands_of_mutations_obey() {
    let mut random = Random(20_240_401);
    let samples = samples();
    for round in 0..3000 {
        let (name, text) = &samples[round % samples.len()];
        let mut mutated = text.clone();
        for _ in 0..=random.below(3) {
            if mutated.lines().count() > 0 {
                mutated = mutate(&mutated, &mut random);
            }
        }
        obey(&format!("{name}, round {round}"), &mutated);
    }
}

#[test]
fn each_sure_fix_of_a_sample_does_what_it_says() {
    for (name, text) in samples() {
        let source = Source::new(&text);
        let settings = Settings::default();
        let report = fazhi_check::analyse(&source, &settings);
        let mut broken = broken_fixes(&source, &report, &settings, Strict(true));
        broken.extend(broken_alone(&source, &report, &settings, Strict(true)));
        assert!(broken.is_empty(), "{name}:\n{}", broken.join("\n"));
    }
}

/// Faults of many rules in one text, beside and in each other's paragraphs.
#[test]
fn samples_with_sown_faults_obey() {
    let mut random = Random(20_250_401);
    let (samples, faults) = (samples(), faults());
    for round in 0..400 {
        let (name, text) = &samples[round % samples.len()];
        let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
        for _ in 0..=random.below(8) {
            let fault = &faults[random.below(faults.len())];
            let at = random.below(lines.len());
            if random.below(2) == 0 {
                lines.insert(at, fault.clone());
            } else {
                lines[at].push_str(fault);
            }
        }
        obey(&format!("{name}, sown {round}"), &lines.join("\n"));
    }
}

/// A word more in one paragraph: a finding that does not speak of it, and is not beside it, keeps its key.
#[test]
fn keys_stay_when_a_paragraph_elsewhere_is_changed() {
    /// As many bytes on either side of a finding as may be its neighbours.
    const BESIDE: usize = 120;
    let mut random = Random(20_260_401);
    let (samples, faults) = (samples(), faults());
    let (mut changed, mut kept) = (0, 0);
    for round in 0..300 {
        let (name, text) = &samples[round % samples.len()];
        let mut lines: Vec<&str> = text.lines().collect();
        for _ in 0..4 {
            lines.insert(
                random.below(lines.len()),
                &faults[random.below(faults.len())],
            );
        }
        let source = Source::new(&lines.join("\n"));
        let text = source.text();
        let report = fazhi_check::analyse(&source, &Settings::default());
        // A comma in a paragraph that is long enough not to be a heading, an element, or what stands about the text.
        let commas: Vec<usize> = text
            .match_indices('，')
            .map(|(at, _)| at)
            .filter(|&at| {
                let line = text[..at].rfind('\n').map_or(0, |at| at + 1);
                let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
                line > 0 && end - line > 150
            })
            .collect();
        if commas.is_empty() {
            continue;
        }
        let at = commas[random.below(commas.len())] + '，'.len_utf8();
        let after = format!("{}同时{}", &text[..at], &text[at..]);
        let start = text[..at].rfind('\n').map_or(0, |at| at + 1);
        let end = text[at..].find('\n').map_or(text.len(), |end| at + end);
        let place = Span::new(start.saturating_sub(BESIDE), (end + BESIDE).min(text.len()));
        let keys: HashSet<String> =
            fazhi_check::analyse(&Source::new(&after), &Settings::default())
                .findings
                .into_iter()
                .map(|finding| finding.key)
                .collect();
        changed += 1;
        for finding in &report.findings {
            let related = finding.related.iter().map(|related| related.span);
            let edits = finding.fix.iter().flat_map(|fix| &fix.edits);
            let mut speaks = finding
                .span
                .into_iter()
                .chain(related)
                .chain(edits.map(|edit| edit.span));
            if speaks.any(|span| span.overlaps(place)) {
                continue;
            }
            kept += 1;
            assert!(
                keys.contains(&finding.key),
                "{name}, round {round}: another key after “同时” in line {}:\n{}",
                source.line(Span::new(at, at)),
                told(&source, finding)
            );
        }
    }
    assert!(changed >= 200, "only {changed} texts were changed");
    assert!(kept >= 300, "only {kept} findings were looked at");
}

#[test]
fn strange_texts_obey() {
    for text in [
        "",
        "\n",
        " ",
        "\0",
        "一",
        "一、",
        "（一）",
        "1.",
        "《",
        "“",
        "第",
        "万万万亿",
        "百分之",
        "1,2,3,4",
        "1.2.3.4.5",
        "一是一是一是",
        "。。。。",
        "：：：",
        "2024",
        "2024年",
        "🚓🚓🚓",
        "\u{feff}\u{feff}",
        "-1-\n-2-\n",
        "| | | |",
        "附件：1.",
        "报告",
        "某镇2024年法治政府建设年度报告",
        "本年10月至5月办案3件",
        "2024年12月至2024年1月办案3件",
        // Found by fuzzing.
        include_str!("finds/titles-over-each-other.txt"),
        "百分之444444444444444444444444444444444444444444444",
    ] {
        obey(text, text);
        obey(text, &text.repeat(50));
    }
}
