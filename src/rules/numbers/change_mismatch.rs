//! A change is not what the two values beside it give: 由86件降至61件,下降39%; 受理275件,比上年的312件减少47件.

use crate::document::Document;
use crate::figures::places::{Mark, Place};
use crate::report::{Figure, FigureKind, Severity};
use crate::text::Span;

use super::arithmetic::{
    Range, allowed, before, bracket, count, exact, last_digit, tell, without_is,
};
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H21",
    slug: "change-mismatch",
    title: "增减幅度与前后两个数不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "写明了前后两个数和增减的数量、百分比或者“翻番”时，三者是否一致：“由……减少到……，降幅……”“……件，比上年的……件增加……件”。四舍五入和截去尾数都算一致；约数、不能确定是哪两个数的不查。",
    why: "增减由两个数算得，对不上说明三个数中至少有一个写错了。",
    example: "“由上年的86件降至61件，下降39%”，减少的25件是86件的29%。",
    any_genre: false,
    check: Check::Document(check),
};

/// What changes, before 到 or 至 and as the name of the change.
static CHANGES: Lexicon = Lexicon::new(
    "减少 下降 降低 压减 压缩 缩短 缩减 精简 增加 增长 提高 提升 上升 扩大 减 降 增 升",
);
static CHANGE_NAMES: Lexicon = Lexicon::new(
    "降幅 减幅 增幅 涨幅 提速 减少 下降 降低 压减 压缩 缩短 增加 增长 提高 提升 上升 多 少",
);
/// What compares with the year before, by another count than one that is named.
static COMPARED: Lexicon = Lexicon::new("同比 比上年 较上年 比去年 较去年");
/// The time of the earlier value, before 的 or without it.
static EARLIER: Lexicon =
    Lexicon::new("上年同期 去年同期 上年度 上一年 上年 去年 原来 原先 以前 年初");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let figures = document.figures.iter().zip(&document.places).enumerate();
    figures
        .filter_map(|(index, (figure, place))| {
            let change = Change {
                document,
                index,
                figure,
                place,
            };
            change.named().or_else(|| change.doubled())
        })
        .collect()
}

/// A figure that may be a change, and its place.
struct Change<'a> {
    document: &'a Document<'a>,
    index: usize,
    figure: &'a Figure<Span>,
    place: &'a Place,
}

/// The two values that a change lies between.
struct Between<'a> {
    earlier: &'a Figure<Span>,
    later: &'a Figure<Span>,
}

impl<'a> Change<'a> {
    /// 减幅45%, 减少47件
    fn named(&self) -> Option<Draft> {
        let name = self.name(self.place);
        let compared = COMPARED.strip_start(name);
        let known = CHANGE_NAMES.holds(compared.unwrap_or(name));
        let behind = self.is_told_behind(name);
        if !known && !behind
            || self.place.mark > Mark::Comma
            || !exact(self.figure) && !self.is_share()
        {
            return None;
        }
        // 增加37件,增长18%: the two values stand before both.
        let one_more = self.index.checked_sub(1).filter(|at| {
            let place = self.document.places.get(*at);
            place.is_some_and(|place| CHANGE_NAMES.holds(self.name(place)))
        });
        let end = if behind { self.index + 3 } else { self.index };
        let ends = [Some(end), one_more];
        let between = ends
            .into_iter()
            .flatten()
            .find_map(|end| self.between(end))?;
        if self.meets(&between) || compared.is_some() && !self.is_share() {
            return None;
        }
        let severity = if compared.is_some() {
            Severity::Notice
        } else {
            Severity::Warning
        };
        Some(self.draft(severity, &between))
    }

    /// 压减率达95%(由40家减至2家): the two values stand in brackets behind.
    fn is_told_behind(&self, name: &str) -> bool {
        let change = name.strip_suffix(['率', '度']).unwrap_or(name);
        CHANGES.ends(change) && bracket(self.document, self.place).starts_with(['由', '从'])
    }

