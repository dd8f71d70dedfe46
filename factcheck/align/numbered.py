"""Labels: "type 1" is not "type 2", nor bus 17 bus 71."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.cues import cues
from factcheck.frames.model import SentenceFrame
from factcheck.model import Detail, SlotState

# A label may look like a verb to the tagger ("have type 2 diabetes").
_NOMINAL = frozenset({"NOUN", "PROPN", "VERB"})

_DISTANCES = (("metre",), ("meter",), ("m",), ("km",), ("kilometre",), ("kilometer",), ("mile",))
_AGE_LIMITS = {"under": "under", "u": "under", "over": "over", "o": "over"}
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth"
_PLACES = {word: str(n) for n, word in enumerate(_ORDINALS.split(), 1)}


def numbered(sides: Sides) -> list[Detail]:
    """The slot "label": things of one noun that have different numbers are two things."""
    ours, theirs = _labels(sides.sentence), _labels(sides.reference)
    return [
        Detail("label", SlotState.DIFFERING, f"{word} {min(a)}", f"{word} {min(theirs[word])}")
        for word, a in ours.items()
        if word in theirs and a.isdisjoint(theirs[word])
    ]


@remembered
def _labels(sentence: SentenceFrame) -> dict[str, set[str]]:
    """The numbers that label a noun, by its lemma."""
    found: dict[str, set[str]] = defaultdict(set)
    for at in numbers(sentence):
        if limit := _age_limit(sentence.lemmas, at):
            found[limit].add(sentence.lemmas[at])
        elif at and (sentence.tags[at - 1] in _NOMINAL or at == 1):  # "Terminal 2 will …"
            found[sentence.lemmas[at - 1]].add(sentence.lemmas[at])
        elif sentence.lemmas[at + 1 : at + 2] in _DISTANCES and sentence.lemmas[at - 1] == "the":
            found["race of"].add(sentence.lemmas[at])  # "in the 10,000 metres"
    told = {i for figure in sentence.figures for i in range(figure.first, figure.last)}
    for at, noun in enumerate(sentence.lemmas[1:]):
        named = noun in cues().editions_nouns and sentence.lemmas[at] in _PLACES
        if named and at not in told:
            found[noun].add(_PLACES[sentence.lemmas[at]])  # "the second season", "season 2"
    return found


def _age_limit(lemmas: Sequence[str], at: int) -> str:
    """The word of the age below or above which a team or a contest is, at its number, or "".

    "The under-21 team", "the U21s", "the over-40s".
    """
    word = lemmas[at - 1 - (lemmas[at - 1] == "-")] if at else ""
    return _AGE_LIMITS.get(word, "")


def numbers(sentence: SentenceFrame) -> list[int]:
    """The tokens of numbers that are neither in a figure nor in a date."""
    told = {i for time in sentence.times for i in range(time.first, time.last)}
    told |= {i for figure in sentence.figures for i in range(figure.first, figure.last)}
    return [
        at for at, lemma in enumerate(sentence.lemmas) if at not in told and lemma[:1].isdigit()
    ]
