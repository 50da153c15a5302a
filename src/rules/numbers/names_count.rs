//! More or fewer are named than the count beside the names says.

use crate::document::Document;
use crate::figures::clauses::strip_closers;
use crate::figures::numerals::{self, Numeral};
use crate::figures::{qualifiers, units, words};
use crate::report::Severity;
use crate::text::BlockKind;
use crate::text::lexicon::Lexicon;

use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H10",
    slug: "names-count",
    title: "列出的名称与个数不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "一串名称后面写的个数与列出的是否一致：“甲、乙、丙等5家”里列出的不能多于5家，少于5家是正常的（列了六个以上、只差一个的作提示）；没有“等”字的“甲村、乙村、丙村3个村”应当正好相等。《》和“”并列的同样看。",
    why: "名称和个数摆在一起，多列一个或者少改一个数，读者一数便知。",
    example: "“东坡村、西坡村、沙洲村、七里村等3个村”，列了四个。",
    any_genre: false,
    check: Check::Document(check),
};

/// Measure words by which things with names are counted, and nouns that stand without one.
static UNITS: Lexicon = Lexicon::new("个 家 部 项 名 位 人 类 支 处 所 种 座 门 大 条");
static NOUNS: Lexicon = Lexicon::new("部门 单位 村 社区 街道");

/// What the last characters of a name may be for a count of such: 青坞村、石笋村2个村.
const ENDINGS: &str = "村镇乡县区市州所站局院厅校园街屯寨组";

/// What is set up in so many: 下设执法、普法、决策3个小组.
static SET_UP: Lexicon = Lexicon::new("下设 分设 设立 设置 分为 划分为 组建 成立 分成");

/// Words that no name has in it: where one stands in an item, the list begins behind it.
static NO_NAME: Lexicon = Lexicon::new(
    "开展 召开 举办 举行 组织 进行 围绕 针对 通过 采取 推进 推动 加强 深化 强化 落实 聚焦 统筹 整合 协调 联合 会同 走访 帮助 发放 制定 印发 修订 完善 打造 建成 建立 设立 \
     创建 培育 设有 现有 拥有 还有 达到 用于 位于 属于 的 了 在 对 把 被 将 并 向 从 由 使 让 或 是 共",
);

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut drafts = Vec::new();
    for block in &document.layout.blocks {
        if block.kind != BlockKind::Text {
            continue;
        }
        let text = document.layout.folded_of(block);
        let mut next = 0;
        for (at, c) in text.char_indices() {
            if at < next || !numerals::starts_numeral(c) {
                continue;
            }
            let Some(numeral) = numerals::read(text, at) else {
                continue;
            };
            next = numeral.end;
            let Some(fault) = fault(text, &numeral) else {
                continue;
            };
            let start = block.folded.start;
            drafts.push(Draft::at(
                fault.severity,
                document.span(&(start + fault.start..start + fault.end)),
                fault.message,
            ));
        }
    }
    drafts
}

struct Fault {
    severity: Severity,
    message: String,
    start: usize,
    end: usize,
}

/// Of so many names or more, none but one is seldom left to 等.
const MANY: usize = 6;

/// Judges the list before a numeral, if one stands there.
fn fault(text: &str, numeral: &Numeral) -> Option<Fault> {
    const MOST: f64 = 60.0;
    let whole = numeral.value.fract() == 0.0 && (1.0..=MOST).contains(&numeral.value);
    let rest = text.get(numeral.end..)?;
    let unit = counted(rest)?;
    let after = rest.get(unit..)?;
    let about = numeral.qualifier.is_some()
        || qualifiers::before(text, numeral.start).is_some()
        || qualifiers::after(after).is_some();
    if !whole || about {
        return None;
    }
    let head = text.get(..numeral.start)?;
    let head = ["共计", "共有", "共", "一共", "这"]
        .iter()
        .find_map(|word| head.strip_suffix(word))
        .unwrap_or(head);
    let count = numeral.value as usize;
    let (named, severity) = match head.strip_suffix('等') {
        Some(head) => {
            let named = Named::before(head)?;
            let proper = named.are_proper(rest.get(..unit)?);
            // Who names so many leaves no single one out.
            let one_short = named.low >= MANY && named.low + 1 == count && named.bounded;
            let severity = if proper && !one_short {
                Severity::Warning
            } else {
                Severity::Notice
            };
            (named.low > count || one_short && named.low == named.high)
                .then_some((named, severity))?
        }
        None => {
            let named = Named::before(head)?;
            let fits = (named.low..=named.high).contains(&count);
            let severity = named.fitting(after)?;
            // A count far from the list counts something else.
            let near = severity == Severity::Warning || count.abs_diff(named.low) == 1;
            (!fits && near).then_some((named, severity))?
        }
    };
    let end = numeral.end + unit;
    Some(Fault {
        severity,
        message: format!(
            "列出了{}个，写的是{}，请核对。",
            named.low,
            text.get(numeral.start..end)?
        ),
        start: named.start,
        end,
    })
}

