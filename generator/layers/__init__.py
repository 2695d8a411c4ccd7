"""Content that many halls share: layers of province, county and hall, composed into the plain folder of one hall.

Composes files and fields and tells where each comes from; what a fleet is, which layers a hall stands on, and how it is
built, is for others.
"""
