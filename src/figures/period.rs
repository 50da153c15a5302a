//! The time that a figure covers, where the text says one: 下半年, 2019年7月以来, 截至12月底, 近三年. The nearest time of its sentence that
//! governs it counts; what only compares (比2022年) or belongs to a name (2023年工作要点) does not. Works on the folded words of one block.

mod reading;

use crate::text::charset::CharSet;
use std::ops::Range;

use super::numerals::{self, char_before};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_numeral;
use reading::{Reading, Time};

/// A year: written, or counted from the report year where it is not (去年 is -1, 下半年 lies in 0).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Year {
    /// 2019年
    Named(u16),
    /// 今年, 去年, or none written.
    Own(i8),
}

/// A month of a year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Month {
    /// Which year.
    pub year: Year,
    /// 1 to 12.
    pub month: u8,
}

impl Month {
    /// The year and the month, in a report on `report_year`.
    #[must_use]
    pub fn in_report(self, report_year: u16) -> (i32, u8) {
        let year = match self.year {
            Year::Named(year) => i32::from(year),
            Year::Own(offset) => i32::from(report_year) + i32::from(offset),
        };
        (year, self.month)
    }
}

/// From which month to which, both included. An end that is open (以来, 截至) or not told by the words (疫情期间) is `None`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Period {
    /// The first month.
    pub first: Option<Month>,
    /// The last month.
    pub last: Option<Month>,
}

/// A time in the folded words of a block.
#[derive(Clone, Debug, PartialEq)]
pub struct Mention {
    /// Its words.
    pub range: Range<usize>,
    /// What they say.
    pub period: Period,
}

/// The times that govern the figures which start at these bytes, in order.
#[must_use]
pub fn of(text: &str, figures: impl IntoIterator<Item = usize>) -> Vec<Option<Mention>> {
    let mut figures = figures.into_iter().peekable();
    let mut periods = Vec::new();
    let mut scan = Scan::new(text);
    let mut next = 0;
    for (at, c) in text.char_indices() {
        while figures.next_if(|&start| start <= at).is_some() {
            periods.push(scan.governing(at));
        }
        if figures.peek().is_none() {
            break;
        }
        if at >= next && TELLING.contains(c) {
            next = scan.step(at, c);
        }
    }
    periods.extend(figures.map(|_| None));
    periods
}

/// Every character that a step looks at: what a time or a numeral starts with, and the marks.
static TELLING: CharSet = CharSet::new(
    "0123456789今去上前明本当全年目现截近过最下第一二三四五六七八九十两零〇一二两兩三四五六七八九十百千万萬亿億廿卅卌是以期至《。!?\n;,:()",
);

/// Words of an event, up to 以来, 期间 or 至今, are no longer than this, in characters.
const LONGEST_EVENT: usize = 24;

/// How far a look back may go, in bytes.
const WINDOW: usize = 180;

/// The name of a document is no longer than this, in characters.
const LONGEST_NAME: usize = 90;

/// Right before a time these make a comparison of it.
static COMPARING: Lexicon =
    Lexicon::new("比 较 较之 同 与 和 跟 相较于 高于 低于 多于 少于 优于 每 每年");

/// Right before 上年的 and the like: 是上年的1.5倍.
static MEASURED: Lexicon = Lexicon::new("是 为 达 达到 占 相当于");

/// Characters that end the name of who acts: 我镇2023年受理, 镇长下半年主持. Behind any other word a time is part of what that word does.
const ACTING: &str = "我镇乡街道局区县市省州旗办委会院所村队处厅部站心级记长任人导员组司厂校台网线";

/// Words between the start of a clause and a time that leave the time first.
static LEADING: Lexicon = Lexicon::new(
    "自从 例如 比如 譬如 此外 另外 同时 自 从 在 于 即 如 共 仅 仅在 分别 都 均 对 将 由 是",
);

/// Before 以来, 期间 and 至今 these words name no event.
static NO_EVENT: Lexicon = Lexicon::new("长期 一直 历年 多年 近年 近年来 同期 有史");

/// How far a time reaches.
#[derive(Clone, Copy, PartialEq)]
enum Reach {
    /// To the end of its sentence, or to the next time: 下半年,….
    Sentence,
    /// To the next semicolon: 下半年开展督察3次,整改问题20个;….
    Part,
    /// To the end of its clause: 其中下半年5次.
    Clause,
    /// To the figure right behind its 的: 上年的640次.
    Next,
}

