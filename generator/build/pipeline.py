"""A build, from a project to its published site: read, frame, outputs, verify, gate, publish.

``build`` is the whole of it. Where another program drives (``mkdocs build``), it calls the same steps: ``read_hall``
before it renders the frame, ``publish`` after it.
"""

from collections.abc import Collection, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial

from generator.build.ahead import sheets_ahead
from generator.build.assembly import Making, Workshop, assemble
from generator.build.checkpoints import (
    AppliedWaivers,
    PrivateData,
    UnfitSite,
    applied_waivers,
    at_the_gate,
    inspect_site,
)
from generator.build.examine import Examined, examine
from generator.build.frames import FrameToCome
from generator.build.last_build import LastBuild
from generator.build.memory import Memory, open_memory
from generator.build.options import BuildOptions, Report
from generator.build.outputs.cases import LookUp, Rows
from generator.build.outputs.channels import Channels
from generator.build.outputs.charts import Charts
from generator.build.outputs.frame_files import FrameFiles
from generator.build.outputs.offline import Offline
from generator.build.outputs.open_data import OpenData
from generator.build.outputs.output import Output
from generator.build.outputs.pages import Pages
from generator.build.outputs.posters import Posters
from generator.build.outputs.print_centre import PrintCentre
from generator.build.outputs.search import INDEX, Search
from generator.build.outputs.sitemap import Sitemap
from generator.build.outputs.visits import Visits
from generator.build.prose_links import at_their_source
from generator.build.prose_passages import prose_passages
from generator.build.scans import KeptScan
from generator.build.sheets import hung_sheets, lay_out
from generator.build.shown_until import shown_until
from generator.content.project import Project
from generator.content.prose import read_pages
from generator.history.edits import GitEdits, edits_from_git
from generator.kit.kinds import KINDS
from generator.model import Dataset
from generator.posters.fonts import find_fonts
from generator.publish.built import note_built
from generator.publish.cache import Cache
from generator.publish.manifest import write_manifest
from generator.publish.staging import Stage
from generator.publish.swap import swap
from generator.publish.verify import Scan, faults
from generator.site import addresses
from generator.site.edition import Edition
from generator.site.search_parts import spelled_names
from generator.texts.commands import TEXTS


@dataclass(frozen=True)
class Hall:
    """A project whose content may be published today, the waivers that it needs for it, and its history in Git.

    Folders beside the site lay out pages of ``plain``, an edition without addresses: to draw their codes takes time.
    ``laid_out`` is what ``lay_out`` knows of sheets.
    """

    project: Project
    options: BuildOptions
    examined: Examined
    dataset: Dataset
    waivers: AppliedWaivers
    history: GitEdits
    plain: Edition
    laid_out: Collection[str]

    def edition(self) -> Edition:
        """What outputs start from."""
        return replace(self.plain, site_url=self.project.site_url, sheets={}, made={}, pages={})


def build(
    project: Project, options: BuildOptions, frame: FrameToCome, stage: Stage, memory: Memory | None = None
) -> Report:
    """Make the site of ``project`` in ``stage`` and publish it. Raises what ``read_hall`` and ``publish`` raise."""
    memory = memory or open_memory(project)
    hall = read_hall(project, options, memory)
    return publish(hall, frame, stage, memory)


def read_hall(project: Project, options: BuildOptions, memory: Memory | None = None) -> Hall:
    """Read and check what is to be published. Raises ContentError, UnfitSite."""
    memory = memory or open_memory(project)
    options.progress("read", 0, 0)
    examined = examine(
        project.content,
        options.today,
        options.workers,
        memory.records,
        memory.settled,
        project.root,
        drafts=options.drafts,
        places=memory.places,
    )
    return sound_hall(project, options, examined, memory.sheets)


def sound_hall(project: Project, options: BuildOptions, examined: Examined, laid_out: Collection[str]) -> Hall:
    """What was examined, if it may be published. Raises ContentError, UnfitSite."""
    dataset = examined.sound()
    waivers = at_the_gate(partial(applied_waivers, project.content, dataset, options.today))
    history = (
        edits_from_git(project.content, examined.as_written) if dataset.site.history == "git" else GitEdits({}, ())
    )
    known = examined.incomplete, examined.digests, examined.shared
    plain = Edition(dataset, options.today, None, *known, edits=history.edits)
    return Hall(project, options, examined, dataset, waivers, history, plain, laid_out)


