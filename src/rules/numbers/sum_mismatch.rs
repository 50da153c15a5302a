//! Parts do not add up to the total that stands beside them.

use crate::document::Document;
use crate::figures::binding;
use crate::figures::outcomes::{self, FAMILIES, Family};
use crate::figures::places::Mark;
use crate::figures::wholes::{Form, Group};
use crate::figures::words;
use crate::report::{Figure, Severity};
use crate::text::Span;
use crate::text::lexicon::Lexicon;

use super::arithmetic::{Range, count, exact, tell};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H07",
    slug: "sum-mismatch",
    title: "分项之和与总数不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "总数与写明的分项相加是否一致：“其中……”“包括……”“分别为……”、括号里的分项、“已审结……，正在审理……”，以及写在分项后面的“共”“合计”。带“余”“近”的约数和单位不同的数不相加；“其中”只举几项、相加少于总数的，不算错。",
    why: "总数与分项是同一批数据，对不上说明至少有一个数写错了，上级核查和公众阅读时最容易看出来。",
    example: "“审核合同148份，其中工程类45份、服务类62份、租赁类31份”，三项相加是138。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    document
        .groups
        .iter()
        .filter_map(|group| List::read(document, group)?.judge())
        .collect()
}

/// A total and its parts, all exact.
struct List<'a> {
    document: &'a Document<'a>,
    group: &'a Group,
    whole: &'a Figure<Span>,
    parts: Vec<&'a Figure<Span>>,
    /// What each part is, in a word or two.
    labels: Vec<&'a str>,
}

/// Adds up what counts may stand for: the sums of the first two, of the first three, and so on.
fn sums<'a>(
    figures: impl Iterator<Item = &'a Figure<Span>> + 'a,
) -> impl Iterator<Item = Range> + 'a {
    let none = Range {
        low: 0.0,
        high: 0.0,
    };
    figures
        .scan(none, |sum, figure| {
            let next = count(figure);
            sum.low += next.low;
            sum.high += next.high;
            Some(*sum)
        })
        .skip(1)
}

/// The sum of all.
fn sum<'a>(figures: impl Iterator<Item = &'a Figure<Span>>) -> Range {
    figures.map(count).fold(
        Range {
            low: 0.0,
            high: 0.0,
        },
        |sum, next| Range {
            low: sum.low + next.low,
            high: sum.high + next.high,
        },
    )
}

/// Words that open the name of a part and make it one that others may overlap: 涉及土地的, 重大.
static ATTRIBUTES: Lexicon = Lexicon::new(
    "涉及 涉 属 属于 由 被 已 未 经 持 有 无 获 需 因 新 正 可 拟 提出 采纳 重大案件 重大隐患",
);

/// What says that more could be named.
static OPEN: Lexicon = Lexicon::new("主要 重点 仅 就有 光");

impl<'a> List<'a> {
    fn read(document: &'a Document<'a>, group: &'a Group) -> Option<Self> {
        let whole = document.figures.get(group.whole)?;
        let parts: Vec<_> = group
            .parts
            .iter()
            .filter_map(|&part| document.figures.get(part))
            .collect();
        let text = document.layout.folded.text();
        let labels = group
            .parts
            .iter()
            .filter_map(|&part| document.places.get(part))
            .map(|place| outcomes::bare(binding::label(text, place)))
            .collect();
        // A part that is more than the whole is another rule's matter.
        let larger = !matches!(group.form, Form::Total | Form::Outcome)
            && parts.iter().any(|part| count(part).low > count(whole).high);
        let sure = group.near && !group.carried && parts.len() > 1 && !larger;
        (sure && exact(whole) && parts.iter().all(|part| exact(part))).then_some(Self {
            document,
            group,
            whole,
            parts,
            labels,
        })
    }

