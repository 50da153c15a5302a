//! Reads the files that are opened: plain text at once, every other format by its reader, in a worker.

use js_sys::{Array, Uint8Array};
use wasm_bindgen::JsCast;
use web_sys::File;

use super::hand::{Hand, Trouble};
use super::text as words;
use crate::input::{self, Format, MAX_BYTES, Unreadable};

/// A file that takes longer to read is given up.
const LIMIT_MS: u32 = 10_000;

/// What is in a file.
pub enum Content {
    /// A document: its text, and whether it is one that comments can be written into.
    Text {
        /// The text.
        text: String,
        /// Whether it is a .docx, by its content.
        docx: bool,
    },
    /// An archive: the files in it.
    Files(Vec<File>),
}

/// The readers. Cloning gives another handle of the same. Each started when a file of its kind first comes.
#[derive(Clone)]
pub struct Reader {
    documents: Hand,
    pdf: Hand,
}

impl Default for Reader {
    fn default() -> Self {
        Self {
            documents: Hand::new("documents"),
            pdf: Hand::new("pdf"),
        }
    }
}

impl Reader {
    /// Gives up what is being read.
    pub fn end(&self) {
        self.documents.end();
        self.pdf.end();
    }

    /// What is in a file.
    ///
    /// # Errors
    /// Where it cannot be read: what it is and what to do, in words for the user; none where the reading was given up.
    pub async fn read(&self, file: &File) -> Result<Content, Option<String>> {
        if file.size() > MAX_BYTES as f64 {
            return Err(Some(Unreadable::TooLarge.message().to_owned()));
        }
        let buffer = file.array_buffer().await;
        let buffer = buffer.map_err(|_| Some(words::unread_by_browser().to_owned()))?;
        let packed = Uint8Array::new(&buffer);
        let bytes = packed.to_vec();
        let told = |why: Unreadable| Some(why.message().to_owned());
        let format = input::format(&bytes).map_err(told)?;
        let docx = format == Format::Docx;
        let (hand, call) = match format {
            Format::Text => {
                let text = input::plain(&bytes).map_err(told)?.text;
                return Ok(Content::Text { text, docx });
            }
            Format::Zip => (&self.documents, "unpack"),
            Format::Pdf => (&self.pdf, "read"),
            _ => (&self.documents, "read"),
        };
        drop(bytes);
        let answer = hand.ask(call, Array::of1(&packed), LIMIT_MS).await;
        let answer = answer.map_err(words::unread_by_reader)?;
        let broken = || words::unread_by_reader(Trouble::Broken);
        let answer: Array = answer.dyn_into().map_err(|_| broken())?;
        if let Some(why) = answer.get(1).as_string() {
            return Err(Some(why));
        }
        match answer.get(0).as_string() {
            Some(text) => Ok(Content::Text { text, docx }),
            None => files(&answer.get(0)).ok_or_else(broken).map(Content::Files),
        }
    }
}

/// The files that `unpack` gave, as if they had been chosen.
fn files(members: &wasm_bindgen::JsValue) -> Option<Vec<File>> {
    let members: &Array = members.dyn_ref()?;
    let file = |pair: wasm_bindgen::JsValue| {
        let pair: Array = pair.dyn_into().ok()?;
        let name = pair.get(0).as_string()?;
        File::new_with_u8_array_sequence(&Array::of1(&pair.get(1)), &name).ok()
    };
    members.iter().map(file).collect()
}
