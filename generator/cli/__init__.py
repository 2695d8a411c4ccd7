"""The commands. Each parses, calls, and reports; nothing here decides.

What becomes of a failure, and how anything reaches the person at the terminal, is in ``terminal``.
"""

import gc
import json
import os
import re
import sys
from datetime import date, datetime
from functools import partial
from pathlib import Path
from typing import Any

import click

from generator.build import checkpoints
from generator.build import print_posters as order_posters
from generator.build.pipeline import examine
from generator.cli.terminal import Group, clerk, print_problems, progress
from generator.content import scaffold, schema
from generator.content.problems import summary
from generator.engines.mkdocs import Settings, build_site, china_today, content_folder, serve_site, site_address
from generator.model.posting import PERIOD_PATTERN
from generator.register import blank, dialogue, importing
from generator.system.environment import templates_folder
from generator.texts.commands import TEXTS

PROJECT = click.option(
    "-C", "--project", type=click.Path(path_type=Path, file_okay=False), default=Path(), help=TEXTS["project"]
)
TODAY = click.option("--today", type=click.DateTime(["%Y-%m-%d"]), help=TEXTS["today"])


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
    with progress() as tell:
        tell("read", 0, 0)
        _, problems, _ = examine(content_folder(project), _day(today), os.cpu_count() or 1)
    if as_json:
        click.echo(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1))
    else:
        print_problems(problems)
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
    with progress() as tell:
        target = site_dir.absolute() if site_dir else None
        report = build_site(project.absolute(), target, Settings(posters, _day(today), tell))
    print_problems(report.problems)
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
    with progress() as tell:
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


@main.group(help=TEXTS["results"])
def results() -> None:
    """Periodic results."""


@results.command("import", help=TEXTS["results_import"])
@click.argument("register", type=click.Path(path_type=Path))
@click.option("--period", required=True, callback=lambda _, __, value: _period(value), help=TEXTS["period"])
@PROJECT
@TODAY
@click.option("--by", help=TEXTS["by"])
@click.option("--sheet", help=TEXTS["sheet"])
@click.option("--reason", help=TEXTS["reason"])
@click.option("--yes", is_flag=True, help=TEXTS["yes"])
@click.option("--dry-run", is_flag=True, help=TEXTS["dry_run"])
def import_results(
    register: Path, period: str, project: Path, today: datetime | None, by: str | None, sheet: str | None,
    reason: str | None, yes: bool, dry_run: bool,
) -> None:  # fmt: skip
    """Import a period of results."""
    order = importing.ImportRequest(register, project, content_folder(project), period, _day(today), by, sheet)
    dialogue.run(order, dialogue.Wishes(reason, yes, dry_run), clerk())


@results.command("template", help=TEXTS["results_template"])
@click.option("--out", type=click.Path(path_type=Path, dir_okay=False), show_default=f"../{blank.NAME}",
              help=TEXTS["template_out"])  # fmt: skip
@PROJECT
def write_template(out: Path | None, project: Path) -> None:
    """Write an empty register."""
    click.echo(blank.write(out or blank.beside(project), content_folder(project)))


@main.command(help=TEXTS["scan"])
@click.argument("paths", nargs=-1, required=True, metavar="PATH...")
@PROJECT
@click.option("--json", "as_json", is_flag=True, help=TEXTS["scan_json"])
@click.option("--waiver", is_flag=True, help=TEXTS["scan_waiver"])
def scan(paths: tuple[str, ...], project: Path, as_json: bool, waiver: bool) -> None:
    """Look for private values in any file."""
    content = content_folder(project) if (project / "mkdocs.yml").is_file() else None
    data = sys.stdin.buffer.read() if checkpoints.STDIN in paths else b""
    with progress() as tell:
        leaks = checkpoints.scan(paths, data, content, china_today(), waiver, partial(tell, "privacy"))
    for leak in leaks:
        click.echo(leak.as_json() if as_json else leak.as_waiver() if waiver else str(leak))
    click.echo(TEXTS["scan_found"].format(count=len(leaks)) if leaks else TEXTS["scan_clean"], err=True)
    sys.exit(int(bool(leaks)))


def _day(value: datetime | None) -> date:
    return value.date() if value else china_today()


def _period(value: str) -> str:
    if not re.fullmatch(PERIOD_PATTERN, value):
        raise click.BadParameter(TEXTS["bad_period"].format(id=value))
    return value
