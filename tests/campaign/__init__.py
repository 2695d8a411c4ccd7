"""Rounds of what can go wrong, each followed by the question whether the program kept its promises.

``python -m campaign`` (``make campaign``) runs many rounds; ``test_campaign`` runs a few of each part.
"""
