"""The messages of checks that stand with the other words about their subject."""

from generator.texts import (
    access,
    assessment,
    bundles,
    disclosures,
    fleet,
    inspection,
    known_changes,
    layers,
    opening,
    search_told,
    second_language,
    sign_off,
    sites,
    versions,
)

CHECKS = (
    access.CHECKS
    | assessment.CHECKS
    | bundles.CHECKS
    | disclosures.CHECKS
    | fleet.CHECKS
    | inspection.CHECKS
    | known_changes.CHECKS
    | layers.CHECKS
    | opening.CHECKS
    | search_told.CHECKS
    | second_language.CHECKS
    | sign_off.CHECKS
    | sites.CHECKS
    | versions.CHECKS
)
"""Rule id -> severity, message and remedy, as in ``checks.MESSAGES``."""