    fn judge(&self) -> Option<Draft> {
        if self.group.form == Form::Total {
            return self.judge_total();
        }
        let all = sum(self.parts.iter().copied());
        let whole = count(self.whole);
        let listed = self.group.listed.iter();
        let together = sum(listed
            .filter_map(|&index| self.document.figures.get(index))
            .chain([self.whole]));
        // What follows the parts may be no part: the first of them alone may make the sum.
        let first_ones = sums(self.parts.iter().copied()).any(|sum| sum.meets(whole));
        if first_ones || all.meets(together) {
            return None;
        }
        let share = all.high / whole.low;
        // Persons may be counted twice; but kinds that come so near the total are meant to make it.
        let persons = self.are_persons();
        let few = self.parts.len() < 3 && !self.have_one_ending();
        let near = (0.9..1.1).contains(&share) && self.are_kinds() && !(persons && few);
        if all.low > whole.high {
            let meant_of_all = !self.group.listed.is_empty() && all.low <= together.high;
            let severity = if self.is_apart() {
                Severity::Warning
            } else {
                Severity::Notice
            };
            let overlaps = severity == Severity::Notice && self.may_overlap() && !near;
            return (!meant_of_all && !overlaps).then(|| self.draft(severity, ""));
        }
        if self.goes_on() {
            return None;
        }
        if self.is_closed() {
            return Some(self.draft(Severity::Warning, ""));
        }
        let nearly = near || share >= 0.9 && self.family().is_some();
        let kinds = self.labels.len() > 2 && self.labels.iter().all(|label| label.ends_with('类'));
        let named = matches!(self.group.form, Form::Including | Form::Bracket) && share >= 0.5;
        match (self.is_open(), self.group.form) {
            (true, _) | (_, Form::Outcome) => None,
            _ if nearly && kinds => Some(self.draft(Severity::Warning, "")),
            _ if nearly || named && self.are_kinds() => {
                Some(self.draft(Severity::Notice, "如果另有其他类别，可补上“其他”；否则"))
            }
            _ => None,
        }
    }

    /// Whether the figures that follow the parts in the sentence make up what is lacking: a list whose words were not all understood.
    fn goes_on(&self) -> bool {
        const FAR: usize = 4;
        let Some(last) = self.group.parts.last() else {
            return false;
        };
        let figures = self.document.figures.iter().zip(&self.document.places);
        let following = figures
            .skip(last + 1)
            .take(FAR)
            .take_while(|(figure, place)| {
                place.mark <= Mark::Comma && binding::alike(figure, self.whole)
            })
            .map(|(figure, _)| figure);
        let whole = count(self.whole);
        let all = self.parts.iter().copied().chain(following);
        sums(all).any(|sum| sum.meets(whole))
    }

    /// A sum behind its parts: which of the figures before it is made of is told by the sum itself, where it is right.
    fn judge_total(&self) -> Option<Draft> {
        let whole = count(self.whole);
        let agrees = sums(self.parts.iter().rev().copied()).any(|sum| sum.meets(whole));
        if agrees {
            return None;
        }
        let mark = |index: &usize| self.document.places.get(*index).map(|place| place.mark);
        let list = 1 + self
            .group
            .parts
            .iter()
            .rev()
            .take_while(|index| mark(index) <= Some(Mark::Pause))
            .count();
        let from = self.parts.len().saturating_sub(list);
        let counted = self.parts.get(from..)?;
        let one_kind = counted.iter().all(|part| binding::alike(part, self.whole))
            || self.whole.unit.contains(['(', '（', '/']);
        let place = self.document.places.get(self.group.whole)?;
        let stressed = self.document.folded(&place.clause).contains('计');
        let severity = match (list > 1, stressed) {
            (true, true) => Severity::Warning,
            (true, false) | (false, true) => Severity::Notice,
            (false, false) => return None,
        };
        let shown = if list > 1 { from } else { 0 };
        one_kind.then(|| self.draft_of(shown, severity, ""))
    }

    /// Whether no thing can be counted in two of the parts.
    fn is_apart(&self) -> bool {
        self.family().is_some()
            || self.is_closed()
            || self.group.form != Form::Outcome && !self.are_persons() && self.are_kinds()
    }

    /// Whether a thing may well be counted in two of the parts: persons, outcomes of different kinds, attributes.
    fn may_overlap(&self) -> bool {
        self.group.form == Form::Outcome
            || self.are_persons()
            || self.labels.iter().any(|label| {
                label.is_empty()
                    || outcomes::is_outcome(label)
                    || ATTRIBUTES.start_of(label).is_some()
            })
    }

