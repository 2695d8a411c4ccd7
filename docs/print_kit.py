"""Make the list of all kinds of sheets with a picture of each, from the demo: ``make screenshots``."""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from generator.build.examine import examine
from generator.build.sheets import laid_out
from generator.content.project import open_project
from generator.kit.kind import Kind, Printable, SheetSet
from generator.kit.kinds import KINDS, printable_sheets
from generator.model import RecordKey
from generator.posters.fonts import find_fonts
from generator.posters.press import Press, Printing
from generator.posters.sheet import PosterError, Sheet
from generator.posters.stock import stock_of
from generator.site.edition import Edition
from generator.system.clock import china_today

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images" / "kit"
MARK = "<!-- 下面的表由 make screenshots 生成 -->"

SETS: dict[SheetSet | None, str] = {
    "wall": "上墙", "window": "窗口", "handout": "发给群众", "forms": "填写的单子", "notices": "公告栏",
    None: "展架、横幅、屏幕和微信群",
}  # fmt: skip
"""The heading of each set; a kind stands under the first of its own."""


def main() -> None:
    """One picture and one row for each kind."""
    IMAGES.mkdir(parents=True, exist_ok=True)
    project = open_project(ROOT)
    examined = examine(project.content, china_today())
    sound = examined.sound()
    complete = {
        key: one for key, one in sound.services.items() if RecordKey("services", key) not in examined.incomplete
    }
    editions = [
        Edition(dataset, china_today(), project.site_url, examined.incomplete)
        for dataset in (sound, replace(sound, services=complete))
    ]
    press = Press(find_fonts(), project.templates / "posters")
    for kind in KINDS.values():
        if first := first_sheet(kind, editions):
            one, sheet = first
            printing = Printing(stock_of(one.paper), distance=one.distance)
            (IMAGES / f"{kind.name}.png").write_bytes(press.thumbnail(sheet, printing))
    page = ROOT / "docs" / "print-kit.zh.md"
    text = page.read_text("utf-8")
    page.write_text(text[: text.index(MARK)] + table(editions), "utf-8")


def first_sheet(kind: Kind, editions: Sequence[Edition]) -> tuple[Printable, Sheet] | None:
    """The first sheet of this kind that can be printed; boards of all services only without those that have a gap."""
    for edition in editions:
        for one in printable_sheets(edition):
            if one.kind is kind:
                try:
                    return one, laid_out(one.key, edition)
                except PosterError:
                    continue
    return None


def table(editions: Sequence[Edition]) -> str:
    """The rows in Markdown, a table for each set, in the order of the table of kinds; what is in no set comes last."""
    parts = [MARK]
    for name, heading in SETS.items():
        rows = [row(kind, editions) for kind in KINDS.values() if (kind.sets[0] if kind.sets else None) == name]
        command = f"整套一起印：`gongshi posters --set {name}`\n\n" if name else ""
        head = "| 张贴件 | 样子 | 纸张 | 看的距离 | 命令 |\n| --- | --- | --- | --- | --- |\n"
        parts.append(f"## {heading}\n\n{command}{head}" + "\n".join(rows))
    return "\n\n".join(parts) + "\n"


def row(kind: Kind, editions: Sequence[Edition]) -> str:
    """What there is to know of one kind."""
    first = first_sheet(kind, editions)
    paper, distance = (first[0].paper_words, first[0].distance) if first else (kind.paper, kind.layout.distance)
    picture = f"![{kind.title}](images/kit/{kind.name}.png)" if first else ""
    return f"| {kind.title} | {picture} | {paper} | {distance:g} 米 | `gongshi posters --kind {kind.name}` |"


if __name__ == "__main__":
    main()
