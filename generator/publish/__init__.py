"""The only room that writes: the staging folder, the manifest, the swap, the cache; and the last check of a site."""
