"""``gongshi posters``: posters of single records and periods."""

import re
from datetime import datetime
from pathlib import Path
from typing import Any, get_args
from unicodedata import normalize

import click

from generator.build.asked_sheets import PosterRequest, kinds_of
from generator.build.print_posters import print_changed, print_posters
from generator.cli.options import PROJECT, TODAY, day
from generator.cli.sheet_kinds import kinds_typed, list_kinds
from generator.cli.terminal import progress
from generator.cli.usage import Mistyped
from generator.content.project import open_project
from generator.kit.kind import SheetSet
from generator.model.hall import Paper
from generator.posters.press import PosterFormat, Variant
from generator.posters.stock import Stock, stock_of
from generator.texts.commands import TEXTS
from generator.texts.usage import PLACEHOLDERS


def _stock(_: click.Context, option: click.Parameter, name: str | None) -> Stock | None:
    """The paper, or the board of any size, that an option names."""
    if name is None:
        return None
    name = normalize("NFKC", name).strip().lower().replace("×", "x")
    if name in get_args(Paper):
        return stock_of(name)
    if not re.fullmatch("[1-9][0-9]{1,2}x[1-9][0-9]{1,2}", name):
        raise Mistyped(TEXTS["bad_paper"].format(papers="、".join(get_args(Paper))), param=option)
    return stock_of(name)


def _refuse_contradictions(names: bool, changed: bool, how: dict[str, Any]) -> None:
    """Raise Mistyped where options do not go together."""
    context = click.get_current_context()
    if names == changed:
        raise Mistyped(TEXTS["posters_which"], param=context.command.params[0])
    arranged = bool(how["tile"]) + how["booklet"] + how["bleed"]
    if arranged > 1 or (arranged and how["format"] not in (None, "pdf")):
        raise Mistyped(TEXTS["one_arrangement"], param=context.command.params[0])
    if how["out"].suffix.lower() == ".pdf" and how["format"] not in (None, "pdf"):
        raise Mistyped(TEXTS["merged_pdf"], param=context.command.params[0])


def _filled(_: click.Context, option: click.Parameter, typed: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Label and words of blanks; what was typed may be private and is not repeated."""
    pairs = [text.partition("=") for text in typed]
    if not all(label.strip() and words.strip() for label, _sign, words in pairs):
        raise Mistyped(TEXTS["bad_fill"], param=option)
    return tuple((label.strip(), words) for label, _sign, words in pairs)


def _numbers(_: click.Context, option: click.Parameter, typed: str | None) -> tuple[int, ...]:
    """The numbers in a list such as 2,3."""
    if typed is None:
        return ()
    if not re.fullmatch("[1-9][0-9]{0,2}([,，、][1-9][0-9]{0,2})*", typed):
        raise Mistyped(TEXTS["bad_missing"], param=option)
    return tuple(int(number) for number in re.split("[,，、]", typed))


@click.command(help=TEXTS["posters"])
@click.argument("ids", nargs=-1, metavar=PLACEHOLDERS["ids"])
@click.option("--changed", is_flag=True, help=TEXTS["changed_only"])
@click.option("--hung", is_flag=True, help=TEXTS["hung"])
@click.option(
    "--kind", "kinds", metavar=PLACEHOLDERS["kind"], multiple=True, callback=kinds_typed, help=TEXTS["sheet_kind"]
)
@click.option(
    "--kinds", "listed", is_flag=True, is_eager=True, expose_value=False, callback=list_kinds, help=TEXTS["list_kinds"]
)
@click.option("--set", "sets", multiple=True, type=click.Choice([*get_args(SheetSet), "all"]), help=TEXTS["sheet_set"])
@PROJECT
@TODAY
@click.option("--paper", "--board", "stock", metavar=PLACEHOLDERS["paper"], callback=_stock, help=TEXTS["paper"])
@click.option(
    "--distance", metavar=PLACEHOLDERS["metres"], type=click.FloatRange(0.3, 50), help=TEXTS["poster_distance"]
)
@click.option(
    "--variant", type=click.Choice(get_args(Variant)), default="colour", show_default=True, help=TEXTS["variant"]
)
@click.option(
    "--format",
    type=click.Choice(get_args(PosterFormat)),
    help=TEXTS["poster_format"],
)
@click.option("--tile", metavar=PLACEHOLDERS["paper"], callback=_stock, help=TEXTS["tile"])
@click.option("--bleed", is_flag=True, help=TEXTS["bleed"])
@click.option("--booklet", is_flag=True, help=TEXTS["booklet"])
@click.option("--fill", metavar=PLACEHOLDERS["blank"], multiple=True, callback=_filled, help=TEXTS["fill"])
@click.option("--missing", metavar=PLACEHOLDERS["numbers"], callback=_numbers, help=TEXTS["missing_rows"])
@click.option(
    "--out",
    metavar=PLACEHOLDERS["folder"],
    type=click.Path(path_type=Path),
    default=Path(),
    help=TEXTS["out"],
)
def posters(ids: tuple[str, ...], changed: bool, project: Path, today: datetime | None, **how: Any) -> None:
    """Print sheets of records, or sets of them; ``how`` are the other fields of a PosterRequest, and the sets."""
    sets = how.pop("sets")
    how["kinds"] += kinds_of(sets)
    how["matched"] = "wall" in sets
    _refuse_contradictions(bool(ids or how["kinds"]), changed, how)
    hall = open_project(project)
    if hall.site_url is None:
        click.echo(TEXTS["no_site_url"], err=True)
    with progress() as count:
        lines = (print_changed if changed else print_posters)(PosterRequest(ids, **how), hall, day(today))
        for number, line in enumerate(lines, 1):
            count("posters", number, 0)
            click.echo(line)
