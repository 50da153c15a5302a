//! Figures that a 分别 deals out to the names or the subjects before it: 事故数、死亡人数分别下降21.7%、15.2%.

use std::rc::Rc;

use super::super::clauses::{clean, strip_closers};
use super::super::extract::Found;
use super::super::words;
use super::view::View;

/// How many figures follow one another with nothing but a mark between them, this one included.
pub(super) fn run_length(text: &str, found: &[Found], index: usize) -> usize {
    let run = found.get(index..).unwrap_or_default();
    let pairs = run.iter().zip(run.iter().skip(1));
    1 + pairs
        .take_while(|(one, next)| {
            let gap = text.get(one.tail..next.head).unwrap_or_default();
            matches!(gap, "、" | "和" | "及" | "与" | "," | "、和" | "以及")
        })
        .count()
}

/// The subjects of a run of figures behind 分别; nothing where it is not clear which belongs to which.
pub(super) fn subjects(view: &View, run: usize, before: &[Rc<str>]) -> Option<Vec<String>> {
    if run < 2 {
        return None;
    }
    let (named, common) = view.clause.rsplit_once("分别")?;
    let common = strip_closers(common);
    if let Some(names) = names(named, run) {
        let common = clean(common);
        return Some(names.iter().map(|name| format!("{name}{common}")).collect());
    }
    let changed = common.is_empty() || words::CHANGES.holds(strip_compared(common));
    if !changed || !strip_compared(clean(named)).is_empty() {
        return None;
    }
    let from = before.len().checked_sub(run)?;
    let subjects = before.get(from..)?.iter();
    Some(
        subjects
            .map(|subject| format!("{subject}{common}"))
            .collect(),
    )
}

/// The names of a list of so many, each with what they share at its end: A、B、C等制度落实率.
fn names(list: &str, run: usize) -> Option<Vec<String>> {
    let (items, shared) = match list.rsplit_once('等') {
        Some((items, shared)) if items.contains('、') => (items, shared),
        _ => (list, ""),
    };
    let items: Vec<&str> = items.split(['、', '和', '及', '与']).collect();
    let plain = items
        .iter()
        .all(|item| (1..=14).contains(&item.chars().count()));
    if items.len() != run || !plain {
        return None;
    }
    let last = items.last()?;
    // 培训率、合格率: the last name has what it is called itself; A、B合格率 shares it.
    let shared = match last.strip_suffix('率') {
        Some(_)
            if shared.is_empty()
                && !items.iter().rev().skip(1).any(|item| item.ends_with('率')) =>
        {
            let from = last.char_indices().rev().nth(2).map_or(0, |(at, _)| at);
            last.get(from..)?
        }
        _ => shared,
    };
    Some(
        items
            .iter()
            .map(|item| {
                format!(
                    "{}{shared}",
                    clean(item).strip_suffix(shared).unwrap_or(clean(item))
                )
            })
            .collect(),
    )
}

/// The words of change without those of comparison: 同比下降.
fn strip_compared(mut words: &str) -> &str {
    while let Some(rest) = words::COMPARED
        .start_of(words)
        .and_then(|word| words.get(word.len()..))
    {
        words = rest;
    }
    words
}
