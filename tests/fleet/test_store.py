"""The store of a cluster: what was put there comes back, from a folder and from a server that speaks S3."""

import threading
from collections.abc import Iterator
from pathlib import Path

import boto3
import pytest
from moto.server import ThreadedMotoServer

from generator.fleet.store import Store, open_store
from generator.system.environment import NotReady

SECRET = "geheim-4711-nicht-zeigen"


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """The address of a server that speaks S3, with one bucket."""
    running = ThreadedMotoServer(port=0, verbose=False)
    running.start()
    host, port = running.get_host_and_port()
    yield f"http://{host}:{port}"
    running.stop()


@pytest.fixture(params=["folder", "s3"])
def store(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Store:
    """An empty store of each kind."""
    if request.param == "folder":
        return open_store(str(tmp_path / "store"))
    enter(monkeypatch, request.getfixturevalue("server"))
    return open_store(f"s3://fleet/{tmp_path.name}")


def enter(monkeypatch: pytest.MonkeyPatch, endpoint: str) -> None:
    """Say in the environment where the service is and who asks, and make the bucket."""
    known = {"aws_access_key_id": "hall", "aws_secret_access_key": SECRET, "region_name": "us-east-1"}
    boto3.client("s3", endpoint_url=endpoint, **known).create_bucket(Bucket="fleet")
    for name, value in known.items():
        monkeypatch.setenv({"region_name": "AWS_REGION"}.get(name, name.upper()), value)
    monkeypatch.setenv("AWS_ENDPOINT_URL", endpoint)


def test_bytes_come_back_under_their_name(store: Store) -> None:
    """The last ones that were put there; None for a name that nobody used."""
    store.put("halls/a/1.zip", b"first")
    store.put("halls/a/1.zip", b"second")
    store.put("halls/a/2.zip", b"")

    assert (store.get("halls/a/1.zip"), store.get("halls/a/2.zip"), store.get("halls/a/3.zip")) == (
        b"second",
        b"",
        None,
    )


def test_what_is_removed_is_gone_and_the_rest_stays(store: Store) -> None:
    """Names are told with all that they begin with; what is not there is removed without a word."""
    for key in ("halls/a/1.zip", "halls/a/2.zip", "halls/ab/1.zip", "layers/1.zip"):
        store.put(key, b"x")

    assert sorted(store.names("halls/a/")) == ["halls/a/1.zip", "halls/a/2.zip"]
    store.remove(["halls/a/1.zip", "halls/a/3.zip"])
    store.remove([])

    assert store.names("halls/a/") == ["halls/a/2.zip"]
    assert store.names("halls/c/") == []
    assert store.get("halls/ab/1.zip") == store.get("layers/1.zip") == b"x"


def test_readers_never_see_half_of_it(store: Store) -> None:
    """While another writes, a name has the old bytes or the new ones."""
    first, second = b"a" * 3_000_000, b"b" * 3_000_000
    store.put("x", first)
    writer = threading.Thread(target=lambda: [store.put("x", data) for data in (second, first) * 5])
    writer.start()
    seen = {store.get("x") for _ in range(20)}
    writer.join()

    assert seen <= {first, second}


def test_store_that_is_not_there_is_told_without_keys(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither in the message nor in what caused it."""
    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", "hall")
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    monkeypatch.setenv("AWS_REGION", "us-east-1")

    with pytest.raises(NotReady, match="s3://fleet/x") as failure:
        open_store("s3://fleet/x").get("layers/1.zip")

    assert SECRET not in str(failure.value)
    assert failure.value.__cause__ is None
