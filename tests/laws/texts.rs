//! The texts that the laws are tried on: the samples, mutations of them, and the faults that stand in the cases of the rules.

use std::fs;

use crate::random::Random;

/// Every sample with its name.
pub fn samples() -> Vec<(String, String)> {
    let mut texts = Vec::new();
    for folder in ["tests/samples/reports", "tests/samples/openings"] {
        for entry in fs::read_dir(folder).unwrap() {
            let path = entry.unwrap().path();
            if path.extension().is_some_and(|e| e == "txt") {
                texts.push((
                    path.display().to_string(),
                    fs::read_to_string(&path).unwrap(),
                ));
            }
        }
    }
    texts.sort();
    assert!(texts.len() >= 40, "only {} samples", texts.len());
    texts
}

/// The faults that stand in the cases of the rules, each a line or two.
pub fn faults() -> Vec<String> {
    let mut faults = Vec::new();
    for entry in fs::read_dir("tests/rules").unwrap() {
        let text = fs::read_to_string(entry.unwrap().path()).unwrap();
        for item in text.lines().filter_map(|line| line.strip_prefix("- ")) {
            if item.contains('⟦') {
                let options = item.starts_with('{').then(|| item.find('}')).flatten();
                let item = options.map_or(item, |end| item[end + 1..].trim_start());
                faults.push(item.replace(['⟦', '⟧'], "").replace('⏎', "\n"));
            }
        }
    }
    faults.sort();
    assert!(!faults.is_empty());
    faults
}

/// A text changed in one of ten ways.
pub fn mutate(text: &str, random: &mut Random) -> String {
    let mut chars: Vec<char> = text.chars().collect();
    let mut lines: Vec<&str> = text.lines().collect();
    match random.below(10) {
        0 => {
            lines.remove(random.below(lines.len()));
            lines.join("\n")
        }
        1 => {
            let at = random.below(lines.len());
            lines.insert(at, lines[at]);
            lines.join("\r\n")
        }
        2 => {
            let (a, b) = (random.below(lines.len()), random.below(lines.len()));
            lines.swap(a, b);
            lines.join("\n")
        }
        3 => {
            chars.truncate(random.below(chars.len()));
            chars.into_iter().collect()
        }
        4 => {
            chars.drain(..random.below(chars.len()));
            chars.into_iter().collect()
        }
        5 => chars
            .into_iter()
            .map(|c| match c {
                '!'..='~' if random.below(3) == 0 => char::from_u32(c as u32 + 0xfee0).unwrap(),
                '，' if random.below(2) == 0 => ',',
                '（' => '(',
                c => c,
            })
            .collect(),
        6 => {
            const ODD: [&str; 16] = [
                "\0",
                "🚓",
                "\u{feff}",
                "\r",
                "\u{3000}",
                "“",
                "《",
                "（一）",
                "一是",
                "万",
                "1,",
                "２",
                "百分之",
                "\n",
                "e\u{301}",
                "第",
            ];
            for _ in 0..8 {
                let at = random.below(chars.len() + 1);
                chars.splice(at..at, ODD[random.below(ODD.len())].chars());
            }
            chars.into_iter().collect()
        }
        7 => lines.concat(),
        8 => lines.join(" "),
        _ => {
            let at = random.below(chars.len());
            let c = chars[random.below(chars.len())];
            chars.splice(at..at, std::iter::repeat_n(c, 200));
            chars.into_iter().collect()
        }
    }
}
