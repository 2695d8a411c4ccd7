"""Files changed as people and programs change them by mistake: no traceback, no long wait, every problem with a place."""

import random
import re
import resource
import shutil
import sys
import time
import traceback
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from campaign.outcome import Outcome
from content_builder import TODAY, minimal_content, write_content
from fake_engine import FakeEngine
from project_builder import MKDOCS

from generator.build import examine as module
from generator.build import incremental
from generator.build.checkpoints import prose_problems
from generator.build.examine import examine
from generator.build.options import BuildOptions
from generator.content.load import ParsedRecords
from generator.content.problems import ContentError, Problem
from generator.content.project import open_project
from generator.register import mapping
from generator.register.faults import ImportRefused
from generator.system.environment import NotReady
from generator.system.failures import Failure

SECONDS, MEBIBYTES = 10.0, 1024
BUILD_EVERY = 400
"""Of so many mutated projects one is built, too."""

WAIVERS = """\
waivers:
  - path: services/linshi-jiuzhu.yml
    kind: mobile
    hash: 0123456789abcdef0123456789abcdef
    reason: 大厅值班手机
    until: 2026-12-31
"""
HOLIDAYS = """\
years:
  - year: 2026
    source: 国办发明电〔2025〕0号
    holidays:
      - {name: 元旦, from: 2025-12-31, until: 2026-01-02}
      - name: 国庆节
        from: 2026-10-01
        until: 2026-10-08
    workdays: [2026-09-27, 2026-10-10]
  - year: 2031
    source: 国办发明电〔2030〕0号
    holidays: [{name: 元旦, from: 2031-01-01, until: 2031-01-01}]
"""
CODES = "收件编号,查询码\nXG-0001,K7PM-2QXR-9TWD\n"
COLUMNS = "办件编号: 收件编号\n备注二: 忽略\n"
SETTINGS = f"""\
{MKDOCS}      content: content
extra:
  shared: &shared [a, b]
  again: *shared
  port: !ENV [GONGSHI_NO_SUCH_VARIABLE, 8]
markdown_extensions:
  - attr_list
  - toc: {{permalink: true}}
"""
ODD = (
    "", "''", '""', "~", "null", "[]", "{}", "[[[]]]", "{a: {b: c}}", "- ", "-", "?", "? a", "|", ">", "&a", "*a", "!x y",
    "!!python/object:os.system [x]", "%YAML 9", "---", "...", "@", "`", "[", "{", "]", "}", ",", "，", "：", "#", " # x", '"\\0"',
    '"\\ud800"', '"\\x07"', "'", '"', "\t", "\u200b", "\u202e", "\ufeff", "\u3000", "０１", "0", "-1", "1e999", "9" * 400,
    "99999999999", "2026-02-30", "0000-00-00", "9999-12-31", "2026-13-01", "是", "否", "yes", "1:30", "1_000", "<<: {a: b}",
    "http://[::1", "https://例子.测试:99999/x", "http://a:b@c/", "ftp://x", "//x", "https://xn--fsq.example:0/../..", "x" * 5000,
    "𠮷" * 40, "e\u0301" * 40, "../../..", "/", ".", "..", "C:\\x", "con", "{{ x }}", "<script>", "%s %d {0}", "\\", "🏛️",
)  # fmt: skip
"""Values that are no values, or odd ones."""

ADDRESSES = (
    "https://例子.测试/", "http://demo.example:8080/a/b", "http://demo.example:0/", "http://demo.example:65536", "http://[::1]:80/",
    "http://[fe80::1%25eth0]/", "https://xn--zzz---.example/", "https:///x", "https://demo.example/a b", "https://demo.example/%zz/",
    "https://demo.example//..//", "http://\u2100.example/", "https://demo.example/?q#f", "http://1.2.3.4.5/", "https://.example/",
)  # fmt: skip
FOLDERS = (
    ".",
    "..",
    "/",
    "content",
    "content/pages/../pages",
    "site",
    "~",
    "no-such",
    "mkdocs.yml",
    "a\\b",
    "content/pages/",
)


def change(text: str, chance: random.Random, others: list[str]) -> bytes:
    """``text`` with one to three changes, as bytes."""
    for _ in range(chance.choice((1, 1, 1, 2, 3))):
        text = chance.choice(_CHANGES)(text, chance, others)
    return chance.choice(_ENCODINGS)(text) if chance.random() < 0.05 else text.encode("utf-8", "surrogatepass")


def _cut(text: str, chance: random.Random, _: list[str]) -> str:
    return text[: chance.randrange(len(text) + 1)]


def _value(text: str, chance: random.Random, _: list[str]) -> str:
    """Another value behind one of the colons or commas."""
    places = [found.end() for found in re.finditer(r": |- |,", text)] or [0]
    at = chance.choice(places)
    end = next((found.start() for found in re.finditer(r"[\n,]", text) if found.start() >= at), len(text))
    value = chance.choice(ODD)
    if chance.random() < 0.3:
        value = chance.choice(ADDRESSES + FOLDERS)
    return text[:at] + value + text[end:]


