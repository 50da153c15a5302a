//! The report: what the analysis found, and the only model that views and exports may read.
//!
//! `Report<S>` is generic over its spans: bytes inside the core, UTF-16 code units outside. [`Report::map_spans`] is the only conversion.
//! Serialised, it has the form that the command line, the JSON export and the JavaScript API share.

use serde::{Deserialize, Serialize};

use crate::text::{Source, Span, Utf16Span};

/// Whether the text looks like a 法治政府建设年度报告 at all.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Genre {
    /// It does.
    AnnualReport,
    /// It does not: no part is judged.
    Other,
}

/// The kind of body that reports.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum BodyKind {
    /// 街道办事处
    Street,
    /// 乡、镇
    Township,
    /// 县、区、旗
    CountyDistrict,
    /// 设区的市、自治州
    City,
    /// 省、自治区、直辖市
    Province,
    /// 地方政府部门
    Department,
    /// 国务院部门
    Ministry,
    /// 其他
    Other,
}

impl BodyKind {
    /// Every kind, in the order of the settings menu.
    pub const ALL: [Self; 8] = [
        Self::Street,
        Self::Township,
        Self::CountyDistrict,
        Self::City,
        Self::Province,
        Self::Department,
        Self::Ministry,
        Self::Other,
    ];

    /// The name shown to users.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Street => "街道",
            Self::Township => "乡镇",
            Self::CountyDistrict => "县（市、区）",
            Self::City => "设区的市",
            Self::Province => "省（区、市）",
            Self::Department => "部门",
            Self::Ministry => "国务院部门",
            Self::Other => "其他",
        }
    }
}

/// What the draft is for.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Purpose {
    /// 公开稿: published; most carry no addressee, number, signature or date.
    #[default]
    Public,
    /// 报送稿: sent to the bodies above; has the form of an official document.
    Submission,
}

/// What the user says; what is left open is recognised.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(default)]
pub struct Settings {
    /// The kind of body, or recognised.
    pub body_kind: Option<BodyKind>,
    /// The year reported on, or recognised.
    pub report_year: Option<u16>,
    /// What the draft is for.
    pub purpose: Purpose,
}

impl Settings {
    /// A year out of all reason counts as not set.
    #[must_use]
    pub fn sane(self) -> Self {
        let report_year = self.report_year.filter(|year| (1990..=2099).contains(year));
        Self {
            report_year,
            ..self
        }
    }
}

/// An element as printed, faults included.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Element<S> {
    /// Its words; a title of several lines is joined.
    pub text: String,
    /// Where it stands.
    pub span: S,
}

/// A date as printed, and read.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct DateElement<S> {
    /// Its words.
    pub text: String,
    /// Where it stands.
    pub span: S,
    /// `YYYY-MM-DD`.
    pub iso: String,
}

/// The elements of the document around its body.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Elements<S> {
    /// 标题
    pub title: Option<Element<S>>,
    /// 发文机关 (letterhead, or the issuer named in the title)
    pub issuer: Option<Element<S>>,
    /// 发文字号, the report's own
    pub doc_number: Option<Element<S>>,
    /// 签发人
    pub signer: Option<Element<S>>,
    /// 主送机关
    pub addressee: Option<Element<S>>,
    /// 发文机关署名
    pub signature: Option<Element<S>>,
    /// 成文日期
    pub date: Option<DateElement<S>>,
    /// The year reported on.
    pub report_year: Option<u16>,
    /// The kind of body that reports.
    pub body_kind: Option<BodyKind>,
}

impl<S> Default for Elements<S> {
    fn default() -> Self {
        Self {
            title: None,
            issuer: None,
            doc_number: None,
            signer: None,
            addressee: None,
            signature: None,
            date: None,
            report_year: None,
            body_kind: None,
        }
    }
}

/// A section: a heading and all that belongs to it.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Section<S> {
    /// `s1`, `s2`, … in the order of the text.
    pub id: String,
    /// The section it lies in.
    pub parent: Option<String>,
    /// 1 to 5; 1 is the top.
    pub level: u8,
    /// The mark as printed: `一、`, `（一）`, `1.`, `一是`; empty where there is none.
    pub marker: String,
    /// The title without the mark and without an end mark.
    pub title: String,
    /// The mark and the title.
    pub heading: S,
    /// The whole section, sub-sections included.
    pub span: S,
    /// Whether text goes on after the title in the same paragraph.
    pub run_in: bool,
    /// Characters other than white space in the whole section.
    pub chars: usize,
}

/// The five contents of the 督察工作规定, chapter 4.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartId {
    /// 主要举措和成效
    Measures,
    /// 存在的不足和原因
    Problems,
    /// 党政主要负责人履行推进法治建设第一责任人职责情况
    FirstResponsible,
    /// 下一年度主要安排
    NextPlan,
    /// 其他需要报告的情况
    Other,
}

