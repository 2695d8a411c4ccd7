"""A small fleet in a folder of its own: a province with the guides, and halls with what is their own."""

import shutil
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result
from content_builder import TODAY, minimal_content, write_content
from project_builder import MKDOCS, tree

from generator.cli import main
from generator.fleet.building import Builder
from generator.fleet.run import RunOptions, run
from generator.fleet.settings import read_fleet
from generator.fleet.task import HallDone, HallTask
from generator.system.failures import Died

OWN = ("site.yml", "notices/", "results/", "disclosures/")
"""What each hall has for itself; the province has the rest."""
GUIDE = "services/linshi-jiuzhu.yml"
DAY = TODAY.isoformat()
_BUILDER = Builder()
"""Warm from test to test, as that of a process is from hall to hall."""


def hall_name(hall: str) -> str:
    """What a hall is called."""
    return f"虚谷{hall.upper()}镇便民服务大厅"


def address(hall: str) -> str:
    """Where the site of a hall is found."""
    return f"https://fleet.example/{hall}/"


def make_fleet(root: Path, halls: tuple[str, ...] = ("a", "b", "c")) -> Path:
    """Write fleet.yml, the province and the halls into ``root``; returns ``root``."""
    content = {path: text.replace("0300-", "0301-") for path, text in minimal_content().items()}  # no starter's phones
    own = {path: text for path, text in content.items() if path.startswith(OWN)}
    write_content(root / "layers" / "province", {path: text for path, text in content.items() if path not in own})
    for hall in halls:
        site = own["site.yml"].replace("虚谷镇便民服务大厅", hall_name(hall))
        write_content(root / "halls" / hall, {**own, "site.yml": site})
    listed = "".join(f"  - {{id: {hall}, folder: halls/{hall}, address: '{address(hall)}'}}\n" for hall in halls)
    layers = "layers:\n  - {id: province, name: 省, folder: layers/province}\n"
    (root / "fleet.yml").write_text(f"name: 虚谷县\n{layers}halls:\n{listed}", "utf-8", newline="\n")
    return root


def alone_project(root: Path, hall: str, folder: Path) -> Path:
    """A project of its own with the same content as that of one hall, whose layers do not change each other."""
    for layer in (root / "layers" / "province", root / "halls" / hall):
        shutil.copytree(layer, folder / "content", dirs_exist_ok=True)
    (folder / "content" / "pages").mkdir(exist_ok=True)
    (folder / "mkdocs.yml").write_text(MKDOCS.replace("https://demo.example/gongshi/", address(hall)), "utf-8")
    return folder


def edit(path: Path, old: str, new: str) -> None:
    """Change a text that is in the file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def gongshi(root: Path, *arguments: str, today: str = DAY) -> Result:
    """A command of ``gongshi`` in this process."""
    at = ("--today", today) if today else ()
    return CliRunner().invoke(main, [*arguments, "-C", str(root), *at], catch_exceptions=False)


class InThisProcess:
    """A crew for tests: halls are built one after the other, here; ``tasks`` are those that were asked for."""

    def __init__(self) -> None:
        self.tasks: list[HallTask] = []

    def each_done(self, tasks: Iterable[HallTask]) -> Iterator[tuple[HallTask, HallDone | Died]]:
        """See ``fleet.run.Crew``."""
        for task in tasks:
            self.tasks.append(task)
            yield task, _BUILDER(task)

    def close(self) -> None:
        """Nothing to end."""


def build_fleet(root: Path, today: date = TODAY, **options: Any) -> dict[str, HallDone]:
    """Build a fleet in this process, without sheets: what came of each hall."""
    return {one.hall: one for one in run(read_fleet(root), RunOptions(today, **options), InThisProcess())}


def outcomes(done: Mapping[str, HallDone]) -> dict[str, str]:
    """How each hall came out."""
    return {hall: one.outcome for hall, one in done.items()}


def sites(root: Path) -> dict[str, bytes]:
    """Path -> bytes of every file of the sites of a fleet; not what builds keep beside them."""
    found = tree(root / "sites")
    return {path: data for path, data in found.items() if not path.startswith(".")}
