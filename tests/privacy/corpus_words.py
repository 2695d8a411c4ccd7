"""Words of the corpus, all invented, and ``fill``, which varies the sentences of ``corpus_sentences``.

A sentence is a template; ``{word}`` draws from ``WORDS`` or from a function of ``FACTS``.
"""

import re
from collections.abc import Callable
from random import Random

from privacy.corpus_numbers import any_day, bank_card, digits, mobile, resident_id

WORDS: dict[str, list[str]] = {
    key: text.split()
    for key, text in {
        "surname": "王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 欧阳 上官 司马 诸葛",
        "given": "小明 建国 秀英 桂兰 志强 丽华 海燕 文博 子涵 雨桐 春生 玉梅 德福 大勇 晓峰 静 磊 敏 伟 芳",
        "town": "虚谷镇 不远镇 青禾镇 白石镇 柳湾乡 云坪乡 长桥街道 望山街道",
        "county": "虚谷县 平安县 清河县 南湖区 东山区 北川县",
        "village": "石桥村 向阳村 柳树屯村 大槐树村 前进村 上河村 小李庄村 红旗社区 和平社区 东街社区",
        "hamlet": "石桥村 柳树屯村 大槐树村 上河村 小李庄村 后坡村 杨家湾村",
        "applicant": "申请人 监护人 代办人 户主 家属 低保对象 参保人",
        "road": "向阳路 解放街 人民路 建设大街 青年路 幸福巷 工农路 滨河大道 桃园街",
        "estate": "阳光花园 锦绣家园 和谐小区 书香苑 翠湖佳园 丽景新城 安居小区 江畔人家 学府公寓",
        "service": (
            "临时救助 特困人员供养 最低生活保障 老年人优待证 医疗救助 残疾人两项补贴 高龄津贴 农村危房改造 林木采伐许可 "
            "农村宅基地审批 城乡居民养老保险参保 城乡居民医疗保险参保 失业登记 就业困难人员认定 生育登记 流动人口登记 "
            "居住证办理 耕地地力保护补贴 农机购置补贴 公共租赁住房申请 法律援助 退役军人优待证 食品小作坊登记 个体工商户登记"
        ),
        "window": "民政救济 农林水服务 惠农政策 劳动保障 党员服务 信访稳定 村镇建设 计生服务 综合受理",
        "office": "民政局 人力资源和社会保障局 医疗保障局 卫生健康局 农业农村局 自然资源局 司法局 残疾人联合会 派出所 财政所",
        "paper": (
            "居民身份证 户口簿 居住证 护照 港澳居民来往内地通行证 台湾居民来往大陆通行证 结婚证 残疾人证 社会保障卡 "
            "出生医学证明 驾驶证 军官证 外国人永久居留身份证 银行卡 存折 行驶证 不动产权证书 老年人优待证 低保证"
        ),
        "material": "申请表 收入证明 诊断证明 授权委托书 租赁合同 近期免冠照片 医药费发票 承诺书 会议记录 公示照片 土地承包合同",
        "outcome": "办结 不予批准 撤回 转办 待补正 已受理 审核中",
        "who": "申请人 监护人 代办人 户主 法定代表人 窗口人员 受理人员 村委会 居委会 包村干部",
        "law": (
            "中华人民共和国行政许可法 社会救助暂行办法 政府信息公开条例 城市居民最低生活保障条例 居住证暂行条例 "
            "婚姻登记条例 信访工作条例 农村五保供养工作条例 无障碍环境建设法 森林法 土地管理法 残疾人保障法"
        ),
        "verb": "提交 出示 核对 复印 补交 领取 更换 登记 上传 扫描",
        "unit": "户 人 件 次 份 家 名",
        "animal": "水稻 小麦 玉米 苹果树 蔬菜 大棚 生猪 蜜蜂",
    }.items()
}


def chinese(number: int) -> str:
    """1 to 99 in Chinese."""
    prefilter = "〇一二三四五六七八九"
    tens, ones = divmod(number, 10)
    return (
        prefilter[ones]
        if not tens
        else ("" if tens == 1 else prefilter[tens]) + "十" + (prefilter[ones] if ones else "")
    )


