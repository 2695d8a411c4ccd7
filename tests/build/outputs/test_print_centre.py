"""The page of the print centre: what it tells of each sheet, and that it follows from the pages of the printed sheets."""

from pathlib import Path

from content_builder import TODAY
from rules.dataset_builder import content

from generator.build.cards import poster_cards
from generator.build.outputs.output import File
from generator.build.outputs.posters import sheet_files
from generator.build.outputs.print_centre import PrintCentre
from generator.kit.kinds import printable_sheets
from generator.site import addresses
from generator.site.edition import Edition, SheetMark
from generator.site.frame import Frame
from generator.site.shells import slot

FOLDER = Path(__file__).parents[3] / "site_templates" / "pages"
FRAME = Frame({addresses.POSTERS: f"{slot('title')}{slot('body')}"}, (), {})


def edition(pages: int | None) -> Edition:
    """A hall whose guides and screen are there, each PDF with so many pages, or not printed yet."""
    of = Edition(content(), TODAY)
    for one in printable_sheets(of):
        if one.key.kind in ("guide", "screen"):
            of.sheets[one.key] = SheetMark("0", "AB12-CD34")
            of.made[addresses.thumbnail(one.key)] = 1
            for address, _ in sheet_files(one):
                if address.endswith(".pdf") and pages is not None:
                    of.pages[address] = pages
    return of


def page(of: Edition) -> File:
    """The one file."""
    (file,) = PrintCentre(FRAME, of.dataset.site, FOLDER).render(of)
    return file


def test_each_sheet_tells_how_many_pages_it_has() -> None:
    """Beside paper and distance; a picture for a screen has none."""
    several, single = page(edition(12)).make().decode(), page(edition(1)).make().decode()
    guides = [key for key in poster_cards(edition(1)) if key.kind == "guide"]

    assert page(edition(1)).address == "posters/index.html"
    assert several.count("A4，0.6米内阅读，共12页<br>") == single.count("A4，0.6米内阅读，单页<br>") == len(guides) > 0
    assert several.count("共12页") == len(guides) and "1920×1080" in several


def test_page_follows_from_the_pages_of_the_sheets() -> None:
    """A sheet that goes on to a second page lists it anew; cards of records do not tell pages and stay."""
    assert page(edition(1)).inputs != page(edition(2)).inputs
    assert page(edition(1)).inputs == page(edition(1)).inputs
    assert poster_cards(edition(1)) == poster_cards(edition(2))
