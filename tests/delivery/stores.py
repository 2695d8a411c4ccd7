"""A real server of the protocol of S3 (moto), in front of which requests are counted and refused."""

import logging
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from typing import Any

import boto3
from moto.core import DEFAULT_ACCOUNT_ID
from moto.s3.models import s3_backends
from moto.server import DomainDispatcherApplication, create_backend_app
from werkzeug.serving import make_server

BUCKET = "hall"
KEY, SECRET = "AKIDINVENTED0000001", "invented-secret-of-nobody"


class Store:
    """The server: its address, the requests so far (method, path, query), and a client that gongshi does not use."""

    def __init__(self) -> None:
        self._app = DomainDispatcherApplication(create_backend_app)
        self.requests: list[tuple[str, str, str]] = []
        self.refuse: Callable[[str, str, str], bytes | None] = lambda *_: None
        """Method, path and query -> body of an answer 403; None where the server is to answer."""
        logging.getLogger("werkzeug").setLevel(logging.ERROR)
        self._server = make_server("127.0.0.1", 0, self._answer, threaded=True)
        self.address = f"http://127.0.0.1:{self._server.port}"
        threading.Thread(target=self._server.serve_forever, daemon=True).start()
        self.client = boto3.client(
            "s3", endpoint_url=self.address, region_name="us-east-1", aws_access_key_id="a", aws_secret_access_key="b"
        )

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Any:
        asked = (environ["REQUEST_METHOD"], environ["PATH_INFO"].encode("latin-1").decode(), environ["QUERY_STRING"])
        self.requests.append(asked)
        refused = self.refuse(*asked)
        if refused is None:
            return self._app(environ, start)
        start("403 Forbidden", [("Content-Type", "application/xml"), ("Content-Length", str(len(refused)))])
        return [refused]

    def empty(self) -> None:
        """A bucket with nothing in it, and no request."""
        self.refuse = lambda *_: None
        s3_backends.reset()
        self.client.create_bucket(Bucket=BUCKET)
        self.requests.clear()

    def fill(self, prefix: str, files: Mapping[str, bytes]) -> None:
        """Put many objects at once, inside the server."""
        for address, data in files.items():
            _backend().put_object(BUCKET, prefix + address, data)

    def keys(self) -> list[str]:
        """Every key, by another library than that of gongshi."""
        pages = self.client.get_paginator("list_objects_v2").paginate(Bucket=BUCKET)
        return [one["Key"] for page in pages for one in page.get("Contents", [])]

    def objects(self, prefix: str) -> dict[str, bytes]:
        """Address below ``prefix`` -> bytes; what gongshi remembers is left out."""
        found = [key for key in self.keys() if key.startswith(prefix) and "/.gongshi/" not in f"/{key}"]
        get = self.client.get_object
        return {key.removeprefix(prefix): get(Bucket=BUCKET, Key=key)["Body"].read() for key in found}

    def stop(self) -> None:
        """End the server."""
        self._server.shutdown()


def _backend() -> Any:
    return s3_backends[DEFAULT_ACCOUNT_ID]["aws"]


@contextmanager
def running_store() -> Iterator[Store]:
    """A server, until the block ends."""
    store = Store()
    try:
        yield store
    finally:
        store.stop()
