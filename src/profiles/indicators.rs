//! The indicators: figures that these reports share, so that one report's can be laid beside another's.
//!
//! No source makes any of them compulsory; the basis says what duty or topic the figure speaks of.

use crate::report::FigureKind::{self, Count, Money, Percent};

/// A figure that many reports give.
#[derive(Clone, Copy, Debug)]
pub struct Indicator {
    /// Stable name, such as `penalties`.
    pub id: &'static str,
    /// Its name for the user.
    pub name: &'static str,
    /// The topic it belongs to, by its id.
    pub topic: &'static str,
    /// What kind of quantity it is.
    pub kind: FigureKind,
    /// The measure words that it is given in, parted by spaces; with another one a figure is not this indicator.
    pub units: &'static str,
    /// Words that action and subject hold, one of each group, parted by `|`; behind `=` stands a whole subject.
    pub words: &'static [&'static str],
    /// Words, parted by `|`, any of which tells another figure.
    pub not: &'static str,
    /// Where it comes from.
    pub basis: &'static str,
}

/// The words of what was counted against something else, or of a part of it: no figure with one of them is an indicator.
pub const NEVER: &str = "同比|比上年|较上年|上年|去年|人均|日均|月均|年均|平均|每|其余|剩余|余下|增加|减少|下降|上升|增长|提高|降低|之比|占比|计划完成率|结转|等合计|应出庭";

const OUTLINE: &str = "《法治政府建设实施纲要（2021—2025年）》";
const DUTIES: &str = "《党政主要负责人履行推进法治建设第一责任人职责规定》";

const TIMES: &str = "次 场 场次 期 回 堂 节 讲 课 课时 堂次";
const CASES: &str = "件 起 宗 例 案";
const PAPERS: &str = "件 份 部 个 项 篇 件次 份次";
const PERSONS: &str = "人 名 位 人次 名次";

/// A count.
const fn count(
    id: &'static str,
    name: &'static str,
    topic: &'static str,
    units: &'static str,
    words: &'static [&'static str],
    not: &'static str,
    basis: &'static str,
) -> Indicator {
    Indicator {
        id,
        name,
        topic,
        kind: Count,
        units,
        words,
        not,
        basis,
    }
}

/// A share, in per cent.
const fn share(
    id: &'static str,
    name: &'static str,
    topic: &'static str,
    words: &'static [&'static str],
    not: &'static str,
    basis: &'static str,
) -> Indicator {
    Indicator {
        kind: Percent,
        ..count(id, name, topic, "%", words, not, basis)
    }
}

