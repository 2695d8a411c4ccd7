"""The gap register (缺项登记): everything that a hall has not said yet, who has to say it, and what waits for it.

It is made of the findings of ``rules`` that are gaps (待补充) and of nothing else, so that it lists exactly what
``gongshi check`` counts. Reads and writes no file.
"""
