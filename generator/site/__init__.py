"""The website: its addresses, pages, search, look-up and open data, as values. Writes nothing; imports no engine."""
