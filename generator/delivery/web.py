"""A site as it is served on the web, to be read as visitors read it. Nothing is written here.

The only module that asks the web itself: obstore, which can, refuses answers whose length is not announced, and
those are what most caches in front of a site give.
"""

import asyncio
import urllib.error
import urllib.request
import zlib
from collections.abc import Sequence
from urllib.parse import quote

from generator.delivery.scrub import reason_of
from generator.delivery.target import TargetFailed
from generator.delivery.together import together
from generator.texts.delivery import FAILURES

SECONDS = 30
"""So long an answer is waited for."""
MOST_BYTES = 200_000_000
"""Of a file: more is not read."""

_NOTHING = (401, 403, 404, 410)
"""Answers after which a visitor has nothing."""
_GZIP = b"\x1f\x8b"


class WebPlace:
    """A site at an address. Nobody lists it."""

    def __init__(self, address: str) -> None:
        self.name = address.rstrip("/")

    def listing(self) -> None:
        """Nothing: a web server does not tell."""

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes at each address, unpacked; None where a visitor gets nothing."""

        async def one(address: str) -> bytes | None:
            return await asyncio.to_thread(self._read, address)

        return dict(zip(addresses, together(one, addresses), strict=True))

    def _read(self, address: str) -> bytes | None:
        try:
            with urllib.request.urlopen(  # noqa: S310  # The address begins with http: or https:, which opening checks.
                f"{self.name}/{quote(address)}", timeout=SECONDS
            ) as answer:
                return _unpacked(answer.read(MOST_BYTES))
        except urllib.error.HTTPError as error:
            if error.code in _NOTHING:
                return None
            reason = f"HTTP {error.code}"
        except Exception as error:  # What the library raises is not listed; every one is told.
            reason = reason_of(getattr(error, "reason", error) if isinstance(error, urllib.error.URLError) else error)
        raise TargetFailed(FAILURES["read_failed"].format(name=self.name, address=address, reason=reason))

    def close(self) -> None:
        """Nothing stays open."""


def _unpacked(data: bytes) -> bytes:
    """``data`` without the compression that a server has put around it, unasked; no file of a site is a gzip."""
    if not data.startswith(_GZIP):
        return data
    try:
        return zlib.decompressobj(wbits=31).decompress(data, MOST_BYTES)
    except zlib.error:
        return data
