//! Document numbers that are not written as 某发〔2024〕2号.

use std::ops::Range;

use crate::document::Document;
use crate::report::{Edit, Fix, Severity};
use crate::text::marker::is_han;

use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "F03",
    slug: "doc-number-form",
    title: "发文字号写法不规范",
    category: Category::Format,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "发文字号的年份是不是全称、有没有用六角括号〔〕，顺序号前面有没有多出“第”或者0，括号有没有丢失。",
    why: "发文字号由代字、年份、顺序号组成，年份标全称，用六角括号括入，顺序号不加“第”、不编虚位（GB/T 9704—2012 第7.2.5条）。",
    example: "“安政发[2024]06号”，应为“安政发〔2024〕6号”。法律条文的“第5号令”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(["号"].into_iter()), check),
};

/// What the letters of a body end with, where the number follows them.
const LETTERS: &str = "发字办函政文规通委府党法厅组司局建管农环教财社卫综执治安人交国市监税审";
/// Kinds of papers that are numbered in words of their own: 公告2023年第5号, 令〔2023〕第2号.
const OWN_FORM: &str = "告令";
/// The letters of a body are at most so long, in characters.
const LONGEST: usize = 16;

/// Words before the letters that are no part of them.
static LEADS: Lexicon = Lexicon::new("按照 印发 落实 根据 依据 执行 转发 对照 贯彻 下发 参照 依照");

/// A document number in pieces.
#[derive(Debug)]
struct Number<'a> {
    /// Where it begins in the text.
    start: usize,
    letters: &'a str,
    year: &'a str,
    serial: &'a str,
    /// Whether anything in its form is known to be wrong.
    wrong: bool,
    /// Whether the year stands in brackets, or in half of them.
    bracketed: bool,
}

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let number = read(hit.before).filter(|number| number.wrong)?;
    let last = number.letters.chars().next_back()?;
    let known = LETTERS.contains(last);
    // Without brackets it may be words: 2022年6号.
    let long = number.letters.chars().count() >= 3;
    if OWN_FORM.contains(last) || !(number.bracketed || known && long) {
        return None;
    }
    let year = match number.year.len() {
        2 => format!("20{}", number.year),
        _ => number.year.to_owned(),
    };
    let serial = number.serial.trim_start_matches('0');
    let right = format!("〔{year}〕{serial}号");
    let letters = hit.range.start - (hit.before.len() - number.start);
    let whole: Range<usize> = letters..hit.range.end;
    let edited = whole.start + number.letters.len()..whole.end;
    let message = format!(
        "发文字号应当写作“{}{right}”：年份标全称，用六角括号〔〕，顺序号不加“第”和0。",
        document.words(&(whole.start..edited.start))
    );
    Some(
        Draft::at(Severity::Warning, document.span(&whole), message)
            .fix(Some(Fix {
                label: format!("改为“{right}”"),
                sure: known && number.bracketed,
                edits: vec![Edit {
                    span: document.span(&edited),
                    text: right,
                }],
            }))
            .basis("GB/T 9704—2012 第7.2.5条"),
    )
}

/// Reads the number that ends right before 号.
fn read(text: &str) -> Option<Number<'_>> {
    let (rest, serial) = digits_at_end(text);
    let plain = rest.strip_suffix('第');
    let mut wrong = plain.is_some() || serial.starts_with('0');
    let rest = plain.unwrap_or(rest);
    let closed = rest.strip_suffix(['〕', ']', ')', '】']);
    wrong |= closed.is_some() && !rest.ends_with('〕');
    // 2022年6号
    let spoken = closed.is_none() && rest.ends_with('年');
    let (rest, year, serial) = match closed {
        Some(inner) => {
            let bare = inner.strip_suffix('年');
            wrong |= bare.is_some();
            let (rest, year) = digits_at_end(bare.unwrap_or(inner));
            (rest, year, serial)
        }
        None if spoken => {
            wrong = true;
            let (rest, year) = digits_at_end(rest.trim_end_matches('年'));
            (rest, year, serial)
        }
        // 〔202526号: the bracket behind the year was lost.
        None => {
            wrong = true;
            let (year, serial) = serial.split_at_checked(4)?;
            (rest, year, serial)
        }
    };
    let opened = rest.strip_suffix(['〔', '[', '(', '【']);
    let letters = opened.unwrap_or(rest);
    wrong |= (closed.is_some() && !rest.ends_with('〔')) || year.len() == 2;
    let start = letters
        .char_indices()
        .rev()
        .take(LONGEST)
        .take_while(|(_, c)| is_han(*c))
        .last()?
        .0;
    let run = letters.get(start..)?;
    let lead = LEADS.start_of(run);
    let start = start + lead.map_or(0, |lead| lead.len());
    let letters = letters.get(start..)?;
    let sane = match year.len() {
        4 => year.starts_with("20") || year.starts_with("19"),
        2 => opened.is_some() && closed.is_some(),
        _ => false,
    };
    let bracketed = opened.is_some() || closed.is_some();
    let fits = (1..=4).contains(&serial.len()) && serial.bytes().any(|digit| digit != b'0');
    (sane && fits && letters.chars().count() >= 2 && (bracketed || spoken)).then_some(Number {
        start,
        letters,
        year,
        serial,
        wrong,
        bracketed,
    })
}

/// A text without the ASCII digits at its end, and the digits.
fn digits_at_end(text: &str) -> (&str, &str) {
    let rest = text.trim_end_matches(|c: char| c.is_ascii_digit());
    (rest, text.get(rest.len()..).unwrap_or_default())
}
