"""Everyday words and what they mean: every resident's words lead to the names of services.

A row has the words, what they mean, and where that is known from. ``means`` has names or parts of names; a meaning that no
record of the hall is called by finds nothing. A hall adds its own in ``synonyms.yml``.
"""

from typing import Final, NamedTuple


class Synonyms(NamedTuple):
    """One row: words that residents use, the names they mean, and the source."""

    words: str
    means: str
    source: str


_SPOKEN: Final = "口语，见居民提问语料"
_DIALECT: Final = "方言，南方各地"
_DICTIONARY: Final = "现代汉语词典"
_TEKUN: Final = "社会救助暂行办法（国务院令第649号）第三章；农村五保供养工作条例"
_BIRTH: Final = "人口与计划生育法；原计划生育服务证的俗称"
_HOTLINE: Final = "全国统一热线"

SYNONYMS: Final[tuple[Synonyms, ...]] = (
    Synonyms(
        "起屋 起房子 盖屋 盖房 盖房子 砌屋 砌房子 造房子 修房子 建屋 做屋 做房子 建楼房 起楼 建房子 盖楼",
        "建房 宅基地",
        _DIALECT,
    ),
    Synonyms(
        "修老屋 老屋翻新 翻新老屋 旧房翻新 老房子翻修 修房 屋漏 房子漏水 漏雨 房子要倒 土坯房 破房子",
        "危房 建房",
        _SPOKEN,
    ),
    Synonyms("地基 屋基 屋场 宅地", "宅基地", _DIALECT),
    Synonyms("生娃 生崽 生小孩 生孩子 怀孕 怀上 坐月子 生二胎 生三胎 二胎 三胎 二孩 三孩", "生育", _SPOKEN),
    Synonyms("准生证 准孕证 计划生育服务证 生育证 生育服务证", "生育登记", _BIRTH),
    Synonyms(
        "独生子女费 独子费 独生费 光荣证 独生子女光荣证", "独生子女父母光荣证 独生子女 计划生育", "人口与计划生育法"
    ),
    Synonyms("失独", "特别扶助", "国家对独生子女伤残死亡家庭扶助的俗称"),
    Synonyms("五保 五保户 孤寡老人 没儿没女 无儿无女 敬老院 养老院 孤儿", "特困 供养", _TEKUN),
    Synonyms(
        "吃低保 困难户 贫困户 穷得 没钱吃饭 没有收入 没收入 生活费 日子过不下去 揭不开锅 家庭困难 家里穷",
        "低保 最低生活保障 临时救助",
        _SPOKEN,
    ),
    Synonyms("救急 急用钱 出车祸 车祸 家里失火 失火了 起火 火灾 天灾人祸 过不下去 借钱看病", "临时救助", _SPOKEN),
    Synonyms("救济粮 救济款 救济金 发救济 救济", "救济 救助 临时救助", _DICTIONARY),
    Synonyms("遭灾 受灾 水灾 洪水 涨水 淹了 房子塌 地震 台风 雪灾", "受灾 救灾 灾害", _SPOKEN),
    Synonyms("干旱 天旱 旱灾 冰雹 庄稼淹了 庄稼死了 稻子倒了 减产 绝收", "农业灾害 灾害 受灾", _DICTIONARY),
    Synonyms("猪死了 死猪 鸡死了 鸡瘟 猪瘟 牛死了 养猪 养鸡 养殖 养牛", "动物 畜禽 养殖 灾害", _SPOKEN),
    Synonyms("虫子 打药 生虫 虫害 长虫", "病虫害", _SPOKEN),
    Synonyms("种田补贴 种地补贴 种粮补贴 粮食补贴 粮补 种田的钱 一亩地补", "地力 补贴", _SPOKEN),
    Synonyms("买农机 拖拉机 收割机 旋耕机", "农机", _SPOKEN),
    Synonyms("砍树 砍竹子 砍竹 砍柴 伐木 伐树 采伐证 砍伐", "采伐", _DIALECT),
    Synonyms("山林补偿 公益林 林补 山林补助 护林", "森林 生态效益 补偿", _SPOKEN),
    Synonyms("土地证 田契 承包证 承包地 土地流转 租地 转包 分田 分地", "土地承包 承包", _SPOKEN),
    Synonyms("邻居占我家地 占地 争地 地界 田界 土地纠纷 地被占 征地", "土地 权属 纠纷", _SPOKEN),
    Synonyms(
        "下岗 失业金 没工作 没活干 丢了工作 被辞退 厂子倒闭 厂倒闭 找不到工作 待业 失业补助", "失业 就业困难", _SPOKEN
    ),
    Synonyms("找工作 招工 打工 用工 招聘 就业", "就业", _SPOKEN),
    Synonyms(
        "新农合 农合 合作医疗 医保 交医保 看病报销",
        "医疗保险 医保",
        "国务院关于整合城乡居民基本医疗保险制度的意见（国发〔2016〕3号）",
    ),
    Synonyms(
        "新农保 农保 养老金 交养老 养老钱 领养老 老人钱 60岁领钱",
        "养老保险",
        "国务院关于建立统一的城乡居民基本养老保险制度的意见（国发〔2014〕8号）",
    ),
    Synonyms("社保", "养老保险 医疗保险", "社会保险法"),
    Synonyms("看不起病 看病没钱 大病 住院没钱 医药费 治病没钱 重病", "医疗救助", _SPOKEN),
    Synonyms(
        "老人证 老年证 老年卡 老人卡 老年乘车证 老人乘车证 免费坐车 免费乘车 公交卡 坐公交", "老年人优待", _SPOKEN
    ),
    Synonyms("高龄补贴 高龄津贴 长寿钱 八十岁 80岁", "高龄 老年人", _SPOKEN),
    Synonyms("残疾证 残联 残疾人", "残疾", "残疾人保障法"),
    Synonyms("退伍军人 退伍兵 老兵 军属 烈属 抚恤 烈士", "优抚 抚恤 退役", "军人抚恤优待条例"),
    Synonyms("上不起学 上学没钱 读书没钱 学费 助学金 助学 读大学没钱 考上大学", "助学 学生", _SPOKEN),
    Synonyms("告状 上访 上告 反映情况 反映问题 写信反映 讨说法", "信访", "信访工作条例"),
    Synonyms("举报 检举 告干部 干部贪污 村干部贪污 贪污 12388 收红包 送礼 吃请 收礼", "控告 举报 廉政", _HOTLINE),
    Synonyms("投诉 服务态度 办事拖拉 拖着不办 推来推去 不作为 骂人 刁难", "投诉 效能", _SPOKEN),
    Synonyms("推来推去 踢皮球 推诿", "首问", _DICTIONARY),
    Synonyms("上班玩手机 玩手机 玩游戏 打牌 迟到 早退 脱岗 不在岗 窗口没人 旷工 迟到早退", "考勤", _SPOKEN),
    Synonyms("党费 交党费 入党", "党务 党员", "中国共产党章程"),
    Synonyms("转组织关系 转党 党员转出 党员转入", "组织关系", "中国共产党章程"),
    Synonyms("入团 团员 团关系", "团", "中国共产主义青年团章程"),
    Synonyms("户口本 户口薄 户口", "户口簿", _DICTIONARY),
    Synonyms("身份证 证件", "居民身份证", "居民身份证法"),
    Synonyms("出生证 出生证明", "出生医学证明", "母婴保健法"),
    Synonyms("银行卡 存折 打到哪张卡 卡号", "银行账户 银行", _SPOKEN),
    Synonyms("采石 开矿 挖土 挖沙 石头 陶土 瓷泥", "石材 陶土", _SPOKEN),
)
"""The shipped rows."""