def _insert(text: str, chance: random.Random, _: list[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + chance.choice(ODD) + text[at:]


def _remove(text: str, chance: random.Random, _: list[str]) -> str:
    at = chance.randrange(len(text) + 1)
    return text[:at] + text[at + chance.choice((1, 1, 2, 9)) :]


def _lines(
    edit: Callable[[list[str], random.Random, list[str]], object],
) -> Callable[[str, random.Random, list[str]], str]:
    def changed(text: str, chance: random.Random, others: list[str]) -> str:
        lines = text.split("\n")
        edit(lines, chance, others)
        return "\n".join(lines)

    return changed


def _drop(lines: list[str], chance: random.Random, _: list[str]) -> None:
    at = chance.randrange(len(lines))
    del lines[at : at + chance.choice((1, 1, 2, 5))]


def _double(lines: list[str], chance: random.Random, _: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at:at] = lines[at : at + chance.choice((1, 1, 3))] * chance.choice((1, 1, 40))


def _move(lines: list[str], chance: random.Random, _: list[str]) -> None:
    line = lines.pop(chance.randrange(len(lines)))
    lines.insert(chance.randrange(len(lines) + 1), line)


def _indent(lines: list[str], chance: random.Random, _: list[str]) -> None:
    at = chance.randrange(len(lines))
    lines[at] = chance.choice((" ", "  ", "\t", "- ", "    ", "\u3000")) * chance.choice((1, 1, 60)) + lines[at].lstrip(
        " " if chance.random() < 0.5 else ""
    )


def _splice(lines: list[str], chance: random.Random, others: list[str]) -> None:
    foreign = chance.choice(others).split("\n")
    at = chance.randrange(len(foreign))
    place = chance.randrange(len(lines) + 1)
    lines[place:place] = foreign[at : at + chance.choice((1, 3, 9))]


def _swap_mark(text: str, chance: random.Random, _: list[str]) -> str:
    old, new = chance.choice(
        (
            (": ", ":"),
            (": ", "："),
            ("- ", "-"),
            ("- ", "—"),
            ('"', "“"),
            (",", "，"),
            (", ", "、"),
            ("- ", "- 1. "),
            ("- ", "- （一）"),
            ("\n", "\r\n"),
            ("\n", "\r"),
            ("  ", "\t"),
            ("0", "O"),
        )
    )
    places = [found.start() for found in re.finditer(re.escape(old), text)]
    if not places:
        return text
    if chance.random() < 0.2:
        return text.replace(old, new)
    at = chance.choice(places)
    return text[:at] + new + text[at + len(old) :]


def _deep(text: str, chance: random.Random, _: list[str]) -> str:
    depth = chance.choice((10, 31, 33, 2000))
    return text + chance.choice(
        ("\nx: " + "[" * depth, "\n" + "".join(f"{' ' * n}a:\n" for n in range(min(depth, 300))), "- " * depth)
    )


_CHANGES = (
    _cut, _value, _value, _value, _value, _insert, _insert, _remove, _lines(_drop), _lines(_double), _lines(_move),
    _lines(_indent), _lines(_splice), _swap_mark, _deep,
)  # fmt: skip
_ENCODINGS: tuple[Callable[[str], bytes], ...] = (
    lambda text: text.encode("gb18030", "replace"),
    lambda text: text.encode("utf-16"),
    lambda text: text.encode("utf-8-sig", "replace"),
    lambda text: text.encode("utf-8", "replace")[::-1],
    lambda text: text.encode("utf-8", "replace")[:-1],
    lambda text: b"PK\x03\x04" + text.encode("utf-8", "replace"),
)


class Trial:
    """A project in a folder, of which one file at a time is changed."""

    def __init__(self, folder: Path, chance: random.Random) -> None:
        self.folder, self.chance = folder, chance
        self.sound = {
            **{f"content/{path}": text for path, text in minimal_content().items()},
            "content/waivers.yml": WAIVERS,
            "content/holidays.yml": HOLIDAYS,
            "content/query-codes.csv": CODES,
            "mkdocs.yml": SETTINGS,
            "register-columns.yml": COLUMNS,
        }
        write_content(folder, self.sound)
        self.others = list(self.sound.values())
        self.known, self.settled = ParsedRecords(), set[str]()
        regulations = [path for path in self.sound if "/regulations/" in path]
        self.paths = [path for path in self.sound if path not in regulations[1:]]

    def rounds(self, count: int, outcome: Outcome) -> Iterator[str]:
        """Change a file, ask, put it back; yields the path of each file that was changed."""
        for number in range(count):
            path = self.chance.choice(self.paths)
            data = change(self.sound[path], self.chance, self.others)
            target = self.folder / path
            target.write_bytes(data)
            faults, took = self._timed(path, number)
            if took > SECONDS:  # a computer that does other work is asked again
                faults, took = self._timed(path, number)
                faults += [f"took {took:.1f} s"] if took > SECONDS else []
            outcome.add(f"{_kind(path)} changed", *(f"{fault} (round {number}: {data[-60:]!r})" for fault in faults))
            if faults:
                self.keep(number, path, data)
            target.write_bytes(self.sound[path].encode())
            yield path

    def keep(self, number: int, path: str, data: bytes) -> None:
        """Keep a changed file beside the project."""
        kept = self.folder.parent / "failed" / f"{number}-{path.replace('/', '-')}"
        kept.parent.mkdir(exist_ok=True)
        kept.write_bytes(data)

    def _timed(self, path: str, number: int) -> tuple[list[str], float]:
        """The faults of a round, and the seconds it took."""
        began = time.monotonic()
        return list(self._faults(path, build=number % BUILD_EVERY == 0)), time.monotonic() - began

    def _faults(self, path: str, build: bool) -> Iterator[str]:
        try:
            yield from self._ask(path, build)
        except Exception as error:
            yield f"{type(error).__name__} {error} at {traceback.format_tb(error.__traceback__)[-1].strip()}"

    def _ask(self, path: str, build: bool) -> Iterator[str]:
        if path == "register-columns.yml":
            yield from _refusals((self.folder / path).read_bytes())
            return
        try:
            project = open_project(self.folder)
        except ContentError as error:
            yield from self._places(error.problems)
            return
        except NotReady as error:
            if path != "mkdocs.yml":
                yield f"not ready: {error}"
            return
        if not project.content.is_relative_to(self.folder) or project.content == self.folder:
            return
        if path == "mkdocs.yml":
            return
        module.prose_problems = prose_problems if "/pages/" in path else lambda *_: ()  # it starts a process each time
        yield from self._places(examine(project.content, TODAY, 1, self.known, self.settled).problems)
        if build:
            yield from self._build()

    def _build(self) -> Iterator[str]:
        shutil.rmtree(self.folder / ".cache", ignore_errors=True)
        try:
            incremental.build(open_project(self.folder), BuildOptions(TODAY, "none"), FakeEngine())
        except ContentError as error:
            yield from self._places(error.problems)
        except Failure as error:
            lines = [line.text for line in error.report() if line.is_finding]
            yield from (f"no place: {line}" for line in lines if not re.match(r"[^:]+:\d+:\d+ ", line))
            if not lines:
                yield f"no place: {error}"

    def _places(self, problems: tuple[Problem, ...]) -> Iterator[str]:
        for problem in problems:
            file = self.folder / problem.path
            if not problem.path or problem.line < 1 or problem.column < 1:
                yield f"no place: {problem}"
            elif file.is_file() and problem.line > len(re.split(rb"\r\n|\r|\n|\x85", file.read_bytes())):
                yield f"behind the end: {problem}"


def _refusals(data: bytes) -> Iterator[str]:
    try:
        mapping.read(data)
    except ImportRefused as error:
        for line in error.report():
            if line.is_finding and not re.match(rf"{re.escape(mapping.FILE)}:\d+:\d+ ", line.text):
                yield f"no place: {line.text}"


def _kind(path: str) -> str:
    folder, _, name = path.removeprefix("content/").rpartition("/")
    return f"{folder}/*{Path(name).suffix}" if folder else name


def cuts(folder: Path, files: Mapping[str, str], path: str, outcome: Outcome) -> None:
    """A file cut off at every place, as a full disk or a lost connection leaves it; then the project is built."""
    trial = Trial(folder, random.Random(0))
    write_content(folder, dict(files))
    text = files[path]
    for end in range(0, len(text), max(1, len(text) // 60)):
        (folder / path).write_text(text[:end], "utf-8", newline="\n")
        outcome.add(
            f"{_kind(path)} cut off and built", *(f"{fault} (at {end})" for fault in trial._faults(path, build=True))
        )


def run(folder: Path, seed: int, size: float = 1.0) -> Outcome:
    """100,000 mutations, or the share ``size`` of them."""
    outcome = Outcome()
    sound = {f"content/{path}": text for path, text in minimal_content().items()}
    cuts(folder / "cut", {**sound, "mkdocs.yml": MKDOCS}, "content/site.yml", outcome)
    for _ in Trial(folder / "project", random.Random(seed)).rounds(round(100_000 * size), outcome):
        pass
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    if used > MEBIBYTES:
        outcome.faults.append(f"mutations: {used:.0f} MiB")
    sys.stderr.write(f"mutations: at most {used:.0f} MiB\n")
    return outcome
