//! Which small Chinese numerals are numbers, and which are only part of a word: 一切, 四川, 万一, 五一.

use super::super::numerals::{Numeral, char_at, starts_numeral};
use super::super::units;
use crate::text::lexicon::Lexicon;

/// Words that hold a numeral and count nothing.
static WORDS: Lexicon = Lexicon::new(
    "\
一切 一定 一般 一起 一样 一直 一些 一旦 一同 一致 一律 一贯 一向 一再 一味 一并 一道 一带 一体 一流 一手 一心 一面 一时 一度 一行 一连 一如 一经 一举 一线 一生 一身 一阵 一番 \
一共 一方面 一部分 一会儿 一下 一点儿 一块儿 一口气 一次性 一把手 一揽子 一路上 一头雾水 一家人 一级 一本正经 一张一弛 一条龙 一把抓 万一 唯一 惟一 统一 同一 单一 逐一 专一 划一 不一 \
之一 任一 合一 归一 第一线 进一步 百姓 百货 百科 百般 百年大计 千方百计 千家万户 千万别 千万不 千万要 千万莫 万事 万物 万能 万分 万般 万岁 万众 万里长城 十分 十足 十全十美 九牛一毛 四川 四处 四周 四面八方 \
四季 四肢 五官 五谷 五金 五行 五花八门 五湖四海 六神无主 七夕 七嘴八舌 七上八下 八卦 八方 八路军 三思 三军 三角 三国 三峡 三亚 三明 三秦 三番五次 三心二意 三言两语 三三两两 \
二维码 二手 二胡 二氧化 两岸 两侧 两旁 两边 两极 两口子 两面派 五角大楼 五角星 九霄 九州 九江 一一",
);

/// Measure words of everyday language beyond those that reports use; one character each.
const MEASURES: &str = "个只头口匹条根支枝把张片块面幅件项台辆架艘座栋间所家户层道扇盏盘碗杯瓶罐桶箱盒包袋篮筐捆束朵棵株粒颗滴本册页篇章节段句首幕场次回遍趟届期批组队群班排双对副套种类\
部集封笔份门堂课元角分毛斤两克吨升米里尺寸亩年月日号天周秒点岁代楼名位人根串窝顶身滩摊股成倍";

/// Words that may follow a number which stands for itself: 答案是五而不是六.
const FOLLOWING: &str = "是这那而和与或跟及到至比大小加减乘除等的了在也就都则又";

/// Whether a numeral is only part of a word.
pub fn is_word(text: &str, numeral: &Numeral) -> bool {
    if !numeral.chinese || numeral.decimal || numeral.qualifier.is_some() {
        return false;
    }
    let Some(written) = text.get(numeral.start..numeral.body) else {
        return false;
    };
    let mut signs = written.chars();
    let (first, second) = (signs.next(), signs.next());
    // 九九, 一一
    if numeral.chars == 2 && first == second {
        return true;
    }
    let closes = char_at(text, numeral.end).is_none_or(|next| !next.is_alphanumeric());
    // The 千 of 五十千
    if numeral.round && numeral.chars == 1 && closes {
        return true;
    }
    let many = numeral.chars > 1 && !numeral.round;
    WORDS.covers(text, numeral.start, true) || !(many || stands_for_itself(text, numeral))
}

/// Whether what follows lets a single sign count: the end, a mark, a measure word, a little word of grammar.
fn stands_for_itself(text: &str, numeral: &Numeral) -> bool {
    let Some(next) = char_at(text, numeral.end) else {
        return true;
    };
    !next.is_alphabetic()
        || next.is_ascii()
        || starts_numeral(next)
        || MEASURES.contains(next)
        || FOLLOWING.contains(next)
        || text
            .get(numeral.end..)
            .is_some_and(|rest| units::read(rest).is_some())
}
