"""Facts computed from records and the day: limits in words, numbered articles, due days, phases of notices."""
