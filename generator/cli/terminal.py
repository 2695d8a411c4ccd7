"""How the commands meet a person: failures in words with an exit code, progress, problems, questions.

Exit 0: fine. Exit 1: a problem in the content. Exit 2: wrong usage, or this computer or project is not ready.
"""

import io
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NoReturn

import click
from rich.console import Console
from rich.progress import Progress

from generator.build.pipeline import UnfitSite
from generator.content.problems import ContentError, Problem, summary
from generator.posters.fonts import FontsMissing
from generator.posters.press import PosterError
from generator.privacy.gate import GateFailed
from generator.publish.staging import NotASite, SiteBusy
from generator.register.dialogue import Clerk, NotAgreed
from generator.register.faults import ImportRefused
from generator.system.environment import NotReady, Refused
from generator.system.progress import StageProgress
from generator.texts.clerks import SEVERITY_NAMES
from generator.texts.commands import STAGES, TEXTS


class Group(click.Group):
    """The command group; turns every expected failure into a message and an exit code."""

    def invoke(self, ctx: click.Context) -> Any:
        """Run the command; no failure leaves as a traceback."""
        if isinstance(sys.stdout, io.TextIOWrapper) and not sys.stdout.isatty():
            sys.stdout.reconfigure(encoding="utf-8", errors="backslashreplace")  # a file is UTF-8 on every system
        try:
            return super().invoke(ctx)
        except ContentError as error:
            print_problems(error.problems)
            unchanged = TEXTS["nothing_written" if ctx.invoked_subcommand == "results" else "nothing_published"]
            _stop(f"{summary(error.problems)}。{unchanged}", 1)
        except ImportRefused as error:
            click.echo("\n".join(error.lines))
            _stop(TEXTS["not_imported"], 1)
        except NotAgreed:
            _stop(TEXTS["not_imported"], 1)
        except UnfitSite as error:
            _stop("\n".join((*error.faults, TEXTS["nothing_published"])), 1)
        except PosterError as error:
            _stop(str(error), 1)
        except GateFailed as error:
            _stop(TEXTS["scan_failed"].format(reason=error), 2)
        except SiteBusy:
            _stop(TEXTS["busy"], 2)
        except NotASite as error:
            _stop(TEXTS["not_a_site"].format(name=error), 2)
        except (NotReady, FontsMissing, Refused) as error:
            _stop(str(error), 2)
        except OverflowError:
            _stop(TEXTS["bad_address"], 2)
        except OSError as error:
            name = Path(str(error.filename)).name if error.filename else ""
            _stop(TEXTS["os_error"].format(reason="：".join(filter(None, (name, error.strerror or str(error))))), 2)


def print_problems(problems: tuple[Problem, ...]) -> None:
    """Errors first; headings, where there is more than one kind, go to standard error: a line is a problem."""
    mixed = len({problem.severity for problem in problems}) > 1
    for severity, name in SEVERITY_NAMES.items():
        group = [problem for problem in problems if problem.severity == severity]
        if group and mixed:
            click.echo(TEXTS[severity].format(name=name), err=True)
        for problem in group:
            click.echo(problem)


@contextmanager
def progress() -> Iterator[StageProgress]:
    """A progress bar for each stage, where somebody watches a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as bars:
        tasks: dict[str, Any] = {}

        def tell(stage: str, done: int, total: int) -> None:
            if stage not in tasks:
                tasks[stage] = bars.add_task(STAGES[stage], total=total or None)
            bars.update(tasks[stage], completed=done, total=total or None)

        yield tell


def clerk() -> Clerk:
    """The person at this terminal."""
    return Clerk(_is_interactive(), click.echo, _answer, _agrees, progress)


def _is_interactive() -> bool:
    return sys.stdin.isatty()


def _answer(question: str, choices: Sequence[str], default: str) -> str:
    return str(click.prompt(question, type=click.Choice(choices) if choices else str, default=default))


def _agrees(question: str) -> bool:
    try:
        return click.confirm(question)
    except click.Abort:  # nobody there to answer
        return False


def _stop(message: str, code: int) -> NoReturn:
    click.echo(message, err=True)
    sys.exit(code)
