"""``gongshi check``: lists every problem of the content, or of mkdocs.yml if that names no usable content folder."""

import json
import sys
from datetime import date, datetime
from pathlib import Path

import click

from generator.build.drafts import Checked, all_problems
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.terminal import progress, tell
from generator.content.problems import report_lines, summary
from generator.content.project import BadSettings, content_folder
from generator.system.environment import cores
from generator.texts.commands import TEXTS


@click.command(help=TEXTS["check"])
@PROJECT
@TODAY
@click.option("--json", "as_json", is_flag=True, help=TEXTS["json"])
@click.option("--all", "every_gap", is_flag=True, help=TEXTS["every_gap"])
@click.option("--strict", is_flag=True, help=TEXTS["strict"])
def check(project: Path, today: datetime | None, every_gap: bool, as_json: bool, strict: bool) -> None:
    """Check the content."""
    problems, coming = _found(project, day(today))
    if as_json:
        click.echo(json.dumps([problem.as_json() for problem in problems], ensure_ascii=False, indent=1))
    else:
        tell(report_lines(problems, every_gap))
        click.echo("".join(f"{line}\n" for line in coming), nl=False)
        click.echo(summary(problems), err=True)
    bad = ("error", "gap") if strict else ("error",)
    sys.exit(int(any(problem.severity in bad for problem in problems)))


def _found(project: Path, today: date) -> Checked:
    try:
        content = content_folder(project)
    except BadSettings as error:
        return Checked(error.problems)
    with progress() as count:
        count("read", 0, 0)
        return all_problems(content, today, cores(), project)
