"""What a page, or a stream that is drawn like one, may use: the dictionary behind /Resources."""

import re

from generator.privacy.pdf.objects import Objects

_RESOURCES = re.compile(rb"/Resources\s*(?:([0-9]+)\s+[0-9]+\s+R\b|(?=<<))")
_PARENT = re.compile(rb"/Parent\s+([0-9]+)\s+[0-9]+\s+R\b")
_BRACKETS = re.compile(rb"<<|>>")
_DEEPEST = 20


def resources_in(body: bytes) -> bytes:
    """What stands behind /Resources: a reference or a whole dictionary; nothing where there are none."""
    match = _RESOURCES.search(body)
    if not match:
        return b""
    if match[1]:
        return match[1] + b" 0 R"
    depth = 0
    for bracket in _BRACKETS.finditer(body, match.end()):
        depth += 1 if bracket[0] == b"<<" else -1
        if not depth:
            return body[match.end() : bracket.end()]
    return b""


def resources_of_page(objects: Objects, page: bytes) -> bytes:
    """The resources of a page, or of the group that it belongs to."""
    for _ in range(_DEEPEST):
        if found := resources_in(page):
            return found
        parent = _PARENT.search(page)
        page = objects.bodies.get(int(parent[1]), b"") if parent else b""
    return b"<<>>"
