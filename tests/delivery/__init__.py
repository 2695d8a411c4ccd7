"""Tests of the room ``delivery``, against servers that gongshi did not write."""
