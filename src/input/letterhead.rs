//! What stands above the first page. Most of a header is furniture that repeats; the document number and the signer are not.

/// A line with a document number in it is no longer than this, in characters, or it is a sentence that cites one.
const LONGEST: usize = 60;

/// Whether a line holds a document number (〔2024〕12号) or the signer.
pub(super) fn says_what_it_is(line: &str) -> bool {
    let line: String = line.chars().filter(|c| !c.is_whitespace()).collect();
    let short = line.chars().count() <= LONGEST && !line.contains(['。', '《']);
    short && (line.contains("签发人") || has_number(&line))
}

/// Those lines of a header that say what the document is, above the text; each once, and none that the text says itself.
pub(super) fn put_above(header: &str, text: String) -> String {
    let mut above: Vec<&str> = Vec::new();
    for line in header.lines().filter(|line| says_what_it_is(line)) {
        if !above.contains(&line) && !text.contains(line.trim()) {
            above.push(line);
        }
    }
    above.push(&text);
    above.join("\n")
}

fn has_number(line: &str) -> bool {
    let mut rest = line;
    while let Some((_, after)) = rest.split_once(['〔', '[', '［', '(', '（', '【']) {
        rest = after;
        let year = after.chars().take_while(char::is_ascii_digit).count();
        let number = after.get(year..).unwrap_or_default();
        let number = number.trim_start_matches(['〕', ']', '］', ')', '）', '】']);
        let number = number.trim_start_matches('第');
        let digits = number.chars().take_while(char::is_ascii_digit).count();
        let ends = number
            .get(digits..)
            .is_some_and(|end| end.starts_with('号'));
        if year == 4 && digits > 0 && ends {
            return true;
        }
    }
    false
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_number_stands_above_the_text_once() {
        let header = "青政〔2024〕12号\n内部资料\n青政〔2024〕12号\n";
        for (text, expected) in [
            ("报告\n", "青政〔2024〕12号\n报告\n"),
            ("青政〔2024〕12号\n报告\n", "青政〔2024〕12号\n报告\n"),
        ] {
            assert_eq!(put_above(header, text.to_owned()), expected);
        }
        assert_eq!(put_above("", "报告\n".to_owned()), "报告\n");
    }

    #[test]
    fn only_the_number_and_the_signer_say_what_a_document_is() {
        for line in [
            "青政发〔2024〕12号",
            "青政〔2024〕 12 号　　签发人：李明",
            "签发人：李明",
            "青政函(2024)第3号",
        ] {
            assert!(says_what_it_is(line), "{line}");
        }
        for line in [
            "",
            "青禾镇人民政府2024年度法治政府建设情况报告",
            "第 3 页 共 12 页",
            "2024年12月3日",
            "〔2024〕号",
            "根据《关于报送年度报告的通知》（青法办〔2024〕12号）",
            "内部资料（2024）",
        ] {
            assert!(!says_what_it_is(line), "{line}");
        }
    }
}
