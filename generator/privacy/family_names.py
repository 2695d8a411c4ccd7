"""The family names (姓氏) by which a person's name is told from other words, in simplified and traditional form.

The single ones are those of 百家姓 and others that are common today; the list is not complete, and many of them are
ordinary words, too. So who uses it looks at the length and the surroundings as well.
"""

SURNAMES = frozenset(
    "赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜戚谢邹喻柏水窦章云苏潘葛奚范彭郎鲁韦昌马苗凤花方"
    "俞任袁柳酆鲍史唐费廉岑薛雷贺倪汤滕殷罗毕郝邬安常乐于时傅皮卞齐康伍余元卜顾孟平黄和穆萧尹姚邵湛汪祁毛禹狄米贝明臧"
    "计伏成戴谈宋茅庞熊纪舒屈项祝董梁杜阮蓝闵席季麻强贾路娄危江童颜郭梅盛林刁钟徐邱骆高夏蔡田樊胡凌霍虞万支柯昝管卢莫"
    "经房裘缪干解应宗丁宣贲邓郁单杭洪包诸左石崔吉钮龚程嵇邢滑裴陆荣翁荀羊於惠甄麴家封芮羿储靳汲邴糜松井段富巫乌焦巴弓"
    "牧隗山谷车侯宓蓬全郗班仰秋仲伊宫宁仇栾暴甘钭厉戎祖武符刘景詹束龙叶幸司韶郜黎蓟薄印宿白怀蒲邰从鄂索咸籍赖卓蔺屠蒙"
    "池乔阴胥能苍双闻莘党翟谭贡劳逄姬申扶堵冉宰郦雍却璩桑桂濮牛寿通边扈燕冀郏浦尚农温别庄晏柴瞿阎充慕连茹习宦艾鱼容向"
    "古易慎戈廖庾终暨居衡步都耿满弘匡国文寇广禄阙东欧殳沃利蔚越夔隆师巩厍聂晁勾敖融冷訾辛阚那简饶空曾毋沙乜养鞠须丰巢"
    "关蒯相查后荆红游竺权逯盖益桓公肖闫付代兰邸佟覃涂阳仝牟岳帅缑亢况郈琴归海晋楚苟区仉商佘佴伯赏墨哈谯笪年爱战律苑原"
    "伦冼门麦闭才揭但忻宛迟腊尧玉青毓庆占楼候旷衣栗檀由岩练初母丛信官冒修操揣呼旦桃线闪蹇言福趙錢孫吳鄭馮陳衛蔣韓楊許"
    "呂張嚴華謝鄒竇雲蘇範魯韋馬鳳湯羅畢鄔樂時齊顧黃蕭貝計談龐紀項閔賈婁顏鍾駱盧經繆應單諸鈕龔榮儲車寧厲劉龍葉從賴藺喬"
    "陰雙聞黨貢勞酈卻壽邊農溫莊閻連習廣闕東歐聶關權蓋蘭塗陽況歸區麥門"
)
"""Family names of one character."""

_COMPOUND = (
    "欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 "
    "申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 "
    "宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 公户 公玉 公仪 梁丘 公仲 公上 公门 公山 "
    "公坚 左丘 公伯 西门 公祖 第五 公乘 贯丘 公皙 南荣 东里 东宫 仲长 子书 子桑 即墨 达奚 褚师 纳兰 归海 东门 "
    "西陵 贺兰 完颜 耶律 叶赫 那拉 富察 爱新觉罗 钮祜禄 瓜尔佳 贺若 贺拔 斛律 宿勤 屈突 淳于 单于 叔孙 公叔 公输 毋丘 "
    "毌丘 司城 司鸿 拓拔 尔朱 侯莫陈 哥舒 沮渠 郁久闾 阿史那 步六孤 普六茹 丘穆陵 破六韩 纥豆陵 仆固 叱干 库狄 秃发 "
    "斛斯 乌古论 赫舍里 舒穆禄 索绰罗 伊尔根觉罗 "
    "歐陽 司馬 諸葛 東方 獨孤 聞人 尉遲 赫連 澹臺 濮陽 公孫 鍾離 長孫 鮮于 閭丘 顓孫 軒轅 東郭 南門 南宮 仲孫 樂正 "
    "穀梁 達奚 納蘭 完顏 葉赫 賀蘭 東門 西門 單于 萬俟 壤駟 夾谷 公儀 公堅 公門 貫丘 東里 東宮 "
    "仲長 賀若 賀拔 愛新覺羅 鈕祜祿 瓜爾佳 叔孫 爾朱 公輸 "
)
COMPOUND_SURNAMES = frozenset(_COMPOUND.split())
"""Family names of two or more characters (百家姓 and later).

Those that begin like a common name of one character (王孙, 马佳) are left out: a mask shows the whole family name, and
of a 王 whose given name begins with 孙 that would be a part of the given name.
"""
