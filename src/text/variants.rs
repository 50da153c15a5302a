//! Traditional characters and the simplified ones they stand for, as far as the vocabulary of these reports needs them.
//!
//! Only for matching: the text shown keeps the script it was written in.

use std::sync::LazyLock;

use super::charset::CharSet;

/// Pairs of a traditional character and its simplified form, in order of the traditional one.
const PAIRS: &str = "\
並并乾干亂乱佈布佔占併并來来侷局係系個个們们倖幸備备傢家傳传債债傷伤傾倾僅仅僑侨價价儀仪億亿儘尽償偿優优儲储兌兑兒儿內内\
兩两冊册別别則则剋克剛刚創创劃划劑剂勁劲動动務务勛勋勝胜勞劳勢势勳勋勵励勸劝匯汇匱匮區区協协卹恤參参員员唸念問问啟启單单\
噸吨噹当嚮向嚴严囌苏國国圍围園园圖图團团執执堅坚報报場场塊块塢坞塵尘墾垦壓压壘垒壞坏壟垄壩坝壯壮壽寿夠够夥伙奧奥奮奋妝妆\
娛娱婦妇嬰婴孃娘學学實实審审寫写寬宽寶宝將将專专尋寻對对導导屆届層层屬属島岛峽峡崑昆崗岗嵐岚嶽岳師师帶带幣币幫帮幹干幾几\
庫库廚厨廟庙廠厂廢废廣广廳厅張张強强彆别彈弹彙汇後后徑径從从復复徵征徹彻惡恶愛爱慄栗態态慣惯慮虑憑凭憲宪懇恳應应懲惩懷怀\
戰战戶户拋抛捲卷掃扫掛挂採采揚扬換换揮挥損损搖摇搶抢撈捞撐撑撥拨撫抚擇择擊击擋挡擔担據据擠挤擬拟擴扩擺摆擾扰攜携攤摊攬揽\
敗败數数斷断於于昇升時时晉晋暢畅暫暂曆历曉晓書书會会朮术東东條条棄弃棗枣楊杨楓枫業业極极榦干榮荣構构槍枪樂乐樓楼標标樞枢\
樣样樹树橋桥機机橫横檔档檢检檯台欄栏權权歡欢歷历歸归殘残殯殡氣气氾泛汎泛汙污決决沒没況况洩泄淨净淺浅減减測测準准溝沟溫温\
溼湿滯滞滾滚滿满漁渔漢汉潔洁潛潜潤润濃浓濕湿濛蒙濟济濤涛瀋沈瀏浏瀕濒瀾澜灣湾災灾為为無无煉炼煙烟熱热燒烧營营爭争爾尔牽牵\
獄狱獎奖獨独獲获獸兽獻献現现環环瓊琼產产甦苏畢毕畫画異异當当療疗癥症發发盡尽監监盤盘眾众睏困瞞瞒矇蒙矯矫硯砚確确碼码磚砖\
礎础礙碍礦矿祕秘禦御禮礼稅税種种稱称穀谷積积穩稳穫获窪洼競竞筍笋箇个節节範范築筑篤笃簡简簽签簾帘籌筹籤签糧粮糰团糾纠紀纪\
約约紅红納纳紐纽紙纸級级紛纷紮扎細细終终組组結结絕绝絡络給给統统經经綜综綠绿維维綱纲網网綵彩緊紧線线締缔編编練练緻致縣县\
縮缩縱纵總总績绩織织繞绕繪绘繫系繳缴繼继續续纔才纜缆罰罚義义習习聞闻聯联聲声職职聽听脈脉脩修脫脱腳脚臟脏臨临臺台與与興兴\
舉举舊旧茲兹莊庄華华菸烟萊莱萬万葉叶蒐搜蓆席蓋盖蔣蒋蔭荫薦荐藍蓝藝艺藥药蘇苏處处虛虚號号蟲虫術术衛卫補补裝装裡里製制複复\
襬摆見见規规視视親亲覺觉覽览觀观觸触訂订計计討讨訓训託托記记訟讼訪访設设許许訴诉診诊註注証证詐诈評评詢询試试話话該该詳详\
誌志認认語语誠诚誤误說说誰谁課课調调談谈請请論论諜谍諮咨諾诺謀谋謂谓講讲證证識识譟噪議议護护譽誉讀读變变讓让豐丰豬猪負负\
財财貧贫貨货貫贯責责買买費费貼贴貿贸賃赁資资賠赔賢贤賣卖賦赋質质賬账購购贈赠贍赡趕赶趙赵趨趋踐践蹤踪車车軌轨軍军軟软軸轴\
較较載载輓挽輔辅輕轻輛辆輪轮輯辑輸输輻辐輿舆轄辖轉转辦办農农迴回這这連连週周進进遊游運运過过達达違违遞递遠远適适遷迁選选\
遺遗遼辽邁迈還还邊边邏逻郵邮鄉乡鄰邻醫医釋释釐厘針针釦扣鉤钩銀银銅铜銜衔銷销鋒锋鋪铺錄录錢钱錯错錶表鍊炼鍋锅鍛锻鍵键鎖锁\
鎮镇鏈链鐵铁長长門门閉闭開开閑闲閒闲間间閤合閩闽閱阅闆板關关陝陕陞升陣阵陸陆陽阳隊队階阶際际隨随險险隱隐隻只雖虽雙双雜杂\
離离難难雲云電电靈灵靜静鞏巩鞦秋韆千韌韧響响頁页頂顶項项順顺須须預预頑顽頒颁頓顿領领頭头頸颈頻频顆颗題题額额願愿類类顧顾\
顯显風风颱台飛飞飯饭飲饮飼饲養养餘余館馆馬马駁驳駐驻駕驾駛驶騙骗驗验驛驿髒脏體体髮发鬆松鬚须鬨哄魯鲁鳳凤鳴鸣鹽盐麵面麼么\
黃黄點点黨党鼕冬齊齐齣出龍龙";

