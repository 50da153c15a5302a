//! Web pages saved in one file (MIME, RFC 2045 to 2047 and 2557), as Word, WPS and browsers write them: the first page in it.

use super::{Unreadable, html, plain};

/// Parts inside parts.
const DEEPEST: usize = 5;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut parts = Vec::new();
    collect(bytes, DEEPEST, &mut parts);
    let first = |kind: &str| parts.iter().find(|part| part.kind == kind);
    if let Some(page) = first("text/html") {
        return html::read_in(&page.decoded(), page.charset.as_deref());
    }
    match first("text/plain") {
        Some(part) => Ok(plain(&part.decoded())?.text),
        None => Err(Unreadable::Damaged),
    }
}

/// A part that is no list of parts.
struct Part<'a> {
    kind: String,
    charset: Option<String>,
    /// How its bytes are written.
    encoding: String,
    body: &'a [u8],
}

impl Part<'_> {
    fn decoded(&self) -> Vec<u8> {
        match self.encoding.trim() {
            "base64" => base64(self.body),
            "quoted-printable" => quoted_printable(self.body),
            _ => self.body.to_vec(),
        }
    }
}

fn collect<'a>(bytes: &'a [u8], deepest: usize, parts: &mut Vec<Part<'a>>) {
    let (headers, body) = split(bytes);
    let kind = header(&headers, "content-type").unwrap_or("text/plain");
    let name = kind.split(';').next().unwrap_or_default();
    let name = name.trim().to_ascii_lowercase();
    if !name.starts_with("multipart/") {
        let encoding = header(&headers, "content-transfer-encoding").unwrap_or_default();
        parts.push(Part {
            kind: name,
            charset: parameter(kind, "charset").map(|it| it.to_ascii_lowercase()),
            encoding: encoding.to_ascii_lowercase(),
            body,
        });
    } else if let Some(boundary) = parameter(kind, "boundary")
        && let Some(deeper) = deepest.checked_sub(1)
    {
        for part in between(body, &boundary) {
            collect(part, deeper, parts);
        }
    }
}

/// The headers, each one line, and what follows the empty line after them.
fn split(bytes: &[u8]) -> (Vec<String>, &[u8]) {
    /// Longer headers are none.
    const MOST: usize = 100;
    let mut headers: Vec<String> = Vec::new();
    let mut rest = bytes;
    while headers.len() < MOST {
        let (line, after) = line(rest);
        rest = after;
        let text = String::from_utf8_lossy(line);
        if text.trim().is_empty() {
            // Empty lines before the first header are padding.
            if !headers.is_empty() || rest.is_empty() {
                break;
            }
        } else if text.starts_with([' ', '\t'])
            && let Some(last) = headers.last_mut()
        {
            last.push_str(text.trim_end());
        } else {
            headers.push(text.trim_end().to_owned());
        }
    }
    (headers, rest)
}

/// A line with its end, and the rest.
fn line(bytes: &[u8]) -> (&[u8], &[u8]) {
    let end = bytes.iter().position(|&b| b == b'\n');
    let end = end.map_or(bytes.len(), |at| at + 1);
    bytes.split_at_checked(end).unwrap_or((bytes, &[]))
}

fn header<'h>(headers: &'h [String], name: &str) -> Option<&'h str> {
    headers.iter().find_map(|header| {
        let (said, value) = header.split_once(':')?;
        said.eq_ignore_ascii_case(name).then_some(value)
    })
}

/// `text/html; charset="gb2312"`: the value of a parameter.
fn parameter(value: &str, name: &str) -> Option<String> {
    value.split(';').skip(1).find_map(|parameter| {
        let (said, value) = parameter.split_once('=')?;
        let value = value.trim().trim_matches('"');
        (said.trim().eq_ignore_ascii_case(name) && !value.is_empty()).then(|| value.to_owned())
    })
}

