"""Comparing the values of figures that measure the same thing."""

from factcheck.compare.intervals import interval_of
from factcheck.compare.outcome import Comparison
from factcheck.compare.values import compare, difference

__all__ = ["Comparison", "compare", "difference", "interval_of"]
