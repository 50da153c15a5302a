//! The elements around the body: title, issuer, document number, signer, addressee, signature, date; the report year; the kind of body.

use std::sync::LazyLock;

use regex::Regex;

use crate::report::{BodyKind, DateElement, Element, Elements, Settings};
use crate::text::date::{self, is_date_line};
use crate::text::layout::BlockKind;
use crate::text::{Block, Layout, Source, Span};

use super::body::{is_addressee, is_body_name};

use super::outline::Outline;

/// A year that the text gives as the one reported on, and where.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct YearMention {
    /// The year.
    pub year: u16,
    /// Where it stands in the folded text.
    pub start: usize,
    /// One past its end there.
    pub end: usize,
}

/// The elements, and what later steps need to know of them.
#[derive(Clone, Debug, Default)]
pub struct Found {
    /// As the report has them.
    pub elements: Elements<Span>,
    /// The title in folded characters.
    pub title_folded: String,
    /// The year in the title.
    pub title_year: Option<YearMention>,
    /// The year in the sentence that announces the report (现将2024年……报告如下).
    pub opening_year: Option<YearMention>,
    /// The first line that could head a paper of another kind, such as a piece of news.
    pub headline: Option<Element<Span>>,
    /// Where the body ends in the folded text: where the signature begins, or the clutter after the text.
    pub body_end: usize,
    /// Where the body begins: after the title block.
    pub body_start: usize,
}

macro_rules! pattern {
    ($name:ident, $pattern:expr) => {
        static $name: LazyLock<Option<Regex>> = LazyLock::new(|| Regex::new($pattern).ok());
    };
}

pattern!(
    DOC_NUMBER,
    r"^[^,。:;《》\d()]{1,16}(?:[〔\[(【（]?(?:19|20)\d\d年?[〕\])】]?)第?\d{1,5}号"
);
pattern!(SIGNER, r"签发人?[:：]?([^\x00-\x7f,。:、]{2,4})");
pattern!(
    TITLE_END,
    r"(?:报告|总结|汇报|情况|白皮书|要点|方案|计划|通知|意见|公报|自查|述职述法|办法|通报|答复|公告|公示|解读|规划|纲要|讲话)(?:\([^()]{1,12}\))?$"
);
pattern!(YEAR, r"(?:19|20)\d\d");

pattern!(
    META_DATE,
    r"(?:成文日期|生成日期|发文日期|成文时间|发文时间)[\]】]?[:：|]?((?:19|20)\d\d(?:年|-|\.|/)\d{1,2}(?:月|-|\.|/)\d{1,2}日?)"
);
pattern!(
    META_NUMBER,
    r"(?:发文字号|文号|发文文号)[\]】]?[:：|]?([^,。:;《》\d()|\[\]]{1,16}[〔\[(](?:19|20)\d\d[〕\])]第?\d{1,5}号)"
);
pattern!(
    ANNOUNCE,
    r"(?:现|下面|特)?(?:将|就|把)?[^,。:;]{0,40}?((?:19|20)\d\d)年度?[^。:;]{0,40}(?:报告|汇报|总结)(?:如下|于后)?[。:]?$"
);

fn regex(pattern: &'static LazyLock<Option<Regex>>) -> Option<&'static Regex> {
    pattern.as_ref()
}

/// Reads the elements of a text.
#[must_use]
pub fn read(source: &Source, layout: &Layout, outline: &Outline, settings: &Settings) -> Found {
    let reader = Reader {
        source,
        layout,
        outline,
    };
    let mut found = reader.head();
    reader.tail(&mut found);
    reader.metadata(&mut found);
    found.elements.report_year = settings.report_year.or_else(|| reader.report_year(&found));
    found.elements.body_kind = settings.body_kind.or_else(|| reader.body_kind(&found));
    found
}

struct Reader<'a> {
    source: &'a Source,
    layout: &'a Layout,
    outline: &'a Outline,
}

