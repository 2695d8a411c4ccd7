"""Rules about holidays that were typed in, with invented notices of years that no library knows, and of 2026."""

from datetime import date

import pytest
from rules.dataset_builder import PERIOD, ROWS, Case, Cases, case_id, sentences, table

from generator.rules import Rule, holidays

FILE = "holidays.yml"
RESTS = {
    "元旦": ("2031-01-01", "2031-01-01"),
    "春节": ("2031-01-22", "2031-01-28"),
    "清明节": ("2031-04-05", "2031-04-07"),
    "劳动节": ("2031-05-01", "2031-05-04"),
    "端午节": ("2031-06-24", "2031-06-24"),
    "国庆节、中秋节": ("2031-10-01", "2031-10-08"),
}
MADE_UP = ("2031-01-19", "2031-10-11")
OF_2026 = {
    "元旦": ("2026-01-01", "2026-01-03"),
    "春节": ("2026-02-15", "2026-02-23"),
    "清明节": ("2026-04-04", "2026-04-06"),
    "劳动节": ("2026-05-01", "2026-05-05"),
    "端午节": ("2026-06-19", "2026-06-21"),
    "中秋节": ("2026-09-25", "2026-09-27"),
    "国庆节": ("2026-10-01", "2026-10-07"),
}
MADE_UP_2026 = ("2026-01-04", "2026-02-14", "2026-02-28", "2026-05-09", "2026-09-20", "2026-10-10")
DIFFERING = ("02-16", "02-17", "02-18", "02-19", "02-20", "02-23", "04-06", "05-01", "05-04", "05-05")
COPY = "请照通知改正。"
UNKNOWN = (
    "[holidays/unknown] 程序还不知道 2031 年的放假安排，这一年的日子算不准：页面上写“以官方通知为准”，导入台账时应办结日期留空。"
    "国务院办公厅的通知发出以后，请在 content/holidays.yml 的 years: 下面照通知写上这一年；还没有这个文件的，"
    "运行 gongshi new holidays 2031。请写：- {year: 2031, source: 【填写：通知文号】, holidays: [{name: 元旦, "
    "from: 【填写：第一天】, until: 【填写：最后一天】}], workdays: [【填写：调休上班日】]}"
)


def year(number: int, rests: dict[str, tuple[str, str]], made_up: tuple[str, ...] = ()) -> dict[str, object]:
    """One year of holidays.yml."""
    named = [{"name": name, "from": first, "until": last} for name, (first, last) in rests.items()]
    return {"year": number, "source": f"国办发明电〔{number - 1}〕0号", "holidays": named, "workdays": list(made_up)}


def typed(*years: dict[str, object]) -> dict[str, dict[str, object]]:
    return {FILE: {"years": list(years)}}


def of_2031(
    rests: dict[str, tuple[str, str]] | None = None, made_up: tuple[str, ...] = MADE_UP
) -> dict[str, dict[str, object]]:
    """The invented notice of 2031 with some ``rests`` changed."""
    return typed(year(2031, {**RESTS, **(rests or {})}, made_up))


