"""rule_files: a change of any source file that the gate imports, wherever it lies, changes what is remembered."""

import json
import re
import shutil
import subprocess
import sys
import unicodedata
from pathlib import Path

import pytest

from generator.privacy import PublicContacts, gate
from generator.privacy.gate import ScanPolicy, fingerprint
from generator.privacy.rule_files import PACKAGE, rule_files, rules_digest


@pytest.fixture
def package(tmp_path: Path) -> Path:
    """A copy of the program."""
    return Path(shutil.copytree(PACKAGE, tmp_path / "generator", ignore=shutil.ignore_patterns("__pycache__")))


def test_rule_files_are_those_that_python_imports() -> None:
    """Importing the gate, and what it imports on demand, reads exactly these files of the program."""
    code = (
        "import json, sys, generator.privacy.gate, generator.privacy.media.words, generator.privacy.pdf.document\n"
        "print(json.dumps([m.__file__ for n, m in sys.modules.items() if n.partition('.')[0] == 'generator']))"
    )
    run = subprocess.run([sys.executable, "-c", code], cwd=PACKAGE.parent, capture_output=True, text=True, check=True)

    assert {str(PACKAGE / name) for name in rule_files()} == set(json.loads(run.stdout))
    assert {
        "privacy/detect.py",
        "privacy/media/words.py",
        "texts/private.py",
        "system/parallel.py",
    } <= rule_files().keys()


def test_edit_of_any_rule_file_is_noticed(package: Path) -> None:
    """One more comment in any of them changes the digest; in another file of the program it does not."""
    before = rules_digest.__wrapped__(package)
    assert before == rules_digest()
    for name in rule_files(package):
        path = package / name
        source = path.read_bytes()
        path.write_bytes(source + b"# edited\n")
        assert rules_digest.__wrapped__(package) != before, name
        path.write_bytes(source)
    (package / "site" / "search.py").write_bytes(b"# edited\n")
    assert rules_digest.__wrapped__(package) == before


def test_rule_that_moves_to_another_room_is_still_a_rule(package: Path) -> None:
    """A file is followed by the imports that name it, not by the folder it lies in."""
    moved = package / "publish" / "identity.py"
    (package / "privacy" / "identity.py").rename(moved)
    for path in (package / "privacy").glob("*.py"):
        source = path.read_text("utf-8").replace(
            "generator.privacy.identity import", "generator.publish.identity import"
        )
        path.write_text(source, "utf-8")
    before = rules_digest.__wrapped__(package)
    assert "publish/identity.py" in rule_files(package)

    moved.write_text(re.sub("1925", "1926", moved.read_text("utf-8")), "utf-8")
    assert rules_digest.__wrapped__(package) != before


def test_fingerprint_covers_python_unicode_and_libraries(monkeypatch: pytest.MonkeyPatch) -> None:
    """Another Python, other tables of Unicode, other libraries, another contact or waived value: another fingerprint."""
    policy = ScanPolicy()
    found = {
        fingerprint(policy),
        fingerprint(ScanPolicy(PublicContacts.of(["12345"]))),
        fingerprint(ScanPolicy(values={"": frozenset("1")})),
    }
    for holder, name, value in (
        (sys, "version", "9.9"),
        (unicodedata, "unidata_version", "99.0"),
        (gate, "version", lambda library: "99" if library == "pypdfium2" else "1"),
        (gate, "version", lambda library: "99" if library == "pillow" else "1"),
        (gate, "rules_digest", lambda: "other rules"),
    ):
        with monkeypatch.context() as patch:
            patch.setattr(holder, name, value)
            found.add(fingerprint(policy))

    assert len(found) == 8
    assert fingerprint(policy) in found
