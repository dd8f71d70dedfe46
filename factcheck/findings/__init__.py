"""From alignments and comparisons to findings: who decides, with what support, and why."""
