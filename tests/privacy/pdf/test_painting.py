"""pdf.painting: forms that paint each other without end or too often are refused before a viewer begins."""

import pytest
from pdf_builder import page, shown, stream

from generator.privacy.finding import Unreadable
from generator.privacy.passages import passages
from generator.privacy.pdf import painting

FORM = b"/Type/XObject/Subtype/Form/BBox[0 0 99 99]"
PAINTS = b"/XObject<</X %d 0 R>>"
LEAF = stream(shown(b"(ok)"), FORM + b"/Resources<</Font<</F 5 0 R>>>>")


def form(content: bytes, painted: int, keys: bytes = b"") -> bytes:
    """A form that knows another one by the name X."""
    return stream(content, FORM + keys + b"/Resources<<" + PAINTS % painted + b">>")


def chain(levels: int, content: bytes = b"/X Do ", keys: bytes = b"") -> bytes:
    """A page that paints a form that paints a form, and so on; the last one shows a text."""
    forms = [form(content, 7 + level, keys) for level in range(levels - 1)]
    return page(b"/X Do", *forms, LEAF, resources=PAINTS % 6)


@pytest.mark.parametrize(
    "data",
    [
        page(b"/X Do", form(b"/X Do", 6), resources=PAINTS % 6),
        page(b"/X Do", form(b"/X Do", 7), form(b"/X Do", 6), resources=PAINTS % 6),
        page(b"", form(b"/X Do", 6)),
        page(b"/X Do", stream(b"/X Do", FORM), resources=PAINTS % 6),
        chain(22),
        chain(6, b"/X Do " * 100),
        chain(6, b"/#58 % as often\n Do " * 100),
        chain(6, b"/X Do " * 100, b"/Width 1/Height 1"),
        chain(6, b"/X Do " * 100, b"/Length1 9"),
        page(b"/X Do", form(b"", 7, b"/Filter/LZWDecode"), LEAF, resources=PAINTS % 6),
        page(b"/X Do", form(b"", 7, b"/DecodeParms<</Predictor 12>>"), LEAF, resources=PAINTS % 6),
        page(b"/X Do", form(b"/X Do " * 10_000, 7), stream(b" " * 10_000, FORM), resources=PAINTS % 6),
    ],
    ids=["itself", "each other", "painted by no page", "itself by the names of its page", "too deep", "too often",
         "by another spelling", "said to be a picture", "said to be a font", "packed unknown", "rows unknown", "bytes"],
)  # fmt: skip
def test_endless_painting_is_refused(data: bytes) -> None:
    """However the forms name each other, and whatever they say that they are."""
    with pytest.raises(Unreadable, match=r"paints too much|unknown way"):
        list(passages("x.pdf", data))


@pytest.mark.parametrize(
    "data",
    [
        chain(10),
        page(b"/X Do " * 500, LEAF, resources=PAINTS % 6),
        page(b"/X Do", form(b"/X Do", 7), LEAF, resources=PAINTS % 6),
        page(b"/Gone Do", LEAF, resources=PAINTS % 6),
        page(b"/X Do", form(b"/X Do", 99), resources=PAINTS % 6),
    ],
    ids=["levels", "a sign shown often", "the same name", "no such name", "no such form"],
)
def test_ordinary_forms_are_read(data: bytes) -> None:
    """A form is painted on every page, others have inner forms, and each calls them by the names of its own."""
    assert any(passage.text for passage in passages("x.pdf", data))


def test_all_pages_together_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    """A file whose pages paint little each, but too much together, is refused."""
    monkeypatch.setattr(painting, "MAX_PAINTED_ALL", 500)
    with pytest.raises(Unreadable, match="paints too much"):
        list(passages("x.pdf", chain(4)))
