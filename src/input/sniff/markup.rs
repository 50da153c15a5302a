//! Whether a text is rich text, a web page, one in one file, another kind of markup, or merely has a tag in it.

use super::super::{Format, Unreadable};

/// Tags that only a page begins with.
const PAGE: [&[u8]; 5] = [b"!doctype html", b"html", b"head", b"body", b"meta"];
/// Tags that a piece of a page begins with; in a page, some of them are closed.
const PIECE: [&[u8]; 17] = [
    b"p", b"div", b"span", b"table", b"title", b"style", b"script", b"link", b"center", b"font",
    b"article", b"section", b"h1", b"h2", b"h3", b"ul", b"ol",
];

/// By the beginning of the text in small letters, without white space before it.
pub(super) fn format(head: &[u8]) -> Result<Format, Unreadable> {
    if head.starts_with(b"{\\rtf") {
        return Ok(Format::Rtf);
    }
    if is_mime(head) {
        return Ok(Format::Mht);
    }
    let mut rest = head;
    let xml = rest.starts_with(b"<?xml");
    // Comments and instructions before the first tag.
    loop {
        let end: &[u8] = if rest.starts_with(b"<!--") {
            b"-->"
        } else if rest.starts_with(b"<?") {
            b"?>"
        } else {
            break;
        };
        let Some(at) = rest.windows(end.len()).position(|it| it == end) else {
            break;
        };
        rest = rest.get(at + end.len()..).unwrap_or_default();
        rest = rest.trim_ascii_start();
    }
    let begins = |names: &[&[u8]]| names.iter().any(|name| begins_with(rest, name));
    if begins(&PAGE) || begins(&PIECE) && rest.windows(2).any(|it| it == b"</") {
        Ok(Format::Html)
    } else if xml {
        Err(Unreadable::Xml)
    } else {
        Ok(Format::Text)
    }
}

/// Whether it begins with the headers of a page in one file.
fn is_mime(head: &[u8]) -> bool {
    let header = |name: &[u8]| {
        let lines = head.split(|&byte| byte == b'\n');
        let mut headers = lines.take_while(|line| !line.trim_ascii().is_empty());
        headers.find_map(|line| Some(line.strip_prefix(name)?.trim_ascii_start()))
    };
    header(b"mime-version:").is_some()
        && header(b"content-type:")
            .is_some_and(|kind| kind.starts_with(b"multipart/") || kind.starts_with(b"text/html"))
}

/// Whether the first thing is a tag of that name, with nothing in it but what a tag has.
fn begins_with(text: &[u8], name: &[u8]) -> bool {
    let Some(after) = text
        .strip_prefix(b"<")
        .and_then(|tag| tag.strip_prefix(name))
    else {
        return false;
    };
    let Some(end) = after.iter().position(|&byte| byte == b'>') else {
        return false;
    };
    let inside = after.get(..end).unwrap_or_default();
    match inside {
        [] => true,
        [first, ..] if first.is_ascii_whitespace() || *first == b'/' => {
            inside.is_ascii() || inside.contains(&b'=')
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn pages_begin_in_many_ways() {
        for text in [
            "<!DOCTYPE html>\n<html>",
            "<!DOCTYPE HTML PUBLIC \"-//W3C//DTD HTML 4.0 Transitional//EN\">",
            "<html xmlns:v=\"urn:schemas-microsoft-com:vml\">",
            "<?xml version=\"1.0\"?><!DOCTYPE html PUBLIC \"x\"><html>",
            "<!-- 保存自网页 -->\n<html>",
            "<!--a--><!--b--><head>",
            "<meta charset=\"gbk\">",
            "<div title=\"法治\">一</div>",
            "<p>一</p>",
            "<body/>",
        ] {
            assert_eq!(
                format(text.to_ascii_lowercase().as_bytes()),
                Ok(Format::Html),
                "{text}"
            );
        }
    }

    #[test]
    fn a_text_that_speaks_of_tags_is_a_text() {
        for text in [
            "<html 标签的写法>",
            "<p>是段落的标签",
            "<!-- 未完",
            "<public>一</public>",
            "<《条例》>",
            "< p >",
            "<",
        ] {
            assert_eq!(
                format(text.to_ascii_lowercase().as_bytes()),
                Ok(Format::Text),
                "{text}"
            );
        }
    }

    #[test]
    fn headers_tell_a_page_in_one_file() {
        for (text, expected) in [
            (
                "From: <Saved by Blink>\nMIME-Version: 1.0\nContent-Type: multipart/related; boundary=b\n\n",
                Format::Mht,
            ),
            (
                "MIME-Version: 1.0\r\nContent-Type:text/html\r\n\r\n",
                Format::Mht,
            ),
            (
                "MIME-Version: 1.0\n\nContent-Type: multipart/related",
                Format::Text,
            ),
            ("Content-Type: multipart/related\n\n", Format::Text),
            (
                "MIME-Version: 1.0\nContent-Type: image/png\n\n",
                Format::Text,
            ),
            ("一、主要举措\nMIME-Version：1.0", Format::Text),
        ] {
            assert_eq!(
                format(text.to_ascii_lowercase().as_bytes()),
                Ok(expected),
                "{text}"
            );
        }
    }

    #[test]
    fn other_markup_is_told() {
        for text in [
            "<?xml version=\"1.0\"?><?mso-application progid=\"Word.Document\"?><w:wordDocument>",
            "<?xml version=\"1.0\"?><office:document>",
        ] {
            assert_eq!(
                format(text.to_ascii_lowercase().as_bytes()),
                Err(Unreadable::Xml),
                "{text}"
            );
        }
    }
}
