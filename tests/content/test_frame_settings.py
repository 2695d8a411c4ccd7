"""What MkDocs and its theme need is told by gongshi, in Chinese, with the line and what to write instead."""

from pathlib import Path

import pytest

from generator.content.project import BadSettings, open_project

SOUND = """\
site_name: 大厅
docs_dir: content/pages
theme:
  name: material
plugins:
  - gongshi
"""


def folder_lost(name: str) -> str:
    return (
        f"项目里没有“{name}”这个文件夹（docs_dir）。请写已有的文件夹，从 mkdocs.yml 所在的文件夹写起。"
        "请写：docs_dir: content/pages"
    )


MISTAKES = {
    "folder that is not there": ("content/pages", "content/page", f"2:11 [project/no-folder] {folder_lost('content/page')}"),
    "folder that is a file": ("content/pages", "mkdocs.yml", f"2:11 [project/no-folder] {folder_lost('mkdocs.yml')}"),
    "no folder, and none of MkDocs' name": ("docs_dir: content/pages\n", "", f"1:1 [project/no-folder] {folder_lost('docs')}"),
    "the project itself": (
        "content/pages", ".",
        "2:11 [project/docs-around] docs_dir 不能是项目文件夹本身，也不能是它上面的文件夹。请写：docs_dir: content/pages",
    ),
    "misspelt theme": (
        "name: material", "name: Materail", "4:9 [project/theme] 没有“Materail”这个主题，网页是按 material 做的。请写：name: material",
    ),
    "theme without a name": ("name: material", "logo: x.png", "3:1 [project/theme-name] theme 下面没有写 name（主题的名字）。请写：name: material"),
    "misspelt setting": (
        "docs_dir: content/pages", "doc-dir: content/pages",
        f"1:1 [project/no-folder] {folder_lost('docs')}\n"
        "mkdocs.yml:2:1 [project/setting] 没有 doc-dir 这个设置，写了不起作用。请写：docs_dir: content/pages",
    ),
    "misspelt group": (
        "theme:\n", "themes:\n", "3:1 [project/setting] 没有 themes 这个设置，写了不起作用。请写：theme:",
    ),
    "no name": (
        "site_name: 大厅\n", "",
        "1:1 [project/site-name] 没有写 site_name（网站的名称），或者写的不是一段文字。请写：site_name: 大厅名称",
    ),
    "name that is a list": (
        "site_name: 大厅", "site_name: [大厅]",
        "1:12 [project/site-name] 没有写 site_name（网站的名称），或者写的不是一段文字。请写：site_name: 大厅名称",
    ),
}  # fmt: skip


def told(folder: Path, text: str) -> list[str]:
    (folder / "content/pages").mkdir(parents=True)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    try:
        open_project(folder)
    except BadSettings as error:
        return [str(problem) for problem in error.problems]
    return []


@pytest.mark.parametrize(("old", "new", "expected"), MISTAKES.values(), ids=MISTAKES)
def test_mistake_is_told_with_line_and_remedy(tmp_path: Path, old: str, new: str, expected: str) -> None:
    """Each is told before MkDocs runs."""
    assert old in SOUND
    assert told(tmp_path, SOUND.replace(old, new)) == f"mkdocs.yml:{expected}".split("\n")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("", ""),
        ("docs_dir: content/pages", "docs_dir: ./content//pages/"),
        ("name: material", "name: materialx"),
        ("name: material", "name: a-theme-of-our-own\n  language: en"),
        ("name: material", "name: material\n  custom_dir: overrides"),
        ("theme:\n  name: material", "theme: readthedocs\nmy_setting: 1\ncolour: 2"),
    ],
)
def test_sound_settings_are_let_pass(tmp_path: Path, old: str, new: str) -> None:
    """Another theme, overridden templates and settings of one's own are nobody's mistake."""
    assert told(tmp_path, SOUND.replace(old, new)) == []
