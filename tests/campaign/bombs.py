"""Small files that unpack to large ones, or lead in circles: an answer within a minute and a gibibyte."""

import gzip
import io
import multiprocessing
import os
import struct
import time
import zipfile
import zlib
from collections.abc import Callable, Collection, Iterator
from functools import partial
from pathlib import Path
from typing import Any

from campaign.outcome import Outcome

from generator.privacy.gate import ScanPolicy, inspect
from generator.privacy.verdict import GateFailed
from generator.register.sheets import read_register
from generator.register.table import RegisterError

MIB = 1024 * 1024
SECONDS, MEBIBYTES = 90.0, 1600
"""What one file may cost: a processor that others use too counts in the seconds, two processes in the memory."""


def png(*chunks: tuple[bytes, bytes]) -> bytes:
    """A picture of one pixel with further chunks before its pixels."""
    parts = [
        (b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0)),
        *chunks,
        (b"IDAT", zlib.compress(b"\0\0")),
        (b"IEND", b""),
    ]
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts
    )


def packed(mebibytes: int) -> bytes:
    """So much of nothing, packed by deflate."""
    packer = zlib.compressobj(9)
    return b"".join([*(packer.compress(bytes(MIB)) for _ in range(mebibytes)), packer.flush()])


def pdf(*objects: bytes) -> bytes:
    """A PDF with one page and further objects from number 4 on."""
    bodies = (
        b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]/Contents 4 0 R>>", *objects,
    )  # fmt: skip
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%b\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(bodies) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%btrailer<</Root 1 0 R/Size %d>>\nstartxref\n%d\n%%%%EOF\n" % (
        size,
        table,
        size,
        len(data),
    )


def stream(data: bytes, filters: bytes = b"/FlateDecode", more: bytes = b"") -> bytes:
    """A stream of a PDF."""
    return b"<</Length %d/Filter%b%b>>\nstream\n%b\nendstream" % (len(data), filters, more, data)


