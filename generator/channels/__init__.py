"""What the site says, laid out for places that are not ours: sections of other sites, articles, feeds.

A channel takes contexts of pages, which follow from records and ``documents``, and never reads our own HTML.
"""
