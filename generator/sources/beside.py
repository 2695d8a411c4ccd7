"""Collects what stands beside the text of a document, with the place at which it was found."""

from generator.sources.document import Aside, AsideKind


class Beside:
    """``place`` is where the reader is: the number of the paragraph, 0 for what belongs to the whole document."""

    def __init__(self) -> None:
        self.place = 0
        self.found: list[Aside] = []
        self._open: tuple[AsideKind, int, int] | None = None

    def add(self, kind: AsideKind, text: str) -> None:
        """Note ``text``; without a visible character it is left out, except for a picture without description."""
        self._open = None
        if text.strip() or kind == "picture":
            self.found.append(Aside(kind, text.strip(), self.place))

    def add_change(self, kind: AsideKind, text: str, line: list[str], since: int) -> None:
        """Note a tracked change that began behind ``since`` pieces of ``line``.

        A change that follows one of its kind without text between them belongs to it: word processors cut a change
        wherever the format differs.
        """
        if not text.strip():
            return
        if self._open == (kind, id(line), since):
            self.found[-1] = Aside(kind, self.found[-1].text + text, self.place)
        else:
            self.found.append(Aside(kind, text, self.place))
        self._open = kind, id(line), len(line)

    def new_paragraph(self) -> None:
        """A change does not go on into the next paragraph."""
        self._open = None
