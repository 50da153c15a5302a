//! Any parts in a sound package: to the readers of packages the parts are what the bytes are to the others, and no mutation of a packed file gets as
//! far. What is read of a Word document takes comments, and is read again as before.
#![no_main]

use std::io::{Cursor, Write};

use fazhi_check::input::{self, Comment, Format};
use fazhi_check::text::Utf16Span;
use fazhi_check_fuzz::is_in_bounds;
use libfuzzer_sys::fuzz_target;
use zip::result::ZipError;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipWriter};

/// A package of the parts that the bytes tell, with a zero between names and contents.
fn package(bytes: &[u8]) -> Result<Vec<u8>, ZipError> {
    let options = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let mut package = ZipWriter::new(Cursor::new(Vec::new()));
    let mut pieces = bytes.split(|&byte| byte == 0);
    while let (Some(name), Some(content)) = (pieces.next(), pieces.next()) {
        package.start_file(String::from_utf8_lossy(name), options)?;
        package.write_all(content)?;
    }
    Ok(package.finish()?.into_inner())
}

/// The document with a comment at each end and in the middle.
fn commented(package: &[u8], text: &str) -> Option<Vec<u8>> {
    let end = u32::try_from(text.encode_utf16().count()).ok()?;
    let spans = [(0, 1), (end / 2, end / 2 + 3), (end / 2, end)];
    let comments = spans.map(|(start, end)| Comment {
        span: Utf16Span { start, end },
        author: "核对".to_owned(),
        date: None,
        text: "问题".to_owned(),
    });
    input::annotate(package, &comments).ok()
}

fuzz_target!(|bytes: &[u8]| {
    let Ok(package) = package(bytes) else {
        return;
    };
    for format in [Format::Docx, Format::Odt, Format::Ofd] {
        let Ok(text) = input::document(format, &package) else {
            continue;
        };
        is_in_bounds(&package, &text);
        if format == Format::Docx
            && let Some(commented) = commented(&package, &text)
        {
            assert_eq!(input::document(format, &commented), Ok(text));
        }
    }
});
