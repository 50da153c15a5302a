//! Parts and their wholes, and figures that only stand beside each other.

use super::groups;
use crate::figures::{self, places};
use crate::report::Settings;
use crate::text::{Layout, Source};

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
            "受理72件，审结47件，其中维持30件，驳回12件，正在审理25件。",
            "47件<72件 30件<47件 12件<47件 25件<72件",
        ),
        (
            "受理42件，不予受理3件，补正2件，审结35件。",
            "3件<42件 35件<42件",
        ),
        (
            "审核合同31份，其中工程类12份、服务类19份，协议类8份。",
            "12份<31份 19份<31份",
        ),
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
        "审核合同31份，其中提出意见12条。",
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

/// Each group as whole, parts, and what is listed before the whole, by the order of the figures.
fn bound(text: &str) -> Vec<(usize, Vec<usize>, Vec<usize>)> {
    let source = Source::new(text);
    let layout = Layout::new(&source);
    let figures = figures::extract(&source, &layout);
    groups(&layout, &figures, &places::of(&layout, &figures))
        .into_iter()
        .map(|group| (group.whole, group.parts, group.listed))
        .collect()
}

#[test]
fn figures_listed_before_the_whole_are_told() {
    assert_eq!(
        bound("办理建议41件、提案36件，其中A类63件、B类14件。"),
        [(1, vec![2, 3], vec![0])]
    );
}

#[test]
fn a_part_larger_than_its_whole_is_bound_only_right_behind_it() {
    assert_eq!(
        bound("审核合同31份，其中工程类42份。"),
        [(0, vec![1], vec![])]
    );
    assert_eq!(bound("审核合同12份，培训300人，其中资料40份。"), []);
}
