"""The footer and the tags of a government site."""

import re
from datetime import date

from generator.model import Site
from generator.site import addresses
from generator.site.frame import hall_facts
from generator.site.government import Tagged, page_metas, site_metas
from generator.site.shells import in_hall, slot

PLAIN = {"organisation": "子虚镇人民政府", "town": "子虚镇", "hall": {"name": "子虚镇便民服务大厅"}}
STATED = {
    "code": "0000000000",
    "icp": "某ICP备00000000号-1",
    "police": "某公网安备 00000000000000号",
    "operator": "子虚镇<中心>gongshi-slot-body",
    "contact": "0300-0000100",
    "mark": "https://biaoshi.zixu.example/?a=1&b=2",
    "faults": "https://zhaocuo.zixu.example/",
}
URL = "https://www.zixu.example/dating/"


def site(**stated: str) -> Site:
    return Site.model_validate({**PLAIN, "government_site": stated})


def tags(html: str) -> dict[str, str]:
    return dict(re.findall(r'<meta name="(\w+)" content="([^"]*)">\n', html))


def footer(of: Site) -> str:
    return in_hall(slot("records"), hall_facts(of))


def test_a_hall_that_is_no_government_site_has_no_tags_and_no_records() -> None:
    """Without the settings nothing is added to a page."""
    hall = Site.model_validate(PLAIN)
    assert footer(hall) == site_metas(hall, URL) == ""
    assert page_metas(hall, URL, Tagged(addresses.SERVICES, "临时救助", "说明", True)) == ""


def test_footer_shows_all_that_is_stated_as_text() -> None:
    """Sponsor, operator, phone, numbers and links are shown, markup and slots in them as text."""
    html = footer(site(**STATED))
    assert html == (
        "<p>主办：子虚镇人民政府　承办：子虚镇&lt;中心&gt;gongshi&#45;slot-body　网站联系电话：0300-0000100</p>\n"
        "<p>网站标识码：0000000000　某ICP备00000000号-1　某公网安备 00000000000000号　"
        '<a href="https://biaoshi.zixu.example/?a=1&amp;b=2" rel="noopener">党政机关网站标识</a>　'
        '<a href="https://zhaocuo.zixu.example/" rel="noopener">我为政府网站找错</a></p>\n'
    )


def test_footer_leaves_out_what_is_not_stated() -> None:
    """A hall that has only an operator shows neither a number nor an empty line."""
    assert footer(site(operator="中心")) == "<p>主办：子虚镇人民政府　承办：中心</p>\n"


def test_home_and_prose_have_the_tags_of_the_site() -> None:
    """The host stands without scheme and folder; where the site has no address it has no SiteDomain."""
    of_site = {"SiteName": "子虚镇便民服务大厅", "SiteDomain": "www.zixu.example", "SiteIDCode": "0000000000"}
    hall = site(code="0000000000")
    assert tags(site_metas(hall, URL)) == of_site
    assert tags(page_metas(hall, URL, Tagged(addresses.HOME, "首页", "说明", False))) == of_site
    assert set(tags(site_metas(site(icp="某ICP备00000000号"), None))) == {"SiteName"}


def test_list_has_the_tags_of_its_column() -> None:
    """A list is a column, with name, kind, description and key words."""
    found = tags(
        page_metas(site(code="0000000000"), URL, Tagged(addresses.NOTICES, "公示公告", "大厅 公示公告", False))
    )
    assert {key: value for key, value in found.items() if key.startswith("Column")} == {
        "ColumnName": "公示公告",
        "ColumnType": "信息公开",
        "ColumnDescription": "大厅 公示公告",
        "ColumnKeywords": "子虚镇,公示公告",
    }


def test_record_has_the_tags_of_its_content() -> None:
    """A record names column, title, day and source; a day that is not known is left out, the sponsor is the source."""
    hall = site(code="0000000000")
    page = Tagged(addresses.SERVICES, '"救助"', "说明", True, date(2026, 11, 2))
    found = tags(page_metas(hall, URL, page))
    assert found["ArticleTitle"] == "&quot;救助&quot;"
    assert (found["ColumnName"], found["ColumnType"], found["PubDate"]) == ("办事指南", "办事服务", "2026-11-02")
    assert found["ContentSource"] == "子虚镇人民政府"
    other = tags(page_metas(hall, URL, page._replace(dated=None, source="子虚县民政局")))
    assert "PubDate" not in other
    assert other["ContentSource"] == "子虚县民政局"


def test_record_has_the_other_tags_that_its_list_asks_for() -> None:
    """Key words, author and address; a hall chooses among them, and a site without an address has no Url."""
    page = Tagged(addresses.NOTICES, "公示<一>", "说明", True, url="notices/a/")
    others = {
        "Keywords": "子虚镇,公示公告,公示&lt;一&gt;",
        "Author": "子虚镇人民政府",
        "Url": "https://www.zixu.example/dating/notices/a/",
    }

    def found(hall: Site, url: str | None = URL, of: Tagged = page) -> dict[str, str]:
        return {name: value for name, value in tags(page_metas(hall, url, of)).items() if name in others}

    assert found(site()) == others
    assert found(site(), None) == {name: value for name, value in others.items() if name != "Url"}
    assert found(site(), of=page._replace(source="子虚县民政局"))["Author"] == "子虚县民政局"
    chosen = Site.model_validate({**PLAIN, "government_site": {"content_tags": ["Url"]}})
    none = Site.model_validate({**PLAIN, "government_site": {"content_tags": []}})
    assert set(found(chosen)) == {"Url"} and found(none) == {}
    assert found(site(), of=page._replace(is_record=False)) == {}


def test_every_shell_belongs_to_a_column() -> None:
    """Each kind of page but the home page finds the name of its column."""
    for shell in (*addresses.LISTS[1:], *addresses.RECORD_PAGES):
        assert tags(page_metas(site(), URL, Tagged(shell, "t", "d", False)))["ColumnName"], shell
