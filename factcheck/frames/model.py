"""What a sentence says around its figures: terms, names, events, times, and one frame a figure.

These are plain tuples: a store keeps millions of them, and they are written to the claim cache.
Token indices count within the sentence; `words` are folded lemmas.
"""

from __future__ import annotations

from functools import cached_property
from typing import Any, NamedTuple

from factcheck.model import Figure, PartialDate, Span


class Name(NamedTuple):
    """A proper name.

    Attributes:
        first, last: token range.
        key: canonical id where the name is known, else its lower-case words joined.
        words: its lower-case words without titles.
        type: "country", "city", "org" …, or "" where unknown.
        role: grammatical role of the phrase it stands in ("agent", "in", "of" …).
        head: the common noun it modifies ("lighthouse" in "Kessel lighthouse"), or "".
        origin: where it was told, for one that is taken up ("the bank") or carried from before
            ("the headline", "sentence 1"); "" for one that the sentence says itself.
    """

    first: int
    last: int
    key: str
    words: tuple[str, ...]
    type: str
    role: str
    head: str
    origin: str = ""


class Term(NamedTuple):
    """A noun phrase without its names.

    Attributes:
        first, last: token range of the phrase.
        at: token index of its head, or of its first word where a name is the head.
        head: folded lemma of its head noun, "" where a name is the head.
        modifiers: folded lemmas of its other nouns, in text order ("wheat" of "wheat harvest").
        adjectives: the same for its adjectives and participles.
        role: "agent", "patient", "subject", or the preposition that governs it.
        clause: index of the clause it stands in.
        said: its words as written, in lower case, without articles, names and numbers.
        origin: as in `Name`.
    """

    first: int
    last: int
    at: int
    head: str
    modifiers: tuple[str, ...]
    adjectives: tuple[str, ...]
    role: str
    clause: int
    said: str = ""
    origin: str = ""


class Event(NamedTuple):
    """An event or state.

    Attributes:
        first, last: token range of the words that name it; empty, at 0, for one that is stated
            of a figure and stands nowhere in the sentence.
        lemma: folded lemma of its main word.
        classes: classes of the lexicon, empty where no class names it.
        form: "verb", "noun", "adjective" or "phrase".
        light: whether it carries no meaning of its own ("had", "stood at").
        clause: index of the clause it stands in, -1 for none.
    """

    first: int
    last: int
    lemma: str
    classes: tuple[str, ...]
    form: str
    light: bool
    clause: int


class Time(NamedTuple):
    """A time expression that delimits: its date, and how ("on", "by", "since", "" …).

    Attributes:
        first, last: token range.
        date: the date.
        relation: the word that leads to it.
        origin: as in `Name`, where a part of the date is not the sentence's own.
    """

    first: int
    last: int
    date: PartialDate
    relation: str
    origin: str = ""


class Clause(NamedTuple):
    """One predicate with its surroundings.

    Attributes:
        first, last: token range.
        verb: token index of the main verb, -1 where there is none.
        event: index into the sentence's events, -1 where the verb is not one of them.
        passive: whether the main verb is in the passive voice.
        negated: whether the predicate is denied ("did not accept").
        modality: "fact", "plan", "possible", "alleged" or "denied".
    """

    first: int
    last: int
    verb: int
    event: int
    passive: bool
    negated: bool
    modality: str


class FigureFrame(NamedTuple):
    """A figure with what it is attached to.

    Attributes:
        figure: the figure, its public words filled in. Its `event` is the governing one alone
            (factcheck.frames.governing), and need not be among `events`.
        first, last: token range of the whole expression.
        clause: index of its clause.
        counted: index of the term it counts or measures, -1 where none is said.
        group: index of the term that its own share is taken of ("of the injured"), or -1.
        events: indices of all events of its clause, the likeliest to be its own first; alignment
            compares these.
        base: whether it only says of how many ("of the 3,600 injured, 300 …").
        increment: "additional", "total", "remaining" or "".
        statistic: "average", "median", "maximum", "minimum" or "".
        modality, negated: those of its clause.
        times: indices of the times that delimit it.
        stated: index of the event that the keeper of the claim states of it, which goes before
            all that is read, or -1.
    """

    figure: Figure
    first: int
    last: int
    clause: int
    counted: int
    group: int
    events: tuple[int, ...]
    base: bool
    increment: str
    statistic: str
    modality: str
    negated: bool
    times: tuple[int, ...]
    stated: int = -1


class _Sentence(NamedTuple):
    text: str
    span: Span
    lemmas: tuple[str, ...]
    tags: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    terms: tuple[Term, ...]
    names: tuple[Name, ...]
    events: tuple[Event, ...]
    times: tuple[Time, ...]
    clauses: tuple[Clause, ...]
    figures: tuple[FigureFrame, ...]
    attribution: frozenset[str]
    attributed: frozenset[int]
    topic: frozenset[str]
    carried: tuple[Name, ...] = ()
    apart: tuple[str, ...] = ()


class SentenceFrame(_Sentence):
    """Everything that was read in one sentence.

    What is found out about it later is kept for as long as it is at hand (`factcheck.align.memo`).
    A frame made of it (`_replace`) starts with nothing, and so does one from the claim cache.

    Attributes:
        text: the sentence.
        span: where it stands in the input.
        lemmas: folded lemma of every token.
        tags: universal part-of-speech tag of every token.
        starts, ends: where every token begins and ends in the input.
        terms, names, events, times, clauses, figures: the parts, in text order.
        attribution: lower-case content words of the attribution ("Yu said", "according to …").
        attributed: token indices that belong to the attribution.
        topic: content words and names of the claim's topic or the document's headline.
        carried: names that the text told before and the sentence does not take up: where it all
            happens, and whom it is about. They stand at no token of the sentence.
        apart: names of what it is not about, though it leaves out what it is about.
    """

    @cached_property
    def spans(self) -> tuple[Span, ...]:
        """The span of every token in the input: made when asked for, since few are."""
        return tuple(map(Span, self.starts, self.ends))

    @cached_property
    def memory(self) -> dict[object, Any]:
        """What functions of the sentence came to."""
        return {}

    def __getstate__(self) -> None:
        """Nothing is pickled but the fields."""
