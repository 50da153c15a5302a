//! Set political wordings that are broken: 四个意识 and its sisters twice, lost or out of order, 二十大三中全会, 亲自督.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::nearby::{lead, tail};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "I17",
    slug: "formula-members",
    title: "政治表述的固定说法写错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "“增强‘四个意识’、坚定‘四个自信’、做到‘两个维护’”有没有重复、漏项、颠倒；“党的二十大三中全会”“党的十九和十九届二中全会”“亲自督”这类缺字、错字。",
    why: "这些说法是固定的，必须一字不差。",
    example: "“增强‘四个自信’、坚定‘四个自信’”，前一个应为“四个意识”。",
    any_genre: false,
    check: Check::Words(|| Box::new(WORDS.words()), check),
};

/// The last member of the formula first, then what is put for a congress, then the cut words of 亲自…….
static WORDS: Lexicon = Lexicon::new(
    "两个维护 做到“两个确立” 十九大 二十大 党的十九 党的二十 党的十八 亲自督 亲自协 亲自过 亲自部 十九届 二十届",
);

/// What 亲自 and the character behind it go on with, where nothing is lost.
const PERSONALLY: [(&str, &str, &str); 4] = [
    ("亲自督", "亲自督办", "办促导战查察阵学战"),
    ("亲自协", "亲自协调", "调商同助"),
    ("亲自过", "亲自过问", "问目堂筛去来审"),
    ("亲自部", "亲自部署", "署"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    match hit.index {
        0 => members(document, hit),
        1 => {
            let message = "“两个确立”是深刻领悟的，“两个维护”才是做到的，请核对。";
            Some(
                Draft::at(Severity::Warning, hit.span(document), message)
                    .instead("做到“两个维护”", false),
            )
        }
        2 | 3 => plenum(document, hit),
        4..=6 => congress(document, hit),
        7..=10 => personally(document, hit),
        _ => meeting(document, hit),
    }
}

/// The formula that ends with 两个维护.
fn members(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let lead = lead(hit.before);
    let (first, second) = ("四个意识", "四个自信");
    let at = |word: &str| lead.rfind(word);
    let twice = |word: &str| lead.matches(word).count() > 1 && !tail(hit.after).contains(word);
    let (start, message, severity) = match (at(first), at(second)) {
        (None, Some(_)) if twice(second) => (
            lead.find(second)?,
            "“四个自信”写了两遍，完整的说法是：增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
            Severity::Warning,
        ),
        (Some(_), None) if twice(first) => (
            lead.rfind(first)?,
            "“四个意识”写了两遍，完整的说法是：增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
            Severity::Warning,
        ),
        (Some(one), Some(two)) if two < one => (
            two,
            "次序应当是：增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
            Severity::Notice,
        ),
        (Some(one), None) | (None, Some(one)) if lead.contains("决定性意义") => (
            one,
            "像是漏了一项，完整的说法是：增强“四个意识”、坚定“四个自信”、做到“两个维护”。",
            Severity::Notice,
        ),
        _ => return None,
    };
    let start = hit.range.start - lead.len() + start;
    let span = document.span(&(start..hit.range.end));
    Some(Draft::at(severity, span, message))
}

/// 二十大三中全会: a plenum is one of the committee that the congress chose.
fn plenum(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let number = hit
        .after
        .chars()
        .next()
        .filter(|c| "一二三四五六七".contains(*c))?;
    let rest = hit.after.get(number.len_utf8()..)?;
    let ends = rest.starts_with("中全会") || rest.starts_with("中、");
    let right = [hit.word.strip_suffix('大')?, "届"].concat();
    let message = format!("“{}{number}中全会”应为“{right}{number}中全会”。", hit.word);
    ends.then(|| Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}

/// 党的十九和十九届二中: 大 is lost.
fn congress(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    static ON: Lexicon = Lexicon::new("和 及 、 精神 报告 以来 以及");
    let mut chars = hit.after.chars();
    let plenum = chars.next().is_some_and(|c| "一二三四五六七".contains(c))
        && chars.as_str().starts_with("中全会");
    if plenum {
        let right = [hit.word, "届"].concat();
        let message = format!("“{}”后面像是漏了“届”字。", hit.word);
        return Some(
            Draft::at(Severity::Warning, hit.span(document), message).instead(right, true),
        );
    }
    if !ON.starts(hit.after) {
        return None;
    }
    let right = [hit.word, "大"].concat();
    let message = format!("“{}”后面像是漏了“大”字。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(right, true))
}

/// 二十届三全会, 二十届中三全会, 二十届三中精神: a word of the name is lost or moved.
fn meeting(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let number = hit.after.chars().find(|c| *c != '中')?;
    "一二三四五六七".contains(number).then_some(())?;
    let broken = [
        format!("{number}全会"),
        format!("中{number}全会"),
        format!("{number}中会"),
        format!("{number}中精神"),
    ];
    let found = broken.iter().find(|name| hit.after.starts_with(*name))?;
    let lost = found.strip_suffix("精神").unwrap_or(found);
    let right = format!("{}{number}中全会", hit.word);
    let message = format!("“{}{lost}”应为“{right}”。", hit.word);
    let span = hit.span_with(document, 0, lost.len());
    Some(Draft::at(Severity::Warning, span, message).instead(right, true))
}

/// 亲自督法治建设: the end of 亲自督办 is lost.
fn personally(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (_, right, on) = PERSONALLY.iter().find(|cut| cut.0 == hit.word)?;
    if hit.after.starts_with(|c| on.contains(c)) {
        return None;
    }
    let message = format!("“{}”像是漏了字，应为“{right}”。", hit.word);
    Some(Draft::at(Severity::Warning, hit.span(document), message).instead(*right, true))
}
