//! What holds of any two texts that an edit leads between: spans are carried over it with their words, and back by its undo. The fuzz targets ask it too.

use fazhi_check::edit::{Change, joined, together};
use fazhi_check::report::{Edit, Utf16Report};
use fazhi_check::text::{Source, Span, Utf16Span};

/// Of long words only so many lengths are tried at each place.
const LENGTHS: [usize; 6] = [1, 2, 3, 5, 8, 40];

/// The change between two texts makes one into the other, and a span that it leaves alone has the same words before, after, and after its undo.
pub fn carried(old: &str, new: &str) {
    let (old, new) = (Source::new(old), Source::new(new));
    let Some((change, come)) = Change::between(old.text(), new.text()) else {
        assert_eq!(old.text(), new.text());
        return;
    };
    let gone = Utf16Span {
        start: change.at,
        end: change.at + change.removed,
    };
    assert_eq!(replaced(&old, gone, come), new.text());
    let (undo, _) = Change::between(new.text(), old.text()).unwrap();
    let bounds: Vec<usize> = old.text().char_indices().map(|(at, _)| at).collect();
    let places = bounds.iter().map(|&at| change.carried(old.utf16_at(at)));
    assert!(
        places.is_sorted_by(|a, b| a <= b),
        "{change:?} turns places round"
    );
    for (first, &start) in bounds.iter().enumerate() {
        for end in LENGTHS
            .iter()
            .filter_map(|length| bounds.get(first + length))
        {
            let span = old.utf16(Span::new(start, *end));
            let Some(moved) = change.moved(span) else {
                assert!(gone.start < span.end && span.start < gone.end);
                continue;
            };
            assert_eq!(old.slice(old.bytes(span)), new.slice(new.bytes(moved)));
            assert_eq!(undo.moved(moved), Some(span), "{change:?} and back");
        }
    }
}

/// The fixes of a report that go together are made in one replacement, and that is what they are one by one from behind.
pub fn made_as_one(source: &Source, report: &Utf16Report) {
    let fixes = report
        .findings
        .iter()
        .filter_map(|finding| finding.fix.as_ref());
    let fixes: Vec<Vec<Edit<Utf16Span>>> = fixes.map(|fix| fix.edits.clone()).collect();
    let (edits, count) = together(&fixes);
    assert!(count <= fixes.len());
    let mut each = source.text().to_owned();
    for edit in edits.iter().rev() {
        each = replaced(&Source::new(&each), edit.span, &edit.text);
    }
    match joined(source, &edits) {
        Some(one) => assert_eq!(replaced(source, one.span, &one.text), each),
        None => assert!(edits.is_empty(), "fixes that go together overlap"),
    }
}

fn replaced(source: &Source, span: Utf16Span, words: &str) -> String {
    let (text, span) = (source.text(), source.bytes(span));
    [&text[..span.start], words, &text[span.end..]].concat()
}
