"""An engine that renders plain frames in a moment, so that a test of builds need not start MkDocs.

It follows the seam that ``site.frame`` describes and nothing else: a shell for each address and kind, a page for wrong
addresses, one style sheet, and the prose. Links and pictures of Markdown are turned into HTML, HTML stays as it is.
"""

import re
from dataclasses import dataclass
from hashlib import sha256
from html import escape
from pathlib import Path

from generator.content.prose import is_prose
from generator.site import addresses
from generator.site.frame import Frame, FrameSource, shell_sources
from generator.site.shells import slot

STYLE = "assets/style.css"
_PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]*)\)")
_LINK = re.compile(r"\[([^]]*)\]\(([^)]*)\)")
_TITLE = re.compile(r"^# (.+)$", re.MULTILINE)


@dataclass
class FakeEngine:
    """Renders frames. Without a ``version`` nobody can foresee what it renders.

    ``version`` is part of every page, and so is everything that mkdocs.yml says. A build renders in another process,
    so each frame becomes a line in the file ``log``, if one is given.
    """

    version: str | None = "1"
    log: Path | None = None

    @property
    def rendered(self) -> int:
        """How many frames were rendered."""
        assert self.log is not None
        return len(self.log.read_text("utf-8").splitlines()) if self.log.exists() else 0

    def fingerprint(self, settings: Path) -> str | None:
        """A digest of the version and of mkdocs.yml."""
        return None if self.version is None else f"fake {self.version} {_digest(settings)}"

    def render(self, source: FrameSource, folder: Path) -> Frame:
        """Render ``source``, and write the files of the frame into ``folder`` as an engine does."""
        if self.log:
            with self.log.open("a", encoding="utf-8") as stream:
                stream.write("rendered\n")
        written = {path: source.prose / path for path in _prose_below(source.prose)}
        pages = {path: _Prose.read(path, file) for path, file in written.items() if path.endswith(".md")}
        prose = tuple((page.title, page.address) for page in pages.values())
        files = {path: file.read_bytes() for path, file in written.items() if path not in pages}
        files[STYLE] = b"main { max-width: 40em }\n"
        files |= {
            f"{p.address}index.html": self._page(source, prose, p.address, p.title, p.body) for p in pages.values()
        }
        files["404.html"] = self._page(source, prose, None, "404", "<p>没有找到这个页面</p>")
        for address, data in files.items():
            (folder / address).parent.mkdir(parents=True, exist_ok=True)
            (folder / address).write_bytes(data)
        return Frame({key: self._shell(source, prose, key) for key in shell_sources()}, prose, files)

    def _shell(self, source: FrameSource, prose: tuple[tuple[str, str], ...], key: str) -> str:
        address = f"{key[:-1]}{slot('id')}/" if key.endswith("*") else key
        return self._page(source, prose, address, slot("title"), slot("body")).decode()

    def _page(
        self, source: FrameSource, prose: tuple[tuple[str, str], ...], address: str | None, title: str, body: str
    ) -> bytes:
        """A page that shows everything an engine is given; one without an ``address`` of its own leads to the host."""
        settings = source.settings.read_text("utf-8")
        found = re.search(r"^site_url: *(\S+)$", settings, re.MULTILINE)
        site_url = found[1].rstrip("/") + "/" if found else None
        path = "/" + site_url.split("//", 1)[1].partition("/")[2] if site_url else "/"
        root = path if address is None else addresses.root_from(address) or "./"
        given = source.variables(prose)
        lines = [
            "<!doctype html>",
            f'<html lang="zh"><head><meta charset="utf-8"><title>{title} - {slot("site")}</title>',
            f'<meta name="description" content="{slot("description")}">' if body == slot("body") else "",
            f'<link rel="canonical" href="{site_url}{address}">' if site_url and address is not None else "",
            f'<link rel="stylesheet" href="{root}{STYLE}"></head>',
            f'<body data-engine="{self.version} {_digest(source.settings)}">',
            *(f"<p>{escape(problem)}</p>" for problem in source.problems),
            *(f'<nav><a href="{root}{link}">{escape(name)}</a></nav>' for name, link in prose),
            f"<main>{body}</main>",
            f"<footer>{given['organisation']} {given['address']} {given['complaint']}</footer></body></html>",
        ]
        return "\n".join(lines).encode()


@dataclass(frozen=True)
class _Prose:
    title: str
    address: str
    body: str

    @classmethod
    def read(cls, path: str, file: Path) -> "_Prose":
        text = file.read_text("utf-8")
        title = _TITLE.search(text)
        body = _LINK.sub(r'<a href="\2">\1</a>', _PICTURE.sub(r'<img alt="\1" src="\2">', _TITLE.sub("", text)))
        return cls(title[1] if title else path, f"{path.removesuffix('.md')}/", body)


def _prose_below(folder: Path) -> list[str]:
    paths = (path for path in folder.rglob("*") if path.is_file() and not path.is_symlink())
    return sorted(path for path in (path.relative_to(folder).as_posix() for path in paths) if is_prose(path))


def _digest(path: Path) -> str:
    return sha256(path.read_bytes()).hexdigest()[:16]
