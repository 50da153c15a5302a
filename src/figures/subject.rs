//! What a figure counts, from the words around it: the noun phrase behind it (22个居民区), or the clause before it (审核合同199份),
//! filled up from what was counted before where the clause says too little (化解186起).

use super::clauses::{
    actor, attributed_end, clean, is_verb, join, last_clause, object_of, overlap, phrase_end,
    strip_closers, thing_of, tidy, without_verbs,
};
use super::extract::Found;
use super::words;
use crate::report::FigureKind;
use crate::text::marker::is_han;

/// The subject of each figure of a block.
#[must_use]
pub fn of(text: &str, found: &[Found]) -> Vec<Option<String>> {
    let mut memory = Memory::default();
    let mut from = 0;
    let mut subjects = Vec::with_capacity(found.len());
    for (index, figure) in found.iter().enumerate() {
        let next = found.get(index + 1).map_or(text.len(), |next| next.head);
        let view = View::new(text, figure, from, next);
        if view.new_sentence {
            memory = Memory::default();
        } else if view.new_topic {
            memory.stale = true;
        }
        let named = view.name(&memory);
        memory.note(&view, &named);
        from = figure.tail + named.used;
        subjects.push(tidy(&named.words));
    }
    subjects
}

/// What was counted before in the same sentence.
#[derive(Default)]
struct Memory {
    /// The subject of the figure before.
    last: Option<String>,
    /// Its measure word.
    last_unit: String,
    /// The same, shares and times left out.
    counted: Option<String>,
    /// The thing itself, without the verb: 纠纷 of 排查纠纷.
    head: Option<String>,
    /// The measure word of the last full subject.
    unit: String,
    /// The first full subject of the sentence.
    first: Option<String>,
    /// Figures so far.
    count: usize,
    /// The verb of the last full subject: 审查 of 审查合同.
    verb: Option<String>,
    /// A semicolon parts what was counted before from here.
    stale: bool,
    /// Behind 其中: what follows in the same measure word are parts of it.
    parts: bool,
    /// The clause before the figure before, as far as it says something.
    clause: Option<String>,
}

/// A subject, as put together.
#[derive(Default)]
struct Named {
    words: String,
    /// It names the thing itself and was not filled up from what came before.
    full: bool,
    /// Bytes behind the figure that went into it.
    used: usize,
}

impl Named {
    fn full(words: &str) -> Self {
        Self {
            words: words.to_owned(),
            full: true,
            used: 0,
        }
    }
    fn filled(words: String) -> Self {
        Self {
            words,
            full: false,
            used: 0,
        }
    }
}

impl Memory {
    fn note(&mut self, view: &View, named: &Named) {
        if named.words.is_empty() {
            return;
        }
        self.last = Some(named.words.clone());
        view.unit.clone_into(&mut self.last_unit);
        if matches!(
            view.figure.kind,
            FigureKind::Percent | FigureKind::Points | FigureKind::Duration
        ) {
            return;
        }
        if named.full && view.figure.kind != FigureKind::Money {
            let head = thing_of(&named.words);
            if head.chars().count() >= 2 && !is_verb(head) {
                self.head = Some(head.to_owned());
            }
            self.stale = false;
            let verb = named
                .words
                .get(..named.words.len() - without_verbs(&named.words).len());
            self.verb = verb
                .filter(|verb| verb.chars().count() == 2)
                .map(str::to_owned);
            self.unit = view.unit.to_owned();
            if self.first.is_none() {
                self.first = Some(named.words.clone());
            }
        }
        self.count += 1;
        self.parts = view.is_part(self);
        let clause = clean(view.clause);
        self.clause = (clause.chars().count() >= 2).then(|| clause.to_owned());
        self.counted = Some(named.words.clone());
    }
}

/// A figure and the words around it.
struct View<'a> {
    figure: &'a Found,
    unit: &'a str,
    /// From the last mark of punctuation or the last figure to the numeral and its qualifier.
    clause: &'a str,
    /// The clause before that one, where it is of the same sentence.
    clause_before: &'a str,
    /// What stands between the figure and the next mark of punctuation or figure.
    after: &'a str,
    /// What stands behind the figure, over marks of punctuation.
    behind: &'a str,
    new_sentence: bool,
    /// A semicolon since the figure before.
    new_topic: bool,
    /// No mark of punctuation between the figure before and this one.
    same_clause: bool,
    /// The words of the sentence before the clause.
    sentence: &'a str,
}

/// How far a look back or ahead may go, in bytes.
const WINDOW: usize = 240;

