//! A law that was repealed before the report year, named as one in force.

use crate::document::Document;
use crate::report::Severity;
use crate::rules::data::laws::goes_on;
use crate::rules::nearby::{beside, lead};
use crate::rules::{Category, Certainty, Check, Definition, Draft, Hit};
use crate::text::lexicon::Lexicon;

pub const RULE: Definition = Definition {
    code: "C06",
    slug: "repealed-law",
    title: "引用已经废止的法律法规",
    category: Category::Dated,
    severity: Severity::Warning,
    certainty: Certainty::Sure,
    what: "合同法、物权法、婚姻法等已并入民法典的法律，以及信访条例等已被代替的法规，是不是还当作现行的来引用。没有书名号的只作提示。",
    why: "《中华人民共和国民法典》自2021年1月1日起施行，婚姻法、继承法、民法通则、收养法、担保法、合同法、物权法、侵权责任法、民法总则同时废止。",
    example: "2023年的报告写“依据《合同法》审查合同26份”。“《劳动合同法》”和“《合同法》等同时废止”不查。",
    any_genre: false,
    check: Check::Words(|| Box::new(REPEALED.iter().map(|law| law.title)), check),
};

struct Repealed {
    title: &'static str,
    /// The first report year in which it was not in force.
    from: u16,
    /// What took its place.
    now: &'static str,
}

const fn law(title: &'static str, from: u16, now: &'static str) -> Repealed {
    Repealed { title, from, now }
}

const CODE: &str = "民法典";

const REPEALED: &[Repealed] = &[
    law("合同法", 2021, CODE),
    law("物权法", 2021, CODE),
    law("婚姻法", 2021, CODE),
    law("继承法", 2021, CODE),
    law("收养法", 2021, CODE),
    law("担保法", 2021, CODE),
    law("侵权责任法", 2021, CODE),
    law("民法总则", 2021, CODE),
    law("民法通则", 2021, CODE),
    law("信访条例", 2022, "信访工作条例"),
    law("行政监察法", 2018, "监察法"),
    law("环境噪声污染防治法", 2022, "噪声污染防治法"),
    law("执业医师法", 2022, "医师法"),
    law("外资企业法", 2020, "外商投资法"),
    law("公司登记管理条例", 2022, "市场主体登记管理条例"),
    law("企业法人登记管理条例", 2022, "市场主体登记管理条例"),
    law("个体工商户条例", 2022, "促进个体工商户发展条例"),
    law("化妆品卫生监督条例", 2021, "化妆品监督管理条例"),
    law("社会抚养费征收管理办法", 2021, "人口与计划生育法"),
    law("契税暂行条例", 2021, "契税法"),
    law("资源税暂行条例", 2020, "资源税法"),
    law("耕地占用税暂行条例", 2019, "耕地占用税法"),
    law("印花税暂行条例", 2022, "印花税法"),
];

/// Words that say themselves that it is gone, or that it was of its time.
static GONE: Lexicon = Lexicon::new("废止 清理 代替 取代 施行前 实施前 衔接 旧法");

fn check(document: &Document<'_>, hit: &Hit<'_>) -> Option<Draft> {
    let law = REPEALED.get(hit.index)?;
    if document.year()? < law.from || goes_on(hit.after) || beside(hit, &GONE) {
        return None;
    }
    let before = hit
        .before
        .strip_suffix("中华人民共和国")
        .unwrap_or(hit.before);
    let titled = before.ends_with('《') && hit.after.starts_with('》');
    if before.trim_end_matches('《').ends_with('原') {
        return None;
    }
    if !titled {
        // 劳动合同法, 某省信访条例, and the titles of other papers are other laws.
        let alone = lead(before).chars().next_back().is_none_or(|c| {
            !c.is_alphanumeric() || "据照对以守行习传讲解好和及与按用了".contains(c)
        });
        if !alone || hit.in_book_title() || hit.after.starts_with(['》', '学', '院', '庭', '官'])
        {
            return None;
        }
    }
    let (severity, marks) = if titled {
        (Severity::Warning, "《".len())
    } else {
        (Severity::Notice, 0)
    };
    let title = law.title;
    let draft = Draft::at(
        severity,
        hit.span_with(
            document,
            if before == hit.before { marks } else { 0 },
            marks,
        ),
        format!(
            "“{title}”已经废止，相关内容现由《{}》规定，请更新。",
            law.now
        ),
    );
    Some(if law.now == CODE {
        draft.basis("《中华人民共和国民法典》附则")
    } else {
        draft
    })
}
