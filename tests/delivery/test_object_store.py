"""object_store: against moto's server. One list, and only the difference; refused, it names no secret."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from delivery_sites import FIRST, SECOND, WITHDRAWN, Pauses, make_site, way
from stores import BUCKET, KEY, SECRET, Store, running_store

from generator.delivery.content_types import headers_of
from generator.delivery.deliver import deliver
from generator.delivery.delivered import DELIVERED, Delivered
from generator.delivery.opening import open_target
from generator.delivery.scrub import scrubbed
from generator.delivery.target import StillOnline, TargetFailed
from generator.publish.verify import ALLOWED_ENDINGS
from generator.system.environment import NotReady, Refused

TARGET = f"s3://{BUCKET}/示例 100%"
DENIED = f"<Error><Code>AccessDenied</Code><AWSAccessKeyId>{KEY}</AWSAccessKeyId></Error>".encode()


@pytest.fixture(scope="module")
def server() -> Iterator[Store]:
    """A server for all tests here."""
    with running_store() as store:
        yield store


@pytest.fixture
def store(server: Store, monkeypatch: pytest.MonkeyPatch) -> Store:
    """The server with an empty bucket, and the environment of a user of it."""
    server.empty()
    monkeypatch.setenv("AWS_ENDPOINT_URL", server.address)
    monkeypatch.setenv("AWS_REGION", "us-east-1")
    monkeypatch.setenv("AWS_ACCESS_KEY_ID", KEY)
    monkeypatch.setenv("AWS_SECRET_ACCESS_KEY", SECRET)
    return server


def test_a_site_and_its_next_version_go_to_a_store(store: Store, tmp_path: Path) -> None:
    """Names in Chinese, with blanks and per cent signs, are the keys; a neighbour with a longer prefix is left alone."""
    store.client.put_object(Bucket=BUCKET, Key="示例 100%2/index.html", Body=b"a neighbour")

    deliver(make_site(tmp_path / "site", FIRST), open_target(TARGET), way())
    assert store.objects("示例 100%/") == FIRST
    deliver(make_site(tmp_path / "site", SECOND), open_target(TARGET), way())

    assert store.objects("示例 100%/") == SECOND
    assert store.objects("示例 100%2/") == {"index.html": b"a neighbour"}


def test_browsers_are_told_what_a_file_is(store: Store, tmp_path: Path) -> None:
    """A page that came as a file to be saved would be no page."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(f"s3://{BUCKET}"), way())

    heads = {address: store.client.head_object(Bucket=BUCKET, Key=address) for address in ("index.html", "sw.js")}
    assert heads["index.html"]["ContentType"] == "text/html; charset=utf-8"
    assert heads["sw.js"]["CacheControl"] == "no-cache"


def test_every_kind_of_file_of_a_site_has_a_type() -> None:
    """A new kind has to be added."""
    assert [end for end in ALLOWED_ENDINGS if headers_of(f"a{end}")["Content-Type"] == "application/octet-stream"] == []


def test_one_edit_in_three_thousand_objects_is_one_list_and_the_difference(store: Store, tmp_path: Path) -> None:
    """Three pages of a list, and a request for each file that changes: never one for those that stay."""
    many = {f"services/s{number}/index.html": b"guide %d" % number for number in range(2_990)}
    before = make_site(tmp_path / "site", {**many, **FIRST})
    store.fill("示例 100%/", {**many, **FIRST, DELIVERED: Delivered(dict(before.files)).to_bytes()})
    site = make_site(tmp_path / "site", {**many, **FIRST, "services/s7/index.html": b"guide 7, edited"})
    store.requests.clear()

    plan = deliver(site, open_target(TARGET), way())

    assert (plan.new, plan.changed, plan.removed) == ((), ("services/s7/index.html",), ())
    lists = [query for method, _, query in store.requests if "list-type=2" in query]
    assert len(lists) == 4 and sum("continuation-token" in query for query in lists) == 3  # 3,002 objects
    page = f"/{BUCKET}/示例 100%/services/s7/index.html"
    asked = Counter((method, path.rpartition("/")[2]) for method, path, query in store.requests if "list-" not in query)
    assert [method for method, path, _ in store.requests if path == page] == ["PUT", "GET"]
    assert asked == {
        ("PUT", "index.html"): 1,
        ("GET", "index.html"): 1,
        ("GET", "delivered.json"): 3,
        ("PUT", "delivered.json"): 1,
        ("GET", "sending.json"): 4,
        ("PUT", "sending.json"): 1,
        ("POST", BUCKET): 1,
    }


