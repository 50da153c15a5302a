//! The digits of a number are masked: 召开会议*次, 罚款××万元.

use crate::document::Document;
use crate::figures::units;
use crate::report::Severity;
use crate::text::marker::is_han;
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "K01",
    slug: "masked-number",
    title: "数字被遮去",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "量词前面的数字是不是写成了*、×、x。",
    why: "遮去的数字读者看不到，也没有计入数据；多半是模板没有填，或者转载时被替换。",
    example: "“召开新闻发布会*场”。“×××项目”“张**”不查。",
    any_genre: false,
    check: Check::Document(check),
};

/// Measure words that a masked number stands before: others may as well belong to a masked name.
static COUNTED: Lexicon = Lexicon::new(
    "次 人次 件 件次 起 场 场次 名 人 份 家 家次 户 户次 个 条 项 篇 期 部 处 批 批次 元 % 亩 公里 \
     平方米",
);

/// Right before a mask these make it an ordinal or a stand-in: 第X次, 一村X品.
const STAND_IN: &str = "第每某各这村镇区县";

/// A mask has at most so many signs.
const LONGEST_MASK: usize = 8;

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut places = Vec::new();
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let masked = masks(document.source.slice(block.span)).into_iter();
        places.extend(
            masked.map(|range| {
                Span::new(block.span.start + range.start, block.span.start + range.end)
            }),
        );
    }
    // A copy of which every number is masked is told of once.
    let Some((&first, others)) = places.split_first() else {
        return Vec::new();
    };
    let message = match others.len() {
        0 => "这里的数字被遮去了，没有计入数据；请补上数字，或者删去这一处。".to_owned(),
        more => format!(
            "全文有 {} 处数字被遮去了，没有计入数据；请补上数字，或者删去。",
            more + 1
        ),
    };
    let draft = Draft::at(Severity::Notice, first, message);
    vec![others.iter().fold(draft, |draft, &place| {
        draft.related(place, document.source.slice(place))
    })]
}

/// The masked numbers of a text, each with its measure word.
fn masks(text: &str) -> Vec<std::ops::Range<usize>> {
    let mut found = Vec::new();
    let mut bold = false;
    let mut next = 0;
    let mut previous = '\0';
    for (at, c) in text.char_indices() {
        let before = std::mem::replace(&mut previous, c);
        if at < next || !matches!(c, '*' | '＊' | '×' | 'x' | 'X' | 'ｘ' | 'Ｘ') {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let behind = rest.trim_start_matches(c);
        let len = rest.len() - behind.len();
        next = at + len;
        // **…** in Markdown: what closes it masks nothing.
        if c == '*' && len == 2 && bold {
            bold = false;
            continue;
        }
        let stands_alone =
            (is_han(before) && !STAND_IN.contains(before)) || "，,、（(".contains(before);
        let short = len <= LONGEST_MASK * c.len_utf8();
        match counted(behind) {
            Some(unit) if stands_alone && short => found.push(at..at + len + unit),
            _ => bold |= c == '*' && len == 2,
        }
    }
    found
}

/// The bytes of the measure word at the start of a text, with the 余 or 万 before it.
fn counted(text: &str) -> Option<usize> {
    let words = text.trim_start_matches(['余', '多', '百', '千', '万', '亿']);
    let unit = units::read(words)?;
    let word = words.get(..unit.len)?;
    COUNTED
        .holds(word)
        .then(|| text.len() - words.len() + unit.len)
}
