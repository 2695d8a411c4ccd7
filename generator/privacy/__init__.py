"""Private values: finds them in texts and files, masks names, and keeps the hall's own contacts apart from them.

The rest of the program uses ``find`` (one text), ``gate`` (files) and ``masks``; the other modules are their parts.
"""

from generator.privacy.detect import check_rules, find
from generator.privacy.disguise import canonical
from generator.privacy.finding import NO_PUBLIC_CONTACTS, Hit, PrivateKind, PublicContacts, RulesMissing

__all__ = [
    "NO_PUBLIC_CONTACTS",
    "Hit",
    "PrivateKind",
    "PublicContacts",
    "RulesMissing",
    "canonical",
    "check_rules",
    "find",
]
