"""Margin comments in a copy of a Word file, of which nothing else is changed."""
