"""Writes small PDFs by hand for the tests: objects as bytes, a table of places, and savings behind the first one."""

from collections.abc import Sequence

ROOT = b"<</Type/Catalog/Pages 2 0 R>>"
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>"
CID_FONT = (
    b"<</Type/Font/Subtype/Type0/BaseFont/Any/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2"
    b"/BaseFont/Any/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]%s>>"
)
"""A font whose signs are numbers; what it says of their letters is filled in."""


def stream(content: bytes, keys: bytes = b"") -> bytes:
    """A stream object."""
    return b"<</Length %d%s>>\nstream\n%s\nendstream" % (len(content), keys, content)


def shown(text: bytes, at: tuple[int, int] = (20, 20), font: bytes = b"F") -> bytes:
    """What a page does to show ``text``, a string with its brackets."""
    return b"BT /%s 12 Tf %d %d Td %s Tj ET\n" % (font, *at, text)


def pdf(objects: Sequence[bytes], root: bytes = ROOT, info: bytes = b"<<>>") -> bytes:
    """A file of objects: ``root`` is number 1, the others follow, ``info`` is the last."""
    data, starts = b"%PDF-1.7\n", []
    for number, body in enumerate([root, *objects, info], 1):
        starts.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % start for start in starts)
    trailer = b"trailer<</Size %d/Root 1 0 R/Info %d 0 R>>\nstartxref\n%d\n%%%%EOF\n"
    size = len(starts) + 1
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s" % (size, table) + trailer % (size, size - 1, len(data))


def page(
    content: bytes,
    *more: bytes,
    keys: bytes = b"",
    fonts: bytes = b"",
    resources: bytes = b"",
    root: bytes = ROOT,
    info: bytes = b"<<>>",
) -> bytes:
    """A file of one page: pages 2, page 3, its content 4, Helvetica 5 under the name F, and ``more`` from 6 on."""
    leaf = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 300 300]/Contents 4 0 R/Resources<</Font<</F 5 0 R%s>>%s>>%s>>" % (
        fonts,
        resources,
        keys,
    )
    return pdf([b"<</Type/Pages/Kids[3 0 R]/Count 1>>", leaf, stream(content), FONT, *more], root, info)


def saved_again(data: bytes, number: int, body: bytes) -> bytes:
    """``data`` with an object replaced by a saving behind its end."""
    start = len(data)
    data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    before = int(data[:start].rsplit(b"startxref", 1)[1].split()[0])
    trailer = b"trailer<</Size 99/Root 1 0 R/Prev %d>>\nstartxref\n%d\n%%%%EOF\n" % (before, len(data))
    return data + b"xref\n%d 1\n%010d 00000 n \n" % (number, start) + trailer
