"""Denials: a sentence read as the denial of its plain assertion, and read as it is written.

The lexicon has phrases that hold their denial ("not approve", "refuse to approve", "not safe"),
each an event of its own. So that they are held against the plain verb as well, such a sentence
has two readings: the verb without its denial, denied, and the phrase asserted.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from factcheck.align.memo import remembered
from factcheck.frames.clauses import is_pending
from factcheck.frames.cues import cues
from factcheck.frames.model import Event, SentenceFrame
from factcheck.frames.verb_mood import ONGOING
from factcheck.lexicon.events import EventHit, find_events, is_light

_GROUP: Final = frozenset({"AUX", "PART", "ADV", "VERB", "ADP"})
_NOT_ONLY: Final = frozenset({"only", "merely", "just", "simply"})


class Reading(NamedTuple):
    """A sentence, and whether its main assertion is denied."""

    sentence: SentenceFrame
    denied: bool


@remembered
def readings(sentence: SentenceFrame) -> tuple[Reading, ...]:
    """The readings of a sentence's main clause: without its denial first, then as it is written.

    Args:
        sentence: a sentence without figures.
    """
    found, verb = _denials(sentence), sentence.clauses[0].verb
    if not found and (excluded := _excluded(sentence)):
        return (_as_denied(sentence, excluded), Reading(sentence, False))
    told = [e for e in sentence.events if any(e.first <= d.start < e.last for d in found)]
    if not told:
        return (Reading(sentence, len(found) % 2 == 1),)
    # "refuse to approve" is one event, the denial in it; in "refuse to resign" the two are apart
    whole = [e for e in told if e.first <= verb < e.last or sentence.lemmas[verb] == "be"]
    held = sum(any(e.first <= d.start < e.last for e in whole) for d in found)
    written = Reading(sentence, (len(found) - held) % 2 == 1)
    return (Reading(_without(sentence, found), len(found) % 2 == 1), written)


def denying_verbs(sentence: SentenceFrame) -> frozenset[str]:
    """The verbs that deny a sentence's main assertion: "refuse" in "refused to resign"."""
    firsts = {sentence.lemmas[d.start] for d in _denials(sentence)}
    return frozenset(firsts & cues().negation_verbs)


def _denials(sentence: SentenceFrame) -> list[range]:
    """The words that deny the main verb: "not", "never", "refused to"."""
    verb, lemmas = sentence.clauses[0].verb, sentence.lemmas
    if verb < 0:
        return []
    first = verb
    while first and sentence.tags[first - 1] in _GROUP:
        first -= 1
    behind = verb + 1 if lemmas[verb] == "be" else verb
    found = []
    for at in range(first, min(behind + 1, len(lemmas))):
        following = lemmas[at + 1] if at + 1 < len(lemmas) else ""
        if lemmas[at] in cues().negation_words and following not in _NOT_ONLY:
            found.append(range(at, at + 1))
        no_longer = lemmas[at] == "no" and following == "long"
        refused = at < verb and lemmas[at] in cues().negation_verbs and following == "to"
        yet_to = at < verb and is_pending(lemmas, at)
        if no_longer or refused or yet_to:
            found.append(range(at, at + 2))
    return found


def _excluded(sentence: SentenceFrame) -> range:
    """The words that deny what their object names ("ruled out" a strike), or none."""
    clause = sentence.clauses[0]
    words = range(clause.verb, clause.verb + 2)
    told = " ".join(sentence.lemmas[words.start : words.stop]) in cues().negation_excluding
    return words if told and not clause.passive else range(0)


def _as_denied(sentence: SentenceFrame, excluded: range) -> Reading:
    """The sentence as a denial: who rules out a tax on sugar will not tax sugar."""
    events = tuple(e for e in sentence.events if not e.first <= excluded.start < e.last)
    told = _telling(sentence, events)
    # neither done nor to be done: it agrees with either mood
    main = told.clauses[0]._replace(modality=ONGOING)
    return Reading(told._replace(clauses=(main, *told.clauses[1:])), True)


def _without(sentence: SentenceFrame, denials: Sequence[range]) -> SentenceFrame:
    """The sentence with the events that it tells when the words of its denials are left out."""
    out = {at for d in denials for at in d}
    touched = [e for e in sentence.events if not out.isdisjoint(range(e.first, e.last))]
    freed = {i for e in touched for i in range(e.first, e.last)} - out
    hits = [h for h in _hits(sentence, out) if not freed.isdisjoint(range(h.first, h.last))]
    covered = {i for h in hits for i in range(h.first, h.last)}
    events = [_event(sentence, h) for h in hits]
    events += [
        e
        for e in sentence.events
        if e not in touched and covered.isdisjoint(range(e.first, e.last))
    ]
    verb = sentence.clauses[0].verb
    if not any(e.first <= verb < e.last for e in events):
        name = sentence.lemmas[verb]
        events.append(Event(verb, verb + 1, name, (), "verb", is_light(name), 0))
    return _telling(sentence, sorted(events))


def _telling(sentence: SentenceFrame, events: Sequence[Event]) -> SentenceFrame:
    """The sentence with these events alone."""
    clauses = tuple(
        c._replace(event=next((i for i, e in enumerate(events) if e.first <= c.verb < e.last), -1))
        for c in sentence.clauses
    )
    return sentence._replace(events=tuple(events), clauses=clauses)


def _event(sentence: SentenceFrame, hit: EventHit) -> Event:
    name = sentence.lemmas[hit.first]
    light = not hit.classes or (hit.form == "verb" and is_light(name))
    return Event(hit.first, hit.last, name, hit.classes, hit.form, light, 0)


def _hits(sentence: SentenceFrame, out: set[int]) -> list[EventHit]:
    """The events of the words that are left, where they stand in the whole sentence."""
    kept = [i for i in range(len(sentence.lemmas)) if i not in out]
    start = sentence.span.start
    lowers = [
        sentence.text[sentence.spans[i].start - start : sentence.spans[i].end - start].lower()
        for i in kept
    ]
    hits = find_events([sentence.lemmas[i] for i in kept], [sentence.tags[i] for i in kept], lowers)
    return [h._replace(first=kept[h.first], last=kept[h.last - 1] + 1) for h in hits]
