"""The wheel, by itself in an environment that holds nothing else, does what the README promises.

The libraries come from the package index, by the lock and its hashes, as on a new computer; pip takes from its cache
what it has fetched before. Without an index the test fails, and does not pass untested.
"""

import os
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

import pytest
from project_builder import replace_example

import generator
from generator.site.templates import compile_templates

ROOT = Path(__file__).parent.parent
NO_FONTS = """
from generator.cli import main
from generator.posters import fonts

fonts._wheel_folder = lambda: ()
fonts.system_folders = lambda *_: ()
main()
"""
"""``gongshi`` on a computer without a Chinese typeface."""


def run(*command: str | Path, cwd: Path, code: int = 0, **changes: str) -> str:
    """What a command prints, outputs and errors together; it sees nothing of this checkout or of its settings."""
    hidden = ("PYTHON", "COVERAGE", "VIRTUAL_ENV", "PYTEST")
    env = {name: value for name, value in os.environ.items() if not name.startswith(hidden)}
    done = subprocess.run(
        [str(part) for part in command],
        cwd=cwd,
        env={**env, "PYTHONIOENCODING": "utf-8", "COLUMNS": "120", **changes},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        timeout=600,
        check=False,
    )
    assert done.returncode == code, f"{command} ended with {done.returncode}:\n{done.stdout}"
    return done.stdout


def build_wheel(folder: Path) -> Path:
    """Build the wheel of this checkout, without a network."""
    run(sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", folder, cwd=ROOT)
    (wheel,) = folder.glob("gongshi-*.whl")
    return wheel


def compiled_pages(folder: Path) -> set[str]:
    """The names that the compiled templates of this checkout have in a wheel."""
    folders = [ROOT / "site_templates" / name for name in ("pages", "wechat")]
    for templates in folders:
        compile_templates(templates, folder / "generator" / "compiled_pages")
    found = {path.relative_to(folder).as_posix() for path in (folder / "generator").rglob("*.py")}
    assert len(found) == sum(len(list(templates.glob("*.html"))) for templates in folders)
    return found


def empty_environment(folder: Path, wheel: Path) -> Path:
    """An environment with the locked libraries and ``wheel``; returns the folder of its programs.

    The wheel itself is installed without an index, so that the libraries of the lock have to be all that it asks for.
    """
    run(sys.executable, "-m", "venv", folder, cwd=folder.parent)
    programs = Path(sysconfig.get_path("scripts", "venv", {"base": str(folder), "installed_base": str(folder)}))
    pip = (programs / "python", "-m", "pip", "install", "--quiet", "--no-compile", "--disable-pip-version-check")
    run(*pip, "--no-deps", "--require-hashes", "-r", ROOT / "requirements.lock", cwd=folder)
    run(*pip, "--no-index", wheel, cwd=folder, PIP_FIND_LINKS="", PIP_CONFIG_FILE=os.devnull)
    return programs


def test_tests_run_the_code_of_this_checkout(tmp_path: Path) -> None:
    """Here and in the processes that tests start, whatever copy is installed, the code is that of this folder."""
    child = subprocess.run(
        [sys.executable, "-c", "import generator; print(generator.__file__)"],
        cwd=tmp_path,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert Path(generator.__file__).parent == ROOT / "generator"
    assert Path(child.stdout.strip()).parent == ROOT / "generator"


def test_wheel_holds_the_program_and_nothing_else(tmp_path: Path) -> None:
    """Code, templates, types and licences are in the wheel; tests, tools and anybody's content are not."""
    with zipfile.ZipFile(build_wheel(tmp_path)) as wheel:
        names = set(wheel.namelist())

    code = {path.relative_to(ROOT).as_posix() for path in (ROOT / "generator").rglob("*.py")}
    compiled = {name for name in names if name.startswith("generator/compiled_pages/")}
    templates = {path.relative_to(ROOT) for path in (ROOT / "site_templates").rglob("*") if path.is_file()}
    about = {name for name in names if ".dist-info/" in name}
    assert names - about == {
        *code,
        "generator/py.typed",
        "generator/texts/synonyms.csv",
        *(f"generator/{path.as_posix()}" for path in templates),
        *compiled,
    }
    assert compiled == compiled_pages(tmp_path)
    assert {Path(name).name for name in about} >= {"METADATA", "RECORD", "entry_points.txt", "LICENSE"}


@pytest.mark.slow
def test_wheel_alone_builds_a_site_with_posters(tmp_path: Path) -> None:
    """``init``, ``check`` and ``build`` work outside the checkout, and no typeface is one line that says what to do."""
    wheel = build_wheel(tmp_path / "wheel")
    programs = empty_environment(tmp_path / "environment", wheel)
    gongshi, python = programs / "gongshi", programs / "python"
    hall = tmp_path / "大厅"

    where = run(python, "-c", "import generator; print(generator.__file__)", cwd=tmp_path)
    assert Path(where.strip()).is_relative_to(tmp_path / "environment")

    run(gongshi, "init", hall, cwd=tmp_path)
    assert (hall / "schemas" / "service.schema.json").is_file()
    assert "[starter/blank]" in run(gongshi, "check", cwd=hall, code=1)
    replace_example(hall)
    run(gongshi, "check", cwd=hall)

    told = run(python, "-c", NO_FONTS, "build", cwd=hall, code=2)
    (line,) = [line for line in told.splitlines() if "字体" in line]
    assert line.startswith("找不到印海报用的简体中文字体。请运行：pip install --no-deps mpl-font")
    assert "Traceback" not in told

    run(gongshi, "build", cwd=hall)
    assert "便民" in (hall / "site" / "index.html").read_text("utf-8")
    posters = list((hall / "site").rglob("*.pdf"))
    assert posters
    assert all(poster.read_bytes().startswith(b"%PDF-") for poster in posters)

    fonts = run(python, "-c", "from generator.posters.fonts import find_fonts; print(find_fonts())", cwd=tmp_path)
    assert Path(fonts.strip()).is_relative_to(tmp_path / "environment")
