//! The words that stand between a figure and what it counts, as data: what opens a clause, what closes it before the numeral,
//! the verbs, and where a noun phrase behind a figure ends.

use crate::text::lexicon::Lexicon;

/// What may open a clause before the words that matter; taken off again and again.
pub static OPENERS: Lexicon = Lexicon::new(
    "其中 包括 包含 并 且 还 又 也 再 已 均 都 共 总共 共计 合计 累计 总计 另 另有 另外 同时 此外 目前 现有 现已 正在 下来 一年下来 全年 全年共 一年 一年来 年内 年初 年末 \
年底 本年度 本年 当年 今年 今年来 今年以来 去年 上半年 下半年 第一季度 至今 以来 截至目前 截止目前 截至 截止 本次 先后 分别 分 共同 相继 陆续 及时 按时 依法 按规定 按要求 认真 积极 广泛 持续 \
深入 定期 适时 巡回 多次 集中 扎实 有序 有效 大力 切实 不断 统筹 全面 我市 我区 我县 我街 我镇 我乡 我局 我办 我单位 本单位 全市 全区 全县 全镇 全乡 全街 全街道 \
确保 为此 有 对 将 在 由 以 就 与 和 及 从 向 把 按 按照 通过 采取 根据 组织 组织开展 开展 召开 举办 举行 进行 实施 各类 各种 各项 各级 有关 相关 实际 内容的 等 的 了 、 ， \
年底前 年末前 年内前 月底前 季度前 上半年内 截至年底 期内 每年 全区共 全市共     仍有 仍 至少 全县共 累计有 主要 逐步 进一步 大量 \
力争 预计 预期 实现 带头 牵头 亲自 主持 \
含 另外还有 余下",
);

/// What may close a clause between the words that matter and the numeral.
pub static CLOSERS: Lexicon = Lexicon::new(
    "共 共计 合计 累计 总计 总共 连续 三个 两个 四个 计 分 分为 分成 增长到 增长至 上升为 达 达到 达成 达到了 为 有 共有 设有 了 至 到 是 都是 均为 均达 均达到 各 各有 各为 近 约 超 超过 逾 不足 至少 不低于 不少于 \
仅 仅有 仅为 只有 已 已达 在 保持在 稳定在 维持在 控制在 提高到 提高至 提升到 提升至 降到 降至 下降到 下降至 压减到 压减至 压缩到 压缩至 缩短到 缩短至 缩减至 优化为 \
优化至 精简为 精简至 增至 增加到 增加至 扩大到 扩大至 由 从 提到 减至 减少到 减少至 升至 上升到 上升至 列出 列明 的 的有 的仅 出去 开了 扩至 扩大至 扩展至 拓展至 由上年 由上年的 由去年 由去年的 由原来 由原来的 从上年的 从原来的 由年初的 、 ， “ ( 等 —— 又 \
减为 减到 降为 升为 缩至 缩减为 压至 压到 合并成 合并为 整合为 整合成 调整为 变为 改为 精简到 扩到 扩展到 扩充到 充实到 拓展到 发展到 压缩为 由年初 均在 分别 分别为 分别达 有了 最长达 列出了 合计为 仍有 \
占了 先后为 先后 依次为 各自为 共计为 总数达 总数为 数量达",
);

/// Verbs that say what was done and not to what: the words behind the last of them are the subject.
pub static LIGHT: Lexicon = Lexicon::new(
    "开展 召开 举办 举行 组织 进行 组织开展 主持召开 巡回开展 办好 举办了 召开了 开展了",
);

/// Verbs behind which a long clause may be cut.
pub static CUTS: Lexicon = Lexicon::new(
    "提出 提供 发布 发放 印发 印制 制定 制作 打造 建成 建立 设立 成立 培育 培养 聘请 选聘 邀请 办理 办结 受理 接待 参与处置 处置 查处 出具 出台 修改 完善 审核 审查 \
签订 听取 帮助 推送 推出 新增 清理 化解 调解 调处 排查 解决 完成 收到 接到 配备 获得 应诉 出庭 讲授 刊发 悬挂 张贴 拍摄 征集 收集 回复 答复 覆盖 惠及 公布 主动公开 处理 检查 发现 立案",
);

