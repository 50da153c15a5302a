//! Text alike between reports of different bodies: who copied a neighbour's paragraph and changed the names and the figures.
//!
//! Fingerprints of short runs of characters (winnowing) lead to pairs of reports that share several rare ones; there both texts are followed
//! to passages as long as they go. What very many reports share, and set pieces of this kind of report, count for nothing.

use std::collections::{HashMap, HashSet};
use std::ops::Range;

use serde::{Deserialize, Serialize};

use super::bodies::Name;
use crate::sort;
use crate::text::stream::{self, Sign, Stream};
use crate::text::{BlockKind, Layout, Source, Utf16Span, formulas};

/// A passage must have this many telling characters; so many will do for whole sentences.
const SHORTEST: usize = 40;
const SHORTEST_SENTENCE: usize = 30;
/// A number says nothing of where it is from, nor does its measure word: 受理0件，审结0件 stands everywhere.
const OF_NUMBER: usize = 2;
/// A fingerprint is of so many characters, and of so many that follow each other one is kept.
const SHINGLE: usize = 10;
const WINDOW: usize = 8;
/// What stands with so many bodies, or with one in so many of them if that is more, is common to all.
const COMMON: usize = 8;
const COMMON_SHARE: usize = 7;
/// Two reports must share so many fingerprints to be looked at closely.
const SHARED: u64 = 2;
/// Of a report, so many characters are read, and so many places of one fingerprint.
const MOST_CHARS: usize = 60_000;
const MOST_PLACES: usize = 4;
/// A report is laid beside so many of those before it that share a fingerprint; of these so many that share the most are candidates, and of
/// all candidates so many are looked at closely.
const MOST_NEIGHBOURS: usize = 32;
const MOST_CANDIDATES: usize = 16;
const MOST_COMPARED: usize = 2000;
/// All pairs together have so many characters at most to look at.
const MOST_WORK: usize = 40_000_000;
/// So many pairs are told, and so many passages of each.
const MOST_PAIRS: usize = 300;
const MOST_PASSAGES: usize = 100;

/// Instead of the name of the body and of the places it lies in.
const NAME: char = '某';

/// A report: its text, and the name of its body as far as it is known.
#[derive(Clone, Copy, Debug)]
pub struct Text<'a> {
    /// The text.
    pub text: &'a str,
    /// The name of its body; reports of one body are not compared. Empty where it is not known.
    pub body: &'a str,
}

/// Two reports of different bodies that share passages.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pair {
    /// Which ones, by their indices; the lower one first.
    pub reports: [usize; 2],
    /// What share of each report's characters stands in these passages, set pieces and what is common left out, 0 to 1.
    pub shares: [f64; 2],
    /// The passages in the order of the second report.
    pub passages: Vec<Passage>,
}

impl Pair {
    /// The larger of both shares: by it pairs are ranked.
    #[must_use]
    pub fn share(&self) -> f64 {
        let [one, other] = self.shares;
        one.max(other)
    }
}

/// A passage that two reports share.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Passage {
    /// Where it stands in each.
    pub spans: [Utf16Span; 2],
    /// How many characters it has in the second, marks left out and each number and name counted as one.
    pub chars: usize,
}

