"""docs/hosting: ready configurations of web servers say the same as the pages themselves."""

from pathlib import Path
from xml.etree import ElementTree

import pytest

from generator.site.frame import POLICY

HOSTING = Path(__file__).parents[2] / "docs" / "hosting"
FILES = ("Caddyfile", "htaccess.txt", "nginx.conf", "web.config")


def test_every_file_is_known() -> None:
    """Each file of the folder is tried here."""
    assert tuple(sorted(path.name for path in HOSTING.iterdir())) == FILES


@pytest.mark.parametrize("name", FILES)
def test_server_says_what_the_page_says(name: str) -> None:
    """The header has the policy of the pages, and who may show them in a frame, which a page cannot say itself."""
    text = (HOSTING / name).read_text("utf-8")
    assert f"\"{POLICY}; frame-ancestors 'self'\"" in text
    assert all(header in text for header in ("X-Content-Type-Options", "Referrer-Policy", "Permissions-Policy"))
    assert "404.html" in text


def test_iis_can_read_its_file() -> None:
    """web.config is well-formed, with one value for each header."""
    headers = ElementTree.parse(HOSTING / "web.config").findall(".//customHeaders/add")
    names = [header.get("name") for header in headers]
    assert len(names) == len(set(names)) == 5


def test_policy_lets_nothing_of_the_page_itself_run() -> None:
    """No source of scripts or styles but the site's own files is allowed."""
    rules = dict(rule.split(" ", 1) for rule in POLICY.split("; "))
    assert (rules["default-src"], rules["script-src"], rules["style-src"]) == ("'none'", "'self'", "'self'")
