"""The store (存储) that the computers of a cluster share: bytes under names, in a folder or an S3 bucket."""

import os
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any, Protocol

from generator.publish.files import save
from generator.publish.folders import remove_file
from generator.publish.staging import names_below
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

    def names(self, below: str) -> list[str]:
        """All names that begin with ``below``, which ends with a slash. Raises NotReady."""
        ...

    def remove(self, keys: Sequence[str]) -> None:
        """Forget what is under these names; one that is not there is no error. Raises NotReady."""
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

    def names(self, below: str) -> list[str]:
        """See ``Store``."""
        with _reached(str(self._folder)):
            return [*names_below(self._folder, below)] if (self._folder / below).is_dir() else []

    def remove(self, keys: Sequence[str]) -> None:
        """See ``Store``."""
        with _reached(str(self._folder)):
            for key in keys:
                remove_file(self._folder / key)


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

    def names(self, below: str) -> list[str]:
        """See ``Store``."""
        with _reached(self._where):
            return [one["path"] for some in self._client.list(self._store, prefix=below) for one in some]

    def remove(self, keys: Sequence[str]) -> None:
        """See ``Store``."""
        with _reached(self._where), suppress(FileNotFoundError, self._missing):
            self._client.delete(self._store, list(keys))


@contextmanager
def _reached(where: str) -> Iterator[None]:
    """Turn whatever the client raises into NotReady; its own words may hold keys and are not told."""
    try:
        yield
    except Exception as error:
        raise NotReady(FLEET["no_store"].format(store=where.partition("?")[0], reason=type(error).__name__)) from None
