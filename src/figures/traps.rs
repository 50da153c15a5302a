//! What looks like a figure and is none, as data: set phrases, names, abstract nouns that make a slogan of a small number,
//! and the concrete ones that make a count of it.

use crate::text::lexicon::Lexicon;

/// Set phrases that hold a numeral before a measure word. What stands in quotes, in 《》, or before no measure word needs no entry.
static PHRASES: Lexicon = Lexicon::new(
    "\
三项制度 三项纪律 三项机制 三项建设 三项改革 三项任务 三项工作 三项监督 三项清单 四项权力 六项纪律 八项规定 中央八项规定 十项规定 四项监督 五项机制 三项行动 \
两件大事 三件大事 一件事 三件套 四件套 两件套 三件事 关键小事 \
三个区分开来 三个文明 四个意识 四个自信 两个维护 两个确立 四个全面 五个文明 三个代表 四个伟大 两个一百年 三个务必 两个结合 六个坚持 六个必须坚持 \
四个到位 三个到位 五个到位 四个亲自 三个服务 四个最严 三个必须 三个规定 两个责任 两个毫不动摇 两个健康 两个转变 五个一 八个一 三个一 四个一 六个一 十个一 \
十一个坚持 两个大局 三个统一 三个结合 四个结合 三个有利于 两个覆盖 三个清单 四个清单 三个走在前 三个最大 三个注重 三个为主 \
四套班子 两套班子 三套班子 一套班子 一套人马 两块牌子 两张皮 两张网 一张网 一张图 三张清单 两张清单 一张清单 四张清单 三本账 两本账 一本账 \
两条腿 两条线 两条主线 三条主线 三条底线 三条红线 一条龙 一条心 一条街 两条例 三条例 三道防线 三道关口 五道防线 一支队伍 \
三位一体 四位一体 五位一体 六位一体 多位一体 三驾马车 三家抬 一家亲 一家人 托两家 三所联动 两所联动 四所联动 五所联动 六所联动 多所联动 所所联动 三所一庭 三所一中心 两所一庭 四所一庭 \
三所共建 三所融合 三次分配 三次产业 二次供水 二次创业 二次污染 二次处罚 二次分配 二次开发 二次加压 一次性 综合查一次 只跑一次 最多跑一次 跑一次 一次办 一次告知 一次到位 \
三场硬仗 三场战役 三场攻坚战 两场战役 三大攻坚战 三份清单 三级书记 两个以上 两名以上 两人以上 二人以上 二名以上 三人以上 三名以上 三人以下 三方联动 三类人员 八类人员 \
三天两头 三年行动 五年规划 八小时 八小时外 八小时以外 四处奔走 四处走访 四处张贴 四个一批 三个一批 百花齐放 一波三折 \
两站一室 两室一厅 两站两室 四面八方 五花八门 七嘴八舌 九个字 十个字 八个字 四个字 两个字 六个字 七个有之 五个必须 三种形态 四种形态 四种危险 四种人 \
三类案件回访 二类 一类 三块一 五个方面 三个方面 四个方面 两个方面 六个方面 七个方面 八个方面 九个方面 十个方面 几个方面 \
一票否决 一把手 一盘棋 一揽子 一体化 一条鞭 一对一 一对多 一部手机 一个窗口 一个中心 一个平台 一个部门 一个章 一枚印章 一份清单 一份责任 一支笔 \
一站式 一门式 一页纸 两头 两件宝 三包 四个率先 两个百分百 三个百分百 三个确保 四个确保 两个确保 三个聚焦 四个聚焦 五个聚焦 三个强化 四个强化 五个强化 \
三个突出 四个突出 三个提升 四个提升 三个转变 四个转变 三个着力 四个着力 五个着力 三个狠抓 三个抓好 三个坚持 四个坚持 五个坚持 两个坚持 两个先行 三个同步",
);

/// Abstract nouns and verbs: 三个 before one of them is a slogan, whatever comes after.
static ABSTRACT: Lexicon = Lexicon::new(
    "方面 层面 层次 维度 角度 阶段 环节 步骤 到位 必须 坚持 统一 转变 确保 结合 维护 自信 意识 全面 务必 一律 亲自 关键 抓手 强化 提升 加强 突出 聚焦 注重 \
着力 狠抓 规定 到底 更加 规范 走在前 有利于 服从 融入 融合 覆盖 结合点 着力点 落脚点 切入点 有序 有力 主动 区分 毫不 率先 先行 同步 不放过 不动摇 不得 \
不能 不准 不变 不让 一流 一致 一样 优先 优化 深化 推动 促进 保证 围绕 贯彻 落实 明确 严格 保持 防止 机制 举措 措施 原则 要求 目标 职能 权力 承诺 内容 \
方法 做法 途径 渠道 优势 特点 特色 作用 精神 理念 观念 纪律 作风 底线 红线 防线 主线 战略 大局 格局 关口 文明 形态 危险 维 度 大 一 二 三 四 五 六 \
七 八 九 十 百",
);

/// Nouns that make a slogan of a small number unless a body or a place follows.
static SOFT: Lexicon = Lexicon::new(
    "责任 服务 任务 工作 改革 行动 工程 重点 建设 监督 风险 保障 创新 推进 领域 力量 体系 制度 方式 模式 能力 资源 关系 组织 综合",
);

