"""Sheets of paper: what each says, how it is set, and with which typeface."""
