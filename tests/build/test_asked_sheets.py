"""asked_sheets: which records a name means."""

from content_builder import TODAY
from rules.dataset_builder import content

from generator.build.asked_sheets import keys_named
from generator.kit.kinds import printable_sheets
from generator.model import RecordKey
from generator.site.edition import Edition

BUNDLE = {"bundles/jiuzhu.yml": {"id": "jiuzhu", "name": "救助一件事", "services": ["linshi-jiuzhu"]}}


def test_every_record_that_has_a_sheet_is_found_by_its_id() -> None:
    """Alone, and behind its kind."""
    dataset = content(BUNDLE)
    keys = {one.key.record for one in printable_sheets(Edition(dataset, TODAY)) if one.key.record}

    assert {key.kind for key in keys} > {"services", "bundles", "notices"}
    assert [
        key for key in keys if key not in keys_named(key.id, dataset) or (key,) != keys_named(str(key), dataset)
    ] == []


def test_bundle_is_found_by_its_name() -> None:
    """《》 around it or not."""
    key = RecordKey("bundles", "jiuzhu")
    assert keys_named("救助一件事", content(BUNDLE)) == keys_named("《救助一件事》", content(BUNDLE)) == (key,)
