"""The site of a county: whole, the same each time, sound whatever a hall is called, and fit to be published."""

import re
from collections.abc import Iterable
from datetime import date

import pytest
from county.fleet import ADDRESS, BIRTH, CARE, DAY, hall

from generator.county.places import MOST_HALLS
from generator.county.site import county_files
from generator.county.summary import HallService, HallSummary, PeriodCounts
from generator.privacy.gate import ScanPolicy, inspect
from generator.publish.verify import faults, scan_any
from generator.texts.county import COUNTY, COUNTY_SEARCH
from generator.texts.search import SEARCH_WORDS

NAME = "乌有县政务服务"
HOSTILE = "</script><script>alert(1)</script>'\"`${x}&amp;"


def site(halls: Iterable[HallSummary], day: date = DAY, address: str = ADDRESS) -> dict[str, bytes]:
    """All files; none is made twice."""
    files = list(county_files(NAME, address, halls, day))
    assert len(dict(files)) == len(files)
    return dict(files)


def page(files: dict[str, bytes], address: str) -> str:
    """The text of a page."""
    return files[f"{address}index.html"].decode()


def county(count: int, places: int = 3) -> list[HallSummary]:
    """So many halls in so many places."""
    return [hall(number, place=f"{'甲乙丙丁'[number % places]}镇") for number in range(count)]


FLEETS = {
    "none": [],
    "one": [hall()],
    "no results": [hall(periods=(), results_until=None)],
    "nothing at all": [
        hall(services=(), complete=0, periods=(), where=None, phone=None, hours=None, changed=None, results_until=None)
    ],
    "several": county(7),
    "many in a place": county(2 * MOST_HALLS + 1, 1),
    "many": county(400),
    "hostile": [hall(name=HOSTILE, place=HOSTILE, where=HOSTILE, phone=HOSTILE, hours=HOSTILE, stale=(HOSTILE,),
                     services=(HallService("x", HOSTILE, (HOSTILE,), (HOSTILE,)),))],
    "very long": [hall(name="长" * 200, place="远" * 200, where="路" * 200, services=(HallService("x", "办" * 200),))],
    "odd places": [hall(1, place="content"), hall(2, place="、"), hall(3, place="。"), hall(4, place="status", id="status")],
}  # fmt: skip


@pytest.mark.parametrize("fleet", FLEETS)
def test_site_is_fit_to_be_published(fleet: str) -> None:
    """No dead link or anchor, nothing from elsewhere, only kinds of files that sites have, and nothing for the gate."""
    files = site(FLEETS[fleet])
    scans = filter(None, (scan_any(address, data) for address, data in files.items()))

    assert faults({address: len(data) for address, data in files.items()}, scans, ["index.html", "404.html"]) == ()
    assert inspect(list(files.items()), ScanPolicy()).leaks == ()
    for address in files:
        if address.endswith(".html"):
            ids = re.findall(r'\sid="([^"]*)"', files[address].decode())
            assert len({*ids}) == len(ids), address


def test_equal_summaries_give_equal_bytes_in_whatever_order() -> None:
    """The day is an argument, and all is sorted."""
    halls = county(20)

    assert list(site(halls).items()) == list(site(reversed(halls)).items())
    assert site(halls, date(2026, 11, 21)) != site(halls)


def test_what_a_hall_is_called_is_never_markup() -> None:
    """On pages escaped, in scripts a text."""
    files = site(FLEETS["hostile"])

    for address, data in files.items():
        if address.endswith(".html"):
            assert "alert(1)</script>" not in data.decode().replace("&lt;/script&gt;", ""), address
    assert "&lt;script&gt;alert(1)" in page(files, "")


def test_two_halls_of_one_id_are_refused() -> None:
    """Their links would lead to one of them."""
    with pytest.raises(ValueError, match="same id"):
        site([hall(1), hall(2, id="hall-1")])


def test_service_leads_to_its_guide_at_each_hall_by_place() -> None:
    """Under the id that each hall gives it."""
    own = hall(2, place="甲镇", services=(HallService("zuidi", CARE.title),))
    shown = page(site([hall(1), own]), "services/dibao/")

    assert 'href="https://hall-1.example/gongshi/services/dibao/"' in shown
    assert 'href="https://hall-2.example/gongshi/services/zuidi/"' in shown
    assert shown.index("甲镇") < shown.index("子虚镇")
    assert "也叫：低保、吃低保" in shown and "2个大厅可以办，在2个地方" in shown


def test_many_halls_are_loaded_a_place_at_a_time() -> None:
    """The page of a service stays light, and without a script it leads to the place."""
    files = site(county(400))
    shown = page(files, "services/dibao/")

    assert "hall-1.example" not in shown and 'data-gs-halls="jiazhen"' in shown
    assert 'href="../../places/jiazhen/"' in shown
    assert b'"https://hall-0.example/gongshi/"' in files["places/jiazhen/halls.js"]
    assert len(shown) < 20_000