def publish(hall: Hall, to_come: FrameToCome, stage: Stage, memory: Memory) -> Report:
    """Make everything in ``stage``, look at the whole of it, and put it in the place of the published site.

    Raises UnfitSite when verification finds a fault or the gate cannot do its work, PrivateData when the gate finds
    something private; the published site is then as it was.
    """
    stage.begin()
    edition, shop = hall.edition(), _workshop(hall, stage, memory)
    sheets = lay_out(edition, memory.sheets)
    edition.sheets.update(sheets.marks)
    files, failures = _make(edition, shop, hall, to_come, memory)
    _refuse_faults(hall, files, stage)
    _refuse_private_data(hall, stage, memory)
    write_manifest(stage)
    site = hall.project.site.resolve()  # where a link leads: the link itself stays
    changed = swap(stage, site)
    note_built(site, hall.options.today, shown_until(hall.dataset, hall.waivers.waivers, hall.options.today))
    memory.files, memory.typed = files, hall.dataset.holidays
    memory.spelled = spelled_names((hall.project.site / INDEX).read_bytes())
    with suppress(OSError):  # the site stands; what is not remembered costs time
        memory.save()
    pages = sum(address.endswith(".html") for address in files)
    posters = sum(address.startswith(addresses.POSTERS) and address.endswith(".png") for address in edition.made)
    warnings = (
        *_first_warnings(hall),
        *map(str, sheets.refused.values()),
        *failures,
        *hall.waivers.lines(),
        *hall.history.told,
    )
    examined, hung = hall.examined, hung_sheets(edition)
    ahead = tuple(sheets_ahead(hall.project, hall.options, examined, memory))
    told = Report(examined.problems, warnings, pages, posters, changed, hung, ahead, examined.read, examined)
    return replace(told, laid_out=memory.sheets)


def _make(
    edition: Edition, shop: Workshop, hall: Hall, to_come: FrameToCome, memory: Memory
) -> tuple[dict[str, KeptScan], list[str]]:
    """Make every output in the stage: what is known of each file, and a sentence for each poster that failed."""
    files: dict[str, KeptScan] = {}
    failures: list[str] = []
    costly: list[Making] = []
    others: list[tuple[Output, ...]] = []
    waiting: list[tuple[Output, ...]] = []
    for together in outputs(hall, to_come, memory):
        if together[0].waits:
            waiting.append(together)
            continue
        making = Making(together, edition, shop, hall.options.progress)
        if making.costly:  # the others are made meanwhile, as if nothing failed
            costly.append(making)
        else:
            files |= making.finish().files
            others.append(together)
    for making in costly:
        done = making.finish()
        files |= done.files
        failures += done.warnings
    if failures:  # pages that point at what failed are made again, the rest is taken over
        shop = replace(shop, kept=files)
        waiting = [*others, *waiting]
    for together in waiting:
        files |= assemble(together, edition, shop, hall.options.progress).files
    return files, failures


def outputs(hall: Hall, to_come: FrameToCome, memory: Memory) -> Iterator[tuple[Output, ...]]:
    """Everything that is published: groups that are made together, each after the outputs that it points at."""
    templates, site = hall.project.templates, hall.dataset.site
    if hall.options.posters == "none":
        cache = Cache(hall.project.cache / Posters.name)
        for kind in (kind for kind in KINDS.values() if kind.may_name):
            cache.forget_kind(kind.name)  # may name people whose days are over
    else:
        yield (Posters(find_fonts(), templates / "posters"),)
    before = LastBuild(hall.project.site, memory.files)
    yield Charts(), OpenData(before), Channels(before), Rows(), LookUp(), Visits()
    frame = to_come.frame()
    prose = [address for _, address in frame.prose]
    said = prose_passages(read_pages(hall.project.content).texts, frame.prose)
    yield (
        FrameFiles(frame, site),
        Search(memory.spelled, said, before),
        Sitemap(prose),
        Offline(frame, templates),
        Pages(frame, site, templates / "pages"),
    )
    yield (PrintCentre(frame, site, templates / "pages"),)


def _first_warnings(hall: Hall) -> Iterable[str]:
    if hall.options.posters != "none" and hall.project.site_url is None:
        yield TEXTS["no_site_url"]


def _workshop(hall: Hall, stage: Stage, memory: Memory) -> Workshop:
    project, options = hall.project, hall.options
    return Workshop(
        stage,
        project.site,
        project.cache,
        memory.files,
        options.workers,
        fresh=options.posters == "all",
        only_kept=options.posters == "kept",
        site_path=site_path(project),
    )


def site_path(project: Project) -> str:
    """The path under which the site is served: "/" or "/folder/"."""
    return "/" + project.site_url.split("//", 1)[-1].partition("/")[2] if project.site_url else "/"


def _refuse_faults(hall: Hall, files: dict[str, KeptScan], stage: Stage) -> None:
    """Raise UnfitSite where a link is dead, something is loaded from elsewhere, or a file is missing or forbidden."""
    expected = [f"{address}index.html" for address in addresses.LISTS]
    expected += [f"{addresses.page(addresses.SERVICES, key)}index.html" for key in hall.dataset.services]
    expected += ["404.html", INDEX]
    scans: list[Scan] = [file.scan for file in files.values() if file.scan]
    if found := faults(stage.sweep(), scans, expected):
        raise UnfitSite(tuple(at_their_source(found, hall.project.content)))


def _refuse_private_data(hall: Hall, stage: Stage, memory: Memory) -> None:
    """Raise PrivateData where the gate finds anything private in the stage, UnfitSite where it cannot look."""
    options = hall.options
    progress = partial(options.progress, "privacy")
    about = hall.dataset, options.today, hall.waivers, hall.project.cache
    look = partial(inspect_site, stage, *about, options.workers, progress, alike=memory.alike)
    if leaks := at_the_gate(look):
        raise PrivateData(leaks)
