"""A hall's files: how they are read into records, what can be wrong with them, and how new ones are begun."""
