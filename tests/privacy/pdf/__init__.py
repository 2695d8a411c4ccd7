"""Tests of ``generator.privacy.pdf``."""
