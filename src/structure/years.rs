//! Years in the words of a report: 2024年, 二〇二四年. Ranges, the names of documents and numbers of documents give none.

use std::ops::Range;

use crate::text::date;

/// The years named in a folded text, each with its range (the digits alone).
#[must_use]
pub fn named(text: &str) -> Vec<(u16, Range<usize>)> {
    let mut found = Vec::new();
    let mut depth = 0usize;
    let mut previous = '\0';
    let mut skip_to = 0;
    for (at, c) in text.char_indices() {
        let before = std::mem::replace(&mut previous, c);
        match c {
            '《' | '〔' => depth += 1,
            '》' | '〕' | '\n' | '。' => depth = 0,
            _ if at < skip_to || depth > 0 => {}
            _ => {
                if let Some((year, len)) = date::year(text.get(at..).unwrap_or_default()) {
                    skip_to = at + len;
                    let rest = text.get(at + len..).unwrap_or_default();
                    let half_of_range =
                        "-—–~至".contains(before) || rest.starts_with(['-', '—', '–', '~', '至']);
                    if !before.is_ascii_digit() && !half_of_range && rest.starts_with('年') {
                        found.push((year, at..at + len));
                    }
                }
            }
        }
    }
    found
}

/// The year named most often, the latest of equals last; days such as 2024年3月 do not count.
#[must_use]
pub fn usual(text: &str) -> Option<u16> {
    let mut counts: Vec<(u16, usize)> = Vec::new();
    for (year, range) in named(text) {
        let rest = text
            .get(range.end..)
            .unwrap_or_default()
            .trim_start_matches('年');
        let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
        let month =
            (1..=2).contains(&digits) && rest.get(digits..).is_some_and(|r| r.starts_with('月'));
        if month || rest.starts_with("至今") {
            continue;
        }
        match counts.iter_mut().find(|(known, _)| *known == year) {
            Some((_, count)) => *count += 1,
            None => counts.push((year, 1)),
        }
    }
    // `max_by_key` keeps the last of equals: in reverse, the one named first.
    counts
        .into_iter()
        .rev()
        .max_by_key(|&(_, count)| count)
        .map(|(year, _)| year)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn years_are_named_by_themselves() {
        for (text, years) in [
            ("2024年主要安排", vec![2024]),
            ("二〇二四年度情况", vec![2024]),
            ("2024年存在的问题和2025年安排", vec![2024, 2025]),
            (
                "落实《法治政府建设实施纲要(2021—2025年)》2024年度情况",
                vec![2024],
            ),
            ("2021—2025年", vec![]),
            ("某政发〔2024〕3号", vec![]),
            ("全年2024件", vec![]),
        ] {
            let got: Vec<u16> = named(text).into_iter().map(|(year, _)| year).collect();
            assert_eq!(got, years, "{text}");
        }
    }

    #[test]
    fn days_do_not_decide() {
        assert_eq!(
            usual("2019年7月以来,我镇推进法治建设。2024年办案3件。"),
            Some(2024)
        );
    }
}
