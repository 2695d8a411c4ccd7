"""The articles for WeChat: which there are, what they say in a line, until when, and what has to be deleted."""

from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

import pytest
from content_builder import DISCLOSURE, HEADER, NOTICE, PERIOD, SERVICE, TODAY, MakeContent, minimal_content

from generator.build.examine import examine
from generator.build.sheets import is_whole
from generator.build.site_pages import site_pages
from generator.channels.wechat import Article, Articles, wechat_articles
from generator.channels.wechat_gone import gone_articles
from generator.channels.wechat_pages import article_page, index_page
from generator.channels.wechat_pictures import ROWS_A_PICTURE, drawings, table_pictures
from generator.channels.wechat_pieces import Facts, Items, Sheet, Text, Title
from generator.posters.sheet import texts
from generator.site.edition import Edition

NOTICES, RESULTS, SERVICES = "notices/dibao-2026-11.yml", "results/2026-Q3.yml", "services/linshi-jiuzhu.yml"
NAMED = NOTICE.replace("名单在大厅公告栏张贴。", "子虚、乌有二人获得救助。") + (
    "names: {basis: 虚谷条例第三条, until: 2026-11-25}\n"
)
FULL = SERVICE.replace("policy: masked", "policy: full\n  basis: 虚谷条例第三条\n  names_days: 7")
MONTH = {
    "results/2026-07.yml": "id: 2026-07\ntitle: 2026年7月办理结果\nfrom: 2026-07-01\nuntil: 2026-07-31\n"
    "withdrawn_rows:\n  - {receipt: XG-0001, on: 2026-11-02, reason: 重复}\n",
    "results/2026-07.csv": f"{HEADER}\nXG-0001,linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,\n",
}
"""A month from which a case was withdrawn, and with that from its quarter."""

ROW = "XG-{number:04},linshi-jiuzhu,杨*,2026-07-01,2026-07-15,2026-07-13,办结,,"


def edition_of(content: Path, day: date = TODAY) -> Edition:
    """The content as it is on a day."""
    examined = examine(content, day)
    return Edition(examined.sound(), day, "https://demo.example/gongshi/", examined.incomplete)


def found_in(edition: Edition) -> Articles:
    """The articles of an edition."""
    return wechat_articles(
        edition, site_pages(replace(edition, site_url=None)), partial(is_whole, edition=edition, known=())
    )


def articles(make: MakeContent, changes: dict[str, str | None] | None = None, day: date = TODAY) -> Articles:
    """The articles of the minimal content with ``changes``."""
    return found_in(edition_of(make(changes), day))


def one(found: Articles, record: str) -> Article:
    """The article of a record."""
    return next(article for article in found.ready if str(article.record) == record)


def words(article: Article) -> str:
    """Everything that an article says, pictures included."""
    return repr(article.pieces)


def test_each_kind_of_record_has_articles(make_content: MakeContent) -> None:
    """Notices, results, disclosures, services and rules have one each, the newest first, and nothing is held back."""
    found = articles(make_content)
    kinds = {article.record.kind for article in found.ready}
    assert kinds == {"notices", "results", "disclosures", "services", "regulations"}
    days = [article.dated for article in found.ready if article.dated]
    assert days == sorted(days, reverse=True)
    assert found.held == ()


def test_what_lacks_something_is_held_back(make_content: MakeContent) -> None:
    """An article cannot be corrected: a guide without a promised limit has none, and its title is told."""
    gap = SERVICE.replace("  promised:\n    days: 10\n    unit: 工作日\n", "")
    found = articles(make_content, {SERVICES: gap})
    assert [(str(record), title) for record, title in found.held] == [("services/linshi-jiuzhu", "临时救助")]
    assert "services/linshi-jiuzhu" not in {str(article.record) for article in found.ready}