impl<'a> View<'a> {
    fn new(text: &'a str, figure: &'a Found, from: usize, next: usize) -> Self {
        let from = from.min(figure.head);
        let near = text
            .floor_char_boundary(figure.head.saturating_sub(WINDOW))
            .max(from);
        let window = text.get(near..figure.head).unwrap_or_default();
        let (rest, clause) = last_clause(window);
        let clause_before = match rest.strip_suffix([',', '(', ';', '|']) {
            Some(rest) => last_clause(rest).1,
            None => "",
        };
        let far = text
            .floor_char_boundary(figure.tail.saturating_add(WINDOW))
            .min(next.max(figure.tail));
        let after = text.get(figure.tail..far).unwrap_or_default();
        let gap = text.get(from..figure.head).unwrap_or_default();
        let far_back = text.floor_char_boundary(figure.head.saturating_sub(WINDOW));
        let sentence = text
            .get(far_back..figure.head - clause.len())
            .unwrap_or_default();
        Self {
            figure,
            same_clause: from > 0 && !gap.contains([',', '。', ';', ':', '!', '?', '、', '(', ')']),
            sentence: sentence.rsplit(['。', '!', '?']).next().unwrap_or_default(),
            unit: text.get(figure.unit.0..figure.unit.1).unwrap_or_default(),
            clause,
            clause_before,
            after: after
                .split([',', '。', ';', ':', '!', '?', '、', ')', '(', '\n', '|'])
                .next()
                .unwrap_or_default(),
            behind: after,
            new_topic: gap.contains(';'),
            new_sentence: gap.contains(['。', '!', '?']),
        }
    }

    /// The subject.
    fn name(&self, memory: &Memory) -> Named {
        match self.figure.kind {
            FigureKind::Percent | FigureKind::Points => self.share(memory),
            FigureKind::Money | FigureKind::Duration => {
                let mut named = self.by_the_clause(memory);
                if self.figure.kind == FigureKind::Money {
                    if named.words.ends_with('罚') {
                        named.words.push('款');
                    } else if named.words.chars().count() == 2
                        && words::OF_MONEY.holds(&named.words)
                    {
                        named.words.push_str("金额");
                    }
                }
                named
            }
            FigureKind::Count | FigureKind::Measure => {
                if let Some(named) = self.award() {
                    return named;
                }
                self.by_what_follows()
                    .unwrap_or_else(|| self.by_the_clause(memory))
            }
        }
    }

    /// 3个村被命名为民主法治示范村: what they became says more than 村.
    fn award(&self) -> Option<Named> {
        let (at, word) = words::AWARDS.first_in(self.after)?;
        if self.after.get(..at)?.chars().count() > 2 {
            return None;
        }
        let object = self.after.get(at + word.len()..)?;
        let object = object
            .split('的')
            .next()
            .unwrap_or(object)
            .trim_end_matches("称号");
        match object.chars().count() {
            0 | 1 => None,
            2 => Some(Named {
                words: format!("{word}{object}"),
                full: true,
                used: 0,
            }),
            _ => Some(Named::full(object)),
        }
    }

    /// The noun phrase behind the figure.
    fn by_what_follows(&self) -> Option<Named> {
        let after = self.after.strip_prefix('的').unwrap_or(self.after);
        let skipped = self.after.len() - after.len();
        if !after.starts_with(|c: char| is_han(c) || "“《A".contains(c)) {
            return None;
        }
        let end = match phrase_end(after) {
            0 => attributed_end(after),
            end => end,
        };
        let phrase = after.get(..end)?;
        // 18个村(社区)
        let bracket = self.behind.get(skipped + end..).and_then(|rest| {
            let inner = rest.strip_prefix('(')?;
            let close = inner.find(')').filter(|&close| close <= 12)?;
            let group = rest.get(..close + 2)?;
            group
                .chars()
                .skip(1)
                .take_while(|&c| c != ')')
                .all(is_han)
                .then_some(group)
        });
        let phrase = if end == after.len() {
            phrase.trim_end_matches('中')
        } else {
            phrase
        };
        let phrase = phrase.trim_end_matches(['和', '及', '与', '、']);
        if phrase.is_empty() || (phrase.chars().count() == 1 && !words::SHORT.contains(phrase)) {
            return None;
        }
        let used = skipped + end;
        let clause = clean(self.clause);
        let rest = after.get(end..).unwrap_or_default();
        if words::PEOPLE.holds(phrase) {
            // 20名人员的执法资格培训, 15名人员参加考试
            let doing = rest.strip_prefix('的').unwrap_or(rest);
            let words = match doing.chars().count() {
                2..=14 => format!("{doing}{phrase}"),
                _ if (2..=12).contains(&clause.chars().count()) => format!("{clause}{phrase}"),
                _ => phrase.to_owned(),
            };
            return Some(Named {
                words,
                full: true,
                used,
            });
        }
        if words::EMPTY.holds(phrase)
            || (words::PERSONS.end_of(phrase).is_some() && words::OF_THINGS.holds(self.unit))
        {
            return None;
        }
        if let Some(group) = rest.strip_prefix("组成的") {
            let group = group.get(..phrase_end(group)).unwrap_or_default();
            return Some(Named {
                words: join(phrase, group),
                full: true,
                used,
            });
        }
        if words::PERSONS.end_of(phrase).is_some() && phrase.chars().count() <= 6 {
            let taking_part = (phrase == "同志"
                || words::TAKING_PART.start_of(rest).is_some()
                || words::AWARDS.start_of(rest).is_some())
                && (4..=12).contains(&rest.chars().count());
            if taking_part {
                return Some(Named {
                    words: format!("{rest}的{phrase}"),
                    full: true,
                    used,
                });
            }
        }
        if words::GENERIC.holds(phrase)
            && clause.chars().count() >= 2
            && !self.clause.ends_with('等')
        {
            return Some(Named {
                words: format!("{clause}{phrase}"),
                full: true,
                used,
            });
        }
        Some(Named {
            words: format!("{phrase}{}", bracket.unwrap_or_default()),
            full: true,
            used,
        })
    }

