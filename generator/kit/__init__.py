"""The kit: every kind of sheet that a hall hangs, hands out and signs.

What each says (a module a kind), and who has one (``kinds``).
"""
