"""As what a store serves each file, since there is no web server that would know."""

from pathlib import PurePosixPath

_TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".json": "application/json",
    ".jsonld": "application/ld+json",
    ".csv": "text/csv; charset=utf-8",
    ".xml": "application/xml",
    ".atom": "application/atom+xml",
    ".ics": "text/calendar; charset=utf-8",
    ".txt": "text/plain; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".jpg": "image/jpeg",
    ".jpeg": "image/jpeg",
    ".webp": "image/webp",
    ".ico": "image/vnd.microsoft.icon",
    ".pdf": "application/pdf",
}
_WORKER = "sw.js"


def headers_of(address: str) -> dict[str, str]:
    """Type of the file, and that nobody keeps the worker, through which telephones learn of a new site."""
    kind = _TYPES.get(PurePosixPath(address).suffix.lower(), "application/octet-stream")
    return {"Content-Type": kind, **({"Cache-Control": "no-cache"} if address == _WORKER else {})}
