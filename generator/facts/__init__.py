"""What follows from the records and the day: limits in words, numbered articles, due days, phases."""
