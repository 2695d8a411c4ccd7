"""Word documents (.docx): python-docx opens them; what their XML says is read here, in full and with its numbers."""

from generator.sources.word.story import read_word

__all__ = ["read_word"]
