"""What the search finds of the query sets: asks it, judges the answers, counts them by class.

``python -m search_quality.figures`` (with ``tests`` on the path) prints the table of docs/search.md and what failed.
"""

import csv
import json
import subprocess
import sys
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from generator.build.examine import examine
from generator.build.outputs.search import Search
from generator.build.prose_passages import prose_passages
from generator.content.prose import read_pages
from generator.site.edition import Edition
from generator.site.search import SearchEntry
from generator.site.search_hall import HallFacts
from generator.site.search_parts import names_part, sounds_part

HERE: Final = Path(__file__).parent
ROOT: Final = HERE.parents[1]
ASSETS: Final = ROOT / "site_templates" / "theme" / "assets" / "gongshi"
FIRST: Final = 5
DEMO_SETS: Final = ("queries.csv", "second.csv", "third.csv", "fourth.csv")
"""Sets of queries against the demo, in the order in which they were written."""


def rows(name: str) -> list[dict[str, str]]:
    """The rows of a query set."""
    with (HERE / name).open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(lines))


@dataclass
class Count:
    """Of ``asked`` queries so many had the right answer at the first place, in the first five, and nothing at all."""

    asked: int = 0
    first: int = 0
    five: int = 0
    nothing: int = 0
    failed: list[str] = field(default_factory=list)

    def share(self, number: int) -> float:
        """In percent."""
        return 100 * number / self.asked if self.asked else 100.0


def demo_parts(today: str = "2026-11-27") -> dict[str, bytes]:
    """The parts of the demo's index, as a build makes them."""
    dataset = examine(ROOT / "content", date.fromisoformat(today)).sound()
    prose = prose_passages(read_pages(ROOT / "content").texts, [("关于本站", "about/")])
    return {
        file.address.rpartition("/")[2]: file.make()
        for file in Search({}, prose).render(Edition(dataset, date.fromisoformat(today)))
    }


def names_parts() -> dict[str, bytes]:
    """The parts of an index of the 1,135 names, with their aliases and nothing else."""
    found = [
        SearchEntry("service", row["name"], f"services/{n}/", aliases=tuple(filter(None, row["aliases"].split("|"))))
        for n, row in enumerate(rows("names.csv"))
    ]
    return {"names.js": names_part(found, HallFacts()), "sounds.js": sounds_part()}


def listed(parts: dict[str, bytes], queries: Sequence[str]) -> list[list[str]]:
    """What is shown for each query, in Node."""
    node = Path(sys.executable).with_name("node")
    with TemporaryDirectory() as folder:
        for name, data in parts.items():
            Path(folder, name).write_bytes(data)
        scripts = [ASSETS / "matcher.js", *(Path(folder, name) for name in parts), HERE / "listing.js"]
        asked = json.dumps({"scripts": list(map(str, scripts)), "queries": queries})
        done = subprocess.run([node, HERE / "answers.mjs"], input=asked, capture_output=True, text=True, check=True)
    answers: list[list[str]] = json.loads(done.stdout)
    return answers


def fits(shown: str, expected: str) -> bool:
    """Whether one thing that is shown is one of the answers that are expected."""
    tier, _, url = shown.partition(" ")
    for answer in expected.split("|"):
        if answer.startswith(("hall:", "window:")):
            page = f"windows/{answer.partition(':')[2]}/" if answer.startswith("window:") else ""
            if shown.partition(" ")[0] == answer or (page and url.startswith(page)):
                return True
        elif not answer.startswith("none") and tier != "office":
            page = answer.partition("#")[0].rstrip("/") + "/"
            if url.partition("#")[0] == page:
                return True
    return False


def says_that_it_is_not_done_here(shown: Sequence[str]) -> bool:
    """Whether no page stands there as an answer: an office is named, or the page says that nothing is called so."""
    return not any(each.startswith("answer ") for each in shown)


def judge(count: Count, query: str, expected: str, shown: Sequence[str]) -> None:
    """Count one query."""
    count.asked += 1
    places = [n for n, each in enumerate(shown) if fits(each, expected)]
    if "none" in expected and says_that_it_is_not_done_here(shown):
        places = [0]
    count.first += places[:1] == [0]
    count.five += bool(places) and places[0] < FIRST
    count.nothing += not shown and "none" not in expected
    if places[:1] != [0]:
        count.failed.append(f"{query}\t{expected}\t{places[:1]}\t{' | '.join(shown[:4])}")


def of_the_demo(answers: Iterable[Sequence[str]] | None = None, name: str = DEMO_SETS[0]) -> dict[str, Count]:
    """Class -> figures of a set of queries."""
    asked = rows(name)
    shown = answers if answers is not None else listed(demo_parts(), [row["query"] for row in asked])
    counts: dict[str, Count] = {}
    for row, each in zip(asked, shown, strict=True):
        judge(counts.setdefault(row["class"], Count()), row["query"], row["expected"], each)
    return counts


def of_names(answers: Iterable[Sequence[str]] | None = None) -> dict[str, Count]:
    """Way -> figures of derived.csv."""
    asked = rows("derived.csv")
    numbers = {row["name"]: n for n, row in enumerate(rows("names.csv"))}
    shown = answers if answers is not None else listed(names_parts(), [row["query"] for row in asked])
    counts: dict[str, Count] = {}
    for row, each in zip(asked, shown, strict=True):
        expected = "|".join(f"services/{numbers[name]}" for name in row["expected"].split("|"))
        judge(counts.setdefault(row["way"], Count()), row["query"], expected, each)
    return counts


def total(counts: Iterable[Count]) -> Count:
    """All together."""
    every = Count()
    for count in counts:
        every.asked += count.asked
        every.first += count.first
        every.five += count.five
        every.nothing += count.nothing
    return every


def table(counts: dict[str, Count]) -> str:
    """As Markdown."""
    lines = ["| class | queries | first | first five | nothing found |", "| --- | ---: | ---: | ---: | ---: |"]
    for name, count in [*sorted(counts.items()), ("all", total(counts.values()))]:
        lines.append(
            f"| {name} | {count.asked} | {count.share(count.first):.1f} | {count.share(count.five):.1f} | {count.nothing} |"
        )
    return "\n".join(lines)


if __name__ == "__main__":
    for found in (*(of_the_demo(name=name) for name in DEMO_SETS), of_names()):
        print(table(found), "\n")
        if "-v" in sys.argv:
            print("\n".join(f"{name}\t{line}" for name, count in sorted(found.items()) for line in count.failed))
