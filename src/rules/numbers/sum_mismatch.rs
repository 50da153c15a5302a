//! Parts do not add up to the total that stands beside them.

use crate::document::Document;
use crate::figures::binding;
use crate::figures::outcomes::{self, FAMILIES, Family};
use crate::figures::places::Mark;
use crate::figures::wholes::{Form, Group};
use crate::figures::words;
use crate::report::{Figure, Severity};
use crate::text::Span;
use crate::text::lexicon::Lexicon;

use super::arithmetic::{Range, count, exact, tell};
use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "H07",
    slug: "sum-mismatch",
    title: "分项之和与总数不符",
    category: Category::Numbers,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "总数与写明的分项相加是否一致：“其中……”“包括……”“分别为……”、括号里的分项、“已审结……，正在审理……”，以及写在分项后面的“共”“合计”。带“余”“近”的约数和单位不同的数不相加；“其中”只举几项、相加少于总数的，不算错。",
    why: "总数与分项是同一批数据，对不上说明至少有一个数写错了，上级核查和公众阅读时最容易看出来。",
    example: "“审核合同148份，其中工程类45份、服务类62份、租赁类31份”，三项相加是138。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    document
        .groups
        .iter()
        .filter_map(|group| List::read(document, group)?.judge())
        .collect()
}

/// A total and its parts, all exact.
struct List<'a> {
    document: &'a Document<'a>,
    group: &'a Group,
    whole: &'a Figure<Span>,
    parts: Vec<&'a Figure<Span>>,
    /// What each part is, in a word or two.
    labels: Vec<&'a str>,
}

/// Adds up what counts may stand for: the sums of the first two, of the first three, and so on.
fn sums<'a>(
    figures: impl Iterator<Item = &'a Figure<Span>> + 'a,
) -> impl Iterator<Item = Range> + 'a {
    let none = Range {
        low: 0.0,
        high: 0.0,
    };
    figures
        .scan(none, |sum, figure| {
            let next = count(figure);
            sum.low += next.low;
            sum.high += next.high;
            Some(*sum)
        })
        .skip(1)
}

/// The sum of all.
fn sum<'a>(figures: impl Iterator<Item = &'a Figure<Span>>) -> Range {
    figures.map(count).fold(
        Range {
            low: 0.0,
            high: 0.0,
        },
        |sum, next| Range {
            low: sum.low + next.low,
            high: sum.high + next.high,
        },
    )
}

/// Words that open the name of a part and make it one that others may overlap: 涉及土地的, 重大.
static ATTRIBUTES: Lexicon = Lexicon::new(
    "涉及 涉 属 属于 由 被 已 未 经 持 有 无 获 需 因 新 正 可 拟 提出 采纳 重大案件 重大隐患",
);

/// What says that more could be named.
const OPEN: &[&str] = &["主要", "重点", "仅", "就有", "光"];

impl<'a> List<'a> {
    fn read(document: &'a Document<'a>, group: &'a Group) -> Option<Self> {
        let whole = document.figures.get(group.whole)?;
        let parts: Vec<_> = group
            .parts
            .iter()
            .filter_map(|&part| document.figures.get(part))
            .collect();
        let text = document.layout.folded.text();
        let labels = group
            .parts
            .iter()
            .filter_map(|&part| document.places.get(part))
            .map(|place| outcomes::bare(binding::label(text, place)))
            .collect();
        // A part that is more than the whole is another rule's matter.
        let larger = !matches!(group.form, Form::Total | Form::Outcome)
            && parts.iter().any(|part| count(part).low > count(whole).high);
        let sure = group.near && !group.carried && parts.len() > 1 && !larger;
        (sure && exact(whole) && parts.iter().all(|part| exact(part))).then_some(Self {
            document,
            group,
            whole,
            parts,
            labels,
        })
    }

