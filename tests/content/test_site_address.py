"""The address of a site is one that opens; any other is told with the address that was meant."""

import pytest

from generator.content.site_address import AddressFault, site_address
from generator.texts.checks import SAMPLE_ADDRESS

ODD = {
    "www.dating.gov.cn": ("site-url", "https://www.dating.gov.cn/"),
    "dating.gov.cn/fuwu": ("site-url", "https://dating.gov.cn/fuwu/"),
    "https:/www.dating.cn": ("site-url", "https://www.dating.cn/"),
    "https//www.dating.cn": ("site-url", "https://www.dating.cn/"),
    "http:www.dating.cn/a": ("site-url", "http://www.dating.cn/a/"),
    "htps://www.dating.cn": ("site-url", "https://www.dating.cn/"),
    "ｈttps：／／www.dating.cn／": ("site-url", "https://www.dating.cn/"),
    "https://www。dating。cn": ("site-url", "https://www.dating.cn/"),
    "https:\\\\www.dating.cn\\": ("site-url", "https://www.dating.cn/"),
    "“https://www.dating.cn/”": ("site-url", "https://www.dating.cn/"),
    "https://www.dating.cn/，": ("site-url", "https://www.dating.cn/"),
    "https://www.dating.cn:99999/": ("site-url", SAMPLE_ADDRESS),
    "https://www.dating.cn/%zz/": ("site-url", SAMPLE_ADDRESS),
    "大厅的网站": ("site-url", SAMPLE_ADDRESS),
    "ftp://www.dating.cn/": ("site-url", SAMPLE_ADDRESS),
    "": ("site-url", SAMPLE_ADDRESS),
    "https://http://www.dating.cn/": ("site-url-host", "http://www.dating.cn/"),
    "https://https:www.dating.cn/": ("site-url", "https://www.dating.cn/"),
    "https://www..dating.cn/": ("site-url-host", SAMPLE_ADDRESS),
    "https://.dating.cn/": ("site-url-host", SAMPLE_ADDRESS),
    "https://www.-dating.cn/": ("site-url-host", SAMPLE_ADDRESS),
    "https://www.dating,cn/": ("site-url-host", SAMPLE_ADDRESS),
    "https://1.2.3.4.5/": ("site-url-host", SAMPLE_ADDRESS),
    "https://192.0.2.777/": ("site-url-host", SAMPLE_ADDRESS),
    "https://www.dating.cn/index.html": ("site-url-page", "https://www.dating.cn/"),
    "https://www.dating.cn/fuwu/default.aspx": ("site-url-page", "https://www.dating.cn/fuwu/"),
    "https://www.dating.cn//fuwu/": ("site-url-page", "https://www.dating.cn/fuwu/"),
    "https://www.dating.cn/a/../b/": ("site-url-page", SAMPLE_ADDRESS),
    "https://www.dating.cn/?from=qr": ("site-url-parts", "https://www.dating.cn/"),
    "https://www.dating.cn/a#top": ("site-url-parts", "https://www.dating.cn/a/"),
    "https://me:secret@www.dating.cn/": ("site-url-parts", "https://www.dating.cn/"),
    "https://www.example.com/": ("site-url-sample", SAMPLE_ADDRESS),
    SAMPLE_ADDRESS: ("site-url-sample", SAMPLE_ADDRESS),
    "http://127.0.0.1:8000/": ("site-url-own", SAMPLE_ADDRESS),
    "http://localhost/": ("site-url-own", SAMPLE_ADDRESS),
    "http://[::1]:8000/": ("site-url-own", SAMPLE_ADDRESS),
}


@pytest.mark.parametrize(("typed", "rule", "corrected"), [(typed, *told) for typed, told in ODD.items()])
def test_odd_address_is_told_with_the_one_that_was_meant(typed: str, rule: str, corrected: str) -> None:
    """The address to write instead is offered where it can be told; else the sample."""
    assert site_address(typed) == AddressFault(f"project/{rule}", corrected)


@pytest.mark.parametrize(("typed", "told"), ODD.items())
def test_offered_address_is_one(typed: str, told: tuple[str, str]) -> None:
    """Whoever copies the remedy is not told again; the sample alone is no address."""
    corrected = told[1]
    assert corrected == SAMPLE_ADDRESS or site_address(corrected) == corrected


def test_number_of_a_person_is_not_offered() -> None:
    """A remedy never repeats what could be somebody's number."""
    number = "1101011990" + "03070074"
    assert site_address(f"www.dating.cn/{number}") == AddressFault("project/site-url", SAMPLE_ADDRESS)
