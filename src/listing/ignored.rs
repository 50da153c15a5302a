//! The findings that a reader has chosen to ignore, by their keys: hashes, from which no word of a text can be read.

use std::collections::HashMap;

use crate::report::Finding;
use crate::text::Utf16Span;

/// So many keys are kept, the newest ones.
const MOST: usize = 2000;

/// The keys, in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ignored {
    keys: Vec<String>,
    /// The same keys, to look them up.
    known: HashMap<String, usize>,
}

impl Ignored {
    /// Whether a finding is ignored.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.known.contains_key(key)
    }

    /// Ignores a finding from now on.
    pub fn add(&mut self, key: &str) {
        self.remove(key);
        self.keys.push(key.to_owned());
        self.known.insert(key.to_owned(), 1);
    }

    /// Ignores it no longer.
    pub fn remove(&mut self, key: &str) {
        if self.known.remove(key).is_some() {
            self.keys.retain(|known| known != key);
        }
    }

    /// The one of these findings that was ignored last.
    #[must_use]
    pub fn last<'f, S>(&self, findings: &'f [Finding<S>]) -> Option<&'f str> {
        let found = |key: &String| findings.iter().find(|finding| finding.key == *key);
        let last = self.keys.iter().rev().find_map(found);
        last.map(|finding| finding.key.as_str())
    }

    /// What is written down.
    #[must_use]
    pub fn written(&self) -> String {
        let old = self.keys.len().saturating_sub(MOST);
        self.keys.get(old..).unwrap_or_default().join(" ")
    }

    /// What was written down. Whatever is no key is passed over.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let mut ignored = Self::default();
        for key in written.split(' ').take(MOST) {
            let hash = key.split('-').next().unwrap_or_default();
            if hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit()) {
                ignored.add(key);
            }
        }
        ignored
    }

    /// Follows the findings from one check to the next. A key speaks of the words around a place, and where two alike stand in like words, of
    /// their order: an edit beside a place, or the end of its likeness, would give it another key. So each finding that stands where one of
    /// the same rule stood before is ignored just as that was. `moved` tells where a span has come to stand.
    pub fn follow(
        &mut self,
        old: &[Finding<Utf16Span>],
        new: &[Finding<Utf16Span>],
        moved: impl Fn(Utf16Span) -> Option<Utf16Span>,
    ) {
        if self.keys.is_empty() {
            return;
        }
        // In the order of the text, as both lists are.
        let before: Vec<_> = old
            .iter()
            .filter_map(|finding| Some((moved(finding.span?)?, finding)))
            .collect();
        let renamed: Vec<_> = new
            .iter()
            .filter_map(|finding| {
                let span = finding.span?;
                let from = before.partition_point(|(place, _)| place.start < span.start);
                let here = before.get(from..).unwrap_or_default().iter();
                let (_, was) = here
                    .take_while(|(place, _)| place.start == span.start)
                    .find(|(place, was)| place.end == span.end && was.rule == finding.rule)?;
                (was.key != finding.key).then(|| (&was.key, &finding.key, self.has(&was.key)))
            })
            .collect();
        for (old, ..) in &renamed {
            self.remove(old);
        }
        for (_, new, stays) in renamed {
            if stays {
                self.add(new);
            } else {
                self.remove(new);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Change;
    use crate::report::{Settings, Utf16Report};
    use crate::text::Source;

    fn report(text: &str) -> Utf16Report {
        let source = Source::new(text);
        crate::analyse(&source, &Settings::default()).to_utf16(&source)
    }

    fn text(lines: &[&str]) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{}\n二、存在的不足和原因\n人手少。",
            lines.join("\n")
        )
    }

    /// The keys of a rule in the order of the text.
    fn keys(report: &Utf16Report) -> Vec<&str> {
        let findings = report.findings.iter();
        let of_rule = findings.filter(|finding| finding.rule == "percent-over-100");
        of_rule.map(|finding| finding.key.as_str()).collect()
    }

    /// Which of them are ignored after the text changed.
    fn after(ignored: &mut Ignored, old: &str, new: &str) -> Vec<bool> {
        let (was, is) = (report(old), report(new));
        let (change, _) = Change::between(old, new).unwrap();
        ignored.follow(&was.findings, &is.findings, |span| change.moved(span));
        keys(&is).into_iter().map(|key| ignored.has(key)).collect()
    }

    const ALIKE: &str = "各村各社区法律顾问参与办理的来信来访的按期办结率120.5%，群众对办理的情况和结果总的来说是满意的。";

    #[test]
    fn an_edit_beside_a_place_leaves_it_ignored() {
        let old = text(&["全年办结率为120%。"]);
        let mut ignored = Ignored::default();
        ignored.add(keys(&report(&old)).first().unwrap());
        let new = text(&["据统计，全年办结率为120%，有所提高。"]);
        let between = text(&["据统计，全年办结率为120%。"]);
        assert_eq!(after(&mut ignored, &old, &between), [true]);
        assert_eq!(after(&mut ignored, &between, &new), [true]);
        assert_eq!(ignored.keys.len(), 1);
    }

    #[test]
    fn of_two_alike_each_keeps_its_own() {
        let (one, two) = (text(&[ALIKE]), text(&[ALIKE, ALIKE]));
        let both = report(&two);
        let [first, second] = keys(&both)[..] else {
            panic!("two alike")
        };
        assert_eq!(second, format!("{first}-2"));
        // The first goes: the second takes its key over, but not what was said of it.
        let units = |text: &str| u32::try_from(text.encode_utf16().count()).unwrap();
        let cut = Change {
            at: units(two.split(ALIKE).next().unwrap()),
            removed: units(ALIKE) + 1,
            inserted: 0,
        };
        let left = report(&one);
        for (key, stays) in [(first, false), (second, true)] {
            let mut ignored = Ignored::default();
            ignored.add(key);
            ignored.follow(&both.findings, &left.findings, |span| cut.moved(span));
            assert_eq!(ignored.has(keys(&left)[0]), stays);
        }
    }

    #[test]
    fn what_is_written_down_is_bounded_and_read_again() {
        let mut ignored = Ignored::default();
        for number in 0..MOST + 5 {
            ignored.add(&format!("{number:016x}"));
        }
        ignored.add("0123456789abcdef-2");
        let written = ignored.written();
        let read = Ignored::read(&written);
        assert_eq!(read.written(), written);
        assert_eq!(read.keys.len(), MOST);
        assert!(read.has("0123456789abcdef-2") && !read.has(&format!("{:016x}", 0)));
        assert_eq!(
            Ignored::read("<b> 全文 12 0123456789abcdeg"),
            Ignored::default()
        );
        let text = text(&["办结率为120%。", "到会率为130%。"]);
        let report = report(&text);
        let mut ignored = Ignored::default();
        assert_eq!(ignored.last(&report.findings), None);
        for key in [keys(&report)[1], keys(&report)[0], "0123456789abcdef"] {
            ignored.add(key);
        }
        assert_eq!(ignored.last(&report.findings), Some(keys(&report)[0]));
    }
}
