//! Every whole number below 10^15 reads back with its value, in every style that people write numbers in: by itself, and as the figure of a sentence.

use fazhi_check::figures::extract::scan;
use fazhi_check::figures::numerals::read;
use fazhi_check::report::FigureKind;
use fazhi_check::text::Folded;
use proptest::prelude::*;

use crate::any_text::tries;

/// A number below 10,000 in Chinese signs, digit by digit.
fn group(number: u64, zero: bool) -> String {
    let digits: Vec<char> = "零一二三四五六七八九".chars().collect();
    let (mut written, mut gap) = (String::new(), zero);
    for (place, sign) in [(1000, "千"), (100, "百"), (10, "十"), (1, "")] {
        let digit = number / place % 10;
        if digit == 0 {
            gap |= !written.is_empty();
            continue;
        }
        if std::mem::take(&mut gap) {
            written.push('零');
        }
        written.push(digits[digit as usize]);
        written.push_str(sign);
    }
    written
}

/// A number below 10^16 as it is read aloud.
fn aloud(number: u64) -> String {
    let mut written = String::new();
    let groups = [
        (number / 1_000_000_000_000, "万"),
        (number / 100_000_000 % 10_000, "亿"),
        (number / 10_000 % 10_000, "万"),
        (number % 10_000, ""),
    ];
    let mut gap = false;
    for (index, (value, sign)) in groups.into_iter().enumerate() {
        if value == 0 {
            // 三万亿: the 亿 stands even where its own four places are empty.
            if index == 1 && groups[0].0 > 0 {
                written.push_str(sign);
            }
            gap = true;
            continue;
        }
        let zero = !written.is_empty() && (gap || value < 1000);
        written.push_str(&group(value, zero));
        written.push_str(sign);
        gap = false;
    }
    written
}

/// The same words with other signs.
fn in_signs(text: &str, from: &str, to: &str) -> String {
    text.chars()
        .map(|c| {
            from.chars()
                .position(|f| f == c)
                .map_or(c, |at| to.chars().nth(at).unwrap())
        })
        .collect()
}

/// Digits with something between the groups of three.
fn grouped(number: u64, between: &str) -> String {
    let digits = number.to_string();
    let mut grouped = String::new();
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (digits.len() - index).is_multiple_of(3) {
            grouped.push_str(between);
        }
        grouped.push(digit);
    }
    grouped
}

fn full_width(text: &str) -> String {
    in_signs(text, "0123456789.,%", "０１２３４５６７８９．，％")
}

/// The number in so many of a unit with all its decimals, and no zero at the end: 1.2 for 12,000 in ten thousands.
fn decimal(number: u64, unit: u64) -> String {
    let places = unit.ilog10() as usize;
    let written = format!("{}.{:0places$}", number / unit, number % unit);
    written
        .trim_end_matches('0')
        .trim_end_matches('.')
        .to_owned()
}

/// A number with its decimals as it is read aloud: 三点零五.
fn aloud_decimal(written: &str) -> String {
    let (whole, decimals) = written.split_once('.').unwrap_or((written, ""));
    let whole = match whole.parse().unwrap() {
        0 => "零".to_owned(),
        whole => aloud(whole),
    };
    if decimals.is_empty() {
        return whole;
    }
    format!(
        "{whole}点{}",
        in_signs(decimals, "0123456789", "零一二三四五六七八九")
    )
}

