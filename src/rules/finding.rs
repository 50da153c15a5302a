//! What a rule says before the registry adds its name and its key.

use crate::document::Document;
use crate::report::{Edit, Finding, Fix, Related, Severity};
use crate::sort;
use crate::text::Span;

/// A finding in the making.
#[derive(Clone, Debug)]
pub struct Draft {
    severity: Severity,
    message: String,
    span: Option<Span>,
    after: Option<String>,
    related: Vec<Related<Span>>,
    fix: Option<Fix<Span>>,
    basis: Option<&'static str>,
}

impl Draft {
    /// A finding about words.
    #[must_use]
    pub fn at(severity: Severity, span: Span, message: impl Into<String>) -> Self {
        Self {
            span: Some(span),
            ..Self::absent(severity, message)
        }
    }

    /// A finding about a fault that may stand all over a text: it is told of once, at the first place, and its change mends every one.
    /// The edits may come in any order.
    #[must_use]
    pub fn throughout(
        severity: Severity,
        mut edits: Vec<Edit<Span>>,
        sure: bool,
        message: impl Into<String>,
    ) -> Vec<Self> {
        sort::by_key(&mut edits, |edit| edit.span.start as u64);
        let Some(first) = edits.first() else {
            return Vec::new();
        };
        let label = match edits.len() {
            1 if first.text.is_empty() => "删去".to_owned(),
            1 => format!("改为“{}”", first.text),
            count => format!("全部改正（{count}处）"),
        };
        let draft = Self::at(severity, first.span, message);
        vec![draft.fix(Some(Fix { label, sure, edits }))]
    }

    /// A finding about something that is not there.
    #[must_use]
    pub fn absent(severity: Severity, message: impl Into<String>) -> Self {
        Self {
            severity,
            message: message.into(),
            span: None,
            after: None,
            related: Vec::new(),
            fix: None,
            basis: None,
        }
    }

    /// The section after which the absent thing belongs.
    #[must_use]
    pub fn after(mut self, section: Option<String>) -> Self {
        self.after = section;
        self
    }

    /// Another place.
    #[must_use]
    pub fn related(mut self, span: Span, text: impl Into<String>) -> Self {
        self.related.push(Related {
            span,
            text: text.into(),
        });
        self
    }

    /// A proposed change.
    #[must_use]
    pub fn fix(mut self, fix: Option<Fix<Span>>) -> Self {
        self.fix = fix;
        self
    }

    /// The change that puts other words in the place of the finding's own; `sure` where it can be applied without looking.
    #[must_use]
    pub fn instead(mut self, words: impl Into<String>, sure: bool) -> Self {
        let text = words.into();
        self.fix = self.span.map(|span| Fix {
            label: if text.is_empty() {
                "删去".to_owned()
            } else {
                format!("改为“{text}”")
            },
            sure,
            edits: vec![Edit { span, text }],
        });
        self
    }

    /// Document and clause.
    #[must_use]
    pub fn basis(mut self, basis: &'static str) -> Self {
        self.basis = Some(basis);
        self
    }

    /// The finding, with the name of its rule and its key.
    #[must_use]
    pub(super) fn finish(self, rule: &str, document: &Document<'_>) -> Finding<Span> {
        let key = key(rule, &self, document);
        Finding {
            rule: rule.to_owned(),
            severity: self.severity,
            message: self.message,
            span: self.span,
            after: self.after,
            related: self.related,
            fix: self.fix,
            basis: self.basis.map(str::to_owned),
            key,
        }
    }
}

/// A hash of the rule and of the words around the place: edits elsewhere leave it as it is.
fn key(rule: &str, draft: &Draft, document: &Document<'_>) -> String {
    const AROUND: usize = 60;
    let text = document.source.text();
    let words = match draft.span {
        Some(span) => {
            let from = text.floor_char_boundary(span.start.saturating_sub(AROUND));
            let to = text.floor_char_boundary((span.end + AROUND).min(text.len()));
            text.get(from..to).unwrap_or_default()
        }
        None => draft.message.as_str(),
    };
    // FNV-1a, 64 bits.
    let hash = rule
        .bytes()
        .chain([0])
        .chain(words.bytes())
        .fold(0xcbf2_9ce4_8422_2325_u64, |hash, byte| {
            (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3)
        });
    format!("{hash:016x}")
}
