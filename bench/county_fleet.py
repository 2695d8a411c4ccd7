"""Summaries of halls that do not exist, for figures of a county's page: equal arguments give equal summaries.

Names are drawn by hash from many words, so that they pack no better than real ones: a title has 4 parts of up to 40 kinds
each, a village two of 120 characters.
"""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from hashlib import sha256

from generator.county.summary import HallService, HallSummary, PeriodCounts

DAY = date(2026, 11, 21)
CARE = HallService(
    "zuidi-shenghuo-baozhang", "最低生活保障审核确认", ("低保", "吃低保", "低保金"), ("没钱吃饭", "困难补助")
)
PERIODS = ("2026-Q3", "2026-Q2", "2026-Q1", "2025", "2025-Q4")
SHARED = 600
"""So many services does the province's layer have; each hall offers some of them, and two of its own."""
_CHARACTERS = (
    "山水云石松竹柳泉河岭桥湾田林沟坪塘庄口坝川溪岗里东西南北上下大小新老高平长安永和太兴福寿康宁文武忠义仁礼信德"
    "金银铜铁玉珠宝龙凤虎马牛羊鹤鹰鱼雁梅兰菊荷桃李杏梨枣桂槐榆杨桑麻茶稻麦谷豆瓜花草叶根春夏秋冬早晚明月星辰光"
    "红黄蓝白青紫黑古井窑寨堡营屯铺店集市渡港滩洲岛崖峰谷洞坡垭"
)
_TOWNS = ("镇", "乡", "街道")
_WHOM = [
    "居民",
    "村民",
    "老年人",
    "高龄老人",
    "残疾人",
    "重度残疾人",
    "儿童",
    "孤儿",
    "留守儿童",
    "退役军人",
    "现役军人家属",
    "烈士遗属",
    "农户",
    "脱贫户",
    "妇女",
    "孕产妇",
    "新生儿",
    "学生",
    "大学生",
    "企业",
    "个体工商户",
    "务工人员",
    "失业人员",
    "灵活就业人员",
    "家庭",
    "双女户",
    "独生子女家庭",
    "计划生育家庭",
    "职工",
    "退休人员",
    "农民专业合作社",
    "社会组织",
    "特困人员",
    "低收入家庭",
    "流动人口",
    "归侨",
    "乡村医生",
    "民办教师",
    "种粮大户",
    "养殖户",
]
_WHAT = [
    "生活补贴",
    "医疗救助",
    "住房补贴",
    "养老保险",
    "医疗保险",
    "工伤保险",
    "失业保险",
    "优待证",
    "技能培训补贴",
    "生育登记",
    "就业登记",
    "用电报装",
    "用水报装",
    "临时救助",
    "宅基地",
    "危房改造",
    "承包地经营权",
    "林木采伐",
    "农机购置补贴",
    "耕地地力补贴",
    "动物检疫",
    "食品经营",
    "公共场所卫生",
    "户口迁移",
    "居住证",
    "丧葬补助",
    "护理补贴",
    "燃气开户",
    "公租房",
    "助学金",
    "创业担保贷款",
    "社会保障卡",
    "慢性病待遇",
    "异地就医",
    "不动产权属",
    "取水",
    "河道",
    "道路挖掘",
    "户外广告",
    "民间借贷调解",
]
_HOW = [
    "审核",
    "审批",
    "认定",
    "登记",
    "备案",
    "核定",
    "发放",
    "给付",
    "办理",
    "确认",
    "变更",
    "注销",
    "补办",
    "延续",
    "换发",
    "查询",
    "转移接续",
    "资格认证",
    "信息采集",
    "年度复核",
]
_KIND = [
    "首次",
    "一般",
    "特殊",
    "异地",
    "集中",
    "个人",
    "单位",
    "代办",
    "线上",
    "上门",
    "预约",
    "紧急",
    "分期",
    "定期",
    "跨省",
    "市内",
    "县级",
    "乡镇级",
    "村级",
    "委托",
]


def _draw(words: Sequence[str], *seed: object) -> str:
    return words[int.from_bytes(sha256(repr(seed).encode()).digest()[:4]) % len(words)]


def _title(*seed: object) -> str:
    parts = (_draw(words, at, *seed) for at, words in enumerate((_WHOM, _WHAT, _KIND, _HOW)))
    return "".join(parts)


def summaries(halls: int, guides: int = 45, places: int = 120) -> Iterator[HallSummary]:
    """So many halls in so many places; all offer ``CARE``."""
    shared = [CARE, *(_service(f"s{number}", number) for number in range(SHARED - 1))]
    names = [_name(number) for number in range(places)]
    for number in range(halls):
        place = names[number % places]
        village = _draw(_CHARACTERS, number, 1) + _draw(_CHARACTERS, number, 2)
        chosen = {CARE.id: CARE}
        for at in range(2 * guides):
            if len(chosen) < guides - 2:
                one = shared[int(sha256(f"{number} {at}".encode()).hexdigest()[:6], 16) % SHARED]
                chosen[one.id] = one
        services = (*chosen.values(), *(_service(f"own-{at}", number, at) for at in range(2)))
        yield HallSummary(
            id=f"hall-{number:04}",
            name=f"{place}{village}村党群服务中心便民服务室",
            place=place,
            address=f"https://hall-{number:04}.example/",
            where=f"{place}{village}村不远路{number % 90 + 1}号",
            phone=f"0300-{1_000_000 + number:07}",
            hours="周一至周五 9:00—12:00，13:30—17:00，法定节假日除外",
            services=services,
            complete=len(services) - number % 9,
            changed=DAY - timedelta(days=number % 200),
            results_until=date(2026, 9, 30) if number % 11 else None,
            stale=("办理结果",) if number % 11 == 0 else (),
            periods=tuple(_period(period, number, services) for period in PERIODS) if number % 11 else (),
        )


def _name(number: int) -> str:
    return f"{_CHARACTERS[number % len(_CHARACTERS)]}{_draw(_CHARACTERS, number)}{_TOWNS[number % 3]}"


def _service(service_id: str, *seed: object) -> HallService:
    aliases = tuple(f"{_draw(_WHAT, *seed, at)}{_draw(_HOW, *seed, at)}" for at in range(2))
    terms = tuple(f"{_draw(_WHOM, *seed, at)}{_draw(_WHAT, *seed, at, 't')}" for at in range(3))
    return HallService(service_id, _title(*seed), aliases, terms)


def _period(period: str, number: int, services: Sequence[HallService]) -> PeriodCounts:
    cases = {
        service.id: 10 + sha256(f"{period} {number} {service.id}".encode()).digest()[0] % 60
        for at, service in enumerate(services)
        if at % 3 == 0
    }
    return PeriodCounts(period, sum(cases.values()), bool(number % 3), cases)
