"""Channels: the same records laid out for another place, such as a calendar, a reader of feeds, or another program."""
