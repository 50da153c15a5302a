//! Saved web pages: the words that a reader of the page sees, without menus and what is hidden.
//!
//! `pieces` are the tags and words; `furniture` says which of them are not the text; `page` puts the rest in lines.

mod furniture;
mod page;
mod pieces;

use super::Unreadable;
use super::encoding::{decode, labelled};

/// In how many bytes a page says its encoding.
const HEAD: usize = 4096;
/// Less than this, in bytes, is no report: what was taken for furniture is the text then.
const SHORT: usize = 600;

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    read_in(bytes, None)
}

/// The text of a page that came with the name of its encoding.
pub(super) fn read_in(bytes: &[u8], label: Option<&str>) -> Result<String, Unreadable> {
    let (text, pieces) = pieces::pieces(&words(bytes, label)?);
    let seen = page::text(&text, &pieces, &furniture::unseen(&pieces, &text, true));
    if seen.len() >= SHORT {
        return Ok(seen);
    }
    let all = page::text(&text, &pieces, &furniture::unseen(&pieces, &text, false));
    Ok(if all.len() > 3 * seen.len() {
        all
    } else {
        seen
    })
}

/// Names of encodings that are there to be told by the bytes, or that servers put on any page.
const VAGUE: [&str; 5] = ["utf", "unicode", "us-ascii", "iso-8859-1", "windows-1252"];

/// The characters of the page. What it says of its encoding is often wrong where it is UTF-8, and seldom else.
fn words(bytes: &[u8], label: Option<&str>) -> Result<String, Unreadable> {
    let said = label.map(str::to_owned).or_else(|| said(bytes));
    let named = said.filter(|label| !VAGUE.iter().any(|vague| label.starts_with(vague)));
    if let Some(label) = named
        && std::str::from_utf8(bytes).is_err()
        && let Some(text) = labelled(&label, bytes)
    {
        return Ok(text);
    }
    Ok(decode(bytes)?.text)
}

/// The encoding that the page names: `charset=gb2312`, `charset="GBK"`.
fn said(bytes: &[u8]) -> Option<String> {
    let head = bytes.get(..HEAD).unwrap_or(bytes).to_ascii_lowercase();
    let head = String::from_utf8_lossy(&head);
    let (_, after) = head.split_once("charset")?;
    let after = after.trim_start().strip_prefix('=')?.trim_start();
    let after = after.trim_start_matches(['"', '\'']);
    let end = after.find(|c: char| !c.is_ascii_alphanumeric() && !"-_".contains(c));
    let label = after.get(..end?)?;
    (!label.is_empty()).then(|| label.to_owned())
}

#[cfg(test)]
mod tests;
