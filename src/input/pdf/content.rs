//! Content streams: what a page shows, run as far as text goes.

use std::collections::HashMap;
use std::rc::Rc;

use hayro_syntax::content::TypedIter;
use hayro_syntax::content::ops::TypedInstruction;
use hayro_syntax::object::dict::keys;
use hayro_syntax::object::{Array, Dict, Name, Object, Stream};
use hayro_syntax::page::{Page as PdfPage, Resources};

use super::bounds::{self, Budget};
use super::codes::Tables;
use super::font::Font;
use super::matrix::Matrix;
use super::radicals;
use crate::input::Unreadable;
use crate::input::lines::{Glyph, Page};

/// How deep forms stand in one another, and states on one another.
const FORMS: usize = 8;
const STATES: usize = 512;
/// What an operator costs that loads something.
const LOAD: usize = 100;
/// How much of its length a line may rise and be level.
const LEVEL: f64 = 0.05;

/// What has been read of a file.
pub(super) struct Contents {
    pub budget: Budget,
    /// The pages, without what is marked as no part of the text.
    pub pages: Vec<Page>,
    /// Those parts of pages that the structure speaks of, by page and number.
    pub marked: HashMap<(usize, i32), Page>,
    /// Characters, and how many of them are not known.
    pub shown: usize,
    pub lost: usize,
    /// Pictures.
    pub images: usize,
    fonts: HashMap<usize, Rc<Font>>,
    tables: Tables,
}

/// What `q` saves.
#[derive(Clone)]
struct State {
    /// To places on the page, from its top.
    ctm: Matrix,
    font: Option<Rc<Font>>,
    size: f64,
    char_space: f64,
    word_space: f64,
    scale: f64,
    leading: f64,
    rise: f64,
}

/// What marked content says of what is in it.
#[derive(Clone, Copy, Default)]
struct Mark {
    id: Option<i32>,
    /// No part of the text.
    artifact: bool,
}

/// The words that stand for what is shown until the mark at that depth ends, and where it is.
struct Actual {
    depth: usize,
    text: String,
    place: Option<Place>,
}

#[derive(Clone, Copy)]
struct Place {
    x: f32,
    y: f32,
    end: f32,
    size: f32,
}

/// One content stream as it is run.
struct Run<'c, 'r, 'a> {
    all: &'c mut Contents,
    resources: &'r Resources<'a>,
    state: State,
    states: Vec<State>,
    matrix: Matrix,
    line: Matrix,
    /// What held before the first mark of the stream.
    outer: Mark,
    marks: Vec<Mark>,
    actual: Option<Actual>,
    forms: usize,
}

impl Contents {
    pub fn new() -> Self {
        Self {
            budget: Budget::new(),
            pages: Vec::new(),
            marked: HashMap::new(),
            shown: 0,
            lost: 0,
            images: 0,
            fonts: HashMap::new(),
            tables: Tables::default(),
        }
    }

    /// Reads a page.
    pub fn read(&mut self, page: &PdfPage<'_>) -> Result<(), Unreadable> {
        let (width, height) = page.render_dimensions();
        self.pages.push(Page::new(width, height));
        let mut data = Vec::new();
        if let Some(stream) = page.raw().get::<Stream<'_>>(keys::CONTENTS) {
            data.extend_from_slice(&self.budget.decoded(&stream)?.unwrap_or_default());
        } else if let Some(streams) = page.raw().get::<Array<'_>>(keys::CONTENTS) {
            for stream in streams.iter::<Stream<'_>>() {
                self.budget.step(LOAD)?;
                data.extend_from_slice(&self.budget.decoded(&stream)?.unwrap_or_default());
                data.push(b'\n');
            }
        }
        let state = State {
            ctm: Matrix(page.initial_transform(true).as_coeffs()),
            font: None,
            size: 0.0,
            char_space: 0.0,
            word_space: 0.0,
            scale: 1.0,
            leading: 0.0,
            rise: 0.0,
        };
        self.run(&data, page.resources(), state, Mark::default(), 0)
    }

    fn run(
        &mut self,
        data: &[u8],
        resources: &Resources<'_>,
        state: State,
        outer: Mark,
        forms: usize,
    ) -> Result<(), Unreadable> {
        let mut run = Run {
            all: self,
            resources,
            state,
            states: Vec::new(),
            matrix: Matrix::IDENTITY,
            line: Matrix::IDENTITY,
            outer,
            marks: Vec::new(),
            actual: None,
            forms,
        };
        bounds::check_content(data)?;
        let mut operators = TypedIter::new(data);
        while let Some(operator) = operators.next() {
            run.all.budget.step(1)?;
            run.operator(&operator)?;
        }
        run.end_actual()
    }

    fn font(&mut self, dict: &Dict<'_>) -> Result<Rc<Font>, Unreadable> {
        // The bytes of a dictionary stay where they are as long as the file does.
        let key = dict.data().as_ptr() as usize;
        if let Some(font) = self.fonts.get(&key) {
            return Ok(Rc::clone(font));
        }
        self.budget.step(LOAD)?;
        let font = Rc::new(Font::new(dict, &mut self.budget)?);
        self.fonts.insert(key, Rc::clone(&font));
        Ok(font)
    }
}

