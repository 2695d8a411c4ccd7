"""Loads the modules that need a library which not every hall installs: ``pip install "gongshi[archive]"``."""

from collections.abc import Iterator
from contextlib import contextmanager
from types import ModuleType

from generator.system.environment import NotReady
from generator.system.on_demand import load
from generator.texts.archive import PACKAGE


def load_bag() -> ModuleType:
    """``archive.bag``. Raises NotReady where its library is not installed."""
    with _installed("bagit"):
        return load("generator.archive.bag")


def load_keys() -> ModuleType:
    """``archive.keys``. Raises NotReady where its library is not installed."""
    with _installed("cryptography"):
        return load("generator.archive.keys")


def load_stamps() -> ModuleType:
    """``archive.stamps``. Raises NotReady where its library is not installed."""
    with _installed("rfc3161-client"):
        return load("generator.archive.stamps")


@contextmanager
def _installed(library: str) -> Iterator[None]:
    try:
        yield
    except ModuleNotFoundError:
        raise NotReady(PACKAGE["no_library"].format(library=library)) from None
