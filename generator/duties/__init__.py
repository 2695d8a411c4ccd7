"""What a hall has to publish by its standard catalogues (公开标准目录): when each row is due, and if it was met.

Takes the records and the day; reads no clock and no file. ``published`` finds what answers a row, ``limits`` what its
time limit means, ``duty`` puts the two together. The table for the terminal, the page for the staff and the calendar
with reminders say the same.
"""
