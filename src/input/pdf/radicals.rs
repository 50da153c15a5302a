//! Radicals and compatibility ideographs that look like common characters: fonts map both to one glyph, and the tables that
//! writers of PDF make of them often take the wrong one.

/// U+2F00 and on: the characters of the 214 radicals.
const RADICALS: &str = "\
    一丨丶丿乙亅二亠人儿入八冂冖冫几凵刀力勹匕匚匸十卜卩厂厶又口囗土士夂夊夕大女子宀寸小尢尸屮山巛工己巾干幺广廴廾弋弓彐彡彳\
    心戈戶手支攴文斗斤方无日曰月木欠止歹殳毋比毛氏气水火爪父爻爿片牙牛犬玄玉瓜瓦甘生用田疋疒癶白皮皿目矛矢石示禸禾穴立竹米糸\
    缶网羊羽老而耒耳聿肉臣自至臼舌舛舟艮色艸虍虫血行衣襾見角言谷豆豕豸貝赤走足身車辛辰辵邑酉釆里金長門阜隶隹雨靑非面革韋韭音\
    頁風飛食首香馬骨高髟鬥鬯鬲鬼魚鳥鹵鹿麥麻黃黍黑黹黽鼎鼓鼠鼻齊齒龍龜龠";

/// Radicals of the supplement, each with its character.
const SUPPLEMENT: &str = "\
    ⺠民⺟母⺢水⻁虎⻄西⻅见⻆角⻉贝⻋车⻓长⻔门⻘青⻙韦⻚页⻛风⻜飞⻝食⻢马⻣骨⻤鬼⻥鱼⻦鸟⻧卤⻨麦⻩黄⻬齐⻮齿⻰龙⻳龟⻑长\
    ⻒长⻕门⻟食⻭齿⻯龙⻲龟⻪黾⻫齐⺎兀⺏尣⺡水";

/// U+F900 and on.
const COMPATIBILITY: &str = "\
    豈更車賈滑串句龜龜契金喇奈懶癩羅蘿螺裸邏樂洛烙珞落酪駱亂卵欄爛蘭鸞嵐濫藍襤拉臘蠟廊朗浪狼郎來冷勞擄櫓爐盧老蘆虜路露魯鷺碌\
    祿綠菉錄鹿論壟弄籠聾牢磊賂雷壘屢樓淚漏累縷陋勒肋凜凌稜綾菱陵讀拏樂諾丹寧怒率異北磻便復不泌數索參塞省葉說殺辰沈拾若掠略亮\
    兩凉梁糧良諒量勵呂女廬旅濾礪閭驪麗黎力曆歷轢年憐戀撚漣煉璉秊練聯輦蓮連鍊列劣咽烈裂說廉念捻殮簾獵令囹寧嶺怜玲瑩羚聆鈴零靈\
    領例禮醴隸惡了僚寮尿料樂燎療蓼遼龍暈阮劉杻柳流溜琉留硫紐類六戮陸倫崙淪輪律慄栗率隆利吏履易李梨泥理痢罹裏裡里離匿溺吝燐璘\
    藺隣鱗麟林淋臨立笠粒狀炙識什茶刺切度拓糖宅洞暴輻行降見廓兀嗀﨎﨏塚﨑晴﨓﨔凞猪益礼神祥福靖精羽﨟蘒﨡諸﨣﨤逸都﨧﨨﨩飯飼\
    館鶴郞隷侮僧免勉勤卑喝嘆器塀墨層屮悔慨憎懲敏既暑梅海渚漢煮爫琢碑社祉祈祐祖祝禍禎穀突節練縉繁署者臭艹艹著褐視謁謹賓贈辶逸\
    難響頻恵𤋮舘";

/// The character that was meant.
pub(super) fn plain(c: char) -> char {
    let nth = |table: &str, first: u32| table.chars().nth((u32::from(c) - first) as usize);
    match c {
        '\u{2e80}'..='\u{2eff}' => {
            let mut after = SUPPLEMENT.chars().skip_while(|&it| it != c);
            after.nth(1)
        }
        '\u{2f00}'..='\u{2fd5}' => nth(RADICALS, 0x2f00),
        '\u{f900}'..='\u{fa6d}' => nth(COMPATIBILITY, 0xf900),
        _ => None,
    }
    .unwrap_or(c)
}

#[cfg(test)]
mod tests {
    use super::plain;

    #[test]
    fn radicals_become_the_characters_they_look_like() {
        let text = "⼀是依法⾏政，⺠主⽣活，⻚⾯，\u{f92d}源";
        let plain: String = text.chars().map(plain).collect();
        assert_eq!(plain, "一是依法行政，民主生活，页面，來源");
    }
}