def test_place_tells_how_to_get_there() -> None:
    """Address, phone to dial, hours, and the hall's own site."""
    shown = page(site([hall()]), "places/zixuzhen/")

    assert '<a href="https://hall-1.example/gongshi/">子虚镇第1便民服务中心</a>' in shown
    assert 'href="tel:0300-0000100"' in shown and "不远路1号" in shown and "9:00—12:00" in shown
    assert 'href="https://hall-1.example/gongshi/services/">2项' in shown


def test_completeness_and_freshness_are_told_for_places_and_halls() -> None:
    """For a place the oldest of its halls' newest days, and how many halls have something to renew."""
    old = hall(2, complete=2, changed=date(2026, 3, 1), results_until=None, stale=("办理结果",))
    files = site([hall(1), old])

    told = re.search(r"<tr><th.*?</tr>", page(files, "status/").partition("<tbody>")[2], re.S)[0]
    assert re.findall(r"<td[^>]*>(.*?)</td>", told) == ["2", "3/4（75%）", "2026-03-01", "2026-09-30", "1"]
    own = re.findall(r"<tr><th.*?</tr>", page(files, "places/zixuzhen/").partition("<tbody>")[2], re.S)[1]
    assert re.findall(r"<td[^>]*>(.*?)</td>", own) == ["2/2（100%）", "2026-03-01", "—", "办理结果"]


def test_results_are_added_up_a_page_a_period() -> None:
    """With the number of halls that tell; the newest period stands at the head of the column."""
    partial = hall(
        2, periods=(PeriodCounts("2026-Q3", 1200, False, {"dibao": 1200}), PeriodCounts("2025-H2", 5, True, {}))
    )
    files = site([hall(1), partial])
    shown = page(files, "results/")

    assert "2026年第3季度办理结果合计" in shown and "1,260" in shown and "1 个大厅有件数太少" in shown
    assert re.findall(r">([\d,]+)</td>", shown) == ["1,240", "2", "20", "1"]
    assert "2025年下半年" in shown and "<h1>2025年下半年" in page(files, "results/2025-H2/")
    assert COUNTY["results_none"] in page(site(FLEETS["no results"]), "results/")


def test_services_of_single_halls_are_found_by_search_where_there_are_too_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then they have no page, and are what the page of their place says."""
    monkeypatch.setattr("generator.county.places.MOST_SERVICES", 2)
    own = HallService("own", "果园补办证书", ("果园证",))
    files = site([hall(1), hall(2, services=(CARE, BIRTH, own))])

    assert "services/own/index.html" not in files
    assert (
        "果园补办证书、果园证" in files["search/texts.js"].decode()
        and "hall-hall-2" in files["search/texts.js"].decode()
    )
    assert "另有1项" in page(files, "services/")


def test_one_name_with_two_ids_is_one_service_and_two_names_of_one_id_are_two() -> None:
    """The name is what residents know."""
    halls = [
        hall(1),
        hall(2, services=(HallService("zuidi", CARE.title), HallService("shengyu", "生育保险"))),
        hall(3, services=(CARE,)),
    ]
    files = site(halls)

    assert "3个大厅" in page(files, "services/dibao/")
    assert "生育保险" in page(files, "services/shengyu/") and "生育登记" in page(files, "services/shengyu-2/")


def test_search_says_in_its_own_words_what_that_of_a_hall_says() -> None:
    """Each of them takes the place of one of the hall's."""
    assert COUNTY_SEARCH.keys() <= SEARCH_WORDS.keys()
    assert COUNTY_SEARCH["mentions"] in site([hall()])["search/names.js"].decode()


def test_addresses_are_each_given_once() -> None:
    """A number behind an id may be another's id."""
    titles = {"甲": "x", "乙": "x", "丙": "x-2", "丁": "x-2-2"}
    halls = [hall(1, services=(HallService("x", "甲"),)), hall(2, services=(HallService("x", "乙"),)),
             hall(3, services=(HallService("x-2", "丙"), HallService("x-2-2", "丁"), HallService("y", "丁")))]  # fmt: skip
    files = site(halls)

    pages = [address for address in files if address.startswith("services/x")]
    assert len(pages) == len(titles)
    assert "hall-3.example/gongshi/services/x-2-2/" in "".join(files[page].decode() for page in pages)


def test_page_for_wrong_addresses_knows_where_the_site_lies() -> None:
    """In whatever folder it is shown, it finds its styles."""
    lost = site([hall()], address="https://gov.example/county/")["404.html"].decode()

    assert 'href="/county/assets/gongshi/site.css"' in lost and 'href="/county/services/"' in lost
