//! What last year's report planned, item by item, and where this year's says that it was done. A hint: words are compared, not what they mean.
//!
//! The words that count are those that both an item and a place of the results have, the more the rarer they are in both reports. A false
//! 找到 would do harm, a false 没有找到 makes somebody look twice: so what is uncertain is not found.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::side::Side;
use crate::report::PartId;
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;
use crate::text::{BlockKind, Utf16Span, formulas};

/// So many items of a plan are looked up, so many clauses of each, in so many sentences.
const MOST_ITEMS: usize = 100;
const MOST_CLAUSES: usize = 20;
const MOST_SENTENCES: usize = 2000;
/// A clause has at least so many characters of content, or is no promise.
const SHORTEST_CLAUSE: usize = 4;
/// So many sentences that follow each other may together tell that something was done.
const WINDOW: usize = 2;
/// What share of a clause's content must stand there, and what share of an item's clauses make the whole of it.
const TOLD: f64 = 0.6;
const WHOLE: f64 = 0.6;
/// The words in common must have so many characters together: 合法性审查 alone stands in every report.
const ENOUGH: usize = 6;
/// A word that stands in more sentences than this is of no use.
const RARE: usize = 3;

/// What ends a sentence, and what parts words in it.
const ENDS: [char; 5] = ['。', '!', '?', ';', '\n'];
const CLAUSE_ENDS: [char; 7] = ['。', '!', '?', ';', '\n', ',', ':'];

/// Words that any plan and any result holds.
static EMPTY: Lexicon = Lexicon::new(
    "进一步 持续 不断 继续 加强 强化 加大 推进 推动 深入 深化 着力 提升 提高 增强 完善 健全 建立 建设 落实 坚持 开展 组织 实施 积极 全面 \
     切实 严格 认真 扎实 有效 做好 抓好 抓实 确保 力争 努力 促进 优化 规范 聚焦 围绕 突出 工作 机制 制度 体系 能力 水平 力度 质效 质量 效果 \
     法治政府 法治建设 依法行政 依法治 年内 全年 年度 明年 下一步 一年 方面 方式 情况 问题 要求 作用 成效 重点 主要 相关 有关 进行 通过 \
     形成 发挥 引导 实现 打造 构建 夯实 巩固 拓展 创新 常态化 制度化 规范化 精准 高效 基层 全部 各项 一批",
);
/// Characters that are no part of a word of content.
const PARTICLES: &str = "的了和与及或对在将把为以到中上下等各其并是有不也都个于从按让由被使更又所向就这那该本每再年月日多";

/// Words that take back what stands beside them.
static NOT_DONE: Lexicon = Lexicon::new("未完成 未能 尚未 没有完成 未达到 没有达到 未启动 推迟");

/// What is said beside the items.
pub const HINT: &str = "按词语比对上年安排与本年举措，只作提示：找到相应词语不等于已经完成，没有找到也可能是换了说法，请看原文。";

/// Whether something was done.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub enum Outcome {
    /// Words that tell of it stand in the results.
    Found,
    /// Words that tell of a part of it do.
    Partly,
    /// None do.
    NotFound,
}

impl Outcome {
    /// The words for it.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Found => "找到相应内容",
            Self::Partly => "部分内容相应",
            Self::NotFound => "没有找到",
        }
    }
}

/// An item of last year's plan.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Item {
    /// Where it stands in the old report.
    pub span: Utf16Span,
    /// Whether this year's results tell of it.
    pub outcome: Outcome,
    /// Where they tell of it, in the order of the item's clauses.
    pub evidence: Vec<Evidence>,
}

/// A place in this year's results.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Evidence {
    /// Where it is in the new report.
    pub span: Utf16Span,
    /// The words that it has in common with the item, the longest first.
    pub words: Vec<String>,
}

/// The items of the old report's plan, in its order; none where one of the two parts is missing.
#[must_use]
pub fn find(sides: [&Side<'_>; 2]) -> Vec<Item> {
    let [old, new] = sides;
    let results = places(new, &new.ranges(PartId::Measures));
    if results.is_empty() {
        return Vec::new();
    }
    let everywhere = |side: &Side<'_>| {
        let whole = 0..side.layout.folded.len();
        sentences(side, &[whole])
    };
    let (all_old, all_new) = (everywhere(old), everywhere(new));
    let rarity = Rarity::of(old, &all_old, new, &all_new);
    let items = items(old).into_iter().take(MOST_ITEMS);
    items
        .filter_map(|(range, title)| look_up(sides, (&range, title), &results, &rarity))
        .collect()
}

