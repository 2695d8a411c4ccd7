"""Data that pages load as scripts: what a browser makes of them is what was given."""

import json
import shutil
import subprocess

import pytest

from generator.site.handed import handed, handed_text

TEXTS = ["", '两行\n["甲"]', "`${1}` \\n \\u0041", "\u2028\u2029", "</script>"]


def read(*scripts: bytes) -> dict[str, object]:
    """What the scripts hand over, as Node reads them."""
    node = shutil.which("node")
    assert node is not None
    program = "const parts = {}, gongshi = {data: (name, value) => { parts[name] = value; }};"
    program += b"".join(scripts).decode() + "console.log(JSON.stringify(parts));"
    found: dict[str, object] = json.loads(
        subprocess.run([node, "-"], input=program.encode(), capture_output=True).stdout
    )
    return found


@pytest.mark.parametrize("text", TEXTS)
def test_texts_arrive_as_they_are(text: str) -> None:
    """A text, by itself or in a value, is not changed on its way, whatever stands in it."""
    assert read(handed("a", {"b": [text]}), handed_text("c", text)) == {"a": {"b": [text]}, "c": text}


def test_lines_and_quotation_marks_stand_as_they_are() -> None:
    """A text keeps its lines and its quotation marks, so that it packs as well as before."""
    assert handed_text("rows", '["甲"]\n["乙"]') == 'gongshi.data("rows",`["甲"]\n["乙"]`)\n'.encode()