    fn judge(&self) -> Option<Draft> {
        if self.group.form == Form::Total {
            return self.judge_total();
        }
        let all = sum(self.parts.iter().copied());
        let whole = count(self.whole);
        let listed = self.group.listed.iter();
        let together = sum(listed
            .filter_map(|&index| self.document.figures.get(index))
            .chain([self.whole]));
        // What follows the parts may be no part: the first of them alone may make the sum.
        let first_ones = sums(self.parts.iter().copied()).any(|sum| sum.meets(whole));
        if first_ones || all.meets(together) {
            return None;
        }
        let share = all.high / whole.low;
        // Persons may be counted twice; but kinds that come so near the total are meant to make it.
        let persons = self.are_persons();
        let few = self.parts.len() < 3 && !self.have_one_ending();
        let near = (0.9..1.1).contains(&share) && self.are_kinds() && !(persons && few);
        if all.low > whole.high {
            let meant_of_all = !self.group.listed.is_empty() && all.low <= together.high;
            let severity = if self.is_apart() {
                Severity::Warning
            } else {
                Severity::Notice
            };
            let overlaps = severity == Severity::Notice && self.may_overlap() && !near;
            return (!meant_of_all && !overlaps).then(|| self.draft(severity, ""));
        }
        if self.goes_on() {
            return None;
        }
        if self.is_closed() {
            return Some(self.draft(Severity::Warning, ""));
        }
        let nearly = near || share >= 0.9 && self.family().is_some();
        let kinds = self.labels.len() > 2 && self.labels.iter().all(|label| label.ends_with('类'));
        let named = matches!(self.group.form, Form::Including | Form::Bracket) && share >= 0.5;
        match (self.is_open(), self.group.form) {
            (true, _) | (_, Form::Outcome) => None,
            _ if nearly && kinds => Some(self.draft(Severity::Warning, "")),
            _ if nearly || named && self.are_kinds() => {
                Some(self.draft(Severity::Notice, "如果另有其他类别，可补上“其他”；否则"))
            }
            _ => None,
        }
    }

    /// Whether the figures that follow the parts in the sentence make up what is lacking: a list whose words were not all understood.
    fn goes_on(&self) -> bool {
        const FAR: usize = 4;
        let Some(last) = self.group.parts.last() else {
            return false;
        };
        let figures = self.document.figures.iter().zip(&self.document.places);
        let following = figures
            .skip(last + 1)
            .take(FAR)
            .take_while(|(figure, place)| {
                place.mark <= Mark::Comma && binding::alike(figure, self.whole)
            })
            .map(|(figure, _)| figure);
        let whole = count(self.whole);
        let all = self.parts.iter().copied().chain(following);
        sums(all).any(|sum| sum.meets(whole))
    }

    /// A sum behind its parts: which of the figures before it is made of is told by the sum itself, where it is right.
    fn judge_total(&self) -> Option<Draft> {
        let whole = count(self.whole);
        let agrees = sums(self.parts.iter().rev().copied()).any(|sum| sum.meets(whole));
        if agrees {
            return None;
        }
        let mark = |index: &usize| self.document.places.get(*index).map(|place| place.mark);
        let list = 1 + self
            .group
            .parts
            .iter()
            .rev()
            .take_while(|index| mark(index) <= Some(Mark::Pause))
            .count();
        let from = self.parts.len().saturating_sub(list);
        let counted = self.parts.get(from..)?;
        let one_kind = counted.iter().all(|part| binding::alike(part, self.whole))
            || self.whole.unit.contains(['(', '（', '/']);
        let place = self.document.places.get(self.group.whole)?;
        let stressed = self.document.folded(&place.clause).contains('计');
        let severity = match (list > 1, stressed) {
            (true, true) => Severity::Warning,
            (true, false) | (false, true) => Severity::Notice,
            (false, false) => return None,
        };
        let shown = if list > 1 { from } else { 0 };
        one_kind.then(|| self.draft_of(shown, severity, ""))
    }

    /// Whether no thing can be counted in two of the parts.
    fn is_apart(&self) -> bool {
        self.family().is_some()
            || self.is_closed()
            || self.group.form != Form::Outcome && !self.are_persons() && self.are_kinds()
    }

    /// Whether a thing may well be counted in two of the parts: persons, outcomes of different kinds, attributes.
    fn may_overlap(&self) -> bool {
        self.group.form == Form::Outcome
            || self.are_persons()
            || self.labels.iter().any(|label| {
                label.is_empty()
                    || outcomes::is_outcome(label)
                    || ATTRIBUTES.start_of(label).is_some()
            })
    }

    fn are_persons(&self) -> bool {
        matches!(
            self.whole.unit.as_str(),
            "人" | "名" | "位" | "人次" | "名次"
        )
    }

