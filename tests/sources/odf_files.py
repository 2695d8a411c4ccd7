"""Makes the members of .odt files of raw XML."""

_ODF = "urn:oasis:names:tc:opendocument:xmlns:"
NAMES = " ".join(
    f'xmlns:{prefix}="{_ODF}{name}:1.0"'
    for prefix, name in (("office", "office"), ("style", "style"), ("text", "text"), ("table", "table"),
                         ("draw", "drawing"), ("svg", "svg-compatible"), ("fo", "xsl-fo-compatible"))
) + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'  # fmt: skip


def members(body: str, automatic: str = "", styles: str = "", masters: str = "", title: str = "") -> dict[str, bytes]:
    """A text: the XML within office:text, its automatic styles, and what is in styles.xml."""
    found = {
        "mimetype": "application/vnd.oasis.opendocument.text",
        "content.xml": (
            f"<office:document-content {NAMES}><office:automatic-styles>{automatic}</office:automatic-styles><office:body>"
            f"<office:text>{body}</office:text></office:body></office:document-content>"
        ),
        "styles.xml": (
            f"<office:document-styles {NAMES}><office:styles>{styles}</office:styles><office:master-styles>{masters}"
            "</office:master-styles></office:document-styles>"
        ),
        "meta.xml": f"<office:document-meta {NAMES}><office:meta><dc:title>{title}</dc:title></office:meta></office:document-meta>",
    }
    return {name: text.encode() for name, text in found.items()}


def p(inner: str, style: str = "") -> str:
    """A paragraph."""
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:p {named}>{inner}</text:p>"


def span(inner: str, style: str) -> str:
    """Text with a style."""
    return f'<text:span text:style-name="{style}">{inner}</text:span>'


def item(*inner: str, attributes: str = "") -> str:
    """An item of a list."""
    return f"<text:list-item {attributes}>{''.join(inner)}</text:list-item>"


def listed(*items: str, style: str = "", attributes: str = "") -> str:
    """A list."""
    named = f'text:style-name="{style}"' if style else ""
    return f"<text:list {named} {attributes}>{''.join(items)}</text:list>"


def level(place: int, shape: str, attributes: str = "") -> str:
    """A level of a style of lists that is numbered."""
    return f'<text:list-level-style-number text:level="{place}" style:num-format="{shape}" {attributes}/>'


def list_style(name: str, *levels: str) -> str:
    """A style of lists."""
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'