/// Bodies and places, which are counted whatever stands before them.
static BODIES: Lexicon = Lexicon::new(
    "组 专班 专组 中心 站 所 室 点 队 委员会 基地 平台 街道 社区 村 单位 部门 企业 机构 窗口 品牌 项目 案件 会议 人员 领导小组 网格 片区 驿站 阵地",
);

/// Nouns of what can be counted one by one. The last character alone says it for most.
static CONCRETE: Lexicon = Lexicon::new(
    "小组 专班 专组 社区 居民区 小区 街区 园区 辖区 片区 校区 商圈 村 屯 寨 组 单位 部门 机构 机关 科室 处室 街道 乡镇 镇 乡 县 区县 市州 市 州 旗 中心 大厅 窗口 工作室 \
调解室 站 所 室 点 队 队伍 大队 中队 支队 分队 委员会 联盟 协会 企业 公司 商户 门店 市场 商场 超市 工地 项目 平台 系统 模块 品牌 基地 阵地 广场 公园 长廊 展馆 场馆 \
学校 校园 医院 银行 法院 法庭 检察院 派出所 司法所 网格 支部 党支部 党组织 党委 群 栏目 专栏 板块 专区 课堂 讲堂 课题 议题 专题 案件 案例 纠纷 问题 隐患 文件 规章 法规 \
条例 办法 方案 预案 文本 合同 协议 意见 建议 提案 事项 清单 台账 档案 报告 章程 标准 会议 活动 讲座 培训 班 期 比赛 演练 检查 调研 节目 视频 作品 短片 海报 展板 横幅 \
标语 手册 奖 奖项 荣誉 称号 典型 样板 人员 干部 律师 调解员 网格员 志愿者 专家 教师 学生 居民 村民 群众 代表 委员 书记 所长 主任 顾问 明白人 带头人 成员 团队 集体 个人 \
家庭 环境 房屋 楼宇 楼栋 旧楼区 路段 路口 河道 水库 港口 码头 车站 设备 设施 车辆 船舶 摄像头 传感器 终端 账号 号 职位 岗位 编制 名额 证书 证照 许可证 专利 商标 \
小品 戏曲 剧目 图书 书籍 读本 宣传册 宣传栏 站点 网点 点位 驿站 窗 库 馆 院 厅 厂 场 店 户 员 人 会议室 办公室 科 局 处 委 办 社",
);

/// Names of places and bodies that begin with a numeral and a word that can be a measure word.
static PLACES: Lexicon = Lexicon::new(
    "三元桥 三元区 三元里 三台县 九台区 五家渠 三家村 四家子 五台山 五台县 七台河 四会市 三间房 九间楼 三门县 三门峡 双台 四面山 五块石 五棵松  \
八面城  八里台 三座店 四座楼 三桥 五显 四套 五通桥 六股 七股 三股 五层楼 六堂  三堂镇 三堂街 九股 五部委",
);

/// Whether a set phrase or a name covers the byte where a numeral starts.
#[must_use]
pub fn in_phrase(text: &str, numeral: usize) -> bool {
    PHRASES.covers(text, numeral, true) || PLACES.covers(text, numeral, true)
}

/// Whether a text begins with a word that makes a slogan of the number before it. 工作 and the like do so only where nothing
/// follows that can be counted: 三项工作, but 五个工作专班.
#[must_use]
pub fn is_abstract(after: &str) -> bool {
    if ABSTRACT.start_of(after).is_some() {
        return true;
    }
    SOFT.strip_start(after).is_some_and(|rest| {
        let end = rest.char_indices().nth(6).map_or(rest.len(), |(at, _)| at);
        let phrase = rest.get(..end).unwrap_or_default();
        let phrase = phrase.split([',', '。', ';', '、', ':', '(', ')']).next();
        BODIES.first_in(phrase.unwrap_or_default()).is_none()
    })
}

/// Whether a noun phrase ends, or goes on, with something that can be counted one by one.
#[must_use]
pub fn names_something(phrase: &str) -> bool {
    CONCRETE.first_in(phrase).is_some()
}

/// Nouns that reports put right behind a bare number, without a measure word: 47公职人员.
static BARE: Lexicon = Lexicon::new(
    "公职人员 公务员 执法人员 行政执法人员 工作人员 机关干部 机关工作人员 干部 党员 居民 村民 群众 学生 师生 职工 律师 调解员 人民调解员 网格员 \
志愿者 法律明白人 社区 村 行政村 村居 居民区 乡镇 街道 镇街 企业 单位 部门 科室 项目 场所 家庭 委员 代表 成员单位 家长 商户",
);

/// Whether a text begins with a noun that can follow a bare number.
#[must_use]
pub fn is_bare_noun(after: &str) -> bool {
    BARE.start_of(after).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn phrases_cover_their_numeral() {
        for (text, at) in [
            ("落实三项制度", "落实".len()),
            ("最多跑一次", "最多跑".len()),
            ("五台山路", 0),
        ] {
            assert!(in_phrase(text, at), "{text}");
        }
        assert!(!in_phrase("三个社区", 0));
        assert!(is_abstract("方面发力") && !is_abstract("社区"));
        assert!(names_something("法治观察点") && !names_something("好"));
    }
}
