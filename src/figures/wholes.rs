//! Which figures are parts of which: 其中…, 包括…, 分别为…, brackets, outcomes (已审结…、正在审理…), and sums stated behind their parts
//! (…，合计203件).

use super::binding::{CARRIED, COMPARES, alike, among_at, label, opener, says_total, summable};
use super::outcomes;
use super::places::{Mark, Place};
use super::words;
use crate::report::{Figure, FigureKind};
use crate::text::{Layout, Span};

/// How the words bind parts to a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 其中: some of them.
    Among,
    /// 包括, 含
    Including,
    /// 分别为
    Respectively,
    /// A bracket behind the whole: 66件（一般程序28件、简易程序38件）
    Bracket,
    /// Nothing but what became of them: 受理214件，已审结187件
    Outcome,
    /// The whole stands behind its parts: 共, 合计
    Total,
}

/// A whole and its parts, by their indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The figure of the whole.
    pub whole: usize,
    /// Its parts in the order of the text.
    pub parts: Vec<usize>,
    /// How they are bound.
    pub form: Form,
    /// Figures listed right before the whole, which the parts may be meant of as well: 建议41件、提案36件，其中A类63件.
    pub listed: Vec<usize>,
    /// Whether the whole stands right before the parts, or right behind them.
    pub near: bool,
    /// Whether something is carried over from another year, so that more may come out than went in.
    pub carried: bool,
}

/// The groups of a text.
#[must_use]
pub fn groups(layout: &Layout, figures: &[Figure<Span>], places: &[Place]) -> Vec<Group> {
    let mut reader = Reader {
        text: layout.folded.text(),
        figures,
        places,
        levels: vec![Level::default()],
        groups: Vec::new(),
    };
    for (index, place) in places.iter().enumerate() {
        reader.read(index, place);
    }
    reader.groups
}

/// Writes the wholes into the figures. Where a part is more than the whole, the list is a list of something else.
pub fn link(figures: &mut [Figure<Span>], groups: &[Group]) {
    for group in groups {
        let value = |index: usize| figures.get(index).map_or(f64::NAN, |figure| figure.value);
        let most = value(group.whole);
        if !group.parts.iter().all(|&part| value(part) <= most) {
            continue;
        }
        for &part in &group.parts {
            if let Some(part) = figures.get_mut(part) {
                part.whole.get_or_insert(group.whole);
            }
        }
    }
}

/// Whether two names end in the same word: 婚姻纠纷, 邻里纠纷.
fn one_ending(one: &str, other: &str) -> bool {
    let ending = |words: &str| words.chars().rev().take(2).collect::<Vec<_>>();
    let last = ending(one);
    last.len() == 2 && last == ending(other)
}

/// Whether a figure goes on with a list.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Joined {
    Surely,
    /// Behind a comma: if the sum comes out, or if what is left over closes the list.
    Perhaps,
    Not,
}

/// How many figures a look back goes over.
const FAR: usize = 24;

/// What has been passed in the sentence, inside one pair of brackets or outside all.
#[derive(Default)]
struct Level {
    /// The figures since the last full stop or semicolon.
    run: Vec<usize>,
    /// Those that may be wholes: no parts, no outcomes, nothing carried over.
    wholes: Vec<usize>,
    /// The group whose list goes on.
    list: Option<usize>,
    /// Figures that may go on with it.
    pending: Vec<usize>,
    /// The last group of outcomes.
    outcomes: Option<usize>,
    /// The figure that the bracket is attached to.
    head: Option<usize>,
    /// Something is carried over.
    carried: bool,
}

struct Reader<'a> {
    text: &'a str,
    figures: &'a [Figure<Span>],
    places: &'a [Place],
    levels: Vec<Level>,
    groups: Vec<Group>,
}

