//! What holds of any text at all, put together at random: offsets of one kind lead to the other and back, the folded copy has a way back for every
//! stretch, folding twice is folding once, spans are carried over an edit and its undo.

use fazhi_check::text::folded::search_form;
use fazhi_check::text::{Folded, Layout, Source, Span, Utf16Span};
use proptest::prelude::*;
use proptest::sample::select;
use proptest::test_runner::RngSeed;

use crate::edits;

/// Words that are folded, parted, put together or left out, and what has more than one code unit.
const WORDS: [&str; 40] = [
    "\n",
    "\r\n",
    "\r",
    " ",
    "\u{3000}",
    "\u{feff}",
    "\u{200b}",
    "\u{ad}",
    "\t",
    "|",
    "。",
    "，",
    "“",
    "－1－",
    "- 2 -",
    "## ",
    "> ",
    "１２",
    "Ａ",
    "％",
    "（一）",
    "一、",
    "一是",
    "1.",
    "2024年",
    "法治",
    "報告",
    "開展行政執法",
    "發現問題",
    "辦理案件",
    "青禾镇人民政府",
    "e\u{301}",
    "🚓",
    "𠮷",
    "a",
    "Z",
    "0",
    "abc 12",
    "打印",
    "万",
];

/// So many tries, the same ones each time.
pub fn tries(cases: u32) -> ProptestConfig {
    ProptestConfig {
        cases,
        rng_seed: RngSeed::Fixed(20_261_126),
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

fn text() -> impl Strategy<Value = String> {
    let word = prop_oneof![
        6 => select(WORDS.as_slice()).prop_map(str::to_owned),
        1 => any::<char>().prop_map(String::from),
    ];
    prop::collection::vec(word, 0..60).prop_map(|words| words.concat())
}

/// The words before the place, those there, and those that come instead.
fn edit() -> impl Strategy<Value = [String; 4]> {
    [text(), text(), text(), text()]
}

/// As it is searched, without what folding does by what stands around: a full stop may become a Chinese one, and the signs for bold go.
fn uniform(words: &str) -> String {
    search_form(words).replace('.', "。").replace('*', "")
}

/// The places where a character begins, and the end.
fn places(text: &str) -> Vec<usize> {
    let starts = text.char_indices().map(|(at, _)| at);
    starts.chain([text.len()]).collect()
}

proptest! {
    #![proptest_config(tries(300))]

    #[test]
    fn bytes_and_code_units_lead_to_each_other(text in text()) {
        let source = Source::new(&text);
        let places = places(source.text());
        for pair in places.windows(2) {
            prop_assert!(source.utf16_at(pair[0]) < source.utf16_at(pair[1]));
        }
        for (&start, &end) in places.iter().zip(places.iter().rev()).filter(|(start, end)| start <= end) {
            let span = Span::new(start, end);
            prop_assert_eq!(source.bytes(source.utf16(span)), span);
            let units = source.slice(span).encode_utf16().count();
            let utf16 = source.utf16(span);
            prop_assert_eq!((utf16.end - utf16.start) as usize, units);
        }
    }

    #[test]
    fn no_offset_is_too_odd(text in text(), start in any::<u32>(), end in 0u32..200) {
        let source = Source::new(&text);
        for (start, end) in [(start, end), (end, start), (end, end)] {
            let span = source.bytes(Utf16Span { start, end });
            prop_assert!(source.text().get(span.start..span.end).is_some());
            prop_assert!(source.line(span) <= source.text().split('\n').count());
            let utf16 = source.utf16(Span::new(start as usize, end as usize));
            prop_assert!(utf16.start <= utf16.end);
        }
    }

    #[test]
    fn folding_twice_is_folding_once(text in text()) {
        // Two stars are the signs for bold, also those that only folding brought together.
        for line in text.replace('*', "").lines() {
            let once = Folded::line(line);
            let twice = Folded::line(once.text());
            prop_assert_eq!(twice.text(), once.text());
        }
        let words = search_form(&text);
        prop_assert_eq!(search_form(&words), words);
    }

    #[test]
    fn what_is_folded_has_a_way_back(text in text()) {
        let source = Source::new(&text);
        let layout = Layout::new(&source);
        let copied = layout.folded.text().char_indices();
        let back: Vec<usize> = copied.map(|(at, _)| layout.folded.source_at(at)).collect();
        prop_assert!(back.is_sorted(), "{back:?}");
        prop_assert!(back.iter().all(|&at| source.text().is_char_boundary(at)), "{back:?}");
        for block in layout.blocks.iter().filter(|block| block.breaks.is_empty()) {
            let places: Vec<usize> = places(layout.folded_of(block)).iter().map(|at| block.folded.start + at).collect();
            for (first, &start) in places.iter().enumerate() {
                for &end in &places[first + 1..] {
                    let copy = layout.folded.slice(start, end);
                    let found = source.slice(layout.source_span(start, end, &source));
                    prop_assert_eq!(uniform(found), uniform(copy));
                }
                if start < block.folded.end {
                    prop_assert_eq!(layout.folded.copy_at(layout.folded.source_at(start)), start);
                }
            }
        }
        let blocks = layout.blocks.windows(2);
        let mut apart = blocks.map(|pair| pair[0].span.end <= pair[1].span.start && pair[0].folded.end <= pair[1].folded.start);
        prop_assert!(apart.all(|apart| apart));
    }

    #[test]
    fn spans_are_carried_over_an_edit_and_its_undo([before, gone, come, behind] in edit()) {
        let old = [before.as_str(), &gone, &behind].concat();
        let new = [before.as_str(), &come, &behind].concat();
        edits::carried(&old, &new);
        edits::carried(&new, &old);
    }
}
