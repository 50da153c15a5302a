//! The stylesheets of the page, made one: one request in the place of a dozen, and without what only people read.

use super::files::Files;
use super::html::{replaced, tags};

/// What they become.
const STYLE: &str = "style.css";

/// Puts the stylesheets that a page asks for into one, in their order. Gives the files with it, and the page that asks for it.
pub fn bundled(built: &Files, page: &str) -> Result<(Files, String), String> {
    let mut files = built.clone();
    let mut styles = String::new();
    let mut edits = Vec::new();
    for tag in tags(page, "link")? {
        if tag.get("rel") != Some("stylesheet") {
            continue;
        }
        let name = tag.get("href").unwrap_or_default();
        let style = built.text(name)?;
        match tag.get("media") {
            Some(media) => styles += &format!("@media {media} {{\n{style}}}\n"),
            None => styles += style,
        }
        files.remove(name);
        let link = match edits.is_empty() {
            true => format!("<link rel=\"stylesheet\" href=\"./{STYLE}\">"),
            false => String::new(),
        };
        edits.push((tag.span, link));
    }
    files.put(STYLE.to_owned(), small(&styles).into_bytes());
    Ok((files, replaced(page, edits)))
}

/// A stylesheet without comments and without spaces that say nothing. What stands in double quotes is left alone.
fn small(style: &str) -> String {
    const JOINTS: [char; 4] = ['{', '}', ';', ','];
    let mut out = String::new();
    let mut rest = style;
    let mut spaced = false;
    while let Some(next) = rest.chars().next() {
        if let Some(comment) = rest.strip_prefix("/*") {
            rest = comment.split_once("*/").map_or("", |(_, after)| after);
            continue;
        }
        let length = match rest.strip_prefix('"').and_then(|quoted| quoted.find('"')) {
            Some(inside) => inside + 2,
            None => next.len_utf8(),
        };
        let (piece, after) = rest.split_at(length);
        rest = after;
        if next.is_ascii_whitespace() {
            spaced = true;
            continue;
        }
        let joined = JOINTS.contains(&next) || out.ends_with(JOINTS);
        if spaced && !joined && !out.is_empty() {
            out.push(' ');
        }
        spaced = false;
        out += piece;
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_says_nothing_is_left_out_and_nothing_else() {
        let style = "/* Says. */\n.a :b > i, .c {\n  width: calc(1px + 2px); /* why */\n  background: url(\"data:a  /*b*/;\");\n}\n@media (x) {\n}\n";
        let expected =
            ".a :b > i,.c{width: calc(1px + 2px);background: url(\"data:a  /*b*/;\");}@media (x){}";
        assert_eq!(small(style), expected);
        assert_eq!(small("a{} /* not closed"), "a{}");
        assert_eq!(small("a \"not closed"), "a \"not closed");
    }

    #[test]
    fn stylesheets_become_one_in_their_order() {
        let built: Files = [("a.css", "a{}\n"), ("b.css", "b{}\n"), ("c.js", "c")]
            .map(|(name, text)| (name.to_owned(), text.as_bytes().to_vec()))
            .into_iter()
            .collect();
        let page = r#"<link rel="stylesheet" href="./b.css" integrity="x"/><link rel="icon"><link rel="stylesheet" href="./a.css" media="print">"#;
        let (files, page) = bundled(&built, page).unwrap();
        assert_eq!(
            page,
            r#"<link rel="stylesheet" href="./style.css"><link rel="icon">"#
        );
        assert_eq!(files.text("style.css").unwrap(), "b{}@media print{a{}}");
        assert_eq!(files.names().collect::<Vec<_>>(), ["c.js", "style.css"]);
        assert!(bundled(&built, "<link rel=stylesheet href=d.css>").is_err());
    }
}
