"""Which requests the preview answers: those to this computer by its address or name, for files of the site.

A page on the internet can have its own name lead to 127.0.0.1 and read what the browser then gets (DNS rebinding). Its
name is in the Host header, and has a dot; names of computers in an office have none.
"""

import ipaddress
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

from generator.texts.commands import TEXTS

Application = Callable[[dict[str, Any], Callable[..., Any]], Iterable[bytes]]


def guarded(application: Application, site: Path, mount: str, given: str) -> Application:
    """``application`` for requests to this computer, or to the host that was ``given``, and files below ``site``.

    ``mount`` is the path of the site's address, "/" or "/folder/".
    """

    def answer(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
        if not is_known_host(environ.get("HTTP_HOST", ""), given):
            start_response("403 Forbidden", [("Content-Type", "text/plain; charset=utf-8")])
            return [TEXTS["foreign_host"].encode()]
        path = environ["PATH_INFO"].encode("latin-1").decode("utf-8", "ignore")
        if not is_inside(path.removeprefix(mount.rstrip("/")), site):
            start_response("404 Not Found", [("Content-Type", "text/html")])
            return [(site / "404.html").read_bytes()]
        return application(environ, start_response)

    return answer


def is_known_host(header: str, given: str) -> bool:
    """Whether a Host header names an IP address, a name without a dot, or the ``given`` host."""
    try:
        name = urlsplit(f"//{header}").hostname
    except ValueError:
        return False
    return name is not None and (name == given.lower() or not {".", ":"} & set(name) or _is_ip(name))


def _is_ip(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True


def is_inside(path: str, site: Path) -> bool:
    """Whether a path of an address, decoded, leads to a file below ``site``, or to nothing; links are followed."""
    if "\0" in path or "\\" in path or ":" in path or ".." in path.split("/"):
        return False
    root = site.resolve()
    return (root / path.lstrip("/")).resolve().is_relative_to(root)
