"""Results of finished cases (办理结果): what may be published, small counts hidden, figures, charts, rows as CSV.

Takes the records from ``model`` and the day as an argument; reads no file and makes no page.
"""
