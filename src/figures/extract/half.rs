//! 半 where a report counts with it and no numeral stands before: 近半数, 缩短至半小时. 半年 and 半天 alone are words of time.

use super::super::qualifiers;
use super::{Found, Scanner};
use crate::report::FigureKind;
use crate::text::lexicon::Lexicon;

/// What closes a clause before a time that was measured.
static MEASURED: Lexicon =
    Lexicon::new("至 到 为 仅 约 近 需 达 超 逾 不足 不到 历时 为期 时长 用时 缩短 压缩");

/// Times that a half can be of.
static TIMES: Lexicon = Lexicon::new("小时 个小时 个月 个工作日 天");

impl Scanner<'_> {
    /// The figure that starts with the 半 at a byte.
    pub(super) fn half(&self, at: usize) -> Option<Found> {
        let start = at + '半'.len_utf8();
        let rest = self.rest(start);
        let clause = self.clause(at);
        let (qualifier, head) = self.qualifier_before(at);
        let found = |end: usize, value, unit, unit_word, kind| Found {
            start: at,
            end,
            head,
            tail: end,
            value,
            unit,
            unit_word,
            qualifier,
            kind,
        };
        if self.title {
            return None;
        }
        if let Some(behind) = rest.strip_prefix('数') {
            // 超半数委员同意 says how many are needed.
            let vote = ["同意", "通过", "表决", "赞成", "方可", "方能"];
            let phrase = behind.split([',', '。', ';']).next().unwrap_or_default();
            let counted = matches!(qualifier, Some("近" | "约" | "超"))
                && qualifiers::after(behind).is_none();
            let end = start + '数'.len_utf8();
            return (counted && !vote.iter().any(|word| phrase.contains(word)))
                .then(|| found(end, 50.0, (end, end), Some("%"), FigureKind::Percent));
        }
        let time = TIMES.start_of(rest)?;
        let end = start + time.len();
        let measured = MEASURED.ends(clause) && !self.rest(end).starts_with('圈');
        measured.then(|| found(end, 0.5, (start, end), None, FigureKind::Duration))
    }
}
