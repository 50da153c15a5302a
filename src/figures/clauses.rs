//! Clauses cut down to the words that name something: without what opens and closes them, without verbs, and not too long.

use std::borrow::Cow;

use super::words;
use crate::text::marker::is_han;

/// The longest subject, in characters: it stands in a cell of a table.
pub const LONGEST: usize = 20;

/// Splits off the last clause: from the last mark of punctuation on. A bracket that closes again inside stays in.
pub fn last_clause(window: &str) -> (&str, &str) {
    let mut depth = 0usize;
    for (at, c) in window.char_indices().rev() {
        match c {
            ')' => depth += 1,
            '(' if depth > 0 => depth -= 1,
            '(' | ',' | '。' | ';' | ':' | '!' | '?' | '\n' | '|' if depth == 0 => {
                return window.split_at(at + c.len_utf8());
            }
            _ => {}
        }
    }
    ("", window)
}

/// The clause without what opens and closes it, cut down to what a cell holds.
pub fn clean(clause: &str) -> &str {
    clean_closed(closed(clause))
}

/// The clause without the marks before it and what closes it.
pub fn closed(clause: &str) -> &str {
    strip_closers(clause.trim_start_matches(['、', ',', ')', ';', '。', '”']))
}

/// What is left of a clause without its closing words, without what opens it, cut down to what a cell holds.
pub fn clean_closed(closed: &str) -> &str {
    let mut words = strip_openers(closed);
    // A list that says what it is a list of: 信访、征收等疑难事项
    if let Some((list, tail)) = words.rsplit_once('等')
        && list.contains('、')
        && tail.chars().count() >= 2
    {
        words = strip_openers(tail);
    }
    if let Some((at, verb)) = words::LIGHT
        .last_in(words)
        .filter(|&(at, verb)| is_done(words, at, verb))
    {
        let tail = strip_openers(words.get(at + verb.len()..).unwrap_or_default());
        if tail.chars().count() >= 2 {
            words = tail;
        }
    }
    if words.chars().count() > 16
        && let Some((at, verb)) = words::CUTS.last_in(words)
        && words
            .get(at + verb.len()..)
            .is_some_and(|tail| tail.chars().count() >= 2)
    {
        words = words.get(at..).unwrap_or(words);
    }
    while words.chars().count() > LONGEST {
        let Some(at) = words.find(['的', '、', '和', '及', '在']) else {
            break;
        };
        let tail = words.get(at..).unwrap_or_default();
        let tail = tail
            .get(tail.chars().next().map_or(0, char::len_utf8)..)
            .unwrap_or_default();
        if tail.chars().count() < 4 {
            break;
        }
        words = tail;
    }
    if let Some((at, _)) = words
        .char_indices()
        .rev()
        .nth(LONGEST - 1)
        .filter(|&(at, _)| at > 0)
    {
        words = words.get(at..).unwrap_or_default();
    }
    words
}

/// The words without what closes a clause before a numeral: 共, 达到, 增至.
#[must_use]
pub fn strip_closers(mut words: &str) -> &str {
    loop {
        if words::KEPT_CLOSERS.end_of(words).is_some() {
            return words;
        }
        words = match words::CLOSERS
            .strip_end(words)
            .or_else(|| strip_last_year(words))
        {
            Some(rest) => rest,
            None => return words,
        };
    }
}

/// The words without a year at their end: 增长到2023年.
fn strip_last_year(words: &str) -> Option<&str> {
    let head = words.strip_suffix('年')?;
    let rest = head.trim_end_matches(|c: char| c.is_ascii_digit());
    (head.len() - rest.len() == 4).then_some(rest)
}

/// The clause without what opens it: 全年共, 其中, 组织.
pub fn strip_openers(mut words: &str) -> &str {
    if let Some(rest) = words.strip_prefix(['一', '二', '三', '四', '五', '六', '七', '八', '九'])
    {
        words = rest.strip_prefix('是').unwrap_or(words);
    }
    loop {
        let after_year =
            words.trim_start_matches(|c: char| c.is_ascii_digit() || "-—~至".contains(c));
        if after_year.len() < words.len()
            && let Some(rest) = after_year.strip_prefix(['年', '月', '日'])
        {
            words = rest.strip_prefix(['度', '底', '初']).unwrap_or(rest);
            continue;
        }
        if words::KEPT_OPENERS.start_of(words).is_some() {
            return words;
        }
        match words::OPENERS.strip_start(words) {
            // 对口, 在线, 为民: a word, not an opener
            Some(rest)
                if rest.chars().count() >= 2
                    || words::SPOKEN.iter().any(|(short, _)| *short == rest) =>
            {
                words = rest
            }
            Some("")
                if words::TAKING_PART.start_of(words).is_none()
                    && words::WORK.start_of(words).is_none() =>
            {
                return "";
            }
            _ => return words,
        }
    }
}

