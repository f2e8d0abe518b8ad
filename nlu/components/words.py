"""A message's text in the plain form that is compared: one width, one case, one script."""

from __future__ import annotations

import re
import unicodedata

MOST = 600
"""Characters that are read; what a message is about stands at its beginning."""

REFERENCE = "※"
"""What stands for a ticket's reference, so that all references are one word."""

_HALF = r"(?:[a-z]\d[a-z]|[a-z]{2}\d|\d(?!st|nd|rd|th|am|pm|hr|km|cm|mm|kg|kw|br)[a-z]{2})"
_REF = re.compile(rf"(?<![a-z0-9]){_HALF}[-\u2010-\u2015 ]?(?:{_HALF}|\d[a-z]\d)(?![a-z0-9])")
_NUMBER = re.compile(r"\d+")
_SPACE = re.compile(r"\s+")
_WORD = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+|[^\w\s]")

_TRADITIONAL = (
    "燈壞亂門車電話線網樓層間關開請問謝來個們對這說過時會還沒讓報單維護員處環衛滿運條級頭號點"
    "後裡邊廳廣場館學醫藥飯錢費帳戶銀證辦業務區縣鎮鄉園橋鐵軌責轉給誰嗎麼為與從將應當該種樣東"
    "實現發進繼續結鎖緊險煙燒氣體積婦兒爺媽嬸師養鄰聲響議題評價記錄刪資訊隱數據語國際漢幫啟動"
    "機構簡較難嗰喺咗唔係臺灣馬見長無買賣聽讀寫認識歡樂愛歲週熱涼雙遠達選連適遲紅綠藍黃顏壓廠"
    "產衝觀訂計設許試詢詳誤調論講變貴購趕輕輛農鋪鐘閉陽隊雞離靈頂順預領願風飛魚鳥麗龍備傷優內"
    "兩則剛勞協參嚴圍圖團塊夠夢奪嬰寶審寬專尋導屆屬島帶幣幾庫廢張強彈歸徑復慮憂懷戲掃換揮損搶"
    "擁擇擋擔擾攤敗斷舊書樹橫檢櫃權歷殘決沖況淚淺測溝滅漲潔濕災爐爛獎獨獲畫異療癢監盤眾礎禮稅"
    "穩窮競筆節築簽糧約紀純紙終組絕統經緩編縮總織繳罰罷習職聯腦腳膠臉舉莊華萬葉蓋薦蘇蟲補裝製"
    "複規視親覺訪訴診詐誠課談謊豬貓負財貨貼貸賠質跡踐軟載輪輸辭郵醜釋針鈴鉛錯鍵鏡閃閱陰階隨雜"
    "雲靜項須頻額類顧顯飲餓騎騙驗驚髒鬧鮮鹽麥麵齊齒嘅哋嚟睇畀攞搵佢"
)
_SIMPLIFIED = (
    "灯坏乱门车电话线网楼层间关开请问谢来个们对这说过时会还没让报单维护员处环卫满运条级头号点"
    "后里边厅广场馆学医药饭钱费帐户银证办业务区县镇乡园桥铁轨责转给谁吗么为与从将应当该种样东"
    "实现发进继续结锁紧险烟烧气体积妇儿爷妈婶师养邻声响议题评价记录删资讯隐数据语国际汉帮启动"
    "机构简较难那在了不是台湾马见长无买卖听读写认识欢乐爱岁周热凉双远达选连适迟红绿蓝黄颜压厂"
    "产冲观订计设许试询详误调论讲变贵购赶轻辆农铺钟闭阳队鸡离灵顶顺预领愿风飞鱼鸟丽龙备伤优内"
    "两则刚劳协参严围图团块够梦夺婴宝审宽专寻导届属岛带币几库废张强弹归径复虑忧怀戏扫换挥损抢"
    "拥择挡担扰摊败断旧书树横检柜权历残决冲况泪浅测沟灭涨洁湿灾炉烂奖独获画异疗痒监盘众础礼税"
    "稳穷竞笔节筑签粮约纪纯纸终组绝统经缓编缩总织缴罚罢习职联脑脚胶脸举庄华万叶盖荐苏虫补装制"
    "复规视亲觉访诉诊诈诚课谈谎猪猫负财货贴贷赔质迹践软载轮输辞邮丑释针铃铅错键镜闪阅阴阶随杂"
    "云静项须频额类顾显饮饿骑骗验惊脏闹鲜盐麦面齐齿的们来看给拿找他"
)
_SCRIPT = str.maketrans(_TRADITIONAL, _SIMPLIFIED)
"""Traditional characters and written Cantonese, as far as city talk needs them."""


def plain(text: str, most: int = MOST) -> str:
    """The text without differences that mean nothing: width, case, script, spaces, the digits."""
    folded = unicodedata.normalize("NFKC", text[:most]).casefold().translate(_SCRIPT)
    folded = folded.replace("ё", "е")  # most leave its dots out
    numbered = _NUMBER.sub("0", _REF.sub(f" {REFERENCE} ", folded))
    return _SPACE.sub(" ", numbered.replace("\u2060", "")).strip()


_ARABIC = str.maketrans("أإآٱىةؤئگکی", "اااايهويككي", "ـ")
"""Ways to write one Arabic letter, and the stroke that only stretches a word."""

_BREVE = "\u0306"
"""й is a letter of its own, not an и with an accent."""


def folded(text: str) -> str:
    """A plain text without accents, and with one way to write Arabic: people leave them out."""
    apart = unicodedata.normalize("NFD", text.translate(_ARABIC))
    bare = (each for each in apart if each == _BREVE or unicodedata.category(each) != "Mn")
    return unicodedata.normalize("NFC", "".join(bare))


def words(text: str) -> list[str]:
    """The words of a plain text; a Chinese character is a word, and so is a mark."""
    return _WORD.findall(text)
