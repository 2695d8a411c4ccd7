"""Replaces placeholders in what will be published, in the records where the rule ``wording`` has reported them."""

from collections.abc import Iterable
from dataclasses import replace
from typing import TypeVar

from generator.model import Dataset, Disclosed, DisclosedTable, Record, ResultEntry, Results, Translations
from generator.rules.finding import Finding
from generator.rules.wording import PLACEHOLDER

_R = TypeVar("_R", bound=Record)


def without_placeholders(dataset: Dataset, findings: Iterable[Finding], replacement: str) -> Dataset:
    """``dataset`` with ``replacement`` for every placeholder, in the files where ``findings`` report one.

    A translation with one is left out: what it says has no such word in the other language.
    """
    files = {finding.place.path.removesuffix(".yml") for finding in findings if finding.rule == "text/placeholder"}
    if not files:
        return dataset

    def cleared_records(folder: str, records: dict[str, _R]) -> dict[str, _R]:
        return {
            key: _cleared(item, replacement) if f"{folder}/{key}" in files else item for key, item in records.items()
        }

    return replace(
        dataset,
        site=_cleared(dataset.site, replacement),
        windows=tuple(_cleared(window, replacement) for window in dataset.windows),
        functions=tuple(_cleared(functions, replacement) for functions in dataset.functions),
        translations=_whole(dataset.translations),
        materials={key: _cleared(material, replacement) for key, material in dataset.materials.items()},
        services=cleared_records("services", dataset.services),
        regulations=cleared_records("regulations", dataset.regulations),
        notices=cleared_records("notices", dataset.notices),
        results={
            key: Results(
                _cleared(results.period, replacement),
                tuple(_with_cleared_reason(entry, replacement) for entry in results.entries),
            )
            for key, results in dataset.results.items()
        },
        bundles=cleared_records("bundles", dataset.bundles),
        disclosures={
            key: Disclosed(_cleared(disclosed.record, replacement), _cleared_table(disclosed.table, replacement))
            for key, disclosed in dataset.disclosures.items()
        },
    )


def _whole(translations: Translations | None) -> Translations | None:
    """``translations`` without those that have a placeholder."""
    if translations is None:
        return None
    whole = tuple(one for one in translations.texts if not PLACEHOLDER.search(one.text + "\n" + one.says))
    return translations.model_copy(update={"texts": whole})


def _cleared_table(table: DisclosedTable, replacement: str) -> DisclosedTable:
    """``table`` with every cell cleared."""

    def cleared(cells: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(str(_replaced(cell, replacement)) for cell in cells)

    return DisclosedTable(cleared(table.columns), tuple(replace(row, cells=cleared(row.cells)) for row in table.rows))


def _with_cleared_reason(entry: ResultEntry, replacement: str) -> ResultEntry:
    """``entry`` with its reason cleared, the only free text of a row."""
    reason = _replaced(entry.row.extension_reason, replacement)
    return replace(entry, row=entry.row.model_copy(update={"extension_reason": reason}))


def _cleared(record: _R, replacement: str) -> _R:
    fields = {name: _replaced(getattr(record, name), replacement) for name in type(record).model_fields}
    return record.model_copy(update=fields)


def _replaced(value: object, replacement: str) -> object:
    if isinstance(value, str):
        while (cleared := PLACEHOLDER.sub(replacement, value)) != value:  # one may have hidden another
            value = cleared
        return value
    if isinstance(value, tuple):
        return tuple(_replaced(inner, replacement) for inner in value)
    return _cleared(value, replacement) if isinstance(value, Record) else value
