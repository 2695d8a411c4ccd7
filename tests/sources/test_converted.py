"""Old files are converted by LibreOffice where it is installed. A stand-in takes its place here."""

import subprocess
from pathlib import Path

import pytest
from word_files import members, p, packed

from generator.sources import Paragraph, SourceError, converted
from generator.sources.reading import read_bytes
from generator.texts.sources import SOURCE_MESSAGES

RTF = rb"{\rtf1 x}"


class Office:
    """Stands for the process: writes ``result`` where it was told to, or never ends where that is None."""

    result: bytes | None = packed(members(p("甲")))
    command: tuple[str, ...] = ()
    folder = Path()
    source = settings = b""
    pid = -1

    def __init__(self, command: list[str], **_: object) -> None:
        Office.command = tuple(command)
        Office.folder = Path(command[-2])
        Office.source = Path(command[-1]).read_bytes()
        Office.settings = (self.folder.parent / "profile" / "user" / "registrymodifications.xcu").read_bytes()

    def wait(self, seconds: float | None = None) -> None:
        if Office.result is None and seconds is not None:
            raise subprocess.TimeoutExpired("x", seconds)
        if Office.result:
            self.folder.mkdir()
            (self.folder / "source.docx").write_bytes(Office.result)

    def poll(self) -> int | None:
        return 0 if Office.result is not None else None


@pytest.fixture
def office(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> type[Office]:
    """LibreOffice is in PATH, and starting it starts the stand-in."""
    for name in ("soffice", "soffice.com"):
        (tmp_path / name).touch()
    monkeypatch.setenv("PATH", str(tmp_path))
    monkeypatch.setattr(subprocess, "Popen", Office)
    monkeypatch.setattr(Office, "result", Office.result)
    return Office


def test_old_file_is_read_through_libreoffice(office: type[Office]) -> None:
    """It gets a copy and settings in a folder that is gone afterwards, and what it writes is read as a .docx."""
    assert read_bytes("办法.rtf", RTF).blocks == (Paragraph("甲", 1),)
    assert (office.source, office.command[-1].endswith("source.rtf")) == (RTF, True)
    assert b'"DisableMacrosExecution" oor:op="fuse"><value>true<' in office.settings
    assert not office.folder.parent.exists()


@pytest.mark.parametrize(
    ("result", "rule"),
    [
        (b"", "source/conversion"),
        (RTF, "source/conversion"),
        (b"PK\3\4", "source/broken"),
        (None, "source/conversion-time"),
    ],
)
def test_conversion_that_fails(
    office: type[Office], monkeypatch: pytest.MonkeyPatch, result: bytes | None, rule: str
) -> None:
    """Nothing written, no .docx written, a broken one, or no end: each has a message, and the process is ended."""
    killed: list[int] = []
    monkeypatch.setattr(office, "result", result)
    monkeypatch.setattr("os.killpg", lambda pid, _: killed.append(pid))

    with pytest.raises(SourceError, match=rf"{rule}$") as failed:
        read_bytes("a.rtf", RTF)

    assert rule in SOURCE_MESSAGES
    assert (failed.value.values, killed) == (({"seconds": "120"}, [-1]) if result is None else ({}, []))
    assert not office.folder.parent.exists()


def test_program_that_does_not_start(office: type[Office], monkeypatch: pytest.MonkeyPatch) -> None:
    """The file that is called like it may be none that can be started."""

    def refused(*_: object, **__: object) -> None:
        raise PermissionError

    monkeypatch.setattr(subprocess, "Popen", refused)

    with pytest.raises(SourceError, match=r"source/conversion$"):
        read_bytes("a.rtf", RTF)


def test_without_libreoffice_it_is_said_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A folder of PATH that is relative is not looked into: it could be the project's."""
    (tmp_path / "soffice").touch()
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("PATH", ".")
    monkeypatch.setattr(converted, "_ELSEWHERE", ())

    with pytest.raises(SourceError, match="source/no-libreoffice") as refused:
        read_bytes("a.wps", RTF)

    assert refused.value.values == {"suffix": ".rtf"}
