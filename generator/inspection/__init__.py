"""The self-check (自查): what an inspection of government sites would find, before the inspectors come.

A profile says which published indicators apply and how they count; each of its ``check`` is one function here over the
records, the gaps, the problems of ``gongshi check`` and the built site. Reads and writes no file.
"""
