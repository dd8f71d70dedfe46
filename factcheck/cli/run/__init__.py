"""A run over drafts: which files, with which settings, in how many processes."""
