//! Which names are of the same body, and which words of a name would be swapped by who copies from that body's report.

use crate::text::folded::search_form;

/// What ends the name of a place.
const PLACES: [&str; 12] = [
    "自治区",
    "自治州",
    "街道",
    "省",
    "市",
    "州",
    "盟",
    "县",
    "区",
    "旗",
    "镇",
    "乡",
];
/// What is said of the body of a place besides its name: 青禾镇人民政府 is 青禾镇.
const ORGANS: [&str; 12] = [
    "人民政府",
    "政府",
    "办事处",
    "党工委",
    "工委",
    "委员会",
    "党委",
    "委",
    "机关",
    "和",
    "、",
    "与",
];

/// A name parted into its places and what is left of it: [江湾市, 青禾镇], 司法所.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Name {
    places: Vec<String>,
    organ: String,
}

impl Name {
    /// Reads a name, as printed.
    #[must_use]
    pub fn of(name: &str) -> Self {
        let folded = search_form(name);
        let mut rest = folded
            .trim_start_matches("中共")
            .trim_start_matches("中国共产党");
        let mut places = Vec::new();
        while let Some(end) = place_end(rest) {
            let (place, after) = rest.split_at_checked(end).unwrap_or((rest, ""));
            places.push(place.to_owned());
            // 长桥区人民政府槐荫街道办事处 is in 长桥区.
            let governed = ["人民政府", "政府"].iter();
            let below = governed
                .filter_map(|organ| after.strip_prefix(organ))
                .next();
            rest = below.unwrap_or(after);
        }
        while let Some(shorter) = ORGANS.iter().find_map(|organ| rest.strip_suffix(organ)) {
            if places.is_empty() {
                break;
            }
            rest = shorter;
        }
        Self {
            places,
            organ: rest.to_owned(),
        }
    }

    /// The last place and the organ: what the body is called where everybody knows in which city it lies. Empty where there is no name.
    #[must_use]
    pub fn short(&self) -> String {
        let place = self.places.last().map_or("", String::as_str);
        format!("{place}{}", self.organ)
    }

    /// Whether two names may well be of one body: alike as far as both say where it lies. Names without words are of none.
    #[must_use]
    pub fn is_same(&self, other: &Self) -> bool {
        let pairs = self.places.iter().rev().zip(other.places.iter().rev());
        !self.short().is_empty()
            && self.organ == other.organ
            && self.places.is_empty() == other.places.is_empty()
            && pairs.into_iter().all(|(one, other)| one == other)
    }

    /// The words of its places without their kind: 江湾, 青禾. A place of one character goes with its kind.
    pub fn stems(&self) -> impl Iterator<Item = &str> {
        self.places.iter().map(|place| {
            let mut stems = PLACES.iter().filter_map(|end| place.strip_suffix(end));
            let long = |stem: &&str| stem.chars().count() > 1;
            stems.find(long).unwrap_or(place)
        })
    }
}

/// Where the first place of a name ends, in bytes; none where what is left names no place.
fn place_end(name: &str) -> Option<usize> {
    let kind = |text: &str| {
        let mut kinds = PLACES.iter().filter(|kind| text.starts_with(**kind));
        kinds.next().map(|kind| kind.len())
    };
    name.char_indices().skip(1).find_map(|(at, _)| {
        let end = at + kind(name.get(at..)?)?;
        let (place, after) = name.split_at_checked(end)?;
        // The 市 of 城市管理局 and of 市场监督管理局, the 州 of 江州市.
        let word = place == "城市" || after.starts_with('场') || kind(after).is_some();
        (!word).then_some(end)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn short(name: &str) -> String {
        Name::of(name).short()
    }

    #[test]
    fn a_name_is_known_by_its_last_place() {
        for (name, expected) in [
            ("霁川市长桥区人民政府槐荫街道办事处", "槐荫街道"),
            ("霁川市长桥区槐荫街道党工委、办事处", "槐荫街道"),
            ("槐荫街道", "槐荫街道"),
            ("中共青禾镇委员会", "青禾镇"),
            ("青禾镇人民政府", "青禾镇"),
            ("雲岫縣", "云岫县"),
            ("江州市乡宁县街口镇", "街口镇"),
            ("汐城市城市管理局", "汐城市城市管理局"),
            ("汐城市市场监督管理局", "汐城市市场监督管理局"),
            ("某某部", "某某部"),
            ("", ""),
        ] {
            assert_eq!(short(name), expected, "{name}");
        }
    }

    #[test]
    fn names_of_one_body_agree_as_far_as_they_go() {
        let same = |one: &str, other: &str| Name::of(one).is_same(&Name::of(other));
        assert!(same("青禾镇", "江州市青禾镇人民政府"));
        assert!(same("汐城市司法局", "汐城市司法局"));
        assert!(!same("汐城市青禾镇", "江州市青禾镇"));
        assert!(!same("青禾镇", "青禾乡"));
        assert!(!same("汐城市司法局", "汐城市财政局"));
        assert!(!same("", ""));
    }

    #[test]
    fn stems_are_what_stands_in_texts() {
        let name = Name::of("霁川市长桥区槐荫街道办事处");
        assert_eq!(name.stems().collect::<Vec<_>>(), ["霁川", "长桥", "槐荫"]);
        assert_eq!(Name::of("江县").stems().collect::<Vec<_>>(), ["江县"]);
    }
}
