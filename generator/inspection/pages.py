"""Checks of the built site: whether it opens, whether links lead somewhere, and what pages say of themselves.

Each says nothing where there is no built site; ``assessment`` lists those checks as not made.
"""

from collections.abc import Iterator
from urllib.parse import urlsplit

from generator.inspection.subject import Fault, Subject, fault
from generator.model import Indicator, Place
from generator.publish.verify import dead_links
from generator.site import addresses
from generator.texts.inspection import TEXTS

_HOME = "index.html"
_SITE = Place("site.yml")
_OF_OTHERS = ("404.html",)
"""Pages that are shown in place of others and stand in no column."""


def home_opens(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """站点无法访问 (国办秘函〔2019〕19号, veto): a site without a home page opens for nobody."""
    if subject.built and not subject.built.files.get(_HOME):
        yield fault(_HOME, "no_home")


def home_links_lead_somewhere(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """首页链接 (国办发〔2015〕15号): no link of the home page is dead."""
    for target in _dead(subject).get(_HOME, ()):
        yield fault(_HOME, "dead_link", target=target)


def links_lead_somewhere(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """链接可用性 (国办发〔2015〕15号): no link of another page to a page is dead. The same target is counted once."""
    for address, targets in _dead(subject).items():
        for target in targets if address != _HOME else ():
            if _is_page(target):
                yield fault(address, "dead_link", group=target, target=target)


def attachments_open(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """附件下载 (国办发〔2015〕15号): forms and files that pages offer are there."""
    for address, targets in _dead(subject).items():
        for target in targets if address != _HOME else ():
            if not _is_page(target):
                yield fault(address, "dead_file", group=target, target=target)


def files_have_content(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """No page and no file is empty (setting)."""
    for address, size in subject.built.files.items() if subject.built else ():
        if size == 0 and address != _HOME:
            yield fault(address, "empty_file")


def search_is_there(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """搜索功能 (国办函〔2017〕115号): 22% of the sites inspected could not be searched."""
    page = f"{addresses.SEARCH}index.html"
    if subject.built and not subject.built.files.get(page):
        yield fault(page, "no_search")


def footer_is_complete(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """网站标识 (国办发〔2017〕47号): what a government site states at the foot of its pages. Others state nothing."""
    own = subject.dataset.site.government_site
    if own is None:
        return
    for key in ("code", "icp", "police", "operator", "contact", "mark", "faults"):
        if getattr(own, key) is None:
            title = type(own).model_fields[key].title
            yield fault(_SITE / "government_site", "footer", title=title, field=key)


def pages_have_tags(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """页面标签 (国办发〔2017〕47号): pages of a government site name it, and lists and records their column."""
    if subject.built is None or subject.dataset.site.government_site is None:
        return
    for address, tags in subject.built.tags.items():
        expected = ["SiteName", *(["ColumnName"] if _is_in_a_column(address) else [])]
        missing = [tag for tag in expected if tag not in tags]
        if missing and address not in _OF_OTHERS:
            yield fault(address, "tags", tags=TEXTS["between"].join(missing))


def domain_is_of_the_government(subject: Subject, indicator: Indicator) -> Iterator[Fault]:
    """域名 (国办函〔2018〕55号): a government site is under .gov.cn or .政务; other institutions are free."""
    if subject.dataset.site.government_site is None:
        return
    host = urlsplit(subject.site_url or "").hostname or ""
    if not host:
        yield fault("mkdocs.yml", "no_domain")
    elif not host.endswith((".gov.cn", ".政务", ".xn--zfr164b")):
        yield fault("mkdocs.yml", "domain", host=host)


def _dead(subject: Subject) -> dict[str, list[str]]:
    """Mapping address -> its dead targets, sorted; none without a built site."""
    if subject.built is None:
        return {}
    return {address: sorted(found) for address, found in dead_links(subject.built.files, subject.built.scans).items()}


def _is_page(target: str) -> bool:
    address = target.partition("#")[0]
    return address.endswith(".html") or "." not in address.rpartition("/")[2]


def _is_in_a_column(address: str) -> bool:
    return address != _HOME and address.startswith((*addresses.LISTS[1:], *addresses.RECORD_PAGES))
