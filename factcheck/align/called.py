"""What a name is called where people read it."""

from __future__ import annotations

from factcheck.frames.model import Name


def name_text(name: Name) -> str:
    """A name for people: its words, or its canonical form where it is known."""
    return " ".join(word.capitalize() for word in name.words) if not name.type else name.key.title()
