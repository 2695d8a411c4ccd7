"""This computer: its processes, its templates, how work tells how far it is."""
