"""Reads everything that a PDF says: what its pages show, and what stands in the file and is not shown.

``document`` is the way in. Two readings complete each other: that of a library (``pages``), which knows fonts and
positions and sees only what is shown, and that of the bytes (``objects``), which sees whatever else the file holds.
"""
