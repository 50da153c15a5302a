//! A percentage is not what the two counts beside it give.

use crate::decimal;
use crate::document::Document;
use crate::figures::binding::{self, CARRIED, alike};
use crate::figures::outcomes;
use crate::figures::places::{Mark, Place};
use crate::report::{Figure, FigureKind, Severity};
use crate::text::Span;

use super::arithmetic::{
    Range, allowed, before, bracket, count, exact, last_digit, tell, without_is,
};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H09",
    slug: "ratio-mismatch",
    title: "百分比与两个数不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "同一句里写明了两个数和由它们算出的百分比时，三者是否一致：通过率、化解率、办结率等“……率”，“占……”。四舍五入和截去尾数都算一致；“以上”“近”“超”按范围看；两个数不能确定的不查。",
    why: "百分比由两个数算得，对不上说明三个数中至少有一个写错了。",
    example: "“1,108人参考，通过1,052人，通过率97.9%”，1052÷1108是94.9%。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    (0..document.figures.len())
        .filter_map(|index| {
            let ratio = Ratio::read(document, index).filter(|ratio| !ratio.has_own_base())?;
            ratio.rate().or_else(|| ratio.share())
        })
        .collect()
}

/// What counts as done for a rate, beside the word of the rate itself: 成功率 of those 化解.
const DONE: &[(&str, &[&str])] = &[
    ("化解成功", &["化解", "成功", "调解成功", "成功化解"]),
    ("调解成功", &["成功", "成功调解", "化解", "调解成功"]),
    ("调处成功", &["成功", "化解", "调处成功", "调解成功"]),
    (
        "成功",
        &["化解", "调解成功", "成功调解", "成功化解", "化解成功"],
    ),
    ("化解", &["成功化解", "调解成功", "化解成功", "成功"]),
    ("结案", &["审结", "办结"]),
    ("办结", &["办理完毕", "结案"]),
    ("办复", &["答复", "办结", "回复"]),
    ("答复", &["办复", "回复"]),
    ("回复", &["答复", "办复"]),
    ("整改", &["整改到位", "完成整改", "整改完成"]),
    ("合格", &["及格", "通过"]),
    ("通过", &["合格"]),
    ("纠错", &["纠正", "被纠错"]),
    (
        "出庭",
        &["负责人出庭", "出庭应诉", "实际出庭", "行政机关负责人出庭"],
    ),
    (
        "出庭应诉",
        &[
            "负责人出庭",
            "出庭",
            "实际出庭",
            "负责人出庭应诉",
            "行政机关负责人出庭应诉",
        ],
    ),
];

/// Rates that are not of all cases but of those tried or decided: what must be said of the whole.
const OF: &[(&str, &[&str])] = &[
    ("出庭", &["开庭", "应出庭", "应当出庭"]),
    ("出庭应诉", &["开庭", "应出庭", "应当出庭"]),
    ("胜诉", &["审结", "判决", "结案"]),
    ("败诉", &["审结", "判决", "结案"]),
    ("纠错", &["审结", "结案", "办结"]),
];

/// A percentage and the words before it.
struct Ratio<'a> {
    document: &'a Document<'a>,
    index: usize,
    figure: &'a Figure<Span>,
    place: &'a Place,
    /// The clause before it, without 为 or 达到.
    name: &'a str,
}

impl<'a> Ratio<'a> {
    fn read(document: &'a Document<'a>, index: usize) -> Option<Self> {
        let figure = document.figures.get(index)?;
        let place = document.places.get(index)?;
        let clause = document.folded(&place.clause);
        let name = without_is(clause);
        let share = matches!(figure.kind, FigureKind::Percent | FigureKind::Points)
            && !figure.unit.starts_with('‰');
        share.then_some(Self {
            document,
            index,
            figure,
            place,
            name,
        })
    }

    /// Whether a bracket behind it says what it is reckoned by: 结案率96.4%（以应结案件456件为基数）.
    fn has_own_base(&self) -> bool {
        let inside = bracket(self.document, self.place);
        ["基数", "口径", "分母", "扣除", "不含", "剔除"]
            .iter()
            .any(|word| inside.contains(word))
    }

