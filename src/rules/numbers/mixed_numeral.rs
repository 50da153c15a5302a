//! Chinese and Arabic numerals inside one number: 十2所, 二百零3件, 两千6百人次, 二0二四年.

use crate::document::Document;
use crate::figures::numerals;
use crate::report::Severity;
use crate::rules::nearby::blocks;
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::sparse::sparse;

pub const RULE: Definition = Definition {
    code: "H19",
    slug: "mixed-numeral",
    title: "一个数里混用汉字和阿拉伯数字",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“十2所”“二百零3件”“两千6百人次”“二0二四年”这样，一个数里既有汉字又有阿拉伯数字的。“3万”“1.2亿”“5千”的写法不查。",
    why: "同一个数用一种数字，阿拉伯数字后面只用“万”“亿”作单位（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“惠及群众两千6百人次”，应为“2600人次”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for (start, text) in blocks(document) {
        let mut next = 0;
        for (at, _) in sparse(text).filter(|(_, c)| c.is_ascii_digit()) {
            let Some(head) = text.get(next..at) else {
                continue;
            };
            let from = next + head.trim_end_matches(is_numeral).len();
            let tail = text.get(from..).unwrap_or_default();
            let len = tail.find(|c| !is_numeral(c)).unwrap_or(tail.len());
            let (words, after) = tail.split_at_checked(len).unwrap_or((tail, ""));
            next = text.len() - after.len();
            let before = text.get(..from).unwrap_or_default();
            if let Some(rest) = before.strip_suffix("百分之") {
                drafts.extend(percent(words, after).map(|(len, right)| {
                    let range = start + rest.len()..start + from + len;
                    let message = format!("“百分之”后面用汉字，用阿拉伯数字时写作“{right}”。");
                    let draft = Draft::at(Severity::Warning, document.span(&range), message);
                    draft.instead(right, false).basis("GB/T 15835—2011")
                }));
                continue;
            }
            let Some(right) = right(words, before, after) else {
                continue;
            };
            drafts.push(
                Draft::at(
                    Severity::Warning,
                    document.span(&(start + from..start + from + len)),
                    format!("“{words}”混用了汉字和阿拉伯数字，请看是否应为“{right}”。"),
                )
                .instead(right, false)
                .basis("GB/T 15835—2011"),
            );
        }
    }
    drafts
}

/// 95 or 95.5 behind 百分之, where no % follows: its bytes, and the number with the sign.
fn percent(words: &str, after: &str) -> Option<(usize, String)> {
    let number = |c: char| c.is_ascii_digit() || c == '.';
    let rest = after.trim_start_matches(number);
    let decimals = after.get(..after.len() - rest.len())?;
    let arabic = words.chars().all(|c| c.is_ascii_digit());
    let len = words.len() + decimals.len();
    (arabic && !rest.starts_with('%')).then(|| (len, [words, decimals, "%"].concat()))
}

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || digit(c).is_some() || unit(c).is_some()
}

/// What a Chinese digit is worth.
fn digit(c: char) -> Option<u32> {
    numerals::digit(c).map(u32::from)
}

fn unit(c: char) -> Option<u64> {
    Some(match c {
        '十' => 10,
        '百' => 100,
        '千' => 1000,
        _ => return None,
    })
}

/// The number in Arabic numerals, where both kinds are mixed in it.
fn right(words: &str, before: &str, after: &str) -> Option<String> {
    const LONGEST: usize = 10;
    let chars = words.chars().count();
    if chars > LONGEST || words.len() == chars || before.ends_with('.') {
        return None;
    }
    let year = chars == 4
        && words.starts_with(['2', '二'])
        && !words.contains(|c| unit(c).is_some() || "一两".contains(c) && !words.starts_with('二'))
        && after.starts_with('年');
    if year {
        let digits = words.chars().map(|c| digit(c).or_else(|| c.to_digit(10)));
        let year: String = digits.flatten().map(|digit| digit.to_string()).collect();
        return year.starts_with("20").then_some(year);
    }
    let pairs = || words.chars().zip(words.chars().skip(1));
    // 十2, 零3, 千6; but 2024十大 and 三百2024年 are two things side by side.
    let joined = |(one, two): (char, char)| {
        (unit(one).is_some() || matches!(one, '零' | '〇')) && two.is_ascii_digit()
    };
    let tens = |(one, two): (char, char)| one.is_ascii_digit() && two == '十';
    let digits = words.split(|c: char| !c.is_ascii_digit());
    let long = digits.map(str::len).max().unwrap_or(0) > 3;
    let hours = after.starts_with("小时") && words.ends_with("24");
    let decimal = after.starts_with(['.', '%', '+', '-', '—', '°']) || before.ends_with(['+', '-']);
    let listed = after.starts_with(['大', '佳', '强', '优', '星', '条']) && words.ends_with('十');
    // 2千三百
    let unit_first = pairs().any(|(one, two)| one.is_ascii_digit() && unit(two).is_some())
        && words.contains(|c| digit(c).is_some());
    let mixed = unit_first || pairs().any(|pair| joined(pair) || tens(pair));
    if long || hours || decimal || listed || !mixed {
        return None;
    }
    let (mut sum, mut last) = (0_u64, 0_u64);
    for c in words.chars() {
        match (unit(c), c.to_digit(10).or_else(|| digit(c))) {
            (Some(unit), _) => {
                sum += last.max(1) * unit;
                last = 0;
            }
            (None, Some(digit)) => last = last * 10 + u64::from(digit),
            (None, None) => return None,
        }
    }
    Some((sum + last).to_string())
}
