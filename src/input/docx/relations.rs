//! The relations between the parts of an Office package (ISO/IEC 29500-2): which part is which, by the files in the folders `_rels`.

use super::super::Unreadable;
use super::super::package::{Package, resolve, split};
use super::super::xml::{Node, Tree};

/// What a part has to do with another one.
pub(super) struct Relation {
    pub(super) id: String,
    /// The last word of its type, such as `styles`: what stands before differs between the two kinds of the standard.
    pub(super) kind: String,
    /// The name of the other part.
    pub(super) target: String,
}

/// The name of the file that holds the relations of a part; of the package itself where the name is empty.
pub(super) fn file_of(part: &str) -> String {
    let (folder, name) = split(part);
    format!("{folder}_rels/{name}.rels")
}

/// The relations of a part; none where there is no such file.
///
/// # Errors
/// Where the file is damaged or more than is good.
pub(super) fn of(package: &mut Package<'_>, part: &str) -> Result<Vec<Relation>, Unreadable> {
    let Some(xml) = package.text(&file_of(part))? else {
        return Ok(Vec::new());
    };
    let tree = Tree::new(&xml)?;
    let (folder, _) = split(part);
    let relations = tree
        .root()?
        .children()
        .filter_map(|node| read(node, folder));
    Ok(relations.collect())
}

fn read(node: Node<'_, '_>, folder: &str) -> Option<Relation> {
    let kind = node.attribute("Type")?;
    Some(Relation {
        id: node.attribute("Id")?,
        kind: kind.rsplit('/').next()?.to_owned(),
        target: resolve(folder, &node.attribute("Target")?),
    })
}
