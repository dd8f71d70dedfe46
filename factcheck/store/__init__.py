"""Reference claims: the files they are kept in, and the contract that every store fulfils.

Modules, lightest first: `base` (the contract), `files` (finding and fingerprinting, all that a
plain run needs where a compiled index is at hand), `reader` (parsing and checking), `edit`
(changing the files, which nothing else does).
"""
