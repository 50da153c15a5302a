//! The place that a report speaks for, by its name, and other names of places of the same rank.

use crate::document::Document;
use crate::report::Element;
use crate::rules::nearby::{blocks, lead, tail};
use crate::text::Span;
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

/// The kinds of places, rank by rank.
const RANKS: [&[&str]; 3] = [&["街道", "镇", "乡"], &["县", "区", "旗"], &["市"]];

/// What the names of bodies end with behind the place.
static BODIES: Lexicon = Lexicon::new("人民政府 政府 办事处 党工委 工作委员会 委员会 党委 委");

/// The name of a place, or of an office of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Name<'d> {
    /// 白石镇, without the places above it.
    pub place: &'d str,
    /// 镇
    pub kind: &'static str,
    /// 水利局, where the body is an office of the place.
    pub office: &'d str,
}

impl<'d> Name<'d> {
    /// Reads the name of a body.
    pub fn read(text: &'d str) -> Option<Self> {
        let text =
            text.trim_start_matches(|c: char| c.is_ascii_digit() || "年度关于《".contains(c));
        let text = text.strip_prefix("中共").unwrap_or(text);
        let bare = BODIES.strip_end(text).unwrap_or(text);
        Self::of_place(bare).or_else(|| {
            let places = text.char_indices().rev();
            let mut places = places.filter(|(_, c)| "县区旗市".contains(*c));
            // 市 in 市场监督管理局 or 城市管理局 is no place: another one stands before it.
            places.find_map(|(at, c)| {
                let (place, office) = text.split_at_checked(at + c.len_utf8())?;
                let place = Self::of_place(place)?;
                let whole = !place.core().contains(['省', '市', '县', '区', '旗']);
                whole.then_some(Self { office, ..place })
            })
        })
    }

    fn of_place(text: &'d str) -> Option<Self> {
        let kind = RANKS
            .into_iter()
            .flatten()
            .find(|kind| text.ends_with(*kind))?;
        let core = text.strip_suffix(kind)?;
        // The places above it go, where a name of two characters is left.
        let above = core.char_indices().rev().skip(2);
        let cut = above
            .filter(|(_, c)| "省市县区州盟旗会府局".contains(*c))
            .map(|(at, c)| at + c.len_utf8())
            .next()
            .unwrap_or(0);
        let place = text.get(cut..)?;
        let core = core.get(cut..)?;
        ((2..=5).contains(&core.chars().count()) && core.chars().all(is_han)).then_some(Self {
            place,
            kind,
            office: "",
        })
    }

    /// The name without the word for the kind of place.
    pub fn core(&self) -> &'d str {
        self.place.strip_suffix(self.kind).unwrap_or(self.place)
    }

    /// The kinds of places that its name could be mistaken for: a town may be left from the draft of a street.
    fn rank(&self) -> &[&'static str] {
        let [lowest, ..] = &RANKS;
        if lowest.contains(&self.kind) {
            lowest
        } else {
            std::slice::from_ref(&self.kind)
        }
    }
}

/// The name in the title.
pub(super) fn in_title<'d>(document: &'d Document<'_>) -> Option<Name<'d>> {
    let title = document.found.title_folded.as_str();
    let title = title.trim_start_matches(|c: char| c.is_ascii_digit() || "年度关于《".contains(c));
    static ENDS: Lexicon = Lexicon::new("20 19 关于 法治 贯彻 落实 推进 依法");
    let (end, _) = ENDS.first_in(title)?;
    Name::read(title.get(..end)?)
}

/// The name in an element.
pub(super) fn in_element<'d>(
    document: &'d Document<'_>,
    element: &Option<Element<Span>>,
) -> Option<Name<'d>> {
    let range = document.layout.folded_range(element.as_ref()?.span);
    let words = document.folded(&range);
    Name::read(words.trim_end_matches("文件"))
}

/// The name of the body that reports: in the title, the letterhead, the signature.
pub(super) fn name<'d>(document: &'d Document<'_>) -> Option<Name<'d>> {
    let elements = &document.found.elements;
    in_title(document)
        .or_else(|| in_element(document, &elements.issuer))
        .or_else(|| in_element(document, &elements.signature))
}

