//! Notes to the writer that were left in the text: （此处数据待核实）, （待补充）, 【请核对】.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "K09",
    slug: "leftover-note",
    title: "留有起草时的批注",
    category: Category::Paste,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "括号里给起草人看的话：（此处数据待核实）、（待补充）、（请核对）、【此处插入图表】。",
    why: "批注是起草过程中的提醒，定稿前应当落实并删去。",
    example: "“编印指引5类，（此处数据待核实）推动企业依法经营”。“（待核实线索3条）”不查。",
    any_genre: true,
    check: Check::Words(|| Box::new(MARKERS.iter().map(|marker| marker.0)), check),
};

/// A marker, what goes on behind it, and whether the note ends there.
const MARKERS: [(&str, &str, bool); 26] = [
    ("待核", "实 对 查 准 定", true),
    ("待补", "充 全 充数据 充完善 录", true),
    ("待定", "", true),
    ("待填", "写 报 数 入", true),
    ("待确", "认 定", true),
    ("待完善", "", true),
    ("待更新", "", true),
    ("待统计", "", true),
    ("待提供", "", true),
    ("请核", "", false),
    ("请补", "", false),
    ("请填", "", false),
    ("请确认", "", false),
    ("请更新", "", false),
    ("请修改", "", false),
    ("需核实", "", true),
    ("需补充", "", true),
    ("需确认", "", true),
    (
        "此处",
        "数据 需 填 插 补 待 应 空 请 加 略 缺 可 修改 内容 写",
        false,
    ),
    ("未核实", "", true),
    ("数据来源", "", true),
    ("存疑", "", true),
    ("核实", "", true),
    ("核对", "", true),
    ("补充", "", true),
    ("提供", "", true),
];

/// What another one is asked to do, and how it is asked.
static ASKED: Lexicon = Lexicon::new("核实 核对 补充 提供");
const ASKS: [char; 4] = ['请', '待', '需', '须'];

/// A note is no longer than this, in bytes to each side of its marker.
const REACH: usize = 45;
const OPEN: [char; 4] = ['(', '【', '[', '〔'];
const CLOSE: [char; 4] = [')', '】', ']', '〕'];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let &(word, on, last) = MARKERS.get(hit.index)?;
    if word == "此处" && hit.after.starts_with("插入") && !hit.before.contains(OPEN) {
        let message = "“此处插入”像是起草时的批注，请落实后删去。";
        return Some(Draft::at(
            Severity::Warning,
            hit.span_with(document, 0, "插入".len()),
            message,
        ));
    }
    let near = hit
        .before
        .floor_char_boundary(hit.before.len().saturating_sub(REACH));
    let before = hit.before.get(near..)?;
    let start = before.rfind(OPEN)?;
    let head = before.get(start..)?;
    let after = hit
        .after
        .get(..hit.after.floor_char_boundary(REACH.min(hit.after.len())))?;
    let (tail, _) = after.split_once(CLOSE)?;
    let mut words = on.split_ascii_whitespace();
    let fits = if last {
        tail.is_empty() || words.any(|word| tail == word)
    } else {
        on.is_empty() || words.any(|word| tail.starts_with(word))
    };
    // （请司法所核实）, but not （经核实）; 待核实 is told by its first word.
    let asked = !ASKED.holds(word)
        || head.contains(ASKS) && !head.ends_with(ASKS) && !head.ends_with("待核");
    // The first marker of a note tells it; a note holds no figures of the work.
    let told = MARKERS.iter().any(|marker| head.contains(marker.0));
    let figures = |c: char| c.is_ascii_digit() || CLOSE.contains(&c);
    if !fits || !asked || told && last_of(head) || head.contains(figures) {
        return None;
    }
    let end = tail.len() + after.get(tail.len()..)?.chars().next()?.len_utf8();
    let note = [head, hit.word, after.get(..end)?].concat();
    Some(Draft::at(
        Severity::Warning,
        hit.span_with(document, head.len(), end),
        format!("“{note}”像是起草时的批注，请落实后删去。"),
    ))
}

/// Whether a marker in the words before has made a finding of its own: only one that may stand anywhere does.
fn last_of(head: &str) -> bool {
    let free = MARKERS.iter().filter(|marker| !marker.2);
    free.into_iter().any(|&(word, on, _)| {
        head.split_once(word).is_some_and(|(_, rest)| {
            on.is_empty()
                || on.split_ascii_whitespace().any(|on| rest.starts_with(on))
                || rest.is_empty()
        })
    })
}