/// Verbs of work, which are taken off to get at the thing they are done to.
pub static WORK: Lexicon = Lexicon::new(
    "审核 审查 审议 研究 讨论 听取 办理 办结 受理 查处 查办 调解 调处 化解 处理 处置 接待 接访 解决 检查 排查 整改 制定 出台 印发 修订 修改 废止 清理 公开 主动公开 答复 提交 提出 \
收到 接到 聘请 配备 选派 招录 评选 获得 发放 发布 推送 制作 建成 建立 设立 新增 培育 培养 拆除 立案 组织 开展 召开 举办 评查 抽查 征求 征集 新登记 发生 承接 劝阻 回应 解答 \
解读 督办 督促 移送 引导 新建 打造 开设 主持研究 牵头办理 制发 新制发 现有 走访 参加 参与 协助 共 各类 涉及 全年 累计 重点 审结 审理 评议 劝住 罚没 收缴 剩余 结转 抽检 核查 巡查 登记 处罚 罚款 审结 审理 予以 转 督促 维持 撤销 驳回 纠正 \
收集 宣布失效 宣布废止 继续有效 抽取 采纳 取缔 结案 下放 收回 保留 约谈 责令整改 公示 备案 报备 上报 移交 发出 发送 开出 接收 接听 接报 接 转办 交办 包案 终结 训诫 警告 关停 查封 扣押 没收 追缴 追回 通报 点评 销号 清零 评定 认定 分流 引调 调离 退回 叫停 劝导 劝离 回访 反馈 核实 出动 开庭 支持 部分支持 未结 未办结 已审结 已办结 已整改 已化解 \
完成 \
实查 实际完成 实际开展 实际检查 实际出庭 发还 受援 裁决 已改 直接纠错 纠错 暂扣 已采纳 被采纳 予以采纳 答复办结 办毕 经调解成功 已拆除 已处置 已移送 \
查出 发现 排查出 指出 检查出 \
推行 实行 推广 推进 深化 落实 建立健全 完善 健全",
);

/// Verbs of what the reporter did.
pub static ACTIONS: Lexicon = Lexicon::new(
    "审核 审查 审议 审定 研究 讨论 听取 办理 受理 查办 查处 调解 调处 接待 接访 检查 排查 抽查 巡查 核查 评查 制定 制订 出台 印发 编发 下发 修订 修改 废止 清理 公开 主动公开 公布 公示 \
答复 回复 提交 提出 收到 接到 聘请 选聘 配备 选派 招录 引进 评选 发放 派发 发布 推送 制作 印制 编印 编制 编写 拍摄 刊发 悬挂 张贴 摆放 建成 建立 设立 成立 组建 新建 打造 开设 开通 开办 \
培育 培养 组织 开展 召开 举办 举行 进行 主持 征求 征集 收集 承接 督办 督促 移送 制发 新制发 走访 参加 参与 列席 处置 处理 解决 处罚 立案 拆除 取缔 查封 扣押 约谈 签订 签署 \
出具 提供 解答 宣讲 讲授 学习 培训 轮训 出庭 应诉 旁听 批示 签批 调研 督察 督导 通报 追回 挽回 收缴 罚没 投入 争取 命名 创建 接听 回访 慰问 备案 报备 监测 起草 论证 评估 化解 办结 审结 整改 采纳 \
纠正 驳回 撤销 维持 新增 兑现 减免 帮助 指导 传达学习 集体学习 专题研究 研究审议 审理 汇报 部署 签发 包案 开庭",
);

/// Verbs that lead another one: 牵头办理, 组织开展.
pub static LEADING: Lexicon = Lexicon::new(
    "牵头 组织 协助 参与 主持 督促 推动 协调 带队 联合 指导 集中 邀请 共同 统一 主动 依法 参加 研究 集体",
);

