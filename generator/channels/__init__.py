"""What the site says, laid out for another place: sections of other sites, articles, calendars, feeds, other programs.

A channel takes records, facts and contexts of pages, and never reads our own HTML.
"""
