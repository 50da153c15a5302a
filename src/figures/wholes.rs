//! Which figures are parts of which: 其中…, 包括…, 分别为…, brackets, outcomes (已审结…、正在审理…), and sums stated behind their parts
//! (…，合计203件).

use super::outcomes;
use super::places::{Mark, Place};
use crate::report::{Figure, FigureKind};
use crate::text::{Layout, Span};

/// How the words bind parts to a whole.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Form {
    /// 其中: some of them.
    Among,
    /// 包括, 含
    Including,
    /// 分别为
    Respectively,
    /// A bracket behind the whole: 66件（一般程序28件、简易程序38件）
    Bracket,
    /// Nothing but what became of them: 受理214件，已审结187件
    Outcome,
    /// The whole stands behind its parts: 共, 合计
    Total,
}

/// A whole and its parts, by their indices.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Group {
    /// The figure of the whole.
    pub whole: usize,
    /// Its parts in the order of the text.
    pub parts: Vec<usize>,
    /// How they are bound.
    pub form: Form,
    /// Figures listed right before the whole, which the parts may be meant of as well: 建议41件、提案36件，其中A类63件.
    pub listed: Vec<usize>,
    /// Whether the whole stands right before the parts, or right behind them.
    pub near: bool,
    /// Whether something is carried over from another year, so that more may come out than went in.
    pub carried: bool,
}

/// The groups of a text.
#[must_use]
pub fn groups(layout: &Layout, figures: &[Figure<Span>], places: &[Place]) -> Vec<Group> {
    let mut reader = Reader {
        text: layout.folded.text(),
        figures,
        places,
        levels: vec![Level::default()],
        groups: Vec::new(),
    };
    for (index, place) in places.iter().enumerate() {
        reader.read(index, place);
    }
    reader.groups
}

/// Writes the wholes into the figures. Where a part is more than the whole, the list is a list of something else.
pub fn link(figures: &mut [Figure<Span>], groups: &[Group]) {
    for group in groups {
        let value = |index: usize| figures.get(index).map_or(f64::NAN, |figure| figure.value);
        let most = value(group.whole);
        if !group.parts.iter().all(|&part| value(part) <= most) {
            continue;
        }
        for &part in &group.parts {
            if let Some(part) = figures.get_mut(part) {
                part.whole.get_or_insert(group.whole);
            }
        }
    }
}

/// Measure words that count the same things.
const ALIKE: &[&[&str]] = &[
    &["件", "起", "宗", "例", "份", "桩"],
    &["人", "名", "位"],
    &["次", "场", "场次"],
    &["家", "户"],
];

