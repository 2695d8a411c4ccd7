"""gongshi archive, gongshi at: as they are typed; 0 fine, 1 something is wrong with what was kept, 2 wrong usage."""

from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from kept_hall import PAGE, publish

from generator.cli import main


def gongshi(*arguments: object) -> Result:
    """Run a command in this process; an exception that would be a traceback fails the test."""
    return CliRunner().invoke(main, [*map(str, arguments)], prog_name="gongshi", catch_exceptions=False)


def test_archive_is_typed_as_the_guide_has_it(
    put_back: Callable[[], Path], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    """Key, package, check, question: one after the other; what is changed ends with 1, and names the file."""
    project = put_back()
    publish(project)
    monkeypatch.setenv("GONGSHI_KEY_PASSWORD", "秘密词")
    place = ("-C", project)
    key = gongshi("archive", "key", *place)
    assert (key.exit_code, "秘密词" in key.output, "ENCRYPTED" in (project / "gongshi-key.pem").read_text()) == (
        0,
        False,
        True,
    )
    made = gongshi("archive", "--period", "2026-Q4", "--today", "2027-01-04", *place)
    assert made.exit_code == 0, made.output
    assert "归档包已做好：archive/packages/2026-Q4" in made.stdout
    assert "没有写全宗号" in made.stdout
    package = project / "archive" / "packages" / "2026-Q4"
    sound = gongshi("archive", "verify", package, "--key", project / "gongshi-key.pub.pem")
    assert (sound.exit_code, sound.stdout.splitlines()[0][:10]) == (0, "2026-Q4：完好")
    asked = gongshi("archive", "stamp", package, "--request", tmp_path / "q.tsq", *place)
    assert asked.exit_code == 0, asked.output
    assert gongshi("archive", "stamp", package, *place).exit_code == 2
    said = gongshi("at", "2026-11-21", "services/linshi-jiuzhu/", *place)
    assert (said.exit_code, "临时救助" in said.stdout) == (0, True)
    assert "归档包 2026-Q4 里有这次发布：\n2026-Q4：完好" in said.stdout
    assert gongshi("at", "2026-11-21", PAGE, "--from", package, *place).stdout == said.stdout
    assert gongshi("at", "2026-11-21", "nothing/", *place).exit_code == 1
    assert gongshi("archive", "expire", "--today", "2027-01-04", *place).exit_code == 0
    alone = gongshi("at", "2026-11-21", PAGE, "--from", package, "-C", tmp_path)
    assert alone.stdout == said.stdout
    page = package / "data" / "site" / "20261120T120000" / PAGE
    page.chmod(0o644)
    page.write_text("别的", "utf-8")
    spoilt = gongshi("archive", "verify", package)
    assert "被改过或者损坏了" in gongshi("at", "2026-11-21", "", *place).stdout
    assert (spoilt.exit_code, page.relative_to(package).as_posix() in spoilt.stdout) == (1, True)


def test_mistakes_in_typing_are_told(tmp_path: Path) -> None:
    """Without anything there is help; without a period, and with one that is none, it is said what is missing."""
    assert "用法：gongshi archive" in gongshi("archive").output
    missing = gongshi("archive", "-C", tmp_path)
    assert (missing.exit_code, "少写了 --period" in missing.output) == (2, True)
    odd = gongshi("archive", "--period", "去年", "-C", tmp_path)
    assert odd.exit_code == 2
    assert "期次" in odd.output
    unknown = gongshi("archive", "nothing")
    assert (unknown.exit_code, "没有 nothing 这个命令" in unknown.output) == (2, True)
