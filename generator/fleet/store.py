"""The store (存储) that the computers of a cluster share: bytes under names, in a folder or an S3 bucket."""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Protocol

from generator.publish.files import save
from generator.system.environment import NotReady
from generator.system.on_demand import load
from generator.texts.fleet import FLEET

_S3 = "s3://"


class Store(Protocol):
    """Bytes under names with slashes."""

    def get(self, key: str) -> bytes | None:
        """The bytes under a name; None where there are none. Raises NotReady."""
        ...

    def put(self, key: str, data: bytes) -> None:
        """Keep bytes under a name, whole or not at all. Raises NotReady."""
        ...


def open_store(where: str) -> Store:
    """The store at ``where``: a folder, or ``s3://BUCKET/PREFIX``. Raises NotReady.

    How to reach an S3 service, and as whom, is taken from the environment (AWS_ENDPOINT_URL, AWS_ACCESS_KEY_ID …).
    """
    return _Bucket(where) if where.startswith(_S3) else _Folder(Path(where))


class _Folder:
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, key: str) -> bytes | None:
        """See ``Store``."""
        try:
            return (self._folder / key).read_bytes()
        except FileNotFoundError:
            return None

    def put(self, key: str, data: bytes) -> None:
        """See ``Store``."""
        save(self._folder / key, data)


class _Bucket:
    def __init__(self, where: str) -> None:
        try:
            self._client, stores = load("obstore"), load("obstore.store")
        except ModuleNotFoundError:
            raise NotReady(FLEET["no_extra"]) from None
        with _reached(where):
            options: dict[str, Any] = {"allow_http": os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")}
            self._store = stores.from_url(where, client_options=options)
        self._where, self._missing = where, load("obstore.exceptions").NotFoundError

    def get(self, key: str) -> bytes | None:
        """See ``Store``."""
        with _reached(self._where):
            try:
                return bytes(self._client.get(self._store, key).bytes())
            except (FileNotFoundError, self._missing):
                return None

    def put(self, key: str, data: bytes) -> None:
        """See ``Store``."""
        with _reached(self._where):
            self._client.put(self._store, key, data)


@contextmanager
def _reached(where: str) -> Iterator[None]:
    """Turn whatever the client raises into NotReady; its own words may hold keys and are not told."""
    try:
        yield
    except Exception as error:
        raise NotReady(FLEET["no_store"].format(store=where.partition("?")[0], reason=type(error).__name__)) from None