impl Reader<'_> {
    fn folded(&self, block: &Block) -> &str {
        self.layout.folded_of(block)
    }

    fn element(&self, span: Span) -> Element<Span> {
        Element {
            text: self.source.slice(span).trim().to_owned(),
            span,
        }
    }

    /// A match inside a block, as a span of the source.
    fn span_in(&self, block: &Block, start: usize, end: usize) -> Span {
        let from = block.folded.start;
        self.layout
            .source_span(from + start, from + end, self.source)
    }

    /// The blocks before the first heading or the first paragraph, and what stands in them.
    fn head(&self) -> Found {
        let first_heading = self
            .outline
            .nodes
            .first()
            .map_or(usize::MAX, |node| node.heading.block);
        let mut found = Found::default();
        let mut title: Vec<&Block> = Vec::new();
        let mut best: Vec<&Block> = Vec::new();
        let mut lines: Vec<&Block> = Vec::new();
        for (index, block) in self.layout.blocks.iter().enumerate() {
            if index >= first_heading || index > 60 {
                break;
            }
            if block.kind != BlockKind::Text {
                title.clear();
                continue;
            }
            let text = self.folded(block);
            if let Some(number) = self.doc_number_line(block) {
                found.elements.doc_number.get_or_insert(number);
                self.signer(block, &mut found);
                title.clear();
                continue;
            }
            if self.signer(block, &mut found) {
                title.clear();
                continue;
            }
            if is_date_line(text.trim_matches(['(', ')'])) {
                // A day below the title; one at the end of the text goes before it.
                found.elements.date = self.date_in(block);
                title.clear();
                continue;
            }
            if self.is_paragraph(text) {
                found.body_start = block.folded.start;
                break;
            }
            if text.ends_with(':') {
                if found.elements.addressee.is_none() && is_addressee(text) {
                    let end = text.trim_end_matches(':').len();
                    found.elements.addressee = Some(self.element(self.span_in(block, 0, end)));
                }
                title.clear();
                continue;
            }
            lines.push(block);
            if title.is_empty()
                && best
                    .last()
                    .is_some_and(|last| self.continues_title(last, block))
            {
                best.push(block);
                found.body_start = block.folded.end + 1;
                continue;
            }
            title.push(block);
            if let Some(start) = self.title_start(&title) {
                best = title.split_off(start);
                title.clear();
            }
            found.body_start = block.folded.end + 1;
        }
        if !best.is_empty() {
            self.set_title(&best, &mut found);
        }
        found.headline = lines
            .iter()
            .find(|block| {
                self.folded(block).chars().count() >= 8 && !is_body_name(self.folded(block))
            })
            .map(|block| self.element(block.span));
        self.set_issuer(&lines, &best, &mut found);
        let before_headings = self.layout.blocks.iter().take(first_heading.min(60));
        found.opening_year = before_headings
            .filter(|block| block.kind == BlockKind::Text && !best.contains(block))
            .find_map(|block| self.announced_year(block));
        found
    }

    /// Prose: it has the end of a sentence in it or is too long for a line of a title.
    fn is_paragraph(&self, text: &str) -> bool {
        text.contains('。')
            || text.chars().count() > 70
            || (text.contains(',') && text.chars().count() > 30)
    }

    /// Where the title begins among the lines gathered, if they end one: the last lines that read as one phrase.
    fn title_start(&self, lines: &[&Block]) -> Option<usize> {
        let (last, before) = lines.split_last()?;
        let end = self.folded(last);
        if !regex(&TITLE_END)?.is_match(end) || end.chars().count() < 4 {
            return None;
        }
        // A line that is a title by itself takes lines above it only where they are the issuers it belongs to.
        let whole = is_whole_title(end);
        let mut start = before.len();
        while let Some(above) = start.checked_sub(1).and_then(|i| before.get(i)) {
            let text = self.folded(above);
            let issuer = is_body_name(text) || end.starts_with("——") || end.starts_with("--");
            let goes_on = !whole && text.chars().count() >= 4 && !regex(&TITLE_END)?.is_match(text);
            let belongs = if whole {
                issuer
                    && ["关于", "20", "——", "--"]
                        .iter()
                        .any(|start| end.starts_with(start))
            } else {
                issuer || goes_on
            };
            if !belongs || before.len() - start >= 3 {
                break;
            }
            start -= 1;
        }
        let joined: String = lines
            .get(start..)?
            .iter()
            .map(|block| self.folded(block))
            .collect();
        is_whole_title(&joined).then_some(start)
    }

    /// Whether a line is the rest of a title that seemed whole: …工作情况 / 报告.
    fn continues_title(&self, last: &Block, block: &Block) -> bool {
        let text = self.folded(block);
        let adjacent = block.folded.start == last.folded.end + 1;
        let word = ["报告", "的报告", "情况报告", "总结", "工作报告", "年度报告"].contains(&text);
        adjacent && word && !self.folded(last).ends_with("报告")
    }

    fn set_title(&self, lines: &[&Block], found: &mut Found) {
        let (Some(first), Some(last)) = (lines.first(), lines.last()) else {
            return;
        };
        let text: String = lines
            .iter()
            .map(|block| self.source.slice(block.span))
            .collect();
        found.elements.title = Some(Element {
            text,
            span: first.span.to(last.span),
        });
        found.title_folded = lines.iter().map(|block| self.folded(block)).collect();
        found.title_year = lines.iter().find_map(|block| {
            let year = regex(&YEAR)?.find(self.folded(block))?;
            Some(YearMention {
                year: year.as_str().parse().ok()?,
                start: block.folded.start + year.start(),
                end: block.folded.start + year.end(),
            })
        });
    }

    /// The letterhead, or else the body that the title names.
    fn set_issuer(&self, lines: &[&Block], title: &[&Block], found: &mut Found) {
        let letterhead = lines.iter().find(|block| is_body_name(self.folded(block)));
        if let Some(block) = letterhead {
            found.elements.issuer = Some(self.element(block.span));
            return;
        }
        let Some(block) = title.first() else { return };
        let text = self.folded(block);
        let end = regex(&YEAR)
            .and_then(|r| r.find(text))
            .map(|m| m.start())
            .into_iter()
            .chain(text.find("关于"))
            .chain(text.find("法治"))
            .min()
            .unwrap_or(0);
        if end > 0 {
            found.elements.issuer = Some(self.element(self.span_in(block, 0, end)));
        }
    }

    /// A line that begins with a document number: the report's own, for a cited one stands inside a sentence.
    fn doc_number_line(&self, block: &Block) -> Option<Element<Span>> {
        let text = self.folded(block);
        let number = regex(&DOC_NUMBER)?.find(text)?;
        let rest = text.get(number.end()..)?;
        let alone = rest.is_empty() || rest.starts_with("签发");
        alone.then(|| self.element(self.span_in(block, number.start(), number.end())))
    }

    fn signer(&self, block: &Block, found: &mut Found) -> bool {
        let text = self.folded(block);
        if text.chars().count() > 40 || !text.contains("签发") {
            return false;
        }
        let Some(name) = regex(&SIGNER)
            .and_then(|r| r.captures(text))
            .and_then(|c| c.get(1))
        else {
            return false;
        };
        let span = self.span_in(block, name.start(), name.end());
        found.elements.signer.get_or_insert(self.element(span));
        true
    }

    /// The year in 现将2024年……报告如下.
    fn announced_year(&self, block: &Block) -> Option<YearMention> {
        let mut at = block.folded.start;
        for sentence in self.folded(block).split_inclusive(['。', ':']) {
            let clause_at = ["现将", "下面将", "现就"]
                .iter()
                .find_map(|word| sentence.rfind(word))
                .unwrap_or(0);
            let clause = sentence.get(clause_at..)?;
            if let Some(year) = regex(&ANNOUNCE)?.captures(clause).and_then(|c| c.get(1)) {
                let start = at + clause_at + year.start();
                return Some(YearMention {
                    year: year.as_str().parse().ok()?,
                    start,
                    end: start + year.len(),
                });
            }
            at += sentence.len();
        }
        None
    }

    /// Signature and date after the last paragraph.
    fn tail(&self, found: &mut Found) {
        let below_title = found.elements.date.take();
        found.body_end = self.layout.folded.len();
        let first = self
            .outline
            .nodes
            .last()
            .map_or(0, |node| node.heading.block + 1);
        let mut seen = 0;
        for (index, block) in self.layout.blocks.iter().enumerate().rev() {
            if index < first || seen > 6 {
                break;
            }
            if block.kind == BlockKind::Clutter {
                found.body_end = block.folded.start;
                continue;
            }
            let text = self.folded(block);
            let below = ["附件", "抄送", "联系人", "印发"]
                .iter()
                .any(|word| text.starts_with(word))
                || text.ends_with("印发")
                || (text.starts_with('(') && text.chars().count() < 40);
            if below {
                found.body_end = block.folded.start;
            } else if is_date_line(text) && found.elements.date.is_none() {
                found.elements.date = self.date_in(block);
                found.body_end = block.folded.start;
            } else if let Some((name_end, date)) = self.name_and_date(block) {
                found.elements.signature = Some(self.element(self.span_in(block, 0, name_end)));
                found.elements.date = Some(date);
                found.body_end = block.folded.start;
                break;
            } else if is_body_name(text) {
                let span = block.span;
                found.elements.signature = Some(match &found.elements.signature {
                    // Two bodies sign: the lines are joined.
                    Some(last) => self.element(span.to(last.span)),
                    None => self.element(span),
                });
                found.body_end = block.folded.start;
            } else {
                break;
            }
            seen += 1;
        }
        if found.elements.date.is_none() {
            found.elements.date = below_title;
        }
    }

    /// A signature with its date on one line.
    fn name_and_date(&self, block: &Block) -> Option<(usize, DateElement<Span>)> {
        let text = self.folded(block);
        if text.chars().count() > 50 {
            return None;
        }
        let date = date::at_end(text)?;
        let name = text.get(..date.start)?.trim_end();
        is_body_name(name).then_some(())?;
        Some((name.len(), self.date_in(block)?))
    }

    fn date_in(&self, block: &Block) -> Option<DateElement<Span>> {
        let text = self.folded(block);
        let (range, iso) = date::read(text)?;
        let span = self.span_in(block, range.start, range.end);
        Some(DateElement {
            text: self.source.slice(span).to_owned(),
            span,
            iso,
        })
    }

    /// What the metadata of a web page tells where the text itself does not.
    fn metadata(&self, found: &mut Found) {
        let clutter = |block: &&Block| block.kind != BlockKind::Text;
        for block in self.layout.blocks.iter().take(60).filter(clutter) {
            let text = self.folded(block);
            let part = |pattern: &'static LazyLock<Option<Regex>>| {
                let m = regex(pattern)?.captures(text)?.get(1)?;
                Some(self.span_in(block, m.start(), m.end()))
            };
            if found.elements.date.is_none()
                && let Some(span) = part(&META_DATE)
            {
                let words = self.source.slice(span).to_owned();
                let squeezed: String = words.chars().filter(|c| !c.is_whitespace()).collect();
                found.elements.date = date::read(&squeezed).map(|(_, iso)| DateElement {
                    text: words,
                    span,
                    iso,
                });
            }
            if found.elements.doc_number.is_none() {
                found.elements.doc_number = part(&META_NUMBER).map(|span| self.element(span));
            }
        }
    }

    /// The year of the title; else of the announcement; else of the headings; else the one most often named at the beginning; else the year before the date.
    fn report_year(&self, found: &Found) -> Option<u16> {
        let title = found.title_year.map(|m| m.year);
        let opening = found.opening_year.map(|m| m.year);
        title
            .or(opening)
            .or_else(|| self.heading_year())
            .or_else(|| self.usual_year())
            .or_else(|| {
                let date = found.elements.date.as_ref()?;
                Some(date.iso.get(..4)?.parse::<u16>().ok()? - 1)
            })
    }

    /// The first year of a top heading, less one where the heading is about what comes next.
    fn heading_year(&self) -> Option<u16> {
        let years = self.outline.tops().filter_map(|(_, node)| {
            let title = self.outline.title(self.layout, node);
            let year: u16 = regex(&YEAR)?.find(title)?.as_str().parse().ok()?;
            let opened = super::wording::opened_by(title).parts;
            let next = opened == [crate::report::PartId::NextPlan];
            Some((next, year))
        });
        let mut from_plan = None;
        for (next, year) in years {
            if !next {
                return Some(year);
            }
            from_plan.get_or_insert(year - 1);
        }
        // A plan's year is weaker than the text's own years.
        self.usual_year().or(from_plan)
    }

    /// The year named most often as 2024年 at the beginning of the body, ranges, names of documents and numbers left out.
    fn usual_year(&self) -> Option<u16> {
        let text = self.layout.folded.text();
        let head = text.get(..text.floor_char_boundary(6000))?;
        let mut counts: Vec<(u16, usize)> = Vec::new();
        let mut depth = 0usize;
        let mut previous = '\0';
        let mut skip_to = 0;
        for (at, c) in head.char_indices() {
            match c {
                '《' | '〔' | '(' => depth += 1,
                '》' | '〕' | ')' | '\n' => depth = 0,
                '2' if depth == 0
                    && at >= skip_to
                    && !previous.is_ascii_digit()
                    && !"-—–~至".contains(previous) =>
                {
                    let year = head.get(at..at + 4).filter(|y| y.starts_with("20"));
                    let after = head.get(at + 4..).unwrap_or_default();
                    if let Some(year) = year.and_then(|y| y.parse::<u16>().ok()) {
                        let since = after.strip_prefix('年').map(|rest| {
                            let month = rest
                                .split_once('月')
                                .is_some_and(|(m, _)| m.parse::<u8>().is_ok());
                            month || rest.starts_with("至今")
                        });
                        if since == Some(false) {
                            match counts.iter_mut().find(|(y, _)| *y == year) {
                                Some((_, count)) => *count += 1,
                                None => counts.push((year, 1)),
                            }
                        }
                    }
                    skip_to = at + 4;
                }
                _ => {}
            }
            previous = c;
        }
        counts
            .into_iter()
            .rev()
            .max_by_key(|&(_, count)| count)
            .map(|(year, _)| year)
    }

    /// The kind of body, from the names it gives itself: in the title, the letterhead, the signature, the opening.
    fn body_kind(&self, found: &Found) -> Option<BodyKind> {
        let title = found.title_folded.as_str();
        let end = [title.find("20"), title.find("关于"), title.find("法治")]
            .into_iter()
            .flatten()
            .filter(|&at| at > 0)
            .min()
            .unwrap_or(title.len());
        let titled = title.get(..end).unwrap_or_default();
        let elements = &found.elements;
        let folded = |element: &Option<Element<Span>>| {
            element
                .as_ref()
                .map(|e| Layout::new(&Source::new(&e.text)).folded.text().to_owned())
        };
        super::body::kind_of(titled)
            .or_else(|| super::body::kind_of(&folded(&elements.signature)?))
            .or_else(|| super::body::kind_of(&folded(&elements.issuer)?))
            .or_else(|| super::body::kind_in_text(self.layout.folded.text()))
    }
}

/// A title that can stand alone: it says what it is about and what kind of paper it is.
fn is_whole_title(text: &str) -> bool {
    let about = [
        "法治",
        "依法行政",
        "政府信息公开",
        "工作",
        "普法",
        "述职",
        "述法",
    ]
    .iter()
    .any(|word| text.contains(word));
    about
        && (text.chars().count() >= 8 || text == "政府工作报告")
        && regex(&TITLE_END).is_some_and(|r| r.is_match(text))
}
