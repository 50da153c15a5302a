//! Names and words that are masked or left open: ××镇, ***公司, （略）.

use crate::document::Document;
use crate::report::Severity;
use crate::text::{BlockKind, Span};

use crate::rules::{Category, Certainty, Check, Definition, Draft, Sign};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "K03",
    slug: "masked-words",
    title: "名称被遮去或没有填",
    category: Category::Paste,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "地名、单位、项目的名称是不是还写着×、*、○、xx，有没有“（略）”。隐去的人名不查。",
    why: "多半是模板没有填，或者转载时被替换，读者看不出说的是哪里、哪个单位。",
    example: "“会同××街道开展联合执法”“****年度”“（略）”。“张××”“推行‘一村X品’”不查。",
    any_genre: false,
    check: Check::Signs(check),
};

/// Bold words end within so many signs.
const MARKDOWN: usize = 8;

/// What a masked name ends with.
static NAMED: Lexicon = Lexicon::new(
    "镇 乡 街道 县 区 市 省 村 社区 局 司法所 派出所 公司 企业 项目 办公室 委 政府 单位 部门 年 月 文件 \
     街 路 小区",
);

fn check(document: &Document<'_>, signs: &[Sign]) -> Vec<Draft> {
    let text = document.source.text();
    let named = |end: usize| {
        let rest = text.get(end..).unwrap_or_default();
        NAMED.starts(rest)
    };
    let mut places: Vec<Span> = Vec::new();
    let mut rest = signs;
    while let Some((first, behind)) = rest.split_first() {
        rest = behind;
        if !matches!(first.c, '*' | '＊' | '×' | '○' | '□' | 'ｘ' | 'Ｘ') {
            continue;
        }
        let mut last = first;
        while let Some((next, behind)) = rest.split_first() {
            if next.c != first.c || next.span.start != last.span.end {
                break;
            }
            last = next;
            rest = behind;
        }
        // **…** in Markdown.
        let bold = first.c == '*'
            && rest
                .iter()
                .take_while(|sign| sign.block == first.block)
                .take(MARKDOWN)
                .any(|sign| sign.c == '*');
        // 二○二四年
        let digit = first.c == '○' && first.span == last.span;
        if !bold && !digit && named(last.span.end) {
            places.push(first.span.to(last.span));
        }
    }
    for block in &document.layout.blocks {
        if block.kind == BlockKind::Clutter {
            continue;
        }
        let words = document.layout.folded_of(block);
        // Where each may stand, told by one of its characters.
        let masks = [("xx", 'x', 0), ("XX", 'X', 0), ("(略)", '略', 1)].into_iter();
        let found = masks.flat_map(|(mask, sign, ahead)| {
            let signs = words.match_indices(sign);
            signs.filter_map(move |(at, _)| Some((at.checked_sub(ahead)?, mask)))
        });
        let found =
            found.filter(|(at, mask)| words.get(*at..).is_some_and(|rest| rest.starts_with(mask)));
        places.extend(found.filter_map(|(at, mask)| {
            let end = at + mask.len();
            let before = words.get(..at)?;
            let behind = words.get(end..)?.trim_start_matches(['x', 'X']);
            let letters = before.ends_with(|c: char| c.is_ascii_alphanumeric());
            let open = mask == "(略)" || (!letters && NAMED.starts(behind));
            let start = block.folded.start + at;
            open.then(|| document.span(&(start..start + mask.len())))
        }));
    }
    crate::sort::by_key(&mut places, |span| span.start as u64);
    let Some((&first, others)) = places.split_first() else {
        return Vec::new();
    };
    let message = match others.len() {
        0 => "这里的名称被遮去或者没有填，请补上。".to_owned(),
        more => format!("全文有{}处名称被遮去或者没有填，请补上。", more + 1),
    };
    let draft = Draft::at(Severity::Notice, first, message);
    vec![others.iter().fold(draft, |draft, &place| {
        draft.related(place, document.source.slice(place))
    })]
}
