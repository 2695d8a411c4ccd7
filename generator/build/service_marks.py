"""Marks of what files of open data say of each service, by which a line that still holds is known."""

from collections.abc import Mapping
from functools import lru_cache

from generator.build.outputs.output import digest_of
from generator.model import RecordKey
from generator.site.edition import Edition


@lru_cache(maxsize=1)
def service_marks(edition: Edition) -> Mapping[str, str]:
    """Id -> mark of every service, in order; empty where that of one cannot be told from its file.

    A mark changes with the file of the service and those that all share, with the address of the site, with the
    services that it points at, and with the changes that are told today.
    """
    marks: dict[str, str] = {}
    services = edition.dataset.services
    for service in services.values():
        digest = edition.digests.get(RecordKey("services", service.id))
        if digest is None:
            return {}
        told = sum(change.day <= edition.today for change in service.changes)
        related = [key for key in service.related if key in services]
        marks[service.id] = digest_of(digest, edition.shared, edition.site_url, related, told)[:32]
    return marks
