//! The five contents that the 2019 督察工作规定 asks for, and the wordings by which headings and clauses on them are known.
//!
//! The patterns run on folded text: half-width marks, no spaces, simplified characters.

use crate::report::PartId;
use crate::text::lexicon::Lexicon;

/// The rule that asks for the report and for its contents. Its article numbers are not settled, so only the chapter is named.
const BASIS: &str = "《法治政府建设与责任落实督察工作规定》第四章（年度报告）";

/// A part: what it is called and what it is known by.
#[derive(Clone, Copy, Debug)]
pub struct PartSpec {
    /// Which one.
    pub id: PartId,
    /// Its name in the rules.
    pub name: &'static str,
    /// Its name where there is no room: two characters.
    pub short: &'static str,
    /// Whether every report must have it.
    pub required: bool,
    /// The rule that asks for it.
    pub basis: &'static str,
    /// Words without one of which no text fits a pattern of the part: most are told apart by these, and patterns take long.
    pub clues: &'static Lexicon,
    /// A heading at the top that opens it.
    pub heading: &'static str,
    /// A heading inside another part that opens it: stricter, since headings there speak of many things.
    pub nested: Option<&'static str>,
    /// A clause that speaks of it where no heading does.
    pub mention: Option<&'static str>,
    /// The heading to insert where the part is missing; `{year}` is the report year, `{next}` the one after.
    pub template: &'static str,
}

/// The parts in the order of the rules.
pub const PART_SPECS: &[PartSpec] = &[
    PartSpec {
        id: PartId::Measures,
        name: "主要举措和成效",
        short: "举措",
        required: true,
        basis: BASIS,
        clues: &MEASURES,
        heading: concat!(
            "举措|做法|成效|成绩|实绩|亮点|主要措施|工作措施|措施[和及与、]",
            "|法治(?:政府|城市|部门|机关|乡镇|街道|[^,、]{0,6})?(?:建设)?[^,、]{0,8}(?:情况|概况|进展)$",
            "|^(?:20..年度?)?(?:主要|重点)?工作(?:总体|开展|推进|完成|落实|进展)?(?:情况|回顾|总结|进展)?$",
            "|(?:总体|基本|主要|开展|推进|落实|完成|工作|进展|建设|实施)情况$|工作回顾|主要工作|任务进展",
        ),
        nested: None,
        mention: None,
        template: "{year}年推进法治政府建设的主要举措和成效",
    },
    PartSpec {
        id: PartId::Problems,
        name: "存在的不足和原因",
        short: "不足",
        required: true,
        basis: BASIS,
        clues: &PROBLEMS,
        heading: concat!(
            "(?:存在|面临|遇到|工作中)[^,、]{0,8}(?:问题|不足|困难|短板|差距|弱项|薄弱|挑战|欠缺|瓶颈)",
            "|^(?:20..年度?)?(?:主要|当前|目前|工作|自身|突出)?的?(?:主要)?(?:问题|不足|短板|差距|困难|薄弱环节|薄弱点|弱项|欠缺)(?:$|[和及与、以,])",
            "|(?:问题|不足|短板|差距|困难|薄弱环节|薄弱点|弱项|难点)(?:以及|及其|及|和|与|、)?(?:其)?(?:产生|存在)?的?(?:主要)?(?:原因|成因|根源|根由|症结)",
            "|(?:短板|不足|差距|问题|困难|弱项)(?:和|与|及|、)(?:短板|不足|差距|问题|困难|弱项|挑战)",
            "|(?:不足|短板|差距|薄弱环节|薄弱点|弱项)(?:之处)?$|(?:需要|有待|亟待)(?:改进|加强|提升|完善|解决)的(?:地方|方面|问题|工作|环节)|问题(?:剖析|分析)|原因分析",
        ),
        nested: Some(concat!(
            "(?:存在|面临)的?(?:主要|突出)?(?:困难|问题|不足|差距|短板)(?:$|[和及与、])|^(?:主要|当前|目前)?(?:问题|不足|困难)(?:$|[和及与、])",
            "|(?:问题|不足)(?:及|和|与)?(?:其)?原因",
        )),
        mention: Some(concat!(
            "(?:但|虽然|尽管|同时|相比|仍|还|也|尚)[^。;]{0,60}?存在(?:着)?(?:一些|一定|不少|以下|许多|诸多)?的?[^。;]{0,24}?(?:不足|差距|短板|薄弱|问题)",
            "|(?:与|同|对照)[^。;]{2,50}?相比[^。;]{0,20}?(?:差距|不足)",
        )),
        template: "{year}年推进法治政府建设存在的不足和原因",
    },
    PartSpec {
        id: PartId::FirstResponsible,
        name: "党政主要负责人履行推进法治建设第一责任人职责情况",
        short: "履职",
        required: true,
        basis: BASIS,
        clues: &RESPONSIBLE,
        heading: FIRST_RESPONSIBLE,
        nested: Some(FIRST_RESPONSIBLE),
        mention: Some(concat!(
            "第一责任人|第一人责任",
            "|主要(?:负责人|负责同志|领导)[^,。;]{0,14}(?:述法|履行[^,。;]{0,10}职责)",
        )),
        template: "{year}年党政主要负责人履行推进法治建设第一责任人职责情况",
    },
    PartSpec {
        id: PartId::NextPlan,
        name: "下一年度主要安排",
        short: "安排",
        required: true,
        basis: BASIS,
        clues: &NEXT_PLAN,
        heading: concat!(
            "(?:下一步|下步|下一阶段|下阶段|下一?年度?|明年|来年|今后|未来|后续|新一年|新的一年|下半年)[^,、]{0,16}(?:安排|打算|计划|思路|重点|举措|措施|方向|设想|工作|展望|任务|努力|谋划|部署|目标|考虑)",
            "|^(?:下一步|下步|今后|下一阶段|来年|明年)",
            "|20..年[^,、]{0,24}(?:安排|打算|计划|思路|设想|展望|谋划|(?:努力|主攻|前进|发展)的?方向)|20..年[^,、]{0,16}(?:工作重点|重点任务|工作任务|主要任务|工作目标)$",
            "|(?:主要|工作|重点|初步)(?:安排|打算|思路|计划|设想)$|(?:努力|主攻|前进)的?方向|改进(?:措施|方向|打算|工作|计划)|整改(?:措施|打算|计划)|工作展望|^展望",
        ),
        nested: Some(
            "(?:下一步|下步|下一阶段|下一年度?|明年|来年|今后)[^,、]{0,12}(?:安排|打算|计划|思路|重点|方向|设想|工作|举措|措施)",
        ),
        mention: Some(
            "(?:下一步|下步|下一阶段|今后|明年|来年|新的一年|下一年度?|20..年),?[^。;]{0,40}?(?:将(?:继续|进一步|以|在|按|围绕|着力|持续|坚持|深入|不断|加强|认真)|要(?:继续|进一步)|继续|进一步|着力|计划|打算)[^。;]{4,}",
        ),
        template: "{next}年推进法治政府建设的主要安排",
    },
    PartSpec {
        id: PartId::Other,
        name: "其他需要报告的情况",
        short: "其他",
        required: false,
        basis: BASIS,
        clues: &OTHER,
        heading: "其他(?:需要|应当|应|须|需)(?:报告|说明|汇报|反映)的?(?:有关|相关)?(?:情况|事项|工作|问题)|^其他(?:有关|相关)?(?:情况|事项)$|需要(?:报告|说明)的(?:其他)?(?:情况|事项)",
        nested: None,
        mention: None,
        template: "其他需要报告的情况",
    },
];

