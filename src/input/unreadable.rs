//! Why a file gives no text, in words for the user: what it is, and what to do.

use std::fmt;

/// A file that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing in it but white space.
    Empty,
    /// More than [`super::MAX_BYTES`].
    TooLarge,
    /// Unpacked it would be far larger than a report is, or it is nested too deep.
    TooMuch,
    /// Locked with a password.
    Encrypted,
    /// It begins like a format that is read, and then is not.
    Damaged,
    /// A document of Word 6, Word 95 or Works.
    Old,
    /// Markup that is no web page: Word 2003 XML, OpenDocument in one file.
    Xml,
    /// Pages that are pictures.
    Scanned,
    /// Its fonts do not tell which characters they show.
    Fonts,
    /// A spreadsheet.
    Sheet,
    /// A presentation.
    Slides,
    /// A picture.
    Image,
    /// A packed archive of a kind that is not read, or one in the place of a document.
    Archive,
    /// Bytes that are no text.
    Binary,
    /// Text in an encoding that is not known.
    Encoding,
}

impl Unreadable {
    /// What the file is, and what to do.
    #[must_use]
    pub fn message(self) -> &'static str {
        match self {
            Self::Empty => "文件里没有文字。请确认选对了文件，或者打开它，全选复制后粘贴到这里。",
            Self::TooLarge => {
                "文件超过 20 MB，不像是一份报告。请另存为不含图片的文档，或者只复制正文粘贴到这里。"
            }
            Self::TooMuch => {
                "文件展开后过大或者嵌套过深，不像是一份报告，没有继续读取。请在 Word 或 WPS 中打开，全选复制后粘贴到这里。"
            }
            Self::Encrypted => {
                "文件设有密码。请用密码打开它，去掉密码后另存一份，或者全选复制后粘贴到这里。"
            }
            Self::Damaged => {
                "文件已损坏或者不完整，读不出文字。请用原来的软件打开看看；能打开的，另存一份再试，或者全选复制后粘贴到这里。"
            }
            Self::Old => {
                "这是上世纪的旧版 Word 或 Works 文档，读不了。请用 Word 或 WPS 打开，另存为 .docx 再试，或者全选复制后粘贴到这里。"
            }
            Self::Xml => {
                "这是 XML 文件，读不了。如果是用 Word、WPS 或 LibreOffice 保存的文档，请用它打开，另存为 .docx 再试。"
            }
            Self::Scanned => {
                "这是扫描件，页面都是图片，里面没有可以核对的文字。请先做文字识别（OCR），或者使用报告的电子文档。"
            }
            Self::Fonts => {
                "这个 PDF 里的字体没有文字对照表，读出来、复制出来都是乱码。请使用报告的 Word、WPS 文档。"
            }
            Self::Sheet => "这是电子表格，不是报告正文。请打开报告文档，复制正文后粘贴到这里。",
            Self::Slides => "这是演示文稿，不是报告正文。请打开报告文档，复制正文后粘贴到这里。",
            Self::Image => {
                "这是图片，里面没有可以核对的文字。请先做文字识别（OCR），或者使用报告的电子文档。"
            }
            Self::Archive => "这种压缩包读不了（能读的是 .zip）。请先解压，再打开里面的报告。",
            Self::Binary => {
                "这不是文本文件，里面没有可以核对的文字。请打开报告文档，全选复制后粘贴到这里。"
            }
            Self::Encoding => {
                "认不出这个文件的文字编码。请用记事本打开，另存时把编码选为 UTF-8，再打开一次；也可以全选复制后粘贴到这里。"
            }
        }
    }
}

impl fmt::Display for Unreadable {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.message())
    }
}

impl std::error::Error for Unreadable {}
