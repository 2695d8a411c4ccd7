"""A small fleet in a folder of its own: a province with the guides, and halls with what is their own."""

import json
from pathlib import Path

from content_builder import TODAY, minimal_content, write_content
from project_builder import run

OWN = ("site.yml", "notices/", "results/", "disclosures/")
"""What each hall has for itself; the province has the rest."""
GUIDE = "services/linshi-jiuzhu.yml"
DAY = TODAY.isoformat()


def hall_name(hall: str) -> str:
    """What a hall is called."""
    return f"虚谷{hall.upper()}镇便民服务大厅"


def address(hall: str) -> str:
    """Where the site of a hall is found."""
    return f"https://fleet.example/{hall}/"


def make_fleet(root: Path, halls: tuple[str, ...] = ("a", "b", "c")) -> Path:
    """Write fleet.yml, the province and the halls into ``root``; returns ``root``."""
    content = minimal_content()
    own = {path: text for path, text in content.items() if path.startswith(OWN)}
    write_content(root / "layers" / "province", {path: text for path, text in content.items() if path not in own})
    for hall in halls:
        site = own["site.yml"].replace("虚谷镇便民服务大厅", hall_name(hall))
        write_content(root / "halls" / hall, {**own, "site.yml": site})
    listed = "".join(f"  - {{id: {hall}, folder: halls/{hall}, address: '{address(hall)}'}}\n" for hall in halls)
    layers = "layers:\n  - {id: province, name: 省, folder: layers/province}\n"
    (root / "fleet.yml").write_text(f"name: 虚谷县\n{layers}halls:\n{listed}", "utf-8", newline="\n")
    return root


def edit(path: Path, old: str, new: str) -> None:
    """Change a text that is in the file."""
    text = path.read_text("utf-8")
    assert old in text
    path.write_text(text.replace(old, new), "utf-8", newline="\n")


def fleet(root: Path, command: str, *options: str) -> tuple[int, dict[str, dict[str, object]], str]:
    """Run ``gongshi fleet COMMAND --json``: its exit code, what it told of each hall, and its standard error."""
    posters = ("--posters", "none") if command == "build" else ()
    done = run("generator", "fleet", command, "--json", "--today", DAY, *posters, *options, cwd=root)
    told = [json.loads(line) for line in done.stdout.splitlines()]
    return done.returncode, {str(one["hall"]): one for one in told}, done.stderr
