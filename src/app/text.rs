//! All words of the page that do not stand in index.html. What a report holds is put into words by `export::words`, which the files share.

use super::export::Form;
use super::hand::Trouble;
use super::state::{Notice, Tab};
use crate::export::Fact;
use crate::listing::Column;
use crate::report::Severity;

pub const NAME: &str = "法治年报核对";

pub const TABS_LABEL: &str = "核对结果的内容";

/// What the report in the editor is called in the list, where it came from no file.
pub const THIS: &str = "正在编辑的这一份";
pub const DESK: &str = "多份核对的程序";

pub const SAMPLE: &str = "示例";
pub const SAMPLE_FILE: &str = "示例.txt";

pub const BODY_KIND: &str = "单位类型";
pub const REPORT_YEAR: &str = "报告年度";

pub const CLOSE: &str = "关闭";

pub const OTHER_GENRE: &str = "看起来不是法治政府建设年度报告";
pub const OTHER_GENRE_WHY: &str = "文中没有找到这类报告的标题和章节，所以没有逐项核对，下面也不列缺项。如果确实是，请检查是否粘贴完整，尤其是标题和各部分的小标题。";
pub const OTHER_GENRE_SEE: &str = "标题结构和数据仍可在“结构”“数据”中查看。";

pub const COVERAGE: &str = "建议写到的内容";
pub const NOT_SEEN: &str = "未见";
pub const ELEMENTS: &str = "识别到的要素";
pub const BASIS: &str = "依据：";
pub const RULE: &str = "规则：";
pub const WHAT: &str = "查什么：";
pub const WHY: &str = "为什么：";
pub const EXAMPLE: &str = "例：";
pub const ELEMENT_NAMES: [&str; 7] = [
    "标题",
    "发文机关",
    "发文字号",
    "签发人",
    "主送机关",
    "署名",
    "成文日期",
];

pub const NO_SECTIONS: &str = "没有找到小标题。";
pub const NO_FIGURES: &str = "没有找到数据。";
pub const NO_FINDINGS: &str = "没有发现问题。";
pub const FIGURES_LABEL: &str = "报告中的数据";
pub const NO_ROWS: &str = "没有符合条件的数据。";
pub const NO_SUBJECT: &str = "对象未识别";
pub const PART: &str = "其中";
pub const FILTERS_LABEL: &str = "筛选数据";
pub const SEARCH: &str = "搜索数据";
pub const INDICATOR: &str = "指标";
pub const ALL_INDICATORS: &str = "全部指标";
pub const NO_INDICATOR: &str = "未归入指标";
pub const SECTION: &str = "章节";
pub const ALL_SECTIONS: &str = "全部章节";
pub const NO_SECTION: &str = "标题之前";
pub const CLEAR: &str = "清除筛选";
pub const COPY: &str = "复制";

pub const NOTHING_TO_PRINT: &str = "还没有核对结果。请先在页面上粘贴或者打开一份报告，再打印。";
pub const NOT_YET_PRINTED: &str = "打印要用的程序还没有下载下来。请检查网络，稍后再打印一次。";

/// What writes down a check.
pub const EXPORT: &str = "导出要用的程序";
pub const COPY_SUMMARY: &str = "复制摘要";
pub const COPIED_SUMMARY: &str = "已复制摘要 ✓";

pub const GUIDE: &str = "规则说明";
pub const GUIDE_TEXTS: &str = "规则的说明";
pub const GUIDE_LIST: &str = "全部规则";
pub const GUIDE_CATEGORIES: &str = "规则的类别";
pub const GUIDE_SEARCH: &str = "搜索规则";
pub const GUIDE_HINT: &str = "编号、名称或任何字词";
pub const GUIDE_NOTHING: &str = "没有符合的规则。换个字词，或者清空搜索框看全部规则。";

pub const DRAFT_UNSAFE: &str = "不是 https 网址，不能安全存放，所以不保存";
pub const DRAFT_UNSAVED: &str = "草稿没有存下";

pub const CHARTS: &str = "篇幅和主题一览";
/// What each picture shows, and what its two columns hold.
pub const LENGTHS: [&str; 3] = ["各部分的篇幅", "部分和章节", "字数"];
pub const TOPICS: [&str; 3] = ["各主题的数据", "主题", "项数"];
pub const NO_TOPIC: &str = "其他";

pub const SEE_ALSO: &str = "另见";
pub const INSERT_HEADING: &str = "插入标题";
pub const SEE_TEXT: &str = "看原文";
pub const CHANGE_TO: &str = "改为";
pub const CHANGE_FROM: &str = "原文";

// 问题

