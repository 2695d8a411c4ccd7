"""parsed_records: records of files that were read before, found again by the hash of their bytes."""

import json

import pytest
from content_builder import MakeContent, minimal_content

from generator.content import strict_yaml
from generator.content.load import load
from generator.content.parsed_records import ParsedRecords, source_digest
from generator.model import Notice, Service
from generator.system.environment import templates_folder

NOTICE = "notices/dibao-2026-11.yml"
FIELDS = {"id": "n", "title": "公示", "kind": "公示", "from": "2026-11-01", "until": "2026-11-30"}
RECORD = Notice.model_validate(FIELDS)
TEXT = json.dumps(FIELDS)


def test_record_is_found_by_the_bytes_of_its_file() -> None:
    """In the process that read it, and from its values in a later one; other bytes are not known."""
    known = ParsedRecords()
    known.remember("1", TEXT, RECORD)

    assert known.record(Notice, "1") is RECORD
    assert ParsedRecords(dict(known.texts)).record(Notice, "1") == RECORD
    assert known.record(Notice, "2") is None


def test_same_bytes_under_another_kind_of_record_are_not_taken_for_it() -> None:
    """A notice that was moved among the services is read as one, and reported."""
    known = ParsedRecords({"1": TEXT})

    assert known.record(Service, "1") is None
    assert known.record(Notice, "1") == RECORD
    assert known.record(Service, "1") is None


def test_what_no_load_asked_for_is_dropped() -> None:
    """Nothing outlives the content folder; what was asked for stays."""
    known = ParsedRecords({"1": TEXT, "2": TEXT})
    known.record(Notice, "1")
    known.forget_unused()

    assert (set(known.texts), known.changed) == ({"1"}, {"2"})
    known.changed.clear()
    known.record(Notice, "1")
    known.forget_unused()
    assert (set(known.texts), known.changed) == ({"1"}, set())
    known.forget_unused()
    assert (known.texts, known.record(Notice, "1")) == ({}, None)


def test_known_content_loads_to_the_same_and_is_not_parsed(
    make_content: MakeContent, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A folder of which every file is known gives the same records without a parser."""
    known = ParsedRecords()
    first = load(make_content(), known=known)
    own = {source_digest(t.encode()) for p, t in minimal_content().items() if p.endswith(".yml")}
    assert set(known.texts) == {*own, source_digest((templates_folder() / "known-changes.yml").read_bytes())}

    monkeypatch.setattr(strict_yaml, "read", lambda _: pytest.fail("a file was parsed"))
    again = load(make_content(), known=ParsedRecords(dict(known.texts)))

    assert first.dataset is not None and again.dataset is not None
    assert vars(again.dataset) == vars(first.dataset)


def test_known_file_in_another_place_is_read_and_reported(make_content: MakeContent) -> None:
    """A file whose name is no longer its id, or that lies in the folder of another kind, has its problem."""
    known = ParsedRecords()
    text = minimal_content()[NOTICE]
    load(make_content(), known=known)

    moved = load(
        make_content({NOTICE: None, "notices/other.yml": text, "services/dibao-2026-11.yml": text}), known=known
    )

    rules = {problem.path: problem.rule for problem in moved.problems}
    assert rules["content/notices/other.yml"] == "file/copy"
    assert "content/services/dibao-2026-11.yml" in rules


def test_file_with_a_mistake_is_not_known(make_content: MakeContent) -> None:
    """Its problem is reported in every build."""
    known = ParsedRecords()
    broken = {NOTICE: minimal_content()[NOTICE].replace("until: ", "until: 不详 "), "services/x.yml": "a: [\n"}
    first = load(make_content(broken), known=known)

    assert load(make_content(broken), known=known).problems == first.problems
    assert len({problem.path for problem in first.problems}) == 2
