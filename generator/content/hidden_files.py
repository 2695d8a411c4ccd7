"""Files that people do not see: nobody put them into the content, and nothing is said of them."""

_OF_THE_SYSTEM = ("thumbs.db", "ehthumbs.db", "desktop.ini")


def is_hidden(path: str) -> bool:
    """Whether a file is hidden, or one that Windows leaves in every folder that it has shown."""
    name = path.rpartition("/")[2].lower()
    return name.startswith(".") or name in _OF_THE_SYSTEM
