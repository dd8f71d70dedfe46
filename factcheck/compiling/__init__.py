"""From claim files to a compiled store on disk: whole, in part where little changed, safely.

Modules, lightest first: `home` (where it lies, and which of it counts), `memo` (what is remembered
of the files), `records` (what stands in them now), `work` (reading claims in several processes),
`pruning` (stores that nobody needs any more), `compiler` (all of it in order).
"""
