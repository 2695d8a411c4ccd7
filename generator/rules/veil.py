"""Take placeholders out of what will be published: the rule reports them, this makes sure that none gets out."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from generator.model import Dataset, Record, ResultEntry, Results
from generator.rules.finding import Finding
from generator.rules.wording import PLACEHOLDER

_R = TypeVar("_R", bound=Record)


def without_placeholders(dataset: Dataset, findings: Iterable[Finding], replacement: str) -> Dataset:
    """``dataset`` with ``replacement`` for every placeholder, in the files where ``findings`` report one."""
    files = {finding.place.path.removesuffix(".yml") for finding in findings if finding.rule == "text/placeholder"}
    if not files:
        return dataset

    def veiled(folder: str, records: dict[str, _R]) -> dict[str, _R]:
        return {key: _veil(item, replacement) if f"{folder}/{key}" in files else item for key, item in records.items()}

    return replace(
        dataset,
        site=_veil(dataset.site, replacement),
        windows=tuple(_veil(window, replacement) for window in dataset.windows),
        functions=tuple(_veil(functions, replacement) for functions in dataset.functions),
        materials={key: _veil(material, replacement) for key, material in dataset.materials.items()},
        services=veiled("services", dataset.services),
        regulations=veiled("regulations", dataset.regulations),
        notices=veiled("notices", dataset.notices),
        results={
            key: Results(
                _veil(results.period, replacement),
                tuple(_veil_reason(entry, replacement) for entry in results.entries),
            )
            for key, results in dataset.results.items()
        },
    )


def _veil_reason(entry: ResultEntry, replacement: str) -> ResultEntry:
    """Only the reason is free text; receipt numbers and masked names are what they are."""
    reason = _replaced(entry.row.extension_reason, replacement)
    return replace(entry, row=entry.row.model_copy(update={"extension_reason": reason}))


def _veil(record: _R, replacement: str) -> _R:
    fields = {name: _replaced(getattr(record, name), replacement) for name in type(record).model_fields}
    return record.model_copy(update=fields)


def _replaced(value: object, replacement: str) -> object:
    if isinstance(value, str):
        while (cleared := PLACEHOLDER.sub(replacement, value)) != value:  # what is replaced may have hidden another
            value = cleared
        return value
    if isinstance(value, tuple):
        return tuple(_replaced(inner, replacement) for inner in value)
    return _veil(value, replacement) if isinstance(value, Record) else value
