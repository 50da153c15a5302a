//! What the fuzz targets share: texts made of any bytes, and the bounds of what a reader may make of a file.

use fazhi_check::report::{BodyKind, Purpose, Settings};

/// Text of so many bytes for each byte of a file, and a little more, is too much: a deflated file of spaces has a thousand.
pub const MOST_FOR_A_BYTE: usize = 1100;
/// The little more.
pub const MOST_FOR_NOTHING: usize = 1_000_000;

/// Words of the trade: marks, headings, numerals, and what the rules look at.
const WORDS: [&str; 128] = [
    "\n",
    "。",
    "，",
    "、",
    "；",
    "：",
    "“",
    "”",
    "（",
    "）",
    "《",
    "》",
    "〔",
    "〕",
    "\u{3000}",
    "\u{feff}",
    "🚓",
    "\t",
    "　　",
    "．",
    "一、",
    "二、",
    "三、",
    "（一）",
    "(三）",
    "1.",
    "2．",
    "3、",
    "①",
    "一是",
    "二是",
    "三是",
    "第一章",
    "第二，",
    "一",
    "两",
    "三",
    "十",
    "百",
    "千",
    "万",
    "亿",
    "零",
    "〇",
    "○",
    "壹",
    "佰",
    "点",
    "半",
    "数十",
    "几",
    "０",
    "９",
    "1,2",
    "0.5",
    "－",
    "百分之",
    "％",
    "个百分点",
    "余",
    "约",
    "以上",
    "不足",
    "至",
    "其中",
    "共",
    "分别",
    "件",
    "人次",
    "场",
    "元",
    "平方米",
    "天",
    "次",
    "成",
    "2023年",
    "2024年",
    "二〇二四年",
    "二O二四年",
    "２０２５年",
    "年度",
    "1月15日",
    "上半年",
    "同比",
    "增长",
    "下降",
    "某街道办事处",
    "青禾镇人民政府",
    "司法局",
    "市委、市政府",
    "县",
    "各",
    "党组",
    "主要负责人",
    "第一责任人",
    "法治政府建设",
    "年度报告",
    "工作报告",
    "主要举措和成效",
    "存在的不足和原因",
    "履行推进法治建设",
    "职责情况",
    "下一年度主要安排",
    "其他需要报告的情况",
    "存在的问题",
    "下一步",
    "计划",
    "附件：",
    "号",
    "×发",
    "签发人：",
    "现将",
    "报告如下",
    "行政复议",
    "行政诉讼",
    "审结",
    "化解",
    "开展",
    "接待",
    "合法性审查",
    "规范性文件",
    "党的二十大",
    "习近平法治思想",
    "《中华人民共和国行政处罚法》",
    "的的",
    "帐户",
    "-1-",
    "e\u{301}",
];

/// The text that bytes stand for: valid UTF-8 is as it is, and a byte that is none stands for a word. So a change of any byte leaves a text, and most
/// often one with a word more or less.
#[must_use]
pub fn text(bytes: &[u8]) -> String {
    let mut text = String::with_capacity(bytes.len());
    for chunk in bytes.utf8_chunks() {
        text.push_str(chunk.valid());
        let words = chunk.invalid().iter();
        text.extend(
            words
                .filter_map(|&byte| WORDS.get(usize::from(byte & 0x7f)))
                .copied(),
        );
    }
    text
}

/// Two texts: what stands before the first zero, and what stands behind it.
#[must_use]
pub fn texts(bytes: &[u8]) -> [String; 2] {
    let mut pieces = bytes.splitn(2, |&byte| byte == 0);
    [(); 2].map(|()| text(pieces.next().unwrap_or_default()))
}

/// What the user says of a text, one thing or another with its length.
#[must_use]
pub fn settings(bytes: &[u8]) -> Settings {
    let turn = bytes.len();
    Settings {
        body_kind: BodyKind::ALL.get(turn % 16).copied(),
        report_year: turn.is_multiple_of(3).then_some(2024),
        purpose: if turn.is_multiple_of(2) {
            Purpose::Public
        } else {
            Purpose::Submission
        },
    }
}

/// That a reader made no more of a file than there can be in it.
///
/// # Panics
/// Where it did.
pub fn is_in_bounds(file: &[u8], text: &str) {
    let most = MOST_FOR_A_BYTE * file.len() + MOST_FOR_NOTHING;
    assert!(
        text.len() <= most,
        "{} bytes of text from {}",
        text.len(),
        file.len()
    );
}
