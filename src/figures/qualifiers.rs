//! The words that make a figure about so much: 近 约 不足 超 至少 before it, 以上 以下 左右 behind it.

use super::numerals::char_before;

/// What stands right before a numeral, and the qualifier it comes to. The longer ones come first.
const BEFORE: &[(&str, &str)] = &[
    ("不低于", "至少"),
    ("不少于", "至少"),
    ("不下于", "至少"),
    ("不超过", "以下"),
    ("不高于", "以下"),
    ("不多于", "以下"),
    ("不大于", "以下"),
    ("不足", "不足"),
    ("不到", "不足"),
    ("未到", "不足"),
    ("超过", "超"),
    ("超出", "超"),
    ("突破", "超"),
    ("高于", "超"),
    ("多于", "超"),
    ("大于", "超"),
    ("低于", "不足"),
    ("少于", "不足"),
    ("小于", "不足"),
    ("接近", "近"),
    ("将近", "近"),
    ("大约", "约"),
    ("至少", "至少"),
    ("最少", "至少"),
    ("起码", "至少"),
    ("不下", "至少"),
    ("最多", "以下"),
    ("至多", "以下"),
    ("近", "近"),
    ("约", "约"),
    ("超", "超"),
    ("逾", "超"),
];

/// How the words before a numeral end: most numerals have none of them before.
const LAST: &str = "于过足到出破近约少码下多超逾";

/// Characters that make another word of 近 and 约: 附近, 签约.
const WORDS_ENDING: &[(&str, &str)] = &[
    ("近", "附最临就靠邻远亲"),
    ("约", "签节预违合特条缔制履公邀集守民乡相盟解"),
    ("超", "反赶高"),
];

/// What stands right behind a unit, and the qualifier it comes to.
const AFTER: &[(&str, &str)] = &[
    ("及以上", "以上"),
    ("(含)以上", "以上"),
    ("及以下", "以下"),
    ("(含)以下", "以下"),
    ("以上", "以上"),
    ("之上", "以上"),
    ("以下", "以下"),
    ("之下", "以下"),
    ("左右", "左右"),
    ("上下", "左右"),
];

/// The qualifier right before a numeral, and where it starts.
#[must_use]
pub fn before(text: &str, numeral: usize) -> Option<(&'static str, usize)> {
    // 超过了20件, 至少有5名, 约为三成
    let direct = text.get(..numeral)?;
    let stripped = direct.strip_suffix(['了', '有', '为', '达']);
    [Some(direct), stripped]
        .into_iter()
        .flatten()
        .filter(|head| head.ends_with(|c| LAST.contains(c)))
        .find_map(|head| {
            BEFORE.iter().find_map(|&(word, qualifier)| {
                let start = head.len().checked_sub(word.len())?;
                // 最多达11件 tells what was reached, 最多11件 what must not be passed.
                let reached = word == "最多" && head.len() < direct.len();
                if !head.ends_with(word) || reached {
                    return None;
                }
                let other = WORDS_ENDING.iter().any(|&(entry, previous)| {
                    entry == word && char_before(text, start).is_some_and(|c| previous.contains(c))
                });
                (!other).then_some((qualifier, start))
            })
        })
}

/// The qualifier at the start of a text, and its bytes.
#[must_use]
pub fn after(text: &str) -> Option<(&'static str, usize)> {
    AFTER
        .iter()
        .find(|(word, _)| text.starts_with(word))
        .map(|&(word, qualifier)| (qualifier, word.len()))
}

/// The qualifier of a share of something named in between: 不足职工总数的5%.
#[must_use]
pub fn of_share(clause: &str) -> Option<&'static str> {
    let inner = clause.strip_suffix('的')?;
    [
        ("不足", "不足"),
        ("不到", "不足"),
        ("超过", "超"),
        ("接近", "近"),
    ]
    .into_iter()
    .find(|(word, _)| inner.contains(word))
    .map(|(_, qualifier)| qualifier)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn qualifiers_are_told_from_words_that_end_like_them() {
        for (head, want) in [
            ("走访近", Some("近")),
            ("附近", None),
            ("签约", None),
            ("村规民约", None),
            ("大约", Some("约")),
            ("不超过", Some("以下")),
            ("播放量超过", Some("超")),
            ("逾", Some("超")),
            ("不低于", Some("至少")),
            ("仅", None),
            ("一天最多达", None),
            ("每次最多", Some("以下")),
        ] {
            assert_eq!(
                before(head, head.len()).map(|found| found.0),
                want,
                "{head}"
            );
        }
        for (word, _) in BEFORE {
            assert!(word.ends_with(|c| LAST.contains(c)), "{word}");
        }
        assert_eq!(after("以上的"), Some(("以上", 6)));
        assert_eq!(of_share("人员不足总数的"), Some("不足"));
    }
}
