"""Lets LibreOffice make a .docx of .doc, .wps and .rtf, where it is installed. The only module that starts a program.

It gets a copy of the file in a temporary folder, with settings of its own there: no macros, no links to other files, no
network. What it writes is read like any .docx from elsewhere.
"""

import os
import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from generator.publish.files import save
from generator.sources.document import SourceError

SECONDS = 120
"""How long a conversion may take; the first start of LibreOffice takes some ten."""

_PROGRAMS = ("soffice.com", "soffice.exe") if sys.platform == "win32" else ("soffice", "libreoffice")
_ELSEWHERE = (
    Path("/Applications/LibreOffice.app/Contents/MacOS"),
    *(
        Path(os.environ[name], "LibreOffice", "program")
        for name in ("PROGRAMFILES", "PROGRAMFILES(X86)")
        if name in os.environ
    ),
)
"""Where installers put it without naming the folder in PATH."""

_SETTINGS = (
    ("Office.Common/Security/Scripting", "DisableMacrosExecution", "true"),
    ("Office.Common/Security/Scripting", "MacroSecurityLevel", "3"),
    ("Office.Common/Security/Scripting", "BlockUntrustedRefererLinks", "true"),
    ("Office.Common/Security/Scripting", "DisableActiveContent", "true"),
    ("Office.Writer/Content/Update", "Link", "2"),
    ("Inet/Settings", "ooInetProxyType", "2"),
    ("Inet/Settings", "ooInetHTTPProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPProxyPort", "9"),
    ("Inet/Settings", "ooInetHTTPSProxyName", "127.0.0.1"),
    ("Inet/Settings", "ooInetHTTPSProxyPort", "9"),
)
"""Node, property and value: a proxy that is not there keeps it from the network, which pictures may refer to."""


def converted(data: bytes, suffix: str) -> bytes:
    """``data``, a file of the kind ``suffix``, as .docx. Raises SourceError where that is not possible."""
    program = next(_installed(), None)
    if program is None:
        raise SourceError("source/no-libreoffice", suffix=suffix)
    with tempfile.TemporaryDirectory(prefix="gongshi-", ignore_cleanup_errors=True) as folder:
        source, profile = Path(folder, f"source{suffix}"), Path(folder, "profile")
        save(source, data)
        save(profile / "user" / "registrymodifications.xcu", _settings())
        _run([
            str(program), f"-env:UserInstallation={profile.as_uri()}", "--headless", "--norestore", "--nolockcheck",
            "--nodefault", "--nofirststartwizard", "--convert-to", "docx:MS Word 2007 XML",
            "--outdir", str(Path(folder, "out")), str(source),
        ])  # fmt: skip
        try:
            return Path(folder, "out", "source.docx").read_bytes()
        except OSError:
            raise SourceError("source/conversion") from None


def _installed() -> Iterator[Path]:
    folders = (*map(Path, os.get_exec_path()), *_ELSEWHERE)
    return (
        place for folder in folders if folder.is_absolute() for name in _PROGRAMS if (place := folder / name).is_file()
    )


def _run(command: list[str]) -> None:
    try:
        process = subprocess.Popen(  # noqa: S603  # The program is LibreOffice, and the names in the command are ours.
            command,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
    except OSError:
        raise SourceError("source/conversion") from None
    try:
        process.wait(SECONDS)
    except subprocess.TimeoutExpired:
        raise SourceError("source/conversion-time", seconds=str(SECONDS)) from None
    finally:
        _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    """End LibreOffice with the processes that it started, if it still runs."""
    if process.poll() is None:
        if sys.platform == "win32":
            process.kill()
        else:
            os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _settings() -> bytes:
    items = "".join(
        f'<item oor:path="/org.openoffice.{node}"><prop oor:name="{name}" oor:op="fuse"><value>{value}</value></prop>'
        "</item>"
        for node, name, value in _SETTINGS
    )
    return f'<oor:items xmlns:oor="http://openoffice.org/2001/registry">{items}</oor:items>'.encode()