def test_a_removal_that_is_refused_is_loud_and_tried_first_by_the_next(store: Store, tmp_path: Path) -> None:
    """The new site is there, the notice too, and each is named; a second publish removes it though nothing changed."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(TARGET), way())
    second, pauses = make_site(tmp_path / "site", SECOND), Pauses()
    store.refuse = lambda *asked: DENIED if asked[2] == "delete" else None

    with pytest.raises(StillOnline) as caught:
        deliver(second, open_target(TARGET), way(sleep=pauses))
    assert caught.value.left == {WITHDRAWN: "没有权限"}
    assert pauses.noted == [1, 4, 16]
    assert store.objects("示例 100%/") == {**SECOND, WITHDRAWN: FIRST[WITHDRAWN]}

    store.refuse = lambda *_: None
    deliver(second, open_target(TARGET), way())
    assert store.objects("示例 100%/") == SECOND


def test_a_write_that_is_refused_leaves_the_old_site(store: Store, tmp_path: Path) -> None:
    """What leads to the new page is not there yet; the message has neither key nor secret."""
    deliver(make_site(tmp_path / "site", FIRST), open_target(TARGET), way())
    second = make_site(tmp_path / "site", SECOND)
    store.refuse = lambda method, path, _: DENIED if method == "PUT" and "linshi" in path else None

    with pytest.raises(TargetFailed) as caught:
        deliver(second, open_target(TARGET), way())

    told = "\n".join(line.text for line in caught.value.report())
    assert "写不进" in told and "services/linshi/index.html" in told and "没有权限" in told
    assert KEY not in told and SECRET not in told
    assert store.objects("示例 100%/")["index.html"] == FIRST["index.html"]


def test_a_store_that_cannot_be_reached_is_told(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In one line, without a secret; and so is a bucket that there is not."""
    with pytest.raises(TargetFailed) as caught:
        open_target("s3://nowhere/x").listing()
    assert "读不到 s3://nowhere/x" in str(caught.value) and "\n" not in str(caught.value)

    monkeypatch.setenv("AWS_ENDPOINT_URL", "http://127.0.0.1:9")
    with pytest.raises(TargetFailed) as caught:
        open_target(TARGET).listing()
    assert "连接不上" in str(caught.value)
    assert "\n" not in str(caught.value) and SECRET not in str(caught.value) and KEY not in str(caught.value)


def test_without_keys_nothing_is_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    """The library would look for them in the network."""
    monkeypatch.delenv("AWS_SECRET_ACCESS_KEY")

    with pytest.raises(NotReady, match="AWS_SECRET_ACCESS_KEY"):
        open_target(TARGET)
    assert store.requests == []


@pytest.mark.parametrize("target", ["s3://", "s3:///x"])
def test_a_bucket_has_a_name(store: Store, target: str) -> None:
    """What is wrong, and how it is written."""
    with pytest.raises(Refused, match="s3://存储桶/前缀"):
        open_target(target)


def test_keys_in_the_target_are_refused_and_not_repeated(store: Store) -> None:
    """They would stay in the history of the terminal, and in logs of tasks."""
    with pytest.raises(Refused) as caught:
        open_target(f"s3://{KEY}:{SECRET}@hall/x")

    assert "AWS_SECRET_ACCESS_KEY" in str(caught.value)
    assert SECRET not in str(caught.value) and KEY not in str(caught.value)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("GET https://u:p@host/x?X-Amz-Signature=abc failed\nDebug: p", "GET https://host/x?… failed"),
        (f"key {KEY} secret {SECRET}", "key *** secret ***"),
        ("a" * 300, "a" * 200 + "…"),
    ],
)
def test_what_libraries_say_is_scrubbed(text: str, shown: str) -> None:
    """Users, signatures, keys, and all but the first line."""
    assert scrubbed(text, {"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": SECRET}) == shown
