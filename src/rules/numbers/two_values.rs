//! The same thing is counted twice in a report and has two values.

use std::borrow::Cow;
use std::collections::HashMap;

use crate::document::Document;
use crate::figures::clauses::strip_closers;
use crate::figures::places::Place;
use crate::profiles::indicators;
use crate::report::{Figure, FigureKind, PartId, Severity};
use crate::text::Span;
use crate::text::lexicon::Lexicon;

use super::arithmetic::{count, exact};
use crate::rules::{Category, Certainty, Check, Definition, Draft};

pub const RULE: Definition = Definition {
    code: "H12",
    slug: "same-indicator-two-values",
    title: "同一数据前后不一",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Hint,
    what: "同一件事在报告不同部分写了两次、数值不同：名称、单位、做法都相同，都是全年的确数。约数、“其中”、写明上半年等时段的、与上年比较的，以及下一年安排里的数不比。",
    why: "第一部分和第一责任人部分常常重复同样的数据，改了一处容易漏改另一处。",
    example: "第一部分写“中心组学习12次”，第三部分写“中心组学习10次”。",
    any_genre: false,
    check: Check::Document(check),
};

/// Who meets so often in a year: there is one number of it.
static BODIES: Lexicon =
    Lexicon::new("中心组 常务会 常委会会 党组会 党委会 党工委会 办公会 领导小组会 委员会会议");

/// Persons: what one of them does is not what all do.
static PERSONS: Lexicon =
    Lexicon::new("负责人 书记 主任 镇长 乡长 局长 区长 县长 市长 本人 负责同志 主要领导 班子成员");

/// What one person does and not the body.
static PERSONAL: Lexicon =
    Lexicon::new("主持 带头 亲自 带队 包案 包联 批示 督办 领办 牵头 领衔 讲授 签发 审定");

/// The topics of work that is counted once for all: 行政处罚案件, and not 培训 or 宣传, of which each has its own.
static ONCE: Lexicon = Lexicon::new(
    "documents review enforcement delegation disputes litigation \
     oversight openness services",
);

/// What says that the figure is of another time, of a change, or of each of several.
static OTHERWISE: Lexicon = Lexicon::new(
    "上半年 下半年 季度 月 以来 截至 截止 累计 历年 上年 去年 往年 同比 比 较 由 从 每 各 平均 人均 至少 其中 另 再 新 到 至 第",
);

/// A figure that can be compared.
struct Told<'a> {
    figure: &'a Figure<Span>,
    /// The words before it, without what opens and closes them.
    clause: &'a str,
    /// Whether a person did it: by the clause, and by the sentence.
    personal: bool,
    persons_named: bool,
    /// The top section that it stands in.
    top: Option<usize>,
}

fn check(document: &Document<'_>) -> Vec<Draft> {
    let mut first: HashMap<(Cow<'_, str>, &str), Told<'_>> = HashMap::new();
    let mut drafts = Vec::new();
    for (figure, place) in document.figures.iter().zip(&document.places) {
        let Some(told) = Told::read(document, figure, place) else {
            continue;
        };
        let Some(subject) = figure.subject.as_deref() else {
            continue;
        };
        // 党委中心组学习 is 中心组学习.
        let body = BODIES.words().find_map(|body| subject.find(body));
        let name = without_year(subject.get(body.unwrap_or(0)..).unwrap_or(subject));
        let key = (name, figure.unit.as_str());
        match first.get(&key) {
            None => {
                first.insert(key, told);
            }
            Some(before) => drafts.extend(before.against(&told, &key.0)),
        }
    }
    drafts
}

/// Words without those for the whole year: 党组会议全年研究 is what 全年党组会议研究 is.
fn without_year(words: &str) -> Cow<'_, str> {
    if words.contains("全年") {
        Cow::Owned(words.replace("全年", ""))
    } else {
        Cow::Borrowed(words)
    }
}

impl<'a> Told<'a> {
    fn read(document: &'a Document<'_>, figure: &'a Figure<Span>, place: &Place) -> Option<Self> {
        let counted = matches!(figure.kind, FigureKind::Count | FigureKind::Money);
        let of_year = figure
            .period
            .as_deref()
            .is_none_or(|period| is_year(period, document.year()));
        if !counted || !exact(figure) || figure.whole.is_some() || !of_year {
            return None;
        }
        let looked_back = document
            .parts_at(place.range.start)
            .iter()
            .all(|part| matches!(part, PartId::Measures | PartId::FirstResponsible));
        let clause = document.folded(&place.clause);
        if !looked_back || OTHERWISE.first_in(clause).is_some() {
            return None;
        }
        let text = document.layout.folded.text();
        let from = text.floor_char_boundary(place.range.start.saturating_sub(360));
        let sentence = document
            .layout
            .folded
            .slice(from, place.range.start)
            .rsplit(['。', '\n'])
            .next()?;
        let named = |words: &str| PERSONS.within(words);
        Some(Self {
            figure,
            clause: strip_closers(clause),
            personal: named(clause) || PERSONAL.first_in(clause).is_some(),
            persons_named: named(sentence),
            top: document.outline.top_at(place.range.start),
        })
    }

    fn against(&self, later: &Self, subject: &str) -> Option<Draft> {
        let (one, other) = (self.figure, later.figure);
        let same = count(one).meets(count(other));
        let by_body = BODIES.within(subject);
        let alike = (by_body || one.action == other.action)
            && one.indicator == other.indicator
            && one.section != other.section;
        if same || !alike {
            return None;
        }
        let parts_differ = self.top != later.top;
        let worded_alike = without_year(self.clause) == without_year(later.clause);
        let personal = self.personal || later.personal;
        let persons_named = self.persons_named || later.persons_named;
        let once = one
            .indicator
            .as_deref()
            .and_then(indicators::find)
            .is_some_and(|indicator| ONCE.holds(indicator.topic));
        let long = subject.chars().count() > 3;
        let severity = match (by_body, parts_differ) {
            (true, true) if worded_alike => Severity::Warning,
            (true, _) => Severity::Notice,
            (false, true) if once && !personal => Severity::Notice,
            (false, true) if worded_alike && long && !persons_named => Severity::Notice,
            _ => return None,
        };
        Some(
            Draft::at(
                severity,
                other.span,
                format!(
                    "“{subject}”前面写的是{}，这里写的是{}，请核对。",
                    one.text, other.text
                ),
            )
            .related(one.span, "前面的数"),
        )
    }
}

/// Whether a time is the whole of the report year.
fn is_year(period: &str, year: Option<u16>) -> bool {
    let named = period.trim_end_matches(['年', '度']).parse().ok();
    matches!(
        period,
        "全年" | "今年" | "本年" | "本年度" | "年内" | "今年以来" | "一年来"
    ) || named.is_some() && named == year
}
