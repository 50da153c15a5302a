//! A numeral with its unit: what the two come to, its qualifier, and whether it counts anything.

use super::super::measured::measure_counts;
use super::super::numerals::{self, Numeral, char_before};
use super::super::small::{self, Place};
use super::super::{qualifiers, traps, units};
use super::{Found, Measured, Scanner, WINDOW};
use crate::report::FigureKind;
use crate::text::marker::is_han;

/// What a numeral and its unit come to.
struct Amount {
    value: f64,
    end: usize,
    kind: FigureKind,
    unit_word: Option<&'static str>,
}

/// 三成, 八折: tenths where the numeral fits.
fn is_tenths(unit: &Measured<'_>) -> bool {
    matches!(unit.word, "成" | "折")
}

impl Scanner<'_> {
    /// A numeral with its unit, unless it is none of those that count.
    pub(super) fn figure(
        &self,
        numeral: &Numeral,
        last: &Numeral,
        low: f64,
        unit: &Measured,
    ) -> Option<Found> {
        let start = numeral.start;
        let clause = self.clause(start);
        let mut amount = self.amount(numeral, low, unit)?;
        let (before, head) = self.qualifier_or_round(numeral);
        let inner = match unit.split {
            Some((inside, _)) if inside != '半' => Some("多"),
            _ => numeral.qualifier.or(last.qualifier),
        };
        let loose = self.loose_qualifier(unit, amount.end);
        amount.end += loose.map_or(0, str::len);
        let behind = qualifiers::after(self.rest(amount.end));
        let of_share = || {
            let share = amount.kind == FigureKind::Percent;
            share.then(|| qualifiers::of_share(clause)).flatten()
        };
        let qualifier = before.or(inner).or(loose).or_else(of_share);
        let qualifier = qualifier.or(behind.map(|found| found.0));
        let no_count = in_formula(self.ahead(unit.end))
            || self.is_rate(start, clause)
            || self.is_rank(start)
            || self.is_counter(start);
        if no_count
            || !self.form_counts(numeral, unit, &amount, qualifier.is_some())
            || !measure_counts(numeral, unit.word, clause, self.ahead(amount.end))
        {
            return None;
        }
        Some(Found {
            start,
            end: amount.end,
            head,
            tail: amount.end + behind.map_or(0, |found| found.1),
            value: amount.value,
            unit: (unit.start, unit.end),
            unit_word: amount.unit_word,
            qualifier,
            kind: amount.kind,
        })
    }

    /// What numeral and unit come to; none where 成 and 折 are no tenths.
    fn amount(&self, numeral: &Numeral, low: f64, unit: &Measured) -> Option<Amount> {
        let after = self.ahead(unit.end);
        let mut amount = Amount {
            value: low,
            end: unit.end,
            kind: unit.kind,
            unit_word: None,
        };
        let halved =
            matches!(unit.kind, FigureKind::Duration | FigureKind::Measure) || unit.word == "倍";
        if halved && after.starts_with('半') {
            amount.value += 0.5;
            amount.end += '半'.len_utf8();
        }
        if is_tenths(unit) {
            let plain = !numeral.chinese || numeral.chars == 1 || numeral.decimal;
            let share = match unit.word {
                "成" => (1.0..=10.0).contains(&numeral.value) && plain,
                _ => (1.0..100.0).contains(&numeral.value) && numeral.chars <= 3,
            };
            if !share {
                return None;
            }
            let (hundredths, len) = units::tenths(amount.value, after);
            amount.value = hundredths;
            amount.end += len;
            amount.unit_word = Some("%");
            amount.kind = FigureKind::Percent;
        } else if unit.word == "﹪" {
            amount.unit_word = Some("%");
        }
        if let Some((inside, word)) = unit.split {
            amount.unit_word = Some(word);
            if inside == '半' {
                amount.value += 0.5;
            }
        }
        Some(amount)
    }

    /// The qualifier before a numeral and where it begins; 上 and 过 are one only before a round number: 上百件.
    fn qualifier_or_round(&self, numeral: &Numeral) -> (Option<&'static str>, usize) {
        let (qualifier, head) = self.qualifier_before(numeral.start);
        if !numeral.round || qualifier.is_some() || numeral.qualifier.is_some() {
            return (qualifier, head);
        }
        match char_before(self.text, numeral.start) {
            Some('上') => (Some("至少"), head - '上'.len_utf8()),
            Some('过') => (Some("超"), head - '过'.len_utf8()),
            _ => (None, head),
        }
    }

    /// Whether what is written so counts something: Chinese numerals stand in names and phrases too, and others in quotes.
    fn form_counts(
        &self,
        numeral: &Numeral,
        unit: &Measured,
        amount: &Amount,
        qualified: bool,
    ) -> bool {
        let start = numeral.start;
        if !numeral.chinese {
            return amount.kind == FigureKind::Percent || !self.quoted(start, 10);
        }
        if is_tenths(unit) {
            let one = numeral.value <= 1.0 && !qualified;
            return !one && !traps::in_phrase(self.text, start);
        }
        if self.quoted(start, 16) || (amount.kind == FigureKind::Money && numeral.chars < 2) {
            return false;
        }
        let place = Place {
            text: self.text,
            numeral,
            unit: unit.word,
            clause: self.clause(start),
            after: self.ahead(amount.end),
            qualified,
        };
        unit.split.is_some_and(|(inside, _)| inside == '半') || small::counts(&place)
    }

    /// 多 or 余 behind the unit: 三成多, 2年多.
    fn loose_qualifier(&self, unit: &Measured, end: usize) -> Option<&'static str> {
        let rest = self.rest(end);
        let first = rest.chars().next()?;
        let second = rest.chars().nth(1);
        let fits = matches!(
            unit.kind,
            FigureKind::Duration | FigureKind::Money | FigureKind::Measure
        ) || matches!(unit.word, "成" | "折" | "倍");
        if !fits {
            return None;
        }
        match first {
            '多' if second.is_none_or(|c| !"次元发方种个部数年家样级项少".contains(c)) => {
                Some("多")
            }
            '余' if second.is_none_or(|c| !is_han(c) || "的,".contains(c)) => Some("余"),
            _ => None,
        }
    }

    /// 每季度一次, 每两月1次, 每3个月: how often, not how many.
    fn is_rate(&self, start: usize, clause: &str) -> bool {
        if clause.ends_with('每') || clause.ends_with("每隔") {
            return true;
        }
        let Some((_, since)) = clause.rsplit_once('每') else {
            return false;
        };
        since.chars().count() <= 4
            && ["年", "月", "季度", "季", "周", "天", "日", "学期", "星期"]
                .iter()
                .any(|time| since.ends_with(time))
            && char_before(self.text, start).is_some()
    }

    /// 前3名, 前十位: a place in an order. 目前3个 is none.
    pub(super) fn is_rank(&self, start: usize) -> bool {
        char_before(self.text, start) == Some('前')
            && start
                .checked_sub('前'.len_utf8())
                .and_then(|at| char_before(self.text, at))
                .is_none_or(|c| !"目当此之以先提年月日会岗事".contains(c))
    }

    /// 浏览326次, 点击数:12次: the counter of a web page, in a line that is no sentence.
    fn is_counter(&self, start: usize) -> bool {
        if !self.no_sentence || self.text.len() > WINDOW {
            return false;
        }
        let head = self.text.get(..start).unwrap_or_default();
        let head = head.trim_end_matches([':', '(', ' ', '[', '【']);
        [
            "浏览",
            "浏览量",
            "浏览次数",
            "点击",
            "点击量",
            "点击数",
            "点击次数",
            "点击率",
            "阅读",
            "阅读量",
            "阅读数",
            "阅读次数",
            "访问",
            "访问量",
            "访问次数",
            "人气",
            "次数",
            "已阅读",
            "被阅读",
        ]
        .iter()
        .any(|word| head.ends_with(word))
    }
}

/// 1个中心+5个分中心+N个站点: a formula, which names and does not count.
fn in_formula(after: &str) -> bool {
    let phrase = after
        .split([',', '。', ';', '、', '”'])
        .next()
        .unwrap_or_default();
    let Some((noun, rest)) = phrase.split_once('+') else {
        return false;
    };
    noun.chars().count() <= 8
        && rest.starts_with(|c: char| c.is_ascii_alphanumeric() || numerals::starts_numeral(c))
}
