use super::*;

fn text(html: &str) -> String {
    read(html.as_bytes()).unwrap()
}

#[test]
fn blocks_are_lines_and_inline_elements_are_not() {
    for (html, expected) in [
        ("<p>一</p><p>二<b>三</b></p>", "一\n二三\n"),
        ("<div>一<div>二</div>三</div>", "一\n二\n三\n"),
        ("一<br>二<br/>三", "一\n二\n三\n"),
        ("<p>一<br><br>二</p>", "一\n\n二\n"),
        ("<p><br></p><p>一", "\n一\n"),
        ("<p>a  b\n c</p>", "a b c\n"),
        ("<p>法治\n  政府 2024\n年</p>", "法治政府 2024年\n"),
        ("<p>法治 政府</p>", "法治 政府\n"),
        ("<p> <span> 一 </span> </p>", "一\n"),
        ("<pre>一\n\n  二</pre>", "一\n\n  二\n"),
        (
            "a&lt;b&gt;&amp;&nbsp;&ldquo;&#19968;&#x4e8c;&middot",
            "a<b>&\u{a0}“一二·\n",
        ),
        ("<P ALIGN=CENTER>一</P >", "一\n"),
        ("<p title='a>b'>一</p>", "一\n"),
        ("<p>一<p>二</div>三", "一\n二\n三\n"),
        ("甲 < 乙，5<6", "甲 < 乙，5<6\n"),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn what_is_not_seen_is_not_read() {
    for html in [
        "<script>if (a < b) document.write('<p>x</p>')</script>",
        "<style>p { }</style>",
        "<title>x</title>",
        "<!-- <p>x</p> -->",
        "<!--[if gte mso 9]><xml><w:x>x</w:x></xml><![endif]-->",
        "<xml><o:p>x</o:p></xml>",
        "<div style='color:red; DISPLAY : none'>x<div>x</div></div>",
        "<p hidden>x<p>",
        "<span style=\"mso-hide:all\">x</span>",
        "<textarea>x</textarea><select><option>x</select><button>x</button>",
        "<nav>x</nav><footer>x</footer><aside>x</aside><header>x</header>",
        "<div title=\"header\"><p>x</p></div>",
        "<div style='mso-element:comment-list'>x</div>",
        "<del>x</del>",
        "<span style='font-family:Wingdings'>l</span>",
        "<ul><li><a href=1>x</a><li><a href=2>x</a><li><a href=3>x</a><li><a href=4>x</a></ul>",
    ] {
        let words = "一、主要举措".repeat(50);
        assert_eq!(
            text(&format!("<p>{words}</p>{html}")),
            format!("{words}\n"),
            "{html}"
        );
    }
}

#[test]
fn what_only_looks_like_furniture_is_read() {
    let long = "一、主要举措".repeat(50);
    for (html, expected) in [
        // An element that is never closed hides nothing.
        ("<div style='display:none'>一", "一\n"),
        ("<nav>一", "一\n"),
        ("<header><h1>报告</h1></header>", "报告\n"),
        (
            "<span style='mso-ascii-font-family:Symbol'>一</span>",
            "一\n",
        ),
        ("<p style='display:block'>一</p>", "一\n"),
        (
            "<p><a name=1>一</a><a name=2>二</a><a name=3>三</a><a name=4>四</a></p>",
            "一二三四\n",
        ),
        // Sentences with links in them.
        (
            "<p><a href=1>一。</a><a href=2>二</a><a href=3>三</a><a href=4>四</a></p>",
            "一。二三四\n",
        ),
        ("<div><a href=1>附件</a></div>", "附件\n"),
        ("<ins>一</ins>", "一\n"),
    ] {
        assert_eq!(
            text(&format!("<p>{long}</p>{html}")),
            format!("{long}\n{expected}"),
            "{html}"
        );
    }
}

#[test]
fn a_page_that_is_all_furniture_is_read_all_the_same() {
    let words = "一、主要举措".repeat(50);
    let html =
        format!("<div><a href=1>{words}</a><a href=2>二</a><a href=3>三</a><a href=4>四</a></div>");
    assert!(text(&html).starts_with(&words));
}

#[test]
fn rows_of_tables_are_lines() {
    for (html, expected) in [
        (
            "前<table><tr><th>甲<th>乙<tr><td>1</td><td><p>2</p><p>3</p></td></tr></table>后",
            "前\n甲\t乙\n1\t2 3\n后\n",
        ),
        ("<table><tr><td></td><td>乙</td></tr></table>", "\t乙\n"),
        // One cell is a frame, and so is a table around a table.
        (
            "<table><tr><td><p>一</p><p>二</p></td></tr></table>",
            "一\n二\n",
        ),
        (
            "<table><tr><td>一<table><tr><td>甲</td><td>乙</td></tr></table>二</td></tr></table>",
            "一\n甲\t乙\n二\n",
        ),
        ("</td></tr></table>一<td>二", "一\n二\n"),
        ("<table><td>甲<td>乙", "甲\t乙\n"),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn items_of_lists_have_their_numbers() {
    for (html, expected) in [
        ("<ul><li>甲</li><li>乙</li></ul>", "甲\n乙\n"),
        ("<ol><li>甲<li><p>乙</p></ol>丙", "1.甲\n2.乙\n丙\n"),
        ("<ol start=3 type=a><li>甲</ol>", "c.甲\n"),
        (
            "<ol style='list-style-type: cjk-ideographic'><li>甲<ol><li>乙</ol><li>丙</ol>",
            "一、甲\n1.乙\n二、丙\n",
        ),
        ("<ol style='list-style:none'><li>甲</ol>", "甲\n"),
        // The number that was typed is the one that is seen.
        (
            "<ol><li>（一）甲</li><li>2.乙</li><li>三、丙</li></ol>",
            "（一）甲\n2.乙\n三、丙\n",
        ),
        ("<ol><li>一批</li></ol>", "1.一批\n"),
    ] {
        assert_eq!(text(html), expected, "{html}");
    }
}

#[test]
fn the_numbers_that_word_saved_are_text() {
    let html = "<p class=MsoNormal style='mso-list:l0 level1 lfo1'><![if !supportLists]><span lang=EN-US><span style='mso-list:Ignore'>一、<span \
        style='font:7.0pt \"Times New Roman\"'></span></span></span><![endif]>主要举措<o:p></o:p></p>";
    assert_eq!(text(html), "一、主要举措\n");
}

#[test]
fn pages_are_read_in_their_encoding() {
    let page =
        |said: &str| format!("<html><head>{said}</head><p>一、法治政府建设的主要举措和成效</p>");
    let expected = "一、法治政府建设的主要举措和成效\n";
    let gbk = "<meta http-equiv=Content-Type content=\"text/html; charset=gb2312\">";
    for said in ["", gbk, "<meta charset=\"GBK\">"] {
        let bytes = encoding_rs::GB18030.encode(&page(said)).0.into_owned();
        assert_eq!(read(&bytes).as_deref(), Ok(expected), "{said}");
    }
    // What it says is not what it is.
    assert_eq!(text(&page(gbk)), expected);
    let big5 = encoding_rs::BIG5
        .encode("<meta charset=big5><p>一、主要舉措和成效</p>")
        .0
        .into_owned();
    assert_eq!(read(&big5).as_deref(), Ok("一、主要舉措和成效\n"));
}
