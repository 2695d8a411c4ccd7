"""The quarterly assessment (季度考核): measures of public results, duties, gaps and records, and their points.

A profile says what counts and how much; each ``measure`` is one function here over ``Subject``. Whatever the records do
not tell has no value. Reads no clock and no file. Terminal, page and workbook say the same.
"""
