//! So many items are announced, and more or fewer are given.

use crate::document::Document;
use crate::figures::{numerals, units};
use crate::report::Severity;
use crate::text::BlockKind;
use crate::text::marker::{self, Style};

use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H11",
    slug: "announced-items",
    title: "预告的条数与列出的不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "写明“三个专项小组”“以下三个方面的问题”“做到四个到位”，后面紧接着用一是、二是或者（一）（二）列出的，列出的条数与预告的是否一致。没有逐条列出的不查。",
    why: "增删条目后容易漏改前面的数。",
    example: "“存在以下三个方面的问题：一是……二是……三是……四是……”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Measure words that items are announced with, and nouns that stand without one.
static UNITS: Lexicon = Lexicon::new("个 项 大 点 条 类 种 件");
const NOUNS: &[&str] = &["方面", "步"];

/// How the words end that announce items and nothing else.
static ANNOUNCED: Lexicon = Lexicon::new(
    "方面 问题 不足 短板 弱项 小组 到位 举措 措施 环节 抓手 工作 任务 机制 突出 结合 强化 重点 步骤 事 \
     特点 困难 难题 步 点 差距 专班 要求 发力 入手 着手 用力 着力",
);

/// What says that the items follow.
static FOLLOWING: Lexicon = Lexicon::new("以下 下列 如下 下设 分设 分为 存在 主要有 抓好 做到");

fn check(document: &Document<'_>) -> Vec<Draft> {
    let text = document.layout.folded.text();
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind != BlockKind::Text {
            continue;
        }
        let words = document.layout.folded_of(block);
        for (at, first) in starts(words, 0) {
            if first.number != Some(1) {
                continue;
            }
            let at = block.folded.start + at;
            let Some(announced) = Announced::before(text, at) else {
                continue;
            };
            let Some(given) = given(document, at, &first, announced.number) else {
                continue;
            };
            drafts.extend(announced.judge(document, given));
        }
    }
    drafts
}

/// The marks of items in a text from a byte on: where each stands, and what it is.
fn starts(text: &str, from: usize) -> impl Iterator<Item = (usize, marker::Marker)> + '_ {
    let mut previous = '\n';
    let rest = text.get(from..).unwrap_or_default();
    rest.char_indices().filter_map(move |(at, c)| {
        let before = std::mem::replace(&mut previous, c);
        let mark = match before {
            '\n' | '。' | ';' | ':' | '!' | '?' => marker::read(rest.get(at..)?)?,
            ',' => marker::read(rest.get(at..)?).filter(|mark| mark.style == Style::Enumerator)?,
            _ => return None,
        };
        Some((from + at, mark))
    })
}

/// How many items a list has that begins at a byte of the folded text, where so many are expected; nothing where that is not sure.
fn given(
    document: &Document<'_>,
    start: usize,
    first: &marker::Marker,
    expected: u32,
) -> Option<u32> {
    let text = document.layout.folded.text();
    let spelled = |at: usize| text.get(at..).is_some_and(|rest| rest.starts_with('第'));
    let (mut count, mut last) = (1, start);
    let end = document.found.body_end;
    for (at, mark) in starts(text, start).skip(1) {
        if at >= end {
            break;
        }
        let own_line = at == 0 || text.get(..at).is_some_and(|head| head.ends_with('\n'));
        if mark.style < first.style && own_line {
            // Numbers below 一是 may belong to the item itself.
            let inside = first.style == Style::Enumerator && mark.style > Style::ChineseParen;
            return (!inside).then_some(count);
        }
        if mark.style != first.style || spelled(at) != spelled(start) {
            continue;
        }
        match mark.number {
            Some(number) if number == count + 1 => (count, last) = (number, at),
            // Another list; in the same paragraph perhaps one inside the last item, behind which this one goes on.
            Some(1) => {
                let apart = text
                    .get(last..at)
                    .is_some_and(|between| between.contains('\n'));
                return (apart || count >= expected).then_some(count);
            }
            // A gap is another rule's matter.
            _ => return None,
        }
    }
    (!document.parts.cut_off).then_some(count)
}

/// What announces a list: the numbers in the clause before it.
struct Announced<'a> {
    /// The last of them, which counts the items.
    number: u32,
    /// The others.
    others: Vec<u32>,
    /// From the numeral to its unit, in the folded text.
    start: usize,
    end: usize,
    /// What is announced: 方面的问题.
    noun: &'a str,
    /// The whole clause.
    clause: &'a str,
    /// Whether a colon leads to the list.
    colon: bool,
}

impl<'a> Announced<'a> {
    fn before(text: &'a str, at: usize) -> Option<Self> {
        const LONGEST: usize = 150;
        let head = text.get(..at)?.trim_end_matches('\n');
        let colon = head.ends_with(':');
        let head = head.strip_suffix([':', '。', ','])?;
        let from = head.floor_char_boundary(head.len().saturating_sub(LONGEST));
        let window = head.get(from..)?;
        let clause = window
            .rsplit([',', '。', ';', ':', '!', '?', '\n'])
            .next()?;
        let clause_at = head.len() - clause.len();
        let mut numbers = Vec::new();
        let mut next = 0;
        for (at, c) in clause.char_indices() {
            if at < next || !numerals::starts_numeral(c) {
                continue;
            }
            let Some(numeral) = numerals::read(clause, at) else {
                continue;
            };
            next = numeral.end;
            let rest = clause.get(numeral.end..)?;
            let exact = numeral.qualifier.is_none() && (2.0..=12.0).contains(&numeral.value);
            if let Some(unit) = unit(rest).filter(|_| exact) {
                numbers.push((numeral.value as u32, at, numeral.end + unit));
            }
        }
        let (number, from, to) = numbers.pop()?;
        Some(Self {
            number,
            others: numbers.into_iter().map(|number| number.0).collect(),
            start: clause_at + from,
            end: clause_at + to,
            noun: clause.get(to..)?,
            clause,
            colon,
        })
    }

    fn judge(&self, document: &Document<'_>, given: u32) -> Option<Draft> {
        const LONGEST: usize = 12;
        let apart = given.abs_diff(self.number);
        if given < 2 || apart == 0 || apart > 2 || self.others.contains(&given) {
            return None;
        }
        // “四个意识” names; “四个到位” counts.
        let quoted = self.clause.contains('”') || self.clause.contains('》');
        let noun = self.noun.trim_end_matches('”');
        let unit_says = document
            .folded(&(self.start..self.end))
            .ends_with(['点', '步'])
            && noun.is_empty();
        let named = unit_says || ANNOUNCED.ends(noun) && noun.chars().count() <= LONGEST;
        let following = FOLLOWING.within(self.clause);
        let coined = ["到位", "突出", "结合", "强化"]
            .iter()
            .any(|word| noun.ends_with(word));
        if !named || quoted && !coined || noun.contains(['”', '》']) || !self.colon && !following
        {
            return None;
        }
        let sure = self.colon && apart == 1 && !quoted;
        let severity = if sure {
            Severity::Warning
        } else {
            Severity::Notice
        };
        let said = self.start..self.end;
        Some(Draft::at(
            severity,
            document.span(&said),
            format!(
                "前面写的是“{}{}”，后面列出了{given}条，请核对。",
                document.words(&said),
                self.noun
            ),
        ))
    }
}

/// Bytes of the unit that items are counted by.
fn unit(rest: &str) -> Option<usize> {
    match units::read(rest) {
        Some(unit) => UNITS.holds(rest.get(..unit.len)?).then_some(unit.len),
        None => NOUNS
            .iter()
            .find(|noun| rest.starts_with(**noun))
            .map(|noun| noun.len()),
    }
}
