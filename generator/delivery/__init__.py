"""Brings a built site to where it is served, and leaves nothing behind there that was taken down.

``deliver`` is the engine: one list of the target, the difference to the manifest, what is new, then what refers to it,
then removal. A target (a module each, imported when it is asked for) only lists, reads, writes and removes. Goes in:
the folder of a site with its manifest. Refuses a site that is not as its build made it, and a folder of others.
"""
