//! Names of ordinary people in cases, in a public draft: 申请人李四海诉…, 张建国（男，1985年生）.

use super::is_public;
use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "J07",
    slug: "person-in-case",
    title: "公开稿里有案件当事人的姓名",
    category: Category::Publication,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "“申请人”“当事人”“原告”“违法行为人”等后面的全名，或者写着性别的姓名。",
    why: "公开的案例一般隐去普通当事人的姓名，写“张某”（《个人信息保护法》）。",
    example: "“申请人李四海不服行政处罚”，应写“申请人李某”。“当事人张某”不查；报送稿不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(SEXES.into_iter().chain(ROLES.words())), check),
};

/// What stands behind a name.
const SEXES: [&str; 2] = ["(男,", "(女,"];
/// What stands before one.
static ROLES: Lexicon = Lexicon::new(
    "申请人 当事人 原告 上访人 信访人 违法行为人 嫌疑人 社区矫正对象 吸毒人员 刑满释放人员",
);
/// What goes on behind the name after a role.
static BEHIND: Lexicon = Lexicon::new("诉 不服 因 系 与 反映");

/// The commonest family names that begin few other words.
const FAMILY: &str = "王李张刘陈杨赵吴徐孙朱胡郭罗梁宋郑谢韩唐冯董萧曹袁邓傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎潘杜戴夏钟汪姜范谭廖邹熊秦邱侯";
/// These hide a name, or belong to none.
const NO_NAME: &str = "某×x先女氏的地之";

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    if !is_public(document) {
        return None;
    }
    let name = if hit.index < SEXES.len() {
        // （女，1985年生）; （女，满族）stands in lists of members.
        hit.after.chars().take(6).find(char::is_ascii_digit)?;
        let length = [3, 2].into_iter().find_map(|chars| {
            let (at, _) = hit.before.char_indices().rev().nth(chars - 1)?;
            let name = hit.before.get(at..)?;
            is_name(name).then_some(name.len())
        })?;
        hit.range.start - length..hit.range.start
    } else {
        let length = [2, 3].into_iter().find_map(|chars| {
            let (end, _) = hit.after.char_indices().nth(chars)?;
            let (name, behind) = hit.after.split_at_checked(end)?;
            let ends = BEHIND.starts(behind);
            (ends && is_name(name)).then_some(end)
        })?;
        hit.range.end..hit.range.end + length
    };
    let message = "公开稿里出现了当事人的全名，公开前请隐去，只留姓氏。";
    Some(Draft::at(Severity::Notice, document.span(&name), message))
}

fn is_name(words: &str) -> bool {
    words.starts_with(|c| FAMILY.contains(c))
        && words.chars().all(is_han)
        && !words.contains(|c| NO_NAME.contains(c))
}
