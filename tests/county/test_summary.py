"""summary: what a hall hands over is small, public on its own site already, and read back as it was."""

import gzip
import json
import re
from datetime import date
from pathlib import Path

import pytest
from county.fleet import hall
from rules.dataset_builder import PERIOD, ROWS, content, service_file

from generator.build.examine import examine
from generator.county.summary import HallSummary, PeriodCounts, summary_of
from generator.model import RecordKey
from generator.site.edition import Edition
from generator.site.pages import record_pages
from generator.site.templates import Templates
from generator.system.environment import templates_folder

ADDRESS = "https://county.example/halls/qingshan/"
DAY = date(2026, 11, 20)
COUNTED = {"disclosure": {"policy": "counts"}}


def rows(**cases: int) -> list[str]:
    """So many finished cases of each service."""
    return [
        f"XG-{service}-{number:03},{service},,2026-07-01,,2026-07-02,办结,,"
        for service, count in cases.items()
        for number in range(count)
    ]


def test_demo_is_read_back_and_small() -> None:
    """The demo town, whose 34 guides have more words than most: 45 such guides stay below 6 KB, packed."""
    examined = examine(Path(__file__).parents[2] / "content", DAY)
    summary = summary_of(Edition(examined.dataset, DAY, ADDRESS, examined.incomplete), ADDRESS)
    data = summary.to_json()

    assert HallSummary.from_json(data) == summary
    assert len(gzip.compress(data)) * 45 / len(summary.services) < 6_000
    assert (summary.id, summary.place, summary.name) == ("qingshan", "虚谷镇", "虚谷镇便民服务大厅")
    assert 0 < summary.complete < len(summary.services)


def test_numbers_are_those_that_the_hall_shows() -> None:
    """What the hall withholds is not in the summary: not the number, and not that there is one."""
    dataset = content(
        {
            **service_file("large", **COUNTED),
            **service_file("small", **COUNTED),
            **service_file("rare", **COUNTED),
            **service_file("never", **COUNTED),
            PERIOD: {},
            ROWS: rows(large=30, small=7, rare=6),
        }
    )
    data = summary_of(Edition(dataset, DAY), ADDRESS).to_json()
    few = content({**service_file("small", **COUNTED), PERIOD: {}, ROWS: rows(small=3)})

    assert HallSummary.from_json(data).periods == (PeriodCounts("2026-Q3", 43, True, {"large": 30}),)
    assert summary_of(Edition(few, DAY), ADDRESS).periods == (PeriodCounts("2026-Q3", 0, False, {}),)


def test_what_is_withdrawn_is_not_handed_over() -> None:
    """A period that the hall has taken back, from that day on."""
    withdrawn = {"on": "2026-11-10", "reason": "录入有误"}
    dataset = content({**service_file("large", **COUNTED), PERIOD: {"withdrawn": withdrawn}, ROWS: rows(large=30)})

    assert summary_of(Edition(dataset, date(2026, 11, 9)), ADDRESS).periods
    summary = summary_of(Edition(dataset, DAY), ADDRESS)
    assert (summary.periods, summary.results_until) == ((), None)


def test_completeness_counts_guides_without_a_gap() -> None:
    """Services that have ended are nobody's guide."""
    dataset = content({**service_file("one"), **service_file("gone", status={"state": "取消"})})
    every = {service.id for service in dataset.services.values()} - {"gone"}
    summary = summary_of(Edition(dataset, DAY, incomplete=frozenset({RecordKey("services", "one")})), ADDRESS)

    assert {service.id for service in summary.services} == every
    assert summary.complete == len(every) - 1
    assert summary.share == summary.complete / len(every)
    assert hall(services=(), complete=0).share is None


def test_columns_grow_stale_with_the_days() -> None:
    """Results after three months, notices after six; nothing on the day itself."""
    dataset = content()

    def stale(day: date) -> tuple[str, ...]:
        return summary_of(Edition(dataset, day), ADDRESS).stale

    assert stale(DAY) == ()
    assert "办理结果" in stale(date(2027, 3, 1)) and "公示公告" not in stale(date(2027, 3, 1))
    assert {"办理结果", "公示公告"} <= {*stale(date(2027, 12, 1))}


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://a.example/halls/Bai_Yun/", "bai-yun"),
        ("https://bai.example/", "bai-example"),
        ("https://x.example/山/", "hall"),
    ],
)
def test_address_names_a_hall_that_has_no_id(address: str, expected: str) -> None:
    """The fleet's own id comes first."""
    edition = Edition(content(), DAY)

    assert summary_of(edition, address).id == expected
    assert summary_of(edition, address, hall_id="own", place="城关镇").id == "own"


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)/", "https://a.example", "//a.example/", 'https://a.example/"/', "https://a b/", ""]
)
def test_address_that_is_none_is_refused(address: str) -> None:
    """It would become a link on the county's page."""
    with pytest.raises(ValueError, match="address"):
        hall(address=address)


@pytest.mark.parametrize(
    "change",
    [
        {"complete": "ten"},
        {"applicant": "子虚"},
        {"id": "../x"},
        {"address": "javascript:alert(1)/"},
        {"periods": [["2026-Q3", -1, True, {}]]},
        {"periods": [["2026-Q9", 1, True, {}]]},
    ],
)
def test_bytes_of_others_are_refused(change: dict[str, object]) -> None:
    """Unknown fields and wrong values; no value is quoted."""
    data = json.dumps({**json.loads(hall().to_json()), **change}).encode()
    with pytest.raises(ValueError, match="HallSummary") as refused:
        HallSummary.from_json(data)
    assert "子虚" not in str(refused.value) and "alert" not in str(refused.value)


def test_every_number_stands_on_the_halls_own_page() -> None:
    """Of each period: the total, and the cases of each service beside its name."""
    examined = examine(Path(__file__).parents[2] / "content", DAY)
    edition = Edition(examined.dataset, DAY, ADDRESS, examined.incomplete)
    templates = Templates(templates_folder() / "pages")
    summary = summary_of(edition, ADDRESS)

    shown = {found.url: found.context for found in record_pages(edition, {})}
    assert len(summary.periods) >= 2
    for period in summary.periods:
        page = templates.render(shown[f"results/{period.id}/"], "../../")
        assert f"{period.total}" in re.findall(r"<dd>(\d+)", page)
        for service, cases in period.services.items():
            row = re.search(rf'<tr><th[^>]*><a href="[^"]*services/{service}/".*?</tr>', page, re.S)
            assert row, service
            assert f">{cases}<" in row[0]
