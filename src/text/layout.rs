//! Lines -> blocks: paragraphs cut by a page break are put together, page numbers dropped, the clutter of web pages told apart.

use std::ops::Range;

use super::clutter::{is_clutter, is_page_number};
use super::date::is_date_line;
use super::folded::Folded;
use super::glued;
use super::marker;
use super::names::is_body_name;
use super::source::{Source, Span};
use super::sparse::sparse;
use super::variants;

/// What a block is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockKind {
    /// Words of the report: a heading, a paragraph, a line of the title.
    Text,
    /// What the web page put around it: menus, metadata, buttons.
    Clutter,
    /// A row of a table.
    Table,
}

/// A paragraph, a heading line, a table row, or a line of clutter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Block {
    /// What it is.
    pub kind: BlockKind,
    /// Where it stands in the source, without white space at its ends. A page number inside it is covered.
    pub span: Span,
    /// Where it stands in the folded text.
    pub folded: Range<usize>,
    /// The gaps inside it, where a page break parted a sentence.
    pub breaks: Vec<Span>,
}

/// The folded text and its blocks, in order.
#[derive(Clone, Debug, Default)]
pub struct Layout {
    /// The text made uniform; the blocks are parted by line feeds.
    pub folded: Folded,
    /// The blocks in the order of the text.
    pub blocks: Vec<Block>,
}

impl Layout {
    /// Lays out a text.
    #[must_use]
    pub fn new(source: &Source) -> Self {
        let mut builder = Builder {
            text: source.text(),
            traditional: variants::is_traditional(source.text()),
            ..Builder::default()
        };
        let spaces_part = glued::lost_line_breaks(source.text());
        let mut start = 0;
        for line in source.text().split('\n') {
            let mut rest = line;
            if spaces_part {
                while let Some(at) = glued::next_part(rest) {
                    let (part, after) = rest.split_at_checked(at).unwrap_or((rest, ""));
                    builder.line(part, start);
                    start += part.len();
                    rest = after;
                }
            }
            builder.line(rest, start);
            start += rest.len() + 1;
        }
        let mut layout = builder.layout;
        glued::part(&mut layout, source);
        layout
    }

    /// The folded words of a block.
    #[must_use]
    pub fn folded_of(&self, block: &Block) -> &str {
        self.folded.slice(block.folded.start, block.folded.end)
    }

    /// Where a span of the source stands in the folded text.
    #[must_use]
    pub fn folded_range(&self, span: Span) -> Range<usize> {
        self.folded.copy_at(span.start)..self.folded.copy_at(span.end)
    }

    /// Where a range of the folded text stands in the source.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize, source: &Source) -> Span {
        self.folded.source_span(start, end, source.text())
    }
}

#[derive(Default)]
struct Builder<'a> {
    /// The whole text.
    text: &'a str,
    layout: Layout,
    traditional: bool,
    /// The folded line at hand.
    line: Folded,
    /// Whether a whole sentence has been seen, so that the head of the page is over.
    in_body: bool,
}

impl Builder<'_> {
    fn line(&mut self, line: &str, start: usize) {
        let trimmed = line.trim_matches(is_blank);
        if trimmed.is_empty() {
            return;
        }
        let at = start + (line.len() - line.trim_start_matches(is_blank).len());
        let signs = markdown_signs(trimmed);
        let (at, trimmed) = (at + signs, trimmed.get(signs..).unwrap_or_default());
        let table = is_table_row(trimmed);
        self.line.clear();
        self.line.push_line(trimmed, self.traditional, at);
        let line = self.line.text();
        if line.is_empty() || is_page_number(line) {
            return;
        }
        let kind = if is_clutter(line, self.in_body) {
            BlockKind::Clutter
        } else if table {
            BlockKind::Table
        } else {
            BlockKind::Text
        };
        self.in_body |= kind == BlockKind::Text && line.contains('。');
        let continues = kind == BlockKind::Text
            && signs == 0
            && starts_midway(line)
            && self.layout.blocks.last().is_some_and(|last| {
                last.kind == BlockKind::Text && is_open(self.layout.folded_of(last))
            });
        let folded = &mut self.layout.folded;
        if !continues && !folded.is_empty() {
            // What stands before a line may be wider than a line feed: a blank of three bytes.
            let gap = self.text.floor_char_boundary(at.saturating_sub(1));
            folded.push('\n', gap, at - gap);
        }
        let from = folded.len();
        folded.append(&self.line);
        let span = Span::new(at, at + trimmed.len());
        match self.layout.blocks.last_mut() {
            Some(last) if continues => {
                last.breaks.push(Span::new(last.span.end, at));
                last.span.end = span.end;
                last.folded.end = self.layout.folded.len();
            }
            _ => self.layout.blocks.push(Block {
                kind,
                span,
                folded: from..self.layout.folded.len(),
                breaks: Vec::new(),
            }),
        }
    }
}

