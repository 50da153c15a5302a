//! Measure words as data, and what kind of quantity each makes.

use super::numerals;
use crate::report::FigureKind::{self, Count, Duration, Measure, Money, Percent, Points};

/// A measure word at the start of a text.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Unit {
    /// Bytes it takes.
    pub len: usize,
    /// What kind of quantity it makes.
    pub kind: FigureKind,
}

/// The measure words of one kind, parted by spaces.
const WORDS: &[(FigureKind, &str)] = &[
    (
        Count,
        "个 个次 项 项次 次 场 场次 件 件次 起 起次 例 例次 宗 桩 单 笔 人 人次 名 名次 位 位次 户 户次 家 家次 所 所次 处 处次 座 条 条次 篇 篇次 \
         部 部次 本 册 份 份次 封 张 幅 块 面 套 台 台次 台套 辆 辆次 艘 艘次 架 架次 栋 幢 间 间次 对 组 组次 支 支次 批 批次 轮 轮次 遍 届 期 期次 回 \
         趟 堂 堂次 节 节次 课时 学时 课次 门 门次 档 卷 卷次 集 页 字 则 首 句 款 种 类 大 道 层 排 枚 颗 棵 株 丛 头 只 条次 尾 羽 \
         瓶 桶 箱 盒 包 袋 粒 罐 束 盆 盏 根 片 眼 桌 席 床 通 通次 点次 站次 店次 村次 车次 班次 航次 趟次 艘 车 只次 宗次 案次 \
         讲 口 串 顶 路 幕 曲 窝 班 盘 匹 具 杆 支次 面次 封次 幅次 人天 人日 工时 倍 分 点位 网点 人份 股 项目次 剂次 针次 票 帧 档次 案 庭",
    ),
    (Percent, "% ﹪ ‰ 成 折"),
    (Points, "个百分点 百分点 个千分点 千分点"),
    (Money, "元 美元 欧元 日元 港元 港币 英镑 元人民币 块钱 元钱"),
    (
        Measure,
        "米 公里 千米 厘米 毫米 海里 延米 延长米 平米 平方米 平方公里 平方千米 平方 方 立方 立方米 立方公里 公顷 亩 平方英里 吨 公吨 千克 公斤 克 毫克 斤 升 毫升 \
         标准煤 吨标准煤 千瓦 兆瓦 瓦 千瓦时 度电 千伏 兆 微克 分贝 吨次 车公里 ㎡ m² m2 km² km km2 m kg t L GB TB MB kW MW",
    ),
    (
        Duration,
        "天 小时 个小时 分钟 秒 秒钟 个月 周 个星期 星期 工作日 个工作日 日历天 自然日 年 个季度 个半天 个自然日 个学期 岁 周岁",
    ),
];

/// A measure word, and the characters that make another word of it when they follow: 部 in 2部门, 期 in 2期间.
const NOT_BEFORE: &[(&str, &str)] = &[
    ("人", "大均民类员生口"),
    ("个", "性体税私别"),
    ("次", "日数生要品"),
    ("场", "所馆地景面"),
    ("件", "套"),
    ("名", "称单录片牌"),
    ("位", "置移于居列"),
    ("家", "庭长属具电"),
    ("处", "级长置理罚分"),
    ("条", "例款"),
    ("部", "门委队署分"),
    ("本", "年月次级市县区街乡镇村地身职单局院报土科"),
    ("份", "额"),
    ("期", "间限货末初望"),
    ("项", "目"),
    ("组", "织长成建"),
    ("对", "接标照于象口策应外内的"),
    ("支", "持部队出付撑行援教"),
    ("批", "评准复示发捕"),
    ("面", "向对积临貌试"),
    ("台", "账风湾"),
    ("间", "接隔断"),
    ("档", "案"),
    ("单", "位独行元一项方"),
    ("节", "点约日假能水气"),
    ("门", "诊户口店牌禁前峡源头"),
    ("层", "级面次"),
    ("通", "过知报行道用"),
    ("道", "路德教"),
    ("大", "道厦学队街"),
    ("类", "别似"),
    ("套", "路"),
    ("回", "复访应头"),
    ("片", "区"),
    ("点", "钟"),
    ("车", "辆间站位道库"),
    ("头", "条衔雁"),
    ("分", "之局中会别类支所队行步析管布级散公"),
    ("字", "号"),
    ("页", "珍"),
    ("集", "中体团聚成合约市镇贸"),
    ("卷", "宗烟"),
    ("首", "先次问违要个届席创批"),
    ("排", "查水污名"),
    ("根", "据"),
    ("方", "面案式法向可"),
    ("票", "据"),
    ("站", "点"),
    ("米", "面"),
    ("天", "津"),
    ("周", "边年"),
    ("元", "旦"),
    ("成", "员立为果效功熟都本绩长套交年人份"),
    ("折", "页叠旧算合射扣腰磨返子戏回冲中损服桥"),
    ("兆", "示"),
    ("升", "级"),
    ("束", "缚"),
    ("包", "括"),
    ("句", "话"),
    ("只", "有要能需"),
    ("克", "服"),
    ("款", "项"),
    ("种", "植"),
    ("讲", "话解师述座授坛"),
    ("口", "岸碑径号子"),
    ("串", "联标"),
    ("顶", "层格岗"),
    ("路", "径边线人段灯"),
    ("班", "子组级长次主"),
    ("具", "体有备"),
    ("盘", "活"),
    ("曲", "线"),
    ("案", "件例由卷底情板发"),
    ("庭", "审长室前外院"),
];