CASES: Cases = {
    holidays.years_are_typed_once: {
        "nothing typed": Case(),
        "two years": Case(typed(year(2031, RESTS), year(2032, {"元旦": ("2032-01-01", "2032-01-03")}))),
        "one year twice": Case(
            typed(year(2031, RESTS), year(2031, RESTS)),
            (
                f"{FILE}:years.1.year [holidays/year-twice] 2031 年写了两次，不知道按哪一份算。"
                "请合并成一份，另一份删去。",
            ),
        ),
    },
    holidays.rests_end_after_they_begin: {
        "a whole year": Case(of_2031()),
        "ten days": Case(of_2031({"春节": ("2031-01-22", "2031-01-31")})),
        "backwards": Case(
            of_2031({"春节": ("2031-01-28", "2031-01-22")}),
            (
                f"{FILE}:years.0.holidays.1.until [holidays/order] “春节”的最后一天早于第一天。"
                "请照通知改正；只放一天的，两个日期一样。",
            ),
        ),
        "a month too long": Case(
            of_2031({"春节": ("2031-01-22", "2031-02-28")}),
            (
                f"{FILE}:years.0.holidays.1.until [holidays/long] “春节”连放 38 天，比往年哪一次都长。"
                "请照通知核对起止日期。",
            ),
        ),
    },
    holidays.days_belong_to_their_year: {
        "a whole year": Case(of_2031()),
        "the December before": Case(of_2031({"元旦": ("2030-12-31", "2031-01-01")}, ("2030-12-29", *MADE_UP))),
        "the year before": Case(
            of_2031({"劳动节": ("2030-05-01", "2031-05-04")}),
            (
                f"{FILE}:years.0.holidays.3.from [holidays/other-year] 2030-05-01 不在 2031 年。"
                f"这里只写 2031 年的通知里的日期，元旦可以从头一年的12月开始。{COPY}",
            ),
        ),
        "a make-up day of the next year": Case(
            of_2031(made_up=("2032-01-18",)),
            (
                f"{FILE}:years.0.workdays.0 [holidays/other-year] 2032-01-18 不在 2031 年。"
                f"这里只写 2031 年的通知里的日期，元旦可以从头一年的12月开始。{COPY}",
            ),
        ),
    },
    holidays.days_are_named_once: {
        "one after the other": Case(of_2031({"端午节": ("2031-05-05", "2031-05-06")})),
        "overlapping rests": Case(
            of_2031({"端午节": ("2031-05-04", "2031-05-06")}),
            (
                f"{FILE}:years.0.holidays.4.from [holidays/day-twice] 2031-05-04 已经写在“劳动节”里了，"
                f"一天只能写一次。{COPY}",
            ),
        ),
        "one rest within another": Case(
            of_2031({"端午节": ("2031-01-24", "2031-01-24")}),
            (
                f"{FILE}:years.0.holidays.4.from [holidays/day-twice] 2031-01-24 已经写在“春节”里了，"
                f"一天只能写一次。{COPY}",
            ),
        ),
        "make-up day in a rest": Case(
            of_2031(made_up=("2031-10-05",)),
            (
                f"{FILE}:years.0.workdays.0 [holidays/day-twice] 2031-10-05 已经写在“国庆节、中秋节”里了，"
                f"一天只能写一次。{COPY}",
            ),
        ),
        "make-up day twice": Case(
            of_2031(made_up=("2031-01-19", "2031-01-19")),
            (
                f"{FILE}:years.0.workdays.1 [holidays/day-twice] 2031-01-19 已经写在调休上班日里了，"
                f"一天只能写一次。{COPY}",
            ),
        ),
        "New Year in two notices": Case(
            typed(
                year(2031, {"元旦": ("2031-12-31", "2031-12-31")}), year(2032, {"元旦": ("2031-12-31", "2032-01-02")})
            ),
            (
                f"{FILE}:years.1.holidays.0.from [holidays/day-twice] 2031-12-31 已经写在“元旦”里了，"
                f"一天只能写一次。{COPY}",
            ),
        ),
        "one year twice": Case(typed(year(2031, RESTS), year(2031, RESTS))),
    },
    holidays.made_up_days_are_at_weekends: {
        "Sunday and Saturday": Case(of_2031()),
        "a Monday": Case(
            of_2031(made_up=("2031-01-19", "2031-01-20")),
            (
                f"{FILE}:years.0.workdays.1 [holidays/workday] 2031-01-20 是星期一，本来就上班，不用写。"
                "这里只写通知里调休上班的星期六、星期日。请照通知改正日期，或删去。",
            ),
        ),
    },
    holidays.notices_are_copied_well: {
        "an unknown year": Case(of_2031()),
        "a known year, as the library has it": Case(typed(year(2026, OF_2026, MADE_UP_2026))),
        "a known year, differing": Case(
            typed(year(2026, {**OF_2026, "端午节": ("2026-06-18", "2026-06-21")}, MADE_UP_2026[1:])),
            (
                f"{FILE}:years.0 [holidays/differs] 2026 年的放假安排程序也知道，和这里写的不一样："
                "2026-01-04（这里休息，程序里上班）、2026-06-18（这里休息，程序里上班）。现在照这里写的算。"
                "请和通知再核对：写错了的改正，没有写错的不用改。",
            ),
        ),
        "a known year, nearly empty": Case(
            typed(year(2026, {"元旦": ("2026-01-01", "2026-01-03")}, MADE_UP_2026)),
            (
                f"{FILE}:years.0 [holidays/differs] 2026 年的放假安排程序也知道，和这里写的不一样："
                + "、".join(f"2026-{day}（这里上班，程序里休息）" for day in DIFFERING)
                + "等 17 天。现在照这里写的算。请和通知再核对：写错了的改正，没有写错的不用改。",
            ),
        ),
        "days that are wrong in themselves": Case(of_2031({"国庆节、中秋节": ("2032-10-01", "2032-10-08")})),
        "a holiday in the wrong month": Case(
            of_2031({"国庆节、中秋节": ("2031-11-01", "2031-11-08")}),
            (
                f"{FILE}:years.0.holidays [holidays/statutory] 这里没有把法定节假日 2031-10-01、2031-10-02、2031-10-03 "
                "写成放假。请照通知核对，是不是漏了一个节日，或者写错了月份。",
            ),
        ),
    },
    holidays.calendar_is_known: {
        "before December": Case(typed(year(2030, RESTS)), today=date(2030, 11, 30)),
        "in December": Case(typed(year(2030, RESTS)), today=date(2030, 12, 1), expected=(f"{FILE}: {UNKNOWN}",)),
        "in that year": Case(today=date(2031, 6, 1), expected=(f"{FILE}: {UNKNOWN}",)),
        "typed in": Case(typed(year(2031, RESTS)), today=date(2031, 6, 1)),
        "without results": Case({PERIOD: None, ROWS: None}, today=date(2031, 6, 1)),
        "before all calendars": Case(today=date(1970, 12, 31)),
        "after all calendars": Case(today=date(2100, 12, 31)),
    },
}


@pytest.mark.parametrize(("rule", "name", "case"), table(CASES), ids=case_id)
def test_rule(rule: Rule, name: str, case: Case) -> None:
    """Each case yields exactly its findings, worded with their remedies."""
    assert sentences(rule, case) == case.expected