/// 第一责任人, or the principal and what he did; never a principal who went to court (出庭应诉).
const FIRST_RESPONSIBLE: &str = concat!(
    "第一责任人|第一人责任|第一责任(?:职责|$)",
    "|(?:党政)?主要(?:负责人|负责同志|领导)(?:同志)?[^出庭诉]{0,24}(?:履职|履行|职责|述法|责任)",
    "|主要(?:负责人|负责同志|领导)(?:推进|抓)法治|履行推进法治[^,]{0,10}职责|“?关键少数”?履(?:职|行)",
    "|(?:书记|镇长|乡长|县长|区长|市长|主任|局长)[^出庭诉,]{0,8}履(?:职|行)[^,]{0,16}(?:职责|情况)",
    "|党政(?:主要)?(?:负责人|一把手|主官)[^出庭诉]{0,20}(?:情况|职责)|“?一把手”?[^出庭诉]{0,16}职责",
);

static MEASURES: Lexicon = Lexicon::new("举措 做法 成效 成绩 实绩 亮点 措施 情况 概况 进展 工作");
static PROBLEMS: Lexicon =
    Lexicon::new("问题 不足 困难 短板 差距 弱项 薄弱 挑战 欠缺 瓶颈 难点 需要 有待 亟待 原因");
static RESPONSIBLE: Lexicon =
    Lexicon::new("第一责任 第一人责任 主要负责 主要领导 履行 履职 关键少数 党政 一把手");
static NEXT_PLAN: Lexicon = Lexicon::new(
    "20 下一 下步 下阶段 下年 明年 来年 今后 未来 后续 新一年 新的一年 下半年 安排 打算 思路 计划 设想 方向 改进 整改 展望",
);
static OTHER: Lexicon = Lexicon::new("其他 需要报告 需要说明");

#[cfg(test)]
mod tests {
    use proptest::strategy::{Strategy, ValueTree};
    use proptest::string::string_regex;
    use proptest::test_runner::TestRunner;

    use super::*;

    #[test]
    fn what_fits_a_pattern_holds_a_clue() {
        let mut runner = TestRunner::deterministic();
        for spec in PART_SPECS {
            for pattern in [Some(spec.heading), spec.nested, spec.mention] {
                // Texts can be made for a pattern without its ends.
                let Some(pattern) = pattern.map(|p| p.replace("|^", "|").replace('$', "")) else {
                    continue;
                };
                let texts = string_regex(&pattern).unwrap();
                for _ in 0..5000 {
                    let text = texts.new_tree(&mut runner).unwrap().current();
                    assert!(spec.clues.within(&text), "{:?}: {text}", spec.id);
                }
            }
        }
    }
}
