"""Summaries of halls that do not exist, for figures of a county's page: equal arguments give equal summaries."""

from collections.abc import Iterator
from datetime import date, timedelta
from hashlib import sha256
from itertools import product

from generator.county.summary import HallService, HallSummary, PeriodCounts

DAY = date(2026, 11, 21)
_PLACES = ("青", "白", "云", "石", "松", "竹", "柳", "泉", "河", "岭", "桥", "湾")
_ENDINGS = ("山镇", "溪镇", "岗乡", "坪镇", "塘街道", "庄乡", "口镇", "林镇", "坝乡", "川镇")
_WHOM = (
    "居民",
    "老年人",
    "残疾人",
    "儿童",
    "退役军人",
    "农户",
    "妇女",
    "学生",
    "企业",
    "个体户",
    "务工人员",
    "家庭",
    "村民",
    "孤儿",
    "职工",
)
_WHAT = (
    "生活补贴",
    "医疗救助",
    "住房补贴",
    "养老保险",
    "优待证",
    "技能培训补贴",
    "生育登记",
    "就业登记",
    "用电报装",
    "临时救助",
)
_DO = ("申请", "变更", "注销", "补办")
_KNOWN = ("最低生活保障审核确认", "城乡居民医疗保险参保登记", "生育登记")
_ALIASES = {
    "最低生活保障审核确认": ("低保", "吃低保"),
    "城乡居民医疗保险参保登记": ("医保", "新农合"),
    "生育登记": ("准生证",),
}
PERIODS = ("2026-Q3", "2026-Q2", "2026-Q1", "2025", "2025-Q4")


def summaries(halls: int, guides: int = 45, places: int = 120) -> Iterator[HallSummary]:
    """So many halls in so many places; each has 43 services of the 603 that all share, and two of its own."""
    names = [f"{first}{second}" for first, second in product(_PLACES, _ENDINGS)][:places]
    titles = [*_KNOWN, *(f"{whom}{what}{do}" for whom, what, do in product(_WHOM, _WHAT, _DO))]
    for number in range(halls):
        place = names[number % places]
        shared = [*_KNOWN, *(titles[3 + (number * 7 + at * 13) % (len(titles) - 3)] for at in range(guides - 5))]
        services = [
            HallService(f"s{titles.index(title)}", title, _ALIASES.get(title, (title[:-2], f"{title[:-2]}怎么办")))
            for title in dict.fromkeys(shared)
        ]
        services += [
            HallService(f"own-{own}", f"{place}{number // places + 1}号{what}管护费收取")
            for own, what in enumerate(("灌溉渠", "文化广场"))
        ]
        yield HallSummary(
            id=f"hall-{number:04}",
            name=f"{place}{_PLACES[number // places % 12]}{_PLACES[number // places // 12 % 12]}村便民服务中心",
            place=place,
            address=f"https://hall-{number:04}.example/",
            where=f"{place}不远路{number % 90 + 1}号",
            phone=f"0300-{1_000_000 + number:07}",
            hours="周一至周五 9:00—12:00，13:30—17:00，法定节假日除外",
            services=tuple(services),
            complete=len(services) - number % 9,
            changed=DAY - timedelta(days=number % 200),
            results_until=date(2026, 9, 30) if number % 11 else None,
            stale=("办理结果",) if number % 11 == 0 else (),
            periods=tuple(_period(period, number, services) for period in PERIODS) if number % 11 else (),
        )


def _period(period: str, number: int, services: list[HallService]) -> PeriodCounts:
    cases = {
        service.id: 10 + sha256(f"{period} {number} {service.id}".encode()).digest()[0] % 60
        for at, service in enumerate(services)
        if at % 3 == 0
    }
    return PeriodCounts(period, sum(cases.values()), bool(number % 3), cases)
