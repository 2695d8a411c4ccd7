"""The address of a site (``site_url``): what it must be made of, and how one that was typed wrong is meant.

Posters carry it as a QR code, and every page is found below it, so an address that only looks like one is refused.
"""

import ipaddress
import re
import unicodedata
from dataclasses import dataclass
from urllib.parse import SplitResult, urlsplit, urlunsplit

from generator.content.problems import excerpt
from generator.texts.checks import SAMPLE_ADDRESS

_UNFIT_FOR_ADDRESSES = re.compile(r"[\s\x00-\x1f\x7f\\<>\"`{}|^，。：／]|%(?![0-9A-Fa-f]{2})")
_SAMPLES = re.compile(r"(?:^|\.)example\.(?:com|org|net)$|您的|你的")
"""Hosts that stand in an example; those that end in .example are towns of demonstrations and tests."""
_OF_THIS_COMPUTER = re.compile(r"(?:.*\.)?localhost|127(?:\.[0-9]+){3}|0\.0\.0\.0|::1?")
_LABEL = re.compile(r"[^\W_](?:[\w-]{0,61}[^\W_])?")
_SCHEME = re.compile(r"\s*(?:h?t?tps?\s*:?\s*[/\\]+\s*|https?\s*:\s*)+", re.IGNORECASE)
_BARE = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::[0-9]+)?(?:/\S*)?")
_PAGE = re.compile(r"/[^/]*\.(?:html?|php|aspx?|jsp)/?$", re.IGNORECASE)
_ELSEWHERE = re.compile(r"//|/\.\.?(?:/|$)")


@dataclass(frozen=True)
class AddressFault:
    """Why a text is no address of a site: the rule that it breaks, and the address to write instead."""

    rule: str
    corrected: str


def site_address(text: str) -> str | AddressFault:
    """``text`` as the address of a site, ending in a slash; what is wrong with it where it is none."""
    rule = _fault(text)
    if rule is None:
        return urlunsplit(urlsplit(text)).rstrip("/") + "/"
    meant = _meant(text)
    usable = _fault(meant) is None and excerpt(meant, len(meant)) == meant
    return AddressFault(rule, meant if usable else SAMPLE_ADDRESS)


def _fault(text: str) -> str | None:
    """The rule that ``text`` breaks."""
    parts = None if _UNFIT_FOR_ADDRESSES.search(text) else _parts(text)
    if parts is None:
        return "project/site-url"
    if parts.username is not None or parts.query or parts.fragment:
        return "project/site-url-parts"
    host = parts.hostname or ""
    if _SAMPLES.search(host):
        return "project/site-url-sample"
    if _OF_THIS_COMPUTER.fullmatch(host):
        return "project/site-url-own"
    if not _is_host(host):
        return "project/site-url-host"
    if _PAGE.search(parts.path) or _ELSEWHERE.search(parts.path.rstrip("/")):
        return "project/site-url-page"
    return None


def _parts(text: str) -> SplitResult | None:
    try:
        parts = urlsplit(text)
        usable = parts.scheme in {"http", "https"} and parts.hostname and (parts.port is None or parts.port > 0)
    except ValueError:  # a port that is no number, a bracket that is not closed
        return None
    return parts if usable else None


def _is_host(host: str) -> bool:
    """Whether ``host`` is a name of labels between full stops, or an address in numbers."""
    labels = host.removesuffix(".").split(".")
    if ":" in host or all(label.isdecimal() for label in labels):
        try:
            ipaddress.ip_address(host)
        except ValueError:
            return False
        return True
    fit = all(_LABEL.fullmatch(label) for label in labels)
    return fit and len(host) < 254 and labels[-1:] not in (["http"], ["https"]) and not labels[-1].isdecimal()


def _meant(text: str) -> str:
    """The address that was meant by ``text``: signs of Latin text, one scheme, a host, and a path without a page."""
    plain = unicodedata.normalize("NFKC", text).replace("。", ".").replace("\\", "/").strip(" \"'<>“”‘’,;")
    scheme = _SCHEME.match(plain)
    rest = plain[scheme.end() :] if scheme else plain
    if not scheme and not _BARE.fullmatch(rest):
        return text
    secure = not scheme or not re.search(r"http\s*:", scheme[0], re.IGNORECASE)
    host, slash, path = re.split(r"[?#]", rest, maxsplit=1)[0].partition("/")
    path = _PAGE.sub("/", f"/{path}") if slash else "/"
    path = re.sub(r"/{2,}", "/", path)
    return f"http{'s' if secure else ''}://{host.rpartition('@')[2]}{path.rstrip('/')}/"
