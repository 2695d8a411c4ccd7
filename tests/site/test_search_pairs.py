"""search_pairs: pairs of characters that are brought up to date are those of counting everything."""

import random
from collections.abc import Mapping

import pytest

from generator.site import search, search_pairs
from generator.site.search_pairs import Published
from generator.site.search_passages import Passage
from generator.site.search_texts import Sizes, Texts

SIZES = Sizes(20, 4, 10)
OTHERS = dict.fromkeys(range(14, 20), "领表填好再交回窗口")
WORDS = "按手印不收费户口身份证申请表 abc 12 “”，。"


def texts_of(said: Mapping[int, str], count: int = 20) -> Texts:
    """The texts of ``count`` pages, of which each says what is given."""
    found = [search.page_entry("甲", f"{number}/") for number in range(count)]
    return Texts(found, [Passage(f"{number}/", "说", text) for number, text in said.items()], SIZES)


def parts_of(texts: Texts) -> dict[str, bytes]:
    """Every part, counted anew."""
    parts = {f"pairs-{number}": texts.pairs(number) for number in range(texts.shards)}
    return {"texts": texts.first(), **parts, **{f"texts-{number}": texts.block(number) for number in texts.blocks}}


def published(before: Texts, now: Texts, gone: str = "") -> Published:
    """What a build knows of the last one; one part may be ``gone``."""
    parts = {name: part for name, part in parts_of(before).items() if name != gone}
    changed = (number for number in now.blocks if now.of_block(number) != before.of_block(number))
    return Published(parts.get, tuple(changed))


def test_edited_pages_give_the_pairs_of_counting_everything() -> None:
    """Whatever is written, taken away or added, pages that say nothing before or after included."""
    chance = random.Random(7)
    said = {number: "".join(chance.choices(WORDS, k=12)) for number in range(0, 20, 2)}
    used = 0
    for _ in range(300):
        edited = dict(said)
        for number in chance.sample(range(20), 2):
            edited.pop(number, None)
            if chance.random() < 0.7:
                edited[number] = "".join(chance.choices(WORDS, k=12))
        before, now = texts_of(said), texts_of(edited)
        found = now.pairs_after(published(before, now))
        if found is not None:
            used += 1
            assert found == [now.pairs(number) for number in range(now.shards)]
        said = edited
    assert used > 100


def test_pair_that_nobody_says_any_more_is_gone() -> None:
    """Nothing of what was taken out stays in the index."""
    before, now = texts_of(OTHERS | {3: "按手印，不收费户口"}), texts_of(OTHERS | {3: "按手印，不收费户"})
    found = now.pairs_after(published(before, now))

    assert found is not None
    assert "户口" not in b"".join(found).decode()
    assert "户口" in b"".join(before.pairs(number) for number in range(before.shards)).decode()


@pytest.mark.parametrize("gone", ["texts", "texts-0", "pairs-1"])
def test_everything_is_counted_where_a_part_is_missing(gone: str) -> None:
    """A file that was changed by hand, or is of another size, is no ground to build on."""
    before, now = texts_of(OTHERS | {3: "按手印，不收费户口"}), texts_of(OTHERS | {3: "按手印，不收费户籍"})
    assert now.pairs_after(published(before, now))

    assert now.pairs_after(published(before, now, gone)) is None


def test_everything_is_counted_after_many_edits(monkeypatch: pytest.MonkeyPatch) -> None:
    """Then it takes no longer."""
    monkeypatch.setattr(search_pairs, "MOST_CHANGED", 1)
    before = texts_of(OTHERS | {3: "按手印", 9: "不收费"})
    one, two = texts_of(OTHERS | {3: "按手型", 9: "不收费"}), texts_of(OTHERS | {3: "按手型", 9: "不收钱"})

    assert one.pairs_after(published(before, one)) is not None
    assert two.pairs_after(published(before, two)) is None
