"""blank: an empty register is made for this hall's services, and never over a file that exists."""

from pathlib import Path

import pytest
from project_builder import make_project, service_named

from generator.content.problems import ContentError
from generator.register.blank import write
from generator.register.sheets import read_register
from generator.system.environment import Refused


def test_register_offers_the_services_of_the_hall(tmp_path: Path) -> None:
    """Those that are offered; the list is on the sheet of choices."""
    project = make_project(tmp_path, {"services/linshi-jiuzhu.yml": service_named("甲乙丙事项")})
    path = write(tmp_path / "new" / "台账.xlsx", project / "content")
    choices = next(sheet for sheet in read_register(path).sheets if sheet.name == "选项")

    assert path == tmp_path / "new" / "台账.xlsx"
    assert "甲乙丙事项" in [row.cells[0] for row in choices.rows]


def test_service_that_has_ended_is_not_offered(tmp_path: Path) -> None:
    """Nobody applies for it any more."""
    ended = service_named("甲乙丙事项").replace("state: 在办", "state: 取消")
    project = make_project(tmp_path, {"services/linshi-jiuzhu.yml": ended})
    path = write(tmp_path / "台账.xlsx", project / "content")
    cells = {cell for sheet in read_register(path).sheets for row in sheet.rows for cell in row.cells}

    assert "甲乙丙事项" not in cells


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    """A register that is there may be the real one."""
    (tmp_path / "台账.xlsx").write_bytes(b"real")
    with pytest.raises(Refused, match="已经存在"):
        write(tmp_path / "台账.xlsx", make_project(tmp_path) / "content")

    assert (tmp_path / "台账.xlsx").read_bytes() == b"real"


def test_unusable_content_is_told(tmp_path: Path) -> None:
    """Without site.yml it is not known what the hall offers; no file is left."""
    project = make_project(tmp_path)
    (project / "content" / "site.yml").unlink()
    with pytest.raises(ContentError, match=r"site\.yml"):
        write(tmp_path / "台账.xlsx", project / "content")

    assert not (tmp_path / "台账.xlsx").exists()
