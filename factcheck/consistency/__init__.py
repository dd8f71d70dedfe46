"""A draft held against itself: figures, totals, shares, dates and ages that cannot all be right."""
