"""Stamps packages: over the network where the hall has named a service, else by files that somebody carries."""

from collections.abc import Iterator
from pathlib import Path

from generator.archive.extras import load_bag, load_keys, load_stamps
from generator.archive.time_service import ask
from generator.archive.verify import stamp_file
from generator.content.load import load as read
from generator.content.project import Project
from generator.publish.write_once import save_new
from generator.system.environment import NotReady, Refused
from generator.texts.archive import PACKAGE, STAMPS


def asked(package: Path, file: Path) -> Iterator[str]:
    """Write the question for a package into ``file``. Raises Refused where there is one."""
    _save(file, load_stamps().request(_manifest(package)))
    yield STAMPS["asked"].format(path=file, package=package)


def answered(package: Path, answer: bytes, roots: bytes | None) -> Iterator[str]:
    """Put the answer of a service beside a package, once it is proved. Raises Refused, NotReady."""
    stamps, data, place = load_stamps(), _manifest(package), stamp_file(package.resolve())
    try:
        at = stamps.stamped_at(answer, data, load_keys().certificates(roots) if roots else None)
    except stamps.BadStamp as error:
        raise NotReady(STAMPS["not_taken"].format(why=error)) from None
    _save(place, answer)
    yield STAMPS["done"].format(path=place.name, at=at)
    if not roots:
        yield STAMPS["unproved"]


def stamped(package: Path, project: Project, roots: bytes | None) -> Iterator[str]:
    """Ask the service of the hall, and put its answer beside the package. Raises NotReady, Refused."""
    dataset = read(project.content, signed=True).dataset
    settings = dataset.site.archive if dataset else None
    if settings is None or settings.time_service is None:
        raise NotReady(STAMPS["no_service"])
    if stamp_file(package.resolve()).exists():
        raise Refused(STAMPS["exists"].format(name=stamp_file(package).name))
    answer = ask(settings.time_service, load_stamps().request(_manifest(package)))
    yield from answered(package, answer, roots)


def _manifest(package: Path) -> bytes:
    file: Path = package / load_bag().MANIFEST
    if not file.is_file():
        raise NotReady(PACKAGE["no_package"].format(name=package.name))
    return file.read_bytes()


def _save(path: Path, data: bytes) -> None:
    try:
        save_new(path, data)
    except FileExistsError:
        raise Refused(STAMPS["exists"].format(name=path.name)) from None
