"""Halls of a county that does not exist, a summary each, with single values changed."""

from datetime import date

from generator.county.summary import HallService, HallSummary, PeriodCounts

DAY = date(2026, 11, 20)
CARE = HallService("dibao", "最低生活保障审核确认", ("低保", "吃低保"), ("困难户",))
BIRTH = HallService("shengyu", "生育登记", ("准生证",))
ADDRESS = "https://county.example/"


def hall(number: int = 1, **changes: object) -> HallSummary:
    """A hall; ``number`` tells halls apart."""
    fields: dict[str, object] = {
        "id": f"hall-{number}",
        "name": f"子虚镇第{number}便民服务中心",
        "place": "子虚镇",
        "address": f"https://hall-{number}.example/gongshi/",
        "where": f"子虚镇不远路{number}号",
        "phone": "0300-0000100",
        "hours": "周一至周五 9:00—12:00，13:30—17:00",
        "services": (CARE, BIRTH),
        "complete": 1,
        "changed": date(2026, 11, 1),
        "results_until": date(2026, 9, 30),
        "stale": (),
        "periods": (PeriodCounts("2026-Q3", 60, True, {"dibao": 40, "shengyu": 20}),),
    }
    return HallSummary(**{**fields, **changes})