def archive(files: dict[str, bytes | int]) -> bytes:
    """A zip; a number stands for so many MiB of nothing."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as made:
        for name, data in files.items():
            with made.open(name, "w") as part:
                for piece in [data] if isinstance(data, bytes) else (bytes(MIB) for _ in range(data)):
                    part.write(piece)
    return target.getvalue()


def nested(depth: int) -> bytes:
    """Archives within archives."""
    data = archive({"a.txt": b"a"})
    for _ in range(depth):
        data = archive({f"{n}.zip": data for n in range(10)})
    return data


def jpeg(comments: int) -> bytes:
    """A picture with many comments."""
    return b"\xff\xd8" + (b"\xff\xfe\xff\xff" + b"1" * 65533) * comments + b"\xff\xd9"


def sheet(rows: bytes, start: bytes = b"", more: dict[str, bytes | int] | None = None) -> bytes:
    """A workbook for Excel of one sheet."""
    types = (
        b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" '
        b'ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>'
    )
    relation = b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/%b" Target="%b"/></Relationships>'
    space = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    return archive(
        {
            "[Content_Types].xml": types,
            "_rels/.rels": relation % (b"officeDocument", b"xl/workbook.xml"),
            "xl/workbook.xml": b'<workbook %b xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="a" sheetId="1" r:id="r"/></sheets></workbook>'
            % space,
            "xl/_rels/workbook.xml.rels": relation % (b"worksheet", b"worksheets/s.xml"),
            "xl/worksheets/s.xml": start + b"<worksheet %b><sheetData>%b</sheetData></worksheet>" % (space, rows),
            **(more or {}),
        }
    )


LAUGHS = (
    b'<!DOCTYPE x [<!ENTITY a "ha">'
    + b"".join(b'<!ENTITY a%d "%b">' % (n, (b"&a%d;" % (n - 1) if n else b"&a;") * 10) for n in range(12))
    + b"]>"
)
DEEP = 100_000

FILES: dict[str, Callable[[], bytes]] = {
    "png: text of 256 MiB": lambda: png((b"zTXt", b"a\0\0" + packed(256))),
    "png: profile of 200 MiB, ten times": lambda: png(*[(b"iCCP", b"a\0\0" + packed(19))] * 10),
    "png: 200,000 chunks": lambda: png(*[(b"tEXt", b"a\0b")] * 200_000),
    "png: 60,000 by 60,000": lambda: png((b"IHDR", struct.pack(">IIBBBBB", 60_000, 60_000, 16, 6, 0, 0, 0))),
    "jpeg: many comments": lambda: jpeg(60),
    "svg: a billion laughs": lambda: LAUGHS + b'<svg xmlns="http://www.w3.org/2000/svg"><text>&a11;</text></svg>',
    "svg: deep": lambda: b"<svg>" + b"<g>" * DEEP + b"</g>" * DEEP + b"</svg>",
    "zip: 1 GiB": lambda: archive({"a.txt": 1024}),
    "zip: archives within archives": lambda: nested(4),
    "gzip: 1 GiB": lambda: gzip.compress(bytes(1024 * MIB), 1),
    "pdf: stream of 1 GiB": lambda: pdf(stream(packed(1024))),
    "pdf: packed twice": lambda: pdf(stream(zlib.compress(packed(1024)), b"[/FlateDecode/FlateDecode]")),
    "pdf: packed a hundred times": lambda: pdf(stream(packed(10), b"[" + b"/FlateDecode" * 100 + b"]")),
    "pdf: deep arrays": lambda: pdf(stream(zlib.compress(b"q")), b"[" * DEEP + b"]" * DEEP),
    "pdf: pages in a circle": lambda: pdf(stream(zlib.compress(b"q"))).replace(b"Kids[3 0 R]/Count 1", b"Kids[2 0 R]/Count 9"),
    "pdf: forms that draw each other": lambda: pdf(
        stream(zlib.compress(b"/F Do " * 50), more=b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</F 4 0 R>>>>")
    ),
    "pdf: many strings": lambda: pdf(stream(zlib.compress(b"BT /F 9 Tf (1) Tj ET " * 400_000))),
}  # fmt: skip
"""Name -> a file that the gate reads."""

REGISTERS: dict[str, tuple[str, Callable[[], bytes]]] = {
    "xlsx: sheet of 1 GiB": (".xlsx", lambda: archive({"[Content_Types].xml": b"", "xl/workbook.xml": b"", "xl/worksheets/s.xml": 1024})),
    "xlsx: last cell of the sheet": (".xlsx", lambda: sheet(b'<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>')),
    "xlsx: a billion laughs": (".xlsx", lambda: sheet(b'<row r="1"><c r="A1" t="inlineStr"><is><t>&a11;</t></is></c></row>', LAUGHS)),
    "xlsx: shared texts of 1 GiB": (".xlsx", lambda: sheet(b'<row r="1"><c r="A1"><v>1</v></c></row>', more={"xl/sharedStrings.xml": 1024})),
    "ods: cells repeated": (
        ".ods",
        lambda: archive(
            {
                "mimetype": b"application/vnd.oasis.opendocument.spreadsheet",
                "content.xml": b'<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:spreadsheet><table:table table:name="a"><table:table-row table:number-rows-repeated="1048576"><table:table-cell table:number-columns-repeated="16384" office:value-type="string"><text:p>a</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet></office:body></office:document-content>',
            }
        ),
    ),
    "csv: one line of 40 MiB": (".csv", lambda: b"a," * (20 * MIB)),
    "csv: an open quotation mark": (".csv", lambda: b'"' + b"a\n" * (5 * MIB)),
    "xls: not one": (".xls", lambda: b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100_000),
}  # fmt: skip
"""Name -> ending and bytes of a register."""


def cost(work: Callable[[], object]) -> tuple[str, float, float]:
    """What ``work`` said of an unexpected error, the seconds it took, and the MiB of the largest process."""
    receiver, sender = multiprocessing.Pipe(duplex=False)
    began = time.monotonic()
    pid = os.fork()
    if pid == 0:
        sender.send(_told(work))
        os._exit(0)
    sender.close()
    try:
        told = receiver.recv() if receiver.poll(SECONDS * 2) else "no answer"
    except EOFError:
        told = "the process died"
    if told == "no answer":
        os.kill(pid, 9)
    _, _, used = os.wait4(pid, 0)
    return told, time.monotonic() - began, used.ru_maxrss / 1024


def _told(work: Callable[[], object]) -> str:
    try:
        work()
    except (GateFailed, RegisterError):
        return ""
    except BaseException as error:
        return f"{type(error).__name__} {error}"
    return ""


def _gate(name: str, data: bytes) -> Any:
    ending = name.partition(":")[0]
    return inspect([(f"a.{ending}", data)], ScanPolicy())


def tries(folder: Path, names: Collection[str]) -> Iterator[tuple[str, Callable[[], object]]]:
    """Each bomb in ``names``, and what reads it."""
    for name, make in FILES.items():
        if name in names:
            yield name, partial(_gate, name, make())
    for name, (ending, make) in REGISTERS.items():
        if name not in names:
            continue
        path = folder / f"register{ending}"
        path.write_bytes(make())
        yield name, partial(read_register, path)


def light(folder: Path, names: Collection[str], outcome: Outcome) -> None:
    """Have the bombs in ``names`` read, one after the other."""
    folder.mkdir(exist_ok=True)
    for name, work in tries(folder, names):
        told, seconds, mebibytes = cost(work)
        faults = [told] if told else []
        if seconds > SECONDS:
            faults.append(f"{name} took {seconds:.0f} s")
        if mebibytes > MEBIBYTES:
            faults.append(f"{name} took {mebibytes:.0f} MiB")
        outcome.add(f"bomb, {name.partition(':')[0]}", *(f"{name}: {fault}" for fault in faults))
        print(f"bombs: {name}: {seconds:.1f} s, {mebibytes:.0f} MiB {told}", flush=True)


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """Every bomb once, whatever the seed and the size."""
    outcome = Outcome()
    light(folder / "bombs", {*FILES, *REGISTERS}, outcome)
    return outcome