    /// The family of outcomes that share the whole among them.
    fn family(&self) -> Option<&'static Family> {
        FAMILIES.iter().find(|family| {
            family.holds_all(&self.labels) && (family.apart || family.has_rest(&self.labels))
        })
    }

    /// Whether the wording leaves nothing over.
    fn is_closed(&self) -> bool {
        let rest = FAMILIES
            .iter()
            .any(|family| family.holds_all(&self.labels) && family.has_rest(&self.labels))
            || self
                .labels
                .iter()
                .any(|label| outcomes::is_remainder(label));
        let whole = self.document.places.get(self.group.whole);
        // 制定、修改和废止规章9件，其中制定4件、修改3件、废止1件
        let named = whole.is_some_and(|whole| {
            let clause = self.document.folded(&whole.clause);
            self.group.form != Form::Outcome
                && self.labels.iter().all(|label| clause.contains(label))
        });
        !self.is_open() && (rest || named || self.group.form == Form::Respectively)
    }

    /// Whether the wording says that only some are named.
    fn is_open(&self) -> bool {
        let place = |index: Option<&usize>| self.document.places.get(*index?);
        let etc = place(self.group.parts.last())
            .is_some_and(|last| self.document.folded(&last.trail).starts_with('等'));
        let some = place(self.group.parts.first()).is_some_and(|first| {
            let clause = self.document.folded(&first.clause);
            OPEN.iter().any(|word| clause.contains(word))
        });
        etc || some
    }

    /// Whether the parts are kinds of the whole, named by nouns: 工程类, 合同, 婚姻家庭.
    fn are_kinds(&self) -> bool {
        let nouns = self.labels.iter().all(|label| {
            words::WORK.start_of(label).is_none()
                && ATTRIBUTES.start_of(label).is_none()
                && !outcomes::is_outcome(label)
        });
        let last = self
            .labels
            .first()
            .and_then(|label| label.chars().next_back());
        let kind = last.is_some_and(|c| "类型级序件纷".contains(c));
        self.labels.iter().all(|label| !label.is_empty())
            && (nouns || kind && self.have_one_ending())
    }

    /// Whether the names of the parts end alike: A证, B证.
    fn have_one_ending(&self) -> bool {
        let mut endings = self.labels.iter().map(|label| label.chars().next_back());
        let first = endings.next();
        endings.all(|ending| Some(ending) == first)
    }

    fn draft(&self, severity: Severity, advice: &str) -> Draft {
        self.draft_of(0, severity, advice)
    }

    /// The finding, over the parts from one on.
    fn draft_of(&self, from: usize, severity: Severity, advice: &str) -> Draft {
        let parts: Vec<_> = self.parts.iter().skip(from).collect();
        let numbers: Vec<String> = parts.iter().map(|part| tell(part.value)).collect();
        let added: f64 = parts.iter().map(|part| part.value).sum();
        let total = if self.group.form == Form::Total {
            "合计"
        } else {
            "总数"
        };
        let message = format!(
            "分项相加是{}＝{}，{total}写的是{}，{advice}请核对。",
            numbers.join("＋"),
            tell(added),
            tell(self.whole.value),
        );
        let spans = || parts.iter().map(|part| part.span).chain([self.whole.span]);
        let start = spans().map(|span| span.start).min().unwrap_or_default();
        let end = spans().map(|span| span.end).max().unwrap_or_default();
        Draft::at(severity, Span::new(start, end), message)
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Settings, Severity};
    use crate::rules::testing::{count, findings, report};

    #[test]
    fn sums_that_cannot_be_right_are_found() {
        use Severity::{Notice, Warning};
        for (sentence, severity) in [
            (
                "审核合同31份，其中工程类12份、服务类8份、租赁类9份。",
                Warning,
            ),
            (
                "开展审查40件，包括文件12件、合同协议20件、决策18件。",
                Warning,
            ),
            ("受理复议申请114件，已审结87件，正在审理25件。", Warning),
            (
                "立案112件，其中食品类87件、药品类14件、其他类15件。",
                Warning,
            ),
            (
                "制定、修改和废止文件共9件，其中制定4件、修改3件、废止1件。",
                Warning,
            ),
            ("办案66件（其中一般程序28件、简易程序30件）。", Warning),
            (
                "党委会、镇长办公会研究议题15个，其中党委会6个、镇长办公会8个。",
                Warning,
            ),
            ("行政复议8件，其中维持5件、撤销1件、驳回3件。", Warning),
            ("15名听证代表中赞成13名、弃权0名、反对3名。", Warning),
            (
                "审查合同118份、文件9份、决策4件，共计130件（份）。",
                Warning,
            ),
            ("审查合同18份、文件9份，共26份。", Notice),
            ("全年检查126次，其中农机34次、渔政41次、林草46次。", Notice),
            ("清理文件43件：继续有效30件，修改6件，废止8件。", Warning),
            (
                "查处案件15.7万件，其中食品类8.2万件、环保类1.4万件、安全类5.1万件。",
                Warning,
            ),
            ("排查隐患107处，整改92处，剩余13处正在整改。", Warning),
            ("办件28件，分别为一般件12件、即办件14件。", Warning),
            (
                "对67件文件逐件清理，废止14件、修改20件，继续有效32件。",
                Warning,
            ),
            (
                "调解326件，其中婚姻98件，邻里120件，土地80件，其他38件。",
                Warning,
            ),
            (
                "聘请监督员15名，其中代表3名、委员4名、律师5名、群众4名。",
                Notice,
            ),
            ("执法人员236人，其中A证180人、B证55人。", Notice),
            (
                "公开信息256条，其中主动公开240条，依申请公开15条。",
                Warning,
            ),
            (
                "发现问题85个，发出通知42份，已整改83个，其余1个正在整改。",
                Warning,
            ),
            ("作出处罚10件，其中撤销登记9件、警告2件。", Notice),
            (
                "制定草案3件，制定、修改和废止规章17件，其中制定6件、修改9件、废止4件。",
                Warning,
            ),
            ("反馈问题164个，整改到位158个，其余16个持续推进。", Warning),
            ("行政诉讼15件，胜诉16件，1件尚未审结。", Warning),
            ("行政复议28件，其中维持18件、驳回5件、终止4件。", Notice),
            ("由5名律师、3名法官组成的10名成员走村入户。", Notice),
            ("审查各类事项96件：合同58件、文件21件、决定20件。", Warning),
        ] {
            let got = findings("sum-mismatch", &report(sentence), Settings::default());
            let got: Vec<Severity> = got.into_iter().map(|finding| finding.0).collect();
            assert_eq!(got, [severity], "{sentence}");
        }
        let text = report("审核合同31份，其中工程类12份、服务类8份、租赁类9份。");
        let (_, words, message) = findings("sum-mismatch", &text, Settings::default()).remove(0);
        assert_eq!(words, "31份，其中工程类12份、服务类8份、租赁类9份");
        assert!(
            message.contains("12＋8＋9＝29") && message.contains("31"),
            "{message}"
        );
    }

    #[test]
    fn sums_that_are_right_or_cannot_be_checked_are_not() {
        for sentence in [
            "审核合同31份，其中工程类12份、服务类8份、租赁类11份。",
            "清理文件86件，继续有效61件，修改8件，废止和宣布失效17件。",
            "清理文件86件，继续有效61件，修改8件，合并精简17件。",
            "审查各类事项96件：合同58件、文件21件、决定17件。",
            "审核合同300余份，其中工程类12份、服务类8份、租赁类11份。",
            "调解纠纷90起，其中邻里20起、婚姻12起、土地9起。",
            "调解纠纷90起，其中邻里40起、婚姻30起、土地15起等。",
            "调解纠纷90起，主要包括邻里40起、婚姻30起、土地15起。",
            "执法人员30名，其中持证28名、法律专业12名。",
            "排查隐患45处，其中重大隐患5处、已整改43处。",
            "处罚案件88件，其中简易程序51件、普通程序37件，免予处罚23件。",
            "办理建议41件、提案36件，其中A类63件、B类14件。",
            "新增经营主体1.42万户，其中企业4,915户、个体9,285户。",
            "查处案件15.7万件，其中食品类8.2万件、环保类1.4万件、安全类6.1万件。",
            "受理复议30件，审结29件，调解和解12件。",
            "收到申请137件，上年结转4件，予以公开68件，部分公开19件，不予公开11件，无法提供35件，其他处理3件。",
            "审查决策12件、合同168份、执法决定23件，合计203件。",
            "召开会议3次，审查合同12份、文件3份，共15份。",
            "召开党委会3次、专题会2次，共研究议题20个。",
            "培训干部30人、群众60人，共100人次。",
            "审查合同18份、文件近9份，共26份。",
            "研究议题35个（其中民生类6个、经济类28个、法治类1个）。",
            "制定规章9件，修改3件，废止1件。",
            "办案66件（比上年多8件），罚款3万元。",
            "收到意见12条、开会3次、发文8份，共计9项。",
            "计划培训12场，其中镇级3至5场、村级8场。",
            "培训120人次，其中女干部50人次、党员90人次。",
            "培育法律明白人156名，其中村干部68名、网格员52名、退役军人11名。",
            "接待320人次，其中现场180人次、电话130人次。",
            "应诉63件，其中一审48件，二审15件，已结案56件，败诉3件。",
            "审结135件，其中维持67件，驳回23件，撤销12件，确认违法5件，责令履行3件，终止25件，纠错率14.8%。",
            "召开会议20次、主任办公会25次，研究议题共180个。",
            "收到申请18件，已办结15件，其中维持10件、撤销2件、终止3件。",
            "行政复议38件，其中维持18件、驳回5件、终止4件。",
            "评查案卷50卷，优秀30卷，合格49卷。",
        ] {
            assert_eq!(count("sum-mismatch", &report(sentence)), 0, "{sentence}");
        }
    }
}
