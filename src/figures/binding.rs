//! The words that bind figures together, as data: what opens a list of parts (其中, 包括), what says that a sum follows (合计), which measure
//! words count the same things; and what each part is called.

use super::places::Place;
use super::wholes::Form;
use crate::report::Figure;
use crate::text::Span;
use crate::text::lexicon::Lexicon;

/// Measure words that count the same things.
const ALIKE: &[&[&str]] = &[
    &["件", "起", "宗", "例", "份", "桩"],
    &["人", "名", "位"],
    &["次", "场", "场次"],
    &["家", "户"],
];

/// Measure words of things that a sum may put together: 文件14件、协议41份、决策5个，共60件.
static THINGS: Lexicon = Lexicon::new("件 起 宗 例 份 桩 个 项 条 部 篇 则");

/// The measure word without a second one in brackets or behind a slash.
fn plain(unit: &str) -> &str {
    unit.split(['(', '（', '/']).next().unwrap_or(unit)
}

/// Whether two figures count the same kind of thing.
#[must_use]
pub fn alike(a: &Figure<Span>, b: &Figure<Span>) -> bool {
    let (one, other) = (plain(&a.unit), plain(&b.unit));
    a.kind == b.kind
        && (one == other
            || ALIKE
                .iter()
                .any(|units| units.contains(&one) && units.contains(&other)))
}

/// Whether a sum may be made of the two.
#[must_use]
pub fn summable(a: &Figure<Span>, b: &Figure<Span>) -> bool {
    alike(a, b) || (THINGS.holds(plain(&a.unit)) && THINGS.holds(plain(&b.unit)))
}

/// What opens a list of parts, and whether it stands anywhere in the clause or at its start.
const OPENERS: &[(&str, Form)] = &[
    ("包括", Form::Including),
    ("包含", Form::Including),
    ("含", Form::Including),
    ("分别为", Form::Respectively),
    ("分别是", Form::Respectively),
];

/// Words of a clause in brackets or of a part that compare or add and name no part.
pub static COMPARES: Lexicon =
    Lexicon::new("比 较 同比 上年 去年 增 减 折合 约合 历年 累计 连同 加上 除 不含");

/// What says that something is carried over from another year.
pub static CARRIED: Lexicon = Lexicon::new("结转 结存 上年 往年 历年 存量 遗留 积压 累计");

/// What says that a sum follows, and nothing else; what may stand before it.
static TOTALS: Lexicon = Lexicon::new("合计 共计 总计 总共 共 合计为 共有 组成 组成的");
static BEFORE_TOTALS: Lexicon = Lexicon::new("全年 两项 三项 四项 各项 以上 上述");

/// Whether the words before a figure say that it is the sum of those before, and how surely.
#[must_use]
pub fn says_total(clause: &str) -> bool {
    let clause = BEFORE_TOTALS.strip_start(clause).unwrap_or(clause);
    TOTALS.holds(clause) || clause.ends_with("组成") || clause.ends_with("组成的")
}

/// Where the words end that say of which the following is a part: 代表中 in 代表中赞成. The 中 of 集中 and 中心 is none.
#[must_use]
pub fn among_at(words: &str) -> Option<usize> {
    words.match_indices('中').find_map(|(at, word)| {
        let head = words.get(..at)?;
        let end = at + word.len();
        let other = head.is_empty()
            || head.ends_with(['集', '其', '初', '高', '之', '年'])
            || head.ends_with("过程")
            || words.get(end..)?.starts_with([
                '心', '共', '央', '国', '小', '介', '学', '队', '层', '期', '专', '型', '医',
            ]);
        (!other).then_some(end)
    })
}

/// The words of a part: what stands before it in the list without what opens the list, or what stands behind it.
#[must_use]
pub fn label<'a>(text: &'a str, place: &Place) -> &'a str {
    let clause = text.get(place.clause.clone()).unwrap_or_default();
    let label = text.get(place.label.clone()).unwrap_or_default();
    // 其中食品、药品类5件: the label is all of the clause.
    let label = match opener(clause) {
        Some((_, at)) => clause.get(at..).unwrap_or_default(),
        None => among_at(label)
            .and_then(|at| label.get(at..))
            .unwrap_or(label),
    };
    let label = label
        .trim_start_matches(['和', '及', '与', '、'])
        .trim_start_matches("以及");
    if label.is_empty() {
        text.get(place.trail.clone()).unwrap_or_default()
    } else {
        label
    }
}

/// What opens a list of parts in a clause, and where the first part's words begin.
#[must_use]
pub fn opener(clause: &str) -> Option<(Form, usize)> {
    if let Some(at) = clause.find("其中") {
        let at = at + "其中".len();
        let rest = clause.get(at..).unwrap_or_default();
        let more = OPENERS.iter().find(|(word, _)| rest.starts_with(word));
        return Some((Form::Among, at + more.map_or(0, |(word, _)| word.len())));
    }
    OPENERS
        .iter()
        .find(|(word, _)| clause.starts_with(word))
        .map(|&(word, form)| (form, word.len()))
}
