"""Documents: all that is stated about a record, in words, for pages, posters and other channels to lay out.

A document takes its words from ``texts`` and its facts from ``model`` and ``facts``. A layout chooses and arranges the
parts of a document by their keys and does not reword them. Documents contain no addresses, no paper sizes, no markup.
"""
