"""Small sites with a manifest, and a target that fails where a test wants it to."""

from collections.abc import Callable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path

from generator.delivery.deliver import Way
from generator.delivery.folder import FolderTarget
from generator.delivery.site import Site, open_site
from generator.delivery.target import Target, TargetFailed
from generator.publish.manifest import write_manifest_of
from generator.publish.staging import StagedFile

FIRST = {
    "index.html": b"<a href=services/dibao/>1</a>",
    "services/index.html": b"list 1",
    "services/dibao/index.html": b"guide 1",
    "notices/gongshi-1/index.html": b"a notice that will be withdrawn",
    "assets/site.css": b"body{}",
    "search/names.js": b"names 1",
    "open-data/services.json": b"[1]",
    "open-data/results-2026-Q3.csv": b"a,b\n",
    "办事 指南/50%.html": b"odd",
    "sitemap.xml": b"<urlset/>",
    "sw.js": b"// 1",
}
"""Address -> bytes of a site."""

SECOND = {
    **{address: data for address, data in FIRST.items() if not address.startswith("notices/")},
    "index.html": b"<a href=services/linshi/>2</a>",
    "services/index.html": b"list 2",
    "services/linshi/index.html": b"a new guide",
    "assets/new.css": b"body{color:red}",
    "search/names.js": b"names 2",
    "sitemap.xml": b"<urlset></urlset>",
}
"""The same site with a new guide, and without the notice."""

WITHDRAWN = "notices/gongshi-1/index.html"


def make_site(folder: Path, files: Mapping[str, bytes]) -> Site:
    """Write a site with its manifest, in place of one that is there; what it has already is left."""
    before = online(folder) if folder.exists() else {}
    for address in before.keys() - files.keys():
        (folder / address).unlink()
    for address in [address for address in files if before.get(address) != files[address]]:
        (folder / address).parent.mkdir(parents=True, exist_ok=True)
        (folder / address).write_bytes(files[address])
    folder.mkdir(exist_ok=True)
    write_manifest_of(folder, {name: StagedFile(sha256(data).hexdigest(), len(data)) for name, data in files.items()})
    return open_site(folder)


def online(folder: Path) -> dict[str, bytes]:
    """Address -> bytes of what visitors of ``folder`` get; what gongshi remembers there is left out."""
    found = {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    return {address: data for address, data in found.items() if not address.startswith(".gongshi/")}


class Pauses:
    """Pauses that are noted and not waited for; ``then`` is called in the first."""

    def __init__(self, then: Callable[[], object] = lambda: None) -> None:
        self.noted: list[float] = []
        self._then = then

    def __call__(self, seconds: float) -> None:
        """Note a pause."""
        if not self.noted:
            self._then()
        self.noted.append(seconds)


def way(*, take_over: bool = False, token: str = "one", sleep: Callable[[float], object] = lambda _: None) -> Way:
    """How tests deliver: without waiting."""
    return Way(take_over, sleep=sleep, token=token)


class Spoiled:
    """A target in front of another, that notes what is done and spoils what a test wants spoiled.

    ``before`` is called with the name of each step and its addresses, and may raise or change the world.
    """

    in_one_step = False

    def __init__(self, target: Target, before: Callable[[str, Sequence[str]], object] = lambda *_: None) -> None:
        self._target, self._before = target, before
        self.name = target.name
        self.done: list[tuple[str, tuple[str, ...]]] = []

    def _step(self, name: str, addresses: Sequence[str]) -> None:
        self._before(name, addresses)
        self.done.append((name, tuple(addresses)))

    def listing(self) -> dict[str, int]:
        """As the target."""
        self._step("list", ())
        return self._target.listing()

    def read(self, addresses: Sequence[str]) -> dict[str, bytes | None]:
        """As the target."""
        self._step("read", addresses)
        return self._target.read(addresses)

    def write(self, files: Mapping[str, bytes]) -> None:
        """As the target."""
        self._step("write", [*files])
        self._target.write(files)

    def remove(self, addresses: Sequence[str]) -> dict[str, str]:
        """As the target."""
        self._step("remove", addresses)
        return self._target.remove(addresses)

    def settle(self) -> None:
        """As the target."""
        self._target.settle()

    def close(self) -> None:
        """As the target."""
        self._target.close()

    def written(self) -> list[str]:
        """Every address that was written, in order."""
        return [address for name, addresses in self.done if name == "write" for address in addresses]


def cut_after(count: int) -> Callable[[str, Sequence[str]], None]:
    """The connection is lost at the step after so many."""
    left = [count]

    def before(step: str, addresses: Sequence[str]) -> None:
        left[0] -= 1
        if left[0] < 0:
            raise TargetFailed("cut")

    return before


def folder_target(folder: Path) -> FolderTarget:
    """The target of a folder."""
    return FolderTarget(folder)
