//! OFD (GB/T 33190), the national format for finished documents: the words of its pages, put together by where they stand. Seals and notes, which lie
//! outside the pages, are left out, and so is what a template puts on more than one page.

use super::lines::{self, Glyph, Page};
use super::package::{Package, resolve, split};
use super::xml::{Node, Tree};
use super::{FEWEST_CHARS, Unreadable};

/// A4 in millimetres, where a document says nothing of its pages.
const A4: [f32; 2] = [210.0, 297.0];

/// The text of it.
pub(super) fn read(bytes: &[u8]) -> Result<String, Unreadable> {
    let mut package = Package::open(bytes)?;
    let locked = package.find("Encryptions.xml").is_some();
    let otherwise = |why| match why {
        Unreadable::Damaged if locked => Unreadable::Encrypted,
        why => why,
    };
    let document = Document::open(&mut package).map_err(otherwise)?;
    document.text(&mut package).map_err(otherwise)
}

/// What the main part says.
#[derive(Default)]
struct Document {
    size: Option<[f32; 2]>,
    /// The parts of its pages, in their order.
    pages: Vec<String>,
    /// The parts that pages may have in common, by their ids.
    templates: Vec<(String, String)>,
}

impl Document {
    fn open(package: &mut Package<'_>) -> Result<Self, Unreadable> {
        let xml = package.text("OFD.xml")?.ok_or(Unreadable::Damaged)?;
        let tree = Tree::new(&xml)?;
        let mut all = tree.root()?.all();
        let root = all.find(|node| node.name() == "DocRoot");
        let name = resolve("", root.ok_or(Unreadable::Damaged)?.text().trim());
        let xml = package.text(&name)?.ok_or(Unreadable::Damaged)?;
        let tree = Tree::new(&xml)?;
        let (folder, _) = split(&name);
        let mut document = Self::default();
        for node in tree.root()?.all() {
            let place = || Some(resolve(folder, &node.attribute("BaseLoc")?));
            match node.name() {
                "Page" => document.pages.extend(place()),
                "TemplatePage" => document.templates.extend(node.attribute("ID").zip(place())),
                "PageArea" => document.size = size(node),
                _ => {}
            }
        }
        Ok(document)
    }

    fn text(&self, package: &mut Package<'_>) -> Result<String, Unreadable> {
        let mut sheets = Vec::new();
        for name in &self.pages {
            // A page without a part is an empty one.
            if let Some(xml) = package.text(name)? {
                sheets.push(self.sheet(&xml)?);
            }
        }
        let mut pictures = sheets.iter().map(|sheet| sheet.pictures).sum::<usize>();
        let uses = |id: &str| {
            let all = sheets.iter().flat_map(|sheet| &sheet.templates);
            all.filter(|used| *used == id).count()
        };
        let once: Vec<_> = self
            .templates
            .iter()
            .filter(|(id, _)| uses(id) == 1)
            .collect();
        for (id, name) in once {
            let sheet = sheets.iter_mut().find(|sheet| sheet.templates.contains(id));
            if let Some((sheet, xml)) = sheet.zip(package.text(name)?) {
                let tree = Tree::new(&xml)?;
                pictures += content(tree.root()?, &mut sheet.page);
            }
        }
        let pages: Vec<Page> = sheets.into_iter().map(|sheet| sheet.page).collect();
        let text = lines::text(&pages);
        let chars = text.chars().filter(|c| !c.is_whitespace());
        if pictures > 0 && chars.take(FEWEST_CHARS).count() < FEWEST_CHARS {
            return Err(Unreadable::Scanned);
        }
        Ok(text)
    }

    fn sheet(&self, xml: &str) -> Result<Sheet, Unreadable> {
        let tree = Tree::new(xml)?;
        let root = tree.root()?;
        let own = root.child("Area").and_then(size);
        let [width, height] = own.or(self.size).unwrap_or(A4);
        let mut page = Page::new(width, height);
        let pictures = content(root, &mut page);
        let templates = root.children().filter(|node| node.name() == "Template");
        Ok(Sheet {
            page,
            pictures,
            templates: templates
                .filter_map(|it| it.attribute("TemplateID"))
                .collect(),
        })
    }
}

struct Sheet {
    page: Page,
    pictures: usize,
    /// The ids of its templates.
    templates: Vec<String>,
}

