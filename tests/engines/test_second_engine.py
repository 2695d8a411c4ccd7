"""second_engine: the demo by MkDocs' continuation, and a comparison that lets nothing unexplained pass."""

from pathlib import Path

import pytest
from engines import second_engine
from engines.second_engine import FILES, IN_PAGES, compare, compare_engines, table

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

PAGE = """\
<meta name="generator" content="mkdocs-1, material-1">
<link href="assets/stylesheets/main.00000001.min.css">
<body dir="ltr">
<p>申请表</p>
<script id="__config" type="application/json">{"search": "one"}</script>
"""
OTHER_PAGE = """\

  <meta name="generator" content="mkdocs-2, materialx-2">
<link href="assets/stylesheets/main.00000002.min.css">
<body dir="ltr" data-mx-topbar="glass">
<input class="md-toggle" type="checkbox" id="__toc" autocomplete="off">
<label class="md-overlay" for="__toc"></label>
<p>申请表</p>
<div class="md-top" hidden>
  <div class="md-top__center">
    <button>回到页面顶部</button>
  </div>
</div>
<script id="__config" type="application/json">{"search": null}</script>
"""


def site(number: int, page: str) -> dict[str, bytes]:
    """A site of one page, with what a theme and the program put beside it, different for each ``number``."""
    content = str(number).encode()
    return {
        "index.html": page.encode(),
        "data.csv": b"id",
        f"assets/javascripts/bundle.0000000{number}.min.js": content,
        f"assets/stylesheets/main.0000000{number}.min.css": content,
        f"assets/stylesheets/palette.0000000{number}.min.css": content,
        "gongshi-manifest.json": content,
    }


FIRST, SECOND = site(1, PAGE), site(2, OTHER_PAGE)


def test_second_engine_makes_the_same_site(tmp_path: Path) -> None:
    """Built with mkdocs-ng and Material X, the demo differs only where the tables of ``second_engine`` say why."""
    found = compare_engines(tmp_path)

    assert found.faults == ()
    assert found.identical > 0


def test_missing_environment_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the second environment nothing is compared, and the message names the command that sets it up."""
    monkeypatch.setattr(second_engine, "SECOND_PYTHON", second_engine.ROOT / "nowhere" / "python")

    with pytest.raises(FileNotFoundError, match=r"^nowhere/python is missing; set it up with: make engines$"):
        compare_engines(tmp_path)


def test_known_differences_are_counted() -> None:
    """Differences that the tables name are no fault, and each counts the files that it was found in."""
    found = compare(FIRST, SECOND)

    assert found.faults == ()
    assert (found.files, found.identical) == (6, 1)
    assert found.known == {entry.name: 1 for entry in IN_PAGES} | dict.fromkeys(FILES, 1)
    assert "| generator | 1 | each engine names itself and its version |" in table(found)


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        (site(2, OTHER_PAGE.replace("申请表", "登记表")), "index.html: the page differs\n    @@ -4 +4 @@\n    -<p>申请表</p>\n    +<p>登记表</p>"),
        ({**SECOND, "data.csv": b"ID"}, "data.csv: the bytes differ"),
        ({**SECOND, "more.html": b""}, "more.html: only the second engine makes it"),
        ({name: content for name, content in SECOND.items() if name != "data.csv"}, "data.csv: only the first engine makes it"),
        (site(2, OTHER_PAGE.replace(' data-mx-topbar="glass"', "")), "bar on top: no longer differs; take it off the table"),
        ({**SECOND, "gongshi-manifest.json": b"1"}, "gongshi-manifest.json: no longer differs; take it off the table"),
    ],
)  # fmt: skip
def test_other_differences_are_faults(second: dict[str, bytes], fault: str) -> None:
    """What no table names is a fault, a file on one side only, too, and an entry that is no longer needed."""
    found = compare(FIRST, second)

    assert found.faults == (fault,)
    assert table(found).endswith(f"\n{fault}")
