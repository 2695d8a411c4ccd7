"""``gongshi menu``: the steps of every day, chosen by number, for those who start the program with a double click."""

from pathlib import Path

import click

from generator.cli.options import PROJECT
from generator.texts.commands import MENU, TEXTS


@click.command(help=TEXTS["menu"])
@PROJECT
@click.pass_context
def menu(ctx: click.Context, project: Path) -> None:
    """Ask what to do and do it, until the answer is to stop."""
    program = ctx.find_root().command
    while command := _chosen():
        _run(program, [command, "-C", str(project)])


def _chosen() -> str:
    """The command that the user chose; "" to stop, also at the end of the input. Full-width digits do as well."""
    while True:
        click.echo("\n" + "\n".join(f"  {number}  {words}" for number, (words, _) in MENU.items()) + "\n")
        try:
            typed = click.prompt(TEXTS["menu_ask"]).strip()
        except click.Abort:
            return ""
        number = str(int(typed)) if typed.isdecimal() else typed
        if number in MENU:
            return MENU[number][1]


def _run(program: click.Command, arguments: list[str]) -> None:
    """Run a command as if it had been typed. What went wrong has been told when it ends; the menu goes on."""
    try:
        program.main(arguments, prog_name="gongshi", standalone_mode=False)
    except click.ClickException as error:
        error.show()
    except (SystemExit, click.Abort):
        return
