"""Retrieval: the few claims of a store that a statement may be about."""
