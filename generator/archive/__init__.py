"""What the site said, when, and the proof of it: a journal of what was published, packages of it, signatures, stamps.

Nothing that had to be taken down stays readable in it: see ``limits`` and decision 26.
"""