/// The words without the verbs in front.
pub fn without_verbs(mut words: &str) -> &str {
    while let Some(rest) = words::WORK.strip_start(words) {
        if rest.chars().count() < 2 {
            break;
        }
        words = rest.trim_start_matches(['、', '和', '及', '与', '并', '了']);
    }
    words
}

/// The thing itself: without the verbs in front, and without what comes before the verb that it is the object of.
pub fn thing_of(words: &str) -> &str {
    let words = without_verbs(words);
    match words::OBJECT_VERBS.last_in(words) {
        Some((at, verb))
            if words
                .get(at + verb.len()..)
                .is_some_and(|tail| tail.chars().count() >= 2) =>
        {
            words.get(at + verb.len()..).unwrap_or(words)
        }
        _ => words,
    }
}

/// Whether a text is made of nothing but verbs of work and outcomes: 已化解, 调解成功.
pub fn is_verb(mut words: &str) -> bool {
    words = words.trim_start_matches("正在");
    while !words.is_empty() {
        let rest = words::WORK
            .strip_start(words)
            .or_else(|| words::STATES.strip_start(words))
            .or_else(|| words.strip_prefix(['已', '被', '并', '和', '、', '了', '共', '未']));
        match rest {
            Some(rest) => words = rest,
            None => return false,
        }
    }
    true
}

/// What the last verb of work of a clause is done to.
pub fn object_of(clause: &str) -> Option<&str> {
    let mut end = clause.len();
    while let Some((at, verb)) = words::WORK.last_in(clause.get(..end)?) {
        let tail = clause.get(at + verb.len()..)?;
        let tail = tail.trim_start_matches(['了', '各']);
        let object = tail.get(..phrase_end(tail))?;
        if object.chars().count() >= 2 && verb.chars().count() > 1 {
            return Some(object);
        }
        end = at;
    }
    None
}

/// Who acts, where it opens the clause or one before it in the sentence and is a body or a person with a name of its own: 便民服务中心,
/// 中心组.
pub fn actor<'a>(sentence: &'a str, clause: &'a str) -> Option<&'a str> {
    std::iter::once(clause)
        .chain(sentence.rsplit([',', ':', ';']))
        .find_map(|clause| {
            // 主持党组会议: the body is what is held, not who holds it.
            let held = [
                "主持", "召开", "组织", "列席", "参加", "出席", "带头", "向", "在",
            ];
            let clause = clause.trim_start_matches(['并', '还']);
            if held.iter().any(|word| clause.starts_with(word)) {
                return None;
            }
            let name = strip_openers(clause.get(..acting_body(clause)?)?);
            let plain = name
                .chars()
                .all(|c| is_han(c) && !"在由与和及向对为把将从".contains(c));
            (plain && name.chars().count() <= 12).then_some(name)
        })
}

/// Where the name of the first body or person ends that acts in a clause: 党工委中心组, 党委书记.
pub fn acting_body(clause: &str) -> Option<usize> {
    let (at, word) = words::ACTORS.first_in(clause)?;
    let mut end = at + word.len();
    while let Some(more) = clause
        .get(end..)
        .and_then(|rest| words::ACTORS.start_of(rest))
    {
        end += more.len();
    }
    Some(end)
}

/// The last name in quotes or title marks of a clause: 印发《普法责任清单》, 共建“楼上仲裁庭”.
pub fn named_in(clause: &str) -> Option<&str> {
    [('《', '》'), ('“', '”')]
        .into_iter()
        .find_map(|(open, close)| {
            let end = clause.rfind(close)?;
            let start = clause.get(..end)?.rfind(open)? + open.len_utf8();
            let name = clause.get(start..end)?;
            (2..=14).contains(&name.chars().count()).then_some(name)
        })
}

/// Whether a light verb is what somebody does: not the body in 社会组织, not the noun in 开展情况.
fn is_done(words: &str, at: usize, verb: &str) -> bool {
    let head = words.get(..at).unwrap_or_default();
    let tail = words.get(at + verb.len()..).unwrap_or_default();
    let body = verb == "组织"
        && ["其他", "社会", "党", "基层", "群团", "经济", "自治"]
            .iter()
            .any(|kind| head.ends_with(kind));
    !body
        && !["情况", "过程", "的", "方案", "以来", "部"]
            .iter()
            .any(|word| tail.starts_with(word))
}