    fn are_persons(&self) -> bool {
        matches!(
            self.whole.unit.as_str(),
            "人" | "名" | "位" | "人次" | "名次"
        )
    }

    /// The family of outcomes that share the whole among them.
    fn family(&self) -> Option<&'static Family> {
        FAMILIES.iter().find(|family| {
            family.holds_all(&self.labels) && (family.apart || family.has_rest(&self.labels))
        })
    }

    /// Whether the wording leaves nothing over.
    fn is_closed(&self) -> bool {
        let rest = FAMILIES
            .iter()
            .any(|family| family.holds_all(&self.labels) && family.has_rest(&self.labels))
            || self
                .labels
                .iter()
                .any(|label| outcomes::is_remainder(label));
        let whole = self.document.places.get(self.group.whole);
        // 制定、修改和废止规章9件，其中制定4件、修改3件、废止1件
        let named = whole.is_some_and(|whole| {
            let clause = self.document.folded(&whole.clause);
            self.group.form != Form::Outcome
                && self.labels.iter().all(|label| clause.contains(label))
        });
        !self.is_open() && (rest || named || self.group.form == Form::Respectively)
    }

    /// Whether the wording says that only some are named.
    fn is_open(&self) -> bool {
        let place = |index: Option<&usize>| self.document.places.get(*index?);
        let etc = place(self.group.parts.last())
            .is_some_and(|last| self.document.folded(&last.trail).starts_with('等'));
        let some = place(self.group.parts.first()).is_some_and(|first| {
            let clause = self.document.folded(&first.clause);
            OPEN.within(clause)
        });
        etc || some
    }

    /// Whether the parts are kinds of the whole, named by nouns: 工程类, 合同, 婚姻家庭.
    fn are_kinds(&self) -> bool {
        let nouns = self.labels.iter().all(|label| {
            words::WORK.start_of(label).is_none()
                && ATTRIBUTES.start_of(label).is_none()
                && !outcomes::is_outcome(label)
        });
        let last = self
            .labels
            .first()
            .and_then(|label| label.chars().next_back());
        let kind = last.is_some_and(|c| "类型级序件纷".contains(c));
        self.labels.iter().all(|label| !label.is_empty())
            && (nouns || kind && self.have_one_ending())
    }

    /// Whether the names of the parts end alike: A证, B证.
    fn have_one_ending(&self) -> bool {
        let mut endings = self.labels.iter().map(|label| label.chars().next_back());
        let first = endings.next();
        endings.all(|ending| Some(ending) == first)
    }

    fn draft(&self, severity: Severity, advice: &str) -> Draft {
        self.draft_of(0, severity, advice)
    }

    /// The finding, over the parts from one on.
    fn draft_of(&self, from: usize, severity: Severity, advice: &str) -> Draft {
        let parts: Vec<_> = self.parts.iter().skip(from).collect();
        let numbers: Vec<String> = parts.iter().map(|part| tell(part.value)).collect();
        let added: f64 = parts.iter().map(|part| part.value).sum();
        let total = if self.group.form == Form::Total {
            "合计"
        } else {
            "总数"
        };
        let message = format!(
            "分项相加是{}＝{}，{total}写的是{}，{advice}请核对。",
            numbers.join("＋"),
            tell(added),
            tell(self.whole.value),
        );
        let spans = || parts.iter().map(|part| part.span).chain([self.whole.span]);
        let start = spans().map(|span| span.start).min().unwrap_or_default();
        let end = spans().map(|span| span.end).max().unwrap_or_default();
        Draft::at(severity, Span::new(start, end), message)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::Settings;
    use crate::rules::testing::{findings, report};

    #[test]
    fn the_message_adds_up() {
        let text = report("审核合同31份，其中工程类12份、服务类8份、租赁类9份。");
        let (_, _, message) = findings("sum-mismatch", &text, Settings::default()).remove(0);
        assert!(
            message.contains("12＋8＋9＝29") && message.contains("31"),
            "{message}"
        );
    }
}