    /// The exact counts before it in the sentence, the nearest first.
    fn counts(&self) -> Vec<(usize, &'a Figure<Span>)> {
        const FAR: usize = 8;
        before(self.document, self.index)
            .filter(|(_, figure)| matches!(figure.kind, FigureKind::Count | FigureKind::Measure))
            .take(FAR)
            .collect()
    }

    fn place_of(&self, index: usize) -> Option<&'a Place> {
        self.document.places.get(index)
    }

    /// 受理452件，调解成功441件，成功率97.6%
    fn rate(&self) -> Option<Draft> {
        if self.figure.kind != FigureKind::Percent {
            return None;
        }
        let name = self.name.strip_suffix('率')?;
        let (key, done) = DONE
            .iter()
            .filter(|(key, _)| name.ends_with(key))
            .max_by_key(|(key, _)| key.len())
            .map_or_else(|| (last_two(name), &[][..]), |&(key, done)| (key, done));
        if key.is_empty() {
            return None;
        }
        let counts = self.counts();
        // The word of the rate itself comes before those that mean the same.
        let of_word = |done: &[&str]| {
            counts
                .iter()
                .position(|&(index, figure)| exact(figure) && self.is_done(index, key, done))
        };
        let at = of_word(&[]).or_else(|| of_word(done))?;
        let part = counts.get(at)?;
        // 对25份合同、8份文件进行审查，审查率100%: the two are listed, not one a part of the other.
        let listed = self.place_of(part.0).is_some_and(|place| {
            place.mark == Mark::Pause && self.document.folded(&place.label).is_empty()
        });
        if listed {
            return None;
        }
        // What is named with the rate must be named before: 一审败诉率 is not of all cases.
        let scope = name.strip_suffix(key)?;
        let sentence = self.sentence(self.place.clause.start);
        let carried = CARRIED.within(sentence);
        if carried || !sentence.contains(scope) {
            return None;
        }
        // Another count between may be what the rate is of, unless it is a part.
        let nearest = counts
            .iter()
            .take(at)
            .all(|(_, other)| !alike(other, part.1) || other.whole == Some(part.0));
        let wholes: Vec<_> = counts
            .iter()
            .skip(at + 1)
            .filter(|(_, whole)| alike(whole, part.1) && whole.value >= part.1.value)
            .collect();
        let direct = wholes.first().filter(|whole| {
            part.1.whole == Some(whole.0) || counts.get(at + 1).map(|next| next.0) == Some(whole.0)
        })?;
        let of = self.document.folded(&self.place_of(direct.0)?.clause);
        let wanted = OF.iter().find(|(rate, _)| *rate == key);
        if wanted.is_some_and(|(_, words)| !words.iter().any(|word| of.contains(word))) {
            return None;
        }
        let agrees = wholes
            .iter()
            .any(|whole| !exact(whole.1) || self.agrees(part.1, whole.1));
        (nearest && !agrees).then(|| self.draft(Severity::Warning, part.1, direct.1))
    }

    /// Whether a count is of those done that the rate speaks of, and of nothing more.
    fn is_done(&self, index: usize, key: &str, done: &[&str]) -> bool {
        let Some(place) = self.place_of(index) else {
            return false;
        };
        let words = binding::label(self.document.layout.folded.text(), place);
        let bare = outcomes::bare(words);
        let behind = self.document.folded(&place.label).is_empty();
        let is = |word: &str| words == word || bare == word || behind && words.contains(word);
        is(key) || done.iter().any(|word| is(word))
    }

    /// The words of the block before a byte since the last full stop.
    fn sentence(&self, end: usize) -> &'a str {
        const WINDOW: usize = 360;
        let text = self.document.layout.folded.text();
        let from = text.floor_char_boundary(end.saturating_sub(WINDOW));
        let words = self.document.layout.folded.slice(from, end);
        words
            .rsplit(['。', '\n', '!', '?'])
            .next()
            .unwrap_or_default()
    }

    /// 其中持证22名，占84.6%; 示范村3个，占行政村11个的27.3%
    fn share(&self) -> Option<Draft> {
        if self.figure.kind != FigureKind::Percent {
            return None;
        }
        let counts = self.counts();
        let mut nearest = counts.iter();
        let (part, whole, severity) = if matches!(self.name, "占" | "占比" | "占总数的") {
            let &(at, part) = nearest.next()?;
            let &(next, beside) = nearest.next()?;
            if at + 1 != self.index {
                return None;
            }
            match part.whole {
                Some(whole) => (part, self.document.figures.get(whole)?, Severity::Warning),
                None if alike(part, beside) && next + 1 == at => (part, beside, Severity::Notice),
                None => return None,
            }
        } else if self.document.folded(&self.place.clause) == "的" {
            let &(at, whole) = nearest.next()?;
            let &(_, part) = nearest.next()?;
            let of = self.document.folded(&self.place_of(at)?.clause);
            if !of.starts_with('占') || !alike(part, whole) || at + 1 != self.index {
                return None;
            }
            (part, whole, Severity::Warning)
        } else {
            return None;
        };
        // 占 may speak of all the parts listed, or of another total.
        let listed: Vec<_> = counts
            .iter()
            .filter(|(_, figure)| figure.whole.is_some() && figure.whole == part.whole)
            .map(|&(_, figure)| count(figure))
            .collect();
        let together = Range {
            low: listed.iter().map(|range| range.low).sum(),
            high: listed.iter().map(|range| range.high).sum(),
        };
        let agrees = self.agrees(part, whole)
            || self.meets(together, count(whole))
            || counts
                .iter()
                .any(|(_, other)| alike(other, part) && self.agrees(part, other));
        let sure = exact(part) && exact(whole) && part.value <= whole.value;
        (sure && !agrees).then(|| self.draft(severity, part, whole))
    }

    fn agrees(&self, part: &Figure<Span>, whole: &Figure<Span>) -> bool {
        self.meets(count(part), count(whole))
    }

    fn meets(&self, part: Range, whole: Range) -> bool {
        whole.low <= 0.0 || quotient(part, whole).meets(allowed(self.figure))
    }

    fn draft(&self, severity: Severity, part: &Figure<Span>, whole: &Figure<Span>) -> Draft {
        let given = quotient(count(part), count(whole));
        let sum = format!("{}÷{}", tell(part.value), tell(whole.value));
        // To as many places as are printed.
        let places = if last_digit(self.figure) < 0.1 && last_digit(self.figure) > 0.0 {
            2
        } else {
            1
        };
        let told = |value| decimal::rounded(value, places);
        let is = if last_digit(part) + last_digit(whole) > 0.0 {
            format!("在{}%到{}%之间", told(given.low), told(given.high))
        } else {
            format!("＝{}%", told(given.low))
        };
        let spans = [part.span, whole.span, self.figure.span];
        let start = spans
            .iter()
            .map(|span| span.start)
            .min()
            .unwrap_or_default();
        Draft::at(
            severity,
            Span::new(start, self.figure.span.end),
            format!("{sum}{is}，写的是{}，请核对。", self.figure.text),
        )
    }
}

/// The share in percent.
fn quotient(part: Range, whole: Range) -> Range {
    Range {
        low: part.low / whole.high * 100.0,
        high: part.high / whole.low * 100.0,
    }
}

/// The last two characters, which name the rate: 满意 of 群众满意.
fn last_two(name: &str) -> &str {
    let at = name
        .char_indices()
        .rev()
        .nth(1)
        .map_or(name.len(), |(at, _)| at);
    name.get(at..).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use crate::report::Settings;
    use crate::rules::testing::{findings, report};

    #[test]
    fn the_message_divides() {
        let text = report("组织考试，208人参考，通过190人，通过率97.9%。");
        let (_, _, message) = findings("ratio-mismatch", &text, Settings::default()).remove(0);
        assert!(message.contains("190÷208＝91.3%"), "{message}");
    }
}