struct Scan<'t> {
    text: &'t str,
    /// Where the clause at hand starts.
    clause: usize,
    /// The times that govern, the widest first, by [`Reach`]: sentence, part, clause, next.
    governing: [Option<Mention>; 4],
    /// The last time seen in this clause, governing or not.
    last: Option<Mention>,
}

impl<'t> Scan<'t> {
    fn new(text: &'t str) -> Self {
        Self {
            text,
            clause: 0,
            governing: [None, None, None, None],
            last: None,
        }
    }

    /// The time that governs a figure at a byte.
    fn governing(&self, at: usize) -> Option<Mention> {
        let [sentence, part, clause, next] = &self.governing;
        let right_behind = |mention: &&Mention| self.text.get(mention.range.end..at) == Some("的");
        next.as_ref()
            .filter(right_behind)
            .or(clause.as_ref())
            .or(part.as_ref())
            .or(sentence.as_ref())
            .cloned()
    }

    /// Takes in the character at a byte: where to go on.
    fn step(&mut self, at: usize, c: char) -> usize {
        let end = at + c.len_utf8();
        match c {
            '《' => return closing(self.text, at).unwrap_or(end),
            '。' | '!' | '?' | '\n' => self.start(end, Reach::Sentence),
            ';' => self.start(end, Reach::Part),
            ',' | ':' | '(' | ')' => self.start(end, Reach::Clause),
            // 二是
            '是' if self.is_enumerator(at) => self.start(end, Reach::Sentence),
            '以' | '期' | '至' => return self.event(at).unwrap_or(end),
            _ if reading::starts_time(c) => {
                if let Some(reading) = reading::read(self.text, at) {
                    self.take(at, reading);
                    return reading.end;
                }
                // What is left of a numeral is no time of its own.
                if numerals::starts_numeral(c) {
                    return numerals::read(self.text, at).map_or(end, |numeral| numeral.end);
                }
            }
            _ => {}
        }
        end
    }

    /// A sentence, a part of one or a clause starts: what reaches no farther governs no more.
    fn start(&mut self, at: usize, what: Reach) {
        self.drop(what);
        self.last = None;
        self.clause = at;
    }

    fn drop(&mut self, what: Reach) {
        for slot in self.governing.iter_mut().skip(what as usize) {
            *slot = None;
        }
    }

    /// A time governs from here on, in place of those that reach no farther.
    fn set(&mut self, reach: Reach, mention: Mention) {
        self.drop(reach);
        if let Some(slot) = self.governing.get_mut(reach as usize) {
            *slot = Some(mention);
        }
    }

    /// 一是 at the start of a clause.
    fn is_enumerator(&self, at: usize) -> bool {
        let head = self.text.get(self.clause..at).unwrap_or_default();
        let mut chars = head.chars();
        matches!((chars.next(), chars.next()), (Some(c), None) if is_numeral(c))
    }