/// Bytes of the measure word, or none before a noun that is counted without one.
fn counted(rest: &str) -> Option<usize> {
    match units::read(rest) {
        Some(unit) => UNITS.holds(rest.get(..unit.len)?).then_some(unit.len),
        None => NOUNS.starts(rest).then_some(0),
    }
}

/// A list of names.
#[derive(Debug)]
struct Named<'a> {
    /// The names, from the first on; the first without the verb before it.
    items: Vec<&'a str>,
    /// How many there are at least, and at most if each 和 parts two.
    low: usize,
    high: usize,
    /// Whether they are all in 《》 or “”.
    quoted: bool,
    /// Whether the first name is known to be the first.
    bounded: bool,
    /// What is done with them: 下设.
    verb: Option<&'static str>,
    /// First byte of the first name.
    start: usize,
}

impl<'a> Named<'a> {
    /// The list that a text ends with.
    fn before(head: &'a str) -> Option<Self> {
        let named = match head.chars().next_back()? {
            '》' => Self::quoted(head, '《', '》'),
            '”' => Self::quoted(head, '“', '”'),
            _ => Self::plain(head),
        }?;
        (named.low > 1).then_some(named)
    }

    /// 《甲》《乙》, also with 、 or 和 between them and notes in brackets.
    fn quoted(head: &'a str, open: char, close: char) -> Option<Self> {
        const LONGEST: usize = 240;
        let mut items = Vec::new();
        let mut rest = head;
        let mut bounded = true;
        while let Some(inner) = rest.strip_suffix(close) {
            let from = inner.len().saturating_sub(LONGEST);
            let Some(at) = inner.rfind(open).filter(|&at| at >= from) else {
                bounded = false;
                break;
            };
            items.push(rest.get(at..)?);
            rest = rest.get(..at)?;
            let before = rest.trim_end_matches(['、', '和', '及', '与']);
            let before = match before.strip_suffix(')') {
                Some(note) => note
                    .rfind('(')
                    .map_or(before, |at| note.get(..at).unwrap_or(before)),
                None => before,
            };
            if !before.ends_with(close) {
                // 、 before it: a name without marks.
                bounded &= before.len() == rest.len();
                break;
            }
            rest = before;
        }
        items.reverse();
        Some(Self {
            low: items.len(),
            high: items.len(),
            items,
            quoted: true,
            bounded,
            verb: None,
            start: rest.len(),
        })
    }