impl Run<'_, '_, '_> {
    fn operator(&mut self, operator: &TypedInstruction<'_, '_>) -> Result<(), Unreadable> {
        use TypedInstruction as Op;
        match operator {
            Op::SaveState(_) if self.states.len() < STATES => self.states.push(self.state.clone()),
            Op::RestoreState(_) => {
                if let Some(state) = self.states.pop() {
                    self.state = state;
                }
            }
            Op::Transform(it) => {
                let numbers = [it.0, it.1, it.2, it.3, it.4, it.5];
                self.state.ctm = self.state.ctm * Matrix(numbers.map(|it| it.as_f64()));
            }
            Op::BeginText(_) => self.set_line(Matrix::IDENTITY),
            Op::SetTextMatrix(it) => {
                let numbers = [it.0, it.1, it.2, it.3, it.4, it.5];
                self.set_line(Matrix(numbers.map(|it| it.as_f64())));
            }
            Op::TextFont(it) => {
                self.state.size = it.1.as_f64();
                self.state.font = match self.resources.get_font(it.0) {
                    Some(dict) => Some(self.all.font(&dict)?),
                    None => None,
                };
            }
            Op::CharacterSpacing(it) => self.state.char_space = it.0.as_f64(),
            Op::WordSpacing(it) => self.state.word_space = it.0.as_f64(),
            Op::HorizontalScaling(it) => self.state.scale = it.0.as_f64() / 100.0,
            Op::TextLeading(it) => self.state.leading = it.0.as_f64(),
            Op::TextRise(it) => self.state.rise = it.0.as_f64(),
            Op::NextLine(it) => self.next_line(it.0.as_f64(), it.1.as_f64()),
            Op::NextLineAndSetLeading(it) => {
                self.state.leading = -it.1.as_f64();
                self.next_line(it.0.as_f64(), it.1.as_f64());
            }
            Op::NextLineUsingLeading(_) => self.next_line(0.0, -self.state.leading),
            Op::ShowText(it) => self.show(it.0.as_bytes())?,
            Op::NextLineAndShowText(it) => {
                self.next_line(0.0, -self.state.leading);
                self.show(it.0.as_bytes())?;
            }
            Op::ShowTextWithParameters(it) => {
                self.state.word_space = it.0.as_f64();
                self.state.char_space = it.1.as_f64();
                self.next_line(0.0, -self.state.leading);
                self.show(it.2.as_bytes())?;
            }
            Op::ShowTexts(it) => {
                for item in it.0.iter::<Object<'_>>() {
                    self.all.budget.step(1)?;
                    match item {
                        Object::String(text) => self.show(text.as_bytes())?,
                        Object::Number(number) => {
                            let by = -number.as_f64() / 1000.0 * self.state.size;
                            self.advance(by * self.state.scale);
                        }
                        _ => {}
                    }
                }
            }
            Op::BeginMarkedContent(it) => self.mark(it.0, None),
            Op::BeginMarkedContentWithProperties(it) => {
                let properties = match it.1 {
                    Object::Dict(dict) => Some(dict.clone()),
                    Object::Name(name) => self.resources.properties.get::<Dict<'_>>(name.as_ref()),
                    _ => None,
                };
                self.mark(it.0, properties.as_ref());
            }
            Op::EndMarkedContent(_) => {
                self.marks.pop();
                if self
                    .actual
                    .as_ref()
                    .is_some_and(|it| it.depth > self.marks.len())
                {
                    self.end_actual()?;
                }
            }
            Op::InlineImage(_) => self.all.images += 1,
            Op::XObject(it) => self.object(it.0)?,
            _ => {}
        }
        Ok(())
    }

    fn object(&mut self, name: &Name<'_>) -> Result<(), Unreadable> {
        self.all.budget.step(LOAD)?;
        let Some(stream) = self.resources.get_x_object(name) else {
            return Ok(());
        };
        let dict = stream.dict();
        match dict.get::<Name<'_>>(keys::SUBTYPE).as_deref() {
            Some(b"Image") => self.all.images += 1,
            Some(b"Form") if self.forms < FORMS => {
                let Some(data) = self.all.budget.decoded(&stream)? else {
                    return Ok(());
                };
                let own = dict.get::<Dict<'_>>(keys::RESOURCES).map(Resources::new);
                let resources = own.as_ref().unwrap_or(self.resources);
                let mut state = self.state.clone();
                if let Some(matrix) = dict.get::<[f64; 6]>(keys::MATRIX) {
                    state.ctm = state.ctm * Matrix(matrix);
                }
                let mark = self.now();
                self.all
                    .run(&data, resources, state, mark, self.forms + 1)?;
            }
            _ => {}
        }
        Ok(())
    }

    fn mark(&mut self, tag: &Name<'_>, properties: Option<&Dict<'_>>) {
        if self.marks.len() >= STATES {
            return;
        }
        let mut mark = self.now();
        mark.artifact |= tag.as_ref() == b"Artifact";
        // The numbers in a form are its own, and the structure says so; they are told by what the form stands in.
        let id = properties.and_then(|it| it.get::<i32>(keys::MCID));
        if self.forms == 0 && id.is_some() {
            mark.id = id;
        }
        self.marks.push(mark);
        let text =
            properties.and_then(|it| it.get::<hayro_syntax::object::String<'_>>(keys::ACTUAL_TEXT));
        if let Some(text) = text
            && self.actual.is_none()
        {
            self.actual = Some(Actual {
                depth: self.marks.len(),
                text: text_string(text.as_bytes()),
                place: None,
            });
        }
    }

    fn now(&self) -> Mark {
        self.marks.last().copied().unwrap_or(self.outer)
    }

    fn end_actual(&mut self) -> Result<(), Unreadable> {
        if let Some(Actual {
            text,
            place: Some(place),
            ..
        }) = self.actual.take()
        {
            self.put(place, &text)?;
        }
        Ok(())
    }

    fn set_line(&mut self, matrix: Matrix) {
        self.line = matrix;
        self.matrix = matrix;
    }

    fn next_line(&mut self, x: f64, y: f64) {
        self.set_line(self.line * Matrix::shift(x, y));
    }

    fn advance(&mut self, x: f64) {
        self.matrix = self.matrix * Matrix::shift(x, 0.0);
    }

    fn show(&mut self, mut bytes: &[u8]) -> Result<(), Unreadable> {
        let Some(font) = self.state.font.clone() else {
            return Ok(());
        };
        while !bytes.is_empty() {
            self.all.budget.step(1)?;
            let (shown, rest) = font.next(bytes, &self.all.tables);
            bytes = rest;
            let state = &self.state;
            let mut width = f64::from(shown.width) * state.size + state.char_space;
            if shown.space {
                width += state.word_space;
            }
            width *= state.scale;
            if !font.vertical {
                self.glyph(width, shown.text.as_deref())?;
                self.advance(width);
            }
        }
        Ok(())
    }

    /// A glyph of a width, where it stands upright.
    fn glyph(&mut self, width: f64, text: Option<&str>) -> Result<(), Unreadable> {
        let state = &self.state;
        let Matrix([a, b, c, d, x, y]) = state.ctm * self.matrix * Matrix::shift(0.0, state.rise);
        // Some write upside down with a size below nothing.
        let sign = state.size.signum();
        let level = a * sign > 0.0 && b.abs() <= LEVEL * a.abs() && d * sign < 0.0;
        if !level || self.now().artifact {
            return Ok(());
        }
        let place = Place {
            x: x as f32,
            y: y as f32,
            end: (x + width * a) as f32,
            size: (state.size.abs() * c.hypot(d)) as f32,
        };
        if let Some(actual) = &mut self.actual {
            let place = actual.place.get_or_insert(place);
            place.end = place.end.max((x + width * a) as f32);
            return Ok(());
        }
        match text {
            Some(text) => self.put(place, text),
            None => {
                self.all.lost += 1;
                self.put(place, "\u{fffd}")
            }
        }
    }

    fn put(&mut self, place: Place, text: &str) -> Result<(), Unreadable> {
        self.all.budget.step(text.len() / 4)?;
        let unseen = |c: char| {
            (c.is_control() && !c.is_whitespace())
                || matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{feff}' | '\u{e000}'..='\u{f8ff}')
        };
        let text: String = text
            .chars()
            .filter(|&c| !unseen(c))
            .map(|c| match c {
                '\n' | '\r' | '\t' | '\u{b}' | '\u{c}' => ' ',
                c => radicals::plain(c),
            })
            .collect();
        if text.is_empty() {
            return Ok(());
        }
        let glyph = Glyph {
            x: place.x,
            y: place.y,
            width: place.end - place.x,
            size: place.size,
            text: &text,
        };
        let id = self.now().id;
        let all = &mut *self.all;
        if !text.trim().is_empty() {
            all.shown += 1;
        }
        let number = all.pages.len();
        if let Some(page) = all.pages.last_mut() {
            if let Some(id) = id {
                let part = all.marked.entry((number - 1, id));
                part.or_insert_with(|| Page::new(0.0, 0.0)).push(glyph);
            }
            page.push(glyph);
        }
        Ok(())
    }
}

/// The text of a string that is no shown one: UTF-16 or UTF-8 by its mark, or else Latin.
pub(super) fn text_string(bytes: &[u8]) -> String {
    match bytes {
        [0xfe, 0xff, rest @ ..] => {
            let units = rest.chunks_exact(2).filter_map(|pair| pair.first_chunk());
            char::decode_utf16(units.map(|&pair| u16::from_be_bytes(pair)))
                .filter_map(Result::ok)
                .collect()
        }
        [0xef, 0xbb, 0xbf, rest @ ..] => String::from_utf8_lossy(rest).into_owned(),
        _ => bytes.iter().map(|&byte| char::from(byte)).collect(),
    }
}
