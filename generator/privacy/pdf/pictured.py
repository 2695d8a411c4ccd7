"""Writes a PDF again as pictures of its pages: what they show is in the new file, and nothing else of the old one."""

import io
import math

import pypdfium2
import pypdfium2.raw as pdfium

from generator.privacy.finding import NotRewritten

MAX_PAGES = 300
DOTS_PER_INCH = 200
MAX_PIXELS = 40_000_000
"""Of one page; a larger page gets fewer dots an inch."""

_POINTS_PER_INCH = 72
_QUALITY = 85
"""Of a JPEG: at this many dots, small print stays sharp."""


def pages_as_pictures(data: bytes) -> bytes:
    """The pages as they are shown on a screen, with stamps, notes and fields. Raises NotRewritten."""
    with _opened(data) as document, pypdfium2.PdfDocument.new() as pictured:
        if len(document) > MAX_PAGES:
            raise NotRewritten("too many pages")
        document.init_forms()
        for number in range(len(document)):
            _add(pictured, document[number])
        target = io.BytesIO()
        pictured.save(target)
        return target.getvalue()


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        locked = error.err_code in (pdfium.FPDF_ERR_PASSWORD, pdfium.FPDF_ERR_SECURITY)
        raise NotRewritten("locked" if locked else "damaged") from None


def _add(pictured: pypdfium2.PdfDocument, page: pypdfium2.PdfPage) -> None:
    """Add a page with a picture of ``page``."""
    width, height = page.get_size()
    scale = min(DOTS_PER_INCH / _POINTS_PER_INCH, math.sqrt(MAX_PIXELS / (width * height)))
    file = io.BytesIO()
    page.render(scale, rev_byteorder=True).to_pil().save(file, "JPEG", quality=_QUALITY)
    page.close()
    picture = pypdfium2.PdfImage.new(pictured)
    picture.load_jpeg(file, inline=True)
    picture.set_matrix(pypdfium2.PdfMatrix().scale(width, height))
    sheet = pictured.new_page(width, height)
    sheet.insert_obj(picture)
    sheet.gen_content()
    sheet.close()
