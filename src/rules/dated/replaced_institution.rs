//! An office that no longer exists under its name in the report year: 工商局, 国土局, 法制办.

use crate::document::Document;
use crate::report::{BodyKind, Severity};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};

pub const RULE: Definition = Definition {
    code: "C11",
    slug: "replaced-institution",
    title: "机构名称可能已经变更",
    category: Category::Dated,
    severity: Severity::Notice,
    certainty: Certainty::Hint,
    what: "机构改革后已经改名、并入其他部门的机构，是不是还用旧名称：工商局、国土局、环保局、安监局、法制办、扶贫办等。",
    why: "2018年和2023年党和国家机构改革后，地方机构陆续更名；沿用往年的稿子会留下旧名称。各地改革时间不同，名称以本地为准。",
    example: "2022年的报告写“会同县环保局开展检查”，环保局现多为生态环境局。“原县环保局”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(OFFICES.iter().map(|office| office.0)), check),
};

/// An office, the first report year in which it is gone, and what is there now.
const OFFICES: &[(&str, u16, &str)] = &[
    ("工商局", 2020, "市场监督管理局"),
    ("工商行政管理局", 2020, "市场监督管理局"),
    ("工商所", 2020, "市场监督管理所"),
    ("质监局", 2020, "市场监督管理局"),
    ("质量技术监督局", 2020, "市场监督管理局"),
    ("食药监局", 2020, "市场监督管理局"),
    ("食品药品监督管理局", 2020, "市场监督管理局"),
    ("国土局", 2020, "自然资源局"),
    ("国土资源局", 2020, "自然资源局"),
    ("国土所", 2020, "自然资源所"),
    ("环保局", 2020, "生态环境局"),
    ("环境保护局", 2020, "生态环境局"),
    ("安监局", 2020, "应急管理局"),
    ("安全生产监督管理局", 2020, "应急管理局"),
    ("卫计局", 2020, "卫生健康局"),
    ("卫计委", 2020, "卫生健康委员会"),
    ("卫生和计划生育局", 2020, "卫生健康局"),
    ("旅游局", 2020, "文化和旅游局"),
    ("国税局", 2019, "税务局"),
    ("地税局", 2019, "税务局"),
    ("法制办", 2020, "司法局"),
    ("扶贫办", 2022, "乡村振兴部门"),
    ("银保监", 2024, "国家金融监督管理总局的派出机构"),
];

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let (name, gone, now) = OFFICES.get(hit.index)?;
    // Zones and parks keep names of their own.
    let own = document.found.elements.body_kind == Some(BodyKind::Other);
    if document.year()? < *gone || own || hit.in_book_title() {
        return None;
    }
    // 文化和旅游局, 生态环保局: a name before it makes another office of it; 原环保局 says that it is past.
    let alone = hit.before.chars().next_back().is_none_or(|c| {
        !c.is_alphanumeric() || "省市县区州旗镇乡府道由向经对同合与及将".contains(c)
    });
    let past = hit
        .before
        .rsplit([',', '。', ';'])
        .next()
        .is_some_and(|clause| {
            let place = clause.trim_end_matches(['省', '市', '县', '区', '州', '旗']);
            place.ends_with('原') || clause.ends_with('原')
        });
    if !alone || past {
        return None;
    }
    Some(Draft::at(
        Severity::Notice,
        hit.span(document),
        format!("“{name}”在机构改革后多已改为{now}，请按本地现行名称核对。"),
    ))
}