/// Verbs that say how it came out: they tell one count from another and stay with what is counted.
pub static OUTCOMES: Lexicon = Lexicon::new(
    "办结 审结 化解 整改 采纳 纠正 驳回 撤销 维持 废止 修改 新增 完成 立案 答复 移送 应诉 出庭 处罚 解决 兑现",
);

/// What people do who are counted: stands behind what they take part in.
pub static TAKING_PART: Lexicon = Lexicon::new(
    "参与 参加 参训 参演 参考 参会 参赛 到场 到会 覆盖 受众 受益 受教育 惠及 培训 通过 观看 现场参与 现场参加 线上参与 收看 阅读 点击 播放 吸引 应考 合格 听课 报名 出席",
);

/// Where a noun phrase behind a figure ends, at the latest.
pub static ENDERS: Lexicon = Lexicon::new(
    "均 都 全部 全都 已 被 获 荣获 入选 参与 参加 参训 参演 参考 参会 进行 开展 实现 完成 下发 下沉 发放 为 是 对 正在 在 尚 通过 联动 常驻 达到 达 负责 担任 \
组成 听取 征求 件件 个个 人人 增至 减至 扩至 考取 提到 提高 升至 降至 增加 减少 压缩 缩短 扩大 审查 审核 统筹 推进 推动 签订 齐抓 协同 共同 应考 到场 到会 建成 创成 依法 现场 持续 按期 按时 进驻 入驻 \
轮流 轮值 逐一 先后 分别 用于 运行 投入 纳入 列入 接受 受到 获得 获评 获批 评为 命名 授予 提供 覆盖 围绕 针对 根据 引导 未 仍 并 通知 下达 回访 联合 牵头 到岗 持证 取得 具备 拥有 开了 提出 \
整改 办理 化解 结合 集中 涵盖 包括 涉及 由 将 与会 给 向 从 到 受 使 让 以 也 还 就 按 共 占 上门 前往 赴 深入 走进 进入 参评 轮训 观看 观摩 旁听 充实 补充 转入 提升 优化 增长 下降 \
同比 较 比 左右 之间 等 的 了 即 而 且 或 没有 仅 各 每 另 又 再 才 后 会同 挂牌 结对 落地 启动 生效 实施 执行 有 不再 无法 作出 做出 处以 给予 予以 得到 得以 作为 实行 落实 采取 利用 \
精简 压到 压减为 合并成 合并为 减为 减到 降为 升为 调整为 缩减 任 评议 把脉 组团 走街串巷 提速 轮驻 扫码 \
整合 分解 改为 合成 划分",
);

/// Words that begin like the end of a phrase and go on with it: 对口, 建设单位.
pub static KEEPS: Lexicon = Lexicon::new(
    "用户 集中供养 对口 对象 为民 比赛 比例 向导 在建 在校 在职 在册 在线 以案 从业 就业 就诊 各级 各类 未成年 依法治理 依法行政 组成部门 共建 共享 共同体 共青团 后备 后勤 后续 \
执行案 应诉案 提升行动 联合体 通知书 优化营商 到户 受理点 受援 推进会 现场会 协同平台 审核员 审查室 审查员 持证人员 审核人员 联动机制 达标 有限公司 有奖 从严治党 按摩 \
给水 使用 让利 实施方案 执行局 参考书 整改报告 化解中心 办理点 提供者 覆盖点 启动仪式 下沉干部 集中行动 旁听席 被诉 被申请人 被征收 等级 的士 或有 另案 再生 才艺 有机 有线 在编 \
任务 任职 任期 任免 集中调整 集中整治 集中宣传 集中培训 集中学习 集中检查 集中清理 集中约谈 联合执法 联合检查 联合整治 联合巡查 现场执法 现场普法 现场观摩 评议代表 评议员",
);

