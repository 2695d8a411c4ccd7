"""Makes the folder of articles for an official account of WeChat, beside the site: pages to copy from, and pictures.

Nobody visits it: it is for whoever publishes. It goes through verification and the gate as the site does.
"""

from collections.abc import Iterator
from functools import partial

from generator.build.assembly import Assembled, Workshop, assemble
from generator.build.beside import publish_folder, refuse_private_data, workshop
from generator.build.checkpoints import UnfitSite
from generator.build.left_behind import folder_beside
from generator.build.pipeline import Hall
from generator.build.sheets import is_whole
from generator.build.site_pages import site_pages
from generator.build.wechat_files import DrawnArticle, PassingPictures, WechatPages, WechatPictures, drawn_articles
from generator.channels.wechat import Articles, wechat_articles
from generator.channels.wechat_gone import Gone, gone_articles
from generator.channels.wechat_pages import INDEX
from generator.content.problems import quote
from generator.posters.fonts import find_fonts
from generator.publish.portable import name_faults
from generator.publish.staging import Stage, staged
from generator.publish.verify import Scan, faults
from generator.site.edition import Edition
from generator.system.environment import Refused
from generator.texts.channels_wechat import BUILD


def wechat_folder(hall: Hall) -> Iterator[str]:
    """Make the folder; tells where it is, what has to be deleted, and what failed.

    Raises Refused, UnfitSite, PrivateData, FontsMissing, SiteBusy, NotASite, OSError.
    """
    project = hall.project
    site = project.site.resolve()
    folder = folder_beside(site, "wechat")
    edition, cache = hall.edition(), project.cache / "wechat"
    printable = partial(is_whole, edition=edition, known=hall.laid_out)
    articles = wechat_articles(edition, site_pages(hall.plain), printable)
    gone = gone_articles(hall.dataset, hall.options.today)
    _refuse_unknown(hall.options.pictured, articles)
    with staged(folder, cache) as stage, workshop(stage, hall, folder, cache) as (shop, files):
        stage.begin()
        drawn = drawn_articles(articles, edition, hall.options.pictured)
        made = _made(hall, edition, shop, drawn, WechatPages(drawn, articles.held, gone, project.templates / "wechat"))
        files |= made.files
        _refuse_faults(stage, [file.scan for file in files.values() if file.scan])
        refuse_private_data(stage, hall, cache, texts=dict(text for one in drawn for text in one.texts()))
        publish_folder(stage, folder)
    failed = made.warnings
    yield from failed
    yield from _told(folder.name, articles, gone, len(failed))


def _refuse_unknown(asked: tuple[str, ...], articles: Articles) -> None:
    """Raise Refused where a record is asked for that has no article today."""
    there = {one.record.id for one in articles.ready}
    if unknown := [record for record in asked if record not in there]:
        raise Refused(BUILD["unknown"].format(ids="、".join(map(quote, unknown))))


def _made(
    hall: Hall, edition: Edition, shop: Workshop, drawn: tuple[DrawnArticle, ...], pages: WechatPages
) -> Assembled:
    """Every file; a sentence for each article that has no pictures."""
    pictures = WechatPictures(drawn, (find_fonts(), hall.project.templates / "posters"))
    made = Assembled()
    for output in (pictures, PassingPictures(drawn, pictures), pages):
        found = assemble((output,), edition, shop, hall.options.progress)
        made.files |= found.files
        made.warnings += found.warnings
    return made


def _refuse_faults(stage: Stage, scans: list[Scan]) -> None:
    """Raise UnfitSite where a link is dead, something is loaded from elsewhere, or a name is odd."""
    found = (*name_faults(stage.files), *faults(stage.sweep(), scans, (INDEX,)))
    if found:
        raise UnfitSite(found)


def _told(folder: str, articles: Articles, gone: tuple[Gone, ...], failed: int) -> Iterator[str]:
    yield BUILD["done"].format(folder=folder, count=len(articles.ready) - failed)
    if gone:
        yield BUILD["gone"].format(count=len(gone))
    if ends := [one.until for one in articles.ready if one.until]:
        yield BUILD["until"].format(day=min(ends))
