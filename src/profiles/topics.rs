//! The topics that part one usually covers (纲要（2021—2025年） and what follows from law), by kind of body.
//!
//! No source makes any of them compulsory for a single report: they are shown as coverage, never as missing.

use crate::report::BodyKind::{
    self, City, CountyDistrict, Department, Ministry, Province, Street, Township,
};

/// A recommended topic.
#[derive(Clone, Copy, Debug)]
pub struct Topic {
    /// Stable name.
    pub id: &'static str,
    /// Its name for the user.
    pub name: &'static str,
    /// Where it comes from.
    pub basis: &'static str,
    /// The kinds of body it is recommended to.
    pub kinds: &'static [BodyKind],
    /// Words that speak of it.
    pub words: &'static [&'static str],
}

const ALL: &[BodyKind] = &BodyKind::ALL;
const GRASSROOTS: &[BodyKind] = &[Street, Township];
const LOCAL: &[BodyKind] = &[Street, Township, CountyDistrict, City, Province];
const UPPER: &[BodyKind] = &[CountyDistrict, City, Province, Department, Ministry];
const LAWMAKERS: &[BodyKind] = &[City, Province, Ministry];

const OUTLINE: &str = "《法治政府建设实施纲要（2021—2025年）》";
const DUTIES: &str = "《党政主要负责人履行推进法治建设第一责任人职责规定》";

/// The topics in the order of the outline.
pub const TOPICS: &[Topic] = &[
    Topic {
        id: "thought",
        name: "学习贯彻习近平法治思想",
        basis: OUTLINE,
        kinds: ALL,
        words: &["习近平法治思想", "全面依法治国新理念新思想新战略"],
    },
    Topic {
        id: "leadership",
        name: "党对法治建设的领导与组织推进",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "党的领导",
            "依法治街",
            "依法治镇",
            "依法治乡",
            "依法治县",
            "依法治区",
            "依法治市",
            "依法治省",
            "法治建设领导小组",
            "法治建设委员会",
            "工作要点",
            "组织领导",
            "议事协调机构",
            "依法治理委员会",
            "法治政府建设领导小组",
            "依法行政工作领导小组",
        ],
    },
    Topic {
        id: "functions",
        name: "政府职能、权责清单与政务服务",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "权责清单",
            "权力清单",
            "责任清单",
            "履职事项",
            "放管服",
            "一网通办",
            "便民服务",
            "政务服务",
            "行政审批",
            "政府职能",
            "一件事",
        ],
    },
    Topic {
        id: "business",
        name: "法治化营商环境",
        basis: OUTLINE,
        kinds: ALL,
        words: &["营商环境", "涉企", "公平竞争审查", "惠企", "民营经济促进"],
    },
    Topic {
        id: "documents",
        name: "行政规范性文件与制度建设",
        basis: OUTLINE,
        kinds: ALL,
        words: &["规范性文件", "备案审查", "文件清理"],
    },
    Topic {
        id: "legislation",
        name: "立法工作",
        basis: OUTLINE,
        kinds: LAWMAKERS,
        words: &["地方性法规", "政府规章", "立法计划", "立法", "规章"],
    },
    Topic {
        id: "decision",
        name: "重大行政决策",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "重大行政决策",
            "重大决策",
            "三重一大",
            "集体讨论",
            "依法决策",
            "科学决策",
            "公众参与",
        ],
    },
    Topic {
        id: "review",
        name: "合法性审查",
        basis: OUTLINE,
        kinds: ALL,
        words: &["合法性审查", "合法性审核", "法制审核", "法治审核"],
    },
    Topic {
        id: "counsel",
        name: "法律顾问与公职律师",
        basis: DUTIES,
        kinds: ALL,
        words: &["法律顾问", "公职律师", "律师顾问"],
    },
    Topic {
        id: "enforcement",
        name: "行政执法与“三项制度”",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "三项制度",
            "执法公示",
            "全过程记录",
            "行政执法",
            "综合执法",
            "执法案卷",
            "执法监督",
        ],
    },
    Topic {
        id: "delegation",
        name: "赋权与下沉执法",
        basis: "《行政处罚法》第二十四条",
        kinds: GRASSROOTS,
        words: &[
            "赋权",
            "下沉",
            "综合行政执法",
            "承接",
            "执法事项",
            "处罚事项",
            "收回",
        ],
    },
    Topic {
        id: "emergency",
        name: "突发事件应对与安全生产",
        basis: OUTLINE,
        kinds: ALL,
        words: &["突发事件", "应急", "预案", "演练", "安全生产"],
    },
    Topic {
        id: "disputes",
        name: "矛盾纠纷化解与人民调解",
        basis: OUTLINE,
        kinds: LOCAL,
        words: &["矛盾纠纷", "人民调解", "枫桥经验", "信访", "调解"],
    },
    Topic {
        id: "litigation",
        name: "行政复议、行政诉讼与负责人出庭应诉",
        basis: OUTLINE,
        kinds: ALL,
        words: &["行政复议", "行政应诉", "行政诉讼", "出庭应诉", "应诉应议"],
    },
    Topic {
        id: "oversight",
        name: "行政权力的制约和监督",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "接受人大",
            "人大监督",
            "民主监督",
            "司法监督",
            "审计",
            "检察建议",
            "司法建议",
            "人大代表建议",
            "政协提案",
            "监察",
            "社会监督",
        ],
    },
    Topic {
        id: "openness",
        name: "政务公开",
        basis: OUTLINE,
        kinds: ALL,
        words: &["政务公开", "信息公开", "依申请公开", "主动公开"],
    },
    Topic {
        id: "digital",
        name: "数字法治政府",
        basis: OUTLINE,
        kinds: UPPER,
        words: &[
            "一网统管",
            "数字化",
            "数字法治",
            "信息化",
            "大数据",
            "智慧",
            "非现场执法",
            "互联网+",
        ],
    },
    Topic {
        id: "publicity",
        name: "普法与学法用法",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "普法",
            "学法",
            "宪法宣传",
            "法治宣传",
            "法律明白人",
            "法律进",
        ],
    },
    Topic {
        id: "services",
        name: "公共法律服务",
        basis: OUTLINE,
        kinds: LOCAL,
        words: &["公共法律服务", "法律援助", "法律咨询"],
    },
    Topic {
        id: "team",
        name: "法治队伍、培训与持证",
        basis: OUTLINE,
        kinds: ALL,
        words: &[
            "执法证",
            "持证",
            "执法人员",
            "法治队伍",
            "执法队伍",
            "业务培训",
            "执法培训",
            "专题培训",
        ],
    },
    Topic {
        id: "community",
        name: "基层治理与示范创建",
        basis: OUTLINE,
        kinds: GRASSROOTS,
        words: &[
            "民主法治示范",
            "村规民约",
            "居民公约",
            "基层治理",
            "议事协商",
            "法治示范",
        ],
    },
    Topic {
        id: "inspection",
        name: "督察整改与考核",
        basis: OUTLINE,
        kinds: UPPER,
        words: &["督察", "考核", "整改"],
    },
];