/// A row of a table: cells between bars or tabs. A tab after a mark is white space (一、⇥主要举措, as automatic numbers are pasted), and so is the one
/// between the number of a document and who signs it (青政〔2025〕3号⇥签发人：李明).
fn is_table_row(line: &str) -> bool {
    if sparse(line)
        .filter(|(_, c)| matches!(c, '|' | '｜'))
        .count()
        >= 2
    {
        return true;
    }
    let mut cells = line.split('\t').filter(|cell| !cell.trim().is_empty());
    let (Some(first), Some(second)) = (cells.next(), cells.next()) else {
        return false;
    };
    if second.trim_start().starts_with("签发") {
        return false;
    }
    let first = Folded::line(first);
    let mark = marker::read(first.text()).is_some_and(|mark| mark.len == first.len());
    (!mark || cells.next().is_some()) && !line.contains('。')
}

/// White space of any kind, and the marks without width that Word leaves.
pub(super) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{feff}' | '\u{200b}'..='\u{200f}')
}

/// Bytes of the signs that Markdown puts before a heading, a list item or a quotation: `## `, `- `, `> `.
fn markdown_signs(line: &str) -> usize {
    let hashes = line.trim_start_matches('#');
    let rest = if hashes.len() < line.len() {
        hashes
    } else {
        line.trim_start_matches(['-', '*', '+', '>', '•'])
    };
    let after = rest.trim_start_matches(' ');
    let signs = line.len() - rest.len();
    // Without a space it is a dash or a mask, and a lone sign is no list.
    if (1..=6).contains(&signs)
        && after.len() < rest.len()
        && after
            .starts_with(|c: char| !c.is_ascii_digit() || signs > 1 || hashes.len() < line.len())
    {
        line.len() - after.len()
    } else {
        0
    }
}

/// Whether a line can be the second half of a sentence: no mark of its own, no signature, no date.
fn starts_midway(line: &str) -> bool {
    marker::read(line).is_none()
        && !is_body_name(line)
        && !line.starts_with(['《', '“', '(', '〔', '[', '【', '附'])
        && !is_date_line(line)
}

