//! Every form of numeral. That whole numbers written in every style read back is a law: `tests/laws/numerals.rs`.

use super::*;

#[test]
fn numerals_have_their_value() {
    for (text, value) in [
        ("1,234|件", 1234.0),
        ("12 345|人", 12345.0),
        ("1|,2,3", 1.0),
        ("0.5万余|元", 5000.0),
        ("650余万|元", 6_500_000.0),
        ("1千余|条", 1000.0),
        ("1.36亿|元", 136_000_000.0),
        ("1.2万亿|元", 1.2e12),
        ("1亿2000万|元", 120_000_000.0),
        ("7亿2万3千4百|人", 700_023_400.0),
        ("2千零30|户", 2030.0),
        ("6万零500|人", 60_500.0),
        ("5|千克", 5.0),
        ("7.6|个百分点", 7.6),
        ("三|", 3.0),
        ("二十余|次", 20.0),
        ("三十余万|次", 300_000.0),
        ("十几|次", 10.0),
        ("三百零几万|次", 3_000_000.0),
        ("十几万多亿|", 1e13),
        ("一百零五|", 105.0),
        ("两万三千|", 23000.0),
        ("一百二十万|", 1_200_000.0),
        ("三万亿|", 3e12),
        ("千余|人", 1000.0),
        ("万余|人", 10000.0),
        ("七八|个", 7.0),
        ("二三十|个", 20.0),
        ("十七八|岁", 17.0),
        ("二〇二三|年", 2023.0),
        ("二○一九|年", 2019.0),
        ("一千零五十万|", 10_500_000.0),
        ("万万万|", 1e12),
        ("二百五|", 250.0),
        ("三千六百四|", 3640.0),
        ("九万四|", 94000.0),
        ("一万零十二|", 10012.0),
        ("一百十五|", 115.0),
        ("两万三千亿|", 2.3e12),
        ("六十七亿零八|", 6_700_000_008.0),
        ("3万4000|人", 34000.0),
        ("三点五万|件", 35000.0),
        ("一千八点五|", 1800.5),
        ("三千点零|", 3000.0),
        ("零点五|个百分点", 0.5),
        ("46.73万|元", 467_300.0),
        ("廿三|日", 23.0),
        ("一百卅五|", 135.0),
        ("数十|次", 10.0),
        ("几百万|元", 1_000_000.0),
        ("数千余|人", 1000.0),
        ("半百|", 50.0),
        ("壹佰贰拾叁万|元", 1_230_000.0),
        ("伍仟零陆拾|元", 5060.0),
        ("兩億三千萬|元", 230_000_000.0),
    ] {
        let (numeral, rest) = text.split_once('|').unwrap();
        let got = read(&format!("{numeral}{rest}"), 0).unwrap();
        assert_eq!((got.value, got.end), (value, numeral.len()), "{text}");
    }
}

#[test]
fn a_numeral_ends_where_another_word_begins() {
    for (text, value, rest) in [
        ("六十千", 60.0, "千"),
        ("七十百分位", 70.0, "百分位"),
        ("三百点两", 300.0, "点两"),
        ("三点五十分", 3.0, "点五十分"),
        ("九点五分开始", 9.0, "点五分开始"),
        ("万一", 10000.0, "一"),
        ("一百零食", 100.0, "零食"),
        ("三百多件", 300.0, "件"),
        ("二百千瓦", 200.0, "千瓦"),
        ("五百分点", 5.0, "百分点"),
        ("2万2023年", 22023.0, "年"),
        ("2千2023年", 2000.0, "2023年"),
        ("三五成群", 3.0, "成群"),
    ] {
        let got = read(text, 0).unwrap();
        assert_eq!(
            (got.value, text.get(got.end..)),
            (value, Some(rest)),
            "{text}"
        );
    }
    for (text, body) in [("四百多", "四百"), ("二十几", "二十"), ("十多万", "十多万")]
    {
        let got = read(text, 0).unwrap();
        assert_eq!(text.get(..got.body), Some(body), "{text}");
    }
    for text in ["数据", "几个", "数十五", "半年", "百分点", "件", ""] {
        assert_eq!(read(text, 0), None, "{text}");
    }
}

#[test]
fn characters_of_many_meanings_start_a_numeral_only_in_company() {
    let starting = |text: &str, at: usize| starts(text, at, char_at(text, at).unwrap());
    for text in [
        "数百人",
        "几十户",
        "零点八",
        "半百",
        "伍拾元",
        "陆佰",
        "廿一",
        "参仟",
    ] {
        assert!(starting(text, 0), "{text}");
    }
    for text in [
        "数据",
        "几个",
        "零件",
        "零点工程",
        "半年",
        "伍陆",
        "参加",
        "陆续",
        "拾金不昧",
    ] {
        assert!(!starting(text, 0), "{text}");
    }
    assert!(!starting("人数百余", "人".len()));
    assert!(starting("走访数百户", "走访".len()));
}

#[test]
fn shares_have_their_value() {
    for (text, part, whole, bare) in [
        ("百分之九十", 90.0, 100.0, true),
        ("百分之九十九点五", 99.5, 100.0, true),
        ("百分之零点三", 0.3, 100.0, true),
        ("百分之百", 100.0, 100.0, true),
        ("百分之96.5", 96.5, 100.0, true),
        ("百分之2,500", 2500.0, 100.0, true),
        ("三分之二", 2.0, 3.0, false),
        ("千分之三", 3.0, 1000.0, true),
        ("千万分之八", 8.0, 1e7, true),
        ("一万分之五", 5.0, 10000.0, false),
        ("两百分之十万", 100_000.0, 200.0, false),
        ("六千三分之一", 1.0, 6300.0, false),
    ] {
        let got = share(text, &read(text, 0).unwrap()).unwrap();
        assert_eq!(
            (got.part.end, got.part.value, got.whole, got.bare),
            (text.len(), part, whole, bare),
            "{text}"
        );
    }
    for text in ["百分之", "十分", "三分之路", "百分点"] {
        let got = read(text, 0).and_then(|whole| share(text, &whole));
        assert_eq!(got, None, "{text}");
    }
}

#[test]
fn numbers_without_end_stay_numbers() {
    for sign in [
        "9",
        "1,",
        "万",
        "亿",
        "九",
        "一二",
        "十百千",
        "数十",
        "二〇",
        "三点五",
        "9万",
        "百分之",
        "又",
        "两百点两",
        "几百几十",
    ] {
        let text = sign.repeat(2000);
        let mut at = 0;
        while let Some(c) = char_at(&text, at) {
            let got = starts(&text, at, c).then(|| read(&text, at)).flatten();
            assert!(
                got.is_none_or(|numeral| numeral.value.is_finite() && numeral.end > at),
                "{sign}"
            );
            at = got.map_or(at + c.len_utf8(), |numeral| numeral.end);
        }
    }
}

#[test]
fn no_start_of_a_numeral_is_passed_over() {
    let starts = |c: &char| super::starts_numeral(*c) || super::signs::plain(*c).is_some();
    for c in ('\0'..='\u{ffff}').filter(starts) {
        assert!(super::signs::may_start(c), "{c}");
    }
}
