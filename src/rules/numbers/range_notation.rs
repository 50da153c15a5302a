//! The first number of a range of percentages has lost its sign: 60—70%.

use crate::document::Document;
use crate::figures::numerals;
use crate::report::{Edit, FigureKind, Fix, Severity};
use crate::text::Span;

use crate::rules::in_words::{self, InWords};
use crate::rules::{Category, Certainty, Check, Draft, Rule};

pub const RULE: Rule = Rule {
    code: "H05",
    slug: "range-notation",
    title: "百分数范围缺百分号",
    category: Category::Numbers,
    severity: Severity::Notice,
    certainty: Certainty::Sure,
    what: "百分数的范围，前一个数有没有百分号。",
    why: "省去前一个百分号容易误读，两个数都应带百分号（GB/T 15835—2011《出版物上数字用法》）。",
    example: "“60—70%”，应为“60%—70%”。",
    any_genre: false,
    check: Check::Document(check),
};

fn check(document: &Document<'_>) -> Vec<Draft> {
    in_words::figures(document)
        .filter_map(|figure| {
            let at = bare_end(&figure)?;
            let first = document.span(&(figure.range.start..figure.range.start + at));
            Some(
                Draft::at(
                    Severity::Notice,
                    figure.figure.span,
                    "百分数的范围，前一个数也应带百分号。",
                )
                .fix(Some(Fix {
                    label: "补上百分号".to_owned(),
                    sure: true,
                    edits: vec![Edit {
                        span: Span::new(first.end, first.end),
                        text: "%".to_owned(),
                    }],
                }))
                .basis("GB/T 15835—2011"),
            )
        })
        .collect()
}

/// Where the first number of a range ends that has no sign while the second has one.
fn bare_end(figure: &InWords<'_>) -> Option<usize> {
    if figure.figure.kind != FigureKind::Percent || !figure.words.ends_with('%') {
        return None;
    }
    let numeral = numerals::read(figure.words, 0)?;
    let rest = figure.words.get(numeral.end..)?;
    (!numeral.chinese && rest.starts_with(['-', '—', '–', '―', '─', '~', '～', '至', '到']))
        .then_some(numeral.end)
}

#[cfg(test)]
mod tests {
    use crate::rules::testing::{count, fixed, report};

    #[test]
    fn a_lost_sign_is_found() {
        for body in [
            "优秀率60-70%。",
            "优秀率在60—70%之间。",
            "降幅在5至10%之间。",
            "优秀率６０～７０％。",
        ] {
            assert_eq!(count("range-notation", &report(body)), 1, "{body}");
        }
        assert_eq!(
            fixed("range-notation", &report("优秀率60 - 70%。")),
            report("优秀率60% - 70%。")
        );
    }

    #[test]
    fn both_signs_or_no_range_are_not() {
        for body in [
            "优秀率60%—70%。",
            "优秀率70%。",
            "由60%提高到70%。",
            "参加3至5次。",
            "百分之六十至七十。",
            "办件60至70件。",
        ] {
            assert_eq!(count("range-notation", &report(body)), 0, "{body}");
        }
    }
}
