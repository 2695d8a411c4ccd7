"""Pages of a copy that is opened from a folder."""

import pytest

from generator.site.portable import STAND, portable_page


@pytest.mark.parametrize(
    ("link", "completed"),
    [
        ("../", "../index.html"),
        (".", "./index.html"),
        ("..", "../index.html"),
        ("../services/a/", "../services/a/index.html"),
        ("../services/a/#basis", "../services/a/index.html#basis"),
        ("../search/?q=a/", "../search/index.html?q=a/"),
        ("/gongshi/services/", "../../services/index.html"),
        ("/gongshi/", "../../index.html"),
        ("#content", "#content"),
        ("?q=1", "?q=1"),
        ("", ""),
        ("../posters/a.pdf", "../posters/a.pdf"),
        ("tel:0300-0000100", "tel:0300-0000100"),
        ("mailto:a@b.example", "mailto:a@b.example"),
        ("https://hall.example/", "https://hall.example/"),
        ("//hall.example/", "//hall.example/"),
    ],
)
@pytest.mark.parametrize("tag", ['<a class="x" href="{}">', '<form action="{}" method="get">', '<area href="{}">'])
def test_links_name_the_page(link: str, completed: str, tag: str) -> None:
    """A link to a folder of the site names its index page; any other stays as it is."""
    assert portable_page("services/a/index.html", tag.format(link), "/gongshi/", "") == tag.format(completed)


def test_text_and_other_tags_stay() -> None:
    """What only looks like a link in the text, and addresses that search engines read, are not changed."""
    html = '<link rel="canonical" href="https://hall.example/a/"><p>写 href="a/" 就可以</p><div data-root="../"></div>'
    assert portable_page("index.html", html, "/", "副本") == html


def test_copy_says_what_it_is() -> None:
    """The room in the frame is filled with the sentence, as text."""
    assert (
        portable_page("index.html", f"<p>a</p>{STAND}", "/", "<副本>") == '<p>a</p><p class="gs-copy">&lt;副本&gt;</p>'
    )
