"""What is remembered at the target: what was delivered last, and what a publish that has not ended is sending.

Whoever publishes next, from whichever computer, knows from it what gongshi brought there and has to take away again.
"""

import json
from collections.abc import Mapping
from typing import Any, NamedTuple

from generator.delivery.target import STATE

DELIVERED = f"{STATE}delivered.json"
SENDING = f"{STATE}sending.json"
LATE = f"{STATE}late-"
"""Begins the name of a file like ``SENDING``: what a publish wrote before it noticed that another had taken over."""


class Delivered(NamedTuple):
    """What a finished publish left: mapping address -> SHA-256, and what it had to remove but could not."""

    files: Mapping[str, str]
    to_remove: tuple[str, ...] = ()

    def to_bytes(self) -> bytes:
        """The file, sorted, so that equal states are equal files."""
        return _bytes({"files": self.files, "to_remove": sorted(self.to_remove)})


class Sending(NamedTuple):
    """What a publish has announced that it sends: whose it is (``token``), and mapping address -> SHA-256."""

    token: str
    files: Mapping[str, str]

    def to_bytes(self) -> bytes:
        """The file, sorted."""
        return _bytes({"token": self.token, "files": self.files})


def read_delivered(data: bytes | None) -> Delivered | None:
    """What a file says; None where there is none. A damaged one is an empty list: everything is sent again."""
    if data is None:
        return None
    entries = _entries(data)
    left = entries.get("to_remove")
    names = tuple(str(name) for name in left if _is_address(name)) if isinstance(left, list) else ()
    return Delivered(_hashes(entries.get("files")), names)


def read_sending(data: bytes | None) -> Sending | None:
    """What a file says; None where there is none."""
    if data is None:
        return None
    entries = _entries(data)
    return Sending(str(entries.get("token", "")), _hashes(entries.get("files")))


def read_copied(data: bytes | None) -> Delivered | None:
    """What the manifest of a site says that was copied by other means: its files, whose bytes nobody vouches for."""
    if data is None:
        return None
    return Delivered(dict.fromkeys(filter(_is_address, _entries(data)), ""))


def _bytes(values: Mapping[str, Any]) -> bytes:
    return json.dumps(values, ensure_ascii=False, indent=0, sort_keys=True).encode() + b"\n"


def _entries(data: bytes) -> dict[str, Any]:
    try:
        found = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    return found if isinstance(found, dict) else {}


def _hashes(value: object) -> dict[str, str]:
    return {name: str(one) for name, one in value.items() if _is_address(name)} if isinstance(value, dict) else {}


def _is_address(name: object) -> bool:
    """Whether ``name`` is the address of a file below the site: nothing else is ever removed, whatever a file says."""
    return isinstance(name, str) and bool(name) and not {"", ".", ".."} & set(name.replace("\\", "/").split("/"))
