//! The indicator that a figure belongs to, from its measure word, its action and its subject. Wrong is worse than none.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::profiles::indicators::{INDICATORS, Indicator, NEVER};
use crate::report::Figure;
use crate::text::lexicon::Table;

/// The indicators that are given in a measure word, by their indices in the order of the table.
static BY_UNIT: LazyLock<FxHashMap<&'static str, Vec<usize>>> = LazyLock::new(|| {
    let mut by_unit: FxHashMap<_, Vec<_>> = FxHashMap::default();
    for (index, indicator) in INDICATORS.iter().enumerate() {
        for unit in indicator.units.split_ascii_whitespace() {
            by_unit.entry(unit).or_default().push(index);
        }
    }
    by_unit
});

/// What a word says of a figure.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Clue {
    /// It has no indicator.
    Never,
    /// It is not this one.
    Not(usize),
    /// A group of the words of an indicator is there.
    Group(usize, usize),
}

/// All words of the indicators, each with what it says, and whether it says so only as the whole subject.
static CLUES: LazyLock<Table<(Clue, bool)>> = LazyLock::new(|| {
    let of_each = INDICATORS
        .iter()
        .enumerate()
        .flat_map(|(index, indicator)| {
            let groups = indicator.words.iter().enumerate();
            let groups = groups.map(move |(group, words)| (*words, Clue::Group(index, group)));
            groups.chain([(indicator.not, Clue::Not(index))])
        });
    let lists = of_each.chain([(NEVER, Clue::Never)]);
    let words = lists.flat_map(|(words, clue)| {
        let words = words.split('|').filter(|word| !word.is_empty());
        words.map(move |word| match word.strip_prefix('=') {
            Some(whole) => (whole, (clue, true)),
            None => (word, (clue, false)),
        })
    });
    Table::of_words(words)
});

/// The indicator of a figure by its own words.
#[must_use]
pub fn of<S>(figure: &Figure<S>) -> Option<&'static Indicator> {
    let subject = figure.subject.as_deref()?;
    let candidates = BY_UNIT.get(figure.unit.as_str())?;
    let action = figure.action.as_deref().unwrap_or_default();
    // 审核 and 审核合同 say the same thing once.
    let words = format!(
        "{}{subject}",
        if subject.starts_with(action) {
            ""
        } else {
            action
        }
    );
    let found = CLUES.all_in(&words);
    let clues: Vec<Clue> = found
        .filter(|(_, word, (_, whole))| !whole || subject == *word)
        .map(|(.., (clue, _))| clue)
        .collect();
    if clues.contains(&Clue::Never) {
        return None;
    }
    let fits = |index: usize, indicator: &Indicator| {
        let mut groups = (0..indicator.words.len()).map(|group| Clue::Group(index, group));
        indicator.kind == figure.kind
            && groups.all(|group| clues.contains(&group))
            && !clues.contains(&Clue::Not(index))
    };
    let mut candidates = candidates
        .iter()
        .filter_map(|&index| Some((index, INDICATORS.get(index)?)));
    candidates
        .find(|(index, indicator)| fits(*index, indicator))
        .map(|(_, indicator)| indicator)
}

/// Gives each figure its indicator. A part of a whole has one only where it is another one than the whole's; what `planned` says is
/// still to be done has none.
pub fn assign<S>(figures: &mut [Figure<S>], planned: impl Fn(&Figure<S>) -> bool) {
    let found: Vec<Option<&Indicator>> = figures
        .iter()
        .map(|figure| of(figure).filter(|_| !planned(figure)))
        .collect();
    for (index, figure) in figures.iter_mut().enumerate() {
        let own = found.get(index).copied().flatten();
        let whole = figure
            .whole
            .and_then(|whole| found.get(whole).copied().flatten());
        let id = own.map(|indicator| indicator.id);
        if whole.is_none() || id != whole.map(|indicator| indicator.id) {
            figure.indicator = id.map(str::to_owned);
        }
    }
}

#[cfg(test)]
mod tests {
    use crate::report::{Settings, Utf16Report};
    use crate::text::Source;

    fn analysed(text: &str) -> Utf16Report {
        let source = Source::new(text);
        crate::analyse(&source, &Settings::default()).to_utf16(&source)
    }

    /// The indicators of the figures of a sentence.
    fn indicators(text: &str) -> String {
        let report = analysed(&format!("一、主要举措\n{text}\n"));
        let ids = report
            .figures
            .into_iter()
            .map(|figure| figure.indicator.unwrap_or_else(|| "-".to_owned()));
        ids.collect::<Vec<_>>().join(" ")
    }

    #[test]
    fn figures_get_their_indicator() {
        for (text, want) in [
            (
                "党工委理论学习中心组集体学习12次，会前学法8次。",
                "group_study pre_meeting_study",
            ),
            (
                "全年审核重大合同36份，提出法律意见80余条。",
                "contracts_reviewed review_opinions",
            ),
            ("办理行政处罚案件45件，罚没款12.6万元。", "penalties fines"),
            (
                "受理矛盾纠纷210件，调解成功205件，调解成功率97.6%。",
                "mediations mediations_succeeded mediation_rate",
            ),
            (
                "被申请行政复议2件，行政诉讼案件3件，败诉0件。",
                "reconsidered lawsuits lawsuits_lost",
            ),
            ("行政机关负责人出庭应诉率100%。", "appearance_rate"),
            (
                "培育“法律明白人”26名，发放宣传资料5000余份。",
                "law_savvy publicity_materials",
            ),
            (
                "主动公开政府信息320条，收到政府信息公开申请4件。",
                "disclosures requests",
            ),
            ("承接赋权事项61项。", "powers_taken"),
            ("立案63件。", "cases_filed"),
            (
                "听取法治工作汇报3次，召开法治工作会议2次。",
                "reports_heard meetings",
            ),
        ] {
            assert_eq!(indicators(text), want, "{text}");
        }
    }

    #[test]
    fn what_only_looks_like_one_gets_none() {
        for text in [
            "审查合同金额3.5亿元。",
            "培训合作社社员60人次。",
            "行政处罚案件同比减少12件。",
            "平均每村法律明白人5名。",
            "食品类立案28件。",
            "行政复议维持率90%。",
            "旁听庭审3次。",
            "公示行政处罚信息120条。",
            "走访困难群众200户。",
            "12345热线咨询3000件。",
        ] {
            assert!(
                !indicators(text).contains(char::is_alphabetic),
                "{text}: {}",
                indicators(text)
            );
        }
    }

    #[test]
    fn what_is_planned_has_none() {
        let text = "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n会前学法8次。\n二、存在的不足和原因\n人手少，原因是编制紧。\n三、2025年主要安排\n会前学法不少于10次。";
        let ids: Vec<_> = analysed(text)
            .figures
            .into_iter()
            .map(|figure| figure.indicator)
            .collect();
        assert_eq!(ids, [Some("pre_meeting_study".to_owned()), None]);
    }
}
