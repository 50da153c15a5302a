//! Lines of a page → areas read one after another: the page itself, or what is above, left, right and below of a gutter.

use super::Line;

/// How many lines a gutter must part, and how many characters there must be in most of them on either side.
const LINES: usize = 8;
const CHARS: usize = 8;

/// Lines that are read one after another, and how wide there is place for them.
pub(super) struct Area {
    pub lines: Vec<Line>,
    pub width: f32,
}

/// The areas of a page in the order of reading.
pub(super) fn areas(lines: Vec<Line>, width: f32) -> Vec<Area> {
    let Some(gutter) = gutter(&lines) else {
        return vec![Area { lines, width }];
    };
    let mut areas = Vec::new();
    let (mut whole, mut left, mut right) = (Vec::new(), Vec::new(), Vec::new());
    for line in lines {
        let parted = line
            .gaps
            .iter()
            .position(|gap| gap.from < gutter && gutter < gap.to);
        let crosses = line.x < gutter && gutter < line.end && parted.is_none();
        if crosses {
            areas.extend([&mut left, &mut right].map(std::mem::take));
            whole.push(line);
            continue;
        }
        areas.push(std::mem::take(&mut whole));
        match parted {
            Some(at) => {
                let (a, b) = split(line, at);
                left.push(a);
                right.push(b);
            }
            None if line.x < gutter => left.push(line),
            None => right.push(line),
        }
    }
    areas.extend([whole, left, right]);
    areas.retain(|lines| !lines.is_empty());
    areas
        .into_iter()
        .map(|lines| Area { lines, width })
        .collect()
}

/// Where two columns of running text meet. The columns of a table are not filled to their ends, so they are none.
fn gutter(lines: &[Line]) -> Option<f32> {
    let ends = || lines.iter().map(|line| line.end);
    let left = lines.iter().map(|line| line.x).min_by(f32::total_cmp)?;
    let right = ends().max_by(f32::total_cmp)?;
    let parted: Vec<(&Line, f32, f32)> = lines
        .iter()
        .filter_map(|line| match line.gaps.as_slice() {
            [gap] => Some((line, gap.from, gap.to)),
            _ => None,
        })
        .collect();
    let start = median(parted.iter().map(|&(_, from, _)| from).collect())?;
    let end = median(parted.iter().map(|&(_, _, to)| to).collect())?;
    let middle = (start + end) / 2.0;
    let share = (middle - left) / (right - left);
    let full = parted
        .iter()
        .filter(|(line, from, to)| {
            let (a, b) = line.gaps.first().map_or((0, 0), |gap| {
                let (a, b) = line.text.split_at_checked(gap.at).unwrap_or_default();
                (a.chars().count(), b.chars().count())
            });
            a >= CHARS
                && b >= CHARS
                && (from - start).abs() < line.size
                && (to - end).abs() < line.size * 2.5
        })
        .count();
    let crossing = lines
        .iter()
        .filter(|line| line.gaps.is_empty() && line.x < start && line.end > end)
        .count();
    (full >= LINES
        && full * 3 >= parted.len() * 2
        && crossing * 2 < full
        && (0.3..0.7).contains(&share))
    .then_some(middle)
}

fn median(mut values: Vec<f32>) -> Option<f32> {
    values.sort_by(f32::total_cmp);
    values.get(values.len() / 2).copied()
}

fn split(mut line: Line, at: usize) -> (Line, Line) {
    let mut right = line.clone();
    if let Some(&gap) = line.gaps.get(at) {
        right.text = line.text.split_off(gap.at);
        right.x = gap.to;
        line.end = gap.from;
        right.gaps = line.gaps.split_off(at).into_iter().skip(1).collect();
        for after in &mut right.gaps {
            after.at -= gap.at;
        }
    }
    line.tail.clear();
    (line, right)
}
