"""The command line: a thin layer over the library. `entry.main` is where it starts."""