/// The indicators, one a row; where two fit a figure, the earlier one is taken.
#[rustfmt::skip]
pub const INDICATORS: &[Indicator] = &[
    // 学习
    count("pre_meeting_study", "会前学法", "thought", TIMES, &["会前学法|会前学习|会前集体学法|常务会议学法|常务会学法"], "率|部|人", DUTIES),
    count("group_study", "中心组学习", "thought", TIMES, &["中心组|理论学习"], "旁听|普法|人数|会前|党课|讲座", DUTIES),
    // 组织领导
    count("reports_heard", "听取法治工作汇报", "leadership", TIMES, &["听取", "汇报|报告"], "意见|述法", DUTIES),
    count("issues", "研究法治议题", "leadership", "个 项 件 件次 项次", &["法治议题|法治事项|法治建设议题|法治建设事项|法治类议题|法治建设重要事项"], "批示", DUTIES),
    count("meetings", "法治工作专题会议", "leadership", TIMES, &["法治工作|法治建设|法治政府建设|依法治|法治专题", "会|研究|部署|听取"], "学习|学法|培训|讲座|宣传|活动|检查|督察|督查|批示|汇报|调研|讲课|演练|党课|精神|中央", DUTIES),
    count("instructions", "主要负责人批示", "leadership", "次 件 件次 条 份", &["批示|签批|批办"], "率", DUTIES),
    count("law_classes", "主要负责人讲法治课", "leadership", TIMES, &["法治课|法治党课|讲法治|法治专题党课"], "参加|第一课|班子|渔民|课堂", DUTIES),
    count("self_reports", "述法人数", "leadership", PERSONS, &["述法"], "评议|测评|票|代表|点评", "《关于党政主要负责人履行推进法治建设第一责任人职责情况列入年终述职内容工作的意见》"),
    // 制度
    count("documents_reviewed", "审查规范性文件", "review", PAPERS, &["审查|审核", "规范性文件"], "备案|合同|协议|清理|意见|公平竞争", OUTLINE),
    count("documents_filed", "规范性文件备案", "documents", PAPERS, &["规范性文件", "备案|报备"], "审查备案的|率|纠", OUTLINE),
    count("documents_cleaned", "清理规范性文件", "documents", PAPERS, &["清理", "文件"], "废止|修改|保留|失效|有效|意见", OUTLINE),
    count("documents_repealed", "废止规范性文件", "documents", PAPERS, &["废止|失效", "文件"], "修改|保留|继续", OUTLINE),
    count("documents_issued", "制发规范性文件", "documents", PAPERS, &["制定|制发|出台|印发|新制发|发布", "规范性文件"], "清理|审查|审核|备案|废止|修改|意见|失效|有效", OUTLINE),
    count("local_regulations", "地方性法规", "legislation", "件 部 项 个", &["地方性法规|法规草案"], "意见|联系点|采集点|听取|征求|普法", OUTLINE),
    count("rules", "政府规章", "legislation", "件 部 项 个", &["制定|出台|公布|颁布", "政府规章"], "意见|清理|废止|备案|征求|有效|纠|修改|文件|项目", OUTLINE),
    // 决策
    count("decisions_reviewed", "审查重大决策", "review", PAPERS, &["审查|审核", "决策"], "意见|合同|率", OUTLINE),
    count("decisions", "重大行政决策事项", "decision", "件 项 个", &["重大行政决策|重大决策|决策事项|决策目录|决策年度目录"], "审查|审核|意见|会议|会|评估|听证|论证|研究|培训|案例|程序|出台|文件", "《重大行政决策程序暂行条例》"),
    count("risk_assessments", "社会稳定风险评估", "decision", "件 项 个 次", &["风险评估|稳评"], "意见|率|人|员|评估的|专家", "《重大行政决策程序暂行条例》"),
    // 审查
    count("contracts_reviewed", "审查合同", "review", "份 件 个 份次", &["审查|审核", "合同|协议"], "意见|金额|率|文件|决策|等|程类|务类|赁类|购类|退回", OUTLINE),
    count("penalty_reviews", "重大执法决定法制审核", "review", CASES, &["法制审核|法核|执法决定"], "人员|人|率|意见|制度|公开|公示|集体讨论|合格", "《关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见》"),
    count("review_opinions", "提出审查意见", "review", "条 份 个 项", &["法律意见|审查意见|审核意见|修改意见|审查建议|法律建议"], "采纳|收集|征求|征集|群众|代表", OUTLINE),
    count("fair_competition", "公平竞争审查", "business", PAPERS, &["公平竞争审查"], "纠正|修改|意见|问题|培训|人", "《公平竞争审查条例》"),
    count("legal_reviews", "合法性审查", "review", "件 份 件次 项 项次 次", &["合法性审查|合法性审核"], "意见|合同|协议|文件|决策|人员|率|示范|培训|会|问题|力量|审查室", OUTLINE),
    share("opinions_adopted", "审查意见采纳率", "review", &["采纳率"], "建议提案|提案|征求|群众|征集", OUTLINE),
    // 法律顾问
    count("legal_counsel", "法律顾问", "counsel", "人 名 位 家 个", &["法律顾问"], "参与|列席|意见|审查|会议|提供|服务|建议|合同|坐班|占|率|事项|咨询", DUTIES),
    count("public_lawyers", "公职律师", "counsel", "人 名 位", &["公职律师"], "参与|列席|意见|审查|会议|提供|服务|案件|率|证书", DUTIES),
    // 执法
    count("summary_procedure", "简易程序案件", "enforcement", CASES, &["简易程序|当场处罚"], "率", OUTLINE),
    count("ordinary_procedure", "普通程序案件", "enforcement", CASES, &["普通程序|一般程序"], "率", OUTLINE),
    count("no_penalty", "不予处罚", "enforcement", "件 起 宗 例 户 家 人", &["不予处罚|不予行政处罚|首违不罚|轻微免罚|免罚|免予处罚"], "清单|事项|金额|项|情形|领域", "《中华人民共和国行政处罚法》"),
    count("penalties", "行政处罚案件", "enforcement", CASES, &["行政处罚|处罚案件|处罚决定|行政执法案件"], "复议|诉讼|免|不予|法制审核|审核|案卷|事项|信息|公示|听证|撤销|移送|培训|公开|重大|撤案|集体讨论|权|处理决定|办结", "《中华人民共和国行政处罚法》"),
    count("cases_filed", "立案", "enforcement", CASES, &["=立案|=立案查处|=立案案件|=查处案件|=立案查处案件"], "结案|监督|检察|不予|免|撤销|刑事|信访|率|诉讼|复议|法院|仲裁", OUTLINE),
    Indicator { id: "fines", name: "罚没款", topic: "enforcement", kind: Money, units: "元 万元 亿元", words: &["罚没|罚款|处罚"], not: "免|减|不予|少|合同|退|奖|补|人均|最高|最低|涉案", basis: OUTLINE, },
    count("case_file_reviews", "案卷评查", "enforcement", "卷 份 件 宗 本 册", &["案卷|卷宗", "评查|抽查|抽取|抽评"], "优秀|合格|不合格|优良|瑕疵|问题|整改|率", OUTLINE),
    count("inspections", "执法检查", "enforcement", "次 场次 轮 轮次", &["行政检查|执法检查|入企检查|涉企检查|监督检查"], "出动|问题|隐患|意见|率|计划|培训|人员|参与|减|录入", OUTLINE),
    count("certified_officers", "持证执法人员", "team", PERSONS, &["持证|执法证|执法资格", "人员|队员|干部|人|证"], "考试|参加|通过|培训|率|新|未|无|取得|更换|换发|注销|法律职业|不合格|编制|持证镇|大队持", OUTLINE),
    // 赋权
    count("powers_taken", "承接赋权事项", "delegation", "项 件 个", &["赋权|下放|承接|行政处罚事项|执法事项|执法权"], "收回|退回|取消|使用|行使|启用|培训|评估|案|许可|审批|政务|最多|最少|办结|镇平|不深", "《中华人民共和国行政处罚法》第二十四条"),
    count("powers_returned", "收回赋权事项", "delegation", "项 件 个", &["收回|退回|交回", "事项|权|上级"], "资金|欠|款", "《中华人民共和国行政处罚法》第二十四条"),
    // 应急
    count("drills", "应急演练", "emergency", TIMES, &["演练"], "参加|参与|观摩|人", OUTLINE),
    // 矛盾纠纷
    share("mediation_rate", "调解成功率", "disputes", &["调解成功率|纠纷化解率|纠纷成功率|调处成功率|纠纷调解率|调解率"], "复议|诉讼|热线|信访", OUTLINE),
    count("mediations_succeeded", "调解成功纠纷", "disputes", "件 起 宗 例", &["纠纷|矛盾|调解", "成功|化解|达成"], "率|引导|未|排查|受理|金额|复议|行政争议|信访", OUTLINE),
    count("mediations", "受理调解纠纷", "disputes", "件 起 宗 例", &["纠纷|矛盾", "受理|排查|调解|调处|登记"], "成功|化解|率|行政复议|诉讼|法律援助|金额|信访|类|物业|邻里|婚姻|劳动|土地|山林|旅游|消费|涉", OUTLINE),
    count("petitions", "信访事项", "disputes", "件 批 起 件次 批次", &["信访事项|信访件|信访案件|来信来访|信访诉求|受理信访|办理信访|接待信访"], "化解|包案|率|重点|积案|答复", OUTLINE),
    // 复议应诉
    share("loss_rate", "行政诉讼败诉率", "litigation", &["败诉率"], "复议", OUTLINE),
    share("appearance_rate", "负责人出庭应诉率", "litigation", &["出庭"], "旁听", DUTIES),
    count("reconsidered", "被申请行政复议", "litigation", CASES, &["被申请|被复议|复议被申请", "复议"], "率|维持|撤销|纠|驳回|终止|诉讼|败诉|被诉", "《中华人民共和国行政复议法》"),
    count("reconsiderations", "受理行政复议申请", "litigation", CASES, &["受理|收到|新收|办理", "行政复议"], "率|维持|撤销|纠|驳回|终止|诉讼|应诉|被申请|审结|调解|和解|不予|办结", "《中华人民共和国行政复议法》"),
    count("lawsuits_lost", "败诉案件", "litigation", CASES, &["败诉"], "率|复议|未", OUTLINE),
    count("lawsuits", "行政诉讼案件", "litigation", CASES, &["行政诉讼|行政应诉|行政案件应诉"], "率|败|胜|撤诉|驳回|出庭|复议|维持|审结|结案|未|调解|撤回|申请|培训|检察|执行|审理", OUTLINE),
    count("appearances", "负责人出庭应诉", "litigation", "次 件 人次 件次 场次 场", &["出庭"], "旁听|率|应出庭|检察|公职律师", DUTIES),
    // 监督
    count("deputies_proposals", "人大代表建议", "oversight", "件 条", &["代表建议|人大建议|代表意见建议|人大代表"], "采纳|率|提案|视察|列席|满意|类|维持|撤销|驳回", OUTLINE),
    count("members_proposals", "政协提案", "oversight", "件 条", &["提案"], "率|建议|满意", OUTLINE),
    count("judicial_suggestions", "司法建议", "oversight", "件 份 条", &["司法建议"], "率|检察", OUTLINE),
    count("procuratorial_suggestions", "检察建议", "oversight", "件 份 条", &["检察建议"], "率|司法建议", OUTLINE),
    // 公开
    count("requests", "政府信息公开申请", "openness", "件 条 份", &["依申请公开|信息公开申请|公开申请"], "答复|率|不予|部分|诉讼|复议|自然人|法人|予以|无法|撤|转|结转|办结", "《中华人民共和国政府信息公开条例》"),
    count("disclosures", "主动公开政府信息", "openness", "条 件 篇 份", &["公开|发布", "信息"], "申请|率|意见|栏|微信|微博|新媒体|处罚|执法|许可|短视频|普法|类|预警|公众号|引发|复议|诉讼|答复", "《中华人民共和国政府信息公开条例》"),
    // 普法
    count("law_savvy", "法律明白人", "publicity", "名 人 位", &["法律明白人"], "培训|率|村|参加|新|骨干|户", "《中华人民共和国法治宣传教育法》"),
    count("law_exams", "参加学法考试", "publicity", PERSONS, &["学法考试|法律知识考试|普法考试|学法用法考试|法治考试|法律考试|网上学法"], "率|优秀|合格|通过|未|满分", OUTLINE),
    count("publicity_events", "普法宣传活动", "publicity", "场 场次 次", &["普法|法治宣传|宪法宣传|法律进|宪法|法治讲座|法律讲座|宣讲|民法典宣", "活动|讲座|宣讲|宣传|进|课"], "参与|参加|受众|人|率|报|信息|中心组|研究|听取|微|视频|检查|督|培训|带头|民俗", "《中华人民共和国法治宣传教育法》"),
    count("publicity_materials", "发放普法资料", "publicity", "份 册 本 张 件 套", &["宣传|普法|法治|法律|资料|手册", "资料|手册|读本|宣传单|材料|折页|宣传册|宣传品|海报|单页|彩页|明白纸"], "审查|审核|报送|案卷|合同|意见", "《中华人民共和国法治宣传教育法》"),
    // 服务、队伍、治理
    count("legal_aid", "法律援助案件", "services", CASES, &["法律援助|法援"], "人|率|咨询|点|站", OUTLINE),
    count("consultations", "法律咨询", "services", "人次 次 件 人 起 件次 条", &["咨询"], "热线|12345|率|意见|点|会|专家|台|委员", OUTLINE),
    count("trainees", "法治培训人次", "team", "人 人次 名 名次", &["培训|轮训|参训", "执法|法治|法律|学法|依法|干部|法规|审查|应诉"], "村|法律明白人|就业|技能|职业|率|学员|选派|考试|农|企业|创业|网格|调解|安全|受益|通过|及格|船|合计", OUTLINE),
    count("trainings", "法治培训", "team", "次 场 期 场次 班 期次 轮", &["培训|轮训", "法治|执法|法律|依法|业务|法规|普法|专题"], "人次|率|安全|就业|技能|参训|意见|企业", OUTLINE),
    count("model_villages", "民主法治示范村（社区）", "community", "个 家", &["民主法治", "示范"], "率|创建的|申报|培育|复核", OUTLINE),
    count("inspection_problems", "督察反馈问题", "inspection", "个 条 项 件", &["督察|督查", "问题"], "整改|销号|化解|解决|未|完成|推进", OUTLINE),
    count("enterprise_visits", "走访企业", "business", "家 家次 户 户次", &["走访", "企业|商户|经营主体|市场主体"], "问题|诉求|率", OUTLINE),
];

/// The indicator of an id.
#[must_use]
pub fn find(id: &str) -> Option<&'static Indicator> {
    INDICATORS.iter().find(|indicator| indicator.id == id)
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;
    use crate::profiles::ANNUAL_REPORT;

    #[test]
    fn every_indicator_has_a_name_of_its_own_and_a_topic() {
        let ids: HashSet<&str> = INDICATORS.iter().map(|indicator| indicator.id).collect();
        let names: HashSet<&str> = INDICATORS.iter().map(|indicator| indicator.name).collect();
        assert_eq!(
            (ids.len(), names.len()),
            (INDICATORS.len(), INDICATORS.len())
        );
        for indicator in INDICATORS {
            let topic = ANNUAL_REPORT
                .topics
                .iter()
                .any(|topic| topic.id == indicator.topic);
            assert!(
                topic && !indicator.words.is_empty() && !indicator.basis.is_empty(),
                "{}",
                indicator.id
            );
        }
        assert!(find("penalties").is_some() && find("").is_none());
    }
}