    /// Whether the clause goes on with a list of figures.
    fn raw_list(&self) -> bool {
        self.clause.starts_with('、')
    }

    /// Whether the figure is a part of what was counted before: 其中工程类45份、服务类62份.
    fn is_part(&self, memory: &Memory) -> bool {
        self.clause.contains("其中")
            || self.clause.contains("包括")
            || (memory.parts && self.unit == memory.unit)
    }

    /// The clause before the figure, filled up where it says too little.
    fn by_the_clause(&self, memory: &Memory) -> Named {
        let clause = clean(self.clause);
        let length = clause.chars().count();
        if length == 0 {
            return self.inherited(memory, self.doing());
        }
        let money = self.figure.kind == FigureKind::Money;
        let persons = matches!(self.unit, "人" | "人次" | "名" | "名次" | "位");
        if words::TAKING_PART.holds(clause) && (persons || !words::STATES.holds(clause)) {
            let base = memory.counted.as_deref().map(|base| {
                words::TAKING_PART
                    .strip_end(base)
                    .filter(|rest| !rest.is_empty())
                    .unwrap_or(base)
                    .to_owned()
            });
            let base = base.or_else(|| self.clause_before_cleaned());
            if let Some(base) = base {
                return Named::filled(join(&base, clause));
            }
        }
        let part = self.is_part(memory);
        let verb = is_verb(clause);
        if let Some(head) = memory
            .head
            .as_deref()
            .filter(|_| !money && (!memory.stale || words::WORK.holds(clause)))
        {
            let share_of_it = part && length <= 6;
            let one_of_list =
                self.unit == memory.unit && (clause.ends_with('类') || clause.ends_with("制定"));
            if (verb || share_of_it || one_of_list) && !overlap(head, clause) {
                return Named::filled(join(clause, head));
            }
        } else if (verb || clause.ends_with("化解")) && !money {
            // 收到行政复议申请后依法审查,受理214件
            if let Some(object) =
                object_of(self.clause_before).filter(|object| !overlap(object, clause))
            {
                return Named::full(&join(clause, object));
            }
        }
        // 审查文件14件、协议41份
        if let Some(verb) = memory
            .verb
            .as_deref()
            .filter(|_| length <= 2 && self.raw_list())
        {
            return Named::filled(join(verb, clause));
        }
        let mut words = clause.to_owned();
        if (length == 1 || self.clause.ends_with('了') || clause == "开会")
            && let Some(&(short, long)) = words::SPOKEN
                .iter()
                .find(|(short, _)| clause.ends_with(short))
        {
            words = format!("{}{long}", clause.strip_suffix(short).unwrap_or_default());
        }
        if !money
            && (words.chars().count() <= 4 || words::GENERIC.holds(without_verbs(clause)))
            && let Some(actor) = actor(self.sentence).filter(|actor| !overlap(actor, &words))
        {
            words = join(actor, &words);
        }
        Named {
            full: !part,
            words,
            used: 0,
        }
    }

    /// Nothing in the clause itself: the same thing once more, a sum, or what was counted before and what is said of it.
    fn inherited(&self, memory: &Memory, doing: &str) -> Named {
        let base = || {
            memory
                .head
                .clone()
                .or_else(|| memory.last.clone())
                .or_else(|| self.clause_before_cleaned())
        };
        let sum = ["共", "合计", "共计", "总计", "总共"]
            .iter()
            .any(|word| self.clause.ends_with(word));
        if sum
            && memory.count > 1
            && self.figure.kind == FigureKind::Count
            && let Some(first) = &memory.first
        {
            return Named::filled(format!("{first}等合计"));
        }
        if doing.chars().count() >= 2 {
            let taking_part = words::TAKING_PART.start_of(doing).is_some();
            let base = if taking_part {
                memory
                    .counted
                    .clone()
                    .or_else(|| self.clause_before_cleaned())
            } else {
                base()
            };
            return match base {
                Some(base) => Named::filled(join(&base, doing)),
                None => Named::filled(doing.to_owned()),
            };
        }
        if self.same_clause
            && memory.last_unit != self.unit
            && let Some(clause) = &memory.clause
        {
            return Named::filled(clause.clone());
        }
        if memory.last.is_none() {
            return self
                .clause_before_cleaned()
                .map(Named::filled)
                .unwrap_or_default();
        }
        memory.last.clone().map(Named::filled).unwrap_or_default()
    }

