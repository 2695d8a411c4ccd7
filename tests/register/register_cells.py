"""Cells of every type that a sheet can hold, and numbers that are shaped like those of persons."""

from hypothesis import strategies as st

ANY_CELL = st.one_of(
    st.none(),
    st.text(),
    st.integers(),
    st.floats(),
    st.booleans(),
    st.dates(),
    st.datetimes(),
    st.times(),
    st.timedeltas(),
)
IMPOSSIBLE_ID = "00000020261345001X"


def with_check_digit(digits: str) -> str:
    """The ID number that begins with 17 ``digits`` (GB 11643): made at run time, so that none stands here."""
    weights = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
    return digits + "10X98765432"[sum(int(digit) * weight for digit, weight in zip(digits, weights, strict=True)) % 11]


VALID_ID = with_check_digit("110101" + "19900307" + "001")
MOBILE = "1" + "3900000000"
