//! What the report counts.

pub mod binding;
pub mod clauses;
pub mod extract;
pub mod indicator;
pub mod measured;
pub mod numbers;
pub mod numerals;
pub mod outcomes;
pub mod period;
pub mod places;
pub mod qualifiers;
pub mod small;
pub mod subject;
pub mod traps;
pub mod units;
pub mod wholes;
pub mod words;

use crate::report::Figure;
use crate::text::{BlockKind, Layout, Source, Span};

/// The figures of a text, in its order. `section` is left open: the caller knows the outline.
#[must_use]
pub fn extract(source: &Source, layout: &Layout) -> Vec<Figure<Span>> {
    let mut figures = Vec::new();
    for block in &layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let text = layout.folded_of(block);
        let found = extract::scan(text);
        let counted = subject::of(text, &found);
        let periods = period::of(text, found.iter().map(|found| found.start));
        for ((found, counted), period) in found.into_iter().zip(counted).zip(periods) {
            let at = |offset: usize| block.folded.start + offset;
            let span = layout.source_span(at(found.start), at(found.end), source);
            let unit = match found.unit_word {
                Some(word) => word.to_owned(),
                None => unit_as_written(text, found.unit, |from, to| {
                    source.slice(layout.source_span(at(from), at(to), source))
                }),
            };
            figures.push(Figure {
                span,
                text: source.slice(span).to_owned(),
                value: found.value,
                unit,
                qualifier: found.qualifier.map(str::to_owned),
                kind: found.kind,
                subject: counted.subject,
                action: counted.action,
                period: period
                    .and_then(|mention| text.get(mention.range))
                    .map(str::to_owned),
                whole: None,
                indicator: None,
                section: None,
            });
        }
    }
    figures
}

/// The unit in the script and width it was written in, without spaces; ASCII ones are half-width.
fn unit_as_written<'a>(
    folded: &str,
    (from, to): (usize, usize),
    source: impl Fn(usize, usize) -> &'a str,
) -> String {
    match folded.get(from..to) {
        None | Some("") => String::new(),
        Some(word) if word.is_ascii() => word.to_owned(),
        Some(_) => source(from, to)
            .chars()
            .filter(|c| !c.is_whitespace())
            .collect(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn units_keep_their_script_and_lose_their_spaces() {
        let source = Source::new("审核合同６０件（份），发放大米５０ｋｇ，旁听庭审30人 次。");
        let figures = extract(&source, &Layout::new(&source));
        let units: Vec<&str> = figures.iter().map(|figure| figure.unit.as_str()).collect();
        assert_eq!(units, ["件（份）", "kg", "人次"]);
    }
}
