//! Names of bodies: what is one, and the kind of body that reports, from its name or from the words it uses of itself.

use crate::report::BodyKind::{
    self, City, CountyDistrict, Department, Ministry, Other, Province, Street, Township,
};
use crate::text::lexicon::Lexicon;

/// The cities that are provinces.
static MUNICIPALITIES: Lexicon = Lexicon::new("北京市 上海市 天津市 重庆市");

/// What the end of a name says. The longest that fits counts.
const ENDS: &[(&str, BodyKind)] = &[
    ("街道办事处", Street),
    ("街道党工委", Street),
    ("街道", Street),
    ("地区办事处", Street),
    ("镇人民政府", Township),
    ("乡人民政府", Township),
    ("镇党委", Township),
    ("乡党委", Township),
    ("镇委员会", Township),
    ("乡委员会", Township),
    ("镇政府", Township),
    ("乡政府", Township),
    ("苏木", Township),
    ("县人民政府", CountyDistrict),
    ("区人民政府", CountyDistrict),
    ("旗人民政府", CountyDistrict),
    ("县政府", CountyDistrict),
    ("区政府", CountyDistrict),
    ("县委员会", CountyDistrict),
    ("自治州人民政府", City),
    ("盟行政公署", City),
    ("地区行政公署", City),
    ("市人民政府", City),
    ("市政府", City),
    ("省人民政府", Province),
    ("自治区人民政府", Province),
    ("自治区政府", Province),
    ("开发区", Other),
    ("高新区", Other),
    ("保税区", Other),
    ("园区", Other),
    ("海关", Department),
    ("省政府", Province),
    ("管理委员会", Other),
    ("管委会", Other),
    ("总局", Ministry),
    ("办公室", Department),
    ("委员会", Department),
    ("公司", Other),
    ("分局", Department),
    ("管理局", Department),
    ("大队", Department),
    ("支队", Department),
    ("总队", Department),
    ("中心", Department),
    ("局", Department),
    ("厅", Department),
    ("委", Department),
    ("办", Department),
    ("署", Ministry),
    ("部", Ministry),
    ("街", Street),
    ("镇", Township),
    ("乡", Township),
    ("自治县", CountyDistrict),
    ("自治旗", CountyDistrict),
    ("自治州", City),
    ("自治区", Province),
    ("县", CountyDistrict),
    ("区", CountyDistrict),
    ("旗", CountyDistrict),
    ("州", City),
    ("盟", City),
    ("市", City),
    ("省", Province),
];

/// The kind of body that a name belongs to: 某市某区某街道办事处 is a street.
#[must_use]
pub fn kind_of(name: &str) -> Option<BodyKind> {
    let name = name.trim_end_matches(|c: char| c.is_ascii_digit() || "年度,、的".contains(c));
    if name.is_empty() {
        return None;
    }
    let municipality = MUNICIPALITIES.words().any(|place| {
        name.strip_prefix(place)
            .is_some_and(|rest| rest.is_empty() || rest == "人民政府" || rest == "政府")
    });
    if municipality {
        return Some(Province);
    }
    if name == "国务院" {
        return Some(Ministry);
    }
    let (end, kind) = ENDS
        .iter()
        .filter(|(end, _)| name.ends_with(end))
        .max_by_key(|(end, _)| end.len())?;
    Some(match kind {
        Department if is_national(name) => Ministry,
        // 某县委 and 某市委 report as the party side of that government.
        Department if *end == "委" => match name.trim_end_matches('委').chars().next_back() {
            Some('县' | '区' | '旗') => CountyDistrict,
            Some('市') => City,
            Some('省') => Province,
            Some('镇' | '乡') => Township,
            _ => Department,
        },
        // 某县市场监管总局 does not exist, but 某市税务总局… is a slip for a local one.
        Ministry if !is_national(name) && name.contains(['省', '市', '县', '区']) => Department,
        kind => *kind,
    })
}

/// A department of the State Council, by its first word.
fn is_national(name: &str) -> bool {
    let national = [
        "国家",
        "中国",
        "国务院",
        "中华人民共和国",
        "海关总署",
        "审计署",
    ];
    let local = name.contains(['省', '市', '县', '区', '州', '盟', '旗']);
    national.iter().any(|start| name.starts_with(start)) && !local
}