/// The size of a page.
fn size(area: Node<'_, '_>) -> Option<[f32; 2]> {
    let numbers = numbers(&area.child("PhysicalBox")?.text());
    match *numbers.as_slice() {
        [_, _, width, height] if width > 0.0 && height > 0.0 => Some([width, height]),
        _ => None,
    }
}

/// Puts the words of a page or template on a page, and counts its pictures. What lies in the background is a watermark.
fn content(root: Node<'_, '_>, page: &mut Page) -> usize {
    let mut pictures = 0;
    let layers = root.child("Content").into_iter().flat_map(Node::children);
    for layer in layers.filter(|it| it.attribute("Type").is_none_or(|kind| kind != "Background")) {
        for node in layer.all() {
            match node.name() {
                "ImageObject" => pictures += 1,
                "TextObject" if node.attribute("Visible").is_none_or(|it| it != "false") => {
                    words(node, page);
                }
                _ => {}
            }
        }
    }
    pictures
}

/// Puts the words of a text object on a page. Its codes stand in a space of their own, which `CTM` turns into that of its box.
fn words(object: Node<'_, '_>, page: &mut Page) {
    let list = |name| numbers(&object.attribute(name).unwrap_or_default());
    let number = |name| list(name).first().copied();
    let [left, top] = match *list("Boundary").as_slice() {
        [left, top, ..] => [left, top],
        _ => [0.0, 0.0],
    };
    let [a, b, c, d, e, f] = list("CTM")
        .try_into()
        .unwrap_or([1.0, 0.0, 0.0, 1.0, 0.0, 0.0]);
    let upright = a > 0.0 && d > 0.0 && b.abs() < a * 0.1 && c.abs() < d * 0.1;
    let size = number("Size").unwrap_or(0.0);
    if !upright || size <= 0.0 {
        return;
    }
    let narrow = number("HScale").filter(|it| *it > 0.0).unwrap_or(1.0);
    let [mut x, mut y] = [0.0, 0.0];
    for code in object.children().filter(|node| node.name() == "TextCode") {
        let get = |name| code.attribute(name);
        let first = |name| get(name).and_then(|it| numbers(&it).first().copied());
        // What is not told is as it was for the code before.
        x = first("X").unwrap_or(x);
        y = first("Y").unwrap_or(y);
        let (across, down) = (get("DeltaX"), get("DeltaY"));
        let told = across.is_some() || down.is_some();
        let mut across = deltas(across.as_deref().unwrap_or_default());
        let mut down = deltas(down.as_deref().unwrap_or_default());
        let [mut at_x, mut at_y] = [x, y];
        let text = code.text();
        for (at, letter) in text.char_indices() {
            let usual = size * narrow * if letter.is_ascii() { 0.5 } else { 1.0 };
            let step = across.next();
            let step = step.unwrap_or(if told { 0.0 } else { usual });
            // A longer step is a gap, and what is known then is how wide letters are as a rule.
            let whole = step > 0.0 && step <= size * narrow * 1.05;
            let width = if whole { step } else { usual };
            if !letter.is_control() {
                page.push(Glyph {
                    x: left + a * at_x + c * at_y + e,
                    y: top + b * at_x + d * at_y + f,
                    width: width * a,
                    size: size * d,
                    text: text.get(at..at + letter.len_utf8()).unwrap_or_default(),
                });
            }
            at_x += step;
            at_y += down.next().unwrap_or(0.0);
        }
    }
}

/// The distances between letters, where `g 3 4.5` stands for three times 4.5.
fn deltas(list: &str) -> impl Iterator<Item = f32> {
    let mut words = list.split_whitespace();
    let mut again = 0usize;
    let mut last = 0.0;
    std::iter::from_fn(move || {
        if again == 0 {
            let mut word = words.next()?;
            again = 1;
            if word == "g" {
                again = words.next()?.parse().ok()?;
                word = words.next()?;
            }
            last = word.parse().ok()?;
        }
        again = again.saturating_sub(1);
        Some(last)
    })
}

fn numbers(list: &str) -> Vec<f32> {
    let numbers = list
        .split_whitespace()
        .filter_map(|number| number.parse().ok());
    numbers.filter(|number: &f32| number.is_finite()).collect()
}

#[cfg(test)]
mod tests;
