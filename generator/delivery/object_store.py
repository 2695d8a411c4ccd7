"""A store that speaks the protocol of S3: bucket and prefix from the address, all else from the environment.

Only this module knows the library, obstore. A put is whole or absent. Files of a batch are written at the same time.
"""

import os
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

import obstore
from obstore.store import S3Store

from generator.delivery.content_types import headers_of
from generator.delivery.scrub import reason_of
from generator.delivery.target import TargetFailed
from generator.delivery.together import together
from generator.system.environment import NotReady, Refused
from generator.texts.delivery import FAILURES

SCHEME = "s3://"
_RETRIES: Any = {"max_retries": 3, "retry_timeout": timedelta(seconds=60)}
_KEYS = ("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY")


def open_store(text: str) -> "StoreTarget":
    """The target ``s3://BUCKET/PREFIX``. Raises Refused for another form, NotReady without keys in the environment."""
    bucket, _, prefix = text.removeprefix(SCHEME).partition("/")
    if not bucket:
        raise Refused(FAILURES["no_bucket"])
    if missing := [name for name in _KEYS if not os.environ.get(name)]:
        raise NotReady(FAILURES["no_keys"].format(names="、".join(missing)))
    store = S3Store(
        bucket,
        prefix=prefix.strip("/") or None,
        client_options={"allow_http": os.environ.get("AWS_ENDPOINT_URL", "").startswith("http://")},
        retry_config=_RETRIES,
    )
    return StoreTarget(text.rstrip("/"), store)


class StoreTarget:
    """Objects below a prefix."""

    in_one_step = False

    def __init__(self, name: str, store: Any) -> None:
        self.name = name
        self._store = store

    def listing(self) -> dict[str, int]:
        """Every object, a thousand in a request."""
        try:
            pages = obstore.list(self._store, chunk_size=1000)
            return {str(one["path"]): int(one["size"]) for page in pages for one in page}
        except Exception as error:  # What the library raises is not listed; every one is told.
            raise self._failed("list_failed", "", error) from None

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """The bytes of objects, asked for at the same time."""

        async def one(address: str) -> bytes | None:
            try:
                return bytes(await (await obstore.get_async(self._store, address)).bytes_async())
            except FileNotFoundError:
                return None
            except Exception as error:  # As above.
                raise self._failed("read_failed", address, error) from None

        return dict(zip(addresses, together(one, addresses), strict=True))

    def write(self, files: Mapping[str, bytes]) -> None:
        """Put objects, at the same time, with what a browser has to know of each."""

        async def one(address: str) -> None:
            try:
                await obstore.put_async(self._store, address, files[address], attributes=headers_of(address))
            except Exception as error:  # As above.
                raise self._failed("write_failed", address, error) from None

        together(one, [*files])

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """Remove objects in one request; if that fails one by one, so that each that is left can be named."""
        try:
            obstore.delete(self._store, [*addresses])
        except Exception:  # As above.
            return {address: reason for address in addresses if (reason := self._remove_one(address))}
        return {}

    def _remove_one(self, address: str) -> str | None:
        try:
            obstore.delete(self._store, address)
        except Exception as error:  # As above.
            return reason_of(error)
        return None

    def settle(self) -> None:
        """Nothing: each object was there at once."""

    def close(self) -> None:
        """Nothing stays open."""

    def _failed(self, what: str, address: str, error: Exception) -> TargetFailed:
        return TargetFailed(FAILURES[what].format(name=self.name, address=address, reason=reason_of(error)))
