"""What must never be published: where it stands in a text, and what may be read of it."""

from generator.privacy.detect import check_rules, find
from generator.privacy.disguise import canonical
from generator.privacy.finding import NOTHING_KNOWN, Hit, Kind, Known, RulesMissing

__all__ = ["NOTHING_KNOWN", "Hit", "Kind", "Known", "RulesMissing", "canonical", "check_rules", "find"]
