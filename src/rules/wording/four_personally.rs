//! 重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办 with a member lost.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "I09",
    slug: "four-personally",
    title: "“四个亲自”不完整",
    category: Category::Wording,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "写到“亲自部署、亲自过问、亲自协调、亲自督办”时，有没有漏掉一项，或者漏掉一项前面的“重要工作”“重大问题”“重点环节”“重要任务”。",
    why: "《党政主要负责人履行推进法治建设第一责任人职责规定》第四条的提法是：重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办。",
    example: "“坚持亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办”漏了“重要工作”。",
    any_genre: false,
    check: Check::Words(|| Box::new(["亲自部署", "亲自过问"].into_iter()), check),
};

const FORMULA: &str = "重要工作亲自部署、重大问题亲自过问、重点环节亲自协调、重要任务亲自督办";
const MEMBERS: [(&str, &str); 4] = [
    ("重要工作", "亲自部署"),
    ("重大问题", "亲自过问"),
    ("重点环节", "亲自协调"),
    ("重要任务", "亲自督办"),
];

/// The words of a formula: bytes from its first member to the end of the last that can stand.
const REACH: usize = 160;

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    // Told at the first member; 亲自过问 opens it where 亲自部署 is lost.
    let near_before = hit
        .before
        .floor_char_boundary(hit.before.len().saturating_sub(REACH));
    if hit.index == 1 && hit.before.get(near_before..)?.contains("亲自部署") {
        return None;
    }
    let end = hit.after.floor_char_boundary(REACH.min(hit.after.len()));
    let sentence = hit.after.get(..end)?.split(['。', ';']).next()?;
    let verbs = MEMBERS
        .iter()
        .filter(|(_, verb)| *verb == hit.word || sentence.contains(verb));
    let nouns = MEMBERS.iter().filter(|(noun, verb)| {
        let whole = [*noun, *verb].concat();
        sentence.contains(&*whole) || (*verb == hit.word && hit.before.ends_with(noun))
    });
    let (verbs, nouns) = (verbs.count(), nouns.count());
    let lost = if verbs == 3 && nouns >= 2 {
        "少了一项"
    } else if verbs == 4 && nouns == 3 {
        "有一项前面的话不全"
    } else {
        return None;
    };
    let last = MEMBERS
        .iter()
        .filter_map(|(_, verb)| Some(sentence.rfind(verb)? + verb.len()))
        .max()?;
    Some(
        Draft::at(
            Severity::Notice,
            hit.span_with(document, 0, last),
            format!("“四个亲自”{lost}，完整的提法是“{FORMULA}”。"),
        )
        .basis("《党政主要负责人履行推进法治建设第一责任人职责规定》第四条"),
    )
}
