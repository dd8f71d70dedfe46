"""`factcheck claims …`: looking after a store, one module for each group of commands.

Each module has a `register` that adds its commands to the group; none is imported by a check.
"""
