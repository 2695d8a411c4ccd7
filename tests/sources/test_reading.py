"""A file is read by what is in it, in a process of its own."""

import io
import os
import time
from collections.abc import Iterator
from pathlib import Path

import docx
import pytest

from generator.sources import Paragraph, SourceError, Table, reading
from generator.sources.reading import read_bytes, read_source, read_text
from generator.texts.sources import SOURCE_MESSAGES


def test_word_document_of_a_library(tmp_path: Path) -> None:
    """What python-docx writes with its own template is read: headings, lists by style, a table with merged cells."""
    document = docx.Document()
    document.core_properties.title = "首问负责制"
    document.add_heading("首问负责制", 1)
    for text in ("接待", "登记"):
        document.add_paragraph(text, style="List Number")
    table = document.add_table(2, 3)
    table.cell(0, 0).merge(table.cell(1, 1)).text = "窗口"
    document.save(tmp_path / "a.docx")

    source = read_source(tmp_path / "a.docx")

    assert (source.name, source.title) == ("a.docx", "首问负责制")
    assert source.blocks == (
        Paragraph("首问负责制", 1, heading=1), Paragraph("接待", 2, "1."), Paragraph("登记", 3, "2."),
        Table((("窗口", None, ""), (None, None, "")), 4, frozenset({(1, 0)})),
    )  # fmt: skip


@pytest.mark.parametrize("name", ["~$办法.docx", ".~办法.docx"])
def test_lock_file_is_named(tmp_path: Path, name: str) -> None:
    """It lies beside the file while that is open, and is easily taken for it."""
    with pytest.raises(SourceError, match="source/lock-file"):
        read_source(tmp_path / name)


def test_file_that_is_too_large_is_not_even_read(tmp_path: Path) -> None:
    """Size comes before everything else."""
    with (tmp_path / "a.docx").open("wb") as file:
        file.truncate(reading.FILE_BYTES + 1)

    with pytest.raises(SourceError, match="source/file-size"):
        read_source(tmp_path / "a.docx")


def _sleeps(_: object) -> Iterator[None]:
    time.sleep(9)
    yield None


def _crashes(_: object) -> Iterator[None]:
    os._exit(1)
    yield None


@pytest.mark.parametrize(
    ("work", "rule", "seconds"), [(_sleeps, "source/time", 0.1), (_crashes, "source/memory", 60.0)]
)
def test_reading_that_does_not_end_or_crashes(
    monkeypatch: pytest.MonkeyPatch, work: object, rule: str, seconds: float
) -> None:
    """The process that reads is stopped, or is gone; the program goes on and says so."""
    monkeypatch.setattr(reading, "parsed", work)
    monkeypatch.setattr(reading, "SECONDS", seconds)

    with pytest.raises(SourceError, match=rule):
        read_bytes("a.txt", b"x")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "gb18030"])
def test_plain_text_in_the_encodings_that_chinese_programs_use(encoding: str) -> None:
    """Each line with a visible character is a paragraph, with the number of the line."""
    source = read_bytes("a.txt", "　　第一条 甲\r\n\r\n　\r\n乙\f丙".encode(encoding))

    assert source.blocks == (Paragraph("　　第一条 甲", 1), Paragraph("乙", 4), Paragraph("丙", 4))


def test_pasted_text() -> None:
    """Text from the clipboard is read like a plain text."""
    assert read_text("剪贴板", "甲\n乙").blocks == (Paragraph("甲", 1), Paragraph("乙", 2))


def _broken_word() -> bytes:
    stream = io.BytesIO()
    docx.Document().save(stream)
    return stream.getvalue()[:-100]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"", "source/empty"),
        ("　\n".encode(), "source/empty"),
        (b"\xff\xfe\x00", "source/encoding"),
        (_broken_word(), "source/broken"),
    ],
)
def test_file_that_cannot_be_read(data: bytes, rule: str) -> None:
    """The reason is one of the messages."""
    with pytest.raises(SourceError, match=rule):
        read_bytes("a.txt", data)

    assert rule in SOURCE_MESSAGES


def test_missing_file(tmp_path: Path) -> None:
    """A file that is not there, or may not be read, is told like the others."""
    with pytest.raises(SourceError, match="source/unreadable"):
        read_source(tmp_path / "missing.docx")
