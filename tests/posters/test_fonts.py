"""Where the typeface of the posters is found."""

import sys
from pathlib import Path

import pytest

from generator.posters import fonts
from generator.posters.fonts import FACES, FontsMissing, faces_in, find_fonts, font_files, system_folders


def face(folder: Path, name: str = "NotoSansCJKsc-Regular.otf") -> Path:
    """A folder that holds one (empty) font file of this name."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(b"")
    return folder


def test_configured_folder_comes_first(tmp_path: Path) -> None:
    """A configured folder with a known face wins over the installed wheel."""
    assert find_fonts(face(tmp_path / "mine")) == tmp_path / "mine"


def test_configured_folder_without_a_face_is_an_error(tmp_path: Path) -> None:
    """A configured folder without a Chinese face is reported by name, not replaced by another folder."""
    face(tmp_path, "DejaVuSans.ttf")
    with pytest.raises(FontsMissing) as error:
        find_fonts(tmp_path)
    assert str(error.value).startswith(
        f"字体文件夹里没有简体中文字体：{tmp_path}。请运行：pip install --no-deps mpl-font"
    )


def test_configured_folder_that_does_not_exist_is_an_error(tmp_path: Path) -> None:
    """A configured folder that does not exist is an error."""
    with pytest.raises(FontsMissing):
        find_fonts(tmp_path / "absent")


def test_wheel_is_found_without_importing_it() -> None:
    """The wheel mpl-font serves its Noto folder, and the package (which prints and patches) is not imported."""
    sys.modules.pop("mpl_font", None)
    folder = find_fonts()
    assert folder.parts[-3:] == ("mpl_font", "fonts", "noto")
    assert "mpl_font" not in sys.modules


def test_system_folder_serves_without_the_wheel(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the wheel the first system folder with a known face is used."""
    folders = (tmp_path / "empty", face(tmp_path / "windows", "MSYH.TTC"), face(tmp_path / "later"))
    monkeypatch.setattr(fonts.importlib.util, "find_spec", lambda *_: None)
    monkeypatch.setattr(fonts, "system_folders", lambda *_: folders)
    assert find_fonts() == tmp_path / "windows"


def test_no_face_anywhere_says_what_to_install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When nothing is found the message names the package to install."""
    monkeypatch.setattr(fonts.importlib.util, "find_spec", lambda *_: None)
    monkeypatch.setattr(fonts, "system_folders", lambda *_: (tmp_path,))
    with pytest.raises(FontsMissing, match=r"找不到印海报用的简体中文字体。请运行：pip install --no-deps mpl-font"):
        find_fonts()


@pytest.mark.parametrize(
    ("platform", "expected"),
    [
        ("linux", "/usr/share/fonts/opentype/noto"),
        ("darwin", "/System/Library/Fonts"),
        ("win32", "C:/Windows/Fonts"),
    ],
)
def test_each_system_has_its_folders(platform: str, expected: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Linux, macOS and Windows are each searched where they keep fonts."""
    monkeypatch.delenv("WINDIR", raising=False)
    assert Path(expected) in system_folders(platform, Path("/home/somebody"))


def test_best_face_comes_first(tmp_path: Path) -> None:
    """Of several faces in a folder Noto Sans CJK SC is named first, and WenQuanYi is not a face for posters."""
    for name in ("simhei.ttf", "wqy-microhei.ttc", "NotoSansCJKsc-Bold.otf", "NotoSansCJK-Regular.ttc"):
        face(tmp_path, name)
    found = faces_in(tmp_path)
    assert list(found) == ["Noto Sans CJK SC", "SimHei"]
    assert [path.name for path in found["Noto Sans CJK SC"]] == ["NotoSansCJK-Regular.ttc", "NotoSansCJKsc-Bold.otf"]
    assert not any("WenQuanYi" in family for family in FACES)


@pytest.mark.parametrize("name", ["NotoSerifCJK-Regular.ttc", "NotoSerifTibetan-Regular.ttf"])
def test_a_face_that_is_installed_later_counts(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Faces with serifs and for further scripts, of which sheets are made again, are those that the press uses."""
    monkeypatch.setattr(fonts, "system_folders", lambda *_: (tmp_path / "system",))
    before = font_files(face(tmp_path / "mine"))
    face(tmp_path / "system", name)

    assert font_files(tmp_path / "mine") == [*before, (name, 0)]