/// Words that have the end of a phrase in their middle: 行为, 公共.
pub static INSIDE: Lexicon = Lexicon::new(
    "行为 应对 面对 存在 现在 潜在 自由 理由 事由 成就 公共 方向 意向 供给 转让 人均 首都 成都 目的 难以 予以 认为 人为 为期 高等 平等 初等 中等 国有 所有 公有 私有 \
现有 固有 专有 特有 持有 享有 矛盾纠纷化解 调处化解 行政执行 强制执行 失信被执行 全覆盖 法律援助 重点 平安建设 合法性审查 法制审核 合法性审核 法核 决策审查 合规审查 公平竞争审查 备案审查 \
行政审批 社区矫正 对比 评比 占比 项目推进 案件办理 业务办理 窗口办理 信访化解 纠纷化解 综合行政执法 普法联合 联合执法 部门联合 风险化解 问题整改 流动 专项整改 区域联动 \
部门联动 三所联动 警民联动 法律服务 志愿服务 行政处罚 综合执法 涉企检查 重点建设 城市更新 安全生产 应急联动 校地共建 文明共建 党建共建 \
任务 责任 主任 现任 信任 任期 任职 前任 任命 任免 述法评议 测评 行风评议 民主评议",
);

/// Nouns that say too little alone: the words before the figure say what kind.
pub static GENERIC: Lexicon = Lexicon::new(
    "行动 活动 会议 培训 检查 工作 人 村 单位 企业 问题 事项 案件 服务 宣传 会 课 学习 资料 材料 意见 建议 资金 任务 项目",
);

/// Nouns of people that say too little alone: what they do says more.
pub static PEOPLE: Lexicon = Lexicon::new("人员 干部 群众 职工 党员 学员 代表 居民 村民 学生");

/// What makes those counted something more: 3个村被命名为民主法治示范村.
pub static AWARDS: Lexicon = Lexicon::new(
    "列入 被列入 被评为 被授予 被命名为 被认定为 被列为 被确定为 被表彰为 获评为 获评 获批 获得 荣获 入选 建成 创成 创建为 评为 命名为 当选",
);

/// Words of change, and what a subject is called with them.
pub static CHANGES: Lexicon = Lexicon::new(
    "提高 提升 上升 增长 增加 下降 降低 减少 回落 上涨 压缩 缩短 压减 扩大 节约 增幅 降幅 高 低 多 少 升 降",
);

/// Words of comparison before a change.
pub static COMPARED: Lexicon = Lexicon::new(
    "同比 环比 比上年同期 较上年同期 较去年同期 比去年同期 与上年相比 与去年相比 比上年度 比上年 较上年度 较上年 比去年 较去年 较往年 比往年 月均 年均 平均 逐年 同期 \
比年初 较年初 比上年末 较上年末 比去年底 较去年底 较此前 比此前 比原来 较原来 同比分别 较同期",
);

/// Outcomes that stand alone before a figure: 优秀214卷.
pub static STATES: Lexicon = Lexicon::new(
    "到位 完毕 完成 其余 保留 优秀 合格 不合格 胜诉 败诉 维持 驳回 终止 撤销 撤回 和解 履行 通过 剩余 结转 新增 成功 调解成功 \
失败 有效 失效 达成 逾期 未结 待办 在办 正在审理 正在办理 正在整改 正在推进 持续推进 持续整改 全部整改 成绩优秀 满意 基本满意 不满意 良好 一般 赞成 反对 弃权 \
及格 申请人撤回 申请人自愿撤回 主动撤回 撤诉 法院尚在审理 尚在审理 均胜诉 一审均胜诉 上年结转 含上年结转 连同上年转来 上年转来 现行有效 暂不具备条件 解释说明 专职 兼职 新办 延续 变更 终止调解 调解终止 调解结案 调解和解 诉前化解 当场处理 当场办结",
);

/// Nouns of what a figure only asks for: 4次以上的要求.
pub static EMPTY: Lexicon = Lexicon::new(
    "要求 标准 目标 规定 频次 频率 次数 底线 水平 比例 \
失败 有效 失效 达成 逾期 未结 待办 在办 正在审理 正在办理 正在整改 正在推进 持续推进 持续整改 全部整改 成绩优秀 满意 基本满意 不满意 良好 一般 赞成 反对 弃权 \
比年初 较年初 比上年末 较上年末 比去年底 较去年底 比年初的 较此前 比此前 比原来 较原来 同比分别 较同期",
);

