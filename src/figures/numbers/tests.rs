//! Each kind of reading, its forms, and what is none.

use super::*;
use crate::text::Folded;

/// text=value unit of each reading of a kind, parted by spaces; of a range its ends, `[` where the end is in it.
fn shown(text: &str, kind: Kind) -> String {
    let folded = Folded::line(text);
    let end = |end: Option<Bound>| match end {
        Some(end) => format!("{}{}", if end.included { "=" } else { "" }, end.value),
        None => String::new(),
    };
    all(folded.text())
        .iter()
        .filter(|reading| reading.kind == kind)
        .map(|reading| {
            let text = folded.slice(reading.start, reading.end);
            match reading.interval {
                Some(interval) => format!("{text}={}..{}", end(interval.low), end(interval.high)),
                None => format!("{text}={}{}", reading.value, reading.unit),
            }
        })
        .collect::<Vec<_>>()
        .join(" ")
}

fn check(kind: Kind, cases: &[(&str, &str)]) {
    for (text, want) in cases {
        assert_eq!(shown(text, kind), *want, "{text}");
    }
}

#[test]
fn numbers_leave_out_what_they_count() {
    check(
        Kind::Number,
        &[
            ("三千二百六", "三千二百六=3260"),
            ("共 ３，２１５ 人", "3,215=3215"),
            ("六百 余万", "六百余万=6000000"),
            ("六百多", "六百=600"),
            ("三百点两", "三百=300 两=2"),
            ("七十百", "七十=70"),
            ("百分之六十", "六十=60"),
            ("三百分之六", "三百分之六=0.02"),
            ("十分之七", "十分之七=0.7"),
            ("2又四分之一", "2又四分之一=2.25"),
            ("还剩四分之", "四=4"),
            ("答案不是七而是九", "七=7 九=9"),
            ("三頭牛", "三=3"),
            ("零", "零=0"),
            ("捌", "捌=8"),
            ("拾柒", "拾柒=17"),
            ("半百之年", "半百=50"),
            ("第六次", "六=6"),
        ],
    );
}

#[test]
fn words_that_hold_a_numeral_are_no_numbers() {
    for text in [
        "一切顺利",
        "一听就懂",
        "家住四川",
        "八八牌",
        "万一有雨",
        "千万不要",
        "十分满意",
        "三三两两",
        "百姓",
        "唯一",
        "统一思想",
        "队伍",
        "参加",
        "收拾",
        "陆续到场",
        "数据",
        "几个问题",
        "五角大楼",
        "三亚湾",
        "之一",
    ] {
        assert_eq!(shown(text, Kind::Number), "", "{text}");
    }
}

#[test]
fn percentages_are_told_in_hundredths() {
    check(
        Kind::Percentage,
        &[
            ("８．５％", "8.5%=8.5%"),
            ("3‰", "3‰=0.3%"),
            ("百分之１，２５０", "百分之1,250=1250%"),
            ("千分之４", "千分之4=0.4%"),
            ("百万分之七", "百万分之七=0.0007%"),
            ("三十    个百分点", "三十个百分点=30%"),
            ("八成 三", "八成三=83%"),
            ("两成半", "两成半=25%"),
            ("半 成", "半成=5%"),
            ("六点五成,十成", "六点五成=65% 十成=100%"),
            ("七成三个月内", "七成=70%"),
            ("九五折", "九五折=95%"),
            ("百分之三四十", ""),
            ("三百分之六", ""),
            ("半成品", ""),
            ("八成员", ""),
            ("参训人数达300成倍增长", ""),
        ],
    );
}

#[test]
fn ranges_have_their_ends() {
    check(
        Kind::NumberRange,
        &[
            ("三到八个", "三到八==3..8"),
            ("30 - 80个", "30-80==30..80"),
            ("介于三十和八十之间", "介于三十和八十之间==30..80"),
            ("3至8万", "3至8万==30000..80000"),
            ("三十和八十", ""),
            ("八十到三十", ""),
            ("超过了八百", "超过了八百=800.."),
            ("至少有8项", "至少有8==8.."),
            ("不超过百分之五", "不超过百分之五=..=5"),
            ("不到三十", "不到三十=..30"),
            ("占比过半数,过30", "过30=30.."),
            ("经过30天", ""),
            ("等于6", "等于6==6..=6"),
            ("八百以上", "八百以上=800.."),
            ("30个及以下", "30个及以下=..=30"),
            ("比六十高一些", "比六十高=60.."),
            (
                "比三分之一大，比三分之二小",
                "比三分之一大,比三分之二小=0.3333333333333333..0.6666666666666666",
            ),
            ("最多80最少30", "最多80最少30==30..=80"),
            ("三十以上六十以下", "三十以上六十以下=30..60"),
            ("二十几万", "二十几万=200000.."),
            ("六十多", "六十多=60.."),
            ("六十", ""),
        ],
    );
}

#[test]
fn quantities_have_their_unit() {
    check(
        Kind::Dimension,
        &[
            ("三点二千克", "三点二千克=3.2千克"),
            ("身高172 cm", "172 cm=172cm"),
            ("四尺半", "四尺半=4.5尺"),
            ("四十两", "四十两=40两"),
            ("六千比特", "六千比特=6千比特"),
            ("三十公里每小时", "三十公里每小时=30公里每小时"),
            ("下午3:00 pm", ""),
            ("三里屯", ""),
            ("一位老师", ""),
        ],
    );
    check(
        Kind::Currency,
        &[
            ("人民币 六千元", "人民币六千元=6000元"),
            ("3亿元人民币", "3亿元人民币=300000000元人民币"),
            ("五角", "五角=5角"),
            ("五角大楼", ""),
            ("25元旦", ""),
        ],
    );
    check(
        Kind::Age,
        &[
            ("他六十岁了", "六十岁=60岁"),
            ("八个月大", "八个月大=8个月大"),
            ("十六周岁半", "十六周岁半=16.5周岁"),
            ("八个月", ""),
        ],
    );
    check(
        Kind::Ordinal,
        &[
            ("第３０", "第30=30"),
            ("第五万回", "第五万=50000"),
            ("第三方", "第三=3"),
        ],
    );
}

#[test]
fn no_text_breaks_the_listing() {
    for unit in [
        "万",
        "9",
        "一百分之",
        "又",
        "比3大",
        "至少",
        "第",
        "三到",
        "3-",
        "半成",
        "零",
        "人民币1元",
        "数几",
    ] {
        let text = unit.repeat(3000);
        for reading in all(&text) {
            assert!(
                reading.value.is_finite() && text.get(reading.start..reading.end).is_some(),
                "{unit}"
            );
        }
    }
    assert_eq!(all(""), []);
}
