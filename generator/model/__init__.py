"""The records of a hall's content: pydantic classes, the only description of every field.

JSON Schemas, the field reference and the checks of single values are made from these classes. The first line of a
class docstring is printed in both, and so is the name of the class. Reads no file and imports no other room.
"""

from generator.model.approval import Approval, Approvals, SignOff
from generator.model.assessment import AssessedByHand, AssessedItem, AssessmentProfile
from generator.model.base import Basis, Record
from generator.model.bundle import Bundle
from generator.model.dataset import Dataset, Keys, PictureFile, Place, ResultEntry, Results
from generator.model.disclosure import Disclosed, DisclosedRow, DisclosedTable, DisclosureRecord
from generator.model.disclosure_catalogue import Answer, CatalogueRow, DisclosureCatalogue
from generator.model.fleet import Fleet, FleetHall, FleetLayer
from generator.model.hall import (
    Desk,
    Feedback,
    FunctionList,
    Hall,
    Material,
    Materials,
    Paper,
    Rating,
    SheetSettings,
    Site,
    Supervision,
    Window,
    Windows,
)
from generator.model.holidays import Holiday, Holidays, HolidayYear
from generator.model.inspection import ByHand, Indicator, InspectionProfile
from generator.model.keys import RecordKey, RecordKind, SheetKey
from generator.model.known_change import KnownChange, KnownChanges, LeftOut
from generator.model.posting import Notice, ResultPeriod, ResultRow, Withdrawal, WithdrawnRow
from generator.model.query_code import QueryCode
from generator.model.rating import RatingMonth, RatingRow
from generator.model.regulation import Annex, Article, Chapter, Item, Regulation
from generator.model.seen import SeenFile, SeenFiles
from generator.model.service import Service, ServiceMaterial
from generator.model.synonyms import SynonymList, SynonymRow
from generator.model.time_limits import TimeLimit
from generator.model.translations import Translation, Translations
from generator.model.version import Version, Versions
from generator.model.waiver import Waiver, Waivers

__all__ = [
    "Annex", "Answer", "Approval", "Approvals", "Article", "AssessedByHand", "AssessedItem", "AssessmentProfile", "Basis", "Bundle", "ByHand", "CatalogueRow", "Chapter", "Dataset", "Desk", "Disclosed", "DisclosedRow", "DisclosedTable", "DisclosureCatalogue", "DisclosureRecord", "Feedback", "Fleet", "FleetHall", "FleetLayer", "FunctionList", "Hall", "Holiday", "HolidayYear", "Holidays", "Indicator", "InspectionProfile", "Item", "Keys", "KnownChange", "KnownChanges", "LeftOut", "Material", "Materials", "Notice",
    "Paper", "PictureFile", "Place", "QueryCode", "Rating", "RatingMonth", "RatingRow", "Record", "RecordKey", "RecordKind", "Regulation", "ResultEntry", "ResultPeriod", "ResultRow",
    "Results", "SeenFile", "SeenFiles", "Service", "ServiceMaterial", "SheetKey", "SheetSettings", "SignOff", "Site", "Supervision", "SynonymList", "SynonymRow", "TimeLimit", "Translation", "Translations", "Version", "Versions", "Waiver", "Waivers", "Window", "Windows",
    "Withdrawal", "WithdrawnRow",
]  # fmt: skip
