"""The website: its addresses, pages, search, look-up and open data."""
