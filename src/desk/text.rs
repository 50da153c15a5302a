//! Every word of the list of many reports that does not stand in index.html.

use crate::app::hand::Trouble;
use crate::batch::select::Totals;
use crate::export::words::grouped;

pub const TITLE: &str = "多份核对";

pub const MATRIX: &str = "报告一览，一行一份";
pub const NO_ROWS: &str = "没有符合条件的报告。请放宽查找或者筛选。";
pub const CHOOSE: &str = "选择";
pub const BODY: &str = "单位";
pub const YEAR: &str = "年度";
pub const PARTS: &str = "部分";
pub const VERDICT: &str = "结论";
pub const CHARS: &str = "字数";
pub const CHANGED: &str = "修改时间";
pub const OTHER: &str = "不像年度报告";
pub const NO_KIND: &str = "类型不明";

pub const WAITING: &str = "等待核对";
pub const WORKING: &str = "正在核对……";
pub const SKIPPED: &str = "已取消，没有核对";

pub const UNSEARCHED: &str = "全部核对完以后，在这里列出不同单位之间雷同的段落。";
pub const TOO_FEW: &str = "至少要有两份核对过的报告，才能比较雷同。";
pub const SEARCHING: &str = "正在比较……";
pub const NO_PAIRS: &str = "没有发现不同单位之间雷同的段落。";
pub const ALIKE_HINT: &str = "下面各对报告出自不同单位，却有段落相同或者只换了地名、数字。套话、标题、法规名称和多数报告共有的语句不算。这只是线索，是否照搬请对照原文判断。点一段，就打开那一份并选中它。";

pub fn year(year: u16) -> String {
    format!("{year}年度")
}

/// How far the work has come.
pub fn told(done: usize, all: usize, failed: usize) -> String {
    let failed = match failed {
        0 => String::new(),
        failed => format!("，{failed} 份没有读出"),
    };
    if done < all {
        format!("已核对 {done} / {all} 份{failed}")
    } else {
        format!("共 {all} 份{failed}")
    }
}

/// What is said of a group besides its sums.
pub fn group(totals: &Totals) -> String {
    let lacking = match totals.lacking {
        0 => String::new(),
        lacking => format!("，{lacking} 份缺少部分"),
    };
    format!("{} 份{lacking}", totals.rows)
}

pub fn choose(name: &str) -> String {
    format!("选择“{name}”")
}

/// What is said of a report below its name.
pub fn file(kind: Option<&str>, name: &str, edited: bool) -> String {
    let edited = edited.then_some("已在这里改过");
    let parts = [kind, Some(name), edited];
    parts.into_iter().flatten().collect::<Vec<_>>().join(" · ")
}

/// What is said of an archive in the list.
pub fn unpacked(files: usize) -> String {
    format!("压缩包，里面的 {files} 个文件列在后面")
}

pub fn pair(one: &str, other: &str) -> String {
    format!("{one} 与 {other}")
}

pub fn shares([one, other]: [f64; 2], passages: usize) -> String {
    let percent = |share: f64| format!("{:.0}%", share * 100.0);
    format!(
        "{passages} 段相同或相近，占前一份的 {}、后一份的 {}",
        percent(one),
        percent(other)
    )
}

pub fn more_pairs(pairs: usize) -> String {
    format!("再看一些（还有 {pairs} 对）")
}

pub fn more_passages(passages: usize) -> String {
    format!("还有 {passages} 段")
}

/// Where a passage stands.
pub fn place(name: &str, line: usize) -> String {
    format!("打开“{name}”，第 {line} 行")
}

pub const DAY: &str = "对照日期";
pub const TURNED: &str = "上面选作“上年”的那一份年度更晚；如有不对，请交换。";
pub const YEARS_HINT: &str =
    "下面的单位有前后两年的报告，点一项就对比。也可以在“报告”里勾选任意两份。";
pub const NO_YEARS: &str =
    "列表里没有同一单位前后两年的报告。添加上一年的报告，或者在“报告”里勾选两份再对比。";
pub const INDICATORS: &str = "指标";
pub const NO_INDICATORS: &str = "两份报告都没有可以对照的指标。";
pub const INDICATOR: &str = "指标";
pub const OLD: &str = "上年";
pub const NEW: &str = "本年";
pub const CHANGE: &str = "变化";
pub const PARTS_LINES: &str = "各部分的篇幅";
pub const PLAN: &str = "上年的安排，今年的落实";
pub const NO_PLAN: &str =
    "上年的报告里没有找到下一年度安排，或者本年的报告里没有主要举措，不能对照。";
pub const PROBLEMS: &str = "又写了一遍的不足";
pub const NO_PROBLEMS: &str = "没有发现照抄上年的不足。";
pub const CARRIED: &str = "沿用上年的文字";

pub fn offer(body: &str, old: Option<u16>, new: Option<u16>) -> String {
    let year = |year: Option<u16>| year.map_or_else(String::new, |year| year.to_string());
    format!("{body}：{} → {}", year(old), year(new))
}

/// A report in a choice.
pub fn report(body: &str, year: Option<u16>, file: &str) -> String {
    let year = year.map_or_else(String::new, |year| format!(" {year}年度"));
    format!("{body}{year}（{file}）")
}

/// How a part stands, and how long it is.
pub fn part(status: &str, chars: usize) -> String {
    match chars {
        0 => status.to_owned(),
        chars => format!("{status}，{} 字", grouped(chars)),
    }
}

pub fn years_file(day: &str, form: &str) -> String {
    format!("法治年报两年对照_{day}.{form}")
}

pub fn file_name(day: &str, form: &str) -> String {
    format!("法治年报多份核对_{day}.{form}")
}

/// Why nothing is told of what is alike.
pub fn unfound(why: Trouble) -> &'static str {
    match why {
        Trouble::Unloaded => "比较程序没有下载下来。请检查网络，添加任意一份报告会重新比较。",
        Trouble::Slow => "比较太久，已经停止。请清空列表，减少份数后再试一次。",
        Trouble::Broken | Trouble::Ended => "比较时程序出错。请清空列表，减少份数后再试一次。",
    }
}

/// Why a report could not be checked.
pub fn unchecked(why: Trouble) -> &'static str {
    match why {
        Trouble::Unloaded => "核对程序没有下载下来。请检查网络后再试一次。",
        Trouble::Slow => "核对时间太长，已经停止。请单独打开这一份看看。",
        Trouble::Broken | Trouble::Ended => "核对时程序出错。请单独打开这一份看看。",
    }
}
