"""Claims from other programs' files, and claims in their formats.

A reader (`formats.READERS`) turns a file into records, each with its place; `claims` makes claims
of them, `settle` decides what becomes of each, and `store_file` writes the file of the store. A
writer (`formats.WRITERS`) turns claims into a file. Nothing here knows the command line.
"""
