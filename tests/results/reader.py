"""A reader who solves the linear equations of everything published, in exact fractions, to find what is withheld."""

from collections.abc import Iterable
from fractions import Fraction

Cell = tuple[str, str]
"""One number of a register that is not divided further: whose, and of which stretch of time."""
Equation = dict[Cell, Fraction]
"""The left side: cell -> its factor."""


class Reader:
    """Somebody with pencil and paper: what equations tell, by elimination."""

    def __init__(self, equations: Iterable[Equation]) -> None:
        self.known: list[tuple[Cell, Equation]] = []
        for equation in equations:
            rest = self.reduce(equation)
            if rest:
                pivot = min(rest)
                scaled = {cell: value / rest[pivot] for cell, value in rest.items()}
                self.known = [(head, _less(row, scaled, row.get(pivot))) for head, row in self.known]
                self.known.append((pivot, scaled))

    def reduce(self, equation: Equation) -> Equation:
        """What is left of a sum of cells after everything that is known is taken out."""
        for pivot, row in self.known:
            equation = _less(equation, row, equation.get(pivot))
        return equation

    def can_tell(self, cells: Iterable[Cell]) -> bool:
        """Whether the sum of these cells follows from the equations."""
        return not self.reduce(sum_of(cells))


def sum_of(cells: Iterable[Cell]) -> Equation:
    """The sum of cells as an equation's left side."""
    return dict.fromkeys(cells, Fraction(1))


def _less(equation: Equation, row: Equation, factor: Fraction | None) -> Equation:
    if not factor:
        return equation
    left = {cell: equation.get(cell, Fraction(0)) - factor * row.get(cell, Fraction(0)) for cell in equation | row}
    return {cell: value for cell, value in left.items() if value}
