//! Fields, of which a text shows the result and not the instruction: which are open, and whether what stands in them is seen.

/// Fields whose results are no words of the text: numbers of pages, and tables of contents, whose lines would pass for headings.
const LEFT_OUT: [&str; 6] = [
    "PAGE",
    "NUMPAGES",
    "SECTIONPAGES",
    "PAGEREF",
    "TOC",
    "INDEX",
];
/// So much of an instruction is looked at.
const LONGEST: usize = 64;

/// The fields that are open.
#[derive(Default)]
pub(super) struct Fields {
    open: Vec<Field>,
    /// How many of them hide what stands in them.
    hiding: usize,
}

struct Field {
    instruction: String,
    hides: bool,
    /// Whether the instruction is over.
    shows: bool,
}

impl Fields {
    /// Whether what stands here is seen.
    pub(super) fn shown(&self) -> bool {
        self.hiding == 0
    }

    /// A field begins, with its instruction.
    pub(super) fn begin(&mut self) {
        self.hiding += 1;
        self.open.push(Field {
            instruction: String::new(),
            hides: true,
            shows: false,
        });
    }

    /// A part of the instruction of the innermost field.
    pub(super) fn instruct(&mut self, words: &str) {
        if let Some(field) = self.open.last_mut().filter(|field| !field.shows) {
            let room = LONGEST.saturating_sub(field.instruction.len());
            let end = words.floor_char_boundary(room);
            field
                .instruction
                .push_str(words.get(..end).unwrap_or_default());
        }
    }

    /// The instruction is over; the result begins.
    pub(super) fn show(&mut self) {
        let Some(field) = self.open.last_mut().filter(|field| !field.shows) else {
            return;
        };
        field.shows = true;
        let name = field
            .instruction
            .split_whitespace()
            .next()
            .unwrap_or_default();
        if !LEFT_OUT.contains(&name.to_ascii_uppercase().as_str()) {
            field.hides = false;
            self.hiding -= 1;
        }
    }

    /// The innermost field ends.
    pub(super) fn end(&mut self) {
        if self.open.pop().is_some_and(|field| field.hides) {
            self.hiding -= 1;
        }
    }

    /// A paragraph ends. An instruction that is not over by then never will be: its field is damaged and must not hide the rest of the text.
    pub(super) fn end_paragraph(&mut self) {
        while self.open.last().is_some_and(|field| !field.shows) {
            self.end();
        }
    }
}
