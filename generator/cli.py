"""The commands. Each parses, calls, and reports; nothing here decides.

Exit 0: fine. Exit 1: a problem in the content. Exit 2: wrong usage, or this computer or project is not ready.
"""

import gc
import io
import json
import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import Progress

from generator import order_posters, scaffold, schema
from generator.fonts import FontsMissing
from generator.pipeline import ContentError, UnfitSite, examine
from generator.plugin import Settings, build_site, china_today, content_folder, serve_site, site_address
from generator.posters import PosterError
from generator.problems import Problem, summary
from generator.publish import NotASite, SiteBusy
from generator.surroundings import Environment, templates_folder
from generator.texts.clerks import SEVERITY_NAMES
from generator.texts.commands import STAGES, TEXTS

PROJECT = click.option(
    "-C", "--project", type=click.Path(path_type=Path, file_okay=False), default=Path(), help=TEXTS["project"]
)
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=TEXTS["today"])


class Group(click.Group):
    """The command group; turns every expected failure into a message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; no failure leaves as a traceback."""
        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file is UTF-8 on every system
        try:
            return super().invoke(ctx)
        except ContentError as error:
            _print_problems(error.problems)
            _stop(f"{summary(error.problems)}。{TEXTS['nothing_published']}", 1)
        except UnfitSite as error:
            _stop("\n".join((*error.faults, TEXTS["nothing_published"])), 1)
        except PosterError as error:
            _stop(str(error), 1)
        except scaffold.Refused as error:
            _stop(str(error), 2)
        except SiteBusy:
            _stop(TEXTS["busy"], 2)
        except NotASite as error:
            _stop(TEXTS["not_a_site"].format(name=error), 2)
        except (Environment, FontsMissing) as error:
            _stop(str(error), 2)
        except OverflowError:
            _stop(TEXTS["bad_address"], 2)
        except OSError as error:
            name = Path(str(error.filename)).name if error.filename else ""
            _stop(TEXTS["os_error"].format(reason="：".join(filter(None, (name, error.strerror or str(error))))), 2)


@click.group(cls=Group, help=TEXTS["gongshi"], context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="gongshi", prog_name="gongshi", message="%(prog)s %(version)s")
def main() -> None:
    """Entry point."""


@main.command(help=TEXTS["init"])
@click.argument("folder", type=click.Path(path_type=Path))
def init(folder: Path) -> None:
    """Start a hall's project."""
    for path in scaffold.init(folder, templates_folder() / "starter", china_today()):
        click.echo(path)
    click.echo(TEXTS["init_done"].format(folder=folder))


@main.command(help=TEXTS["new"])
@click.argument("kind", type=click.Choice(scaffold.KINDS))
@click.argument("record_id", metavar="ID")
@PROJECT
def new(kind: str, record_id: str, project: Path) -> None:
    """Write a commented sample of a record."""
    click.echo(scaffold.new(content_folder(project), templates_folder() / "starter", kind, record_id, china_today()))


@main.command(help=TEXTS["check"])
@PROJECT
@TODAY
@click.option("--json", "as_json", is_flag=True, help=TEXTS["json"])
@click.option("--strict", is_flag=True, help=TEXTS["strict"])
def check(project: Path, today: datetime | None, as_json: bool, strict: bool) -> None:
    """Check the content."""
    with _progress() as tell:
        tell("read", 0, 0)
        _, problems, _ = examine(content_folder(project), _day(today), os.cpu_count() or 1)
    if as_json:
        click.echo(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1))
    else:
        _print_problems(problems)
        click.echo(summary(problems), err=True)
    bad = ("error", "gap") if strict else ("error",)
    sys.exit(int(any(problem.severity in bad for problem in problems)))


@main.command(help=TEXTS["build"])
@PROJECT
@TODAY
@click.option("--site-dir", type=click.Path(path_type=Path, file_okay=False), help=TEXTS["site_dir"])
@click.option("--posters", type=click.Choice(["all", "changed", "none"]), help=TEXTS["posters_mode"])
def build(project: Path, today: datetime | None, site_dir: Path | None, posters: Any) -> None:
    """Build the site."""
    gc.disable()  # one build is one short life; looking for cycles takes a sixth of it
    with _progress() as tell:
        target = site_dir.absolute() if site_dir else None
        report = build_site(project.absolute(), target, Settings(posters, _day(today), tell))
    _print_problems(report.problems)
    for warning in report.warnings:
        click.echo(warning, err=True)
    text = TEXTS["built"] if report.changed else TEXTS["unchanged"]
    click.echo(text.format(pages=report.pages, posters=report.posters, problems=summary(report.problems)))


@main.command(help=TEXTS["serve"])
@PROJECT
@click.option("--address", default="127.0.0.1:8000", show_default=True, help=TEXTS["address"])
def serve(project: Path, address: str) -> None:
    """Preview the site."""
    serve_site(project.absolute(), address)


@main.command(help=TEXTS["posters"])
@click.argument("ids", nargs=-1, required=True, metavar="ID...")
@PROJECT
@TODAY
@click.option("--paper", type=click.Choice(["a4", "a3", "a2", "a1"]), help=TEXTS["paper"])
@click.option(
    "--format", "form", type=click.Choice(["pdf", "png", "svg"]), default="pdf", show_default=True, help=TEXTS["format"]
)
@click.option("--ink-saving", is_flag=True, help=TEXTS["ink_saving"])
@click.option("--out", type=click.Path(path_type=Path, file_okay=False), default=Path(), help=TEXTS["out"])
def posters(
    ids: tuple[str, ...], project: Path, today: datetime | None, paper: Any, form: Any, ink_saving: bool, out: Path
) -> None:
    """Print posters of single records."""
    request = order_posters.Request(ids, paper, form, ink_saving, out)
    url = site_address(project)
    if url is None:
        click.echo(TEXTS["no_site_url"], err=True)
    with _progress() as tell:
        paths = order_posters.run(request, content_folder(project), templates_folder(), url, _day(today))
        for number, path in enumerate(paths, 1):
            tell("posters", number, 0)
            click.echo(path)


@main.command("schema", help=TEXTS["schema"])
@click.option(
    "--out",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("schemas"),
    show_default=True,
    help=TEXTS["schema_out"],
)
@click.option("--reference", type=click.Path(path_type=Path, dir_okay=False), help=TEXTS["reference"])
def write_schemas(out: Path, reference: Path | None) -> None:
    """Write the JSON Schemas."""
    for path in schema.write(out, reference):
        click.echo(path)


def _day(value: datetime | None) -> date:
    return value.date() if value else china_today()


def _print_problems(problems: tuple[Problem, ...]) -> None:
    """Errors first; headings, where there is more than one kind, go to standard error: a line is a problem."""
    mixed = len({problem.severity for problem in problems}) > 1
    for severity, name in SEVERITY_NAMES.items():
        group = [problem for problem in problems if problem.severity == severity]
        if group and mixed:
            click.echo(TEXTS[severity].format(name=name), err=True)
        for problem in group:
            click.echo(problem)


def _stop(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)


@contextmanager
def _progress() -> Iterator[Callable[[str, int, int], None]]:
    """A progress bar for each stage, where somebody watches a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = progress.add_task(STAGES[stage], total=total or None)
            progress.update(tasks[stage], completed=done, total=total or None)

        yield tell
