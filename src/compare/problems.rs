//! Problems of last year that stand in this year's report word for word.

use super::carried::{self, Least, Passage};
use super::side::Side;
use crate::report::PartId;
use crate::text::formulas;
use crate::text::lexicon::Lexicon;

/// The title of a problem is short and still says which one it is.
const PROBLEM: Least = Least {
    sentences: 8,
    clauses: 16,
};

/// What leads to the problems and names none, and what names their cause or a cure in general.
static LEADS: Lexicon = Lexicon::new(
    "存在一些 存在一定 存在不少 存在以下 还存在 仍存在 仍然存在 不足之处 差距 主要表现 主要有以下 以下几个方面 以下问题 以下不足 \
     取得了一定 取得一定 总的来看 总体来看 清醒地认识到 清醒看到",
);

/// The problems of the old report that the new one has again, with numbers changed or not.
#[must_use]
pub fn find(sides: [&Side<'_>; 2]) -> Vec<Passage> {
    let [old, new] = sides.map(|side| {
        let problems = side.ranges(PartId::Problems);
        // The heading of the part itself says nothing.
        let part = side.part(PartId::Problems);
        let own = |id: &String| part.is_some_and(|part| part.sections.contains(id));
        side.stream(&problems, |section| section.run_in || !own(&section.id))
    });
    let lead = |clause: &str| formulas::is_set_piece(clause) || LEADS.first_in(clause).is_some();
    carried::passages(sides, [&old, &new], PROBLEM, lead)
}
