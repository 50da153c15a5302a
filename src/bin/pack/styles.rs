//! The stylesheets of the page, made one: one request in the place of a dozen.

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
    files.put(STYLE.to_owned(), styles.into_bytes());
    Ok((files, replaced(page, edits)))
}

#[cfg(test)]
mod tests {
    use super::*;

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
        assert_eq!(
            files.text("style.css").unwrap(),
            "b{}\n@media print {\na{}\n}\n"
        );
        assert_eq!(files.names().collect::<Vec<_>>(), ["c.js", "style.css"]);
        assert!(bundled(&built, "<link rel=stylesheet href=d.css>").is_err());
    }
}
