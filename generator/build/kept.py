"""Tables that are kept between builds, each in one file under a hash of its name, its contents and of the program.

A file that was cut off, changed by hand, or written by another program or under another name is not read: losing it
costs only time.
"""

import os
from hashlib import sha256
from pathlib import Path

from generator.content.project import Project
from generator.publish.files import save
from generator.publish.staging import read_regular
from generator.system.program import program_digest

_FORM = "gongshi-kept-2"


def read_kept(path: Path) -> str | None:
    """What ``write_kept`` wrote; None where there is nothing sound of this program."""
    head, _, body = (read_regular(os.fspath(path)) or b"").partition(b"\n")
    return body.decode() if head == _head(path, body) else None


def write_kept(path: Path, text: str) -> None:
    """Keep ``text``, whole or not at all."""
    body = text.encode()
    save(path, _head(path, body) + b"\n" + body)


def file_digest(path: str) -> str:
    """SHA-256 of the bytes of a file. Raises OSError."""
    return sha256(Path(path).read_bytes()).hexdigest()


def place_digest(project: Project) -> str:
    """Stands for the place where a project is published: several sites of one project do not share what is of one.

    It is told from the project, so that what is kept holds where both are moved together, as on computers of a cluster.
    """
    try:
        place = os.path.relpath(project.site, project.root)
    except ValueError:  # another drive (Windows)
        place = str(project.site)
    return sha256(os.fsencode(place)).hexdigest()[:16]


def _head(path: Path, body: bytes) -> bytes:
    named = sha256(os.fsencode(path.name) + b"\0")
    named.update(body)
    return f"{_FORM} {program_digest()} {named.hexdigest()}".encode()
