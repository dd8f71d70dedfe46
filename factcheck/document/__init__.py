"""Reading drafts: which stretches of a file are prose, and under which headline."""