/// What stands between the lines that the boundary makes.
fn between<'a>(body: &'a [u8], boundary: &str) -> Vec<&'a [u8]> {
    let boundary = format!("--{boundary}");
    let mut parts = Vec::new();
    let (mut rest, mut at, mut start) = (body, 0, None);
    while !rest.is_empty() {
        let (line, after) = line(rest);
        if line.starts_with(boundary.as_bytes()) {
            parts.extend(start.and_then(|start| body.get(start..at)));
            // The last of them has two more dashes.
            let last = line
                .get(boundary.len()..)
                .is_some_and(|it| it.starts_with(b"--"));
            start = (!last).then_some(at + line.len());
        }
        at += line.len();
        rest = after;
    }
    parts.extend(start.and_then(|start| body.get(start..)));
    parts
}

fn quoted_printable(body: &[u8]) -> Vec<u8> {
    let mut out = Vec::with_capacity(body.len());
    let mut rest = body;
    while let Some((&byte, after)) = rest.split_first() {
        rest = match (byte, after) {
            (b'=', [b'\r', b'\n', after @ ..] | [b'\n', after @ ..]) => after,
            (b'=', [high, low, more @ ..]) => match digit(*high).zip(digit(*low)) {
                Some((high, low)) => {
                    out.push(high << 4 | low);
                    more
                }
                None => {
                    out.push(byte);
                    after
                }
            },
            _ => {
                out.push(byte);
                after
            }
        };
    }
    out
}

fn digit(byte: u8) -> Option<u8> {
    let digit = char::from(byte).to_digit(16)?;
    u8::try_from(digit).ok()
}

fn base64(body: &[u8]) -> Vec<u8> {
    let (mut out, mut bits, mut held) = (Vec::new(), 0u32, 0);
    for &byte in body {
        let value = match byte {
            b'A'..=b'Z' => byte - b'A',
            b'a'..=b'z' => byte - b'a' + 26,
            b'0'..=b'9' => byte - b'0' + 52,
            b'+' => 62,
            b'/' => 63,
            b'=' => break,
            _ => continue,
        };
        bits = bits << 6 | u32::from(value);
        held += 6;
        if held >= 8 {
            held -= 8;
            out.push((bits >> held & 0xff) as u8);
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    fn page(encoding: &str, charset: &str, body: &str) -> String {
        format!(
            "MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\ttype=\"text/html\"; boundary=\"----=_Next\"\r\n\r\n\
            words before\r\n------=_Next\r\nContent-Location: file:///C:/a.htm\r\nContent-Transfer-Encoding: {encoding}\r\n\
            Content-Type: text/html; charset=\"{charset}\"\r\n\r\n{body}\r\n\r\n------=_Next\r\nContent-Type: image/png\r\n\r\nx\r\n------=_Next--\r\n"
        )
    }

    #[test]
    fn pages_are_read_however_they_are_written() {
        for (encoding, charset, body) in [
            (
                "quoted-printable",
                "utf-8",
                "<p title=3D'x'>=E4=B8=80=E3=80=\r\n=81=</p>",
            ),
            ("Quoted-Printable", "gb2312", "<p>=D2=BB=A1=A2=</p>"),
            ("8bit", "utf-8", "<p>一、=</p>"),
            ("base64", "utf-8", "PHA+5LiA44CB\r\nPTwvcD4="),
        ] {
            let text = read(page(encoding, charset, body).as_bytes());
            assert_eq!(text.as_deref(), Ok("一、=\n"), "{encoding} {charset}");
        }
    }

    #[test]
    fn a_page_in_parts_of_parts_is_found_down_to_a_bound() {
        let mut part = "Content-Type: text/html\r\n\r\n<p>one</p>".to_owned();
        for depth in 0..8 {
            let read = read(part.as_bytes());
            let expected = if depth <= DEEPEST {
                Ok("one\n".to_owned())
            } else {
                Err(Unreadable::Damaged)
            };
            assert_eq!(read, expected, "{depth}");
            part = format!(
                "Content-Type: multipart/mixed; boundary=b{depth}\r\n\r\n--b{depth}\r\n{part}\r\n--b{depth}--\r\n"
            );
        }
    }

    #[test]
    fn text_alone_is_read_and_nothing_is_damaged() {
        let text = "MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\n一、\n--b--";
        assert_eq!(read(text.as_bytes()).as_deref(), Ok("一、\n"));
        assert_eq!(
            read(b"Content-Type: image/png\n\nx"),
            Err(Unreadable::Damaged)
        );
    }
}
