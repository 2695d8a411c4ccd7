"""stray_files: a register in a project is found by its ending or its columns, and nothing else is taken for one."""

import os
from pathlib import Path

import pytest

from generator.content.stray_files import heads_a_register, is_register, stray_registers

HEADER = "序号,姓名,身份证号码,联系电话,受理日期\n"


def project(folder: Path, *names: str, text: str = HEADER) -> Path:
    """A project with content and these files."""
    for name in ("content/site.yml", *names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder


def strays(folder: Path) -> list[str]:
    """What is found in a project."""
    return list(stray_registers(folder, folder / "content"))


@pytest.mark.parametrize(
    "name",
    [
        "台账.xlsx",
        "台账.XLS",
        "a.xlsm",
        "a.ods",
        "a.et",
        "台账.xlsx.bak",
        "台账.xls~",
        "名单.csv",
        "a.txt",
        "a.TSV",
        "表/台账.xlsx",
        "表/a.csv",
    ],
)
def test_register_at_the_root_or_in_a_folder_is_found(tmp_path: Path, name: str) -> None:
    """Spreadsheets by their ending, also of a kept copy; tables by their columns."""
    assert strays(project(tmp_path, name)) == [name]


@pytest.mark.parametrize(
    "name",
    ["content/results/2026-Q3.csv", "content/a.csv", ".cache/a.xlsx", "node_modules/a.xlsx", "~$台账.xlsx", ".~lock.台账.xlsx#", "a/b/c.xlsx", "说明.docx", "a.xlsx.md"],
)  # fmt: skip
def test_what_is_no_register_or_out_of_reach_is_left_alone(tmp_path: Path, name: str) -> None:
    """The content has its own rules; hidden folders, libraries and the locks of open files hold none."""
    assert strays(project(tmp_path, name)) == []


@pytest.mark.parametrize("mark", ["site/gongshi-manifest.json", "environment/pyvenv.cfg"])
def test_published_sites_and_installed_programs_are_left_alone(tmp_path: Path, mark: str) -> None:
    """Whatever they are called."""
    folder = mark.partition("/")[0]
    assert strays(project(tmp_path, mark, f"{folder}/a.csv")) == []


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_table_is_read_in_every_encoding_of_spreadsheets(tmp_path: Path, encoding: str) -> None:
    """As Excel and WPS write them."""
    path = tmp_path / "a.csv"
    path.write_bytes(f"乌有镇登记表\n{HEADER.replace(',', chr(9))}".encode(encoding))

    assert is_register(path)


@pytest.mark.parametrize(
    ("text", "is_one"),
    [
        ("收件编号;事项;申请人", True),
        ("申请人（签字）\t受理日期\t办理结果", True),
        ('"收 件 编 号","姓名","备注"', True),
        ("姓名,身份证号", False),
        ("名称,地址,联系电话", False),
        ("窗口,地址,联系电话,备注", False),
        ("query,expected", False),
        ("今天受理，明天办结，申请人自取。", False),
        ("", False),
    ],
)
def test_register_is_known_by_its_columns(text: str, is_one: bool) -> None:
    """Three known names, two of them of a case; a list of addresses and a sentence are none."""
    assert heads_a_register(text) is is_one


def test_pipes_and_links_are_not_opened(tmp_path: Path) -> None:
    """A look at a project never waits for anybody."""
    project(tmp_path)
    os.mkfifo(tmp_path / "a.csv")
    (tmp_path / "b.csv").symlink_to(tmp_path / "a.csv")

    assert strays(tmp_path) == []


def test_project_whose_content_is_its_own_folder_is_looked_at_once(tmp_path: Path) -> None:
    """What lies there is told as content."""
    assert list(stray_registers(project(tmp_path, "a.xlsx"), tmp_path)) == []