/// Where the noun phrase at the start of a text ends, in bytes.
pub fn phrase_end(after: &str) -> usize {
    const LONGEST_PHRASE: usize = 18;
    let mut quoted = false;
    for (count, (at, c)) in after.char_indices().enumerate() {
        if count == LONGEST_PHRASE || c.is_whitespace() {
            return at;
        }
        match c {
            '“' => quoted = true,
            '”' => quoted = false,
            _ => {}
        }
        let rest = after.get(at..).unwrap_or_default();
        if !quoted && words::ENDERS.start_of(rest).is_some() && !is_inside_word(after, at) {
            // 场所查了: the verb before 了 goes too
            let verb = after
                .get(..at)
                .and_then(|phrase| phrase.chars().next_back());
            return match verb {
                Some(verb) if c == '了' && count > 1 => at - verb.len_utf8(),
                _ => at,
            };
        }
    }
    after.len()
}

/// Where the noun phrase ends that begins with what somebody did: 推进缓慢的社区. Nothing of the kind ends at once.
pub fn attributed_end(after: &str) -> usize {
    const LONGEST: usize = 24;
    let head = after
        .get(..after.floor_char_boundary(LONGEST))
        .unwrap_or_default();
    let Some(at) = head.find('的').map(|at| at + '的'.len_utf8()) else {
        return 0;
    };
    let tail = after.get(at..).unwrap_or_default();
    match phrase_end(tail) {
        0 => 0,
        end => at + end,
    }
}

/// What is said of a noun phrase, at the start of the words behind it: 开展检查 of 均开展检查. Nothing where a number, a change or a
/// part of it is told.
pub fn predicate(rest: &str) -> Option<&str> {
    let mut said = rest;
    while let Some(more) = words::ADVERBS.strip_start(said) {
        said = more;
    }
    let plain = said.chars().all(|c| is_han(c) || "“”《》".contains(c)) && !said.contains('的');
    let telling = words::NOT_SAID.start_of(said).is_none();
    let ends = !said.ends_with(['到', '至', '为', '给', '从', '向', '在', '了']);
    (plain && telling && ends && (2..=12).contains(&said.chars().count())).then_some(said)
}

/// Whether what looks like the end of a phrase is part of a longer word: 为 in 行为, 共 in 公共; 用 in 用户.
fn is_inside_word(after: &str, at: usize) -> bool {
    let goes_on = words::KEEPS.start_of(after.get(at..).unwrap_or_default());
    goes_on.is_some() || words::INSIDE.covers(after, at, false)
}

/// Two parts put together, without a word said twice.
#[must_use]
pub fn join(first: &str, second: &str) -> String {
    if first.ends_with(second) {
        return first.to_owned();
    }
    format!("{first}{second}")
}

/// Whether two texts share two characters in a row.
#[must_use]
pub fn overlap(a: &str, b: &str) -> bool {
    let pairs = |text: &str| text.chars().zip(text.chars().skip(1)).collect::<Vec<_>>();
    let of_a = pairs(a);
    pairs(b).iter().any(|pair| of_a.contains(pair))
}

/// Fit for a cell: full-width brackets, quotes in pairs or not at all, not too long; nothing where nothing is left.
#[must_use]
pub fn tidy(words: &str) -> Option<String> {
    let words = words.trim_matches(|c: char| "、,.;:的 -—·”".contains(c));
    let mut words = unpaired_dropped(words);
    let said = words
        .find('的')
        .and_then(|end| words.get(..end))
        .map(str::to_owned);
    for &(spoken, formal) in words::FORMAL {
        let head = words.strip_suffix(spoken);
        let head = head.or_else(|| said.as_deref()?.strip_suffix(spoken));
        if let Some(at) = head.map(str::len) {
            words.to_mut().replace_range(at..at + spoken.len(), formal);
            break;
        }
    }
    let from = words.chars().count().saturating_sub(LONGEST + 4);
    let mut tidied = String::with_capacity(words.len());
    let mut letters = 0;
    for c in words.chars().skip(from) {
        letters += usize::from(is_han(c));
        tidied.push(match c {
            '(' => '（',
            ')' => '）',
            c => c,
        });
    }
    (letters >= 2 || words::SHORT.contains(&tidied) && letters == 1).then_some(tidied)
}

/// The words without quotes, title marks and brackets that are not in pairs.
fn unpaired_dropped(words: &str) -> Cow<'_, str> {
    let mut words = Cow::Borrowed(words);
    if !words.contains(['“', '”', '《', '》', '(', ')']) {
        return words;
    }
    for (open, close) in [('“', '”'), ('《', '》'), ('(', ')')] {
        if words.matches(open).count() != words.matches(close).count() {
            words = words.replace([open, close], "").into();
        }
    }
    words
}

#[cfg(test)]
mod tests;
