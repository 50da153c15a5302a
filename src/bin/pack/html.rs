//! The tags of the built page: just enough HTML to find them and to put something else in their places.

use std::ops::Range;

/// An opening tag.
#[derive(Debug)]
pub struct Tag<'a> {
    /// Where it stands.
    pub span: Range<usize>,
    /// Its attributes; one without a value has an empty one.
    pub attributes: Vec<(&'a str, &'a str)>,
}

impl<'a> Tag<'a> {
    /// The value of an attribute.
    pub fn get(&self, name: &str) -> Option<&'a str> {
        let mut all = self.attributes.iter();
        all.find(|(known, _)| *known == name)
            .map(|(_, value)| *value)
    }
}

/// The opening tags of a name, in their order; none of those in comments.
pub fn tags<'a>(html: &'a str, name: &str) -> Result<Vec<Tag<'a>>, String> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(start) = html[at..].find('<').map(|found| at + found) {
        let rest = &html[start + 1..];
        if let Some(comment) = rest.strip_prefix("!--") {
            let length = comment
                .find("-->")
                .ok_or("a comment of the page is not closed")?;
            at = start + "<!--".len() + length + "-->".len();
            continue;
        }
        at = start + 1;
        let Some(inside) = rest.strip_prefix(name) else {
            continue;
        };
        if !inside.starts_with(|after: char| after.is_ascii_whitespace() || "/>".contains(after)) {
            continue;
        }
        let (attributes, length) =
            attributes(inside).ok_or_else(|| format!("a <{name}> of the page is not closed"))?;
        at = start + 1 + name.len() + length;
        found.push(Tag {
            span: start..at,
            attributes,
        });
    }
    Ok(found)
}

/// The attributes up to the end of the tag, and where that is.
fn attributes(text: &str) -> Option<(Vec<(&str, &str)>, usize)> {
    let mut found = Vec::new();
    let mut at = 0;
    loop {
        at += text[at..].find(|c: char| !c.is_ascii_whitespace() && c != '/')?;
        if text[at..].starts_with('>') {
            return Some((found, at + 1));
        }
        let length = text[at..].find(|c: char| c.is_ascii_whitespace() || "=/>".contains(c))?;
        let name = &text[at..at + length];
        at += length;
        let Some(value) = text[at..].strip_prefix('=') else {
            found.push((name, ""));
            continue;
        };
        at += 1;
        let quote = value.chars().next().filter(|first| "\"'".contains(*first));
        let (value, length) = match quote {
            Some(quote) => {
                let end = value[1..].find(quote)?;
                (&value[1..=end], end + 2)
            }
            None => {
                let end = value.find(|c: char| c.is_ascii_whitespace() || c == '>')?;
                (&value[..end], end)
            }
        };
        found.push((name, value));
        at += length;
    }
}

/// The page with other words in some places, which must not overlap.
pub fn replaced(html: &str, mut edits: Vec<(Range<usize>, String)>) -> String {
    edits.sort_by_key(|(span, _)| span.start);
    let mut out = String::new();
    let mut at = 0;
    for (span, words) in edits {
        out += &html[at..span.start];
        out += &words;
        at = span.end;
    }
    out + &html[at..]
}

/// The end of an element that holds no other of its name.
pub fn end(html: &str, tag: &Tag<'_>, name: &str) -> Result<usize, String> {
    let close = format!("</{name}>");
    let inside = html[tag.span.end..].find(&close);
    let inside = inside.ok_or_else(|| format!("a <{name}> of the page is not closed"))?;
    Ok(tag.span.end + inside + close.len())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn finds_tags_and_their_attributes() {
        let html = "<!-- <link no> --><links><link rel=icon href=\"a.svg\" hidden/><link\n  rel='b c'></link>";
        let found = tags(html, "link").unwrap();
        let attributes: Vec<_> = found.iter().map(|tag| tag.attributes.clone()).collect();
        let expected = [
            vec![("rel", "icon"), ("href", "a.svg"), ("hidden", "")],
            vec![("rel", "b c")],
        ];
        assert_eq!(attributes, expected);
        assert_eq!(&html[found[1].span.clone()], "<link\n  rel='b c'>");
        assert_eq!(end(html, &found[1], "link"), Ok(html.len()));
    }

    #[test]
    fn says_what_is_not_closed() {
        assert!(tags("<link rel=\"a", "link").is_err());
        assert!(tags("<!-- <link>", "link").is_err());
        assert!(end("<b>", &tags("<b>", "b").unwrap()[0], "b").is_err());
    }

    #[test]
    fn puts_other_words_in_places() {
        let edits = vec![(4..5, "E".to_owned()), (0..2, String::new())];
        assert_eq!(replaced("abcdef", edits), "cdEf");
    }
}
