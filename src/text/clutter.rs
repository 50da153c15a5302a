//! What the web page or the printer put around a report: menus, metadata, buttons, page numbers. Works on folded lines.

use super::lexicon::Lexicon;
use super::marker;

/// A line that holds nothing but a page number: - 2 -, 5, 第3页, 3/12.
pub(super) fn is_page_number(line: &str) -> bool {
    let inner = line.trim_matches(['-', '—', '–', '―', '·', '.', '_', '~']);
    if let Some(page) = inner.strip_prefix('第') {
        let page = page.trim_end_matches(|c: char| "页共,/ ".contains(c) || c.is_ascii_digit());
        return page.is_empty() && inner.contains('页');
    }
    inner.bytes().all(|b| b.is_ascii_digit() || b == b'/')
        && inner.split('/').all(|page| (1..=3).contains(&page.len()))
        && inner.matches('/').count() <= 1
}

/// Words that a line of a web page's furniture starts with, once bullets and brackets are taken off. Spaces are folded away.
static STARTS: Lexicon = Lexicon::new(
    "当前位置 您的位置 您当前 您现在 你的位置 所在位置 首页 网站首页 字号 字体 打印 分享 扫一扫 扫描二维码 发布时间 \
    发布日期 发文日期 公开日期 更新时间 更新日期 发布机构 发布单位 发文机关 发文单位 公开机构 信息来源 文章来源 \
    稿件来源 来源 作者 编辑 责任编辑 责编 审核: 浏览次数 浏览量 浏览 阅读次数 阅读量 阅读: 点击数 点击量 点击次数 \
    点击率 访问量 访问次数 索引号 引号: 发文字号 文号 成文日期 成文时间 生成时间 发文时间 效力状态 生成日期 时间: \
    日期: 主题分类 体裁分类 主题词 公文种类 公文时效 信息分类 信息名称 信息索取号 组配分类 服务对象 有效性 有效期 \
    时效性 公开方式 公开范围 公开形式 公开时限 公开属性 名称: 标题: 关键词 内容概述 上一篇 下一篇 上一条 下一条 \
    相关链接 相关文档 相关阅读 相关解读 版权所有 主办单位 友情链接 主办: 承办单位 承办: 技术支持 网站标识码 \
    网站地图 联系我们 无障碍 关怀版 长者 适老化 返回 关闭 收藏 语音播报 播报 视力保护色 背景色 保护视力 打开当前页 \
    手机扫 微信扫 我要纠错 纠错 保存 导出 下载 附件下载 政府信息公开指南 设为首页 加入收藏 繁体 简体 登录 注册 \
    English 大中小 T大 A+ 微信 微博 QQ",
);

/// A line of menus, metadata or buttons. Inside the body only what cannot be a sentence is taken for one.
pub(super) fn is_clutter(line: &str, in_body: bool) -> bool {
    const LONGEST: usize = 600;
    if line.len() > LONGEST || line.contains('。') {
        return false;
    }
    let inner = line.trim_start_matches(|c: char| "[【(•·●○■□◆*-|>_~:「『<".contains(c));
    let starts = STARTS.start_of(inner).is_some();
    let crumbs = line.matches('>').count() >= 1 && !line.contains(['<', '《', ',']);
    let footer = ["ICP备", "公网安备", "版权所有", "网站标识码"]
        .iter()
        .any(|word| line.contains(word));
    if footer || crumbs {
        return true;
    }
    if starts {
        // 分享… and 来源… can open a sentence too: in the body such a line must be short and hold no comma.
        let button = line.starts_with(['[', '【', '(', '「']);
        return !in_body || button || (line.chars().count() <= 40 && !line.contains(','));
    }
    if in_body {
        return false;
    }
    let code = line.len() >= 8
        && line
            .bytes()
            .all(|b| b.is_ascii_digit() || b.is_ascii_uppercase() || b"/-:_ ".contains(&b));
    let tail = line.ends_with("号]")
        || matches!(
            line,
            "政府信息公开" | "政务公开" | "信息公开" | "正文" | "法治政府建设年度报告"
        );
    // 2024-11-28 08:30 来源：… 阅读：…
    let stamped = line.starts_with("20")
        && line.contains(':')
        && line.chars().take(12).filter(char::is_ascii_digit).count() >= 6
        && [
            "来源", "作者", "阅读", "点击", "浏览", "编辑", "字号", "记者",
        ]
        .iter()
        .any(|word| line.contains(word));
    code || tail || stamped || is_labelled(line)
}

/// 标签：值 — a label of two to six characters and its value. An addressee has nothing after its colon; the signer is no clutter.
fn is_labelled(line: &str) -> bool {
    let Some((label, value)) = line.split_once(':') else {
        return false;
    };
    let length = label.chars().count();
    (2..=6).contains(&length)
        && label.chars().all(marker::is_han)
        && !label.contains("签发")
        && !value.contains("法治")
        && !value.is_empty()
        && value.chars().count() <= 40
        && !value.contains([',', ';'])
}
