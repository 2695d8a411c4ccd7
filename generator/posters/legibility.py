"""How large type has to be to be read from a distance.

22.5 points for each metre, for a reader with sound eyes, and 32 for an elderly one; in the hand never below 14 points,
and in the fields of a form never below 10.5. A sign or a numeral that is looked for, not read, is at least 1/250 of the
distance high.

Sources: fluent reading of simplified Chinese needs characters of 24 minutes of arc (Wang and others 2019), which is
7 mm of a character at 1 m; the ink of our typeface fills 0.89 of its em, so 7.9 mm or 22.5 points. An eye of visus 0.5,
usual from 70 years on, needs about 35 minutes (Zhang and others 2020): 32 points. 13.5 points is the bare threshold at
70 years and 0.5 m (JIS S 0032), and 14 what guides to accessible print ask for (Office for Disability Issues, UK). The
Japanese guideline for public transport has 9 mm for 1 to 2 m, 20 mm for 4 to 5 m and 40 mm for 10 m: 1/250.
"""

POINTS_A_METRE = 22.5
POINTS_A_METRE_ELDERLY = 32.0
IN_THE_HAND = 14.0
"""Smallest type of what is read in the hand."""
IN_A_FORM = 10.5
"""Smallest type of a form, which is filled in with the nose on it."""


def smallest_points(distance: float) -> float:
    """The smallest type for a text that is read from ``distance`` metres, in points to a tenth."""
    return max(IN_THE_HAND, round(POINTS_A_METRE * distance, 1))
