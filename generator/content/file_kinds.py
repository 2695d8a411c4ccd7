"""Which record each file of a content folder holds."""

from generator.model import (
    Approvals,
    AssessmentProfile,
    Bundle,
    DisclosureCatalogue,
    DisclosureRecord,
    Holidays,
    InspectionProfile,
    KnownChanges,
    Materials,
    Notice,
    RatingMonth,
    Record,
    Regulation,
    ResultPeriod,
    SeenFiles,
    Service,
    Site,
    SynonymList,
    Translations,
    Waivers,
    Windows,
)

SINGLE_FILES: dict[str, type[Record]] = {"site.yml": Site, "windows.yml": Windows, "materials.yml": Materials}
OPTIONAL_FILES: dict[str, type[Record]] = {
    "waivers.yml": Waivers,
    "seen.yml": SeenFiles,
    "holidays.yml": Holidays,
    "translations.yml": Translations,
    "synonyms.yml": SynonymList,
    "known-changes.yml": KnownChanges,
    "known-changes-county.yml": KnownChanges,
    "inspection.yml": InspectionProfile,
    "assessment.yml": AssessmentProfile,
    "approvals.yml": Approvals,
}
RECORD_FOLDERS: dict[str, type[Record]] = {
    "services": Service,
    "regulations": Regulation,
    "notices": Notice,
    "results": ResultPeriod,
    "disclosures": DisclosureRecord,
    "bundles": Bundle,
    "catalogues": DisclosureCatalogue,
    "ratings": RatingMonth,
}


def model_of(path: str) -> type[Record] | None:
    """The kind of record in the file at ``path`` (below the content folder, POSIX); None for any other file."""
    folder, _, name = path.rpartition("/")
    return RECORD_FOLDERS.get(folder) if folder and name.endswith(".yml") else (SINGLE_FILES | OPTIONAL_FILES).get(path)
