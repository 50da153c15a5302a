//! Every word of the list of many reports.

use crate::app::hand::Trouble;

pub const TITLE: &str = "多份核对";

/// Why a report could not be checked.
pub fn unchecked(why: Trouble) -> &'static str {
    match why {
        Trouble::Unloaded => "核对程序没有下载下来。请检查网络后再试一次。",
        Trouble::Slow => "核对时间太长，已经停止。请单独打开这一份看看。",
        Trouble::Broken | Trouble::Ended => "核对时程序出错。请单独打开这一份看看。",
    }
}