/// The items of a plan, in bytes of the folded text: its innermost sections, each with the end of its title, or else its sentences.
fn items(side: &Side<'_>) -> Vec<(Range<usize>, usize)> {
    let ranges = side.ranges(PartId::NextPlan);
    let part = side.part(PartId::NextPlan);
    let own = |id: &str| part.is_some_and(|part| part.sections.iter().any(|own| own == id));
    let sections = &side.report.sections;
    let parents: HashSet<&str> = sections
        .iter()
        .filter_map(|s| s.parent.as_deref())
        .collect();
    let leaves = sections
        .iter()
        .filter(|section| !own(&section.id) && !parents.contains(section.id.as_str()))
        .map(|section| (side.folded(section.span), side.folded(section.heading).end))
        .filter(|(leaf, _)| {
            let within = |range: &Range<usize>| range.start <= leaf.start && leaf.end <= range.end;
            ranges.iter().any(within)
        });
    let leaves: Vec<_> = leaves.collect();
    if !leaves.is_empty() {
        return leaves;
    }
    let own_headings = sections.iter().filter(|section| own(&section.id));
    let headings: Vec<usize> = own_headings
        .map(|section| side.folded(section.heading).end)
        .collect();
    let sentences = sentences(side, &ranges).into_iter();
    let items = sentences.filter(|sentence| !headings.contains(&trimmed(side, sentence).end));
    items
        .map(|sentence| (sentence.clone(), sentence.start))
        .collect()
}

/// The sentences of some ranges, in bytes of the folded text.
fn sentences(side: &Side<'_>, ranges: &[Range<usize>]) -> Vec<Range<usize>> {
    let mut sentences = Vec::new();
    for block in side
        .layout
        .blocks
        .iter()
        .filter(|block| block.kind != BlockKind::Clutter)
    {
        for range in ranges {
            let range = range.start.max(block.folded.start)..range.end.min(block.folded.end);
            let mut at = range.start;
            for sentence in side.words(&range).split_inclusive(ENDS) {
                sentences.push(at..at + sentence.len());
                at += sentence.len();
            }
        }
    }
    sentences
}

/// A few sentences of the results, and the pairs of characters in them.
struct Place {
    range: Range<usize>,
    pairs: HashSet<[char; 2]>,
}

/// The sentences of some ranges, one by one and those of a paragraph that follow each other.
fn places(side: &Side<'_>, ranges: &[Range<usize>]) -> Vec<Place> {
    let mut sentences = sentences(side, ranges);
    sentences.truncate(MOST_SENTENCES);
    let windows = (1..=WINDOW).flat_map(|len| sentences.windows(len));
    let places = windows.filter_map(|window| {
        let range = window.first()?.start..window.last()?.end;
        let words = side.words(&range).trim_end_matches('\n');
        (!words.contains('\n')).then(|| Place {
            pairs: Content::of(words).pairs(),
            range,
        })
    });
    places.collect()
}

/// The words of content of a text: runs of characters without marks, particles and empty words.
struct Content {
    runs: Vec<Vec<char>>,
}

impl Content {
    fn of(text: &str) -> Self {
        let mut runs = vec![Vec::new()];
        let mut rest = text;
        while let Some(c) = rest.chars().next() {
            let empty = EMPTY.start_of(rest).map(str::len);
            if empty.is_none() && is_han(c) && !PARTICLES.contains(c) {
                if let Some(run) = runs.last_mut() {
                    run.push(c);
                }
            } else if runs.last().is_some_and(|run| !run.is_empty()) {
                runs.push(Vec::new());
            }
            rest = rest
                .get(empty.unwrap_or(c.len_utf8())..)
                .unwrap_or_default();
        }
        runs.retain(|run| run.len() > 1);
        Self { runs }
    }

    fn chars(&self) -> usize {
        self.runs.iter().map(Vec::len).sum()
    }

    /// What all its pairs count for.
    fn weight(&self, rarity: &Rarity) -> f64 {
        self.pairs().iter().map(|&pair| rarity.weight(pair)).sum()
    }

    /// Each two characters that follow each other.
    fn pairs(&self) -> HashSet<[char; 2]> {
        let windows = self.runs.iter().flat_map(|run| run.windows(2));
        windows.filter_map(|pair| pair.try_into().ok()).collect()
    }
}

/// In how many sentences of both reports two characters stand together.
struct Rarity(HashMap<[char; 2], usize>);

impl Rarity {
    fn of(
        old: &Side<'_>,
        of_old: &[Range<usize>],
        new: &Side<'_>,
        of_new: &[Range<usize>],
    ) -> Self {
        let mut counts = HashMap::new();
        for (side, sentences) in [(old, of_old), (new, of_new)] {
            for sentence in sentences {
                for pair in Content::of(side.words(sentence)).pairs() {
                    *counts.entry(pair).or_insert(0) += 1;
                }
            }
        }
        Self(counts)
    }

