"""Composes the layers that a hall stands on, the uppermost first and the hall last, into one plain content folder.

A lower layer adds files, replaces those that its rules name, leaves some out, and changes single fields through partial
records (decision 27). What is then done with the folder is the same as with that of a hall alone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.content.problems import Problem, in_order, shown_path
from generator.layers.composition import Composition
from generator.layers.history import History, Step
from generator.layers.home import at_home
from generator.layers.layer import Layer
from generator.layers.locks import Lock
from generator.layers.reading import Contents, read_layer
from generator.layers.remembered import Remembered
from generator.publish.mirror import Mirrored, mirror


@dataclass(frozen=True)
class Composed:
    """What the layers make together. Where there are errors among ``problems`` it is not to be published.

    ``histories`` maps the path of each file of the content to what the layers did with it; ``left_out`` those that a
    layer left out; ``locks`` are the fields that lower layers must leave alone. ``folder`` is the name of the composed
    folder, ``changed`` what was written and removed there; None where nothing was because a layer has no folder.
    """

    layers: tuple[Layer, ...]
    histories: Mapping[str, History]
    left_out: Mapping[str, History]
    locks: tuple[Lock, ...]
    problems: tuple[Problem, ...]
    folder: str = ""
    changed: Mirrored | None = None

    def at_home(self, problem: Problem) -> Problem:
        """``problem``, found in the composed folder, at the place in the layer where its cause was written."""
        folder = f"{shown_path(self.folder)}/"
        if not problem.path.startswith(folder):
            return problem
        return at_home(problem, problem.path.removeprefix(folder), self.histories, self.layers[-1])


def compose(layers: Sequence[Layer], into: Path) -> Composed:
    """Compose ``layers`` and make the folder ``into`` equal to the result; only files that differ are written.

    All problems are collected. Raises NotMade where ``into`` is a folder of others, and OSError.
    """
    contents = [read_layer(layer) for layer in layers]
    remembered = Remembered(into)
    found = composed(contents, remembered)
    if not all(one.exists for one in contents):
        return found
    files = {path: history.read for path, history in found.histories.items()}
    changed = mirror(into, files, remembered.note)
    return replace(found, folder=into.name, changed=changed)


def composed(contents: Sequence[Contents], remembered: Remembered | None = None) -> Composed:
    """What the layers with these ``contents`` make together, with what is ``remembered`` of it; writes nothing."""
    layers = tuple(one.layer for one in contents)
    missing = [problem for one in contents if not one.exists for problem in one.problems]
    if missing:
        return Composed(layers, {}, {}, (), in_order(missing))
    work = Composition(remembered=remembered or Remembered(None))
    for number, one in enumerate(contents, 1):
        work.add(one, is_hall=number == len(contents))
    found = in_order(work.problems)
    return Composed(layers, _histories(work.steps), _histories(work.left_out), tuple(work.locks), found)


def _histories(steps: Mapping[str, Sequence[Step]]) -> dict[str, History]:
    return {path: History(path, tuple(of_path)) for path, of_path in sorted(steps.items())}
