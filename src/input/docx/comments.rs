//! The part of a document that holds its comments, made or made longer, and the marks that lead from the text to it.

use super::super::Unreadable;
use super::super::package::{Package, split};
use super::super::xml::{Node, Tree, escaped};
use super::Parts;
use super::annotate::Comment;
use super::edits::inner_end;
use super::relations;

const CONTENT_TYPES: &str = "[Content_Types].xml";
const CONTENT_TYPE: &str =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
/// The two kinds of the standard, by the names of their words and of their relations.
const STRICT: &str = "http://purl.oclc.org/ooxml/officeDocument/relationships";
const TRANSITIONAL: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

/// How a document writes its elements, and the first number that no comment of it has.
pub(super) struct Words {
    /// What stands before the names of elements and attributes.
    prefix: String,
    /// The name of the words (`xmlns`).
    space: String,
    first: usize,
}

impl Words {
    pub(super) fn new(
        package: &mut Package<'_>,
        parts: &Parts,
        root: Node<'_, '_>,
    ) -> Result<Self, Unreadable> {
        let (prefix, _) = root
            .full_name()
            .split_once(':')
            .ok_or(Unreadable::Damaged)?;
        let mut first = next_id(root);
        if let Some((_, xml)) = own_part(package, parts)? {
            first = first.max(next_id(Tree::new(&xml)?.root()?));
        }
        Ok(Self {
            prefix: format!("{prefix}:"),
            space: root.attribute(prefix).unwrap_or_default(),
            first,
        })
    }

    /// The number of a new comment.
    pub(super) fn id(&self, index: usize) -> usize {
        self.first + index
    }

    /// The mark where the words begin that a comment is about.
    pub(super) fn start(&self, id: usize) -> String {
        let w = &self.prefix;
        format!("<{w}commentRangeStart {w}id=\"{id}\"/>")
    }

    /// The mark where they end, and the comment's own.
    pub(super) fn end(&self, id: usize) -> String {
        let w = &self.prefix;
        format!(
            "<{w}commentRangeEnd {w}id=\"{id}\"/><{w}r><{w}commentReference {w}id=\"{id}\"/></{w}r>"
        )
    }

    /// The parts that change or come when comments are added.
    pub(super) fn parts(
        &self,
        package: &mut Package<'_>,
        parts: &Parts,
        comments: &[&Comment],
    ) -> Result<Vec<(String, String)>, Unreadable> {
        if let Some((name, xml)) = own_part(package, parts)? {
            let added = self.written(comments);
            return Ok(vec![(name, within_root(&xml, |_| added)?)]);
        }
        let (folder, _) = split(&parts.name);
        let mut names = (0..).map(|n| match n {
            0 => "comments.xml".to_owned(),
            n => format!("comments{n}.xml"),
        });
        let free = |name: &String| package.find(&format!("{folder}{name}")).is_none();
        let name = names.find(free).unwrap_or_default();
        let types = package.text(CONTENT_TYPES)?.ok_or(Unreadable::Damaged)?;
        let types = within_root(&types, |p| {
            format!("<{p}Override PartName=\"/{folder}{name}\" ContentType=\"{CONTENT_TYPE}\"/>")
        })?;
        let file = relations::file_of(&parts.name);
        let known = package.text(&file)?;
        let known = known.unwrap_or_else(|| format!("<Relationships xmlns=\"{RELATIONS}\"/>"));
        let mut ids = (1..).map(|n| format!("rIdComments{n}"));
        let taken = |id: &String| parts.relations.iter().any(|known| known.id == *id);
        let id = ids.find(|id| !taken(id)).unwrap_or_default();
        let strict = self.space.contains("purl.oclc.org");
        let kind = if strict { STRICT } else { TRANSITIONAL };
        let known = within_root(&known, |p| {
            format!("<{p}Relationship Id=\"{id}\" Type=\"{kind}/comments\" Target=\"{name}\"/>")
        })?;
        let (w, space) = (&self.prefix, escaped(&self.space));
        let part = format!(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<{w}comments xmlns:{}=\"{space}\">{}</{w}comments>",
            w.trim_end_matches(':'),
            self.written(comments)
        );
        Ok(vec![
            (CONTENT_TYPES.to_owned(), types),
            (file, known),
            (format!("{folder}{name}"), part),
        ])
    }

    fn written(&self, comments: &[&Comment]) -> String {
        let w = &self.prefix;
        let mut out = String::new();
        for (index, comment) in comments.iter().enumerate() {
            let (id, author) = (self.id(index), escaped(&comment.author));
            out += &format!("<{w}comment {w}id=\"{id}\" {w}author=\"{author}\"");
            if let Some(date) = &comment.date {
                out += &format!(" {w}date=\"{}\"", escaped(date));
            }
            out.push('>');
            let mut mark = format!("<{w}r><{w}annotationRef/></{w}r>");
            for line in comment.text.split('\n') {
                let line = escaped(line);
                let mark = std::mem::take(&mut mark);
                out += &format!(
                    "<{w}p>{mark}<{w}r><{w}t xml:space=\"preserve\">{line}</{w}t></{w}r></{w}p>"
                );
            }
            out += &format!("</{w}comment>");
        }
        out
    }
}

/// The part with the comments that a document has already.
fn own_part(
    package: &mut Package<'_>,
    parts: &Parts,
) -> Result<Option<(String, String)>, Unreadable> {
    let known = parts.relations.iter().find(|it| it.kind == "comments");
    let Some(name) = known.map(|relation| relation.target.clone()) else {
        return Ok(None);
    };
    let xml = package.text(&name)?;
    Ok(xml.map(|xml| (name, xml)))
}

/// The first number above those of all comments in a part.
fn next_id(root: Node<'_, '_>) -> usize {
    let comments = root.all().filter(|node| node.name().starts_with("comment"));
    let ids = comments.filter_map(|node| node.attribute("id")?.parse::<u32>().ok());
    ids.max().map_or(0, |id| id as usize + 1)
}

/// A file with something put at the end of its outermost element, told with the prefix of that.
fn within_root(xml: &str, added: impl FnOnce(&str) -> String) -> Result<String, Unreadable> {
    let tree = Tree::new(xml)?;
    let root = tree.root()?;
    let name = root.full_name();
    let prefix = name
        .get(..name.len() - root.name().len())
        .unwrap_or_default();
    let added = added(prefix);
    let outer = root.outer();
    let part = |bytes: std::ops::Range<usize>| xml.get(bytes).unwrap_or_default();
    let empty = root.inner_start() == outer.end;
    if empty && part(outer.clone()).ends_with("/>") {
        let tag = root.tag().trim_end();
        let (before, after) = (part(0..outer.start), part(outer.end..xml.len()));
        return Ok(format!("{before}<{tag}>{added}</{name}>{after}"));
    }
    let at = inner_end(root);
    Ok(format!("{}{added}{}", part(0..at), part(at..xml.len())))
}
