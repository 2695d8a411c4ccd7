"""The digest of the program, on which all depends that is kept between builds."""

from pathlib import Path

import pytest

from generator.system import program


def test_digest_changes_with_a_template_and_not_with_the_sign_of_an_editor(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A link to nowhere (.#page.html, as Emacs leaves while a file is open) is no part of the program."""
    monkeypatch.setattr(program, "templates_folder", lambda: tmp_path)
    template = tmp_path / "pages" / "page.html"
    template.parent.mkdir()
    template.write_text("a")
    made = program.program_digest.__wrapped__
    first = made()

    (template.parent / ".#page.html").symlink_to("clerk@desk.1234")
    assert made() == first
    template.write_text("b")
    assert made() != first