    /// What is said of those counted, behind the figure: 参加考试 of 60余人参加考试.
    fn doing(&self) -> &'a str {
        let end = self
            .after
            .char_indices()
            .nth(8)
            .map_or(self.after.len(), |(at, _)| at);
        let doing = self.after.get(..end).unwrap_or_default();
        let doing = doing.trim_start_matches(['以', '之', '内']);
        if doing.starts_with(is_han) { doing } else { "" }
    }

    /// The clause before, without what opens and closes it.
    fn clause_before_cleaned(&self) -> Option<String> {
        let clause = clean(self.clause_before);
        (clause.chars().count() >= 2).then(|| clause.to_owned())
    }

    /// A share or a change of one.
    fn share(&self, memory: &Memory) -> Named {
        let raw = self.clause.trim_start_matches(|c: char| "、,)".contains(c));
        // 不足职工总数的5%, 占全乡行政村的27.3%
        if let Some(inner) = raw.strip_suffix('的')
            && let Some((at, _)) = words::SHARES.first_in(inner)
        {
            let whose = clean(inner.get(..at).unwrap_or_default());
            return self.part_of(whose, memory);
        }
        let bare = strip_closers(raw);
        if let Some(whose) = bare
            .strip_suffix("占比")
            .or_else(|| bare.strip_suffix('占'))
        {
            return self.part_of(clean(whose), memory);
        }
        if let Some(named) = self.change(bare, memory) {
            return named;
        }
        let clause = clean(raw);
        let length = clause.chars().count();
        if length == 0 {
            return self.inherited(memory, "");
        }
        let Some(stem) = clause.strip_suffix('率').filter(|_| length <= 4) else {
            return Named::full(clause);
        };
        // 调解成功441件,成功率97.6%
        if let Some(last) = &memory.counted
            && let Some(at) = last.find(stem)
        {
            let head = last.get(..at).unwrap_or_default();
            return Named::filled(format!("{head}{clause}"));
        }
        if let Some(at) = self.clause_before.rfind(stem).filter(|_| length <= 3) {
            let head = clean(self.clause_before.get(..at).unwrap_or_default());
            return Named::filled(format!("{head}{clause}"));
        }
        let before = || {
            let clause = clean(self.clause_before);
            let phrase = clause.get(..phrase_end(clause)).unwrap_or_default();
            (phrase.chars().count() >= 2).then(|| phrase.to_owned())
        };
        let whole = memory
            .counted
            .clone()
            .filter(|last| last.chars().count() <= 8);
        let base = whole
            .or_else(|| memory.head.clone())
            .or_else(|| memory.counted.clone())
            .or_else(before);
        match base {
            Some(base) if base.chars().count() <= 12 => Named::filled(format!("{base}{clause}")),
            _ => Named::full(clause),
        }
    }

    fn part_of(&self, whose: &str, memory: &Memory) -> Named {
        let base = if whose.chars().count() >= 2 {
            Some(whose.to_owned())
        } else {
            memory.last.clone().or_else(|| self.clause_before_cleaned())
        };
        base.map(|base| Named::filled(format!("{base}占比")))
            .unwrap_or_default()
    }

    /// 持证率比上年提高8.5个百分点, 警情(比上年少21.9%
    fn change(&self, clause: &str, memory: &Memory) -> Option<Named> {
        let word = words::CHANGES.end_of(clause)?;
        let mut whose = clause.strip_suffix(word)?;
        let mut compared = false;
        while let Some(rest) = words::COMPARED.strip_end(whose) {
            whose = rest;
            compared = true;
        }
        let whose = clean(whose);
        // 较2022年提高
        let year = whose
            .strip_prefix(['较', '比', '与'])
            .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
        let whose = if year { "" } else { whose };
        let short = word.chars().count() == 1;
        if short && !compared && !whose.is_empty() {
            return None;
        }
        let base = if whose.chars().count() >= 2 {
            whose.to_owned()
        } else {
            let before = self.clause_before_cleaned().filter(|_| short);
            before
                .or_else(|| memory.last.clone())
                .or_else(|| self.clause_before_cleaned())?
        };
        Some(Named::filled(format!(
            "{base}{}",
            if short { "同比" } else { word }
        )))
    }
}

#[cfg(test)]
mod tests;
