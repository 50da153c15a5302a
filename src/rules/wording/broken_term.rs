//! Fixed terms that lost a character or a word, have one twice or a wrong one: 行政负责人出庭应诉, 法治化营环境, 五级运用.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::terms;
use crate::rules::wording::slips::{Limited, Slips, slip};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;
use crate::text::marker::is_han;

pub const RULE: Definition = Definition {
    code: "I05",
    slug: "broken-term",
    title: "固定提法残缺或者写错",
    category: Category::Wording,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "法治工作的固定提法有没有漏字、多字、错字、颠倒：行政机关负责人出庭应诉、重大执法决定法制审核、法治化营商环境、第一责任人、法律明白人、“双随机、一公开”等近三百个。",
    why: "这些提法出自文件，字面是固定的，改一个字意思就变了。",
    example: "“落实负责人出应诉制度”，应为“负责人出庭应诉”。",
    any_genre: false,
    check: Check::Words(words, check),
};

const TERMS: Slips = Slips {
    plain: "\
行政负责人出庭应诉 行政机关负责人出庭应诉 行政机关责任人出庭应诉 行政机关负责人出庭应诉 机关负责人出厅应诉 机关负责人出庭应诉 \
重大法制审核 重大执法决定法制审核 执法决定重大法制审核 重大执法决定法制审核 \
执法全过程纪录 执法全过程记录 执法过程记录制度 执法全过程记录制度 执法过程全记录制度 执法全过程记录制度 \
五级运用 五级应用 第一任责任人 第一责任人 第一负责任人 第一责任人 \
法治明白人 法律明白人 法制明白人 法律明白人 民主法制示范 民主法治示范 民主与法治示范村 民主法治示范村 \
谁普法谁执法 谁执法谁普法 谁普法、谁执法 谁执法、谁普法 谁普法,谁执法 谁执法,谁普法 \
社会主义法制体系 社会主义法治体系 遵法学法守法用法 尊法学法守法用法 \
双随机、一公示 双随机、一公开 双随机一公示 双随机一公开 双随机、一公布 双随机、一公开 双随机、一检查 双随机、一公开 \
政府信息公示条例 政府信息公开条例 重大行政决策暂行条例 重大行政决策程序暂行条例 \
公平竞争审核制度 公平竞争审查制度 \
双公开、一随机 双随机、一公开 双公开一随机 双随机一公开 一随机、双公开 双随机、一公开 双随机、双公开 双随机、一公开 一公开、双随机 双随机、一公开 \
双随机、两公开 双随机、一公开 两随机、一公开 双随机、一公开 一随机、一公开 双随机、一公开 放服管 放管服 管放服 放管服 放管服务改革 放管服改革 \
三大一重 三重一大 一大三重 三重一大 三重两大 三重一大 双岗一责 一岗双责 一责双岗 一岗双责 首罚不违 首违不罚 \
四公开两议 四议两公开 两议四公开 四议两公开 四议一公开 四议两公开 三课一会 三会一课 四直两不 四不两直 两不四直 四不两直 \
小事不出镇、大事不出村 小事不出村、大事不出镇 大事不出村、小事不出镇 小事不出村、大事不出镇 \
遇事依法、办事找法 办事依法、遇事找法 办事找法、遇事依法 办事依法、遇事找法 解决问题靠法、化解矛盾用法 解决问题用法、化解矛盾靠法 \
科学立法、严格司法 科学立法、严格执法 严格立法、科学执法 科学立法、严格执法 公正执法、全民守法 公正司法、全民守法 \
有法必依、违法必究、执法必严 有法必依、执法必严、违法必究 执法必究、违法必严 执法必严、违法必究 \
依法执政、依法治国、依法行政共同推进 依法治国、依法执政、依法行政共同推进 法治政府、法治国家、法治社会一体建设 法治国家、法治政府、法治社会一体建设 \
五八”普法 八五”普法 五八普法 八五普法 共治共建共享的社会治理 共建共治共享的社会治理 共享共治共建的社会治理 共建共治共享的社会治理",
    limited: &LIMITED,
};

const LIMITED: [Limited; 2] = [
    slip("第一人责任", "第一责任人").not_before("人"),
    slip("公共法律服", "公共法律服务").not_before("务中站工体实"),
];

