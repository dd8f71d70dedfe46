"""Figures: reading numbers, units and dates out of text. This room never sees a claim."""

from factcheck.figures.read import Reading, read

__all__ = ["Reading", "read"]
