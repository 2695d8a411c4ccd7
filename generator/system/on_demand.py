"""Imports a module when it is first needed. The only place that does, because such imports are easily overlooked.

Only for modules that are slow to import and seldom needed: those of commands, a library for one kind of file.
"""

import importlib
from types import ModuleType


def load(name: str) -> ModuleType:
    """The module ``name``, imported now if it was not before."""
    return importlib.import_module(name)