/// The terms, by how a text begins that is one of them with a character lost or twice.
struct Terms {
    /// Its first three characters, in their order, and the terms that it may be; the longest first.
    begins: Vec<(String, Vec<&'static str>)>,
    /// Without the second character, and the whole term.
    without_second: Vec<(String, &'static str)>,
}

static FIXED: LazyLock<Terms> = LazyLock::new(|| {
    let mut all: Vec<_> = terms::TERMS.split_ascii_whitespace().collect();
    all.sort_unstable_by_key(|term| (head(term), std::cmp::Reverse(term.len())));
    let without_second = all.iter().filter_map(|term| {
        let mut chars = term.chars();
        let (first, second) = (chars.next()?, chars.next()?);
        let short = [&*String::from(first), chars.as_str()].concat();
        (is_han(second) && !is_right(&short)).then_some((short, *term))
    });
    let without_second = without_second.collect();
    let mut begins: BTreeMap<String, Vec<&str>> = BTreeMap::new();
    for term in &all {
        // Behind the first two the third of the term, the fourth, or the second once more.
        for third in [2, 3, 1] {
            let third = term.chars().nth(third);
            let begin = third.map(|c| [head(term), &*String::from(c)].concat());
            let terms = begin.map(|begin| begins.entry(begin).or_default());
            if let Some(terms) = terms.filter(|terms| terms.last() != Some(term)) {
                terms.push(term);
            }
        }
    }
    Terms {
        begins: begins.into_iter().collect(),
        without_second,
    }
});

/// The first two characters of a term.
fn head(term: &str) -> &str {
    first(term, 2)
}

/// So many first characters of a text.
fn first(text: &str, chars: usize) -> &str {
    let end = text.char_indices().nth(chars);
    let end = end.map_or(text.len(), |(at, _)| at);
    text.get(..end).unwrap_or_default()
}

fn is_right(words: &str) -> bool {
    terms::RIGHT
        .split_ascii_whitespace()
        .any(|right| right == words)
}

/// What stands before a term whose second character is lost: behind other words its first may be the end of theirs, as in 推行执法全过程记录.
static LEADS: Lexicon = Lexicon::new(
    "的 和 与 及 了 对 在 以 为 将 把 是 由 从 按 等 落实 加强 推进 开展 严格 完善 健全 深化 强化 提升 规范 建立 组织 实施 贯彻 执行 持续 \
     积极 深入 全面 坚持 不断 大力 切实 有效 认真 进一步 学习 推动 优化 制定 出台 印发 办理 受理 聘请 充分 发挥 实现 构建 打造 创建 建成 举办 \
     参加 履行 压实 培养 选聘 全市 全县 全区 全镇 全省 各级 年度",
);

fn words() -> Box<dyn Iterator<Item = &'static str>> {
    let fixed = &*FIXED;
    let short = fixed.without_second.iter().map(|(short, _)| &**short);
    let begins = fixed.begins.iter().map(|(begin, _)| &**begin);
    Box::new(TERMS.words().chain(short).chain(begins))
}

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    static SLIPS: LazyLock<usize> = LazyLock::new(|| TERMS.words().count());
    let (wrong, right) = match hit.index.checked_sub(*SLIPS) {
        None => (hit.word.len(), TERMS.right(hit)?),
        Some(at) => FIXED.broken_at(document, hit, at)?,
    };
    let range = hit.range.start..hit.range.start + wrong;
    let words = document.folded(&range);
    let message = format!("“{words}”不是规范的提法，应为“{right}”。");
    Some(Draft::at(Severity::Warning, document.span(&range), message).instead(right, true))
}

impl Terms {
    /// How many bytes at a hit are a term with a character lost or doubled, and that term; nothing where another one that is told of covers it.
    fn broken_at(
        &self,
        document: &Document<'_>,
        hit: &Hit<'_>,
        at: usize,
    ) -> Option<(usize, &'static str)> {
        const LONGEST: usize = 24;
        let end = hit.range.end + hit.after.len();
        let text = document.folded(&(hit.range.start..end));
        let (wrong, term) = match self.without_second.get(at) {
            Some((short, term)) => {
                let opens = !hit.before.ends_with(is_han) || LEADS.end_of(hit.before).is_some();
                let mut others = self.without_second.iter();
                let longer = others
                    .any(|(other, _)| other.len() > short.len() && text.starts_with(&**other));
                (opens && !longer).then_some((short.len(), *term))?
            }
            None => self.broken_among(at - self.without_second.len(), text)?,
        };
        // The names of laws and papers are looked at by their own rule, but for that of the state; so is the name of the thought.
        let titled = hit.in_book_title() && !term.starts_with("中华")
            || hit.before.ends_with("习近平") && term.starts_with("新时代");
        let starts = hit.before.char_indices().rev().take(LONGEST);
        let covered = || {
            starts.into_iter().any(|(start, _)| {
                let ahead = hit.before.len() - start;
                let text = document.folded(&(hit.range.start - ahead..end));
                self.broken(text).is_some_and(|(wrong, _)| wrong > ahead)
            })
        };
        (!titled && !covered()).then_some((wrong, term))
    }

    /// How many bytes at the start of a text are a term with a character lost or doubled, and that term.
    fn broken(&self, text: &str) -> Option<(usize, &'static str)> {
        let begin = first(text, 3);
        let index = self.begins.binary_search_by_key(&begin, |(begin, _)| begin);
        self.broken_among(index.ok()?, text)
    }

    /// The same where it is known how the text begins.
    fn broken_among(&self, begin: usize, text: &str) -> Option<(usize, &'static str)> {
        let (_, terms) = self.begins.get(begin)?;
        let mut terms = terms.iter();
        terms.find_map(|term| Some((slip_in(term, text)?, *term)))
    }
}

/// How many bytes at the start of a text are a term that lost a character behind its second, or has one inside twice. They have the first
/// two in common.
fn slip_in(term: &str, text: &str) -> Option<usize> {
    let (a, b) = (term.as_bytes(), text.as_bytes());
    let mut same = head(term).len();
    while a.get(same)? == b.get(same)? {
        same += 1;
    }
    let same = term.floor_char_boundary(same);
    let ((start, rest), text) = (term.split_at_checked(same)?, text.get(same..)?);
    let lost = rest.chars().next()?;
    let behind = rest.get(lost.len_utf8()..)?;
    // Nearly always the next character tells that it is none.
    let next = text.as_bytes().first_chunk::<3>();
    let doubled = start.as_bytes().last_chunk() == next;
    if behind.as_bytes().first_chunk() != next && !doubled {
        return None;
    }
    if !behind.is_empty() && is_han(lost) && text.starts_with(behind) {
        let wrong = [start, behind].concat();
        return (!is_right(&wrong)).then_some(wrong.len());
    }
    let found = text.chars().next()?;
    let once = text.get(found.len_utf8()..)?;
    let doubled = is_han(found) && start.ends_with(found) && once.starts_with(rest);
    doubled.then_some(term.len() + found.len_utf8())
}