/// Another name of the rank of the own one, as it stands in the text.
pub(super) struct Other<'d> {
    /// The name.
    pub place: &'d str,
    /// Where it starts in the folded text.
    pub at: usize,
    /// Whether it differs from the own name in one character only.
    pub typo: bool,
    /// Whether it stands where the own name would: as one who acts, as the whole of a count.
    pub acts: bool,
}

/// Words before a name: behind them it begins.
static LEADS: Lexicon = Lexicon::new(
    "期间 以来 来 年 月 日 底 初 时 后 前 内 中 上 下 在 由 对 为 向 将 把 使 动 保 了",
);

/// Verbs before the name of a body that does or has what follows.
static LED_BY: Lexicon = Lexicon::new(
    "结合 提升 强化 加强 落实 推进 确保 维护 依托 根据 按照 开创 优化 深化 促进 助力 规范 立足 经 一是 二是 三是 四是 五是 增强 夯实 保障 \
     完善 健全 谱写 服务 印发",
);

/// What a body does, or what belongs to it, right behind its name.
static ACTS: Lexicon = Lexicon::new(
    "组织 召开 开展 印发 制定 出台 成立 建立 严格 坚持 深入 认真 积极 持续 全面 扎实 切实 高度 结合 累计 共 党委 党工委 \
     办事处 人民政府 政府 综合 辖区 境内 各村 各社区 机关 领导班子 主要 依法 将 把 始终 不断 进一步 推进 落实 范围 全体 \
     立足 紧扣 聚焦 围绕 紧紧 有序 牢牢 牢固 树立 贯彻 学习 按照 通过 坚决 统筹 加大 加快 加强 创新 强化 深化 健全 完善 \
     构建 推动 推行 探索 主动 充分 压实 着力 大力 以 在 于 未发生 无",
);

/// What a town or a county has, behind its name; a common noun before 区 or 市 could have it too.
static HAS: Lexicon = Lexicon::new(
    "群众 干部 村民 居民 党员 集镇 打造 司法所 综合执法 综治中心 法治 平安 全域 实际 纪委 人大 高质量 领导 法律顾问 年度 便民 政务 普法 \
     调委会 人民调解 微信 公众号 社会 和谐 经济 乡村 执法 队伍 建设 的普法 的法治 的执法 的依法 法制 网格 被评 被授予 荣获 获评 获得 \
     全年 班子 职工 工作人员 “一 “法 矛盾 信访 基层 发展 营商 公共法律 应急 安全 平台 公开 党政 书记 镇长 乡长 县长 县委 党组织 20",
);

/// What a body does with papers of its own: 印发《某镇工作要点》.
static ISSUES: Lexicon = Lexicon::new("印发 制定 修订 编制 出台 发布 公布 审议 制发 完善");

/// What follows the name of a city that is not the own one nor the one above.
static WHOLE: Lexicon = Lexicon::new("境内 辖区 范围 各 打造成 建设成 建成 法治政府建设");

/// Words that tell why another place is named.
static REASONS: Lexicon = Lexicon::new(
    "考察 交流 借鉴 参观 赴 前往 联合 会同 协同 协作 共建 结对 毗邻 相邻 接壤 邻近 周边 法院 公司 \
     当事人 起诉 诉讼 上诉 原告 被告 户籍 来自 支援 帮扶 对口 跨 联动 签订 经验 推广 例如 比如 部分 \
     个别 典型 转发 通报 合并 撤 划转 联席 试点 选取 选择 率先 为例",
);

