"""Finds the folder with the fonts of the posters.

Looked up in this order: the configured folder, the installed wheel ``mpl-font``, the system's font folders.
A folder counts when a file of a known Simplified Chinese face lies directly in it; no file is opened. The posters
are designed with Noto Sans CJK SC; the other faces in ``FACES`` look similar and are used in its place.
"""

import importlib.util
import os
import re
import sys
from collections.abc import Iterable
from fnmatch import fnmatch
from pathlib import Path

from generator.system.failures import Failure
from generator.texts.posters import FAILURES

FACES: dict[str, tuple[str, ...]] = {
    "Noto Sans CJK SC": ("NotoSansCJKsc-*.otf", "NotoSansCJK-*.ttc", "NotoSansCJK*.ttc"),
    "Noto Sans SC": ("NotoSansSC-*.otf", "NotoSansSC-*.ttf"),
    "Source Han Sans SC": ("SourceHanSansSC-*.otf", "SourceHanSans.ttc", "SourceHanSans-*.ttc"),
    "Source Han Sans CN": ("SourceHanSansCN-*.otf",),
    "Microsoft YaHei": ("msyh.ttc", "msyh.ttf"),
    "PingFang SC": ("PingFang.ttc",),
    "SimHei": ("simhei.ttf",),
}
"""Family name inside the font -> patterns of its file names (case ignored), best face first."""

SERIF_FACES: dict[str, tuple[str, ...]] = {
    "Noto Serif CJK SC": ("NotoSerifCJKsc-*.otf", "NotoSerifCJK-*.ttc", "NotoSerifCJK*.ttc"),
    "Noto Serif SC": ("NotoSerifSC-*.otf", "NotoSerifSC-*.ttf"),
    "Source Han Serif SC": ("SourceHanSerifSC-*.otf", "SourceHanSerif.ttc", "SourceHanSerif-*.ttc"),
    "Source Han Serif CN": ("SourceHanSerifCN-*.otf",),
}
"""The same of faces with serifs, for official documents: free, and looked after. The standard asks for others
(仿宋, 小标宋), which have no free version in all weights."""

FURTHER: dict[str, tuple[str, ...]] = {
    "Noto Sans": ("NotoSans-Regular.ttf",),
    "Noto Serif Tibetan": ("NotoSerifTibetan-*.ttf",),
    "Noto Sans Arabic": ("NotoSansArabic-*.ttf",),
    "Noto Sans Mongolian": ("NotoSansMongolian-*.ttf",),
    "Noto Sans Yi": ("NotoSansYi-*.ttf",),
    "Noto Sans Tai Le": ("NotoSansTaiLe-*.ttf",),
    "Noto Sans New Tai Lue": ("NotoSansNewTaiLue-*.ttf",),
    "Noto Sans NewTaiLue": ("NotoSansNewTaiLue-*.ttf",),
    "Noto Sans Tai Tham": ("NotoSansTaiTham-*.ttf",),
    "Noto Sans Symbols 2": ("NotoSansSymbols2-*.ttf",),
    "Noto Sans Symbols2": ("NotoSansSymbols2-*.ttf",),
    "DejaVu Sans Mono": ("DejaVuSansMono.ttf",),
}
"""Family -> patterns of its files, for scripts and signs that Simplified Chinese faces lack: Tibetan, Uyghur,
Mongolian, Yi, Dai, and boxes with ticks. Where a system has them they help out; the last comes with typst."""


FURTHER_SIGNS = re.compile(
    "[\u0100-\u02ff\u0600-\u06ff\u0750-\u077f\u0f00-\u0fff\u1800-\u18af\u1950-\u19df\u1a20-\u1aaf\u1e00-\u1eff\u2070-\u209f\u2600-\u27bf"
    "\ua000-\ua4cf\ufb50-\ufdff\ufe70-\ufeff]"
)
"""Of scripts and signs that Simplified Chinese faces lack or have only some of."""


