use super::super::package::pack;
use super::*;
use crate::text::Source;

/// Body type as GB/T 9704 has it, in millimetres: 28 characters a line, 22 lines a page.
const SIZE: f32 = 5.57;
const LEADING: f32 = 10.2;
const LEFT: f32 = 28.0;
const TOP: f32 = 42.0;
const ACROSS: usize = 28;
const DOWN: usize = 22;

/// A text set as an office would print it: the title in the middle, paragraphs set in by two characters, page numbers below.
struct Press {
    pages: Vec<String>,
    /// Lines on the last page.
    lines: usize,
}

impl Press {
    fn set(text: &str) -> Vec<u8> {
        let mut press = Self {
            pages: Vec::new(),
            lines: DOWN,
        };
        for (at, line) in text
            .lines()
            .filter(|line| !line.trim().is_empty())
            .enumerate()
        {
            let line = line.trim();
            let chars: Vec<char> = line.chars().collect();
            if at == 0 && chars.len() <= ACROSS {
                let in_by = (ACROSS - chars.len()) as f32 / 2.0;
                press.line(in_by, line);
                continue;
            }
            let mut in_by = 2.0;
            let mut words = String::new();
            for c in chars {
                if in_by + ems(&words) + em(c) > ACROSS as f32 {
                    press.line(in_by, &words);
                    (in_by, words) = (0.0, String::new());
                }
                words.push(c);
            }
            press.line(in_by, &words);
        }
        let pages: Vec<&str> = press.pages.iter().map(String::as_str).collect();
        package(&pages, "")
    }

    fn line(&mut self, in_by: f32, words: &str) {
        if self.lines == DOWN {
            self.lines = 0;
            let number = format!("— {} —", self.pages.len() + 1);
            self.pages.push(object(98.0, 275.0, 4.9, &number));
        }
        let y = TOP + self.lines as f32 * LEADING;
        let page = self.pages.last_mut().unwrap();
        page.push_str(&object(LEFT + in_by * SIZE, y, SIZE, words));
        self.lines += 1;
    }
}

/// How wide a letter is, in its height.
fn em(c: char) -> f32 {
    if c.is_ascii() { 0.5 } else { 1.0 }
}

fn ems(words: &str) -> f32 {
    words.chars().map(em).sum()
}

/// Words on a baseline.
fn object(x: f32, y: f32, size: f32, words: &str) -> String {
    let mut steps = String::new();
    for run in words
        .chars()
        .collect::<Vec<_>>()
        .chunk_by(|a, b| em(*a) == em(*b))
    {
        steps.push_str(&format!("g {} {} ", run.len(), em(run[0]) * size));
    }
    let words = words.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        r#"<ofd:TextObject ID="9" Boundary="{x} {} 170 {size}" Font="1" Size="{size}">
        <ofd:TextCode X="0" Y="{size}" DeltaX="{steps}">{words}</ofd:TextCode></ofd:TextObject>"#,
        y - size
    )
}

/// A document of pages, each told by what is in its body; `common` stands in the main part.
fn package(bodies: &[&str], common: &str) -> Vec<u8> {
    let places = (0..bodies.len())
        .map(|at| format!(r#"<ofd:Page ID="{at}" BaseLoc="Pages/Page_{at}/Content.xml"/>"#));
    let document = format!(
        r#"<?xml version="1.0" encoding="UTF-8"?><ofd:Document xmlns:ofd="http://www.ofdspec.org/2016"><ofd:CommonData>
        <ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea>{common}</ofd:CommonData>
        <ofd:Pages>{}</ofd:Pages></ofd:Document>"#,
        places.collect::<String>()
    );
    let mut parts = vec![
        ("OFD.xml".to_owned(), OFD.to_owned()),
        ("Doc_0/Document.xml".to_owned(), document),
    ];
    for (at, body) in bodies.iter().enumerate() {
        parts.push((format!("Doc_0/Pages/Page_{at}/Content.xml"), page(body)));
    }
    zipped(&parts)
}

fn zipped(parts: &[(String, String)]) -> Vec<u8> {
    let parts: Vec<(&str, &[u8])> = parts
        .iter()
        .map(|(name, text)| (name.as_str(), text.as_bytes()))
        .collect();
    pack(&parts).unwrap()
}

fn page(body: &str) -> String {
    let (templates, body) = body
        .split_once("</ofd:Template>")
        .map_or(("", body), |(a, b)| (a, b));
    let templates = if templates.is_empty() {
        String::new()
    } else {
        format!("{templates}</ofd:Template>")
    };
    format!(
        r#"<ofd:Page xmlns:ofd="http://www.ofdspec.org/2016">{templates}<ofd:Content><ofd:Layer ID="1">{body}</ofd:Layer></ofd:Content></ofd:Page>"#
    )
}

const OFD: &str = r#"<ofd:OFD xmlns:ofd="http://www.ofdspec.org/2016" DocType="OFD"><ofd:DocBody>
    <ofd:DocRoot>Doc_0/Document.xml</ofd:DocRoot></ofd:DocBody></ofd:OFD>"#;

fn text(body: &str) -> String {
    read(&package(&[body], "")).unwrap()
}
