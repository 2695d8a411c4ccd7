"""environment: what a command needs around it."""

from generator.system.environment import templates_folder


def test_templates_are_found() -> None:
    """The folder with page, poster and theme templates comes with the package."""
    assert {"pages", "posters", "theme", "starter"} <= {path.name for path in templates_folder().iterdir()}