/// Persons.
pub static PERSONS: Lexicon = Lexicon::new(
    "人员 干部 群众 职工 党员 律师 同志 居民 村民 学生 教师 师生 代表 委员 调解员 网格员 志愿者 专家 骨干 工作者 民警",
);

/// How the names of persons end.
const PERSON_ENDINGS: &str = "员长者师人生官警手民众任记家委工友童表部属徒干";

/// Whether a noun phrase names persons: 人民调解员, 机关干部, “法律明白人”.
#[must_use]
pub fn names_persons(phrase: &str) -> bool {
    let phrase = phrase.trim_end_matches(['”', '》']);
    PERSONS.end_of(phrase).is_some()
        || phrase
            .chars()
            .next_back()
            .is_some_and(|c| PERSON_ENDINGS.contains(c))
}

/// Adverbs before what is said of those counted.
pub static ADVERBS: Lexicon = Lexicon::new(
    "均 都 全部 全都 全员 已 已经 先后 依次 逐一 逐个 分别 共同 轮流 也 还 并 现场 陆续 相继 按期 按时 及时 依法 积极 统一 同步 成功 首次 全面",
);

/// What tells a number, a change or a part of those counted, and not what they did.
pub static NOT_SAID: Lexicon = Lexicon::new(
    "为 是 达 达到 增至 增加 增长 减少 减至 下降 提高 升至 降至 上升 占 比 较 同比 中 之间 左右 以上 以下 由 从 至 到 有 等 和 及 与 或 了 仅 各 每 另 又 \
而 且 但 其中 共 约 近 超 不足 精简 压缩 压减 缩短 合并 扩大 扩至 扩展 没有 未 无 件件 个个 人人 内 前 后 时 组成 负责 牵头 分 的 之 以来 期间 以内 也 还 被",
);

/// What is left of those counted before: what is said of it behind the figure says which.
pub static REST: Lexicon = Lexicon::new(
    "其余 剩余 余下 其他 另外 尚有 \
余 剩下 尚余",
);

/// Measure words that count no persons.
pub static OF_THINGS: Lexicon =
    Lexicon::new("份 件 条 篇 部 本 册 张 幅 起 宗 场 期 项 处 套 台 辆 块");

/// People and looks that something had: the words counted before say what it was. 巡演19场,观众5200人次.
pub static AUDIENCE: Lexicon = Lexicon::new(
    "观众 听众 受众 学员 粉丝 粉丝数 阅读量 总阅读量 点击量 播放量 观看量 浏览量 转发量 参与人数 参加人数 到场干部 参与群众 受益群众 受教育群众 参训人员 参与人员 参加人员 参加学生 \
到场群众 听课群众 听课人数 观看人数 服务群众 选手 参赛选手 参加干部 参学干部",
);

/// What a figure is reckoned by: the words counted before say of what. 办理事项1.47万件,日均59件.
pub static RECKONED: Lexicon = Lexicon::new(
    "日均 月均 年均 人均 户均 村均 平均 每人 每村 每户 每案 单案最高 单案最低 最高 最低 最多 最少 平均每村 平均每人 平均每天 日均约 人均约 每日 每天 \
最长 最短 平均用时 最快",
);

/// How a law ends: a list of them is called 法律法规.
pub static LAW_ENDINGS: Lexicon = Lexicon::new("法 法典 条例 规定 办法");

/// Those whose own work part three reports.
pub static PRINCIPALS: Lexicon = Lexicon::new(
    "主要负责人 主要负责同志 主要领导 党政主要负责人 党委书记 党工委书记 县委书记 区委书记 市委书记 镇长 乡长 区长 县长 市长 局长 办事处主任",
);