/// Words that stand before 县政府 and 镇党委, and are no names.
static VERBS: Lexicon = Lexicon::new(
    "召开 成立 组织 审查 审核 提请 报送 推动 加强 落实 接受 完善 制定 印发 主持 参加 参与 配合 协调 督促 指导 服务 \
     支持 协助 代表 经过 通过 按照 根据 围绕 结合 依托 立足 健全 强化 规范 严格 坚持 深化 提升 优化 创建 打造 建设 \
     建立 形成 实现 开展 举办 举行 邀请 聘请 充实 调整 保障 履行 发挥 压实 明确 确保 提高 促进 助力 带动 引导 带领 \
     提交 上报 呈报 传达 学习 贯彻 执行 研究 讨论 审议 修订 起草 清理 公布 公开 全程 法律 党政 聚焦 紧扣 紧跟 紧紧 \
     服从 听取 汇报 受理 办理 化解 调解 检查 排查 整治 查处 受到 获得 荣获 获评 覆盖 辐射 惠及 深入 走进 走遍 下沉 \
     联系 定期 及时 多次 先后 共同 统筹 牵头 作为 成为 报请 呈请 列入 纳入 高于 低于 现有 全年 年度 工作 任务 包括 \
     涉及 关于 利用 借助 运用 使用 用活 用足 抓实 管住 派驻 进驻 入驻 发动 动员 推送 投入 安排 指派 委派 派出 交由 方便 便于 帮助 教育 \
     引领 打通 激活 盘活 擦亮 守护 守住 走访 挂牌 派发 反映 体现 关注 关心 事关 有助 有利 面向 对照 参照 遵循 遵守 属于 位于 设在 \
     放在 辖内 推进 切实 认真 积极 主动 持续 不断 进一 扎实 广泛 充分 有效 全面 依法 依规 上级 同级 直接 具体 分别",
);

/// What makes a common noun or a class of places of what stands before the kind.
static NO_NAMES: Lexicon = Lexicon::new(
    "特色 中心 重点 文明 卫生 平安 示范 试点 法治 小城 建制 民族 沿海 边境 全部 相关 有关 其他 所有 \
     商业 商贸 步行 城市 农村 城乡 老旧 生活 美丽 活力 幸福 五好 产业 文旅 旅游 农业 经济 物流 交通 行政 服务 功能 \
     人口 百强 所辖 下辖 所属 省级 市级 县级 区级 本级 社会 主要 园林 先进 智慧 工业 生态 繁华 主干 重要 沿线",
);

/// Names of the own rank that are not the own name, and stand alone: in no list, without a reason for naming another place.
pub(super) fn others<'d>(document: &'d Document<'_>, own: &Name<'_>) -> Vec<Other<'d>> {
    let mut others = Vec::new();
    let body = document.found.body_start;
    for (start, text) in blocks(document) {
        if start < body || start >= document.found.body_end {
            continue;
        }
        for kind in own.rank() {
            for (at, _) in text.match_indices(*kind) {
                let found = other(text, at, kind, own);
                others.extend(found.map(|found| Other {
                    at: start + found.at,
                    ..found
                }));
            }
        }
    }
    crate::sort::by_key(&mut others, |other| other.at as u64);
    others
}