    /// The words that name a figure as a change.
    fn name(&self, place: &Place) -> &'a str {
        without_is(self.document.folded(&place.clause)).trim_end_matches(['了', '近'])
    }

    fn is_share(&self) -> bool {
        matches!(self.figure.kind, FigureKind::Percent | FigureKind::Points)
    }

    /// The two values right before a figure.
    fn between(&self, end: usize) -> Option<Between<'a>> {
        let (second, first) = (end.checked_sub(1)?, end.checked_sub(2)?);
        let figures = &self.document.figures;
        let (one, two) = (figures.get(first)?, figures.get(second)?);
        let places = &self.document.places;
        let (one_place, two_place) = (places.get(first)?, places.get(second)?);
        let alike = one.kind == two.kind && one.unit == two.unit && exact(one) && exact(two);
        if !alike {
            return None;
        }
        let (one_words, two_words) = (
            self.document.folded(&one_place.clause),
            self.document.folded(&two_place.clause),
        );
        let (to, _) = without_time(two_words);
        let ends = ["到", "至", "为"]
            .iter()
            .find_map(|word| to.strip_suffix(word))
            .is_some_and(|verb| CHANGES.holds(verb));
        let (from, _) = without_time(one_words);
        if ends && from.ends_with(['由', '从']) && two_place.mark == Mark::Joined {
            return Some(Between {
                earlier: one,
                later: two,
            });
        }
        let (than, timed) = without_time(two_words);
        let beside = timed && matches!(than, "比" | "较" | "与") && two_place.mark <= Mark::Comma;
        let bracketed = timed && than.is_empty() && two_place.opens > 0 && two_place.attached;
        if !beside && !bracketed || self.is_of_another(second, two) {
            return None;
        }
        Some(Between {
            earlier: two,
            later: one,
        })
    }

    /// Whether the change is one from an earlier value to another count of the sentence, or to several of them together.
    fn is_of_another(&self, earlier_at: usize, earlier: &'a Figure<Span>) -> bool {
        const FAR: usize = 8;
        let mut sum = 0.0;
        before(self.document, earlier_at)
            .take(FAR)
            .filter(|(_, later)| later.unit == earlier.unit)
            .any(|(_, later)| {
                sum += later.value;
                let alone = Between { earlier, later };
                let together = Figure {
                    value: sum,
                    ..later.clone()
                };
                let together = Between {
                    earlier,
                    later: &together,
                };
                self.meets(&alone) || self.meets(&together)
            })
    }

    /// Whether the change is what lies between two values; also where it is none of theirs.
    fn meets(&self, between: &Between<'_>) -> bool {
        let said = if self.is_share() {
            allowed(self.figure)
        } else {
            count(self.figure)
        };
        let turned = match self.name(self.place) {
            "增加" | "增长" | "上升" => between.later.value < between.earlier.value,
            "减少" | "下降" | "降低" => between.later.value > between.earlier.value,
            _ => false,
        };
        self.given(between)
            .is_none_or(|(given, _)| given.meets(said) && !turned)
    }

    /// What lies between two values, in the unit of the change.
    fn given(&self, between: &Between<'_>) -> Option<(Range, &'a str)> {
        let &Between { earlier, later } = between;
        let apart = (earlier.value - later.value).abs();
        let last = last_digit(earlier) + last_digit(later);
        let percent = earlier.kind == FigureKind::Percent;
        let (given, slack, unit) = match self.figure.kind {
            FigureKind::Points if percent => (apart, last, "个百分点"),
            FigureKind::Percent if !percent && earlier.value > 0.0 => (
                apart / earlier.value * 100.0,
                last / earlier.value * 100.0,
                "%",
            ),
            _ if self.figure.unit == earlier.unit && !percent => (apart, last, &*self.figure.unit),
            _ => return None,
        };
        let range = Range {
            low: given - slack,
            high: given + slack,
        };
        Some((range, unit))
    }

    fn draft(&self, severity: Severity, between: &Between<'_>) -> Draft {
        let given = self.given(between);
        let is = given.map_or(String::new(), |(range, unit)| {
            let way = if between.later.value < between.earlier.value {
                "减少"
            } else {
                "增加"
            };
            format!("{way}{}{unit}", tell((range.low + range.high) / 2.0))
        });
        let (earlier, later) = (between.earlier, between.later);
        let whole = self.figure.span.to(earlier.span).to(later.span);
        Draft::at(
            severity,
            whole,
            format!(
                "从{}到{}是{is}，写的是{}{}，请核对。",
                earlier.text,
                later.text,
                self.name(self.place),
                self.figure.text
            ),
        )
    }

    /// 由120件增加到150件,翻了一番
    fn doubled(&self) -> Option<Draft> {
        let trail = self
            .document
            .layout
            .folded
            .text()
            .get(self.place.range.end..)?;
        let words = trail.trim_start_matches([',', '实', '现']);
        let (said, times) = TIMES.iter().find(|(said, _)| words.starts_with(said))?;
        let between = self.between(self.index + 1)?;
        let found = between.later.value / between.earlier.value;
        if between.earlier.value <= 0.0 || (times * 0.9..times * 1.5).contains(&found) {
            return None;
        }
        let end = self.place.range.end + trail.len() - words.len() + said.len();
        let start = self
            .document
            .layout
            .folded_range(between.earlier.span)
            .start;
        Some(Draft::at(
            Severity::Warning,
            self.document.span(&(start..end)),
            format!(
                "{}是{}的{}倍，写的是“{said}”，请核对。",
                between.later.text,
                between.earlier.text,
                tell(found)
            ),
        ))
    }
}

/// How doubling is told of, and how many times as much it makes.
const TIMES: &[(&str, f64)] = &[
    ("翻了一番", 2.0),
    ("翻一番", 2.0),
    ("翻番", 2.0),
    ("翻了两番", 4.0),
    ("翻两番", 4.0),
];

/// The words before the time of a value, and whether one stands there: 由2020年的, 比上年.
fn without_time(words: &str) -> (&str, bool) {
    let bare = words.strip_suffix('的').unwrap_or(words);
    if let Some(rest) = EARLIER.strip_end(bare) {
        return (rest, true);
    }
    let year = bare.trim_end_matches(['同', '期', '底', '末', '初', '全', '度']);
    let dated = year
        .strip_suffix('年')
        .map(|rest| (rest, rest.trim_end_matches(|c: char| c.is_ascii_digit())));
    match dated {
        Some((year, rest)) if year.len() - rest.len() == 4 => (rest, true),
        _ => (words, false),
    }
}
