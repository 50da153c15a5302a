//! What a rule is, and all that is told of it.

use crate::document::Document;
use crate::report::Severity;
use crate::text::folded::search_form;

use super::Draft;
use super::marks::pairs::Pairs;
use super::signs::Sign;
use super::words::Hit;

/// A rule as its file writes it. The lists of the rules are made from these; each holds what its readers need, so that no page has to load more.
#[derive(Debug)]
pub(super) struct Definition {
    pub code: &'static str,
    pub slug: &'static str,
    pub title: &'static str,
    pub category: Category,
    pub severity: Severity,
    pub certainty: Certainty,
    pub what: &'static str,
    pub why: &'static str,
    pub example: &'static str,
    pub any_genre: bool,
    pub check: Check,
}

impl Definition {
    pub(super) const fn rule(&self) -> Rule {
        Rule {
            code: self.code,
            slug: self.slug,
            title: self.title,
            category: self.category,
            severity: self.severity,
            certainty: self.certainty,
            any_genre: self.any_genre,
        }
    }

    pub(super) const fn texts(&self) -> Texts<'static> {
        Texts {
            what: self.what,
            why: self.why,
            example: self.example,
        }
    }
}

/// A rule.
#[derive(Debug)]
pub struct Rule {
    /// The letter of its category and a number. It never changes.
    pub code: &'static str,
    /// Stable name; names the fault.
    pub slug: &'static str,
    /// What a user calls it.
    pub title: &'static str,
    /// What kind of fault it finds.
    pub category: Category,
    /// The most that its findings matter; a single one may matter less.
    pub severity: Severity,
    /// Whether a finding is a fault, or only worth a look.
    pub certainty: Certainty,
    /// Whether it speaks of texts that are no such report.
    pub any_genre: bool,
}

impl Rule {
    /// All that is told of it, in the form in which words are searched.
    #[must_use]
    pub fn search_text(&self, texts: &Texts<'_>) -> String {
        let told = [
            self.code,
            self.title,
            self.category.name(),
            self.severity.name(),
            self.certainty.name(),
            texts.what,
            texts.why,
            texts.example,
        ];
        search_form(&told.join("|"))
    }
}

/// What is told of a rule, for users.
#[derive(Clone, Copy, Debug, Default)]
pub struct Texts<'t> {
    /// 查什么: what it looks at.
    pub what: &'t str,
    /// 为什么: why, with document and clause where there is one.
    pub why: &'t str,
    /// 例: an example.
    pub example: &'t str,
}

impl<'t> Texts<'t> {
    pub(super) fn line(&self) -> String {
        [self.what, self.why, self.example].join("\t")
    }

    /// The texts of many rules, each on its line.
    pub fn read(lines: &'t str) -> impl Iterator<Item = Self> {
        lines.lines().map(|line| {
            let mut texts = line.split('\t');
            let mut next = || texts.next().unwrap_or_default();
            Self {
                what: next(),
                why: next(),
                example: next(),
            }
        })
    }
}

/// How a rule finds its faults.
#[derive(Clone, Copy, Debug)]
pub(super) enum Check {
    /// It looks at the whole document.
    Document(fn(&Document<'_>) -> Vec<Draft>),
    /// It looks at the signs of the report, which are gathered once for all such rules.
    Signs(fn(&Document<'_>, &[Sign]) -> Vec<Draft>),
    /// It looks at those of the signs that stand in pairs too.
    Pairs(fn(&Document<'_>, &[Sign], &Pairs) -> Vec<Draft>),
    /// It is asked at each place of the report where one of its words stands; all such rules share one pass over the text.
    Words(
        fn() -> Box<dyn Iterator<Item = &'static str>>,
        fn(&Document<'_>, &Hit<'_>) -> Option<Draft>,
    ),
    /// It is asked once, and given all those places in the order of the text.
    AllWords(
        fn() -> Box<dyn Iterator<Item = &'static str>>,
        fn(&Document<'_>, &[Hit<'_>]) -> Vec<Draft>,
    ),
}

/// How sure a rule is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Certainty {
    /// 确定: what it finds is a fault.
    Sure,
    /// 参考: what it finds is worth a look, and may be right.
    Hint,
}

impl Certainty {
    /// The word shown to users.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Sure => "确定",
            Self::Hint => "参考",
        }
    }
}

/// The kinds of faults.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Category {
    /// 部分
    Parts,
    /// 年度
    Years,
    /// 时效
    Dated,
    /// 单位
    Body,
    /// 重复
    Repetition,
    /// 格式
    Format,
    /// 标点
    Marks,
    /// 数字
    Numbers,
    /// 用词
    Wording,
    /// 公开
    Publication,
    /// 粘贴
    Paste,
}

impl Category {
    /// Every category, in the order in which they are shown.
    pub const ALL: [Self; 11] = [
        Self::Parts,
        Self::Years,
        Self::Dated,
        Self::Body,
        Self::Repetition,
        Self::Format,
        Self::Marks,
        Self::Numbers,
        Self::Wording,
        Self::Publication,
        Self::Paste,
    ];

    /// The name shown to users.
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Parts => "部分与内容",
            Self::Years => "年度与时间",
            Self::Dated => "表述时效",
            Self::Body => "单位名称",
            Self::Repetition => "重复照搬",
            Self::Format => "公文格式",
            Self::Marks => "标点符号",
            Self::Numbers => "数字数据",
            Self::Wording => "用词用字",
            Self::Publication => "公开前检查",
            Self::Paste => "粘贴残留",
        }
    }

    /// The letter that the codes of its rules begin with.
    #[must_use]
    pub fn letter(self) -> char {
        match self {
            Self::Parts => 'A',
            Self::Years => 'B',
            Self::Dated => 'C',
            Self::Body => 'D',
            Self::Repetition => 'E',
            Self::Format => 'F',
            Self::Marks => 'G',
            Self::Numbers => 'H',
            Self::Wording => 'I',
            Self::Publication => 'J',
            Self::Paste => 'K',
        }
    }
}
