"""What a page says, without its tags: for a terminal, and the title for a catalogue."""

import re
from html.parser import HTMLParser

_SILENT = frozenset({"script", "style", "template", "svg", "noscript", "head"})
_LINES = frozenset(
    {
        "p", "div", "li", "tr", "h1", "h2", "h3", "h4", "section", "article", "header", "footer", "nav", "main", "dt",
        "dd", "br", "table", "ul", "ol", "form", "details", "summary", "body",
    }
)  # fmt: skip
_TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)
_ARTICLE = re.compile(r"<article\b.*?</article>", re.DOTALL)
_MAIN = re.compile(r"<main\b.*?</main>", re.DOTALL)


def page_title(html: str) -> str:
    """The title of a page; "" where it has none."""
    found = _TITLE.search(html)
    return " ".join(text_of(found[1]).split()) if found else ""


def main_text(html: str) -> str:
    """The text of what a page itself says, without the frame around it."""
    found = _ARTICLE.search(html) or _MAIN.search(html)
    return text_of(found[0] if found else html)


def text_of(html: str) -> str:
    """The text of a page, a paragraph a line."""
    reader = _Reader()
    reader.feed(html)
    reader.close()
    lines = (" ".join(line.split()) for line in "".join(reader.parts).split("\n"))
    return "\n".join(line for line in lines if line)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.parts: list[str] = []
        self._silent = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002  # As the library calls it.
        if not self._silent and tag in _SILENT:
            self._silent = tag
        self.parts.append("\n" if tag in _LINES else " " if tag in ("td", "th") else "")

    def handle_endtag(self, tag: str) -> None:
        if tag == self._silent:
            self._silent = ""
        self.parts.append("\n" if tag in _LINES else "")

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.parts.append(re.sub(r"\s+", " ", data))
