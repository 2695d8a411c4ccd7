"""OpenDocument texts (.odt), read from their XML, which lxml parses, in full and with their numbers."""

from generator.sources.odf.story import read_odf

__all__ = ["read_odf"]