/// Measure words of things that a sum may put together: 文件14件、协议41份、决策5个，共60件.
const THINGS: &[&str] = &[
    "件", "起", "宗", "例", "份", "桩", "个", "项", "条", "部", "篇", "则",
];

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
fn summable(a: &Figure<Span>, b: &Figure<Span>) -> bool {
    alike(a, b) || (THINGS.contains(&plain(&a.unit)) && THINGS.contains(&plain(&b.unit)))
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
const COMPARES: &[&str] = &[
    "比", "较", "同比", "上年", "去年", "增", "减", "折合", "约合", "历年", "累计", "连同", "加上",
    "除", "不含",
];

/// What says that something is carried over from another year.
const CARRIED: &[&str] = &[
    "结转", "结存", "上年", "往年", "历年", "存量", "遗留", "积压", "累计",
];

/// What says that a sum follows, and nothing else; what may stand before it.
const TOTALS: &[&str] = &[
    "合计",
    "共计",
    "总计",
    "总共",
    "共",
    "合计为",
    "共有",
    "组成",
    "组成的",
];
const BEFORE_TOTALS: &[&str] = &["全年", "两项", "三项", "四项", "各项", "以上", "上述"];

/// Whether the words before a figure say that it is the sum of those before, and how surely.
#[must_use]
pub fn says_total(clause: &str) -> bool {
    let clause = BEFORE_TOTALS
        .iter()
        .find_map(|word| clause.strip_prefix(word))
        .unwrap_or(clause);
    TOTALS.contains(&clause) || clause.ends_with("组成") || clause.ends_with("组成的")
}

/// Where the words end that say of which the following is a part: 代表中 in 代表中赞成. The 中 of 集中 and 中心 is none.
fn among_at(words: &str) -> Option<usize> {
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
fn opener(clause: &str) -> Option<(Form, usize)> {
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

/// What has been passed in the sentence, inside one pair of brackets or outside all.
#[derive(Default)]
struct Level {
    /// The figures since the last full stop or semicolon.
    run: Vec<usize>,
    /// Those that may be wholes: no parts, no outcomes, nothing carried over.
    wholes: Vec<usize>,
    /// The group whose list goes on.
    list: Option<usize>,
    /// The last group of outcomes.
    outcomes: Option<usize>,
    /// The figure that the bracket is attached to.
    head: Option<usize>,
    /// Something is carried over.
    carried: bool,
}

struct Reader<'a> {
    text: &'a str,
    figures: &'a [Figure<Span>],
    places: &'a [Place],
    levels: Vec<Level>,
    groups: Vec<Group>,
}

impl<'a> Reader<'a> {
    fn figure(&self, index: usize) -> Option<&'a Figure<Span>> {
        self.figures.get(index)
    }

    fn alike(&self, a: usize, b: usize) -> bool {
        matches!((self.figure(a), self.figure(b)), (Some(a), Some(b)) if alike(a, b))
    }

    fn words(&self, range: &std::ops::Range<usize>) -> &'a str {
        self.text.get(range.clone()).unwrap_or_default()
    }

    fn read(&mut self, index: usize, place: &Place) {
        self.step(index, place);
        let Some(figure) = self.figure(index) else {
            return;
        };
        if !matches!(
            figure.kind,
            FigureKind::Count | FigureKind::Measure | FigureKind::Money
        ) {
            return;
        }
        let clause = self.words(&place.clause);
        let carried = CARRIED.iter().any(|word| clause.contains(word));
        if let Some(level) = self.levels.last_mut() {
            level.carried |= carried;
        }
        let part = self
            .opened(index, place, clause)
            .or_else(|| self.among(index, place))
            .or_else(|| self.bracketed(index, place, clause))
            .or_else(|| self.listed(index, place))
            .or_else(|| self.outcome(index, place))
            .or_else(|| self.total(index, place, clause));
        if let Some(level) = self.levels.last_mut() {
            level.run.push(index);
            let outcome = outcomes::is_outcome(label(self.text, place));
            if part.is_none() && !carried && !outcome {
                level.wholes.push(index);
            }
        }
    }

    /// Goes over what parts the figure from the one before.
    fn step(&mut self, index: usize, place: &Place) {
        if place.mark == Mark::Stop {
            self.levels = vec![Level::default()];
            return;
        }
        for _ in 0..place.closes.min(self.levels.len().saturating_sub(1)) {
            self.levels.pop();
        }
        for _ in 0..place.opens {
            self.levels.push(Level::default());
        }
        let Some(level) = self.levels.last_mut() else {
            return;
        };
        if place.opens > 0 && place.attached {
            level.head = index.checked_sub(1);
        }
        if place.mark == Mark::Semicolon {
            let head = level.head;
            *level = Level {
                head,
                ..Level::default()
            };
        }
    }

    fn start(&mut self, whole: usize, part: usize, form: Form, near: bool) -> Option<()> {
        let listed = self.listed_with(whole);
        let level = self.levels.last_mut()?;
        level.list = Some(self.groups.len());
        if form == Form::Outcome {
            level.outcomes = level.list;
        }
        self.groups.push(Group {
            whole,
            parts: vec![part],
            form,
            listed,
            near,
            carried: level.carried,
        });
        Some(())
    }

    /// The figures joined to one in a list, before it; a comma parts what is told apart.
    fn listed_with(&self, whole: usize) -> Vec<usize> {
        let mut listed = Vec::new();
        let mut at = whole;
        while let Some(place) = self.places.get(at) {
            let goes_on = place.mark <= Mark::Pause && place.opens == 0 && place.closes == 0;
            let Some(before) = at
                .checked_sub(1)
                .filter(|&before| goes_on && self.alike(before, whole))
            else {
                break;
            };
            listed.push(before);
            at = before;
            if listed.len() > 8 {
                break;
            }
        }
        listed
    }

    /// Behind 其中, 包括 or 分别为.
    fn opened(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        let before = self.text.get(..place.clause.start)?;
        let form = match opener(clause) {
            Some((form, _)) => form,
            None if before.ends_with("其中,") || before.ends_with("其中:") => Form::Among,
            None if before.ends_with("分别为:") || before.ends_with("分别是:") => {
                Form::Respectively
            }
            None if before.ends_with("包括:") => Form::Including,
            None => return None,
        };
        let level = self.levels.last()?;
        let last = level.run.last().copied().or(level.head)?;
        let earlier = level.wholes.iter().rev().copied();
        let whole = std::iter::once(last)
            .chain(earlier)
            .find(|&whole| self.alike(whole, index))?;
        let near = whole == last;
        let fits = self.figure(index)?.value <= self.figure(whole)?.value;
        if !fits && !near {
            return None;
        }
        self.start(whole, index, form, near)
    }

    /// Behind 中 and the noun of the whole: 15名代表中赞成13名, 57项诉求中，办结55项.
    fn among(&mut self, index: usize, place: &Place) -> Option<()> {
        let whole = self.levels.last()?.run.last().copied()?;
        let noun = self.words(&self.places.get(whole)?.trail);
        let direct = index.checked_sub(1) == Some(whole) && self.alike(whole, index);
        let said = match place.mark {
            Mark::Joined => among_at(noun).is_some(),
            Mark::Comma => among_at(noun) == Some(noun.len()),
            _ => false,
        };
        if !direct || !said || place.opens + place.closes > 0 {
            return None;
        }
        self.start(whole, index, Form::Among, true)
    }

    /// In a bracket behind the whole.
    fn bracketed(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        let head = self
            .levels
            .last()?
            .head
            .filter(|&head| place.opens > 0 && self.alike(head, index))?;
        let compares = COMPARES.iter().any(|word| clause.contains(word));
        if compares || says_total(clause) {
            return None;
        }
        self.start(head, index, Form::Bracket, true)
    }

    /// The next of a list.
    fn listed(&mut self, index: usize, place: &Place) -> Option<()> {
        let level = self.levels.last()?;
        let at = level.list?;
        let group = self.groups.get(at)?;
        let clause = self.words(&place.clause);
        let words = label(self.text, place);
        let joined = match place.mark {
            Mark::Joined => clause.starts_with(['和', '及', '与']) || clause.starts_with("以及"),
            Mark::Pause => true,
            // A list whose first two stand with 、 does not go on behind a comma.
            Mark::Comma => {
                let commas = group
                    .parts
                    .get(1)
                    .and_then(|&second| self.places.get(second))
                    .is_none_or(|second| second.mark == Mark::Comma);
                let outcome = outcomes::is_outcome(words);
                outcome && group.form == Form::Outcome
                    || commas && (outcome || words.ends_with('类'))
            }
            _ => false,
        };
        let fits = joined
            && self.alike(group.whole, index)
            && !says_total(clause)
            && (group.form != Form::Outcome || outcomes::is_outcome(words));
        // What is left over belongs to the outer list: 审结187件，其中维持60件，正在审理25件.
        let outer = level.outcomes.filter(|&outer| {
            outer != at && place.mark == Mark::Comma && outcomes::is_outcome(words)
        });
        if !fits || outer.is_some() {
            self.levels.last_mut()?.list = outer;
            return None;
        }
        self.groups.get_mut(at)?.parts.push(index);
        Some(())
    }

    /// What became of those counted before.
    fn outcome(&mut self, index: usize, place: &Place) -> Option<()> {
        let words = label(self.text, place);
        if place.mark > Mark::Colon || !outcomes::is_outcome(words) {
            return None;
        }
        let level = self.levels.last()?;
        if let Some(group) = level
            .list
            .filter(|_| level.list == level.outcomes)
            .and_then(|at| self.groups.get(at))
            && self.alike(group.whole, index)
        {
            let at = level.list?;
            self.groups.get_mut(at)?.parts.push(index);
            return Some(());
        }
        let whole = level
            .wholes
            .iter()
            .rev()
            .copied()
            .find(|&whole| self.alike(whole, index))?;
        let near = level.run.last() == Some(&whole);
        let of_whole = self.words(&self.places.get(whole)?.clause);
        // 其余 is left over from what became of the others, and says nothing alone.
        if outcomes::is_remainder(words) || outcomes::stands_beside(words, of_whole) {
            return None;
        }
        self.start(whole, index, Form::Outcome, near)
    }

    /// A sum behind its parts.
    fn total(&mut self, index: usize, place: &Place, clause: &str) -> Option<()> {
        if place.mark > Mark::Comma || !says_total(clause) {
            return None;
        }
        let depth = self.levels.len().checked_sub(1)?;
        let level = match depth.checked_sub(1) {
            Some(outer) if place.opens > 0 => self.levels.get(outer)?,
            _ => self.levels.get(depth)?,
        };
        let sum = self.figure(index)?;
        let mut parts = Vec::new();
        for &part in level.run.iter().rev() {
            if !summable(self.figure(part)?, sum) {
                break;
            }
            parts.push(part);
            if self.places.get(part)?.mark > Mark::Comma {
                break;
            }
        }
        if parts.len() < 2 {
            return None;
        }
        parts.reverse();
        let carried = level.carried;
        self.groups.push(Group {
            whole: index,
            parts,
            form: Form::Total,
            listed: Vec::new(),
            near: true,
            carried,
        });
        // The sum itself may be the whole of what follows.
        None
    }
}

