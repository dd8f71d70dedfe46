"""Telling the same thing from another thing, slot by slot, by words alone."""
