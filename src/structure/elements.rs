//! The elements around the body: title, issuer, document number, signer, addressee, signature, date; the report year; the kind of body.

use std::sync::LazyLock;

use regex::Regex;

use crate::report::{BodyKind, DateElement, Element, Elements, PartId, Settings};
use crate::text::date::{self, is_date_line};
use crate::text::layout::BlockKind;
use crate::text::lexicon::Lexicon;
use crate::text::{Block, Layout, Source, Span};

use crate::text::names::{is_addressee, is_body_name, without_seal};

use super::outline::Outline;
use super::{wording, years};

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
pattern!(
    SIGNER,
    r"签发人[:：]?([^\x00-\x7f,。:、]{2,4}(?:、[^\x00-\x7f,。:、]{2,4})*)"
);
pattern!(
    TITLE_END,
    r"(?:报告|总结|汇报|情况|白皮书|要点|方案|计划|通知|意见|公报|自查|述职述法|办法|通报|答复|公告|公示|解读|规划|纲要|讲话|思路|打算|安排)(?:\([^()]{1,12}\))?》?$"
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

/// Without one of these words nothing is announced, and patterns take long.
static REPORTS: Lexicon = Lexicon::new("报告 汇报 总结");

/// So many lines at the end are looked at for a signature.
const MOST_TAIL_LINES: usize = 8;

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
            let text = self.folded(block);
            // 某镇2024法治政府建设年度报告 leaves 年 out.
            let bare = || {
                let year = regex(&YEAR)?.find(text).filter(|_| !text.contains('—'))?;
                Some((year.as_str().parse().ok()?, year.range()))
            };
            let (year, range) = years::named(text).into_iter().next().or_else(bare)?;
            Some(YearMention {
                year,
                start: block.folded.start + range.start,
                end: block.folded.start + range.end,
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
        let year = years::named(text)
            .into_iter()
            .next()
            .map(|(_, range)| range.start);
        let bare = regex(&YEAR).and_then(|r| r.find(text)).map(|m| m.start());
        let words = ["关于", "法治", "贯彻", "落实", "推进", "《"];
        let end = words
            .iter()
            .filter_map(|word| text.find(word))
            .chain(year)
            .chain(bare)
            .min()
            .unwrap_or(0);
        if end > 0 {
            found.elements.issuer = Some(self.element(self.span_in(block, 0, end)));
        }
    }

    /// A line that begins with a document number: the report's own, for a cited one stands inside a sentence.
    fn doc_number_line(&self, block: &Block) -> Option<Element<Span>> {
        let whole = self.folded(block);
        // （某政发〔2025〕3号） below the title.
        let text = whole
            .strip_prefix('(')
            .and_then(|inner| inner.strip_suffix(')'))
            .unwrap_or(whole);
        let number = regex(&DOC_NUMBER)
            .filter(|_| text.contains('号'))?
            .find(text)?;
        let rest = text.get(number.end()..)?;
        let alone = rest.is_empty() || rest.starts_with("签发");
        let from = whole.find(text)? + number.start();
        let end = from + number.len();
        alone.then(|| self.element(self.span_in(block, from, end)))
    }

    fn signer(&self, block: &Block, found: &mut Found) -> bool {
        let text = self.folded(block);
        if text.chars().count() > 40 || !text.contains("签发人") {
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
            let announces = regex(&ANNOUNCE).filter(|_| REPORTS.within(clause));
            let year = announces.and_then(|r| r.captures(clause)?.get(1));
            if let Some(year) = year {
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

    /// Signature and date: a name and a day in neighbouring lines, or else what stands after the last paragraph.
    fn tail(&self, found: &mut Found) {
        let below_title = found.elements.date.take();
        let first = self
            .outline
            .nodes
            .last()
            .map_or(0, |node| node.heading.block + 1);
        let blocks = self.layout.blocks.get(first..).unwrap_or_default();
        found.body_end = self.layout.folded.len();
        let mut end = blocks.len();
        // What follows the signature: attachments, copies, the buttons of the page.
        if let Some(day) = self.signed_day(blocks) {
            end = day + 1;
        }
        for block in blocks.iter().take(end).rev().take(MOST_TAIL_LINES) {
            let text = self.folded(block);
            let elements = &mut found.elements;
            if block.kind == BlockKind::Clutter || is_after_note(text) {
            } else if is_date_line(text) && elements.date.is_none() {
                elements.date = self.date_in(block);
            } else if let Some((name_end, date)) = self.name_and_date(block) {
                elements.signature = Some(self.element(self.span_in(block, 0, name_end)));
                elements.date = Some(date);
                found.body_end = block.folded.start;
                break;
            } else if is_body_name(text) {
                let name = self.span_in(block, 0, without_seal(text).len());
                // Two bodies sign: the lines are joined.
                let span = elements
                    .signature
                    .as_ref()
                    .map_or(name, |last| name.to(last.span));
                elements.signature = Some(self.element(span));
            } else {
                break;
            }
            found.body_end = block.folded.start;
        }
        if found.elements.date.is_none() {
            found.elements.date = below_title;
        }
    }

    /// The last line among some that is a day right below the name of a body, or has both.
    fn signed_day(&self, blocks: &[Block]) -> Option<usize> {
        let names =
            |block: &Block| block.kind == BlockKind::Text && is_body_name(self.folded(block));
        (0..blocks.len()).rev().find(|&at| {
            let Some(block) = blocks.get(at) else {
                return false;
            };
            let above = at.checked_sub(1).and_then(|above| blocks.get(above));
            self.name_and_date(block).is_some()
                || is_date_line(self.folded(block)) && above.is_some_and(names)
        })
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
            .or_else(|| {
                let date = found.elements.date.as_ref()?;
                Some(date.iso.get(..4)?.parse::<u16>().ok()? - 1)
            })
    }

    /// The year of the first top heading that looks back; else the one that the words before the plan name most often; else the plan's, less one.
    fn heading_year(&self) -> Option<u16> {
        let mut from_plan = None;
        for (_, node) in self.outline.tops() {
            let title = self.outline.title(self.layout, node);
            let Some((year, _)) = years::named(title).into_iter().next() else {
                continue;
            };
            if wording::opened_by(title, None).parts != [PartId::NextPlan] {
                return Some(year);
            }
            from_plan.get_or_insert(year - 1);
        }
        self.usual_year().or(from_plan)
    }

    /// The year named most often at the beginning of the text, before any plan.
    fn usual_year(&self) -> Option<u16> {
        const HEAD: usize = 6000;
        let text = self.layout.folded.text();
        let plan = self
            .outline
            .tops()
            .find(|(_, node)| {
                let title = self.outline.title(self.layout, node);
                wording::opened_by(title, None)
                    .parts
                    .contains(&PartId::NextPlan)
            })
            .map_or(text.len(), |(_, node)| node.heading.marker.start);
        years::usual(text.get(..text.floor_char_boundary(HEAD.min(plan)))?)
    }

    /// The kind of body, from the names it gives itself: in the title, the letterhead, the signature, the opening.
    fn body_kind(&self, found: &Found) -> Option<BodyKind> {
        let title = found.title_folded.as_str();
        let year = years::named(title)
            .into_iter()
            .next()
            .map(|(_, range)| range.start);
        let end = ["20", "关于", "法治", "贯彻", "落实", "推进"]
            .iter()
            .filter_map(|word| title.find(word))
            .chain(year)
            .filter(|&at| at > 0)
            .min()
            .unwrap_or(title.len());
        let titled = title
            .get(..end)
            .unwrap_or_default()
            .trim_start_matches('《');
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

/// Lines at the end of a paper that are neither body nor signature.
fn is_after_note(text: &str) -> bool {
    ["附件", "抄送", "联系人", "印发"]
        .iter()
        .any(|word| text.starts_with(word))
        || text.ends_with("印发")
        || (text.starts_with('(') && text.chars().count() < 40)
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
