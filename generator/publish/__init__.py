"""Writes files: the staging folder, the manifest, the swap of the site, the cache. And checks a site before the swap.

The only room that changes folders. It gets bytes and addresses, and does not know what is in them.
"""
