"""The known changes (已知的变化) that the program brings, and those of a county and a hall put together with them.

The program's are in ``known-changes.yml`` beside the templates, written like a hall's own.
"""

import json

from generator.content import strict_yaml
from generator.content.field_names import in_model_names
from generator.content.parsed_records import ParsedRecords, source_digest
from generator.model import KnownChange, KnownChanges, Record
from generator.system.environment import templates_folder


def shipped_changes(known: ParsedRecords) -> KnownChanges:
    """The changes that the program brings; read once, and then kept in ``known``."""
    source = (templates_folder() / "known-changes.yml").read_bytes()
    digest = source_digest(source)
    found = known.record(KnownChanges, digest)
    if found is None:
        value, _ = in_model_names(strict_yaml.read(source).value or {}, KnownChanges)
        found = KnownChanges.model_validate(value)
        known.remember(digest, json.dumps(value, ensure_ascii=False), found)
    return found


def merged(*files: Record | None) -> tuple[KnownChange, ...]:
    """The changes of all ``files``: a later file replaces those with the same id; what one leaves out is gone.

    What the last, that of the hall, leaves out stays, because the rules have to know that it was there.
    """
    changes: dict[str, KnownChange] = {}
    for file in files:
        if isinstance(file, KnownChanges):
            changes |= {change.id: change for change in file.changes}
            if file is not files[-1]:
                for left_out in file.left_out:
                    changes.pop(left_out.id, None)
    return tuple(changes.values())
