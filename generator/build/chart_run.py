"""Draws the charts of all periods once, for pages and posters: from the cache where nothing changed."""

from collections.abc import Callable, Iterable, Mapping

from generator.publish.cache import Cache
from generator.publish.staging import Stage
from generator.results.charts import Spec, draw
from generator.site import addresses
from generator.site.periods import PublicPeriod
from generator.system.parallel import map_parallel

PARALLEL_FROM = 24
"""Number of charts from which a second process pays for its start: the engine takes half a second to wake up."""


def draw_charts(
    periods: Mapping[str, PublicPeriod], stage: Stage, cache: Cache, fresh: bool, workers: int
) -> dict[str, str]:
    """Put the charts of ``periods`` into ``stage``; mapping key of each -> SVG. ``fresh`` ignores the cache."""
    wanted = {addresses.chart(one, spec.name): spec for one, period in periods.items() for spec in period.charts}
    kept = {spec.key for address, spec in wanted.items() if not fresh and cache.place(spec.key, stage, address)}
    todo = {spec.key: spec for spec in wanted.values() if spec.key not in kept}
    made = map_parallel(_pen, tuple(todo.values()), workers, PARALLEL_FROM, chunk=4, inherit=False)
    for key, svg in zip(todo, made, strict=True):
        cache.put(key, svg.encode())
    for address, spec in wanted.items():
        if spec.key in todo:
            cache.place(spec.key, stage, address)
    cache.forget_all_but(spec.key for spec in wanted.values())
    return {spec.key: (stage.folder / address).read_text("utf-8") for address, spec in wanted.items()}


def draw_now(specs: Iterable[Spec]) -> dict[str, str]:
    """Mapping key -> SVG, drawn in this process and kept nowhere."""
    return {spec.key: draw(spec) for spec in specs}


def _pen() -> Callable[[Spec], str]:
    return draw
