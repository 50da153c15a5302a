//! Set pieces of this kind of report: clauses that no report has from another, nor a year from the year before.

use super::lexicon::Lexicon;

static WORDS: Lexicon = Lexicon::new(
    "习近平 党的二十 党的十九 二十大 党中央 中央全面依法治国 全会精神 中国特色社会主义 四个意识 四个自信 两个确立 两个维护 \
     亲自 第一责任人 科学立法 严格执法 公正司法 全民守法 实施纲要 实施方案》 纲要( 法治中国 法治国家 一体建设 共同推进 \
     重要论述 重要讲话 重要指示 决策部署 党政主要负责人 情况报告如下 情况汇报如下 报告如下 \
     公众参与 专家论证 风险评估 集体讨论 三项制度 全过程记录 以人民为中心 高质量发展",
);

/// Whether a folded clause is a set piece.
#[must_use]
pub fn is_set_piece(clause: &str) -> bool {
    WORDS.first_in(clause).is_some()
}
