"""Read a mapping file: what holds which field, and which word each code stands for.

In an export of JSON a field has a path, in a sheet the heading of its column.

事项在: data.list
栏目:
  事项名称: taskName
  材料名称: materials[].name
代码:
  办件类型: {"1": 即办件, "2": 承诺件}
"""

import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.catalogue.headings import UNUSED, Heading, heading_of, shown_name
from generator.content import strict_yaml
from generator.content.problems import excerpt
from generator.content.strict_yaml import YamlValue
from generator.register.columns import plain
from generator.system.failures import Failure, ReportLine
from generator.texts.service_columns import SERVICE_COLUMNS
from generator.texts.service_sources import MAPPING_KEYS, SOURCE_MESSAGES

_LIST, _FIELDS, _CODES = MAPPING_KEYS
_Fault = Callable[[tuple[str, ...], str], None]


@dataclass(frozen=True)
class FieldMapping:
    """Where the services are, where each field of one is, and the words of codes (kind -> code -> word)."""

    services: str
    fields: tuple[tuple[Heading, str], ...]
    codes: Mapping[str, Mapping[str, str]] = field(default_factory=dict)

    @property
    def headings(self) -> Mapping[str, str]:
        """The headings of columns in plain letters -> the kinds of what stands below them."""
        return {plain(path): heading.kind for heading, path in self.fields if heading.kind}

    def word(self, kind: str, text: str) -> str:
        """The words that the codes of a value stand for; several codes may stand in one text, as 1,2."""
        words = self.codes.get(kind, {})
        codes = [code.strip() for code in re.split("[,，、\n]", text)]
        if text in words or not all(code in words for code in codes):
            return words.get(text, text)
        return "、".join(words[code] for code in codes)


class MappingRefused(Failure):
    """A mapping file that is not understood; ``lines`` say where and why."""

    def __init__(self, lines: Iterable[str]) -> None:
        self.lines = tuple(lines)
        super().__init__("\n".join(self.lines))

    def report(self) -> Iterator[ReportLine]:
        """Each fault."""
        yield from (ReportLine(line, is_finding=True) for line in self.lines)


def read_mapping(name: str, data: bytes) -> FieldMapping:
    """The mapping in a file of this name. Raises MappingRefused."""
    document = strict_yaml.read(data)
    value = document.value
    if document.faults or not isinstance(value, dict):
        line, column = (document.faults[0].line, document.faults[0].column) if document.faults else (1, 1)
        raise MappingRefused([_line(name, (line, column), "mapping/broken")])
    faults: list[str] = []

    def fault(keys: tuple[str, ...], rule: str) -> None:
        known = "、".join(shown_name(kind) for kind in SERVICE_COLUMNS)
        values = {"key": excerpt(keys[-1]), "names": known}
        faults.append(_line(name, strict_yaml.locate(data, keys), rule, **values))

    for key in value.keys() - {*MAPPING_KEYS}:
        fault((key,), "mapping/key")
    fields = [
        (heading, path.strip())
        for label, path in _texts(value, _FIELDS, fault)
        if (heading := _heading(label, (_FIELDS, label), fault)) is not None
    ]
    codes: dict[str, Mapping[str, str]] = {}
    for label, words in _groups(value, _CODES, fault):
        heading = _heading(label, (_CODES, label), fault)
        if heading is not None and heading.kind:
            codes[heading.kind] = words
    services = value.get(_LIST, "")
    if faults:
        raise MappingRefused(faults)
    return FieldMapping(services.strip() if isinstance(services, str) else "", tuple(fields), codes)


def _heading(label: str, keys: tuple[str, ...], fault: _Fault) -> Heading | None:
    heading = heading_of([label])
    if heading.kind is None or heading.kind == UNUSED:
        fault(keys, "mapping/field")
        return None
    return heading


def _texts(value: Mapping[str, YamlValue], key: str, fault: _Fault) -> Iterator[tuple[str, str]]:
    """The pairs of the mapping at ``key`` whose values are texts."""
    inner = value.get(key, {})
    for label, one in inner.items() if isinstance(inner, dict) else ():
        if isinstance(one, str):
            yield label, one
        else:
            fault((key, label), "mapping/path")


def _groups(value: Mapping[str, YamlValue], key: str, fault: _Fault) -> Iterator[tuple[str, Mapping[str, str]]]:
    """The pairs of the mapping at ``key`` whose values are mappings of texts."""
    inner = value.get(key, {})
    for label, one in inner.items() if isinstance(inner, dict) else ():
        if isinstance(one, dict) and all(isinstance(word, str) for word in one.values()):
            yield label, {code: str(word) for code, word in one.items()}
        else:
            fault((key, label), "mapping/codes")


def _line(name: str, place: tuple[int, int], rule: str, **values: str) -> str:
    message, _ = SOURCE_MESSAGES[rule]
    return f"{excerpt(name)}:{place[0]}:{place[1]} [{rule}] {message.format(**values)}"
