"""Make the files of outputs in the staging folder, on all cores; take over those that earlier builds have made."""

from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from generator.build.outputs.output import File, Output
from generator.build.scans import KeptScan
from generator.posters.fitting import pages_of
from generator.publish.cache import Cache
from generator.publish.previous import keep_published
from generator.publish.staging import Stage, StagedFile
from generator.publish.verify import Scan, scan_any, scan_made
from generator.site.edition import Edition
from generator.system.failures import Failure
from generator.system.parallel import Background, map_parallel
from generator.system.progress import Progress, StageProgress
from generator.system.worker import can_copy

PARALLEL_FROM = 150
"""Work, in pages, from which a second process pays for its start."""

FILES_AT_ONCE, COSTLY_AT_ONCE = 20, 4
"""How many files a process makes before it is given others."""

FEW = 12
"""As many costly files are begun before other outputs; more of them get all cores for themselves."""


@dataclass(frozen=True)
class Workshop:
    """Where and how files are made: the stage, the published site, the folder of caches, and on how many cores.

    ``kept`` maps addresses to what the last build found out about its files. ``fresh`` ignores the caches of costly
    files; ``only_kept`` makes no costly files and does without those that are not in the cache. ``site_path`` is the
    path under which the site is served.
    """

    stage: Stage
    site: Path
    cache: Path
    kept: dict[str, KeptScan]
    workers: int = 1
    fresh: bool = False
    only_kept: bool = False
    site_path: str = "/"


@dataclass
class Assembled:
    """What came of the files of some outputs: what is known of each, and a sentence for each group that failed."""

    files: dict[str, KeptScan] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)


def assemble(outputs: Sequence[Output], edition: Edition, shop: Workshop, progress: StageProgress) -> Assembled:
    """Make every file of ``outputs``, all of them costly or none; say in ``edition.made`` which there are."""
    return Making(outputs, edition, shop, progress).finish()


