//! The bytes of rich text taken apart: groups, control words, bytes of text.

/// A piece of rich text.
pub(super) enum Token<'a> {
    Open,
    Close,
    /// A control word or sign and its number.
    Word(&'a str, Option<i32>),
    /// A byte of text.
    Byte(u8),
}

pub(super) fn tokens(bytes: &[u8]) -> impl Iterator<Item = Token<'_>> {
    let mut rest = bytes;
    std::iter::from_fn(move || {
        loop {
            let (&first, after) = rest.split_first()?;
            rest = after;
            match first {
                b'{' => return Some(Token::Open),
                b'}' => return Some(Token::Close),
                b'\\' => return Some(control(&mut rest)),
                // Lines of the file are none of the text; NUL pads it.
                b'\r' | b'\n' | 0 => {}
                _ => return Some(Token::Byte(first)),
            }
        }
    })
}

fn control<'a>(rest: &mut &'a [u8]) -> Token<'a> {
    let letters = rest.iter().take_while(|b| b.is_ascii_alphabetic()).count();
    if letters == 0 {
        return sign(rest);
    }
    let name = taken(rest, letters);
    let minus = usize::from(rest.first() == Some(&b'-'));
    let digits = rest.iter().skip(minus).take_while(|b| b.is_ascii_digit());
    let value = match digits.count() {
        0 => None,
        // What no number has room for is none.
        digits => Some(taken(rest, minus + digits).parse().unwrap_or(0)),
    };
    if rest.first() == Some(&b' ') {
        taken(rest, 1);
    }
    if name == "bin" {
        let length = value.and_then(|n| usize::try_from(n).ok()).unwrap_or(0);
        *rest = rest.get(length..).unwrap_or_default();
    }
    Token::Word(name, value)
}

/// A backslash and a byte that is no letter.
fn sign<'a>(rest: &mut &'a [u8]) -> Token<'a> {
    let sign = rest.first().copied();
    match sign {
        Some(byte @ (b'{' | b'}' | b'\\')) => {
            taken(rest, 1);
            Token::Byte(byte)
        }
        Some(b'\'') => {
            taken(rest, 1);
            let digits = rest.iter().take(2);
            let digits = digits.take_while(|b| b.is_ascii_hexdigit()).count();
            let code = u8::from_str_radix(taken(rest, digits), 16);
            code.map_or(Token::Word("'", None), Token::Byte)
        }
        Some(b'\r' | b'\n') => {
            taken(rest, 1);
            Token::Word("par", None)
        }
        _ => Token::Word(taken(rest, usize::from(sign.is_some())), None),
    }
}

/// So many bytes of the rest, which are ASCII; others are nothing.
fn taken<'a>(rest: &mut &'a [u8], length: usize) -> &'a str {
    let (taken, after) = rest.split_at_checked(length).unwrap_or((rest, &[]));
    *rest = after;
    std::str::from_utf8(taken).unwrap_or_default()
}
