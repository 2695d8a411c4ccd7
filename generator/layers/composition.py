"""Puts one layer below another: what it adds, replaces, leaves out and overrides, and what of that is refused.

Where something is refused, the files stay as the layers above have them, so that everything else can still be checked.
"""

import difflib
from collections.abc import Iterable
from dataclasses import dataclass, field

from generator.content.field_places import place_of
from generator.content.file_kinds import model_of
from generator.content.problems import Problem, excerpt, make_problem, printable
from generator.content.sign_off import FILE as APPROVALS
from generator.layers.history import History, Step
from generator.layers.layer import RULES_FILE
from generator.layers.locks import Lock, broken_locks, locks_of
from generator.layers.overriding import fields_of, overridden
from generator.layers.partial import Complaint
from generator.layers.promises import PROMISE, weaker_promise
from generator.layers.reading import Contents, SourceFile, may_be_content
from generator.layers.remembered import Remembered
from generator.model import Keys, Service
from generator.model.layer import LayerRules
from generator.texts.layers import NEAR

_PATTERN_SIGNS = frozenset("*?[")


@dataclass
class Composition:
    """The files as the layers so far have them, those that were left out, the locks on them, and all problems."""

    steps: dict[str, list[Step]] = field(default_factory=dict)
    left_out: dict[str, list[Step]] = field(default_factory=dict)
    locks: list[Lock] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    remembered: Remembered = field(default_factory=lambda: Remembered(None))

    def add(self, contents: Contents, is_hall: bool = True) -> None:
        """Put a layer below those so far; ``is_hall`` where it is the last one."""
        self.problems += contents.problems
        if not is_hall and (ledger := contents.files.get(APPROVALS)):
            self._note("layer/approvals", ledger, APPROVALS)
        self._check_replaced(contents)
        self._leave_out(contents)
        for path, file in contents.files.items():
            self._bring(path, file, path in contents.rules.replaces)
        for path, file in contents.overrides.items():
            if path in contents.files:
                self._note("layer/override-own", file, path)
            elif path not in self.steps:
                self._note("layer/override-nothing", file, path, near=self._near(path))
            else:
                self._override(path, file)
        self._lock(contents)

    def _bring(self, path: str, file: SourceFile, replaces: bool) -> None:
        """Add a file, or replace one; one that a layer left out is still replaced, with what is locked in it."""
        above = self.steps.get(path) or self.left_out.get(path)
        if above and not replaces:
            place = above[-1].source
            values = {"layer": place.layer.name, "above": place.layer.place(place.path)}
            self._note("layer/exists-above", file, path, **values)
            return
        if above and self._refused(path, above, file, file.data):
            return
        self.left_out.pop(path, None)
        self.steps[path] = [*(above or ()), Step(file, False, file.data)]

    def _override(self, path: str, file: SourceFile) -> None:
        above, partial = self.steps[path], file.data or b""
        upper = above[-1].result or b""
        locks = repr([lock.keys for lock in self.locks if lock.holds(path)]).encode()
        if (known := self.remembered.recall(path, (upper, partial, locks))) is not None:
            above.append(Step(file, True, known))
            return
        faults = fields_of(partial, path).faults
        for fault in faults:
            place = file.layer.place(file.path)
            self.problems.append(make_problem(fault.rule, place, fault.line, fault.column, fault.values))
        if faults:
            return
        found = overridden(upper, partial, path)
        self._complain(found.complaints, file, path, above)
        if found.data is not None and not self._refused(path, above, file, found.data, partial):
            above.append(Step(file, True, found.data))
            self.remembered.keep(path, (upper, partial, locks), found.data)

    def _refused(
        self, path: str, above: list[Step], file: SourceFile, data: bytes | None, partial: bytes | None = None
    ) -> bool:
        """Whether a lock or a promise of the layers ``above`` stands against ``data``, the file as it would become."""
        model, upper = model_of(path), above[-1].result
        if model is None or upper is None or data is None:
            return False
        before, after = fields_of(upper, path).values, fields_of(data, path).values
        own = fields_of(partial, path).values if partial is not None else None
        locks = (lock for lock in self.locks if lock.holds(path))
        found = list(broken_locks(locks, before, after, model, own))
        weaker = weaker_promise(before, after) if model is Service else None
        if weaker:
            promising = History(path, tuple(above)).origin(PROMISE).layer.name
            found.append(weaker._replace(values={**weaker.values, "layer": promising}))
        self._complain(found, file, path, above)
        return bool(found)

    def _leave_out(self, contents: Contents) -> None:
        for at, path in enumerate(contents.rules.leaves_out):
            keys = ("leaves_out", at)
            if path in contents.files:
                self._note_rule("layer/leaves-own", contents, keys, path)
            elif path not in self.steps:
                self._note_absent("layer/leaves-nothing", contents, keys, path)
            elif lock := next((lock for lock in self.locks if not lock.keys and lock.holds(path)), None):
                values = {"layer": lock.layer.name, "above": lock.origin.place}
                self._note_rule("layer/locked-record", contents, keys, path, **values)
            else:
                self.left_out[path] = self.steps.pop(path)

    def _check_replaced(self, contents: Contents) -> None:
        for at, path in enumerate(contents.rules.replaces):
            if path not in self.steps and path not in self.left_out:
                self._note_absent("layer/replaces-nothing", contents, ("replaces", at), path)
            elif path not in contents.files:
                self._note_rule("layer/replaces-no-file", contents, ("replaces", at), path)

    def _lock(self, contents: Contents) -> None:
        for found in locks_of(contents):
            if isinstance(found, Complaint):
                place = place_of(contents.rules_source, found.keys, found.at_key, LayerRules)
                self.problems.append(make_problem(found.rule, contents.layer.place(RULES_FILE), *place, found.values))
            elif not _PATTERN_SIGNS & {*found.pattern} and found.pattern not in self.steps:
                self._note_absent("layer/locked-nothing", contents, ("locked", found.pattern), found.pattern)
            else:
                self.locks.append(found)

    def _complain(self, found: Iterable[Complaint], file: SourceFile, path: str, above: list[Step]) -> None:
        """Note what is wrong in ``file``, a record or a partial one."""
        base = History(path, tuple(above)).whole.source
        for one in found:
            values = {"path": path, "above": base.layer.place(base.path), **one.values}
            place = place_of(file.data or b"", one.keys, one.at_key, model_of(path))
            self.problems.append(make_problem(one.rule, file.layer.place(file.path), *place, values))

    def _note(self, rule: str, file: SourceFile, path: str, **values: str) -> None:
        values = {"path": path, **values}
        self.problems.append(make_problem(rule, file.layer.place(file.path), 1, 1, values))

    def _note_absent(self, rule: str, contents: Contents, keys: Keys, path: str) -> None:
        """Note that a rule names a file that is not there; one that can be no file of content is told as such."""
        is_path = may_be_content(path)
        self._note_rule(rule if is_path else "layer/path", contents, keys, path, near=self._near(path))

    def _note_rule(self, rule: str, contents: Contents, keys: Keys, path: str, **values: str) -> None:
        place = place_of(contents.rules_source, keys, False, LayerRules)
        shown = {"path": excerpt(path), **values}
        self.problems.append(make_problem(rule, contents.layer.place(RULES_FILE), *place, shown))

    def _near(self, path: str) -> str:
        names = difflib.get_close_matches(path, self.steps, 1)
        return NEAR.format(names=printable(names[0])) if names else ""
