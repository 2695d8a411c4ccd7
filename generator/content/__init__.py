"""Reads a hall's files into records, reports what is wrong with them, and writes samples for new ones.

Input: the project folder with mkdocs.yml and the content folder. Rules across records are in ``rules``.
"""
