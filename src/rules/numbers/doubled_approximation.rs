//! Two words say of one number that it is about so much: 近3000余家, 至少2次以上, 约1.5小时左右.

use std::ops::Range;

use crate::document::Document;
use crate::figures::qualifiers;
use crate::report::{Edit, Fix, Severity};

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "H03",
    slug: "doubled-approximation",
    title: "概数词重复",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "同一个数的前后有没有两个概数词：近……余、约……左右、至少……以上、超过……多。",
    why: "“近”是不到，“余”是多出，放在一起自相矛盾；“至少”和“以上”意思重复，留一个就够了（用词习惯，没有专门的条文）。",
    example: "“走访近3000余家”，应为“近3000家”或“3000余家”；“至少2次以上”，应为“至少2次”。",
    any_genre: false,
    check: Check::Document(check),
};

/// These bound a number from below also where a few words stand between: 至少研究1次以上.
static LEAST: Lexicon = Lexicon::new("至少 不少于 不低于 最少 起码");

/// At most so many characters stand between them and the number.
const LONGEST_GAP: usize = 8;

/// Before one of these 以上, 上下 and 左右 speak of something else than the number: 以上情况, 上下联动.
static OF_THE_TEXT: Lexicon =
    Lexicon::new("情况 问题 工作 事项 内容 措施 数据 方面 各项 联动 贯通 一心 协同 两 邻");

fn check(document: &Document<'_>) -> Vec<Draft> {
    in_words::figures(document)
        .filter_map(|figure| {
            let pair = doubled(&figure)?;
            let first = document.folded(&pair.first);
            let second = document.folded(&pair.second);
            let spare = if pair.drop_first {
                &pair.first
            } else {
                &pair.second
            };
            let whole =
                pair.first.start.min(figure.range.start)..pair.second.end.max(figure.range.end);
            Some(
                Draft::at(
                    Severity::Warning,
                    document.span(&whole),
                    format!(
                        "“{first}”和“{second}”用在同一个数上，意思重复或者矛盾，留一个就够了。"
                    ),
                )
                .fix(Some(Fix {
                    label: format!("删去“{}”", document.folded(spare)),
                    sure: false,
                    edits: vec![Edit {
                        span: document.span(spare),
                        text: String::new(),
                    }],
                })),
            )
        })
        .collect()
}

/// The two words, and which of them goes more easily.
struct Pair {
    first: Range<usize>,
    second: Range<usize>,
    drop_first: bool,
}

fn doubled(figure: &InWords<'_>) -> Option<Pair> {
    let start = figure.range.start;
    let offset = start - figure.before.len();
    let front = front(figure).map(|at| offset + at.start..offset + at.end);
    let inside = figure
        .loose()
        .map(|(at, word)| start + at..start + at + word.len());
    let end = figure.range.end;
    let behind = behind(figure).map(|len| end..end + len);
    match (front, inside, behind) {
        (Some(first), Some(second), _) => Some(Pair {
            first,
            second,
            drop_first: true,
        }),
        (Some(first), None, Some(second)) | (None, Some(first), Some(second)) => Some(Pair {
            first,
            second,
            drop_first: false,
        }),
        (None, None, Some(first)) if again(figure, first.len()).is_some() => {
            let second = first.end..first.end + again(figure, first.len())?;
            Some(Pair {
                first,
                second,
                drop_first: false,
            })
        }
        (None, None, Some(second)) => {
            let first = least(figure)?;
            Some(Pair {
                first: offset + first.start..offset + first.end,
                second,
                drop_first: false,
            })
        }
        _ => None,
    }
}

/// The word right before the number or at its start, counted from where the words before it begin.
fn front(figure: &InWords<'_>) -> Option<Range<usize>> {
    let before = figure.before;
    if let Some((_, at)) = qualifiers::before(before, before.len()) {
        return Some(at..before.len());
    }
    // 数十余次
    let several = figure
        .words
        .chars()
        .next()
        .filter(|c| matches!(c, '数' | '几'))?;
    Some(before.len()..before.len() + several.len_utf8())
}

/// The bytes of the word right behind the number.
fn behind(figure: &InWords<'_>) -> Option<usize> {
    let (_, len) = qualifiers::after(figure.after)?;
    let rest = figure.after.get(len..)?;
    let of_the_text = OF_THE_TEXT.starts(rest);
    let age = matches!(figure.figure.unit.as_str(), "岁" | "周岁");
    (!of_the_text && !age).then_some(len)
}

/// The bytes of a second word behind the first: 3次以上左右.
fn again(figure: &InWords<'_>, len: usize) -> Option<usize> {
    Some(qualifiers::after(figure.after.get(len..)?)?.1)
}

/// 至少 and the like a few words before the number, where 以上 stands behind it.
fn least(figure: &InWords<'_>) -> Option<Range<usize>> {
    if !figure.after.starts_with("以上") {
        return None;
    }
    let clause = figure.clause();
    let from = figure.before.len() - clause.len();
    let (at, word) = LEAST.all_in(clause).max()?;
    let gap = clause.get(at + word.len()..)?;
    let plain = !gap.contains(|c: char| c.is_ascii_digit() || c == '、');
    (plain && gap.chars().count() <= LONGEST_GAP).then_some(from + at..from + at + word.len())
}
