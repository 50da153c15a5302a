//! Why a file gives no text, in words for the user: what it is, and what to do.

use std::fmt;

/// A file that cannot be read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unreadable {
    /// Nothing in it but white space.
    Empty,
    /// More than [`super::MAX_BYTES`].
    TooLarge,
    /// Word since 2007.
    Docx,
    /// Word 97 to 2003.
    Doc,
    /// WPS Office's own format.
    Wps,
    /// PDF.
    Pdf,
    /// OFD, the national format for finished documents.
    Ofd,
    /// Rich text.
    Rtf,
    /// OpenDocument text.
    Odt,
    /// A spreadsheet.
    Sheet,
    /// A presentation.
    Slides,
    /// A picture.
    Image,
    /// A saved web page.
    Html,
    /// A packed archive.
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
                "文件超过 20 MB，不像是一份报告。请另存为不含图片的纯文本（.txt），或者只复制正文粘贴到这里。"
            }
            Self::Docx => {
                "这是 Word 文档（.docx），目前还不能直接读取。请在 Word 或 WPS 中打开，全选复制后粘贴到这里；也可以另存为纯文本（.txt）再打开。"
            }
            Self::Doc => {
                "这是旧版 Word 文档（.doc），目前还不能直接读取。请在 Word 或 WPS 中打开，全选复制后粘贴到这里；也可以另存为纯文本（.txt）再打开。"
            }
            Self::Wps => {
                "这是 WPS 文字文档（.wps），目前还不能直接读取。请在 WPS 中打开，全选复制后粘贴到这里；也可以另存为纯文本（.txt）再打开。"
            }
            Self::Pdf => {
                "这是 PDF 文件，目前还不能直接读取。请用阅读器打开，全选复制文字后粘贴到这里；选不中文字的是扫描件，需要先做文字识别。"
            }
            Self::Ofd => {
                "这是 OFD 版式文件，目前还不能直接读取。请用 OFD 阅读器打开，复制文字后粘贴到这里，或者使用定稿前的 Word 文档。"
            }
            Self::Rtf => {
                "这是 RTF 文档，目前还不能直接读取。请在 Word 或 WPS 中打开，全选复制后粘贴到这里；也可以另存为纯文本（.txt）再打开。"
            }
            Self::Odt => {
                "这是 ODT 文档，目前还不能直接读取。请在 WPS 或 LibreOffice 中打开，全选复制后粘贴到这里。"
            }
            Self::Sheet => "这是电子表格，不是报告正文。请打开报告文档，复制正文后粘贴到这里。",
            Self::Slides => "这是演示文稿，不是报告正文。请打开报告文档，复制正文后粘贴到这里。",
            Self::Image => {
                "这是图片，里面没有可以核对的文字。请先做文字识别，或者使用报告的电子文档。"
            }
            Self::Html => "这是网页文件。请用浏览器打开它，选中报告正文，复制后粘贴到这里。",
            Self::Archive => "这是压缩包。请先解压，再打开里面的报告。",
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
