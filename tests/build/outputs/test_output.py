"""What all outputs have in common."""

import pytest

from generator.build.outputs.output import digest_of


@pytest.mark.parametrize(
    ("first", "second"),
    [(("ab", "c"), ("a", "bc")), (("1",), (1,)), ((None,), ("",)), (("a",), ("a", "")), ((), ("",))],
)
def test_digests_tell_parts_apart(first: tuple[object, ...], second: tuple[object, ...]) -> None:
    """Other parts, or the same letters parted elsewhere, are another digest."""
    assert digest_of(*first) != digest_of(*second)
    assert digest_of(*first) == digest_of(*first)


def test_anything_that_a_clerk_types_has_a_digest() -> None:
    """Half of a pair of surrogates does not stop a build."""
    assert len(digest_of("\ud800")) == 64
