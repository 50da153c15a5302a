//! PDFs made here by hand: each encoding, each operator, tags, and files made to hurt.

mod encodings;
mod files;
mod hostile;
mod operators;
mod tags;

use super::read;
use crate::input::Unreadable;

/// A file as it is put together: objects by number, from 1 on.
#[derive(Clone, Default)]
struct File {
    objects: Vec<Vec<u8>>,
}

impl File {
    fn add(&mut self, object: impl AsRef<[u8]>) -> usize {
        self.objects.push(object.as_ref().to_vec());
        self.objects.len()
    }

    fn stream(&mut self, dict: &str, data: impl AsRef<[u8]>) -> usize {
        let data = data.as_ref();
        let head = format!("<<{dict}/Length {}>>stream\n", data.len());
        self.add([head.as_bytes(), data, b"\nendstream"].concat())
    }

    /// Keeps a number for an object that comes later.
    fn later(&mut self) -> usize {
        self.add("null")
    }

    fn set(&mut self, number: usize, object: impl AsRef<[u8]>) {
        self.objects[number - 1] = object.as_ref().to_vec();
    }

    /// The bytes of the file, the root being an object.
    fn finish(&self, root: usize) -> Vec<u8> {
        let mut bytes = b"%PDF-1.7\n".to_vec();
        let mut table = format!("xref\n0 {}\n0000000000 65535 f \n", self.objects.len() + 1);
        for (at, object) in self.objects.iter().enumerate() {
            table += &format!("{:010} 00000 n \n", bytes.len());
            bytes.extend(format!("{} 0 obj\n", at + 1).into_bytes());
            bytes.extend(object);
            bytes.extend(b"\nendobj\n");
        }
        let start = bytes.len();
        bytes.extend(table.into_bytes());
        let size = self.objects.len() + 1;
        bytes.extend(
            format!("trailer<</Size {size}/Root {root} 0 R>>\nstartxref\n{start}\n%%EOF")
                .into_bytes(),
        );
        bytes
    }

    /// Pages of contents with resources in common, and what else the catalog has.
    fn pages(&mut self, contents: &[&str], resources: &str, catalog: &str) -> Vec<u8> {
        let tree = self.later();
        let mut kids = String::new();
        for content in contents {
            let content = self.stream("", content);
            let page = self.add(format!(
                "<</Type/Page/Parent {tree} 0 R/MediaBox[0 0 600 800]/Contents {content} 0 R/Resources<<{resources}>>>>"
            ));
            kids += &format!("{page} 0 R ");
        }
        let count = contents.len();
        self.set(tree, format!("<</Type/Pages/Kids[{kids}]/Count {count}>>"));
        let root = self.add(format!("<</Type/Catalog/Pages {tree} 0 R{catalog}>>"));
        self.finish(root)
    }
}

/// A font of letters that are half as wide as they are high.
const LATIN: &str = "/F<</Type/Font/Subtype/TrueType/BaseFont/A/Encoding/WinAnsiEncoding/FirstChar 0/MissingWidth 500/FontDescriptor<</MissingWidth 500>>/Widths[]>>";
/// Chinese in UTF-16.
const CHINESE: &str = "/C<</Type/Font/Subtype/Type0/BaseFont/S/Encoding/UniGB-UTF16-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType0/BaseFont/S/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 5>>>>]>>";

/// The text of one page in the two fonts.
fn page(content: &str) -> Result<String, Unreadable> {
    let resources = format!("/Font<<{LATIN}{CHINESE}>>");
    read(&File::default().pages(&[content], &resources, ""))
}

/// A string of UTF-16 as PDF writes it.
fn hex(text: &str) -> String {
    let digits: String = text
        .encode_utf16()
        .map(|unit| format!("{unit:04x}"))
        .collect();
    format!("<{digits}>")
}