    /// The words of the clause before a byte; of a very long clause the last ones.
    fn head(&self, at: usize) -> &'t str {
        let from = self.text.floor_char_boundary(at.saturating_sub(WINDOW));
        self.text.get(from.max(self.clause)..at).unwrap_or_default()
    }

    /// A time as read: sets what governs from here on.
    fn take(&mut self, at: usize, reading: Reading) {
        let head = self.head(at);
        let period = match reading.time {
            Time::Nothing => return,
            Time::Usual => return self.drop(Reach::Sentence),
            Time::Covered(period) => period,
        };
        let mut mention = Mention {
            range: at..reading.end,
            period,
        };
        // 2021年、2022年: one time
        if let Some(last) = &self.last
            && matches!(
                self.text.get(last.range.end..at),
                Some("、" | "和" | "及" | "与")
            )
        {
            mention.range.start = last.range.start;
            mention.period.first = last.period.first;
            self.last = Some(mention.clone());
            for slot in self.governing.iter_mut().flatten() {
                slot.clone_from(&mention);
            }
            return;
        }
        self.last = Some(mention.clone());
        if COMPARING.ends(head) {
            return;
        }
        if let Some(reach) = self.reach(head, reading.end, &mention.period) {
            // In a list the time of the item before is over: 其中上半年3次、下半年4次,…
            if head.contains('、') {
                self.drop(Reach::Part);
            }
            self.set(reach, mention);
        }
    }

    /// How far a time reaches by the words of its clause before it and those behind; `None` where it governs nothing.
    fn reach(&self, head: &str, end: usize, period: &Period) -> Option<Reach> {
        let after = self.text.get(end..).unwrap_or_default();
        if after.starts_with('的') {
            return (!MEASURED.ends(head)).then_some(Reach::Next);
        }
        if after.starts_with("结转") || after.starts_with("遗留") {
            return None;
        }
        if head.ends_with("其中") {
            return Some(Reach::Clause);
        }
        // In a list what comes before the last 、 belongs to another of its items.
        let (listed, own) = match head.rsplit_once('、') {
            Some((_, own)) => (true, own),
            None => (false, head),
        };
        let open_ended = period.first.is_none() || period.last.is_none();
        let first = LEADING
            .words()
            .fold(own, |own, word| own.strip_suffix(word).unwrap_or(own));
        let acts = first.chars().next_back().is_none_or(|c| ACTING.contains(c));
        if !acts && !open_ended {
            return None;
        }
        // 2021年建成的广场接待3000人: the time tells of the thing.
        if !open_ended && tells_of_a_thing(after) {
            return None;
        }
        let bracketed = char_before(self.text, self.clause) == Some('(');
        Some(if after.starts_with(',') {
            Reach::Sentence
        } else if listed || bracketed || period.first.is_none() {
            Reach::Clause
        } else {
            Reach::Part
        })
    }

    /// 专项斗争开展以来, 疫情期间: an event that opens a clause, with the year in it if there is one.
    fn event(&mut self, at: usize) -> Option<usize> {
        let word = ["以来", "期间", "至今"].into_iter().find(|word| {
            self.text
                .get(at..)
                .is_some_and(|rest| rest.starts_with(word))
        })?;
        let end = at + word.len();
        let head = self.head(at);
        let own = head.rsplit(['、', '》']).next().unwrap_or(head);
        let trimmed = LEADING
            .words()
            .fold(own, |own, word| own.strip_prefix(word).unwrap_or(own));
        let chars = trimmed.chars().count();
        if !(2..=LONGEST_EVENT).contains(&chars) || NO_EVENT.holds(trimmed) {
            return Some(end);
        }
        let period = Period {
            first: None,
            last: None,
        };
        let mention = Mention {
            range: at - trimmed.len()..end,
            period,
        };
        let comma = self
            .text
            .get(end..)
            .is_some_and(|rest| rest.starts_with(','));
        self.set(if comma { Reach::Sentence } else { Reach::Part }, mention);
        Some(end)
    }
}

/// One past the 》 that closes the name which starts at a byte.
fn closing(text: &str, at: usize) -> Option<usize> {
    let rest = text.get(at..)?;
    let (len, _) = rest
        .char_indices()
        .take(LONGEST_NAME)
        .find(|&(_, c)| c == '》')?;
    Some(at + len + '》'.len_utf8())
}