#[cfg(test)]
mod tests {
    use crate::report::Settings;
    use crate::text::Source;

    /// Each part with its whole: 28件<66件.
    fn links(text: &str) -> String {
        let source = Source::new(text);
        let report = crate::analyse(&source, &Settings::default());
        let words = |index: usize| report.figures[index].text.clone();
        report
            .figures
            .iter()
            .filter_map(|figure| Some(format!("{}<{}", figure.text, words(figure.whole?))))
            .collect::<Vec<_>>()
            .join(" ")
    }

    #[test]
    fn parts_know_their_whole() {
        for (text, want) in [
            (
                "审核合同31份，其中工程类12份、服务类19份。",
                "12份<31份 19份<31份",
            ),
            (
                "办案66件（一般程序28件、简易程序38件），罚款2万元。",
                "28件<66件 38件<66件",
            ),
            (
                "研究议题15个（其中党委会6个、镇长办公会9个）。",
                "6个<15个 9个<15个",
            ),
            (
                "开展审查40件，包括文件12件、合同协议28件，提出意见50条。",
                "12件<40件 28件<40件",
            ),
            (
                "受理复议30件，已审结25件，正在审理5件。",
                "25件<30件 5件<30件",
            ),
            (
                "对现行9件文件逐件清理，保留6件、修改2件、废止1件。",
                "6件<9件 2件<9件 1件<9件",
            ),
            (
                "清理文件43件：继续有效30件，修改6件，废止7件。",
                "30件<43件 6件<43件 7件<43件",
            ),
            (
                "反馈问题64个，整改到位58个，6个持续推进。",
                "58个<64个 6个<64个",
            ),
            (
                "查出隐患107处，整改92处，剩余15处正在限期整改。",
                "92处<107处 15处<107处",
            ),
            (
                "审查决策12件、合同168份、执法决定23件，合计203件。",
                "12件<203件 168份<203件 23件<203件",
            ),
            (
                "排查纠纷90起，化解80起，其中调解60起。",
                "80起<90起 60起<80起",
            ),
            (
                "处罚50件，其中一般程序20件（听证3件）、简易程序30件。",
                "20件<50件 3件<20件 30件<50件",
            ),
            (
                "抽查企业52家，其中，餐饮户12户、商超40家。",
                "12户<52家 40家<52家",
            ),
            ("诉讼5件，其中4件被驳回、1件撤诉。", "4件<5件 1件<5件"),
            (
                "罚款8万元，其中个人3万元、企业5万元。",
                "3万元<8万元 5万元<8万元",
            ),
        ] {
            assert_eq!(links(text), want, "{text}");
        }
    }

    #[test]
    fn figures_that_only_stand_beside_each_other_have_none() {
        for text in [
            "制定规章9件，修改3件，废止1件。",
            "审核合同31份，提出意见12条。",
            "调解纠纷80起。其中3起较复杂。",
            "办案66件（比上年多8件）。",
            "办理建议41件、提案36件，其中A类63件、B类14件。",
            "召开会议3次、培训2场，共培训300人。",
            "受理复议30件；办结信访5件。",
            "组建综合救援队7支、412人。",
            "配备执法车2辆、无人机1架。",
            "其中3件重大。",
            "组织11名局长现场述法，其他86名书面述法。",
            "排查隐患，已整改101处，剩余2处。",
            "在12个中心村设点3个。",
            "本年受理20件，上年结转30件，办结45件。",
        ] {
            assert_eq!(links(text), "", "{text}");
        }
    }
}
