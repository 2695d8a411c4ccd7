"""requests: the preview answers nobody's page on the internet, and gives nothing that is not of the site."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import pytest

from generator.engines.requests import guarded, is_inside, is_known_host


@pytest.mark.parametrize(
    "header", ["127.0.0.1:8000", "127.0.0.1", "localhost:8000", "[::1]:8000", "192.168.1.7:8000", "dating-pc:8000"]
)
def test_this_computer_is_answered(header: str) -> None:
    """By address or by a name without a dot, as computers in an office have it."""
    assert is_known_host(header, "127.0.0.1")


@pytest.mark.parametrize(
    "header",
    [
        "",
        ":8000",
        "evil.example",
        "evil.example:8000",
        "127.0.0.1.evil.example",
        "[::1",
        "[x:y]",
        "localhost.",
    ],
)
def test_name_of_somebody_else_is_refused(header: str) -> None:
    """A page on the internet whose name leads here would send its own name."""
    assert not is_known_host(header, "127.0.0.1")


def test_name_that_was_asked_for_is_answered() -> None:
    """``--address`` may name a host with a dot; letters are compared in lower case."""
    assert is_known_host("Dating.Zhen.Example:8000", "dating.zhen.example")


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A site with a page, beside a file that is none of it and to which a link of the site leads."""
    (tmp_path / "site/a").mkdir(parents=True)
    (tmp_path / "site/a/index.html").write_text("A")
    (tmp_path / "site/404.html").write_text("404")
    (tmp_path / "secret").write_text("x")
    (tmp_path / "site/link").symlink_to(tmp_path / "secret")
    return tmp_path / "site"


@pytest.mark.parametrize("path", ["", "/", "/a/", "/a/index.html", "/nothing/", "//a/"])
def test_files_of_the_site_are_given(site: Path, path: str) -> None:
    """Or nothing, where there is none."""
    assert is_inside(path, site)


@pytest.mark.parametrize(
    "path",
    ["/../secret", "/a/../../secret", "/..", "/link", "/..\\secret", "/C:/secret", "/a\0", "/a/..", "//../secret"],
)
def test_nothing_outside_the_site_is_given(site: Path, path: str) -> None:
    """Neither above it, nor behind a link, nor on another drive."""
    assert not is_inside(path, site)


@pytest.mark.parametrize(
    ("host", "path", "status"),
    [
        ("localhost:8000", "/gongshi/a/", "200 OK"),
        ("evil.example", "/gongshi/a/", "403 Forbidden"),
        ("localhost", "/gongshi/../secret", "404 Not Found"),
        ("localhost", "/gongshi/link", "404 Not Found"),
    ],
)
def test_only_fit_requests_pass(site: Path, host: str, path: str, status: str) -> None:
    """The others are answered before the server has looked for a file."""
    said: list[Any] = []

    def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        start_response("200 OK", [])
        return [b"A"]

    body = b"".join(
        guarded(application, site, "/gongshi/", "127.0.0.1")(
            {"HTTP_HOST": host, "PATH_INFO": path}, lambda *heard: said.extend(heard)
        )
    )
    assert said[0] == status
    assert (body == b"A") == (status == "200 OK")