/// Whether the words behind a time go on with what was done and 的, and then a thing: 建成的广场.
fn tells_of_a_thing(after: &str) -> bool {
    const LONGEST: usize = 12;
    after
        .chars()
        .take(LONGEST)
        .take_while(|c| !",。;:、()".contains(*c) && !c.is_ascii_digit())
        .any(|c| c == '的')
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::figures::extract;

    /// The figures of a text, each with the words of its period.
    fn periods(text: &str) -> Vec<(&str, &str)> {
        let found = extract::scan(text);
        let of = of(text, found.iter().map(|found| found.start));
        assert_eq!(of.len(), found.len());
        found
            .iter()
            .zip(of)
            .map(|(figure, mention)| {
                let words = mention.and_then(|mention| text.get(mention.range));
                (
                    text.get(figure.start..figure.end).unwrap(),
                    words.unwrap_or(""),
                )
            })
            .collect()
    }

    #[test]
    fn the_nearest_time_of_the_sentence_governs() {
        for (text, wanted) in [
            (
                "下半年,听取汇报4次。全镇调解12件。",
                vec![("4次", "下半年"), ("12件", "")],
            ),
            (
                "我镇2022年下半年培训3场,参加200人次;全年培训5场。",
                vec![
                    ("3场", "2022年下半年"),
                    ("200人次", "2022年下半年"),
                    ("5场", ""),
                ],
            ),
            (
                "共12次,其中上半年7次、下半年5次,解决问题20个。",
                vec![
                    ("12次", ""),
                    ("7次", "上半年"),
                    ("5次", "下半年"),
                    ("20个", ""),
                ],
            ),
            (
                "自2022年9月以来,办案6起,结案5起。",
                vec![("6起", "2022年9月以来"), ("5起", "2022年9月以来")],
            ),
            (
                "街道2022年9月至今共学习7次。",
                vec![("7次", "2022年9月至今")],
            ),
            ("截至12月底,整改15个。", vec![("15个", "截至12月底")]),
            ("截至年底交办到位;带头述法,点评6名。", vec![("6名", "")]),
            ("近三年,共办案90件。", vec![("90件", "近三年")]),
            ("五年来,建成法治广场8处。", vec![("8处", "五年来")]),
            ("2021—2023年共培训9期。", vec![("9期", "2021—2023年")]),
            ("1-11月,受理案件30件。", vec![("30件", "1-11月")]),
            ("第一季度督察2次。", vec![("2次", "第一季度")]),
            (
                "2021年、2022年共办案60件。",
                vec![("60件", "2021年、2022年")],
            ),
            (
                "由上年的640次减至395次。",
                vec![("640次", "上年"), ("395次", "")],
            ),
            (
                "办案42件(2022年30件),均已办结42件。",
                vec![("42件", ""), ("30件", "2022年"), ("42件", "")],
            ),
            ("二〇二二年共受理3件。", vec![("3件", "二〇二二年")]),
            ("12月1日至7日,开展活动4场。", vec![("4场", "12月1日至7日")]),
            (
                "专项行动开展以来,查处案件4起。",
                vec![("4起", "专项行动开展以来")],
            ),
            (
                "自2021年“八五”普法启动以来,宣讲80场。",
                vec![("80场", "2021年“八五”普法启动以来")],
            ),
            (
                "该站2015年成立至今,调解3000件。",
                vec![("3000件", "该站2015年成立至今")],
            ),
            ("疫情期间,解答咨询30件。", vec![("30件", "疫情期间")]),
            (
                "去年我县纠错14件,其中9件是程序违法。",
                vec![("14件", "去年"), ("9件", "去年")],
            ),
        ] {
            assert_eq!(periods(text), wanted, "{text}");
        }
    }

    #[test]
    fn what_compares_names_or_sets_a_day_governs_nothing() {
        for text in [
            "今年以来,办案9件。",
            "全年办案9件。",
            "较2022年增加9件。",
            "比上年多9件。",
            "与去年同期相比减少9件。",
            "是上年的9倍。",
            "编制2023年重大行政决策目录9项。",
            "落实《2023年普法计划》,开展活动9场。",
            "2021年建成的法治广场开展活动9场。",
            "6月底前完成9件。",
            "每年3月开展活动9场。",
            "《条例》自2022年5月1日起施行,配套制定文件9件。",
            "近年来,调解纠纷9件。",
            "长期以来,调解纠纷9件。",
            "上半年印发方案。调解纠纷9件。",
            "一是上半年印发方案,二是调解纠纷9件。",
            "60岁以上年龄的老人9名。",
            "历时3个月,办案9件。",
        ] {
            for (figure, words) in periods(text) {
                assert_eq!(words, "", "{text} {figure}");
            }
        }
    }

    #[test]
    fn a_period_is_read_into_months() {
        let month = |year, month| Some(Month { year, month });
        for (text, first, last) in [
            ("2019年7月以来,办案9件", month(Year::Named(2019), 7), None),
            (
                "2019年7月至2020年6月,办案9件",
                month(Year::Named(2019), 7),
                month(Year::Named(2020), 6),
            ),
            (
                "2022年,办案9件",
                month(Year::Named(2022), 1),
                month(Year::Named(2022), 12),
            ),
            (
                "下半年,办案9件",
                month(Year::Own(0), 7),
                month(Year::Own(0), 12),
            ),
            (
                "去年四季度,办案9件",
                month(Year::Own(-1), 10),
                month(Year::Own(-1), 12),
            ),
            (
                "近三年,办案9件",
                month(Year::Own(-2), 1),
                month(Year::Own(0), 12),
            ),
            ("截至2023年底,办案9件", None, month(Year::Named(2023), 12)),
            ("截至目前,办案9件", None, None),
            (
                "1月至11月,办案9件",
                month(Year::Own(0), 1),
                month(Year::Own(0), 11),
            ),
        ] {
            let found = extract::scan(text);
            let of = of(text, found.iter().map(|found| found.start));
            let period = of[0].as_ref().unwrap().period;
            assert_eq!((period.first, period.last), (first, last), "{text}");
        }
        let last_year = Month {
            year: Year::Own(-1),
            month: 10,
        };
        assert_eq!(last_year.in_report(2023), (2022, 10));
    }
}
