"""What the program needs of the computer: the day, processes, installed versions; and failures and progress.

Knows nothing of halls, records or sites, and imports no other room.
"""