/// The pairs of reports that share passages, those that share most first.
#[must_use]
pub fn alike(texts: &[Text<'_>]) -> Vec<Pair> {
    let index = Index::of(texts);
    let mut candidates: Vec<_> = (0..texts.len())
        .flat_map(|second| index.candidates(second))
        .collect();
    sort::by_key(&mut candidates, |candidate| u64::MAX - candidate.shared);
    candidates.truncate(MOST_COMPARED);
    let mut work = 0;
    let mut found: Vec<Found> = candidates
        .into_iter()
        .take_while(|candidate| {
            work += index.chars(candidate.reports);
            work <= MOST_WORK
        })
        .filter_map(|candidate| index.compare(candidate.reports))
        .collect();
    sort::by_key(&mut found, |found| u64::MAX - found.share().to_bits());
    found.truncate(MOST_PAIRS);
    tell(texts, &index, found)
}

/// A report as the search reads it.
struct Document {
    stream: Stream,
    /// The body, as a number that is the same for reports of one body.
    body: usize,
    /// Its fingerprints in the order of the text: the place, and the group.
    marks: Vec<(u32, u32)>,
}

/// The fingerprints of all reports.
struct Index {
    documents: Vec<Document>,
    /// The places of all fingerprints, group by group, and in a group report by report: the report, and the place.
    places: Vec<(u32, u32)>,
    /// Where each group begins among the places, and whether it is common.
    groups: Vec<(usize, bool)>,
}

/// Two reports that may be alike: they share so many fingerprints.
struct Candidate {
    reports: [usize; 2],
    shared: u64,
}

/// Two reports, and the passages that they share, in characters of both.
struct Found {
    reports: [usize; 2],
    shares: [f64; 2],
    passages: Vec<[Range<usize>; 2]>,
}

impl Found {
    fn share(&self) -> f64 {
        let [one, other] = self.shares;
        one.max(other)
    }
}

impl Index {
    fn of(texts: &[Text<'_>]) -> Self {
        let mut index = Self {
            documents: Vec::with_capacity(texts.len()),
            places: Vec::new(),
            groups: Vec::new(),
        };
        // The fingerprint and the report as one number, and the place.
        let mut prints: Vec<(u64, usize)> = Vec::new();
        let mut names: Vec<String> = Vec::new();
        for (number, text) in texts.iter().enumerate() {
            let name = Name::of(text.body);
            let stream = read(text.text, &name);
            winnow(&stream, |print, at| {
                prints.push((u64::from(print) << 32 | number as u64, at));
            });
            names.push(name.short());
            index.documents.push(Document {
                stream,
                body: number,
                marks: Vec::new(),
            });
        }
        index.number_bodies(&names);
        prints.sort_unstable();
        index.group(&prints);
        index
    }

    /// Gives reports of one name the same number. Those without a name keep their own.
    fn number_bodies(&mut self, names: &[String]) {
        let mut known = HashMap::new();
        for (document, name) in self.documents.iter_mut().zip(names) {
            if !name.is_empty() {
                document.body = *known.entry(name.as_str()).or_insert(document.body);
            }
        }
    }

    /// Groups the sorted fingerprints.
    fn group(&mut self, prints: &[(u64, usize)]) {
        let bodies: HashSet<usize> = self.documents.iter().map(|d| d.body).collect();
        let most = COMMON.max(bodies.len() / COMMON_SHARE);
        for group in prints.chunk_by(|one, other| one.0 >> 32 == other.0 >> 32) {
            let number = self.groups.len() as u32;
            let from = self.places.len();
            let mut bodies: Vec<usize> = Vec::new();
            for of_one in group.chunk_by(|one, other| one.0 == other.0) {
                let Some(&(print, _)) = of_one.first() else {
                    continue;
                };
                let report = print as u32;
                let Some(document) = self.documents.get_mut(report as usize) else {
                    continue;
                };
                bodies.push(document.body);
                document
                    .marks
                    .extend(of_one.iter().map(|&(_, at)| (at as u32, number)));
                let places = of_one.iter().take(MOST_PLACES);
                self.places
                    .extend(places.map(|&(_, at)| (report, at as u32)));
            }
            bodies.sort_unstable();
            bodies.dedup();
            self.groups.push((from, bodies.len() > most));
        }
        for document in &mut self.documents {
            document.marks.sort_unstable();
        }
    }

    /// The places of a group; nothing where it is common.
    fn rare(&self, group: u32) -> &[(u32, u32)] {
        let group = group as usize;
        let Some(&(from, false)) = self.groups.get(group) else {
            return &[];
        };
        let to = self
            .groups
            .get(group + 1)
            .map_or(self.places.len(), |next| next.0);
        self.places.get(from..to).unwrap_or_default()
    }

    /// The reports before one that share the most rare fingerprints with it.
    fn candidates(&self, second: usize) -> Vec<Candidate> {
        let Some(document) = self.documents.get(second) else {
            return Vec::new();
        };
        let mut counts: HashMap<usize, u64> = HashMap::new();
        for &(_, group) in &document.marks {
            let places = self.rare(group);
            let before = places.partition_point(|place| (place.0 as usize) < second);
            let from = before.saturating_sub(MOST_NEIGHBOURS);
            for &(first, _) in places.get(from..before).unwrap_or_default() {
                *counts.entry(first as usize).or_default() += 1;
            }
        }
        let other = |first: usize| {
            let body = self.documents.get(first).map(|other| other.body);
            body != Some(document.body)
        };
        let mut candidates: Vec<Candidate> = counts
            .into_iter()
            .filter(|&(first, shared)| shared >= SHARED && other(first))
            .map(|(first, shared)| Candidate {
                reports: [first, second],
                shared,
            })
            .collect();
        sort::by_key(&mut candidates, |c| {
            let [first, _] = c.reports;
            (u64::from(u32::MAX).saturating_sub(c.shared)) << 32 | first as u64
        });
        candidates.truncate(MOST_CANDIDATES);
        candidates
    }

    /// The characters of two reports.
    fn chars(&self, reports: [usize; 2]) -> usize {
        let documents = reports
            .iter()
            .filter_map(|&report| self.documents.get(report));
        documents.map(|document| document.stream.len()).sum()
    }

    /// The passages that two reports share.
    fn compare(&self, reports: [usize; 2]) -> Option<Found> {
        let [first, second] = reports;
        let (there, here) = (self.documents.get(first)?, self.documents.get(second)?);
        let mut passages: Vec<[Range<usize>; 2]> = Vec::new();
        let mut done = 0;
        for &(at, group) in &here.marks {
            let at = at as usize;
            if at < done {
                continue;
            }
            let places = self.rare(group);
            let from = places.partition_point(|place| (place.0 as usize) < first);
            let places = places.get(from..).unwrap_or_default().iter();
            let runs = places
                .take_while(|place| place.0 as usize == first)
                .map(|place| {
                    stream::passage(
                        (&there.stream, place.1 as usize),
                        (&here.stream, at),
                        usize::MAX,
                        at - done,
                    )
                });
            let Some([from, to]) = runs.max_by_key(|[_, here]| here.len()) else {
                continue;
            };
            done = to.end.max(at + 1);
            if self.tells(here, &to) {
                passages.push([from, to]);
            }
        }
        if passages.is_empty() {
            return None;
        }
        let share = |side: usize, document: &Document| {
            let mut ranges: Vec<_> = passages.iter().filter_map(|p| p.get(side)).collect();
            sort::by_key(&mut ranges, |range| range.start as u64);
            // Two passages may come from one place.
            let (mut told, mut end) = (0, 0);
            for range in ranges {
                told += self.told(document, &(range.start.max(end)..range.end.max(end)));
                end = end.max(range.end);
            }
            told as f64 / document.stream.len().max(1) as f64
        };
        Some(Found {
            reports,
            shares: [share(0, there), share(1, here)],
            passages,
        })
    }

    /// How many characters of a passage tell something: what is common does not.
    fn told(&self, document: &Document, range: &Range<usize>) -> usize {
        let stream = &document.stream;
        stream.told(range, |clause| {
            self.is_common(document, &stream.clause(clause))
        })
    }

    /// Whether a passage tells enough: a part of a sentence must be longer.
    fn tells(&self, document: &Document, here: &Range<usize>) -> bool {
        let numbers = document.stream.signs(here).count() * OF_NUMBER;
        let told = self.told(document, here).saturating_sub(numbers);
        let opens = |at: usize| document.stream.opens(at);
        told >= SHORTEST || (told >= SHORTEST_SENTENCE && opens(here.start) && opens(here.end))
    }

    /// Whether a fingerprint that begins in a range stands with very many.
    fn is_common(&self, document: &Document, range: &Range<usize>) -> bool {
        let from = document
            .marks
            .partition_point(|mark| (mark.0 as usize) < range.start);
        let marks = document.marks.get(from..).unwrap_or_default().iter();
        let mut marks = marks.take_while(|mark| (mark.0 as usize) < range.end);
        marks.any(|mark| {
            self.groups
                .get(mark.1 as usize)
                .is_some_and(|group| group.1)
        })
    }
}

/// The telling characters of a report's paragraphs, without set pieces.
fn read(text: &str, name: &Name) -> Stream {
    let layout = Layout::new(&Source::new(text));
    let signs = signs(layout.folded.text(), name);
    let mut stream = Stream::default();
    for block in &layout.blocks {
        let text = layout.folded_of(block);
        // Headings, lines of a title and names hold no sentence.
        let told = block.kind == BlockKind::Text && text.contains(['。', ',', ';']);
        if !told || stream.len() >= MOST_CHARS {
            continue;
        }
        let (mut from, mut at) = (block.folded.start, block.folded.start);
        for clause in stream::clauses(text) {
            if formulas::is_set_piece(clause) {
                stream.read(&layout.folded, from..at, &signs);
                from = at + clause.len();
            }
            at += clause.len();
        }
        stream.read(&layout.folded, from..at, &signs);
    }
    stream
}

/// The numbers and the names of a folded text.
fn signs(text: &str, name: &Name) -> Vec<Sign> {
    let mut signs = stream::numbers(text);
    for stem in name.stems() {
        signs.extend(
            text.match_indices(stem)
                .map(|(at, words)| (at..at + words.len(), NAME)),
        );
    }
    stream::in_order(signs)
}

/// Gives the fingerprints of a stream, each with the place where its characters begin: of all runs of so many characters, the one with the
/// least hash in every window.
fn winnow(stream: &Stream, mut give: impl FnMut(u32, usize)) {
    const BASE: u64 = 0x0100_0000_01b3;
    let chars = stream.chars();
    let top = (0..SHINGLE).fold(1_u64, |power, _| power.wrapping_mul(BASE));
    let mut hash = 0_u64;
    // The hashes of the window, each at its place modulo the window's width.
    let mut window = [u32::MAX; WINDOW];
    let mut last = usize::MAX;
    for (at, &c) in chars.iter().enumerate() {
        let gone = at.checked_sub(SHINGLE).and_then(|at| chars.get(at));
        let gone = gone.map_or(0, |&c| u64::from(c).wrapping_mul(top));
        hash = hash
            .wrapping_mul(BASE)
            .wrapping_add(u64::from(c))
            .wrapping_sub(gone);
        let Some(start) = (at + 1).checked_sub(SHINGLE) else {
            continue;
        };
        if let Some(slot) = window.get_mut(start % WINDOW) {
            *slot = (hash.wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 32) as u32;
        }
        let Some(first) = (start + 1).checked_sub(WINDOW) else {
            continue;
        };
        // Of equals the last one.
        let least = (first..=start)
            .rev()
            .min_by_key(|at| window.get(at % WINDOW).copied());
        if let Some(least) = least.filter(|&least| least != last) {
            last = least;
            give(
                window.get(least % WINDOW).copied().unwrap_or_default(),
                least,
            );
        }
    }
}

/// The pairs with their passages where they stand in the texts.
fn tell(texts: &[Text<'_>], index: &Index, found: Vec<Found>) -> Vec<Pair> {
    let mut wanted: Vec<usize> = found.iter().flat_map(|found| found.reports).collect();
    wanted.sort_unstable();
    wanted.dedup();
    let laid_out: HashMap<usize, (Source, Layout)> = wanted
        .into_iter()
        .filter_map(|report| {
            let source = Source::new(texts.get(report)?.text);
            let layout = Layout::new(&source);
            Some((report, (source, layout)))
        })
        .collect();
    let span = |report: usize, range: &Range<usize>| {
        let (source, layout) = laid_out.get(&report)?;
        let bytes = index.documents.get(report)?.stream.bytes(range)?;
        let span = layout.source_span(bytes.start, bytes.end, source);
        Some(source.utf16(stream::with_marks(source, span)))
    };
    let pairs = found.into_iter().map(|found| {
        let [first, second] = found.reports;
        let passages = found.passages.iter().take(MOST_PASSAGES);
        let passages = passages.filter_map(|[there, here]| {
            Some(Passage {
                spans: [span(first, there)?, span(second, here)?],
                chars: here.len(),
            })
        });
        Pair {
            reports: found.reports,
            shares: found.shares,
            passages: passages.collect(),
        }
    });
    pairs.collect()
}
