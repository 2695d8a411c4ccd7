"""The records of a hall's content: the one description of every field.

JSON Schemas, the field reference, the checks of single values and the pages all start from these classes.
"""

from generator.model.base import Basis, Record
from generator.model.dataset import Dataset, Place, ResultEntry, Results
from generator.model.hall import FunctionList, Hall, Material, Materials, Paper, Site, Supervision, Window, Windows
from generator.model.posting import Notice, ResultPeriod, ResultRow, Withdrawal, WithdrawnRow
from generator.model.regulation import Article, Chapter, Item, Regulation, WallTopic
from generator.model.service import Service, ServiceMaterial, TimeLimit
from generator.model.waiver import Waiver, Waivers

__all__ = [
    "Article", "Basis", "Chapter", "Dataset", "FunctionList", "Hall", "Item", "Material", "Materials", "Notice",
    "Paper", "Place", "Record", "Regulation", "ResultEntry", "ResultPeriod", "ResultRow", "Results", "Service",
    "ServiceMaterial", "Site", "Supervision", "TimeLimit", "Waiver", "Waivers", "WallTopic", "Window", "Windows",
    "Withdrawal", "WithdrawnRow",
]  # fmt: skip