class Making:
    """The files of some outputs, all of them costly or none, while they are made.

    Once it is there, ``edition.made`` has every file, as if all were made already. A few costly files are begun at once
    in other processes, while this one goes on with other outputs. Nothing is made twice.
    """

    def __init__(self, outputs: Sequence[Output], edition: Edition, shop: Workshop, progress: StageProgress) -> None:
        self.costly = outputs[0].costly
        self._edition, self._shop = edition, shop
        self._progress: Progress = partial(progress, outputs[-1].name)
        self._inherit = all(output.inherit for output in outputs)
        self._cache = Cache(shop.cache / outputs[0].name) if self.costly else None
        self._files = [file for output in outputs for file in output.render(edition)]
        self._wanted = [_cache_key(file) for file in self._files] if self.costly else []
        self._done = Assembled()
        self._pending = [file for file in self._files if not self._take_over(file)]
        if self.costly and shop.only_kept:
            self._drop({file.group for file in self._pending})
            self._pending = []
        edition.made.update((file.address, 0) for file in self._files)
        maker = partial(_maker, self._pending, shop.stage.folder, not self.costly, shop.site_path)
        self._begun: list[Background[list[_Made | Failure]]] = []
        if self.costly and self._inherit and shop.workers > 1 and len(self._pending) <= FEW:
            shares = (range(start, len(self._pending), shop.workers) for start in range(shop.workers))
            self._begun = [Background(partial(_make_share, maker, share)) for share in shares if share]
        self._maker = maker

    def finish(self) -> Assembled:
        """Wait for every file. Of a group that failed no file is in ``edition.made`` then."""
        failed: dict[object, Failure] = {}
        for number, (file, made) in enumerate(zip(self._pending, self._results(), strict=True), 1):
            self._progress(number, len(self._pending))
            if isinstance(made, Failure):
                failed[file.group] = made
            else:
                self._put(file, made)
        self._drop(failed.keys())
        for address, kept in self._done.files.items():
            self._edition.made[address] = self._shop.stage.files[address].size
            if kept.pages is not None:
                self._edition.pages[address] = kept.pages
        self._done.warnings = [f"{group}：{error}" for group, error in failed.items()]
        if self._cache:
            self._cache.forget_all_but(self._wanted)
        return self._done

    def _results(self) -> Iterator["_Made | Failure"]:
        """What became of each file that was not taken over, in order."""
        if self._begun:
            shares = [share.result() for share in self._begun]
            for number in range(len(self._pending)):
                yield shares[number % len(shares)][number // len(shares)]
            return
        many = sum(file.work for file in self._pending) >= PARALLEL_FROM
        shared = many and (can_copy() or not self._inherit)  # what makes a file may be a function that no pickle holds
        workers = self._shop.workers if shared else 1
        most = COSTLY_AT_ONCE if self.costly else FILES_AT_ONCE
        chunk = min(most, 1 + len(self._pending) // (4 * workers))  # a few large files are for all processes, too
        numbers = range(len(self._pending))
        yield from map_parallel(self._maker, numbers, workers, 2, chunk=chunk, inherit=self._inherit)

    def _take_over(self, file: File) -> bool:
        """Whether the bytes of ``file`` are known from an earlier build and stand in the stage now."""
        kept = _taken_over(file, self._cache, self._shop)
        if kept is not None:
            self._done.files[file.address] = kept
        return kept is not None

    def _put(self, file: File, made: "_Made") -> None:
        stage, digest = self._shop.stage, made.file.sha256
        if self._cache:
            self._cache.put(_cache_key(file), made.data)
            self._cache.place(_cache_key(file), stage, file.address)
            digest = stage.files[file.address].sha256
        else:
            stage.note(file.address, made.file)
        self._done.files[file.address] = KeptScan(file.inputs, digest, made.scan, made.pages, file.marks)

    def _drop(self, groups: Collection[object]) -> None:
        """Do without the files of ``groups``."""
        gone = [file.address for file in self._files if file.group in groups]
        self._files = [file for file in self._files if file.group not in groups]
        for address in gone:
            self._shop.stage.withdraw(address)
            self._done.files.pop(address, None)
            self._edition.made.pop(address, None)


def _taken_over(file: File, cache: Cache | None, shop: Workshop) -> KeptScan | None:
    """What is known of ``file`` from an earlier build whose bytes now stand in the stage; None if it must be made."""
    if not file.inputs:
        return None
    if cache:
        if shop.fresh or not cache.place(_cache_key(file), shop.stage, file.address):
            return None
        return _of_earlier(file, shop)
    kept = shop.kept.get(file.address)
    if kept and kept.inputs == file.inputs and keep_published(shop.site, shop.stage, file.address, kept.sha256):
        return kept
    return None


def _of_earlier(file: File, shop: Workshop) -> KeptScan:
    """What is known of a costly file that was taken from the cache; its pages are counted if nobody remembers them."""
    digest, kept = shop.stage.files[file.address].sha256, shop.kept.get(file.address)
    if kept and (kept.inputs, kept.sha256) == (file.inputs, digest):
        return kept
    data = (shop.stage.folder / file.address).read_bytes()
    return KeptScan(file.inputs, digest, pages=_page_count(file.address, data))


def _page_count(address: str, data: bytes) -> int | None:
    return pages_of(data) if address.endswith(".pdf") else None


@dataclass(frozen=True, slots=True)
class _Made:
    """A file that was made; ``data`` only where it has yet to be written."""

    file: StagedFile
    scan: Scan | None
    pages: int | None
    data: bytes = b""


def _maker(files: Sequence[File], folder: Path, write: bool, site_path: str) -> Callable[[int], _Made | Failure]:
    """The function that makes the file of a number, in whatever process it is called."""
    return partial(_made, files, Stage(folder), write, site_path)


def _made(files: Sequence[File], stage: Stage, write: bool, site_path: str, number: int) -> _Made | Failure:
    file = files[number]
    try:
        data = file.make()
    except Failure as error:
        if file.group is None:
            raise
        return error
    scan = None if file.repeated else (scan_any if file.foreign else scan_made)(file.address, data, site_path)
    if write:
        return _Made(stage.write(file.address, data), scan, None)
    return _Made(StagedFile("", len(data)), scan, _page_count(file.address, data), data)


def _make_share(maker: Callable[[], Callable[[int], _Made | Failure]], share: range) -> list[_Made | Failure]:
    """Make some of the files, one after the other."""
    make = maker()
    return [make(number) for number in share]


def _cache_key(file: File) -> str:
    """Names a costly file in the cache; begins with the kind of its sheet, so that a kind can be forgotten.

    Half of the hash is enough to tell files apart, and keeps paths short: Windows allows 260 characters in all.
    """
    return f"{file.group.kind if file.group else ''}-{file.inputs[:32]}"
