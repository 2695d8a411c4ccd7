"""folding: lines of Chinese text are joined without a blank, in HTML as in YAML (tests/content/test_strict_yaml.py)."""

import pytest

from generator.content.folding import unfolded_html


@pytest.mark.parametrize(
    ("html", "shown"),
    [
        ("<p>下班后\n再打扫。</p>", "<p>下班后再打扫。</p>"),
        ("<p>甲，\n  <strong>乙</strong>\n丙</p>", "<p>甲，<strong>乙</strong>丙</p>"),
        ("<p>甲</p>\n<p>乙</p>", "<p>甲</p>\n<p>乙</p>"),
        ("<p>甲<br />\n乙</p>", "<p>甲<br />\n乙</p>"),
        ("<p>用 App\n查询</p>", "<p>用 App\n查询</p>"),
        ("<pre><code>甲\n乙</code></pre>", "<pre><code>甲\n乙</code></pre>"),
        ("甲\n乙<pre>丙\n丁</pre>戊\n己", "甲乙<pre>丙\n丁</pre>戊己"),
    ],
)
def test_end_of_a_line_between_han_goes(html: str, shown: str) -> None:
    """Within a paragraph the end of a line between two Chinese characters goes; paragraphs, breaks and code stay."""
    assert unfolded_html(html) == shown
