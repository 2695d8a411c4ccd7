"""Halls to inspect: the sound content with single faults seeded, and a small built site whose pages can be changed."""

from collections.abc import Mapping
from datetime import date

from content_builder import TODAY
from rules.dataset_builder import Changes, content

from generator.content.inspection_profiles import shipped_profile
from generator.content.problems import make_problem
from generator.gaps.register import gap_register
from generator.inspection.subject import READ, Subject, built_site
from generator.inspection.verdict import Assessment, assess
from generator.model import InspectionProfile, Place
from generator.rules import check

SITE = "site.yml"
FEEDBACK = {"feedback": {"url": "https://liuyan.example/"}}
GOVERNMENT = {
    "code": "0000000000",
    "icp": "某ICP备00000000号-1",
    "police": "某公网安备 00000000000000号",
    "operator": "虚谷镇便民服务中心",
    "contact": "0300-0000100",
    "mark": "https://biaoshi.example/0",
    "faults": "https://zhaocuo.example/0",
}
URL = "https://xugu.gov.cn/"
_TAGS = '<meta name="SiteName" content="大厅"><meta name="ColumnName" content="栏目">'
PAGES = {
    "index.html": f'{_TAGS}<a href="services/linshi-jiuzhu/">临时救助</a><a href="search/">搜索</a>',
    "search/index.html": f'{_TAGS}<a href="../">首页</a>',
    "services/linshi-jiuzhu/index.html": f'{_TAGS}<h1 id="top">a</h1><a href="#top">b</a><a href="../../biao.pdf">表</a>',
    "biao.pdf": "%PDF",
}
"""A built site in which every link leads somewhere."""


def subject(
    changes: Changes | None = None,
    pages: Mapping[str, str | None] | None = None,
    today: date = TODAY,
    url: str | None = URL,
    built: bool = True,
) -> Subject:
    """The sound hall after ``changes`` with a built site after the changes ``pages``; None deletes a file.

    Each problem stands on a line of its own.
    """
    own = {SITE: FEEDBACK, **(changes or {})}
    if changes and changes.get(SITE):
        own[SITE] = {**FEEDBACK, **changes[SITE]}
    dataset = content(own)
    findings = {
        make_problem(one.rule, f"content/{one.place.path}", line, 1, one.values): one
        for line, one in enumerate(check(dataset, today), 1)
    }
    register = gap_register(dataset, findings, findings)
    files = {address: text for address, text in {**PAGES, **(pages or {})}.items() if text is not None}
    sizes = {address: len(text) for address, text in files.items()}
    site = (
        built_site(sizes, ((one, files[one].encode()) for one in files if one.endswith(READ)), url) if built else None
    )
    return Subject(dataset, today, tuple(findings), register.gaps, url, site)


def assessed(hall: Subject, profile: InspectionProfile | None = None) -> Assessment:
    """The assessment of ``hall`` by the program's own indicators, or by ``profile``."""
    return assess(hall, profile or shipped_profile())


def located(where: Place | str) -> str:
    """The place of a fault: path and keys, without reading a file."""
    return where if isinstance(where, str) else f"{where.path}:{'.'.join(map(str, where.keys))}"
