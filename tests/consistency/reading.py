"""How the tests of a draft against itself read drafts, and what they call a hit."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from datetime import date
from pathlib import Path

from factcheck.consistency.check import contradictions
from factcheck.document.read import read_text, reader_of
from factcheck.pipeline import figured
from factcheck.policy import Policy

DRAFTS = Path(__file__).parent / "drafts"


def drafts(folder):
    """All drafts of a folder, each with the name of its file."""
    for path in sorted((DRAFTS / folder).glob("*.toml")):
        for draft in tomllib.loads(path.read_text())["draft"]:
            yield path.stem, draft


def checked(text, *, day=None, ending=""):
    """A document, and what disagrees inside it."""
    name = f"draft.{ending}"
    document = reader_of(name)(text.encode(), name) if ending else read_text(text)
    document = replace(document, date=day)
    sentences = list(figured(document.text, document.passages, None, "en-GB", day))
    return document, list(contradictions(document, sentences, Policy()))


def codes(text, **how):
    """The rules that a text breaks, in text order."""
    return [found.code for found in checked(text, **how)[1]]


def compared(draft):
    """The planted mistakes of a draft that were found, those that were not, and all else."""
    day = date.fromisoformat(draft["date"]) if "date" in draft else None
    document, found = checked(draft["text"].strip(), day=day, ending=draft.get("format", ""))
    left, hits, missed = [*found], [], []
    for code, words in draft.get("planted", ()):
        fitting = [one for one in left if one.code == code and _holds(document, one, words)]
        (hits if fitting else missed).append((code, words))
        if fitting:
            left.remove(fitting[0])
    return hits, missed, [(one.code, one.message) for one in left]


def _holds(document, found, words):
    spans = (found.span, *(span for span, _ in found.related))
    return any(words in span.cut(document.text) for span in spans)
