"""The names of WordprocessingML, as lxml spells them, and how an attribute is read."""

from lxml.etree import _Element

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
RELATIONSHIP = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_OFF = ("0", "false", "off", "none")


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return _W + name


def value(element: _Element | None, name: str = "val") -> str | None:
    """An attribute of WordprocessingML; None without it, or without the element."""
    return None if element is None else element.get(_W + name)


def number(element: _Element | None, name: str = "val") -> int | None:
    """An attribute that is a whole number; None where it is missing or none."""
    text = value(element, name) or ""
    return int(text) if text.lstrip("-").isdecimal() and len(text) < 10 and text.count("-") <= 1 else None


def child(element: _Element | None, *names: str) -> _Element | None:
    """The first element below ``element`` on the path of ``names``; None where there is none."""
    for name in names:
        element = None if element is None else element.find(_W + name)
    return element


def is_on(element: _Element | None) -> bool | None:
    """Whether a switch such as w:vanish is on; None where it is not set at all."""
    return None if element is None else (value(element) or "1") not in _OFF
