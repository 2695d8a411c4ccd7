"""What the register says of gaps, records and guides, in words that terminal, page and tables share."""

from generator.gaps.elements import GuideState
from generator.gaps.gap import Duty, Gap, RecordGaps
from generator.gaps.register import Register
from generator.texts.gaps import BLOCKS, ELEMENTS, WORDS


def summary(register: Register) -> str:
    """How much is missing, in how many records, and how many posters wait for it."""
    if not register.gaps:
        return WORDS["nothing"]
    records = {gap.record for gap in register.gaps}
    held = {gap.record for gap in register.gaps if "poster" in gap.blocks}
    wording = WORDS["summary"] if held else WORDS["summary_without_posters"]
    return wording.format(gaps=len(register.gaps), records=len(records), held=len(held))


def duty_words(duty: Duty) -> str:
    """Who has to fill a gap: the window with its post, or the body."""
    return WORDS["post"].format(name=duty.name, post=duty.post) if duty.post else duty.name


def field_words(gap: Gap) -> str:
    """What is missing, and whether it is filled from elsewhere or fills others."""
    if gap.follows:
        return WORDS["with_hall"].format(field=gap.field)
    return WORDS["for_all"].format(field=gap.field, count=gap.followers) if gap.followers else gap.field


def element_words(guide: GuideState) -> str:
    """How many of the eight elements are there, and which are not."""
    names = WORDS["and"].join(ELEMENTS[element] for element in guide.missing)
    return WORDS["elements"].format(stated=guide.stated, all=len(ELEMENTS), names=names)


def block_words(record: RecordGaps) -> list[str]:
    """What cannot be done until the record is complete."""
    return [BLOCKS[block] for block in record.blocks]
