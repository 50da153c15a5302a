//! The numbers of headings skip one or stand twice.

use crate::document::Document;
use crate::report::Severity;
use crate::structure::outline::Node;
use crate::text::marker::Style;

use super::{Draft, Rule};

pub(super) const RULE: Rule = Rule {
    slug: "numbering",
    title: "标题序号跳号或重号",
    severity: Severity::Warning,
    doc: "\
查什么：同一级标题的序号是否连续：一、二、三；（一）（二）（三）；1.2.3.；一是、二是、三是。
为什么：序号不连续往往是删改后漏改，或者丢了一段（GB/T 9704—2012 第7.3.3条规定了各级序号）。
例：“一是……二是……四是……”。",
    any_genre: false,
    check,
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    let nodes = &document.outline.nodes;
    let mut drafts = Vec::new();
    // The last numbered node under each parent; the top has no parent.
    let mut last: Vec<Option<usize>> = vec![None; nodes.len() + 1];
    for (index, node) in nodes.iter().enumerate() {
        let Some(number) = node.heading.number else {
            // A number that cannot be read: what follows it is not judged.
            forget(&mut last, node);
            continue;
        };
        let slot = node.parent.map_or(0, |parent| parent + 1);
        let previous = last
            .get(slot)
            .copied()
            .flatten()
            .and_then(|at| nodes.get(at))
            .filter(|before| before.heading.style == node.heading.style);
        if let Some(entry) = last.get_mut(slot) {
            *entry = Some(index);
        }
        let expected = match previous {
            Some(before) => before.heading.number.unwrap_or(0) + 1,
            None => 1,
        };
        if number == expected || (number == 1 && may_restart(node)) {
            continue;
        }
        // A list may begin before the excerpt does.
        let Some(before) = previous else { continue };
        if has_unseen_mark(document, before, node, expected) {
            continue;
        }
        let before_range = before.heading.marker.start..before.heading.title.end;
        let message = if number < expected {
            format!(
                "序号重复或倒退：前一个是“{}”。",
                document.words(&before.heading.marker)
            )
        } else {
            format!(
                "序号不连续：前一个是“{}”，中间缺号。",
                document.words(&before.heading.marker)
            )
        };
        drafts.push(
            Draft::at(
                Severity::Warning,
                document.span(&node.heading.marker),
                message,
            )
            .related(document.span(&before_range), document.words(&before_range))
            .basis("GB/T 9704—2012 第7.3.3条"),
        );
    }
    drafts
}

fn forget(last: &mut [Option<usize>], node: &Node) {
    let slot = node.parent.map_or(0, |parent| parent + 1);
    if let Some(entry) = last.get_mut(slot) {
        *entry = None;
    }
}

/// Below the first levels a second list may begin anew under the same heading.
fn may_restart(node: &Node) -> bool {
    !matches!(
        node.heading.style,
        Style::Chinese | Style::ChineseParen | Style::Chapter
    )
}

/// Whether the number that seems to be missing stands in the words between, where no heading was seen.
fn has_unseen_mark(document: &Document<'_>, before: &Node, node: &Node, expected: u32) -> bool {
    const DIGITS: [&str; 11] = [
        "", "一", "二", "三", "四", "五", "六", "七", "八", "九", "十",
    ];
    let between = document.folded(&(before.heading.marker.end..node.heading.marker.start));
    let chinese = DIGITS.get(expected as usize).copied().unwrap_or("十");
    match node.heading.style {
        Style::Chinese => between.contains(&format!("{chinese}、")),
        Style::ChineseParen => {
            between.contains(&format!("{chinese})")) || between.contains(&format!("({chinese}"))
        }
        Style::Enumerator => {
            between.contains(&format!("{chinese}是"))
                || between.contains(&format!("第{chinese}"))
                || between.contains("其次")
                || between.contains("再次")
        }
        Style::Arabic => {
            between.contains(&format!("{expected}.")) || between.contains(&format!("{expected}、"))
        }
        Style::ArabicParen => between.contains(&format!("{expected})")),
        Style::Circled | Style::Chapter | Style::Unmarked | Style::Unnumbered => false,
    }
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::count;

    fn report(body: &str) -> String {
        format!(
            "某镇2024年法治政府建设年度报告\n一、主要举措和成效\n{body}\n二、存在的不足和原因\n人手少。"
        )
    }

    #[test]
    fn gaps_and_repeats_are_found() {
        for body in [
            "（一）学习。学法4次。\n（三）执法。办案3件。",
            "（一）学习。学法4次。\n（一）执法。办案3件。",
            "一是学法。共4次。二是执法。办案3件。四是调解。共12件。",
            "（一）学习\n1.学法。共4次。\n3.培训。共2次。",
            "学法4次。\n三、党政主要负责人履行第一责任人职责情况\n主持会议3次。",
        ] {
            assert!(count("numbering", &report(body)) > 0, "{body}");
        }
    }

    #[test]
    fn unbroken_numbers_are_not() {
        for body in [
            "（一）学习。学法4次。\n（二）执法。办案3件。\n（三）调解。共12件。",
            "一是学法。共4次。二是执法。办案3件。三是调解。共12件。",
            "（一）学习\n一是学法。共4次。二是培训。共2次。\n（二）执法\n一是办案。共3件。",
            "（一）学习\n1.学法。共4次。\n2.培训。共2次。\n（二）执法\n1.办案。共3件。",
            "一是学法，二是执法；三是调解。共12件。四是普法。共3场。",
            "一是学法。共4次。其次，培训。三是调解。共12件。",
        ] {
            assert_eq!(count("numbering", &report(body)), 0, "{body}");
        }
    }
}
