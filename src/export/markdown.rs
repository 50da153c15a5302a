//! A sheet in Markdown.

use super::blocks::{Block, Point, Sheet, Table};

/// Writes a sheet as Markdown. Whatever its words are, they are shown as words.
#[must_use]
pub fn markdown(sheet: &Sheet) -> String {
    let mut out = format!("# {}\n", words(&sheet.title));
    for block in &sheet.blocks {
        out.push('\n');
        match block {
            Block::Heading(level, text) => {
                let mark = "#".repeat(usize::from(*level));
                line(&mut out, &[&mark, " ", &words(text)]);
            }
            Block::Text(text) => line(&mut out, &[&words(text)]),
            Block::Points(points) => points.iter().for_each(|p| point(&mut out, p)),
            Block::Table(content) => table(&mut out, content),
        }
    }
    out
}

fn line(out: &mut String, parts: &[&str]) {
    out.extend(parts.iter().copied());
    out.push('\n');
}

fn point(out: &mut String, point: &Point) {
    let indent = "  ".repeat(point.depth);
    let text = words(&point.words);
    if point.name.is_empty() {
        line(out, &[&indent, "- ", &text]);
    } else {
        line(out, &[&indent, "- **", &words(&point.name), "**：", &text]);
    }
}

fn table(out: &mut String, table: &Table) {
    let heads = table.columns.iter().map(|(head, _)| head.clone());
    row(out, heads);
    let rules = table.columns.iter().map(|&(_, number)| number);
    row(
        out,
        rules.map(|number| if number { "---:" } else { "---" }.to_owned()),
    );
    for cells in &table.rows {
        row(out, cells.iter().map(|cell| words(cell)));
    }
}

fn row(out: &mut String, cells: impl Iterator<Item = String>) {
    let cells: Vec<String> = cells.collect();
    line(out, &["| ", &cells.join(" | "), " |"]);
}

/// Words on one line, with nothing in them that Markdown would take for a mark of its own.
fn words(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    // What opens a list or a heading does so at the beginning only.
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    let numbered = text.get(digits + 1..).is_some_and(|t| t.starts_with(' '));
    for (at, c) in text.char_indices() {
        let mark = match c {
            '\\' | '`' | '*' | '_' | '~' | '[' | '<' | '&' | '|' => true,
            '#' | '>' | '+' | '-' | '=' => at == 0,
            '.' | ')' => at > 0 && at == digits && numbered,
            _ => false,
        };
        if mark {
            out.push('\\');
        }
        out.push(if c == '\n' { ' ' } else { c });
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_stay_words() {
        for (text, written) in [
            ("青禾镇“三项制度”—2024", "青禾镇“三项制度”—2024"),
            ("<script>*_~[`|\\&", r"\<script>\*\_\~\[\`\|\\\&"),
            ("两行\n一行", "两行 一行"),
            ("1. 规范执法", r"1\. 规范执法"),
            ("1.规范执法，占1. 5", "1.规范执法，占1. 5"),
            ("12", "12"),
            ("- 规范执法 - 普法", r"\- 规范执法 - 普法"),
            ("# 规范执法", r"\# 规范执法"),
        ] {
            assert_eq!(words(text), written);
        }
    }
}