/// A few characters that occur in every traditional text of this kind and in no simplified one.
static SIGNS: CharSet = CharSet::new("設進執黨個會");

/// Whether a text is written in traditional characters.
#[must_use]
pub fn is_traditional(text: &str) -> bool {
    text.chars().any(|c| SIGNS.contains(c))
}

/// The first and the last character of the block that holds them.
const FIRST: char = '\u{4e00}';
const LAST: char = '\u{9fff}';

/// The simplified form of every character of the block, NUL where there is none.
static FORMS: LazyLock<Vec<char>> = LazyLock::new(|| {
    let mut forms = vec!['\0'; LAST as usize - FIRST as usize + 1];
    let mut chars = PAIRS.chars();
    while let (Some(traditional), Some(simple)) = (chars.next(), chars.next()) {
        if let Some(form) = forms.get_mut((traditional as usize).wrapping_sub(FIRST as usize)) {
            *form = simple;
        }
    }
    forms
});

/// The simplified form of a character; itself where there is none.
#[must_use]
#[inline]
pub fn simplified(c: char) -> char {
    match FORMS.get((c as usize).wrapping_sub(FIRST as usize)) {
        Some(&form) if form != '\0' => form,
        _ => c,
    }
}

/// Whether a character is a traditional one that has a simplified form.
#[must_use]
#[inline]
pub fn is_traditional_form(c: char) -> bool {
    simplified(c) != c
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_table_is_in_order_and_maps_one_way() {
        let chars: Vec<char> = PAIRS.chars().collect();
        assert_eq!(chars.len() % 2, 0);
        assert!(chars.chunks(2).is_sorted_by(|a, b| a[0] < b[0]));
        assert!(chars.chunks(2).all(|pair| simplified(pair[1]) == pair[1]));
    }

    #[test]
    fn traditional_words_read_as_simplified_ones() {
        let text = "推進法治政府建設的主要舉措和成效";
        assert!(is_traditional(text));
        assert_eq!(
            text.chars().map(simplified).collect::<String>(),
            "推进法治政府建设的主要举措和成效"
        );
        assert!(!is_traditional("推进法治政府建设的主要举措和成效"));
    }
}
