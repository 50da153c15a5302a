//! The same thing is counted twice in a report and has two values.

use std::collections::HashMap;

use crate::document::Document;
use crate::figures::clauses::strip_closers;
use crate::figures::places::Place;
use crate::profiles::indicators;
use crate::report::{Figure, FigureKind, PartId, Severity};
use crate::text::Span;
use crate::text::lexicon::Lexicon;

use super::arithmetic::{count, exact};
use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
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
const BODIES: &[&str] = &[
    "中心组",
    "常务会",
    "常委会会",
    "党组会",
    "党委会",
    "党工委会",
    "办公会",
    "领导小组会",
    "委员会会议",
];

/// Persons: what one of them does is not what all do.
const PERSONS: &[&str] = &[
    "负责人",
    "书记",
    "主任",
    "镇长",
    "乡长",
    "局长",
    "区长",
    "县长",
    "市长",
    "本人",
    "负责同志",
    "主要领导",
    "班子成员",
];

/// What one person does and not the body.
static PERSONAL: Lexicon =
    Lexicon::new("主持 带头 亲自 带队 包案 包联 批示 督办 领办 牵头 领衔 讲授 签发 审定");

/// The topics of work that is counted once for all: 行政处罚案件, and not 培训 or 宣传, of which each has its own.
const ONCE: &[&str] = &[
    "documents",
    "review",
    "enforcement",
    "delegation",
    "disputes",
    "litigation",
    "oversight",
    "openness",
    "services",
];

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
    let mut first: HashMap<(&str, &str), Told<'_>> = HashMap::new();
    let mut drafts = Vec::new();
    for (figure, place) in document.figures.iter().zip(&document.places) {
        let Some(told) = Told::read(document, figure, place) else {
            continue;
        };
        let Some(subject) = figure.subject.as_deref() else {
            continue;
        };
        // 党委中心组学习 is 中心组学习.
        let body = BODIES.iter().find_map(|body| subject.find(body));
        let name = subject.get(body.unwrap_or(0)..).unwrap_or(subject);
        let key = (name, figure.unit.as_str());
        match first.get(&key) {
            None => {
                first.insert(key, told);
            }
            Some(before) => drafts.extend(before.against(&told, name)),
        }
    }
    drafts
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
        let named = |words: &str| PERSONS.iter().any(|person| words.contains(person));
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
        let by_body = BODIES.iter().any(|body| subject.contains(body));
        let alike = (by_body || one.action == other.action)
            && one.indicator == other.indicator
            && one.section != other.section;
        if same || !alike {
            return None;
        }
        let parts_differ = self.top != later.top;
        let worded_alike = self.clause == later.clause;
        let personal = self.personal || later.personal;
        let persons_named = self.persons_named || later.persons_named;
        let once = one
            .indicator
            .as_deref()
            .and_then(indicators::find)
            .is_some_and(|indicator| ONCE.contains(&indicator.topic));
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

#[cfg(test)]
mod tests {
    use crate::report::{Settings, Severity};
    use crate::rules::testing::{count, findings};

    fn report(done: &str, first: &str) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{done}\n二、存在的不足和原因\n人手少。\n三、党政主要负责人履行推进法治建设第一责任人职责情况\n{first}\n四、2025年主要安排\n中心组学习20次。"
        )
    }

    #[test]
    fn two_values_of_one_thing_are_found() {
        use Severity::{Notice, Warning};
        for (done, first, severity) in [
            ("中心组学习12次。", "书记带头，中心组学习10次。", Warning),
            (
                "2024年办理行政处罚案件120件。",
                "书记、镇长带头学法，全年办理行政处罚案件102件。",
                Notice,
            ),
            ("镇理论学习中心组学习12次。", "党委中心组学习10次。", Notice),
            (
                "审查行政合同148份。",
                "严把关口，审查行政合同138份。",
                Notice,
            ),
            (
                "（一）学法。中心组学习12次。\n（二）普法。中心组学习10次。",
                "年底述法。",
                Notice,
            ),
        ] {
            let text = report(done, first);
            let got = findings("same-indicator-two-values", &text, Settings::default());
            let got: Vec<Severity> = got.into_iter().map(|finding| finding.0).collect();
            assert_eq!(got, [severity], "{done} {first}");
        }
    }

    #[test]
    fn one_value_and_values_of_other_things_are_not() {
        for (done, first) in [
            ("中心组学习12次。", "中心组学习12次。"),
            ("中心组学习12次。", "中心组学习10余次。"),
            ("中心组学习12次。", "上半年中心组学习6次。"),
            ("中心组学习12次，比上年多2次。", "年底述法。"),
            ("中心组学习12次。", "中心组学习12场。"),
            (
                "办理行政处罚案件120件。",
                "书记带头执法，2023年办理行政处罚案件102件。",
            ),
            ("办理行政处罚案件120件。", "书记亲自办理行政处罚案件2件。"),
            ("举办法治培训班12期。", "书记带头，举办法治培训班2期。"),
            ("研究法治议题12个。", "主要负责人主持研究法治议题8个。"),
            ("检查企业12家。再次检查企业20家。", "年底述法。"),
            (
                "（一）执法。检查企业12家。\n（二）应急。检查企业20家。",
                "年底述法。",
            ),
            ("中心组学习12次，其中法治专题5次。", "中心组学习12次。"),
        ] {
            let text = report(done, first);
            assert_eq!(
                count("same-indicator-two-values", &text),
                0,
                "{done} {first}"
            );
        }
    }
}
