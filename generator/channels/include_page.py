"""include.html: what whoever looks after the other site has to do, with code to copy and how it looks."""

from html import escape

from generator.channels.ways import PAGE, Ways
from generator.texts.channels_fragments import FRAGMENTS

INCLUDE = "include.html"
HEIGHT = 1200
"""Of a frame in a page without the script, in pixels."""

_STYLE = """
body { max-width: 60rem; margin: 0 auto; padding: 1rem; color: #222; font: 16px/1.7 sans-serif; }
h1, h2 { line-height: 1.35; }
pre { padding: 0.6rem; border: 1px solid #bbb; background: #f5f5f5; white-space: pre-wrap; overflow-wrap: anywhere; }
iframe { border: 1px solid #bbb; }
"""


def include_page(ways: Ways, hall: str) -> str:
    """A page of a plain look of its own, which holds the section in a frame."""
    folder = ways.folder or f"{FRAGMENTS['include_files']}/"
    frame = _frame(folder, hall)
    loaded = f'<link rel="stylesheet" href="{folder}embed.css">\n<script src="{folder}embed.js" defer></script>'
    unlinked = "" if ways.pattern else f"\n<p><strong>{FRAGMENTS['include_no_links']}</strong></p>"
    return "\n".join(
        (
            '<!doctype html>\n<html lang="zh-Hans">\n<head>\n<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            f"<title>{FRAGMENTS['include_title']}</title>",
            f"<style>{_STYLE}</style>\n</head>\n<body>",
            f"<h1>{FRAGMENTS['include_title']}</h1>\n<p>{FRAGMENTS['include_lead']}</p>",
            *_way("paste", f"<pre>{escape(loaded)}</pre>{unlinked}"),
            *_way("list", '<p><a href="embed.json">embed.json</a></p>'),
            *_way("frame", f"<pre>{escape(frame)}</pre>\n{_frame('', hall)}"),
            "</body>\n</html>\n",
        )
    )


def _frame(folder: str, hall: str) -> str:
    return (
        f'<iframe data-gongshi src="{escape(folder)}{PAGE}" title="{escape(hall)}" width="100%" height="{HEIGHT}"'
        f' frameborder="0"></iframe>\n<script src="{escape(folder)}frame.js"></script>'
    )


def _way(key: str, shown: str) -> tuple[str, str, str]:
    return f"<h2>{FRAGMENTS[f'include_{key}']}</h2>", f"<p>{FRAGMENTS[f'include_{key}_text']}</p>", shown
