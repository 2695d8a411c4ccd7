"""Groups of commands whose modules are imported only when the command runs, so that each starts fast.

Follows the lazy groups of click's documentation. In addition, ``--help`` imports no command, because the help texts are
in the table.
"""

import io
import sys
from collections.abc import Mapping
from typing import Any, NamedTuple

import click

from generator.cli.terminal import tell
from generator.cli.usage import in_chinese
from generator.cli.wording import ChineseContext
from generator.publish.files_in_use import failure_of
from generator.system.failures import Died, Failure, ReportLine
from generator.system.on_demand import load
from generator.texts.commands import TEXTS


class Deferred(NamedTuple):
    """A command that is imported when it is needed: the module that holds it, its name there, its help text."""

    module: str
    name: str
    help: str


class LazyGroup(click.Group):
    """A group of commands that are imported one by one; help and usage errors are told in Chinese."""

    context_class = ChineseContext

    def __init__(self, *args: Any, table: Mapping[str, Deferred], **options: Any) -> None:
        super().__init__(*args, **options)
        self.table = table

    def make_context(self, *args: Any, **options: Any) -> click.Context:
        """As in click, for the options of the group itself."""
        try:
            return super().make_context(*args, **options)
        except click.UsageError as error:
            raise in_chinese(error) from None

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002  # The signature is that of click.
        """The names of all commands, in the order of the table."""
        return [*self.table]

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command, with its module imported; None for a name that is no command."""
        if cmd_name not in self.table:
            return super().get_command(ctx, cmd_name)
        deferred = self.table[cmd_name]
        command = getattr(load(deferred.module), deferred.name)
        assert isinstance(command, click.Command)
        command.context_class = ChineseContext
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands by the help texts of the table."""
        rows = [(name, self.table[name].help.partition("\n")[0]) for name in self.list_commands(ctx)]
        with formatter.section("Commands"):
            formatter.write_dl(rows)


class MainGroup(LazyGroup):
    """The main group; turns every ``Failure`` of a command into a message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; report a ``Failure`` without a traceback."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper) and not stream.isatty():
                stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file is UTF-8 on every system
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise in_chinese(error) from None
        except Failure as failure:
            tell(failure.report())
            sys.exit(failure.exit_code)
        except (KeyboardInterrupt, click.Abort):
            load("generator.system.worker").end_all()
            tell([ReportLine(TEXTS["interrupted"])])
            sys.exit(1)
        except (MemoryError, Died):
            tell([ReportLine(TEXTS["no_memory"])])
            sys.exit(2)
        except BrokenPipeError:
            raise  # whoever reads along has seen enough, as with ``| head``; click ends in silence
        except OSError as error:
            tell(failure_of(error).report())
            sys.exit(2)
