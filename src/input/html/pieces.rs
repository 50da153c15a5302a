//! A page taken apart: its words, and the tags that matter.

use std::ops::Range;

use html5gum::{DefaultEmitter, StartTag, Token, Tokenizer};

/// What a kind of element does to the words in it.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    Inline,
    Link,
    /// The end of a line.
    Break,
    /// Lines of its own.
    Block,
    Paragraph,
    Heading,
    /// The head of the page, or of an article.
    Header,
    /// Lines as they are.
    Preformatted,
    Table,
    Row,
    Cell,
    List,
    Ordered,
    Item,
    /// Words that are not the text.
    Gone,
}

const KINDS: [(Kind, &str); 15] = [
    (Kind::Inline, "span"),
    (Kind::Link, "a"),
    (Kind::Break, "br"),
    (
        Kind::Block,
        "div section article main center form fieldset address blockquote dl dt dd hr figure figcaption body html caption details summary",
    ),
    (Kind::Paragraph, "p"),
    (Kind::Heading, "h1 h2 h3 h4 h5 h6"),
    (Kind::Header, "header"),
    (Kind::Preformatted, "pre"),
    (Kind::Table, "table"),
    (Kind::Row, "tr"),
    (Kind::Cell, "td th"),
    (Kind::List, "ul"),
    (Kind::Ordered, "ol"),
    (Kind::Item, "li"),
    (
        Kind::Gone,
        "script style template noscript title textarea select button svg iframe object audio video canvas nav footer aside rp rt del xml",
    ),
];

/// An element by name: the same number for the same name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) struct Name(u8, u8);

impl Name {
    fn of(name: &[u8]) -> Option<Self> {
        (0u8..).zip(KINDS).find_map(|(kind, (_, names))| {
            let mut names = (0u8..).zip(names.split_ascii_whitespace());
            let found = names.find(|(_, known)| known.as_bytes() == name)?;
            Some(Self(kind, found.0))
        })
    }

    pub(super) fn kind(self) -> Kind {
        KINDS
            .get(usize::from(self.0))
            .map_or(Kind::Inline, |&(kind, _)| kind)
    }
}

pub(super) enum Piece {
    /// Words: their place in the text.
    Words(Range<usize>),
    Open(Element),
    Close(Name),
}

pub(super) struct Element {
    pub(super) name: Name,
    pub(super) hidden: bool,
    /// It leads somewhere.
    pub(super) leads: bool,
    /// How the items of a list are numbered, in the words of HTML or CSS, and from which number on.
    pub(super) numbered: Option<String>,
    pub(super) start: u32,
}

/// All words of a page, one behind the other, and its pieces.
pub(super) fn pieces(page: &str) -> (String, Vec<Piece>) {
    let mut emitter = DefaultEmitter::default();
    emitter.naively_switch_states(true);
    let (mut text, mut pieces) = (String::new(), Vec::new());
    for token in Tokenizer::new_with_emitter(page, emitter) {
        let Ok(token) = token;
        match token {
            Token::StartTag(tag) => {
                if let Some(name) = Name::of(&tag.name) {
                    pieces.push(Piece::Open(element(name, &tag)));
                }
            }
            Token::EndTag(tag) => pieces.extend(Name::of(&tag.name).map(Piece::Close)),
            Token::String(words) => {
                let start = text.len();
                text.push_str(&String::from_utf8_lossy(&words));
                pieces.push(Piece::Words(start..text.len()));
            }
            _ => {}
        }
    }
    (text, pieces)
}

fn element(name: Name, tag: &StartTag<()>) -> Element {
    let value = |name: &str| {
        let value = tag.attributes.get(name.as_bytes())?;
        Some(String::from_utf8_lossy(value).to_ascii_lowercase())
    };
    // Declarations without spaces and quotes, each between semicolons.
    let style = value("style").map(|style| {
        let style = style.replace(|c: char| c.is_ascii_whitespace() || "\"'".contains(c), "");
        format!(";{style};")
    });
    let says = |words: &[&str]| {
        let style = style.as_deref().unwrap_or_default();
        words.iter().any(|word| style.contains(word))
    };
    let is = |name: &str, values: &[&str]| value(name).is_some_and(|it| values.contains(&&*it));
    Element {
        name,
        hidden: value("hidden").is_some()
            || says(&HIDDEN)
            || is("class", &COMMENT_MARKS)
            || is("role", &FURNITURE_ROLES)
            || is("title", &["header", "footer"]),
        leads: value("href").is_some(),
        numbered: declared(style.as_deref(), ";list-style-type:")
            .or_else(|| declared(style.as_deref(), ";list-style:"))
            .or_else(|| value("type")),
        start: value("start").and_then(|n| n.parse().ok()).unwrap_or(1),
    }
}

/// Declarations of what is not seen: the first two of CSS; Word's for hidden text, its notes and comments behind the text; symbols in the place of letters.
const HIDDEN: [&str; 8] = [
    ";display:none",
    ";visibility:hidden",
    ";mso-hide:all",
    ";mso-element:comment-list",
    ";mso-element:footnote-list",
    ";mso-element:endnote-list",
    ";font-family:wingdings",
    ";font-family:symbol",
];
const COMMENT_MARKS: [&str; 2] = ["msocommentreference", "msocomanchor"];
const FURNITURE_ROLES: [&str; 4] = ["navigation", "banner", "contentinfo", "search"];

fn declared(style: Option<&str>, property: &str) -> Option<String> {
    let (_, after) = style?.split_once(property)?;
    after.split_once(';').map(|(value, _)| value.to_owned())
}
