//! The findings that a reader has chosen to ignore, by their keys: hashes, from which no word of a text can be read.

use std::collections::HashMap;

use crate::report::Finding;
use crate::text::Utf16Span;

/// So many keys are kept, the newest ones.
const MOST: usize = 2000;

/// The keys, each with its place in the order in which they came.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Ignored(HashMap<String, usize>);

impl Ignored {
    /// Whether a finding is ignored.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.0.contains_key(key)
    }

    /// Ignores a finding from now on.
    pub fn add(&mut self, key: &str) {
        let last = self.0.values().max().copied().unwrap_or_default();
        self.0.insert(key.to_owned(), last + 1);
    }

    /// Ignores it no longer.
    pub fn remove(&mut self, key: &str) {
        self.0.remove(key);
    }

    /// The one of these keys that was ignored last.
    #[must_use]
    pub fn last<'k>(&self, keys: impl Iterator<Item = &'k str>) -> Option<&'k str> {
        keys.filter_map(|key| Some((self.0.get(key)?, key)))
            .max()
            .map(|(_, key)| key)
    }

    /// What is written down.
    #[must_use]
    pub fn written(&self) -> String {
        let mut keys: Vec<(usize, &str)> = self.0.iter().map(|(key, &at)| (at, &**key)).collect();
        keys.sort_unstable();
        let old = keys.len().saturating_sub(MOST);
        let keys: Vec<&str> = keys.into_iter().skip(old).map(|(_, key)| key).collect();
        keys.join(" ")
    }

    /// What was written down. Whatever is no key is passed over.
    #[must_use]
    pub fn read(written: &str) -> Self {
        let keys = written.split_ascii_whitespace().filter(|key| {
            let hash = key.split('-').next().unwrap_or_default();
            hash.len() == 16 && hash.bytes().all(|byte| byte.is_ascii_hexdigit())
        });
        let keys: Vec<&str> = keys.collect();
        let old = keys.len().saturating_sub(MOST);
        let kept = keys.into_iter().skip(old).map(str::to_owned);
        Self(kept.zip(1..).collect())
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
        if self.0.is_empty() {
            return;
        }
        let mut before = HashMap::new();
        for finding in old {
            if let Some(span) = finding.span.and_then(&moved) {
                before.insert((span.start, span.end, &*finding.rule), &*finding.key);
            }
        }
        let same = |finding: &Finding<Utf16Span>| {
            let span = finding.span?;
            let key = before.get(&(span.start, span.end, &*finding.rule))?;
            (*key != finding.key).then_some(*key)
        };
        let renamed: Vec<_> = new
            .iter()
            .filter_map(|finding| {
                let key = same(finding)?;
                Some((key, &*finding.key, self.0.get(key).copied()))
            })
            .collect();
        for (old, ..) in &renamed {
            self.0.remove(*old);
        }
        for (_, new, at) in renamed {
            match at {
                Some(at) => self.0.insert(new.to_owned(), at),
                None => self.0.remove(new),
            };
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
        assert_eq!(ignored.0.len(), 1);
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
        let cut = Change {
            at: two
                .split_once(ALIKE)
                .and_then(|(head, _)| u32::try_from(head.encode_utf16().count()).ok())
                .unwrap(),
            removed: u32::try_from(ALIKE.encode_utf16().count() + 1).unwrap(),
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
        assert_eq!(read.0.len(), MOST);
        assert!(read.has("0123456789abcdef-2") && !read.has(&format!("{:016x}", 0)));
        assert_eq!(
            Ignored::read("<b> 全文 12 0123456789abcdeg"),
            Ignored::default()
        );
        let keys = [format!("{:016x}", 9), format!("{:016x}", 2000)];
        assert_eq!(
            read.last(keys.iter().map(String::as_str)),
            Some(keys[1].as_str())
        );
    }
}