def day(rng: Random) -> str:
    """A day in one of the ways in which halls write it."""
    when = any_day(rng, 1996, 2027)
    spelled = "".join("〇一二三四五六七八九"[int(digit)] for digit in str(when.year))
    return rng.choice(
        (
            f"{when:%Y-%m-%d}", f"{when.year}年{when.month}月{when.day}日", f"{when:%Y年%m月%d日}", f"{when:%Y/%m/%d}",
            f"{when:%Y.%m.%d}", f"{when.month}月{when.day}日", f"{when:%Y%m%d}", f"{when.year}.{when.month}.{when.day}",
            f"{spelled}年{chinese(when.month)}月{chinese(when.day)}日", f"{when.year} 年 {when.month} 月 {when.day} 日",
            f"{when:%y-%m-%d}", f"{when:%d/%m/%Y}", f"{when:%Y－%m－%d}",
        )
    )  # fmt: skip


def clock(rng: Random) -> str:
    """A time of day or opening hours."""
    hour, minute = rng.randrange(7, 19), rng.choice((0, 5, 10, 15, 20, 30, 40, 45, 59))
    return rng.choice(
        (f"{hour}:{minute:02}", f"{hour:02}：{minute:02}", f"{hour}时{minute}分", f"{hour:02}:{minute:02}:09")
    )


def money(rng: Random) -> str:
    """An amount in yuan."""
    value = rng.choice((rng.randrange(1, 1000), rng.randrange(1000, 10**6), rng.randrange(10**6, 10**11)))
    return rng.choice(
        (
            f"{value}元",
            f"{value:,}元",
            f"{value / 100:.2f}元",
            f"¥{value:,}.00",
            f"{value / 10000:.2f}万元",
            f"人民币{value}元整",
        )
    )


def landline(rng: Random) -> str:
    """A landline with or without its area code."""
    area, local = (
        rng.choice(("0537", "0531", "010", "021", "0300", "0755", "0991")),
        rng.choice("2345678") + digits(rng, 6),
    )
    if len(area) == 3:
        local += digits(rng, 1)
    return rng.choice(
        (
            f"{area}-{local}",
            f"（{area}）{local}",
            f"({area}) {local}",
            f"{area} {local}",
            f"{area}—{local}",
            local,
            f"{area}{local}",
            f"+86-{area[1:]}-{local}",
            f"{area}-{local}转{rng.randrange(100, 9999)}",
        )
    )


def hotline(rng: Random) -> str:
    """A hotline."""
    return rng.choice(
        (
            "12345",
            "12348",
            "12333",
            "12393",
            "12355",
            "12388",
            "110",
            "120",
            "119",
            "96005",
            "95598",
            "95588",
            "12315",
            f"400-{digits(rng, 3)}-{digits(rng, 4)}",
            f"400{digits(rng, 7)}",
            f"800-{digits(rng, 3)}-{digits(rng, 4)}",
            f"96{digits(rng, 3)}",
        )
    )


FACTS: dict[str, Callable[[Random], str]] = {
    "date": day,
    "time": clock,
    "money": money,
    "landline": landline,
    "hotline": hotline,
    "n": lambda rng: str(rng.choice((rng.randrange(1, 10), rng.randrange(10, 100), rng.randrange(100, 3000)))),
    "few": lambda rng: str(rng.randrange(1, 10)),
    "big": lambda rng: f"{rng.randrange(1000, 10**7):,}" if rng.random() < 0.5 else str(rng.randrange(1000, 10**7)),
    "percent": lambda rng: f"{rng.uniform(0, 100):.{rng.randrange(0, 3)}f}%",
    "cn": lambda rng: chinese(rng.randrange(1, 99)),
    "year": lambda rng: str(rng.randrange(1998, 2028)),
    "id": resident_id,
    "mobile": mobile,
    "card": bank_card,
    "name": lambda rng: rng.choice(WORDS["surname"]) + rng.choice(WORDS["given"]),
}


def fill(rng: Random, template: str) -> str:
    """``template`` with every slot drawn; ``{value}`` stays for the caller."""

    def draw(slot: re.Match[str]) -> str:
        name = slot[1]
        if name == "value":
            return slot[0]
        return FACTS[name](rng) if name in FACTS else rng.choice(WORDS[name])

    return re.sub(r"\{(\w+)\}", draw, template)
