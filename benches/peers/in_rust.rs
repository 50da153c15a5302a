//! The Rust port of Duckling: what it finds in each line, and how fast.
//!
//! `peer LINES`, a JSON file of strings. Prints one JSON object a configuration:
//! {peer, config, hits: [[line, start, end, value]], seconds, bytes}; offsets are Unicode scalars.

use std::hint::black_box;
use std::time::Instant;

use duckling::{
    Context, DimensionKind, DimensionValue, Entity, Lang, Locale, MeasurementValue, Options, parse,
};
use serde_json::json;

/// All dimensions that can hold a figure.
const ALL: &[DimensionKind] = &[
    DimensionKind::Numeral,
    DimensionKind::Temperature,
    DimensionKind::Distance,
    DimensionKind::Volume,
    DimensionKind::Quantity,
    DimensionKind::AmountOfMoney,
    DimensionKind::Duration,
];

fn value(entity: &Entity) -> Option<f64> {
    match &entity.value {
        DimensionValue::Numeral(value) => Some(*value),
        DimensionValue::Temperature(measure)
        | DimensionValue::Distance(measure)
        | DimensionValue::Volume(measure)
        | DimensionValue::AmountOfMoney(measure)
        | DimensionValue::Quantity {
            measurement: measure,
            ..
        } => match measure {
            MeasurementValue::Value { value, .. } => Some(*value),
            MeasurementValue::Interval { from, to } => {
                from.as_ref().or(to.as_ref()).map(|end| end.value)
            }
        },
        _ => None,
    }
}

fn main() {
    let file = std::env::args().nth(1).expect("LINES");
    let lines: Vec<String> = serde_json::from_str(&std::fs::read_to_string(file).unwrap()).unwrap();
    let bytes: usize = lines.iter().map(String::len).sum();
    let locale = Locale::new(Lang::ZH, None);
    let context = Context {
        locale,
        ..Context::default()
    };
    let options = Options::default();
    for (config, dimensions) in [
        ("numeral", &ALL[..1]),
        ("all dimensions − time − ordinal", ALL),
    ] {
        let run = |line: &str| parse(line, &locale, dimensions, &context, &options);
        let mut hits = Vec::new();
        for (index, line) in lines.iter().enumerate() {
            for entity in run(line) {
                let at = |byte: usize| line[..byte].chars().count();
                hits.push(json!([
                    index,
                    at(entity.start),
                    at(entity.end),
                    value(&entity)
                ]));
            }
        }
        let time = |repeats: usize| {
            let start = Instant::now();
            for line in lines.iter().cycle().take(lines.len() * repeats) {
                black_box(run(line));
            }
            start.elapsed().as_secs_f64()
        };
        // The best of up to 15 runs in 3 seconds over 1 MB of the lines, or over what a second allows.
        let once = time(1);
        let repeats = ((1e6 / bytes as f64).round() as usize)
            .min((1.0 / once) as usize)
            .max(1);
        let runs = ((3.0 / (once * repeats as f64)) as usize).min(15);
        let seconds = (0..runs)
            .map(|_| time(repeats))
            .fold(f64::INFINITY, f64::min);
        let seconds = if runs > 0 { seconds } else { once };
        println!(
            "{}",
            json!({"peer": "duckling (Rust) 0.4.0", "config": config, "hits": hits, "seconds": seconds, "bytes": bytes * repeats})
        );
    }
}