/// How a part is present.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum PartStatus {
    /// A section of its own at the top.
    Own,
    /// One top heading covers it and something else.
    Merged,
    /// A heading inside another part.
    Nested,
    /// A clear clause on it, no heading.
    Mentioned,
    /// Not found.
    Missing,
    /// Not found, but the text stops in mid-sentence before it: an excerpt.
    CutOff,
}

/// A finer look at a part: recommended, not required, unless the basis says so.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct PartCheck<S> {
    /// Stable name, such as `cause`.
    pub id: String,
    /// What is looked for, in words for the user.
    pub name: String,
    /// Whether it was found.
    pub met: bool,
    /// Where.
    pub evidence: Vec<S>,
}

/// A required (or optional) part and how it is present.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Part<S> {
    /// Which one.
    pub id: PartId,
    /// Its name in the rules.
    pub name: String,
    /// Whether the rules require it.
    pub required: bool,
    /// How it is present.
    pub status: PartStatus,
    /// The sections that hold it.
    pub sections: Vec<String>,
    /// The headings, or the clauses where it is only mentioned.
    pub evidence: Vec<S>,
    /// Characters other than white space in its sections.
    pub chars: usize,
    /// The rule that asks for it.
    pub basis: String,
    /// What to do, where there is something to do.
    pub advice: Option<String>,
    /// The finer looks.
    pub checks: Vec<PartCheck<S>>,
}

/// A recommended topic and where the text speaks of it. Never called missing.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Coverage<S> {
    /// Stable name, such as `decision`.
    pub id: String,
    /// Its name for the user.
    pub name: String,
    /// Where the topic comes from.
    pub basis: String,
    /// Characters of the paragraphs that speak of it; 0 where none does.
    pub chars: usize,
    /// The sections that speak of it.
    pub sections: Vec<String>,
    /// The words found.
    pub evidence: Vec<S>,
}

/// What kind of quantity a figure is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FigureKind {
    /// So many things, people, times.
    Count,
    /// A share: %, 成.
    Percent,
    /// 百分点
    Points,
    /// 元
    Money,
    /// Length, area, weight.
    Measure,
    /// Days, hours, months.
    Duration,
}

/// A figure: what the report counts.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Figure<S> {
    /// From the numeral to its unit.
    pub span: S,
    /// The words of the span.
    pub text: String,
    /// The number without sign, with 万, 亿, 千 folded in.
    pub value: f64,
    /// As written; empty where there is no measure word.
    pub unit: String,
    /// 余 多 近 约 不足 以上 以下 超 至少 左右
    pub qualifier: Option<String>,
    /// What kind of quantity.
    pub kind: FigureKind,
    /// What is counted.
    pub subject: Option<String>,
    /// What was done to it: 审核, 办理, 开展.
    pub action: Option<String>,
    /// The time that it covers, as written, where the text says one: 下半年, 2024年7月以来.
    pub period: Option<String>,
    /// The figure that it is a part of (其中…), by its index in the report.
    pub whole: Option<usize>,
    /// The indicator that it belongs to, by its id.
    pub indicator: Option<String>,
    /// The innermost section it stands in.
    pub section: Option<String>,
}

/// How much a finding matters.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Severity {
    /// 错误: a required part is missing, or it cannot be right.
    Error,
    /// 提醒: likely wrong.
    Warning,
    /// 提示: worth a look.
    Notice,
}

impl Severity {
    /// Every severity, the gravest first.
    pub const ALL: [Self; 3] = [Self::Error, Self::Warning, Self::Notice];

    /// The word shown to users.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Error => "错误",
            Self::Warning => "提醒",
            Self::Notice => "提示",
        }
    }
}

/// Another place that a finding speaks of.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Related<S> {
    /// Where.
    pub span: S,
    /// What stands there, or what it has to do with the finding.
    pub text: String,
}

/// One replacement in the text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Edit<S> {
    /// What goes.
    pub span: S,
    /// What comes.
    pub text: String,
}

/// A proposed change.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Fix<S> {
    /// What it does, in words for the user.
    pub label: String,
    /// Whether it can be applied without looking.
    pub sure: bool,
    /// The replacements, in the order of the text, not overlapping.
    pub edits: Vec<Edit<S>>,
}

/// Something a reviewer would remark on.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct Finding<S> {
    /// The slug of the rule.
    pub rule: String,
    /// How much it matters.
    pub severity: Severity,
    /// One sentence for the user.
    pub message: String,
    /// The words it is about; none where something is absent.
    pub span: Option<S>,
    /// Where something is absent: the section after which it belongs.
    pub after: Option<String>,
    /// Other places it speaks of.
    pub related: Vec<Related<S>>,
    /// A proposed change.
    pub fix: Option<Fix<S>>,
    /// Document and clause.
    pub basis: Option<String>,
    /// A hash of the rule and the words around it, never of its position.
    pub key: String,
}