pub const SEVERITIES_LABEL: &str = "按程度筛选";
pub const ALL: &str = "全部";
pub const KEYS: [(&str, &str); 7] = [
    ("F8", "下一处"),
    ("Shift+F8", "上一处"),
    ("↑↓", "移动"),
    ("Enter", "看原文"),
    ("A", "应用"),
    ("I", "忽略"),
    ("U", "撤销忽略"),
];
pub const IGNORE: &str = "忽略";
pub const IGNORED: &str = "已忽略";
pub const IGNORED_ONE: &str = "已忽略这一处";
pub const RESTORE: &str = "恢复";
pub const RESTORED: &str = "已恢复这一处";
pub const RESTORE_ALL: &str = "全部恢复";
pub const RESTORED_ALL: &str = "已全部恢复";
pub const ABOUT_RULE: &str = "规则说明";
pub const FIRST_AGAIN: &str = "回到第一条";
pub const LAST_AGAIN: &str = "回到最后一条";
pub const NOWHERE: &str = "没有可以逐处查看的问题";

/// Many findings of one rule in a line.
pub fn fold(rule: &str, count: usize) -> String {
    format!("“{rule}” {count} 处")
}

pub fn apply_all(count: usize) -> String {
    format!("应用全部确定的修改（{count}）")
}

pub fn applied(fixes: usize, edits: usize) -> String {
    match (fixes, edits) {
        (1, edits) => format!("已修改 {edits} 处"),
        (fixes, edits) if fixes == edits => format!("已应用 {fixes} 项修改"),
        (fixes, edits) => format!("已应用 {fixes} 项修改，共 {edits} 处"),
    }
}

/// Behind the first of many like changes.
pub fn places(count: usize) -> String {
    format!("（共 {count} 处）")
}

pub fn ignored(count: usize) -> String {
    format!("{IGNORED}（{count}）")
}

pub fn none_of(severity: Severity) -> String {
    format!("没有{}。", severity.name())
}

/// What is said where no finding stands.
pub fn no_findings(ignored: usize) -> String {
    match ignored {
        0 => NO_FINDINGS.to_owned(),
        ignored => format!("没有其他问题，忽略了 {ignored} 处。"),
    }
}

/// What is read out when a finding is come to.
pub fn stepped(wrapped: &str, severity: Severity, message: &str) -> String {
    let wrapped = if wrapped.is_empty() {
        String::new()
    } else {
        format!("{wrapped}。")
    };
    format!("{wrapped}{}：{message}", severity.name())
}

/// The name of a tab.
pub fn tab(tab: Tab) -> &'static str {
    match tab {
        Tab::Checklist => "清单",
        Tab::Sections => "结构",
        Tab::Figures => "数据",
        Tab::Findings => "问题",
    }
}

/// What is left to the page to recognise.
pub fn recognise(what: &str) -> String {
    format!("{what}自动识别")
}

pub fn unrecognised(what: &str) -> String {
    format!("{what}没有识别出")
}

pub fn recognised(what: &str) -> String {
    format!("{what}（识别）")
}

pub fn year(year: u16) -> String {
    format!("{year} 年度")
}

pub fn chars(count: &str) -> String {
    format!("{count} 字")
}

pub fn part_size(count: &str, share: &str) -> String {
    format!("{count} 字，占 {share}")
}

pub fn took(elapsed_us: u64) -> String {
    match elapsed_us / 1000 {
        0 => "核对用时不到 1 毫秒".to_owned(),
        ms => format!("核对用时 {ms} 毫秒"),
    }
}

pub fn coverage(seen: usize, all: usize) -> String {
    format!("{COVERAGE} · {seen} / {all}")
}

pub fn severity_unit(severity: Severity) -> String {
    format!("处{}", severity.name())
}

pub fn more(count: usize) -> String {
    format!("再显示 {count} 项")
}

pub fn figures(count: usize) -> String {
    format!("{count} 项数据")
}

/// The head of a column of the table of figures.
pub fn column(column: Column) -> &'static str {
    match column {
        Column::Name => "指标/对象",
        Column::Value => "数值",
        Column::Unit => "单位",
        Column::Section => "章节",
        Column::Sentence => "原句",
    }
}

pub fn shown(rows: usize, all: usize) -> String {
    format!("显示 {rows} / {all} 项")
}

/// A choice of rows; one below another is set in.
pub fn group(name: &str, depth: usize, count: usize) -> String {
    format!("{}{name}（{count}）", "　".repeat(depth))
}

pub fn copied(rows: usize) -> String {
    format!("已复制 {rows} 项")
}

pub fn length(chars: &str, share: &str) -> String {
    format!("{chars} 字，{share}")
}

pub fn items(count: usize) -> String {
    format!("{count} 项")
}

pub fn line(number: usize) -> String {
    format!("第 {number} 行")
}

/// What is read out after a check.
pub fn announcement(headline: &str, errors: usize, warnings: usize) -> String {
    let found = match (errors, warnings) {
        (0, 0) => "没有发现错误".to_owned(),
        (errors, 0) => format!("发现 {errors} 处错误"),
        (0, warnings) => format!("发现 {warnings} 处提醒"),
        (errors, warnings) => format!("发现 {errors} 处错误、{warnings} 处提醒"),
    };
    if headline.is_empty() {
        found
    } else {
        format!("{headline}，{found}")
    }
}

pub fn unread(name: &str, why: &str) -> Notice {
    Notice {
        title: format!("没有打开“{name}”"),
        body: why.to_owned(),
        of_check: false,
    }
}

pub fn unread_by_browser() -> &'static str {
    "浏览器读不到这个文件。请确认它没有被移动，也没有被别的程序占用，再试一次。"
}

