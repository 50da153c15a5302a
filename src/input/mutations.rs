//! A law of the readers: whatever bytes are changed in a document, it is read, or there is a reason why not; and what is read in one that is whole
//! takes comments.

use super::package::pack;
use super::{Comment, Format, Unreadable, annotate, document, unpack};
use crate::text::Utf16Span;

const DOCUMENT: &str = r#"<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:pPr><w:pStyle w:val="a"/><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">主要&amp;举措 </w:t><w:tab/></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>镇</w:t></w:r></w:p></w:tc><w:tc><w:tcPr><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl><w:p><w:ins w:id="1"><w:r><w:t>青禾镇全年办案186件，化解纠纷217件，学法4次。</w:t></w:r></w:ins><w:fldSimple w:instr="PAGE"><w:r><w:t>3</w:t></w:r></w:fldSimple><w:r><w:fldChar w:fldCharType="begin"/><w:instrText>REF</w:instrText><w:fldChar w:fldCharType="separate"/><w:t>见</w:t><w:fldChar w:fldCharType="end"/><w:pict><w:txbxContent><w:p/></w:txbxContent></w:pict></w:r></w:p><w:sectPr/></w:body></w:document>"#;
const STYLES: &str = r#"<w:styles><w:style w:type="paragraph" w:styleId="a"><w:name w:val="a"/><w:basedOn w:val="b"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:styleId="b"><w:basedOn w:val="a"/></w:style></w:styles>"#;
const NUMBERING: &str = r#"<w:numbering><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlRestart w:val="0"/><w:lvlText w:val="第%1章%2"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num></w:numbering>"#;
const RELATIONS: &str = r#"<Relationships><Relationship Id="a" Type="x/styles" Target="styles.xml"/><Relationship Id="b" Type="x/numbering" Target="../word/numbering.xml"/></Relationships>"#;
const CONTENT: &str = r#"<office:document-content><office:automatic-styles><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="一, 二, 三, ..." style:num-suffix="、" text:start-value="2"/></text:list-style></office:automatic-styles><office:body><office:text><text:list text:style-name="L"><text:list-item><text:p>主要<text:s text:c="2"/>举措</text:p></text:list-item></text:list><table:table><table:table-row><table:table-cell><text:p>镇</text:p></table:table-cell><table:table-cell/></table:table-row></table:table><text:p>全年<draw:frame><draw:text-box><text:p>框</text:p></draw:text-box></draw:frame></text:p></office:text></office:body></office:document-content>"#;
const OFD: &str = r#"<ofd:OFD><ofd:DocBody><ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;
const MAIN: &str = r#"<ofd:Document><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea><ofd:TemplatePage ID="1" BaseLoc="P.xml"/></ofd:CommonData><ofd:Pages><ofd:Page ID="2" BaseLoc="P.xml"/></ofd:Pages></ofd:Document>"#;
const PAGE: &str = r#"<ofd:Page><ofd:Template TemplateID="1"/><ofd:Content><ofd:Layer><ofd:TextObject Boundary="30 40 150 6" Size="5" CTM="1 0 0 1 0 0" HScale="1"><ofd:TextCode X="0" Y="5" DeltaX="g 3 5 2.5">全年办案12件</ofd:TextCode></ofd:TextObject></ofd:Layer></ofd:Content></ofd:Page>"#;

const DOCX: [(&str, &str); 5] = [
    ("[Content_Types].xml", "<Types/>"),
    ("word/document.xml", DOCUMENT),
    ("word/styles.xml", STYLES),
    ("word/numbering.xml", NUMBERING),
    ("word/_rels/document.xml.rels", RELATIONS),
];
const ODT: [(&str, &str); 1] = [("content.xml", CONTENT)];
const PAGES: [(&str, &str); 3] = [
    ("OFD.xml", OFD),
    ("Doc_0/Document.xml", MAIN),
    ("Doc_0/P.xml", PAGE),
];

/// Numbers that follow from a seed.
struct Dice(u64);

impl Dice {
    fn below(&mut self, end: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % end.max(1)
    }

    /// Bytes with some of them changed, cut out, doubled or put elsewhere.
    fn mutated(&mut self, bytes: &[u8]) -> Vec<u8> {
        const ODD: [&[u8]; 12] = [
            b"<",
            b">",
            b"/>",
            b"</w:p>",
            b"<w:p>",
            b"&",
            b"\"",
            b"\0",
            b"-1",
            b"99999999999",
            b"\xff",
            "🚓".as_bytes(),
        ];
        let mut bytes = bytes.to_vec();
        for _ in 0..=self.below(2) {
            let at = self.below(bytes.len());
            let end = (at + self.below(40)).min(bytes.len());
            match self.below(5) {
                0 => bytes[at] ^= 1 << self.below(8),
                1 => drop(bytes.drain(at..end)),
                2 => {
                    let part = bytes[at..end].to_vec();
                    let to = self.below(bytes.len());
                    bytes.splice(to..to, part);
                }
                3 => bytes.truncate(at.max(1)),
                _ => {
                    let odd = ODD[self.below(ODD.len())];
                    bytes.splice(at..at, odd.iter().copied());
                }
            }
            if bytes.is_empty() {
                break;
            }
        }
        bytes
    }
}

fn zipped(parts: &[(&str, &str)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, xml)| (*name, xml.as_bytes()))
        .collect();
    pack(&parts).unwrap()
}

fn check(format: Format, bytes: &[u8]) -> bool {
    let read = document(format, bytes);
    let _ = unpack(bytes);
    if format == Format::Docx
        && let Ok(text) = &read
    {
        let span = Utf16Span {
            start: 1,
            end: u32::try_from(text.len()).unwrap(),
        };
        let comment = Comment {
            span,
            author: "核对".to_owned(),
            date: None,
            text: "问题".to_owned(),
        };
        // A part that only comments need may be the one that is damaged.
        if let Ok(written) = annotate(bytes, &[comment]) {
            assert_eq!(document(format, &written), read);
        }
    }
    read.is_ok()
}

#[test]
fn no_change_makes_a_reader_panic() {
    const ROUNDS: usize = 700;
    let mut dice = Dice(20_261_126);
    let formats: [(Format, &[(&str, &str)]); 3] = [
        (Format::Docx, &DOCX),
        (Format::Odt, &ODT),
        (Format::Ofd, &PAGES),
    ];
    for (format, parts) in formats {
        let whole = zipped(parts);
        assert!(check(format, &whole), "{format:?}");
        let mut readable = 0;
        for _ in 0..ROUNDS {
            // The package as a whole, and one of its parts inside a sound package.
            check(format, &dice.mutated(&whole));
            let chosen = dice.below(parts.len());
            let part = dice.mutated(parts[chosen].1.as_bytes());
            let parts: Vec<(&str, &[u8])> = parts
                .iter()
                .enumerate()
                .map(|(at, (name, xml))| {
                    (*name, if at == chosen { &*part } else { xml.as_bytes() })
                })
                .collect();
            readable += usize::from(check(format, &pack(&parts).unwrap()));
        }
        assert!(
            readable > ROUNDS / 20,
            "{format:?}: only {readable} were read at all"
        );
        assert_eq!(document(format, b""), Err(Unreadable::Damaged));
    }
}
