"""Compiles the templates of pages and articles when a wheel is built, into ``generator/compiled_pages`` of the wheel.

The checkout runs its own templates and never holds compiled ones.
"""

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CompiledPages(BuildHookInterface):
    """Adds the compiled templates to a wheel; a link to the checkout (``pip install -e``) needs none."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Compile into a folder of its own, which stays until the wheel is written."""
        if version == "editable":
            return
        sys.path.insert(0, self.root)
        from generator.site.templates import compile_templates  # of this checkout, not of an installed copy

        sys.path.remove(self.root)
        self._folder = TemporaryDirectory()
        for folder in ("pages", "wechat"):
            compile_templates(Path(self.root, "site_templates", folder), Path(self._folder.name))
        build_data["force_include"][self._folder.name] = "generator/compiled_pages"

    def finalize(self, version: str, *_: object) -> None:
        """Remove the folder."""
        if version != "editable":
            self._folder.cleanup()