/// Why a reader gave no text; none where it was given up.
pub fn unread_by_reader(why: Trouble) -> Option<String> {
    let why = match why {
        Trouble::Unloaded => {
            "读取这种文件的程序没有下载下来。请检查网络后再打开一次，或者打开文件，全选复制后粘贴到这里。"
        }
        Trouble::Broken => {
            "读取时程序出错，文件可能已损坏。请在 Word 或 WPS 中打开，另存一份再试，或者全选复制后粘贴到这里。"
        }
        Trouble::Slow => {
            "读取超过 10 秒，已经停止。请在 Word 或 WPS 中打开，全选复制后粘贴到这里。"
        }
        Trouble::Ended => return None,
    };
    Some(why.to_owned())
}

pub fn undropped() -> Notice {
    Notice {
        title: "拖进来的文件没有打开".to_owned(),
        body: unread_by_browser().to_owned(),
        of_check: false,
    }
}

pub fn reading(name: &str) -> String {
    format!("正在读取“{name}”……")
}

pub fn untold(what: &str) -> Notice {
    Notice {
        title: format!("{what}没有下载下来"),
        body: "请检查网络后再打开一次。".to_owned(),
        of_check: false,
    }
}

pub fn uncopied() -> Notice {
    Notice {
        title: "没有复制成功".to_owned(),
        body: "浏览器没有允许本页使用剪贴板。请在浏览器的网站设置中允许后再试，或者用“导出”保存。"
            .to_owned(),
        of_check: false,
    }
}

pub fn cancelled() -> Notice {
    Notice {
        title: "已取消核对".to_owned(),
        body: "文字没有动。改动任意一处，会重新核对。".to_owned(),
        of_check: true,
    }
}

pub fn hung() -> Notice {
    Notice {
        title: "核对太久，已经停止".to_owned(),
        body: "文字没有动。改动任意一处会重新核对；文字特别长时，请分段核对。".to_owned(),
        of_check: true,
    }
}

pub fn crashed() -> Notice {
    Notice {
        title: "核对时程序出错".to_owned(),
        body: "文字没有动。改动任意一处会重新核对；如果还是出错，请把文字分成几段核对。".to_owned(),
        of_check: true,
    }
}

/// The name of a copy with comments, without its ending.
pub fn annotated(file: &str) -> String {
    let stem = file.rsplit_once('.').map_or(file, |(stem, _)| stem);
    format!("{stem}_批注")
}

/// What a form is called, and which one may take its place.
fn program(form: Form) -> (&'static str, &'static str) {
    match form {
        Form::Docx => ("Word", "，或者改用“核对单（网页，可打印）”"),
        Form::Annotated => ("Word", "。原来的文件被移动或者改动过的，请重新打开再导出"),
        _ => ("Excel", "，或者改用“数据（CSV）”，Excel 也能打开"),
    }
}

pub fn writing(form: Form) -> String {
    format!("正在生成 {} 文件……", program(form).0)
}

pub fn unwritten(form: Form, why: Trouble) -> Notice {
    let (program, instead) = program(form);
    let why = match why {
        Trouble::Unloaded => {
            format!("生成 {program} 文件的程序没有下载下来。请检查网络后再导出一次")
        }
        Trouble::Broken => "生成时程序出错，核对结果没有动。请再导出一次".to_owned(),
        Trouble::Slow | Trouble::Ended => {
            "时间太长，已经停止，核对结果没有动。请再导出一次".to_owned()
        }
    };
    Notice {
        title: format!("没有生成 {program} 文件"),
        body: format!("{why}{instead}。"),
        of_check: false,
    }
}

pub fn unsaved(name: &str) -> Notice {
    Notice {
        title: format!("没有保存“{name}”"),
        body: "浏览器没有让保存文件。请在浏览器设置中允许本页下载，再导出一次。".to_owned(),
        of_check: false,
    }
}

/// What an exported file says of the check.
pub fn about(file: &str, date: &str) -> Vec<Fact> {
    let tool = format!("{NAME} {}", env!("CARGO_PKG_VERSION"));
    let file = (!file.is_empty()).then(|| ("文件", file.to_owned()));
    file.into_iter()
        .chain([("核对日期", date.to_owned()), ("核对工具", tool)])
        .collect()
}

pub fn rules_shown(shown: usize, all: usize) -> String {
    if shown == all {
        format!("共 {all} 条")
    } else {
        format!("找到 {shown} / {all} 条")
    }
}

pub fn restored() -> Notice {
    Notice {
        title: "已恢复本机草稿".to_owned(),
        body: "这是上次留在这台电脑浏览器里的文字。不需要时请清空；文字从正文和本机一并删去。"
            .to_owned(),
        of_check: false,
    }
}

pub fn draft_unsaved() -> Notice {
    Notice {
        title: DRAFT_UNSAVED.to_owned(),
        body: "浏览器没有让本页在这台电脑上存东西：可能是无痕窗口，或者空间已满。核对不受影响；离开本页前请自行保存文字。"
            .to_owned(),
        of_check: false,
    }
}