/// What the analysis took.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stats {
    /// Microseconds; 0 where nothing measured them.
    pub elapsed_us: u64,
}

/// The result of one analysis.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Report<S> {
    /// Characters other than white space.
    pub chars: usize,
    /// Whether it looks like such a report.
    pub genre: Genre,
    /// Title, number, date and the like.
    pub elements: Elements<S>,
    /// The sections in the order of the text.
    pub sections: Vec<Section<S>>,
    /// The five parts in the order of the rules; empty for another genre.
    pub parts: Vec<Part<S>>,
    /// The recommended topics; empty for another genre.
    pub coverage: Vec<Coverage<S>>,
    /// The figures in the order of the text.
    pub figures: Vec<Figure<S>>,
    /// The findings in the order of the text; what has no place comes first.
    pub findings: Vec<Finding<S>>,
    /// What it took.
    pub stats: Stats,
}

/// A report whose spans count UTF-16 code units: the form that leaves the core.
pub type Utf16Report = Report<Utf16Span>;

impl Report<Span> {
    /// The same report in the units of the browser.
    #[must_use]
    pub fn to_utf16(self, source: &Source) -> Utf16Report {
        self.map_spans(|span| source.utf16(span))
    }
}

impl<S> Report<S> {
    /// The same report with every span changed.
    #[must_use]
    pub fn map_spans<T>(self, map: impl Fn(S) -> T) -> Report<T> {
        let map = &map;
        Report {
            chars: self.chars,
            genre: self.genre,
            elements: self.elements.map(map),
            sections: each(self.sections, |section| section.map(map)),
            parts: each(self.parts, |part| part.map(map)),
            coverage: each(self.coverage, |topic| topic.map(map)),
            figures: each(self.figures, |figure| figure.map(map)),
            findings: each(self.findings, |finding| finding.map(map)),
            stats: self.stats,
        }
    }
}

fn each<A, B>(all: Vec<A>, map: impl FnMut(A) -> B) -> Vec<B> {
    all.into_iter().map(map).collect()
}

impl<S> Elements<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Elements<T> {
        let element = |element: Element<S>| Element {
            text: element.text,
            span: map(element.span),
        };
        Elements {
            title: self.title.map(element),
            issuer: self.issuer.map(element),
            doc_number: self.doc_number.map(element),
            signer: self.signer.map(element),
            addressee: self.addressee.map(element),
            signature: self.signature.map(element),
            date: self.date.map(|date| DateElement {
                text: date.text,
                span: map(date.span),
                iso: date.iso,
            }),
            report_year: self.report_year,
            body_kind: self.body_kind,
        }
    }
}

impl<S> Section<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Section<T> {
        Section {
            id: self.id,
            parent: self.parent,
            level: self.level,
            marker: self.marker,
            title: self.title,
            heading: map(self.heading),
            span: map(self.span),
            run_in: self.run_in,
            chars: self.chars,
        }
    }
}

impl<S> Part<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Part<T> {
        Part {
            id: self.id,
            name: self.name,
            required: self.required,
            status: self.status,
            sections: self.sections,
            evidence: each(self.evidence, map),
            chars: self.chars,
            basis: self.basis,
            advice: self.advice,
            checks: each(self.checks, |check| PartCheck {
                id: check.id,
                name: check.name,
                met: check.met,
                evidence: each(check.evidence, map),
            }),
        }
    }
}

impl<S> Coverage<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Coverage<T> {
        Coverage {
            id: self.id,
            name: self.name,
            basis: self.basis,
            chars: self.chars,
            sections: self.sections,
            evidence: each(self.evidence, map),
        }
    }
}

impl<S> Figure<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Figure<T> {
        Figure {
            span: map(self.span),
            text: self.text,
            value: self.value,
            unit: self.unit,
            qualifier: self.qualifier,
            kind: self.kind,
            subject: self.subject,
            action: self.action,
            period: self.period,
            whole: self.whole,
            indicator: self.indicator,
            section: self.section,
        }
    }
}

impl<S> Finding<S> {
    fn map<T>(self, map: &impl Fn(S) -> T) -> Finding<T> {
        Finding {
            rule: self.rule,
            severity: self.severity,
            message: self.message,
            span: self.span.map(map),
            after: self.after,
            related: each(self.related, |related| Related {
                span: map(related.span),
                text: related.text,
            }),
            fix: self.fix.map(|fix| Fix {
                label: fix.label,
                sure: fix.sure,
                edits: each(fix.edits, |edit| Edit {
                    span: map(edit.span),
                    text: edit.text,
                }),
            }),
            basis: self.basis,
            key: self.key,
        }
    }
}