/// Sums, sizes and scores that something has: the words counted before say what. 审查合同137份,金额19.6亿元.
pub static ATTRIBUTES: Lexicon = Lexicon::new(
    "金额 总金额 涉及金额 涉案金额 合同金额 标的 标的额 标的合计 涉案标的 资金 涉及资金 总面积 面积 里程 总里程 长度 总长 平均分 平均得分 得分 均分 平均成绩 成绩 平均用时 用时 平均耗时 耗时 学时 人均学时",
);

/// Verbs before a sum of money.
pub static OF_MONEY: Lexicon = Lexicon::new(
    "收缴 罚没 兑现 追回 追缴 挽回 退还 投入 争取 补偿 赔付 发放 拨付 筹集 涉案 涉及 减免 免罚 讨薪",
);

/// Short spoken verbs, and the words a table wants.
pub const SPOKEN: &[(&str, &str)] = &[
    ("开会", "会议"),
    ("罚", "处罚"),
    ("查", "检查"),
    ("学", "学习"),
    ("讲", "宣讲"),
    ("审", "审核"),
    ("办", "办理"),
    ("调", "调解"),
    ("立", "立案"),
    ("破", "破案"),
];

/// Spoken words at the end of a subject, and the formal ones that a table wants.
pub const FORMAL: &[(&str, &str)] = &[
    ("答疑", "解答咨询"),
    ("了结", "处理"),
    ("来听", "听众"),
    ("应考", "参加考试"),
    ("开讲", "宣讲"),
    ("拍板", "决定"),
];

/// How the names of bodies end that act in these reports.
pub static ACTORS: Lexicon = Lexicon::new(
    "中心组 服务中心 大厅 法律顾问团 法律顾问 讲师团 宣讲团 执法大队 执法队 综治中心 委员会 工作站 平台 窗口 公职律师 律师团 调委会 司法所 党委会 党组会 常务会议 常委会 办公会 热线 志愿队 巡查队 网站 公众号 行政复议 行政诉讼 行政应诉 \
党工委 党委 党组 主要负责人 主要负责同志 主要领导 书记 镇长 乡长 区长 县长 市长 局长 主任 \
局领导 办事处主任 党工委书记 厅领导 综合执法队 调解组织 \
理论学习中心组 理论中心组",
);

/// Nouns of one character that stand alone behind a measure word.
pub const SHORT: &str = "人村镇乡站所家县区市州旗院校厂店库户案课点线室";

/// Words that begin like the opening of a clause and are none: 全面依法治县, 在线, 分局.
pub static KEPT_OPENERS: Lexicon = Lexicon::new(
    "全面依法 全面从严 依法治 依法行政 依法履职 集中学习 集中培训 集中整治 深入推进 分管 分类 分局 分层 分中心 共同体 共建 共享 共青团 对口 对外 在线 在建 在册 在职 \
将军 以案 以上 就业 就诊 与会 和谐 和解 及格 从业 从严 从轻 向社会 把关 按期 按摩 还款 还贷 已办 均衡 都市 另案 组织生活 组织部 组织法 组织机构 通过率 实施方案 实施细则 再审 再生 \
由于 有效 有限 有偿 有组织 有奖 有机 有序 有力 有害 有毒 有条件 有固定 的士 一年级 正在建 持续时间 实际控制 相关率 又犯 现有效 定期 \
正在审理 正在办理 正在整改 正在推进",
);

/// What says that a share of something follows.
pub static SHARES: Lexicon = Lexicon::new("不足 不到 超过 占比 占 仅占 接近");

/// Verbs that never are part of the name of a thing: what follows the last of them is the thing.
pub static OBJECT_VERBS: Lexicon = Lexicon::new("排查 查处 受理 化解 调处 办理 研究 审议");

/// Words that end like the closing of a clause and are none: 行为, 审计, 处分.
pub static KEPT_CLOSERS: Lexicon = Lexicon::new(
    "行为 审计 统计 会计 设计 处分 部分 积分 评分 得分 平均分 成分 签约 合约 契约 节约 预约 公共 自由 享有 国有 拥有 存在 报到 平等 表达 传达 送达 转达 是否 公有 私有 作为 目的",
);
