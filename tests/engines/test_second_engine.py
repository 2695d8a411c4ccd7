"""second_engine: the demo by MkDocs' continuation, and a comparison that lets nothing unexplained pass."""

from pathlib import Path

import pytest
from engines import second_engine
from engines.second_engine import compare, compare_engines, told

pytestmark = [pytest.mark.slow, pytest.mark.repeats]

SITE = {"index.html": "<body>\n<p>申请表</p>\n".encode(), "data.csv": b"id"}


def test_second_engine_makes_the_same_site(tmp_path: Path) -> None:
    """Built with mkdocs-ng and Material X, the demo is the same to the byte."""
    found = compare_engines(tmp_path)

    assert found.faults == ()
    assert found.identical == found.files > 100


def test_missing_environment_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the second environment nothing is compared, and the message names the command that sets it up."""
    monkeypatch.setattr(second_engine, "SECOND_PYTHON", second_engine.ROOT / "nowhere" / "python")

    with pytest.raises(FileNotFoundError, match=r"^nowhere/python is missing; set it up with: make engines$"):
        compare_engines(tmp_path)


@pytest.mark.parametrize(
    ("second", "fault"),
    [
        ({**SITE, "index.html": "<body>\n<p>登记表</p>\n".encode()}, "index.html: the page differs\n    @@ -2 +2 @@\n    -<p>申请表</p>\n    +<p>登记表</p>"),
        ({**SITE, "data.csv": b"ID"}, "data.csv: the bytes differ"),
        ({**SITE, "more.html": b""}, "more.html: only the second engine makes it"),
        ({"index.html": SITE["index.html"]}, "data.csv: only the first engine makes it"),
    ],
)  # fmt: skip
def test_differences_are_faults(second: dict[str, bytes], fault: str) -> None:
    """Other bytes are a fault, a file on one side only, too."""
    found = compare(SITE, second)

    assert found.faults == (fault,)
    assert told(found).endswith(f"\n{fault}")


def test_same_sites_have_no_fault() -> None:
    """Of two equal sites it is said that nothing differs."""
    found = compare(SITE, dict(SITE))

    assert (found.files, found.identical) == (2, 2)
    assert told(found) == "2 files, 2 identical to the byte.\nNothing differs."
