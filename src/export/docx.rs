//! A sheet as a Word document on A4 paper, for Word, WPS and LibreOffice alike.
//!
//! The format is a package of XML parts (ISO/IEC 29500), of which a sheet needs a few: the words, how they look, and the number at the foot of a page.

use zip::result::ZipError;

use super::blocks::{Block, Point, Sheet, Table};
use super::words::Tone;
use crate::input::{escaped, pack};

const WORDS: &str = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const HEAD: &str = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";

const CONTENT_TYPES: &str = r#"<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/><Override PartName="/word/numbering.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml"/><Override PartName="/word/footer1.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.footer+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>"#;

/// The styles: their ids, names, what they add to a paragraph and to its words.
const STYLES: [(&str, &str, &str, &str); 7] = [
    (
        "Title",
        "Title",
        r#"<w:pBdr><w:bottom w:val="single" w:sz="12" w:space="6" w:color="1D4F8F"/></w:pBdr><w:spacing w:after="200"/>"#,
        r#"<w:b/><w:sz w:val="34"/>"#,
    ),
    (
        "Heading1",
        "heading 1",
        r#"<w:keepNext/><w:spacing w:before="320" w:after="100"/><w:outlineLvl w:val="0"/>"#,
        r#"<w:b/><w:sz w:val="26"/>"#,
    ),
    (
        "Heading2",
        "heading 2",
        r#"<w:keepNext/><w:spacing w:before="200" w:after="80"/><w:outlineLvl w:val="1"/>"#,
        r#"<w:b/><w:sz w:val="23"/>"#,
    ),
    ("Fact", "核对情况", "", r#"<w:color w:val="565C64"/>"#),
    ("Point", "要点", r#"<w:spacing w:before="60"/>"#, ""),
    (
        "Detail",
        "要点说明",
        "",
        r#"<w:color w:val="565C64"/><w:sz w:val="20"/>"#,
    ),
    (
        "Cell",
        "单元格",
        r#"<w:spacing w:line="288" w:lineRule="auto"/>"#,
        r#"<w:sz w:val="20"/>"#,
    ),
];

/// Levels that a list of Word has.
const LEVELS: usize = 9;
/// Twentieths of a point by which each level of a list is set in.
const STEP: usize = 340;

/// How wide the text is, in twentieths of a point, and between what its columns are shared out, in characters.
const WIDTH: usize = 9638;
const FEWEST_CHARS: usize = 4;
const MOST_CHARS: usize = 22;

/// Writes a sheet as a Word document. Whatever its words are, they are shown as words.
///
/// # Errors
/// Where there is more than a package can hold (4 GB).
pub fn docx(sheet: &Sheet) -> Result<Vec<u8>, ZipError> {
    let relation = |n: usize, kind: &str, target: &str| {
        format!(r#"<Relationship Id="rId{n}" Type="{kind}" Target="{target}"/>"#)
    };
    let office = |n, kind: &str, target| relation(n, &format!("{OFFICE}/{kind}"), target);
    let relations = |all: String| {
        format!(
            r#"{HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{all}</Relationships>"#
        )
    };
    let of_package = office(1, "officeDocument", "word/document.xml")
        + &relation(
            2,
            "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties",
            "docProps/core.xml",
        );
    let of_document = office(1, "styles", "styles.xml")
        + &office(2, "numbering", "numbering.xml")
        + &office(3, "footer", "footer1.xml");
    let parts = [
        ("[Content_Types].xml", format!("{HEAD}{CONTENT_TYPES}")),
        ("_rels/.rels", relations(of_package)),
        ("docProps/core.xml", properties(&sheet.title)),
        ("word/document.xml", document(sheet)),
        ("word/_rels/document.xml.rels", relations(of_document)),
        ("word/styles.xml", styles()),
        ("word/numbering.xml", numbering()),
        ("word/footer1.xml", footer()),
    ];
    pack(&parts.each_ref().map(|(name, xml)| (*name, xml.as_bytes())))
}

fn properties(title: &str) -> String {
    format!(
        r#"{HEAD}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/"><dc:title>{}</dc:title></cp:coreProperties>"#,
        escaped(title)
    )
}

fn document(sheet: &Sheet) -> String {
    let mut body = Body::default();
    body.paragraph("Title", "", &[("", &sheet.title)]);
    for (at, block) in sheet.blocks.iter().enumerate() {
        match block {
            Block::Heading(level, words) => {
                let style = if *level > 2 { "Heading2" } else { "Heading1" };
                body.paragraph(style, "", &[("", words)]);
            }
            Block::Text(words) => body.paragraph("", "", &[("", words)]),
            // What is said of the check itself is no list.
            Block::Points(points) if at == 0 => {
                points
                    .iter()
                    .for_each(|point| body.paragraph("Fact", "", &named(point)));
            }
            Block::Points(points) => points.iter().for_each(|point| body.point(point)),
            Block::Table(table) => body.table(table),
        }
    }
    format!(
        r#"{HEAD}<w:document xmlns:w="{WORDS}" xmlns:r="{OFFICE}"><w:body>{}<w:sectPr><w:footerReference w:type="default" r:id="rId3"/><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1247" w:left="1134" w:header="567" w:footer="567" w:gutter="0"/></w:sectPr></w:body></w:document>"#,
        body.0
    )
}

/// The name of a point, in the colour of how it stands, and its words.
fn named(point: &Point) -> Vec<(&'static str, &str)> {
    let look = match point.tone {
        Tone::Good => r#"<w:b/><w:color w:val="1A6E45"/>"#,
        Tone::Fair => r#"<w:b/><w:color w:val="855600"/>"#,
        Tone::Bad => r#"<w:b/><w:color w:val="A8231C"/>"#,
        Tone::Quiet => "<w:b/>",
    };
    if point.name.is_empty() {
        vec![("", &point.words)]
    } else {
        vec![(look, &point.name), ("", "："), ("", &point.words)]
    }
}

#[derive(Default)]
struct Body(String);

impl Body {
    /// A paragraph of runs, each with how it looks.
    fn paragraph(&mut self, style: &str, properties: &str, runs: &[(&str, &str)]) {
        self.0 += "<w:p><w:pPr>";
        if !style.is_empty() {
            self.0.extend(["<w:pStyle w:val=\"", style, "\"/>"]);
        }
        self.0.extend([properties, "</w:pPr>"]);
        for (look, words) in runs {
            self.0 += "<w:r>";
            if !look.is_empty() {
                self.0.extend(["<w:rPr>", look, "</w:rPr>"]);
            }
            let words = escaped(words).replace('\n', "</w:t><w:br/><w:t xml:space=\"preserve\">");
            self.0
                .extend(["<w:t xml:space=\"preserve\">", &words, "</w:t></w:r>"]);
        }
        self.0 += "</w:p>";
    }

    fn point(&mut self, point: &Point) {
        let style = if point.depth == 0 { "Point" } else { "Detail" };
        let level = point.depth.min(LEVELS - 1);
        let place = format!(r#"<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>"#);
        self.paragraph(style, &place, &named(point));
    }

    fn table(&mut self, table: &Table) {
        const LINE: &str = r#"w:val="single" w:sz="4" w:space="0" w:color="C4CCD4"/>"#;
        let widths = widths(table);
        self.0 += r#"<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>"#;
        for side in ["top", "left", "bottom", "right", "insideH", "insideV"] {
            self.0.extend(["<w:", side, " ", LINE]);
        }
        self.0 += r#"</w:tblBorders><w:tblCellMar><w:left w:w="100" w:type="dxa"/><w:right w:w="100" w:type="dxa"/></w:tblCellMar></w:tblPr><w:tblGrid>"#;
        for width in &widths {
            self.0 += &format!(r#"<w:gridCol w:w="{width}"/>"#);
        }
        self.0 += "</w:tblGrid>";
        let heads = table.columns.iter().map(|(head, _)| head.as_str());
        self.row(table, &widths, true, heads);
        for row in &table.rows {
            self.row(table, &widths, false, row.iter().map(String::as_str));
        }
        self.0 += "</w:tbl>";
        // Two tables with nothing between them would be one.
        self.paragraph("", "", &[]);
    }

    fn row<'c>(
        &mut self,
        table: &Table,
        widths: &[usize],
        head: bool,
        cells: impl Iterator<Item = &'c str>,
    ) {
        let again = if head { "<w:tblHeader/>" } else { "" };
        let fill = r#"<w:shd w:val="clear" w:color="auto" w:fill="F3F3EF"/>"#;
        self.0
            .extend(["<w:tr><w:trPr><w:cantSplit/>", again, "</w:trPr>"]);
        for ((words, (_, number)), width) in cells.zip(&table.columns).zip(widths) {
            let fill = if head { fill } else { "" };
            self.0 +=
                &format!(r#"<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>"#);
            let side = if *number {
                r#"<w:jc w:val="right"/>"#
            } else {
                ""
            };
            let look = if head { "<w:b/>" } else { "" };
            self.paragraph("Cell", side, &[(look, words)]);
            self.0 += "</w:tc>";
        }
        self.0 += "</w:tr>";
    }
}

/// How wide the columns are, by the longest words in each; a cell that holds more than a few has lines.
fn widths(table: &Table) -> Vec<usize> {
    let longest = |at: usize, head: &str| {
        let cells = table.rows.iter().filter_map(|row| row.get(at));
        let lengths = cells.map(|cell| cell.chars().count());
        let longest = lengths.fold(head.chars().count(), usize::max);
        longest.clamp(FEWEST_CHARS, MOST_CHARS)
    };
    let columns = table.columns.iter().enumerate();
    let weights: Vec<usize> = columns.map(|(at, (head, _))| longest(at, head)).collect();
    let all: usize = weights.iter().sum();
    weights
        .iter()
        .map(|weight| weight * WIDTH / all.max(1))
        .collect()
}

fn styles() -> String {
    let mut all = String::new();
    for (id, name, paragraph, words) in STYLES {
        all += &format!(
            r#"<w:style w:type="paragraph" w:styleId="{id}"><w:name w:val="{name}"/><w:basedOn w:val="Normal"/><w:qFormat/><w:pPr>{paragraph}</w:pPr><w:rPr>{words}</w:rPr></w:style>"#
        );
    }
    // Fonts that Office and WPS have wherever they speak Chinese; elsewhere another Chinese one stands in.
    format!(
        r#"{HEAD}<w:styles xmlns:w="{WORDS}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="微软雅黑" w:hAnsi="微软雅黑" w:eastAsia="微软雅黑" w:cs="Arial"/><w:sz w:val="21"/><w:lang w:val="en-US" w:eastAsia="zh-CN"/></w:rPr></w:rPrDefault><w:pPrDefault><w:pPr><w:spacing w:line="320" w:lineRule="auto"/></w:pPr></w:pPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style>{all}</w:styles>"#
    )
}

/// One list, with a sign for each level.
fn numbering() -> String {
    let mut levels = String::new();
    for level in 0..LEVELS {
        let sign = if level == 0 { "•" } else { "–" };
        let left = STEP * (level + 1);
        levels += &format!(
            r#"<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="bullet"/><w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/><w:pPr><w:ind w:left="{left}" w:hanging="{STEP}"/></w:pPr></w:lvl>"#
        );
    }
    format!(
        r#"{HEAD}<w:numbering xmlns:w="{WORDS}"><w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>"#
    )
}

/// 第 1 页，共 3 页
fn footer() -> String {
    let look = r#"<w:rPr><w:color w:val="565C64"/><w:sz w:val="18"/></w:rPr>"#;
    let words =
        |words: &str| format!(r#"<w:r>{look}<w:t xml:space="preserve">{words}</w:t></w:r>"#);
    let field = |name: &str| {
        format!(
            r#"<w:fldSimple w:instr="{name}">{}</w:fldSimple>"#,
            words("1")
        )
    };
    format!(
        r#"{HEAD}<w:ftr xmlns:w="{WORDS}"><w:p><w:pPr><w:jc w:val="center"/></w:pPr>{}{}{}{}{}</w:p></w:ftr>"#,
        words("第 "),
        field("PAGE"),
        words(" 页，共 "),
        field("NUMPAGES"),
        words(" 页")
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::input::{Format, document};

    fn point(depth: usize, name: &str, words: &str) -> Point {
        Point {
            depth,
            tone: Tone::Bad,
            name: name.to_owned(),
            words: words.to_owned(),
        }
    }

    #[test]
    fn a_sheet_reads_back_as_its_words_in_their_order() {
        let cells = |cells: [&str; 2]| cells.map(str::to_owned).to_vec();
        let sheet = Sheet {
            title: "核对单 <&>".to_owned(),
            blocks: vec![
                Block::Points(vec![point(0, "", "核对日期：2026-01-05")]),
                Block::Heading(2, "要素".to_owned()),
                Block::Table(Table {
                    columns: vec![("项目".to_owned(), false), ("数值".to_owned(), true)],
                    rows: vec![cells(["罚款 <b>", "16.4"]), cells(["", "1\u{1}2"])],
                }),
                Block::Heading(3, "错误 · 1".to_owned()),
                Block::Text("没有问题。".to_owned()),
                Block::Points(vec![
                    point(0, "H04", "单位\u{0}"),
                    point(20, "", "第 3 行：“平米”"),
                ]),
            ],
        };
        let bytes = docx(&sheet).unwrap();
        let lines = [
            "核对单 <&>",
            "核对日期：2026-01-05",
            "要素",
            "项目\t数值",
            "罚款 <b>\t16.4",
            "\t12",
            "",
            "错误 · 1",
            "没有问题。",
            "H04：单位",
            "第 3 行：“平米”",
            "",
        ];
        assert_eq!(document(Format::Docx, &bytes), Ok(lines.join("\n")));
    }

    #[test]
    fn columns_share_the_page_by_what_is_in_them() {
        let table = Table {
            columns: vec![("项".to_owned(), false), ("内容".to_owned(), false)],
            rows: vec![vec!["项".to_owned(), "字".repeat(500)]],
        };
        let widths = widths(&table);
        assert_eq!(widths.len(), 2);
        assert!(widths[1] > 5 * widths[0] && widths.iter().sum::<usize>() <= WIDTH);
    }
}