/// Measure words that stand for something to be counted even right behind a small Chinese numeral: two of them are hardly a set phrase.
const CONCRETE: &str = "遍 讲 次 场 场次 件 件次 起 例 宗 名 人 人次 户 户次 家 家次 份 篇 部 册 座 辆 台 栋 幢 间 所 处 位 期 批次 堂 课时 学时 件次 个次 项次 条次 卷 封 \
                        个月 天 个工作日 小时 个小时 倍 美元 吨 亩 公里 米 万元";

/// The measure word at the start of a text, the longest that fits.
#[must_use]
pub fn read(text: &str) -> Option<Unit> {
    let first = text.chars().next()?;
    let table = table();
    let from = table.partition_point(|entry| entry.first < first);
    table
        .get(from..)?
        .iter()
        .take_while(|entry| entry.first == first)
        .find(|entry| text.starts_with(entry.word) && fits(entry, text))
        .map(|entry| Unit {
            len: entry.word.len(),
            kind: entry.kind,
        })
}

/// Tenths in hundredths, with what is written behind the word: 七成, 七成六, 两成半, 八五折. How many hundredths, and the bytes behind.
#[must_use]
pub fn tenths(value: f64, behind: &str) -> (f64, usize) {
    let whole = if value <= 10.0 { value * 10.0 } else { value };
    let Some(first) = behind.chars().next() else {
        return (whole, 0);
    };
    let len = first.len_utf8();
    let more = match first {
        '半' => Some(5),
        '0'..='9' => first.to_digit(10),
        _ => numerals::digit(first).map(u32::from),
    };
    // 两成三个月: there the digit counts something else.
    let rest = behind.get(len..).unwrap_or_default();
    match more {
        Some(more) if read(rest).is_none() && !rest.starts_with(numerals::starts_numeral) => {
            (whole + f64::from(more), len)
        }
        _ => (whole, 0),
    }
}

/// Whether a measure word counts something even behind a small Chinese numeral.
#[must_use]
pub fn is_concrete(word: &str) -> bool {
    CONCRETE.split(' ').any(|entry| entry == word)
}

/// A measure word, ready to be looked up.
struct Entry {
    first: char,
    word: &'static str,
    kind: FigureKind,
    /// Characters that make another word of it.
    not_before: &'static str,
}

/// Whether the next character leaves the measure word what it is.
fn fits(entry: &Entry, text: &str) -> bool {
    let rest = text.get(entry.word.len()..).unwrap_or_default();
    let Some(after) = rest.chars().next() else {
        return true;
    };
    if entry.word.is_ascii() && entry.word != "%" {
        return !after.is_ascii_alphanumeric();
    }
    match (entry.word, after) {
        // 6支队伍, but 二支队
        ("支", '队') => rest.starts_with("队伍"),
        // 5项目标, but 12项目
        ("项", '目') => rest.starts_with("目标"),
        _ => !entry.not_before.contains(after),
    }
}

/// All measure words by their first character, the longest first.
fn table() -> &'static [Entry] {
    static TABLE: std::sync::LazyLock<Vec<Entry>> = std::sync::LazyLock::new(|| {
        let words = WORDS.iter().flat_map(|&(kind, words)| {
            words.split_ascii_whitespace().map(move |word| (word, kind))
        });
        let mut table: Vec<Entry> = words
            .filter_map(|(word, kind)| {
                Some(Entry {
                    first: word.chars().next()?,
                    word,
                    kind,
                    not_before: NOT_BEFORE
                        .iter()
                        .find(|(entry, _)| *entry == word)
                        .map_or("", |(_, next)| next),
                })
            })
            .collect();
        crate::sort::by_key(&mut table, |entry| u64::MAX - entry.word.len() as u64);
        crate::sort::by_key(&mut table, |entry| u64::from(entry.first));
        table
    });
    &TABLE
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_longest_measure_word_is_read() {
        for (text, word, kind) in [
            ("件次,参与", "件次", Count),
            ("人次参加", "人次", Count),
            ("个百分点。", "个百分点", Points),
            ("个工作日内", "个工作日", Duration),
            ("平方公里", "平方公里", Measure),
            ("元", "元", Money),
            ("%以上", "%", Percent),
            ("项目标", "项", Count),
            ("部法律", "部", Count),
            ("成多", "成", Percent),
            ("kg大米", "kg", Measure),
        ] {
            let unit = read(text).unwrap();
            assert_eq!(
                (text.get(..unit.len).unwrap(), unit.kind),
                (word, kind),
                "{text}"
            );
        }
    }

    #[test]
    fn a_word_that_only_begins_like_one_is_none() {
        for text in [
            "部门",
            "场所",
            "项目",
            "期间",
            "分之一",
            "成员单位",
            "单位",
            "支队",
            "号",
            "版本X",
            "",
            "月",
            "mm",
        ] {
            let got = read(text);
            assert!(got.is_none() || text == "版本X", "{text}: {got:?}");
        }
    }
}