@pytest.mark.parametrize(
    ("record", "expected"),
    [
        (
            "services/linshi-jiuzhu",
            "家里突然遇到难处，可以申请一次性的救助。要多久：10个工作日。多少钱：不收费。"
            "去哪办：虚谷镇便民服务大厅4号窗口（民政救济）。咨询电话：0300-0000104。",
        ),
        (
            "notices/dibao-2026-11",
            "名单在大厅公告栏张贴。时间：2026年11月16日至2026年11月22日。有意见找谁：0300-0000112。",
        ),
        (
            "disclosures/caiwu-2026-q3",
            "不远村村民委员会发布财务收支。公示时间是2026年10月15日至2026年12月15日。凭证可以到大厅查看。",
        ),
        (
            "regulations/dangan-guanli",
            "虚谷镇人民政府制定，共2条。自2026年1月1日起施行。工作人员应当遵守本制度。本制度由大厅负责解释。",
        ),
    ],
)
def test_summary_tells_what_is_asked_first(make_content: MakeContent, record: str, expected: str) -> None:
    """Each kind of record has sentences of its own."""
    assert one(articles(make_content), record).digest == expected


def test_summary_of_a_rule_has_no_heading_and_no_half_of_a_list(make_content: MakeContent) -> None:
    """The title of a chapter is no sentence; before a list it stops, since its first items would be taken for all."""
    chapters = (
        "chapters: [{title: 总则, articles: [{text: 档案都要归档。},"
        " {text: 下列材料要归档：, items: [{text: 制度；}, {text: 照片。}]}]}]\n"
    )
    path = "regulations/dangan-guanli.yml"
    rule = minimal_content()[path]
    found = articles(make_content, {path: rule[: rule.index("articles:")] + chapters})
    article = one(found, "regulations/dangan-guanli")
    assert article.digest == "虚谷镇人民政府制定，共2条。自2026年1月1日起施行。档案都要归档。"


def test_summary_never_names_people(make_content: MakeContent) -> None:
    """It stays where an article was shared; the article itself names whom the law wants named."""
    article = one(articles(make_content, {NOTICES: NAMED}), "notices/dibao-2026-11")
    assert "乌有" in words(article)
    assert "乌有" not in article.digest
    assert article.digest.startswith("虚谷镇人民政府发布公示。时间：")


def test_article_says_until_when(make_content: MakeContent) -> None:
    """Take-down day, or the last day of the names in it if that is earlier; None where none is set."""
    found = articles(make_content)
    assert one(found, "notices/dibao-2026-11").until == date(2026, 11, 30)
    assert one(found, "services/linshi-jiuzhu").until is None
    named = articles(make_content, {NOTICES: NAMED})
    assert one(named, "notices/dibao-2026-11").until == date(2026, 11, 25)


def test_list_says_where_a_day_is_missing(make_content: MakeContent) -> None:
    """A guide stays; what is posted should have a day, and the list says that it has none."""
    edition = edition_of(make_content())
    rows = {str(row[1].record): row[2] for row in index_page(found_in(edition), (), "大厅", TODAY).articles}
    assert rows["services/linshi-jiuzhu"] == "不用撤"
    assert rows["results/2026-Q3"] == "内容里没写"
    assert rows["notices/dibao-2026-11"] == "2026-11-30"


def test_article_has_no_links_and_no_marks_of_the_day(make_content: MakeContent) -> None:
    """What a page says of the day (公示中) and what leads elsewhere is left out."""
    found = articles(make_content)
    notice = words(one(found, "notices/dibao-2026-11"))
    assert "公示中" not in notice
    for article in found.ready:
        assert "http" not in words(article)
        assert "我要提意见" not in words(article)


def test_tables_of_guides_are_items(make_content: MakeContent) -> None:
    """A telephone is too narrow for columns: each row is a name with its facts below."""
    article = one(articles(make_content), "services/linshi-jiuzhu")
    titles = [piece.words for piece in article.pieces if isinstance(piece, Title)]
    assert titles[0] == "需要带的材料"
    first = next(piece for piece in article.pieces if isinstance(piece, Items))
    assert first.items[0].head == "1. 居民身份证"
    assert "要求：1 份" in first.items[0].notes
    assert isinstance(article.pieces[2], Facts | Text)


def test_tables_of_results_are_pictures_in_parts(make_content: MakeContent) -> None:
    """Cases stand in pictures of thirty rows; each has a line above it and says what it shows."""
    rows = "\n".join([HEADER, *(ROW.format(number=number) for number in range(70)), ""])
    edition = edition_of(make_content({"results/2026-Q3.csv": rows}))
    article = one(found_in(edition), "results/2026-Q3")
    cases = [picture for picture in table_pictures(article) if "逐件" in picture.caption]
    assert [len(picture.table.rows) for picture in cases] == [ROWS_A_PICTURE, ROWS_A_PICTURE, 10]
    assert cases[1].caption.endswith("逐件结果（2/3）")
    assert cases[0].alt.startswith("逐件结果，共30行，各栏是：收件编号、")
    drawn = {drawing.file: drawing for drawing in drawings(article, edition, pictured=True)}
    assert "XG-0069" in set(texts(drawn[cases[2].file].sheet.data))
    assert "long.png" not in drawn


