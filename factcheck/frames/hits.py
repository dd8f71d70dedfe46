"""The events of a sentence, without those that names and hedges only look like."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.frames.chunks import known_name
from factcheck.frames.model import Event, Name
from factcheck.frames.words import Words
from factcheck.lexicon.events import EventHit, find_events, relation


def event_hits(words: Words, dated: set[int]) -> list[EventHit]:
    """The events of a sentence by their first token.

    Args:
        words: the sentence.
        dated: the tokens of its dates, which tell no event.
    """
    hits = find_events(words.lemmas, words.tags, words.lowers)
    # "took over $11 million" takes over nothing: the hedge is the number's
    hedges = {i for r in words.readings for i in range(r.outer_first, r.first)}
    closing = {h.last - 1 for h in hits if h.last - h.first > 1} & hedges
    closing -= {h.first for h in hits}
    if closing:
        lemmas, lowers = (
            ["" if i in closing else word for i, word in enumerate(told)]
            for told in (words.lemmas, words.lowers)
        )
        hits = find_events(lemmas, words.tags, lowers)
    return [
        hit
        for hit in hits
        if dated.isdisjoint((hit.first, hit.last - 1))
        and not _inside_name(hit, words)
        and not _only_describes(hit, hits, words)
    ]


def _only_describes(hit: EventHit, hits: Sequence[EventHit], words: Words) -> bool:
    """Whether a phrase ends in a noun that describes what excludes it: "award nominations"."""
    if hit.form != "phrase" or words.tags[hit.last - 1 : hit.last + 1] != ("NOUN", "NOUN"):
        return False
    behind = [other for other in hits if other.first == hit.last and other.form == "noun"]
    return any(
        relation(a, b) == "exclusive" for o in behind for a in hit.classes for b in o.classes
    )


def _inside_name(hit: EventHit, words: Words) -> bool:
    """Whether a word is only a part of a known name: nobody is united in "United States"."""
    for at in range(max(0, hit.first - 2), hit.first + 1):
        match = known_name(at, words) if words.texts[at][:1].isupper() else None
        if match is not None and match.end > at + 1 and hit.last <= match.end:
            return True
    return False


def without_titles(
    events: Sequence[Event], names: Sequence[Name], words: Words
) -> tuple[Event, ...]:
    """The events without those that only stand in a name: nobody weds in "The Big Wedding".

    In a headline every word may have its capital, so that nothing is told by it.
    """
    titles = {i for n in names if n.last - n.first > 1 for i in range(n.first, n.last)}
    if not titles or not events:
        return tuple(events)
    tags, texts = words.tags, words.texts
    if not any(tags[i] in ("VERB", "AUX") and texts[i].islower() for i in range(len(tags))):
        return tuple(events)
    return tuple(
        e for e in events if e.form == "verb" or not titles.issuperset(range(e.first, e.last))
    )