/// All the ways to write a number above 0.
fn styles(number: u64) -> Vec<String> {
    let plain = aloud(number);
    let digits = number.to_string();
    let mut styles = vec![
        full_width(&digits),
        full_width(&grouped(number, ",")),
        grouped(number, ","),
        in_signs(&plain, "零", "〇"),
        in_signs(&plain, "零", "○"),
        in_signs(&plain, "万亿", "萬億"),
        plain
            .replace("二千", "两千")
            .replace("二百", "两百")
            .replace("二万", "两万")
            .replace("二亿", "两亿"),
        digits,
    ];
    // A capital alone is mostly a part of a word or a name: 队伍, 陆某.
    if number >= 10 {
        styles.extend([
            in_signs(
                &plain,
                "一二三四五六七八九十百千",
                "壹贰叁肆伍陆柒捌玖拾佰仟",
            ),
            in_signs(
                &plain,
                "一二三四五六七八九十百千万亿",
                "壹貳參肆伍陸柒捌玖拾佰仟萬億",
            ),
        ]);
    }
    if let Some(short) = plain.strip_prefix("一十") {
        styles.push(format!("十{short}"));
    }
    styles.push(plain);
    for (unit, sign, traditional) in [(10_000, "万", "萬"), (100_000_000, "亿", "億")] {
        if number < unit / 100 {
            continue;
        }
        let short = decimal(number, unit);
        styles.extend([
            format!("{short}{sign}"),
            format!("{short}{traditional}"),
            full_width(&short) + sign,
            grouped(number / unit, ",") + short.find('.').map_or("", |at| &short[at..]) + sign,
        ]);
        if number / unit < 10_000 {
            styles.push(aloud_decimal(&short) + sign);
        }
    }
    let (hundred_millions, rest) = (number / 100_000_000, number % 100_000_000);
    if hundred_millions > 0 && rest > 0 && rest % 10_000 == 0 {
        // 3亿5000万
        styles.push(format!("{hundred_millions}亿{}万", rest / 10_000));
        styles.push(full_width(&format!("{hundred_millions}亿{}", rest / 10_000)) + "万");
    }
    let (ten_thousands, rest) = (number / 10_000, number % 10_000);
    if (1..10_000).contains(&ten_thousands) && rest >= 1000 {
        // 3万4000
        styles.push(format!("{ten_thousands}万{rest}"));
    }
    styles
}

fn reads_back(number: u64) {
    for style in styles(number) {
        let folded = Folded::line(&style);
        let got = read(folded.text(), 0).unwrap();
        let expected = (number as f64, folded.len());
        assert_eq!((got.value, got.end), expected, "{style} for {number}");
        // 一人 is mostly some person, and whoever counts two writes 两人.
        if matches!(style.as_str(), "一" | "二") {
            continue;
        }
        let sentence = Folded::line(&format!("全年共接待来访群众{style}人次，均已办结。"));
        let figures = scan(sentence.text());
        let values: Vec<(f64, &str)> = figures
            .iter()
            .map(|figure| {
                let (from, to) = figure.unit;
                (figure.value, &sentence.text()[from..to])
            })
            .collect();
        assert_eq!(values, [(number as f64, "人次")], "{}", sentence.text());
    }
}

/// A share in hundredths of a percent.
fn share_reads_back(hundredths: u64) {
    let (value, written) = (hundredths as f64 / 100.0, decimal(hundredths, 100));
    for (style, kind) in [
        (format!("{written}%"), FigureKind::Percent),
        (full_width(&format!("{written}%")), FigureKind::Percent),
        (format!("百分之{written}"), FigureKind::Percent),
        (
            format!("百分之{}", aloud_decimal(&written)),
            FigureKind::Percent,
        ),
        (format!("{written}个百分点"), FigureKind::Points),
        (
            format!("{}个百分点", aloud_decimal(&written)),
            FigureKind::Points,
        ),
    ] {
        let sentence = Folded::line(&format!("办结率比上年提高{style}。"));
        let figures = scan(sentence.text());
        let read: Vec<(f64, FigureKind)> = figures
            .iter()
            .map(|figure| (figure.value, figure.kind))
            .collect();
        assert_eq!(read, [(value, kind)], "{}", sentence.text());
    }
}

/// Numbers of every length, and those with many zeros, which are left out when a number is read aloud.
fn number() -> impl Strategy<Value = u64> {
    let digit = prop_oneof![3 => Just(0), 2 => 1..10_u64];
    let sparse = prop::collection::vec(digit, 1..16)
        .prop_map(|digits| digits.iter().fold(0, |number, digit| number * 10 + digit));
    let even = (1..16_u32).prop_flat_map(|digits| 1..10_u64.pow(digits));
    prop_oneof![sparse, even].prop_filter("nothing is counted", |&number| number > 0)
}

#[test]
fn the_numbers_about_every_power_of_ten_read_back() {
    for power in 0..15 {
        for times in 1..=9 {
            let about = times * 10_u64.pow(power);
            (about.saturating_sub(11).max(1)..=about + 11).for_each(reads_back);
        }
    }
}

#[test]
fn the_shares_with_few_digits_read_back() {
    (1..=1100).for_each(share_reads_back);
    (1..=120).for_each(|percent| share_reads_back(percent * 100));
}

proptest! {
    #![proptest_config(tries(1500))]

    #[test]
    fn every_number_reads_back_in_every_style(number in number()) {
        reads_back(number);
    }

    #[test]
    fn every_share_reads_back_in_every_style(hundredths in 1..20_000_u64) {
        share_reads_back(hundredths);
    }
}
