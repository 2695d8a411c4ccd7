"""Tells what a publish did, or would do."""

from collections.abc import Iterable, Iterator, Sequence

from generator.delivery.plan import Plan
from generator.delivery.site import Site
from generator.delivery.verify import NotAsPublished, Verified
from generator.texts.delivery import TOLD, VERIFIED

MOST_NAMES = 3


def done(plan: Plan, site: Site, name: str) -> Iterator[str]:
    """What was done, in a line or a few."""
    if plan.perhaps:
        yield TOLD["resumed"]
    yield TOLD["nothing"].format(name=name) if plan.is_empty else _counted("done", plan, site, name)
    yield from strange(plan.strange)


def planned(plan: Plan, site: Site, name: str, foreign: bool) -> Iterator[str]:
    """Every file that would be sent or removed, in its order, and how much that is."""
    fresh = {*plan.new}
    for address in plan.sent:
        word = "plan_new" if address in fresh else "plan_changed"
        yield TOLD[word].format(address=address, size=size_of(site.sizes[address]))
    for address in plan.removed:
        yield TOLD["plan_removed"].format(address=address)
    yield _counted("plan", plan, site, name)
    yield from strange(plan.strange)
    if foreign:
        yield TOLD["plan_foreign"]


def verified(found: Verified) -> Iterator[str]:
    """That all is as it should be. Raises NotAsPublished where it is not."""
    if not found.is_right:
        raise NotAsPublished(found)
    manifest = VERIFIED["own" if found.is_own else "theirs"]
    yield VERIFIED["right"].format(name=found.name, count=found.count, manifest=manifest)
    yield from strange(found.strange)


def strange(addresses: Sequence[str]) -> Iterator[str]:
    """That there are files which gongshi did not bring, if there are any."""
    if addresses:
        yield TOLD["strange"].format(count=len(addresses), examples=some(addresses))


def some(addresses: Iterable[str]) -> str:
    """The first few of ``addresses``."""
    return "、".join(sorted(addresses)[:MOST_NAMES])


def size_of(size: int) -> str:
    """So many bytes, in a unit that people read."""
    if size < 1000:
        return f"{size} B"
    return f"{size / 1000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:,.1f} MB"


def _counted(word: str, plan: Plan, site: Site, name: str) -> str:
    return TOLD[word].format(
        name=name,
        new=len(plan.new),
        changed=len(plan.changed),
        removed=len(plan.removed),
        size=size_of(sum(site.sizes[address] for address in plan.sent)),
    )
