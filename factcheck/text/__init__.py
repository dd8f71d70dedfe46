"""Tokens, sentences, base forms and parts of speech of English text."""
