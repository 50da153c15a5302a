//! Which opening mark belongs to which closing one, paragraph by paragraph: quotation marks, brackets, title marks.

use crate::rules::Sign;

/// Kinds of marks that stand in pairs. Half-width and full-width brackets close one another.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    /// “” and straight ones
    Quote,
    /// ‘’
    InnerQuote,
    /// （）
    Round,
    /// 〔〕
    Tortoise,
    /// []
    Square,
    /// 【】
    Lenticular,
    /// 《》
    Title,
    /// 〈〉
    InnerTitle,
}

/// What the marks of a text come to. The numbers are places in the slice of signs.
#[derive(Debug, Default)]
pub struct Pairs {
    /// Opening and closing mark.
    pub whole: Vec<(usize, usize)>,
    /// Marks that open and are never closed.
    pub open: Vec<usize>,
    /// Marks that close what was never opened.
    pub close: Vec<usize>,
}

/// No mark closes what was opened more than so many marks before it.
const DEEPEST: usize = 8;
/// A quotation may run over so many paragraphs; other pairs may be parted by one line break.
const LONGEST_QUOTE: usize = 3;

/// Whether a mark opens or closes, and which kind; a straight quotation mark does either.
fn read(sign: &Sign) -> Option<(Kind, Option<bool>)> {
    Some(match sign.c {
        '“' => (Kind::Quote, Some(true)),
        '”' => (Kind::Quote, Some(false)),
        '"' | '＂' => (Kind::Quote, None),
        '‘' => (Kind::InnerQuote, Some(true)),
        // An apostrophe.
        '’' if sign.before.is_ascii_alphanumeric() => return None,
        '’' => (Kind::InnerQuote, Some(false)),
        '(' | '（' => (Kind::Round, Some(true)),
        // A face.
        ')' if matches!(sign.before, ':' | ';') => return None,
        ')' | '）' => (Kind::Round, Some(false)),
        '〔' => (Kind::Tortoise, Some(true)),
        '〕' => (Kind::Tortoise, Some(false)),
        '[' | '［' => (Kind::Square, Some(true)),
        ']' | '］' => (Kind::Square, Some(false)),
        '【' => (Kind::Lenticular, Some(true)),
        '】' => (Kind::Lenticular, Some(false)),
        '《' => (Kind::Title, Some(true)),
        '》' => (Kind::Title, Some(false)),
        '〈' => (Kind::InnerTitle, Some(true)),
        '〉' => (Kind::InnerTitle, Some(false)),
        _ => return None,
    })
}

/// Pairs the marks of a text.
pub fn of(signs: &[Sign]) -> Pairs {
    let mut pairs = Pairs::default();
    let mut stack: Vec<(usize, Kind)> = Vec::new();
    let mut block = 0;
    for (at, sign) in signs.iter().enumerate() {
        let Some((kind, opens)) = read(sign) else {
            continue;
        };
        if sign.block != block {
            block = sign.block;
            pairs.open.extend(stack.drain(..).map(|(at, _)| at));
        }
        let near = stack.len().saturating_sub(DEEPEST);
        let mate = stack
            .iter()
            .skip(near)
            .rposition(|&(_, other)| other == kind)
            .map(|index| index + near);
        match (opens.unwrap_or(mate.is_none()), mate) {
            (true, _) => stack.push((at, kind)),
            (false, Some(mate)) => {
                pairs.open.extend(stack.drain(mate + 1..).map(|(at, _)| at));
                if let Some((open, _)) = stack.pop() {
                    pairs.whole.push((open, at));
                }
            }
            (false, None) => pairs.close.push(at),
        }
    }
    pairs.open.extend(stack.into_iter().map(|(at, _)| at));
    crate::sort::by_key(&mut pairs.open, |&open| open as u64);
    crate::sort::by_key(&mut pairs.whole, |&(open, _)| open as u64);
    across_paragraphs(&mut pairs, signs);
    pairs
}

/// Takes out what is opened in one paragraph and closed in a later one.
fn across_paragraphs(pairs: &mut Pairs, signs: &[Sign]) {
    // A quotation of several paragraphs begins each of them with its mark, and closes the last.
    let begun: Vec<usize> = signs
        .iter()
        .filter(|sign| sign.c == '“' && sign.before == '\0')
        .map(|sign| sign.block)
        .collect();
    let mut open = Vec::with_capacity(pairs.open.len());
    let mut closers = pairs.close.iter().copied().peekable();
    let mut close = Vec::new();
    for &at in &pairs.open {
        let Some(sign) = signs.get(at) else { continue };
        while let Some(before) = closers.next_if(|&closer| closer < at) {
            close.push(before);
        }
        let kind = read(sign).map(|(kind, _)| kind);
        if kind == Some(Kind::Quote) && begun.binary_search(&(sign.block + 1)).is_ok() {
            continue;
        }
        let reach = if kind == Some(Kind::Quote) {
            LONGEST_QUOTE
        } else {
            1
        };
        let closed = closers.next_if(|&closer| {
            signs.get(closer).is_some_and(|other| {
                read(other).map(|(kind, _)| kind) == kind
                    && other.block > sign.block
                    && other.block <= sign.block + reach
            })
        });
        if closed.is_none() {
            open.push(at);
        }
    }
    close.extend(closers);
    pairs.open = open;
    pairs.close = close;
}
