"""A whole hall goes out as a workbook and comes into an empty one: what people read there is the same."""

import shutil
from datetime import date
from pathlib import Path

import pytest
from project_builder import publish_project, run, tree

from generator.build.examine import examine
from generator.catalogue.changes import apply
from generator.catalogue.exporting import exported
from generator.catalogue.importing import planned

DEMO = Path(__file__).parents[2]
DAY = date(2026, 11, 20)
OTHERS = ("regulations", "notices", "results", "disclosures", "bundles", "catalogues", "ratings", "pages")
"""Folders of a hall that no workbook holds; a new hall may have samples in them."""

IN_WORKBOOK = {"site.yml", "windows.yml", "materials.yml"}
"""Files of a hall that a workbook holds."""


def said(project: Path) -> list[tuple[str, str, str]]:
    """What ``check`` says; not the lines, which follow from comments and from how a file is laid out."""
    return [(one.path, one.rule, one.message) for one in examine(project / "content", DAY, root=project).problems]


@pytest.mark.slow
@pytest.mark.usefixtures("kept_sets")
def test_the_demo_is_the_same_in_an_empty_hall(tmp_path: Path) -> None:
    """A workbook of the demo makes of what ``init`` writes a hall with the same report, pages, data and posters."""
    demo, hall, workbook = tmp_path / "demo", tmp_path / "hall", tmp_path / "demo.xlsx"
    shutil.copytree(DEMO / "content", demo / "content")
    assert run("generator", "init", str(hall), cwd=tmp_path).returncode == 0
    for folder in ("services", *OTHERS):
        shutil.rmtree(hall / "content" / folder, ignore_errors=True)
    workbook.write_bytes(exported(demo / "content", workbook).data)

    apply(planned([workbook], hall / "content", DAY))

    for folder in OTHERS:
        shutil.copytree(DEMO / "content" / folder, hall / "content" / folder)
    for name in {path.name for path in (DEMO / "content").iterdir() if path.is_file()} - IN_WORKBOOK:
        shutil.copy(DEMO / "content" / name, hall / "content")
    for project in (demo, hall):
        shutil.copy(DEMO / "mkdocs.yml", project)
        publish_project(project, posters="all", today=DAY)
    assert said(hall) == said(demo)
    published = tree(demo / "site")
    assert sum(path.endswith(".pdf") for path in published) > 50
    assert tree(hall / "site") == published
