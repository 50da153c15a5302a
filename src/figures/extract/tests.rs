//! Tables of sentences for the scanner: what it must find and what it must leave.

use super::scan;

/// text|value|unit|qualifier of each figure, parted by `; `.
fn shown(text: &str) -> String {
    scan(text)
        .iter()
        .map(|f| {
            let unit = f.unit_word.unwrap_or(text.get(f.unit.0..f.unit.1).unwrap());
            format!(
                "{}|{}|{unit}|{}",
                text.get(f.start..f.end).unwrap(),
                f.value,
                f.qualifier.unwrap_or("-")
            )
        })
        .collect::<Vec<_>>()
        .join("; ")
}

#[test]
fn figures_are_read() {
    for (text, want) in [
        ("办理案件12件", "12件|12|件|-"),
        ("参训1.2万余人次", "1.2万余人次|12000|人次|余"),
        ("共60件(份)", "60件(份)|60|件(份)|-"),
        ("满意率达百分之九十以上", "百分之九十|90|%|以上"),
        ("每年培训3至5次", "3至5次|3|次|-"),
        ("占比60%—70%", "60%—70%|60|%|-"),
        ("投入5至10万元", "5至10万元|50000|元|-"),
        ("提高2.5个百分点", "2.5个百分点|2.5|个百分点|-"),
        ("审批时限缩短近三成", "三成|30|%|近"),
        ("接待群众近千人", "千人|1000|人|近"),
        ("听课的有两百多人", "两百多人|200|人|多"),
        ("47公职人员参加考试", "47|47||-"),
        ("不低于95%", "95%|95|%|至少"),
        ("覆盖面不足执法人员总数的5%", "5%|5|%|不足"),
        ("建成三个法治驿站", "三个|3|个|-"),
        ("物业、商户和学校三类主体", "三类|3|类|-"),
        ("主任讲授专题法治党课一次。", "一次|1|次|-"),
        ("专职人员仅一名,", "一名|1|名|-"),
        ("历时两年半", ""),
        ("连续3年获评优秀", "3年|3|年|-"),
        ("先后两次召开会议", "两次|2|次|-"),
    ] {
        assert_eq!(shown(text), want, "{text}");
    }
}