impl<'a> Reader<'a> {
    fn figure(&self, index: usize) -> Option<&'a Figure<Span>> {
        self.figures.get(index)
    }

    fn alike(&self, a: usize, b: usize) -> bool {
        matches!((self.figure(a), self.figure(b)), (Some(a), Some(b)) if alike(a, b))
    }

    fn words(&self, range: &std::ops::Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn read(&mut self, index: usize, place: &Place) {
        self.step(index, place);
        let Some(figure) = self.figure(index) else {
            return;
        };
        if !matches!(
            figure.kind,
            FigureKind::Count | FigureKind::Measure | FigureKind::Money
        ) {
            return;
        }
        let clause = self.words(&place.clause);
        let carried = CARRIED.within(clause);
        if let Some(level) = self.levels.last_mut() {
            level.carried |= carried;
        }
        let part = self
            .opened(index, place, clause)
            .or_else(|| self.among(index, place))
            .or_else(|| self.bracketed(index, place, clause))
            .or_else(|| self.listed(index, place))
            .or_else(|| self.outcome(index, place))
            .or_else(|| self.total(index, place, clause));
        if let Some(level) = self.levels.last_mut() {
            level.run.push(index);
            let outcome = outcomes::is_outcome(label(self.text, place));
            if part.is_none() && !carried && !outcome {
                level.wholes.push(index);
            }
        }
    }

    /// Goes over what parts the figure from the one before.
    fn step(&mut self, index: usize, place: &Place) {
        if place.mark == Mark::Stop {
            self.levels = vec![Level::default()];
            return;
        }
        for _ in 0..place.closes.min(self.levels.len().saturating_sub(1)) {
            self.levels.pop();
        }
        for _ in 0..place.opens {
            self.levels.push(Level::default());
        }
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        if place.opens > 0 && place.attached {
            level.head = index.checked_sub(1);
        }
        if place.mark == Mark::Semicolon {
            let head = level.head;
            *level = Level {
                head,
                ..Level::default()
            };
        }
    }

    fn start(&mut self, whole: usize, part: usize, form: Form, near: bool) -> Option<()> {
        let listed = self.listed_with(whole);
        let level = self.levels.last_mut()?;
        level.list = Some(self.groups.len());
        if form == Form::Outcome {
            level.outcomes = level.list;
        }
        self.groups.push(Group {
            whole,
            parts: vec![part],
            form,
            listed,
            near,
            carried: level.carried,
        });
        Some(())
    }

    /// The figures joined to one in a list, before it; a comma parts what is told apart.
    fn listed_with(&self, whole: usize) -> Vec<usize> {
        let mut listed = Vec::new();
        let mut at = whole;
        while let Some(place) = self.places.get(at) {
            let goes_on = place.mark <= Mark::Pause && place.opens == 0 && place.closes == 0;
            let Some(before) = at
                .checked_sub(1)
                .filter(|&before| goes_on && self.alike(before, whole))
            else {
                break;
            };
            listed.push(before);
            at = before;
            if listed.len() == FAR {
                break;
            }
        }
        listed
    }

    /// Behind 其中, 包括 or 分别为.
    fn opened(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        let before = self.text.get(..place.clause.start)?;
        let form = match opener(clause) {
            Some((form, _)) => form,
            None if before.ends_with("其中,") || before.ends_with("其中:") => Form::Among,
            None if before.ends_with("分别为:") || before.ends_with("分别是:") => {
                Form::Respectively
            }
            None if before.ends_with("包括:") => Form::Including,
            // 审查各类事项96件：合同58件、…
            None if self.announced(index, place) => Form::Including,
            None => return None,
        };
        let level = self.levels.last()?;
        let last = level.run.last().copied().or(level.head)?;
        let earlier = level.wholes.iter().rev().take(FAR).copied();
        let whole = std::iter::once(last)
            .chain(earlier)
            .find(|&whole| self.alike(whole, index))?;
        let near = whole == last;
        let fits = self.figure(index)?.value <= self.figure(whole)?.value;
        if !fits && !near {
            return None;
        }
        self.start(whole, index, form, near)
    }

    /// Whether nothing but a colon stands between the figure and the one before, and the list goes on.
    fn announced(&self, index: usize, place: &Place) -> bool {
        let before = index.checked_sub(1).and_then(|at| self.places.get(at));
        let next = self.places.get(index + 1);
        place.mark == Mark::Colon
            && !self.words(&place.label).is_empty()
            && before.is_some_and(|before| before.trail.is_empty())
            && next.is_some_and(|next| next.mark == Mark::Pause)
            && self.alike(index, index + 1)
    }

    /// Behind 中 and the noun of the whole: 15名代表中赞成13名, 57项诉求中，办结55项.
    fn among(&mut self, index: usize, place: &Place) -> Option<()> {
        let whole = self.levels.last()?.run.last().copied()?;
        let noun = self.words(&self.places.get(whole)?.trail);
        let direct = index.checked_sub(1) == Some(whole) && self.alike(whole, index);
        let said = match place.mark {
            Mark::Joined => among_at(noun).is_some(),
            Mark::Comma => among_at(noun) == Some(noun.len()),
            _ => false,
        };
        if !direct || !said || place.opens + place.closes > 0 {
            return None;
        }
        self.start(whole, index, Form::Among, true)
    }

    /// In a bracket behind the whole.
    fn bracketed(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        let head = self
            .levels
            .last()?
            .head
            .filter(|&head| place.opens > 0 && self.alike(head, index))?;
        let compares = COMPARES.within(clause);
        if compares || says_total(clause) {
            return None;
        }
        self.start(head, index, Form::Bracket, true)
    }

    /// The next of a list.
    fn listed(&mut self, index: usize, place: &Place) -> Option<()> {
        let level = self.levels.last()?;
        let at = level.list?;
        let group = self.groups.get(at)?;
        let words = label(self.text, place);
        let outcome = outcomes::is_outcome(words);
        let joined = self
            .alike(group.whole, index)
            .then(|| self.joined(group, place, words));
        if joined == Some(Joined::Perhaps) {
            let mut parts = group.parts.clone();
            parts.extend(&level.pending);
            parts.push(index);
            let sum: f64 = parts
                .iter()
                .filter_map(|&part| Some(self.figure(part)?.value))
                .sum();
            let adds_up = sum == self.figure(group.whole)?.value;
            if !adds_up && parts.len() < FAR {
                self.levels.last_mut()?.pending.push(index);
                return None;
            }
            if adds_up {
                self.groups.get_mut(at)?.parts = parts;
                self.levels.last_mut()?.pending.clear();
                return Some(());
            }
        }
        // 审结187件，其中维持60件，正在审理25件: what was not decided belongs to the outer list.
        let other = level
            .outcomes
            .filter(|&outer| outer != at && place.mark == Mark::Comma && outcome);
        let outer = other.filter(|&outer| {
            let of = |group: Option<&Group>| group.map_or("", |group| self.first_label(group));
            outcomes::closes(of(self.groups.get(outer)), words)
                || !outcomes::are_kin(&[of(Some(group)), words])
        });
        // 其余 may be left over from either.
        if other.is_some() && outcomes::is_remainder(words) {
            self.levels.last_mut()?.list = None;
            return None;
        }
        let pending = std::mem::take(&mut self.levels.last_mut()?.pending);
        let whole_list = pending.is_empty() || outcomes::is_remainder(words);
        if joined != Some(Joined::Surely) || outer.is_some() || !whole_list {
            self.levels.last_mut()?.list = outer;
            return None;
        }
        let group = self.groups.get_mut(at)?;
        group.parts.extend(pending);
        group.parts.push(index);
        Some(())
    }

    /// The words of a group's first part.
    fn first_label(&self, group: &Group) -> &'a str {
        let first = group.parts.first().and_then(|&part| self.places.get(part));
        first.map_or("", |first| label(self.text, first))
    }

    /// Whether a figure with these words before it goes on with a list.
    fn joined(&self, group: &Group, place: &Place, words: &str) -> Joined {
        let clause = self.words(&place.clause);
        let outcome = outcomes::is_outcome(words);
        if says_total(clause) || group.form == Form::Outcome && !outcome {
            return Joined::Not;
        }
        let place_of = |index: Option<&usize>| self.places.get(*index?);
        match place.mark {
            Mark::Joined if clause.starts_with(['和', '及', '与']) => Joined::Surely,
            Mark::Joined if clause.starts_with("以及") => Joined::Surely,
            Mark::Pause => Joined::Surely,
            Mark::Comma if group.form == Form::Outcome => Joined::Surely,
            // A list whose first two stand with 、 does not go on behind a comma.
            Mark::Comma
                if place_of(group.parts.get(1)).is_none_or(|next| next.mark == Mark::Comma) =>
            {
                let first = self.first_label(group);
                let kin = outcomes::is_remainder(words) || outcomes::are_kin(&[first, words]);
                let verb = words.is_empty() || words::WORK.start_of(words).is_some();
                if words.ends_with('类') || outcome && kin {
                    Joined::Surely
                } else if outcome || verb {
                    Joined::Not
                } else if one_ending(first, words) {
                    Joined::Surely
                } else {
                    Joined::Perhaps
                }
            }
            _ => Joined::Not,
        }
    }

    /// What became of those counted before.
    fn outcome(&mut self, index: usize, place: &Place) -> Option<()> {
        let words = label(self.text, place);
        if place.mark > Mark::Colon || !outcomes::is_outcome(words) {
            return None;
        }
        let level = self.levels.last()?;
        if let Some(group) = level
            .list
            .filter(|_| level.list == level.outcomes)
            .and_then(|at| self.groups.get(at))
            && self.alike(group.whole, index)
        {
            let at = level.list?;
            self.groups.get_mut(at)?.parts.push(index);
            return Some(());
        }
        let value = |index: usize| self.figure(index).map(|figure| figure.value);
        let mut wholes = level.wholes.iter().rev().take(FAR).copied();
        let nearest = wholes.find(|&whole| self.alike(whole, index))?;
        let whole = std::iter::once(nearest)
            .chain(wholes)
            .find(|&whole| self.alike(whole, index) && value(whole) >= value(index))
            .unwrap_or(nearest);
        let mut run = level.run.iter().rev().take(FAR).copied();
        let near = run.find(|&before| self.alike(before, index)) == Some(whole);
        let of_whole = self.words(&self.places.get(whole)?.clause);
        // 其余 is left over from what became of the others, and says nothing alone.
        if outcomes::is_remainder(words) || outcomes::stands_beside(words, of_whole) {
            return None;
        }
        self.start(whole, index, Form::Outcome, near)
    }

    /// A sum behind its parts.
    fn total(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        if place.mark > Mark::Comma || !says_total(clause) {
            return None;
        }
        let depth = self.levels.len().checked_sub(1)?;
        let level = match depth.checked_sub(1) {
            Some(outer) if place.opens > 0 => self.levels.get(outer)?,
            _ => self.levels.get(depth)?,
        };
        let sum = self.figure(index)?;
        let mut parts = Vec::new();
        for &part in level.run.iter().rev().take(FAR) {
            if !summable(self.figure(part)?, sum) {
                break;
            }
            parts.push(part);
            if self.places.get(part)?.mark > Mark::Comma {
                break;
            }
        }
        if parts.len() < 2 {
            return None;
        }
        parts.reverse();
        let carried = level.carried;
        self.groups.push(Group {
            whole: index,
            parts,
            form: Form::Total,
            listed: Vec::new(),
            near: true,
            carried,
        });
        // The sum itself may be the whole of what follows.
        None
    }
}

#[cfg(test)]
mod tests;
