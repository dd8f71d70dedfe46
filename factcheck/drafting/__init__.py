"""Drafts of claims out of an article.

`article` reads it, `leaning` says which sentences stand badly alone, `written` lays the drafts
out as a file.
"""