class FontsMissing(Failure):
    """No folder holds a Simplified Chinese face; the message says what to install."""


def find_fonts(configured: Path | None = None) -> Path:
    """The folder whose Simplified Chinese face the posters use.

    Raises ``FontsMissing`` when there is none, and when ``configured`` is given but holds none: a folder that
    somebody chose is never silently replaced by another.
    """
    if configured is not None:
        if faces_in(configured):
            return configured
        raise FontsMissing(FAILURES["no_face"].format(folder=configured) + FAILURES["get_fonts"])
    folders = (*_wheel_folder(), *system_folders(sys.platform, Path.home()))
    for folder in folders:
        if faces_in(folder):
            return folder
    raise FontsMissing(FAILURES["no_fonts"] + FAILURES["get_fonts"])


def find_serifs() -> Path | None:
    """The first folder of the system with a face with serifs; None where there is none."""
    folders = system_folders(sys.platform, Path.home())
    return next((folder for folder in folders if faces_in(folder, SERIF_FACES)), None)


def faces_in(folder: Path, faces: dict[str, tuple[str, ...]] = FACES) -> dict[str, tuple[Path, ...]]:
    """Mapping family -> its files lying directly in ``folder``, best face first; families without files are absent."""
    if not folder.is_dir():
        return {}
    files = sorted(path for path in folder.iterdir() if path.is_file())
    found = {family: tuple(path for path in files if _is_one_of(path.name, faces[family])) for family in faces}
    return {family: paths for family, paths in found.items() if paths}


def further_folders(folders: Iterable[Path]) -> tuple[Path, ...]:
    """Those of ``folders``, and of the folders right below them, in which a face of ``FURTHER`` lies."""
    below = (inner for folder in folders if folder.is_dir() for inner in (folder, *sorted(folder.iterdir())))
    patterns = [pattern for found in FURTHER.values() for pattern in found]
    return tuple(inner for inner in below if inner.is_dir() and any(any(inner.glob(pattern)) for pattern in patterns))


def font_files(fonts: Path) -> list[tuple[str, int]]:
    """Name and size of every file of a typeface that sheets are set in: those in ``fonts``, and all that help out."""
    serifs = find_serifs()
    further = further_folders(system_folders(sys.platform, Path.home()))
    found = [
        faces_in(fonts),
        *([faces_in(serifs, SERIF_FACES)] if serifs else []),
        *(faces_in(folder, FURTHER) for folder in further),
    ]
    paths = dict.fromkeys(path for faces in found for files in faces.values() for path in files)
    return [(path.name, path.stat().st_size) for path in paths]


def system_folders(platform: str, home: Path) -> tuple[Path, ...]:
    """Where a system of this kind (``sys.platform``) keeps fonts, the user's own folders first."""
    if platform == "win32":
        local = Path(os.environ.get("LOCALAPPDATA", home / "AppData/Local"))
        return (local / "Microsoft/Windows/Fonts", Path(os.environ.get("WINDIR", "C:/Windows")) / "Fonts")
    if platform == "darwin":
        return (home / "Library/Fonts", Path("/Library/Fonts"), Path("/System/Library/Fonts"))
    shared = Path("/usr/share/fonts")
    return (
        home / ".local/share/fonts",
        home / ".fonts",
        Path("/usr/local/share/fonts"),
        shared / "truetype",
        shared / "google-noto",
        shared / "opentype/noto",
        shared / "noto-cjk",
        shared / "google-noto-sans-cjk-fonts",
        shared / "google-noto-cjk",
        shared / "opentype/source-han-sans",
        shared / "adobe-source-han-sans",
    )


def _wheel_folder() -> tuple[Path, ...]:
    spec = importlib.util.find_spec("mpl_font")
    if spec is None or spec.origin is None:
        return ()
    return (Path(spec.origin).parent / "fonts" / "noto",)


def _is_one_of(name: str, patterns: tuple[str, ...]) -> bool:
    return any(fnmatch(name.lower(), pattern.lower()) for pattern in patterns)
