"""Pictures of the guide that show what commands say: each is run on a copy of the demo that a clerk has changed."""

import html
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable
from pathlib import Path

from playwright.sync_api import Browser

ROOT = Path(__file__).parent.parent
IMAGES = ROOT / "docs" / "images"
DAY = "2026-11-28"
GUIDE = "services/linshi-jiuzhu"
ROLES = ("初审", "复审", "终审")
WINDOW = """<!doctype html><meta charset="utf-8"><style>
body {{ margin: 0; padding: 20px; background: #e9edf0; font: 15px/1.75 "Noto Sans CJK SC", sans-serif; }}
main {{ border-radius: 8px; overflow: hidden; background: #fff; border: 1px solid #b9c3ca; }}
h1 {{ margin: 0; padding: 8px 16px; background: #d4dce1; font-size: 14px; font-weight: 400; color: #2b3a42; }}
pre {{ margin: 0; padding: 14px 18px 18px; font: inherit; white-space: pre-wrap; color: #1d2429; }}
b {{ color: #0b5d63; }}
</style><main><h1>命令提示符</h1><pre>{lines}</pre></main>"""


def take_commands(browser: Browser) -> None:
    """One picture for each chapter whose work is done on the command line."""
    for name, prepare in (("outside-change", outside_change), ("sign-off", sign_off), ("dated-change", dated_change)):
        with tempfile.TemporaryDirectory() as folder:
            project = Path(folder) / "hall"
            shutil.copytree(ROOT / "content", project / "content")
            shutil.copy(ROOT / "mkdocs.yml", project)
            take(browser, name, prepare(project))


def take(browser: Browser, name: str, lines: Iterable[str]) -> None:
    """``lines`` as a window shows them; what was typed stands out."""
    shown = "\n".join(f"<b>{html.escape(line)}</b>" if line.startswith("> ") else html.escape(line) for line in lines)
    page = browser.new_page(viewport={"width": 1000, "height": 100})
    page.set_content(WINDOW.format(lines=shown))
    page.screenshot(path=IMAGES / f"{name}.png", full_page=True)
    page.close()


def said(project: Path, *words: str, keep: Callable[[str], bool] = bool) -> list[str]:
    """The command as it is typed, and the lines of its answer that ``keep`` chooses."""
    done = subprocess.run(
        [sys.executable, "-m", "generator", *words, "--today", DAY],
        cwd=project, check=False, capture_output=True, text=True, input="y\n", encoding="utf-8",
    )  # fmt: skip
    return [f"> gongshi {' '.join(words)}", *(line for line in (done.stdout + done.stderr).splitlines() if keep(line))]


def change(project: Path, record: str, old: str, new: str) -> None:
    """What a clerk does in an editor."""
    path = project / "content" / f"{record}.yml"
    text = path.read_text(encoding="utf-8")
    if old not in text:
        raise SystemExit(f"{path.name} does not hold what is to be changed for the picture: {old}")
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def outside_change(project: Path) -> list[str]:
    """A guide that still asks for a proof that the county has done away with."""
    proof = "  - {name: 户籍证明, necessity: 必要, copies: 1, original: 原件, format: 纸质, source: 政府部门核发}\n"
    change(project, GUIDE, "\nmaterials:\n", "\nmaterials:\n" + proof)
    return said(project, "check", keep=lambda line: "[change/" in line)


def sign_off(project: Path) -> list[str]:
    """A promise made shorter after all had approved; who has to look, and what he is shown."""
    with (project / "content" / "site.yml").open("a", encoding="utf-8") as settings:
        settings.write(f"sign_off:\n  roles: [{', '.join(ROLES)}]\n")
    for role in ROLES:
        said(project, "approve", "--role", role, "--yes")
    change(project, GUIDE, "days: 20\n    unit: 工作日", "days: 15\n    unit: 工作日")
    waiting = said(project, "check", keep=lambda line: "[sign-off/" in line)
    return [*waiting, "", *said(project, "approve", GUIDE, "--role", ROLES[0])]


def dated_change(project: Path) -> list[str]:
    """A promise that will be shorter from the new year on."""
    version = "versions:\n  - from: 2027-01-01\n    note: 搬到大厅二楼东侧办。\n    set: {place: 大厅二楼东侧}\n"
    path = project / "content" / f"{GUIDE}.yml"
    path.write_text(path.read_text(encoding="utf-8") + version, encoding="utf-8")
    return said(project, "check", keep=lambda line: "2027" in line or "定好" in line)