/// Whether a paragraph stops in mid-sentence, so that the next line may go on with it. A heading or a line of a title is not open.
#[must_use]
pub fn is_open(text: &str) -> bool {
    let Some(last) = text.chars().next_back() else {
        return false;
    };
    if "。;:!?…”)》】』」〕]>.".contains(last) {
        return false;
    }
    if matches!(last, ',' | '、') {
        return true;
    }
    let long = text.chars().count() >= 24;
    let marked = marker::read(text).is_some();
    long && (text.contains(['。', ';']) || (!marked && text.contains(',')))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn blocks(text: &str) -> Vec<(BlockKind, String)> {
        let source = Source::new(text);
        let layout = Layout::new(&source);
        layout
            .blocks
            .iter()
            .map(|block| (block.kind, layout.folded_of(block).to_owned()))
            .collect()
    }

    fn texts(text: &str) -> Vec<String> {
        blocks(text)
            .into_iter()
            .filter(|(kind, _)| *kind == BlockKind::Text)
            .map(|(_, text)| text)
            .collect()
    }

    #[test]
    fn a_paragraph_cut_by_a_page_number_is_one() {
        assert_eq!(
            texts(
                "全年开展执法检查，对沿街商户、在建工地逐家上门，发现的\n\n- 3 -\n\n问题当场交办。\n（二）普法"
            ),
            [
                "全年开展执法检查,对沿街商户、在建工地逐家上门,发现的问题当场交办。",
                "(二)普法"
            ]
        );
    }

    #[test]
    fn headings_and_title_lines_stay_apart() {
        let text = "某某县人民政府\n关于2024年度法治政府建设情况的报告\n一、主要举措，突出成效，深化改革，优化法治化营商环境\n（一）学习\n全年学习3次。\n某某县人民政府\n2025年1月3日";
        assert_eq!(texts(text).len(), 7);
    }

    #[test]
    fn spaces_go_except_between_words() {
        assert_eq!(
            texts("2024 年 共 12 件 Rust 1 次")[0],
            "2024年共12件Rust 1次"
        );
    }

    #[test]
    fn markdown_signs_go() {
        assert_eq!(
            texts("## 一、**主要举措**\n- 学法4次\n- 办案12件\n-5℃以下\n- 3 -"),
            ["一、主要举措", "学法4次", "办案12件", "-5℃以下"]
        );
    }

    #[test]
    fn a_tab_after_a_mark_is_no_table() {
        let kinds: Vec<BlockKind> = blocks("一、\t主要举措\n乡镇\t办件\n1.\t学法\t4次")
            .into_iter()
            .map(|(kind, _)| kind)
            .collect();
        assert_eq!(kinds, [BlockKind::Text, BlockKind::Table, BlockKind::Table]);
    }

    #[test]
    fn the_number_and_who_signs_beside_it_are_no_table() {
        let kind = |line: &str| blocks(line).first().map(|(kind, _)| *kind);
        let head = "青禾政〔2025〕3号\t\t签发人：李明";
        assert_eq!(kind(head), Some(BlockKind::Text));
        assert_eq!(kind("乡镇\t签收文书"), Some(BlockKind::Table));
    }

    #[test]
    fn clutter_is_told_apart() {
        let text = "您的位置: 首页 > 政务公开\n索 引 号：001/2024-1 | 发布机构：某某局\n发布日期: 2024-03-26 来源: 某街\n某某局2023年法治政府建设报告\n来源于群众的意见，逐条办理。\n【打印】【关闭】";
        let kinds: Vec<BlockKind> = blocks(text).into_iter().map(|(kind, _)| kind).collect();
        use BlockKind::{Clutter, Text};
        assert_eq!(kinds, [Clutter, Clutter, Clutter, Text, Text, Clutter]);
    }

    #[test]
    fn a_text_without_line_breaks_is_parted_at_its_headings() {
        let text = "2024年，某镇推进法治建设，现将情况报告如下：一、主要举措和成效（一）加强学习。学习4次。（二）规范执法。办案3件。二、存在的不足和原因力量不足。三、下一步安排加强培训。";
        let got = texts(text);
        assert_eq!(got.len(), 6, "{got:#?}");
        assert_eq!(got[1], "一、主要举措和成效");
        assert_eq!(got[2], "(一)加强学习。学习4次。");
    }

    #[test]
    fn a_list_inside_a_paragraph_is_no_reason_to_part_it() {
        let text = "一、主要举措和成效\n抓好三件事：一、学习；二、执法；三、普法。\n二、存在的不足";
        assert_eq!(texts(text).len(), 3);
    }

    #[test]
    fn folded_words_lead_back_to_the_source() {
        let source = Source::new("共 １２ 件（二）");
        let layout = Layout::new(&source);
        let at = layout.folded.text().find("12").unwrap();
        assert_eq!(
            source.slice(layout.source_span(at, at + 2, &source)),
            "１２"
        );
        let at = layout.folded.text().find("件").unwrap();
        assert_eq!(
            source.slice(layout.source_span(at, at + 4, &source)),
            "件（"
        );
    }
}