    fn count(&self, pair: [char; 2]) -> usize {
        self.0.get(&pair).copied().unwrap_or_default()
    }

    /// What a pair counts for: one where it stands in the item and in one other place.
    fn weight(&self, pair: [char; 2]) -> f64 {
        1.0 / (self.count(pair).max(2) - 1) as f64
    }
}

/// Looks an item, whose title ends at a place, up in the results, clause by clause; none where it holds no content.
fn look_up(
    sides: [&Side<'_>; 2],
    (range, title): (&Range<usize>, usize),
    results: &[Place],
    rarity: &Rarity,
) -> Option<Item> {
    let [old, new] = sides;
    let clauses = |range: &Range<usize>| -> Vec<Content> {
        let clauses = old.words(range).split(CLAUSE_ENDS);
        let clauses = clauses.filter(|clause| !formulas::is_set_piece(clause));
        let clauses = clauses.map(Content::of);
        clauses
            .filter(|clause| clause.chars() >= SHORTEST_CLAUSE)
            .take(MOST_CLAUSES)
            .collect()
    };
    // A title says in general what stands below it.
    let mut promised = clauses(&(title..range.end));
    if promised.is_empty() {
        promised = clauses(range);
    }
    let (mut all, mut told) = (0.0, 0.0);
    let mut evidence: Vec<Evidence> = Vec::new();
    for clause in promised {
        let weight = clause.weight(rarity);
        all += weight;
        let Some((place, words)) = tells(new, &clause, results, rarity) else {
            continue;
        };
        told += weight;
        let span = new.span(&trimmed(new, &place));
        match evidence.iter_mut().find(|known| known.span == span) {
            Some(known) => known.words.extend(words),
            None => evidence.push(Evidence { span, words }),
        }
    }
    let outcome = match told {
        0.0 => Outcome::NotFound,
        told if told >= WHOLE * all => Outcome::Found,
        _ => Outcome::Partly,
    };
    (all > 0.0).then(|| Item {
        span: old.span(&trimmed(old, range)),
        outcome,
        evidence,
    })
}

/// The place in the results that tells of a clause, and the words that it has in common with it.
fn tells(
    new: &Side<'_>,
    clause: &Content,
    results: &[Place],
    rarity: &Rarity,
) -> Option<(Range<usize>, Vec<String>)> {
    let pairs = clause.pairs();
    let shares = results.iter().map(|place| {
        let same = pairs.intersection(&place.pairs);
        (same.map(|&pair| rarity.weight(pair)).sum::<f64>(), place)
    });
    // Of equals the first, which is the shortest.
    let (share, place) = shares.reduce(|best, next| if next.0 > best.0 { next } else { best })?;
    let place = place.range.clone();
    let text = new.words(&place);
    let words = words(clause, text, rarity);
    let chars: usize = words.iter().map(|word| word.chars().count()).sum();
    let enough = share >= TOLD * clause.weight(rarity) && chars >= ENOUGH && !NOT_DONE.within(text);
    enough.then_some((place, words))
}

/// A range without a line feed at its end.
fn trimmed(side: &Side<'_>, range: &Range<usize>) -> Range<usize> {
    range.start..range.start + side.words(range).trim_end_matches('\n').len()
}

/// The longest words of an item that stand in a text too, without those that stand everywhere.
fn words(content: &Content, text: &str, rarity: &Rarity) -> Vec<String> {
    let there = Content::of(text);
    let mut words: Vec<String> = Vec::new();
    for run in &content.runs {
        let mut at = 0;
        while at < run.len() {
            let longest = there
                .runs
                .iter()
                .flat_map(|other| (0..other.len()).map(move |from| (other, from)));
            let len = longest
                .map(|(other, from)| {
                    let pairs = run.iter().skip(at).zip(other.iter().skip(from));
                    pairs.take_while(|(one, other)| one == other).count()
                })
                .max()
                .unwrap_or_default();
            let word = run.get(at..at + len).unwrap_or_default();
            let mut pairs = word.windows(2).filter_map(|pair| pair.try_into().ok());
            if pairs.any(|pair| rarity.count(pair) <= RARE) {
                let word: String = word.iter().collect();
                if !words.contains(&word) {
                    words.push(word);
                }
            }
            at += len.max(1);
        }
    }
    crate::sort::by_key(&mut words, |word| u64::MAX - word.len() as u64);
    words
}