/// Words that a body uses of itself, with what they count for.
const SELF_WORDS: &[(&str, BodyKind)] = &[
    ("我街", Street),
    ("本街", Street),
    ("全街", Street),
    ("街道党工委", Street),
    ("街道办事处", Street),
    ("街道", Street),
    ("我镇", Township),
    ("我乡", Township),
    ("全镇", Township),
    ("全乡", Township),
    ("镇党委", Township),
    ("乡党委", Township),
    ("镇政府", Township),
    ("乡政府", Township),
    ("我县", CountyDistrict),
    ("我区", CountyDistrict),
    ("县委、县政府主要", CountyDistrict),
    ("县政府常务会议", CountyDistrict),
    ("区政府常务会议", CountyDistrict),
    ("全县各", CountyDistrict),
    ("我市", City),
    ("市政府常务会议", City),
    ("我省", Province),
    ("全省", Province),
    ("省政府常务会议", Province),
    ("我局", Department),
    ("局党组", Department),
    ("我委", Department),
    ("委党组", Department),
    ("我厅", Department),
    ("厅党组", Department),
    ("我办", Department),
    ("办公室党组", Department),
    ("分局", Department),
    ("部党组", Ministry),
    ("我部", Ministry),
    ("总局党组", Ministry),
];

/// The kind of body that a text without a name speaks as: first the subject of its opening sentence, then the words it uses of itself.
#[must_use]
pub fn kind_in_text(text: &str) -> Option<BodyKind> {
    let head = text.get(..text.floor_char_boundary(12_000))?;
    if let Some(kind) = opening_subject(head) {
        return Some(kind);
    }
    let mut scores: Vec<(BodyKind, usize)> = Vec::new();
    for (word, kind) in SELF_WORDS {
        let count = head.matches(word).count();
        if count > 0 {
            match scores.iter_mut().find(|(k, _)| k == kind) {
                Some((_, score)) => *score += count,
                None => scores.push((*kind, count)),
            }
        }
    }
    scores
        .into_iter()
        .rev()
        .max_by_key(|&(_, score)| score)
        .map(|(kind, _)| kind)
}

/// 2024年，某街道坚持…… — the name at the head of one of the first clauses.
fn opening_subject(head: &str) -> Option<BodyKind> {
    static VERBS: Lexicon = Lexicon::new(
        "坚持 深入 认真 全面 以 在 围绕 紧紧 始终 贯彻 落实 按照 对照 把 将 聚焦 扎实 统筹 积极 高度 持续 \
     牢牢 立足 严格 切实 根据 不断 紧扣 依法 推进 主动 党委 党工委 办事处",
    );
    head.split([',', '。', ':', ';', '\n'])
        .take(24)
        .find_map(|clause| {
            let found = VERBS.all_in(clause).map(|(at, _)| at);
            let at = found.filter(|&at| at > 0).min()?;
            let name = clause.get(..at)?;
            let len = name.chars().count();
            ((2..=20).contains(&len) && !name.contains(['的', '是', '《'])).then_some(())?;
            // A lone 区 or 市 in a clause is as likely the level above.
            if matches!(name, "全区" | "全市" | "全县" | "市区" | "地区") {
                return None;
            }
            kind_of(name)
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_tell_the_kind() {
        for (name, kind) in [
            ("某市某区某某街道办事处", Street),
            ("江湾街", Street),
            ("某县凤头镇", Township),
            ("大溪乡人民政府", Township),
            ("某市莱河区", CountyDistrict),
            ("上海市某某区人民政府", CountyDistrict),
            ("上海市", Province),
            ("某某省人民政府", Province),
            ("汐城市", City),
            ("汐城市城市管理局", Department),
            ("江州市公安局新城区分局", Department),
            ("中共某县委", CountyDistrict),
            ("国家某某总局", Ministry),
            ("某某部", Ministry),
            ("某市税务局", Department),
            ("市政府办公室", Department),
            ("某某经济技术开发区管委会", Other),
            ("某某经济技术开发区", Other),
            ("某某自治区人民政府", Province),
            ("某某海关", Department),
        ] {
            assert_eq!(kind_of(name), Some(kind), "{name}");
        }
        assert_eq!(kind_of("工作"), None);
    }

    #[test]
    fn a_text_without_a_name_tells_by_its_own_words() {
        assert_eq!(
            kind_in_text("2024年,望岳街道坚持依法行政,成效明显。"),
            Some(Street)
        );
        assert_eq!(
            kind_in_text("一、主要举措\n全镇把法治建设纳入日程,我镇制定文件1件。"),
            Some(Township)
        );
        assert_eq!(
            kind_in_text("局党组定期研究,我局开展检查。"),
            Some(Department)
        );
        assert_eq!(kind_in_text("天气很好。"), None);
    }
}
