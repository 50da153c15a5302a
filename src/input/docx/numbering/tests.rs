use super::super::tests::Parts;

/// Levels of a list, told by format and template, and what more stands in them.
fn kind(id: usize, levels: &[(&str, &str, &str)]) -> String {
    let levels = levels.iter().enumerate().map(|(depth, (format, text, more))| {
        format!(r#"<w:lvl w:ilvl="{depth}"><w:start w:val="1"/><w:numFmt w:val="{format}"/>{more}<w:lvlText w:val="{text}"/></w:lvl>"#)
    });
    format!(
        r#"<w:abstractNum w:abstractNumId="{id}">{}</w:abstractNum>"#,
        levels.collect::<String>()
    )
}

fn list(id: usize, kind: usize, more: &str) -> String {
    format!(r#"<w:num w:numId="{id}"><w:abstractNumId w:val="{kind}"/>{more}</w:num>"#)
}

/// Paragraphs in lists: the list, the level, the words.
fn body(paragraphs: &[(usize, usize, &str)]) -> String {
    let paragraphs = paragraphs.iter().map(|(list, level, words)| {
        format!(r#"<w:p><w:pPr><w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{list}"/></w:numPr></w:pPr><w:r><w:t>{words}</w:t></w:r></w:p>"#)
    });
    paragraphs.collect()
}

fn lines(numbering: &str, paragraphs: &[(usize, usize, &str)]) -> Vec<String> {
    let body = body(paragraphs);
    let text = Parts {
        body: &body,
        numbering,
        ..Parts::default()
    }
    .text();
    text.lines().map(str::to_owned).collect()
}

/// The levels of official papers (GB/T 9704—2012, 7.3.3).
fn official() -> String {
    kind(
        0,
        &[
            ("chineseCountingThousand", "%1、", ""),
            ("chineseCountingThousand", "（%2）", ""),
            ("decimal", "%3.", ""),
            ("decimal", "（%4）", ""),
            ("decimalEnclosedCircleChinese", "%5", ""),
        ],
    )
}

#[test]
fn numbers_stand_as_they_would_be_typed() {
    let numbering = official() + &list(1, 0, "");
    let got = lines(
        &numbering,
        &[
            (1, 0, "举措"),
            (1, 1, "学习"),
            (1, 1, "执法"),
            (1, 2, "检查"),
            (1, 3, "街道"),
            (1, 4, "沿街"),
            (1, 4, "背街"),
            (0, 0, "正文"),
            (1, 0, "不足"),
            (1, 1, "力量"),
            (1, 2, "编制"),
        ],
    );
    assert_eq!(
        got,
        [
            "一、举措",
            "（一）学习",
            "（二）执法",
            "1.检查",
            "（1）街道",
            "①沿街",
            "②背街",
            "正文",
            "二、不足",
            "（一）力量",
            "1.编制"
        ]
    );
}

#[test]
fn what_parts_number_and_words_is_what_is_needed() {
    for (format, text, more, line) in [
        ("decimal", "%1、", r#"<w:suff w:val="space"/>"#, "1、甲"),
        ("decimal", "%1", "", "1 甲"),
        ("decimal", "%1", r#"<w:suff w:val="nothing"/>"#, "1甲"),
        ("chineseCounting", "第%1章", "", "第一章 甲"),
        ("decimal", "  %1.  ", "", "1.甲"),
        ("bullet", "\u{f06c}", "", "甲"),
        ("none", "", "", "甲"),
        ("none", "附件：", "", "附件：甲"),
        ("decimal", "50%%1", "", "50%1 甲"),
        ("decimal", "%1.%9%0", "", "1.%0 甲"),
        ("decimal", "%1.", "<w:rPr><w:vanish/></w:rPr>", "甲"),
    ] {
        let numbering = kind(0, &[(format, text, more)]) + &list(1, 0, "");
        assert_eq!(
            lines(&numbering, &[(1, 0, "甲")]),
            [line],
            "{format} {text}"
        );
    }
    let long = "%1".repeat(200);
    let numbering = kind(0, &[("decimal", &long, "")]) + &list(1, 0, "");
    assert_eq!(lines(&numbering, &[(1, 0, "甲")]), ["甲"]);
}

#[test]
fn levels_show_others_and_begin_anew_as_they_say() {
    let numbering = kind(
        0,
        &[
            ("chineseCounting", "%1、", ""),
            ("decimal", "%1.%2", "<w:isLgl/>"),
            ("decimal", "%2-%3", r#"<w:lvlRestart w:val="1"/>"#),
            ("lowerLetter", "%4)", r#"<w:lvlRestart w:val="0"/>"#),
        ],
    ) + &list(1, 0, "");
    let order = [0, 1, 2, 3, 1, 2, 3, 0, 1, 2, 3];
    let got = lines(&numbering, &order.map(|level| (1, level, "甲")));
    let all = [
        "一、", "1.1 ", "1-1 ", "a)", "1.2 ", "2-2 ", "b)", "二、", "2.1 ", "1-1 ", "c)",
    ];
    assert_eq!(got, all.map(|number| format!("{number}甲")));
    // A level without the one above it shows where that would begin.
    assert_eq!(lines(&numbering, &[(1, 1, "甲")]), ["1.1 甲"]);
}

#[test]
fn lists_of_a_kind_go_on_unless_they_begin_anew() {
    let anew = r#"<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>"#;
    let own = r#"<w:lvlOverride w:ilvl="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="(%1)"/></w:lvl></w:lvlOverride>"#;
    let numbering =
        official() + &list(1, 0, "") + &list(2, 0, "") + &list(3, 0, anew) + &list(4, 0, own);
    let order = [1, 2, 1, 3, 3, 1, 4];
    let got = lines(&numbering, &order.map(|list| (list, 0, "甲")));
    let all = ["一、", "二、", "三、", "五、", "六、", "七、", "(8)"];
    assert_eq!(got, all.map(|number| format!("{number}甲")));
}

#[test]
fn styles_put_paragraphs_in_lists() {
    let numbering = kind(
        0,
        &[
            ("chineseCounting", "%1、", r#"<w:pStyle w:val="one"/>"#),
            ("chineseCounting", "（%2）", r#"<w:pStyle w:val="two"/>"#),
        ],
    ) + &list(1, 0, "");
    let styles = r#"<w:style w:type="paragraph" w:styleId="one"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="two"><w:basedOn w:val="one"/></w:style>
        <w:style w:type="paragraph" w:styleId="level"><w:basedOn w:val="one"/><w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>
        <w:style w:type="paragraph" w:styleId="out"><w:basedOn w:val="one"/><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:style>"#;
    let line = |style: &str, more: &str| {
        format!(
            r#"<w:p><w:pPr><w:pStyle w:val="{style}"/>{more}</w:pPr><w:r><w:t>甲</w:t></w:r></w:p>"#
        )
    };
    let body = [
        line("one", ""),
        line("two", ""),
        line("level", ""),
        line("out", ""),
        line("one", r#"<w:numPr><w:numId w:val="0"/></w:numPr>"#),
        line(
            "one",
            r#"<w:pPrChange><w:pPr><w:numPr><w:numId w:val="0"/></w:numPr></w:pPr></w:pPrChange>"#,
        ),
    ];
    let body = body.concat();
    let text = Parts {
        body: &body,
        styles,
        numbering: &numbering,
        ..Parts::default()
    }
    .text();
    assert_eq!(text, "一、甲\n（一）甲\n（二）甲\n甲\n甲\n二、甲\n");
}

#[test]
fn lists_that_name_a_style_have_its_levels_and_circles_end() {
    let link = |id: usize, style: &str| {
        format!(
            r#"<w:abstractNum w:abstractNumId="{id}"><w:numStyleLink w:val="{style}"/></w:abstractNum>"#
        )
    };
    let numbering = official()
        + &link(1, "s")
        + &link(2, "t")
        + &link(3, "u")
        + &list(1, 1, "")
        + &list(2, 0, "")
        + &list(3, 2, "")
        + &list(4, 3, "");
    let style = |id: &str, list: usize| {
        format!(
            r#"<w:style w:type="numbering" w:styleId="{id}"><w:pPr><w:numPr><w:numId w:val="{list}"/></w:numPr></w:pPr></w:style>"#
        )
    };
    let styles = style("s", 2) + &style("t", 4) + &style("u", 3);
    let body = body(&[
        (1, 0, "甲"),
        (2, 0, "乙"),
        (3, 0, "丙"),
        (9, 0, "丁"),
        (2, 99, "戊"),
    ]);
    let text = Parts {
        body: &body,
        styles: &styles,
        numbering: &numbering,
        ..Parts::default()
    }
    .text();
    assert_eq!(text, "一、甲\n二、乙\n丙\n丁\n戊\n");
}

#[test]
fn formats_that_older_programs_do_not_know_stand_beside_ones_that_they_do() {
    let numbering = r#"<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><mc:AlternateContent><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002"/></mc:Choice><mc:Fallback><w:numFmt w:val="upperRoman"/></mc:Fallback></mc:AlternateContent><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>"#;
    let numbering = numbering.to_owned() + &list(1, 0, "");
    assert_eq!(
        lines(&numbering, &[(1, 0, "甲"), (1, 0, "乙")]),
        ["I.甲", "II.乙"]
    );
}

#[test]
fn a_deleted_paragraph_is_not_counted_and_an_empty_one_is() {
    let numbering = official() + &list(1, 0, "");
    let place = r#"<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>"#;
    let gone = format!(
        r#"<w:p><w:pPr>{place}<w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:del><w:r><w:delText>旧</w:delText></w:r></w:del></w:p>"#
    );
    let body = [
        body(&[(1, 0, "甲")]),
        gone,
        body(&[(1, 0, ""), (1, 0, "乙")]),
    ]
    .concat();
    let text = Parts {
        body: &body,
        numbering: &numbering,
        ..Parts::default()
    }
    .text();
    assert_eq!(text, "一、甲\n二、\n三、乙\n");
}
