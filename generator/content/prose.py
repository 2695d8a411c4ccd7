"""Which files of a content folder are prose (pages that staff write in Markdown), the only ones an engine reads."""

PROSE_FOLDER = "pages"
PROSE_ENDINGS = (".md", ".png", ".jpg", ".jpeg", ".webp", ".svg", ".pdf")


def is_prose(path: str) -> bool:
    """Whether a file of the prose folder may be published: Markdown, pictures, forms as PDF; no hidden file."""
    return path.endswith(PROSE_ENDINGS) and not path.rpartition("/")[2].startswith((".", "~"))
