//! Lines -> blocks: paragraphs cut by a page break are put together, page numbers dropped, the clutter of web pages told apart,
//! and a text that lost all its line breaks is parted again at its headings.

use std::ops::Range;

use super::folded::{Folded, fold};
use super::marker::{self, Style};
use super::source::{Source, Span};
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
            traditional: variants::is_traditional(source.text()),
            ..Builder::default()
        };
        let spaces_part = lost_line_breaks(source.text());
        let mut start = 0;
        for line in source.text().split('\n') {
            let mut rest = line;
            if spaces_part {
                while let Some(at) = next_part(rest) {
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
        layout.part_glued(source);
        layout
    }

    /// The folded words of a block.
    #[must_use]
    pub fn folded_of(&self, block: &Block) -> &str {
        self.folded.slice(block.folded.start, block.folded.end)
    }

    /// Where a range of the folded text stands in the source.
    #[must_use]
    pub fn source_span(&self, start: usize, end: usize, source: &Source) -> Span {
        self.folded.source_span(start, end, source.text())
    }

    /// Parts the blocks of a text whose line breaks were lost, at the headings inside them.
    fn part_glued(&mut self, source: &Source) {
        let starts_with_heading = |block: &Block| {
            marker::read(self.folded_of(block)).is_some_and(|m| m.style == Style::Chinese)
        };
        if self.blocks.iter().skip(1).any(starts_with_heading) {
            return;
        }
        let cuts: Vec<Vec<usize>> = {
            let mut expected = Expected::default();
            self.blocks
                .iter()
                .map(|block| match block.kind {
                    BlockKind::Text => glued_headings(self, block, source, &mut expected),
                    _ => Vec::new(),
                })
                .collect()
        };
        let mut cuts = cuts;
        for (block, cuts) in self.blocks.iter().zip(&mut cuts) {
            if block.kind == BlockKind::Text {
                cuts.extend(title_cut(self, block));
                cuts.extend(signature_cuts(self, block));
                cuts.sort_unstable();
                cuts.dedup();
            }
        }
        let inside: usize = self
            .blocks
            .iter()
            .zip(&cuts)
            .map(|(block, cuts)| cuts.iter().filter(|&&at| at > block.folded.start).count())
            .sum();
        if inside < 2 {
            return;
        }
        let blocks = std::mem::take(&mut self.blocks);
        for (block, cuts) in blocks.into_iter().zip(cuts) {
            let mut from = block.folded.start;
            for at in cuts.into_iter().chain([block.folded.end]) {
                if at > from {
                    let span = self.source_span(from, at, source);
                    self.blocks.push(Block {
                        kind: block.kind,
                        span,
                        folded: from..at,
                        breaks: Vec::new(),
                    });
                }
                from = at;
            }
        }
    }
}

/// Whether a long text has next to no lines, but spaces where they were.
fn lost_line_breaks(text: &str) -> bool {
    const FEW_LINES: usize = 3;
    let lines = text.lines().filter(|line| !line.trim().is_empty());
    let few = lines.take(FEW_LINES).count() < FEW_LINES;
    few && text.len() > 600 && next_part(text.trim_start()).is_some()
}

/// Where the next paragraph starts in a line that has spaces for line breaks: after the end of a sentence, before a mark, after a heading or a title.
fn next_part(line: &str) -> Option<usize> {
    let body = line.trim_start_matches(is_blank);
    let lead = line.len() - body.len();
    let mut from = 0;
    while let Some(gap) = body.get(from..)?.find(is_blank).map(|at| from + at) {
        let part = body.get(..gap)?;
        let after = body.get(gap..)?.trim_start_matches(is_blank);
        let start = body.len() - after.len();
        let mut head = String::new();
        let upto = after.floor_char_boundary(24);
        fold_line(after.get(..upto)?, false, |c, _, _| head.push(c));
        let mut own = String::new();
        let upto = part.floor_char_boundary(24);
        fold_line(part.get(..upto)?, false, |c, _, _| own.push(c));
        let heading = marker::read(&own).is_some_and(|m| own.len() > m.len + 9)
            && !part.contains(['。', '；'])
            && part.ends_with(marker::is_han)
            && head.starts_with(|c: char| marker::is_han(c) || c == '2');
        let ended =
            part.ends_with(['。', '：', '；', ':', '！', '”', '）']) || part.ends_with("报告");
        if !after.is_empty() && (ended || heading || marker::read(&head).is_some()) {
            return Some(lead + start);
        }
        from = start;
    }
    None
}

/// The numbers that come next in a text without line breaks.
#[derive(Default)]
struct Expected {
    /// The last 一、 seen.
    top: u32,
    /// The last （一） seen under it.
    second: u32,
}

/// Where headings start inside a block: 一、 and （一） that count on from the last one and stand after the end of a sentence or a space.
fn glued_headings(
    layout: &Layout,
    block: &Block,
    source: &Source,
    expected: &mut Expected,
) -> Vec<usize> {
    let text = layout.folded_of(block);
    let mut cuts = Vec::new();
    let mut before = None;
    for (at, c) in text.char_indices() {
        let previous = before.replace(c);
        if !(c == '('
            || matches!(
                c,
                '一' | '二' | '三' | '四' | '五' | '六' | '七' | '八' | '九' | '十'
            ))
        {
            continue;
        }
        let rest = text.get(at..).unwrap_or_default();
        let Some(mark) = marker::read(rest) else {
            continue;
        };
        let Some(number) = mark.number else { continue };
        let offset = block.folded.start + at;
        let parted = match previous {
            None | Some('。' | ';' | ':' | '!' | '?' | '”' | ')') => true,
            Some(_) => {
                let here = layout.folded.source_at(offset);
                source
                    .text()
                    .get(..here)
                    .is_some_and(|before| before.ends_with(char::is_whitespace))
            }
        };
        match mark.style {
            Style::Chinese if parted && number == expected.top + 1 => {
                expected.top = number;
                expected.second = 0;
                cuts.push(offset);
            }
            // Right after 一、… there is often no mark at all, so the count alone decides.
            Style::ChineseParen
                if expected.top > 0 && number == expected.second + 1 && (parted || number == 1) =>
            {
                expected.second = number;
                cuts.push(offset);
            }
            _ => {}
        }
    }
    cuts
}

/// Where the title ends that a text without line breaks begins with: …情况报告2023年，….
fn title_cut(layout: &Layout, block: &Block) -> Option<usize> {
    if block.folded.start > 0 {
        return None;
    }
    let text = layout.folded_of(block);
    let head = text.get(..text.floor_char_boundary(240))?;
    ["报告", "总结", "白皮书"]
        .iter()
        .filter_map(|word| Some(head.find(word)? + word.len()))
        .min()
        .filter(|&end| {
            let before = head.get(..end).unwrap_or_default();
            let after = head.get(end..).unwrap_or_default();
            !before.contains([',', '。'])
                && (after.starts_with("20") || after.starts_with("一年来"))
        })
        .map(|end| block.folded.start + end)
}

/// Where signature and date begin that stand right after the last sentence.
fn signature_cuts(layout: &Layout, block: &Block) -> Vec<usize> {
    let text = layout.folded_of(block);
    if block.folded.end != layout.folded.len() || text.ends_with('。') {
        return Vec::new();
    }
    let Some(end) = text.rfind('。').map(|at| at + '。'.len_utf8()) else {
        return Vec::new();
    };
    let tail = text.get(end..).unwrap_or_default();
    let Some(date) = tail
        .find("20")
        .filter(|&at| is_date_line(tail.get(at..).unwrap_or_default()))
    else {
        return Vec::new();
    };
    let from = block.folded.start + end;
    vec![from, from + date]
}

#[derive(Default)]
struct Builder {
    layout: Layout,
    traditional: bool,
    /// The folded line at hand.
    line: String,
    /// Whether a whole sentence has been seen, so that the head of the page is over.
    in_body: bool,
}

impl Builder {
    fn line(&mut self, line: &str, start: usize) {
        let trimmed = line.trim_matches(is_blank);
        if trimmed.is_empty() {
            return;
        }
        let at = start + (line.len() - line.trim_start_matches(is_blank).len());
        let signs = markdown_signs(trimmed);
        let (at, trimmed) = (at + signs, trimmed.get(signs..).unwrap_or_default());
        let table = trimmed.contains('\t') || trimmed.matches(['|', '｜']).count() >= 2;
        self.line.clear();
        fold_line(trimmed, self.traditional, |c, _, _| self.line.push(c));
        if self.line.is_empty() || is_page_number(&self.line) {
            return;
        }
        let kind = if is_clutter(&self.line, self.in_body) {
            BlockKind::Clutter
        } else if table {
            BlockKind::Table
        } else {
            BlockKind::Text
        };
        self.in_body |= kind == BlockKind::Text && self.line.contains('。');
        let continues = kind == BlockKind::Text
            && signs == 0
            && starts_midway(&self.line)
            && self.layout.blocks.last().is_some_and(|last| {
                last.kind == BlockKind::Text && is_open(self.layout.folded_of(last))
            });
        let folded = &mut self.layout.folded;
        if !continues && !folded.is_empty() {
            folded.push('\n', at.saturating_sub(1), 1);
        }
        let from = folded.len();
        fold_line(trimmed, self.traditional, |c, offset, len| {
            folded.push(c, at + offset, len);
        });
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

/// White space of any kind, and the marks without width that Word leaves.
fn is_blank(c: char) -> bool {
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

/// Folds a line, giving each character with its offset and length in the line.
fn fold_line(line: &str, traditional: bool, mut push: impl FnMut(char, usize, usize)) {
    let mut last = '\0';
    let mut only_number = true;
    let mut space: Option<(usize, usize)> = None;
    let mut before = '\0';
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let next = chars.peek().map(|&(_, c)| c);
        let previous = std::mem::replace(&mut before, c);
        // Bold in Markdown: **…**.
        if c == '*' && (next == Some('*') || previous == '*') {
            continue;
        }
        match fold(c, traditional) {
            None => {
                space.get_or_insert((at, c.len_utf8()));
            }
            Some(folded) => {
                if let Some((at, len)) = space.take()
                    && last.is_ascii_alphanumeric()
                    && folded.is_ascii_alphanumeric()
                {
                    push(' ', at, len);
                }
                // A half-width full stop ends a sentence after a Chinese word: 工作. but not 1. nor 一. nor 3.5 nor …
                let ends = folded == '.'
                    && !only_number
                    && (marker::is_han(last) || matches!(last, '”' | '》' | ')' | '%'))
                    && !next.is_some_and(|c| c.is_ascii_alphanumeric() || c == '.');
                let folded = if ends { '。' } else { folded };
                push(folded, at, c.len_utf8());
                only_number &= "一二三四五六七八九十".contains(folded);
                last = folded;
            }
        }
    }
}

/// A line that holds nothing but a page number: - 2 -, 5, 第3页, 3/12.
fn is_page_number(line: &str) -> bool {
    let inner = line.trim_matches(['-', '—', '–', '―', '·', '.', '_', '~']);
    if let Some(page) = inner.strip_prefix('第') {
        let page = page.trim_end_matches(|c: char| "页共,/ ".contains(c) || c.is_ascii_digit());
        return page.is_empty() && inner.contains('页');
    }
    let digits = inner.bytes().filter(u8::is_ascii_digit).count();
    (1..=3).contains(&digits) && digits == inner.len()
}

/// Words that a line of a web page's furniture starts with, once bullets and brackets are taken off. Spaces are folded away.
const CLUTTER_STARTS: &[&str] = &[
    "当前位置",
    "您的位置",
    "您当前",
    "您现在",
    "你的位置",
    "所在位置",
    "首页",
    "网站首页",
    "字号",
    "字体",
    "打印",
    "分享",
    "扫一扫",
    "扫描二维码",
    "发布时间",
    "发布日期",
    "发文日期",
    "公开日期",
    "更新时间",
    "更新日期",
    "发布机构",
    "发布单位",
    "发文机关",
    "发文单位",
    "公开机构",
    "信息来源",
    "文章来源",
    "稿件来源",
    "来源",
    "作者",
    "编辑",
    "责任编辑",
    "责编",
    "审核:",
    "浏览次数",
    "浏览量",
    "浏览",
    "阅读次数",
    "阅读量",
    "阅读:",
    "点击数",
    "点击量",
    "点击次数",
    "点击率",
    "访问量",
    "访问次数",
    "索引号",
    "引号:",
    "发文字号",
    "文号",
    "成文日期",
    "成文时间",
    "生成时间",
    "发文时间",
    "效力状态",
    "生成日期",
    "时间:",
    "日期:",
    "主题分类",
    "体裁分类",
    "主题词",
    "公文种类",
    "公文时效",
    "信息分类",
    "信息名称",
    "信息索取号",
    "组配分类",
    "服务对象",
    "有效性",
    "有效期",
    "时效性",
    "公开方式",
    "公开范围",
    "公开形式",
    "公开时限",
    "公开属性",
    "名称:",
    "标题:",
    "关键词",
    "内容概述",
    "上一篇",
    "下一篇",
    "上一条",
    "下一条",
    "相关链接",
    "相关文档",
    "相关阅读",
    "相关解读",
    "版权所有",
    "主办单位",
    "友情链接",
    "主办:",
    "承办单位",
    "承办:",
    "技术支持",
    "网站标识码",
    "网站地图",
    "联系我们",
    "无障碍",
    "关怀版",
    "长者",
    "适老化",
    "返回",
    "关闭",
    "收藏",
    "语音播报",
    "播报",
    "视力保护色",
    "背景色",
    "保护视力",
    "打开当前页",
    "手机扫",
    "微信扫",
    "我要纠错",
    "纠错",
    "保存",
    "导出",
    "下载",
    "附件下载",
    "政府信息公开指南",
    "设为首页",
    "加入收藏",
    "繁体",
    "简体",
    "登录",
    "注册",
    "English",
    "大中小",
    "T大",
    "A+",
    "微信",
    "微博",
    "QQ",
];

/// A line of menus, metadata or buttons. Inside the body only what cannot be a sentence is taken for one.
fn is_clutter(line: &str, in_body: bool) -> bool {
    const LONGEST: usize = 600;
    if line.len() > LONGEST || line.contains('。') {
        return false;
    }
    let inner = line.trim_start_matches(|c: char| "[【(•·●○■□◆*-|>_~:「『<".contains(c));
    let starts = CLUTTER_STARTS.iter().any(|word| inner.starts_with(word));
    let crumbs = line.matches('>').count() >= 1 && !line.contains(['<', '《', ',']);
    let footer = ["ICP备", "公网安备", "版权所有", "网站标识码"]
        .iter()
        .any(|word| line.contains(word));
    if footer || crumbs {
        return true;
    }
    if starts {
        // 分享… and 来源… can open a sentence too: in the body such a line must be short and hold no comma.
        return !in_body || (line.chars().count() <= 40 && !line.contains(',')) || inner != line;
    }
    if in_body {
        return false;
    }
    let code = line.len() >= 8
        && line
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b"/-:_ ".contains(&b));
    let tail = line.ends_with("号]")
        || matches!(
            line,
            "政府信息公开" | "政务公开" | "信息公开" | "正文" | "法治政府建设年度报告"
        );
    // 2024-11-28 08:30 来源：… 阅读：…
    let stamped = line.starts_with("20")
        && line.contains(':')
        && line.chars().take(12).filter(char::is_ascii_digit).count() >= 6
        && [
            "来源", "作者", "阅读", "点击", "浏览", "编辑", "字号", "记者",
        ]
        .iter()
        .any(|word| line.contains(word));
    code || tail || stamped || is_labelled(line)
}

/// 标签：值 — a label of two to six characters and its value. An addressee has nothing after its colon; the signer is no clutter.
fn is_labelled(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else {
        return false;
    };
    let length = label.chars().count();
    (2..=6).contains(&length)
        && label.chars().all(marker::is_han)
        && !label.contains("签发")
        && !value.contains("法治")
        && !value.is_empty()
        && value.chars().count() <= 40
        && !value.contains([',', ';'])
}

/// Whether a line can be the second half of a sentence: no mark of its own, no signature, no date.
fn starts_midway(line: &str) -> bool {
    marker::read(line).is_none()
        && !line.starts_with(['《', '“', '(', '〔', '[', '【', '附'])
        && !is_date_line(line)
}

/// A line that is a day and nothing else.
#[must_use]
pub fn is_date_line(line: &str) -> bool {
    let rest: String = line
        .chars()
        .filter(|c| !c.is_ascii_digit() && !"〇零一二三四五六七八九十○О".contains(*c))
        .collect();
    matches!(rest.as_str(), "年月日" | "--" | ".." | "//" | "年月")
        && line.chars().any(|c| c.is_ascii_digit() || c == '二')
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