    /// 甲、乙、丙
    fn plain(head: &'a str) -> Option<Self> {
        const LONGEST: usize = 600;
        let from = head.floor_char_boundary(head.len().saturating_sub(LONGEST));
        let mut clause_at = from;
        let mut ends = vec![head.len()];
        let mut starts = Vec::new();
        for (at, c) in top_level(head, from) {
            let next = at + c.len_utf8();
            match c {
                '、' => {
                    starts.push(next);
                    ends.push(at);
                }
                ',' | '。' | ';' | ':' | '!' | '?' | '(' | '\n' | '“' | '《' => {
                    clause_at = next;
                    break;
                }
                _ => {}
            }
        }
        if starts.is_empty() {
            return None;
        }
        starts.push(clause_at);
        let mut items = Vec::new();
        let (mut bounded, mut verb) = (true, None);
        let mut start = head.len();
        for (from, to) in starts.into_iter().zip(ends) {
            let item = head.get(from..to)?;
            let first = from == clause_at;
            if let Some((at, word)) = SET_UP.last_in(item).filter(|_| first) {
                verb = Some(word);
                items.push(item.get(at + word.len()..)?);
                start = from + at + word.len();
                break;
            }
            match NO_NAME.last_in(item) {
                None if is_name(item) => {
                    items.push(item);
                    start = from;
                }
                // What stands behind the word is the first name.
                Some((at, word)) if is_name(item.get(at + word.len()..)?) => {
                    items.push(item.get(at + word.len()..)?);
                    start = from + at + word.len();
                    bounded = first;
                    break;
                }
                _ => {
                    bounded = false;
                    break;
                }
            }
        }
        items.reverse();
        let joined = items
            .iter()
            .map(|item| item.matches(['和', '及', '与']).count())
            .sum::<usize>();
        Some(Self {
            low: items.len(),
            high: items.len() + joined,
            items,
            quoted: false,
            bounded,
            verb,
            start,
        })
    }

    /// Whether these are names of single things: of kinds, one item may name two (妇女、儿童).
    fn are_proper(&self, unit: &str) -> bool {
        let last = |item: &&str| item.chars().next_back();
        let mut endings = self.items.iter().map(last);
        let first = endings.next();
        self.quoted || !matches!(unit, "个" | "项" | "类" | "种" | "大" | "条") || {
            endings.all(|ending| Some(ending) == first)
        }
    }

    /// Whether a count before these words is surely one of the names, and how surely.
    fn fitting(&self, after: &str) -> Option<Severity> {
        if !self.bounded {
            return None;
        }
        if self.quoted {
            return Some(Severity::Warning);
        }
        let alike = |noun: &str| self.items.iter().all(|item| item.ends_with(noun));
        let noun = after.chars().next()?;
        let noun = ["社区", "街道", "部门", "单位", "公司", "学校", "中心"]
            .into_iter()
            .find(|word| after.starts_with(word))
            .or_else(|| {
                ENDINGS
                    .contains(noun)
                    .then(|| after.get(..noun.len_utf8()))?
            })
            .filter(|noun| alike(noun));
        if let Some(noun) = noun {
            let behind = after.get(noun.len()..)?;
            let ends = behind.is_empty()
                || behind.starts_with([',', '。', ';', ':', '、', '(', ')'])
                || words::ENDERS.start_of(behind).is_some()
                || words::AWARDS.start_of(behind).is_some();
            return ends.then_some(Severity::Warning);
        }
        let short = self.items.iter().all(|item| item.chars().count() <= 6);
        (self.verb.is_some() && short).then_some(Severity::Notice)
    }
}

/// Whether words may be a name: not long, no numeral in them.
fn is_name(item: &str) -> bool {
    let chars = item.chars().count();
    let numeral = item
        .char_indices()
        .any(|(at, c)| c.is_ascii_digit() || numerals::starts_numeral(c) && counts(item, at));
    (1..=14).contains(&chars) && !numeral && strip_closers(item).len() == item.len()
}

/// Whether a Chinese numeral in an item counts something: 三家企业, but not 三岔河村.
fn counts(item: &str, at: usize) -> bool {
    numerals::read(item, at)
        .and_then(|numeral| item.get(numeral.end..))
        .is_some_and(|rest| rest.starts_with(['个', '家', '项', '名', '次', '件', '场']))
}

/// The characters of a text from a byte on, last first, without those in quotes, title marks and brackets.
fn top_level(head: &str, from: usize) -> impl Iterator<Item = (usize, char)> + '_ {
    let mut closed = Vec::new();
    let words = head.get(from..).unwrap_or_default().char_indices().rev();
    let words = words.map(move |(at, c)| (from + at, c));
    words.filter(move |&(_, c)| {
        let open = match c {
            ')' => Some('('),
            '”' => Some('“'),
            '》' => Some('《'),
            _ => None,
        };
        if let Some(open) = open {
            closed.push(open);
            return false;
        }
        if closed.last() == Some(&c) {
            closed.pop();
            return false;
        }
        closed.is_empty()
    })
}