/// The name that ends with the kind at a byte of a paragraph.
fn other<'d>(text: &'d str, at: usize, kind: &str, own: &Name<'_>) -> Option<Other<'d>> {
    let end = at + kind.len();
    let after = text.get(end..)?.strip_prefix(own.office)?;
    // 乡村, 乡镇, 县城, 市场 and their like are other words; in a list places are named for themselves.
    let other = match kind {
        "乡" => "村镇土间情愁贤亲",
        "镇" => "街区域级",
        "街道" => "口",
        "县" => "城域级区市",
        _ => "场域级民直区县",
    };
    if after.starts_with(|c| other.contains(c) || "、和与及等委里".contains(c)) {
        return None;
    }
    let before = text.get(..at)?;
    let like = own.core().chars().count();
    let mut starts = before.char_indices().rev().map(|(at, _)| at);
    let starts: [Option<usize>; 4] = std::array::from_fn(|_| starts.next());
    let from = |count: usize| starts.get(count.checked_sub(1)?).copied().flatten();
    let core = |count: usize| {
        before
            .get(from(count)?..)
            .filter(|core| is_core(core, kind))
    };
    let typo = core(like).filter(|core| kind == own.kind && differs_once(core, own.core()));
    let named = || {
        [2, 3].into_iter().find_map(|count| {
            let name = core(count)?;
            let before = before.get(..from(count)?)?;
            let led = tells(kind) && LED_BY.end_of(before).is_some();
            (led || begins(before)).then_some(name)
        })
    };
    let (core, typo) = typo
        .map(|core| (core, true))
        .or_else(|| Some((named()?, false)))?;
    let first = at - core.len();
    let before = text.get(..first)?;
    let listed = before.ends_with(['、', '和', '与', '及', '原', '同']);
    if core == own.core() || listed || own.core().ends_with(core) || core.ends_with(own.core()) {
        return None;
    }
    let clause = tail(after).split(',').next().unwrap_or_default();
    let sentence = [lead(before), clause];
    if sentence.iter().any(|half| REASONS.first_in(half).is_some()) {
        return None;
    }
    let issued = before
        .strip_suffix('《')
        .and_then(|lead| ISSUES.end_of(lead));
    let acts = counts_parts(after)
        || issued.is_some()
        || if kind == "市" {
            WHOLE.starts(after)
        } else {
            ACTS.start_of(after).is_some() || tells(kind) && HAS.start_of(after).is_some()
        };
    // Two characters with one in common may be the end of a longer name.
    if typo && !acts && like < 3 && !begins(before) && VERBS.end_of(before).is_none() {
        return None;
    }
    Some(Other {
        place: text.get(first..end)?,
        at: first,
        typo,
        acts,
    })
}

/// Whether a kind of place stands behind names more than behind common nouns and verbs, as in 商贸区 and 用活街道公众号.
fn tells(kind: &str) -> bool {
    !matches!(kind, "区" | "市" | "街道")
}

/// Whether a name can begin behind these words.
fn begins(before: &str) -> bool {
    before.chars().next_back().is_none_or(|c| !is_han(c)) || LEADS.end_of(before).is_some()
}

/// Whether these characters can be the name of a place of a kind.
fn is_core(core: &str, kind: &str) -> bool {
    const NEVER: &str = "各全本我该某每两几好的了和在与及等多其此一二三四五六七八九十百千乡镇县区市街道村社级强们向对把以由被经将审查召送绕至到使让";
    // 城镇, 下乡, 超市, 园区 are common nouns, 依法治镇 is none.
    let last = match kind {
        "镇" => "治城集古名重坐小",
        "乡" => "治下返家水回故侨城老同他异",
        "街道" => "治背沿主次商华干",
        "区" => "治园辖景校片地库厂矿林牧灾院展新管护验范发能小城山郊",
        "市" => "治超门城上股楼夜集菜外",
        _ => "治贫郊困大强",
    };
    // 原 is no first character of it but says that the name is of the past.
    !core.starts_with('原')
        && core.chars().all(|c| is_han(c) && !NEVER.contains(c))
        && !core.ends_with(|c| last.contains(c))
        && VERBS.first_in(core).is_none()
        && NO_NAMES.end_of(core).is_none()
}

/// Whether a number of parts of the place follows: 76个乡镇.
fn counts_parts(after: &str) -> bool {
    static PARTS: Lexicon = Lexicon::new("乡 镇 街道 县 区 村 社区 部门 单位");
    let rest = after.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = rest
        .strip_prefix(['个', '家'])
        .filter(|_| rest.len() < after.len());
    rest.is_some_and(|rest| PARTS.starts(rest))
}

/// Whether two names of one length differ in one character, which is none that tells neighbours apart.
fn differs_once(one: &str, two: &str) -> bool {
    const NEIGHBOURS: &str = "东西南北上下前后左右内外新老大小中";
    if one.len() != two.len() {
        return false;
    }
    let mut different = one.chars().zip(two.chars()).filter(|(a, b)| a != b);
    match (different.next(), different.next()) {
        (Some((a, b)), None) => !NEIGHBOURS.contains(a) || !NEIGHBOURS.contains(b),
        _ => false,
    }
}
