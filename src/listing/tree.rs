//! The sections of a report by their ids, with the way up from each.

use std::collections::HashMap;

use crate::report::Section;

/// The tree of sections. Sections go by their index in the report.
pub struct Tree<'a> {
    indices: HashMap<&'a str, usize>,
    parents: Vec<Option<usize>>,
}

impl<'a> Tree<'a> {
    /// The tree of these sections.
    #[must_use]
    pub fn of<S>(sections: &'a [Section<S>]) -> Self {
        let mut indices: HashMap<&str, usize> = HashMap::new();
        let mut parents = Vec::with_capacity(sections.len());
        for (index, section) in sections.iter().enumerate() {
            let parent = section.parent.as_deref();
            parents.push(parent.and_then(|id| indices.get(id).copied()));
            indices.insert(&section.id, index);
        }
        Self { indices, parents }
    }

    /// The section with this id.
    #[must_use]
    pub fn index(&self, id: &str) -> Option<usize> {
        self.indices.get(id).copied()
    }

    /// The section that a section lies in.
    #[must_use]
    pub fn parent(&self, section: usize) -> Option<usize> {
        self.parents.get(section).copied().flatten()
    }

    /// The section at the top that a section lies in, itself perhaps, and the one below that.
    #[must_use]
    pub fn highest(&self, section: usize) -> [Option<usize>; 2] {
        let (mut top, mut second) = (section, None);
        while let Some(parent) = self.parent(top) {
            second = Some(top);
            top = parent;
        }
        [Some(top), second]
    }
}
