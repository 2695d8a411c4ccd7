"""From a hall's own papers to regulations, windows, services and settings: what the lines of a source mean.

A source is read in ``sources``. Here its lines are cleaned (``noise``), their numbers recognised (``marks``), lines
that were run together parted (``breaks``), several rules in one paper told apart (``split``), and each becomes a record
(``structure``, ``numbering``, ``around``). ``accounting`` proves that nothing of the source is lost.
"""