def test_total_is_set_apart(make_content: MakeContent) -> None:
    """The last row of a disclosure that adds up the others is no row of its picture."""
    article = one(articles(make_content), "disclosures/caiwu-2026-q3")
    (table,) = (piece for piece in article.pieces if isinstance(piece, Sheet))
    assert table.total
    assert table.total[0] == "合计"
    assert len(table.rows) == 3


def test_very_many_cases_stay_on_the_site(make_content: MakeContent) -> None:
    """More than a page of the site holds are not sent; the article says where they are."""
    rows = "\n".join([HEADER, *(ROW.format(number=number) for number in range(230)), ""])
    article = one(articles(make_content, {"results/2026-Q3.csv": rows}), "results/2026-Q3")
    assert "可以逐件公布的有 230 件" in words(article)
    assert "XG-0001" not in words(article)


def test_steps_name_what_is_to_be_done(make_content: MakeContent) -> None:
    """How many pictures have to be put in, and the day on which the article has to go."""
    edition = edition_of(make_content())
    article = one(found_in(edition), "notices/dibao-2026-11")
    steps = article_page(article, "大厅", TODAY, pictured=True, long=True).steps
    assert any("有1行" in step for step in steps)
    assert steps[-1] == "记下撤下日：2026-11-30。"


@pytest.mark.parametrize(
    ("changes", "day", "expected"),
    [
        ({}, TODAY, []),
        ({}, date(2026, 12, 1), [("2026年11月救助对象公示", "2026-11-30 是最后一天")]),
        (
            {NOTICES: NOTICE + "withdrawn: {on: 2026-11-18, reason: 写错了}\n"},
            TODAY,
            [("2026年11月救助对象公示", "2026-11-18 已撤下")],
        ),
        (
            {RESULTS: PERIOD + "take_down: 2026-11-19\n"},
            TODAY,
            [("2026年第三季度办理结果", "2026-11-19 是最后一天")],
        ),
        (
            {RESULTS: PERIOD + "posted_from: 2026-10-13\n", SERVICES: FULL},
            TODAY,
            [("2026年第三季度办理结果", "姓名只能公布到 2026-10-19，删除后用现在的内容重发")],
        ),
        (
            {RESULTS: PERIOD + "withdrawn_rows:\n  - {receipt: XG-0001, on: 2026-11-02, reason: 重复}\n"},
            TODAY,
            [("2026年第三季度办理结果", "2026-11-02 撤下了其中的办件，删除后用现在的内容重发")],
        ),
        (
            {
                "disclosures/caiwu-2026-q3.yml": DISCLOSURE.replace("2026-12-15", "2026-10-31")
                + "take_down: 2026-11-01\n"
            },
            TODAY,
            [("不远村2026年第三季度财务收支公开表", "2026-11-01 是最后一天")],
        ),
        (
            {RESULTS: PERIOD, **MONTH},
            TODAY,
            [
                ("2026年第三季度办理结果", "2026-11-02 撤下了其中的办件，删除后用现在的内容重发"),
                ("2026年7月办理结果", "2026-11-02 撤下了其中的办件，删除后用现在的内容重发"),
            ],
        ),
        (
            {SERVICES: SERVICE.replace("state: 在办", "state: 取消\n  since: 2026-11-01\n  reason: 不再办理")},
            TODAY,
            [("临时救助", "现在是“取消”")],
        ),
    ],
)
def test_what_has_to_be_deleted_is_named(
    make_content: MakeContent, changes: dict[str, str | None], day: date, expected: list[tuple[str, str]]
) -> None:
    """Past its day, withdrawn, with fewer names or cases than before, or no longer true; nothing else."""
    dataset = edition_of(make_content(changes), day).dataset
    assert [(gone.title, gone.why) for gone in gone_articles(dataset, day)] == expected
