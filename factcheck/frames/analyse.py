"""From a sentence to its frame: the one place where the readers of this room meet.

tokens → tags and lemmas → figures → verb groups → attribution → noun phrases → events → frame
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date as Date

from factcheck.figures.dates import resolve
from factcheck.figures.read import Reading, read
from factcheck.figures.unit_data import UnitTable
from factcheck.frames.asides import without_asides
from factcheck.frames.attach import attach
from factcheck.frames.attribution import attributed
from factcheck.frames.boundaries import boundaries, with_phrase
from factcheck.frames.chunks import Chunk, chunks, narrowing, whole_head
from factcheck.frames.clauses import Predicate, predicates, with_hearsay
from factcheck.frames.colons import PLACES
from factcheck.frames.content import content, topic_words
from factcheck.frames.context import Context, places
from factcheck.frames.cues import cues
from factcheck.frames.dateline import dateline
from factcheck.frames.gapping import with_gapped_subjects
from factcheck.frames.hits import event_hits, without_titles
from factcheck.frames.inner import INNER, inner_nouns
from factcheck.frames.joined import joined_places
from factcheck.frames.label import is_label
from factcheck.frames.model import Clause, Event, Name, SentenceFrame, Term, Time
from factcheck.frames.nameless import nameless_places
from factcheck.frames.ranked import is_record
from factcheck.frames.retag import retagged
from factcheck.frames.roles import roles_of
from factcheck.frames.times import times_of
from factcheck.frames.words import Words
from factcheck.lexicon.events import EventHit, is_light, is_reporting
from factcheck.lexicon.names import canonical, is_title, spelt_out, without_accents
from factcheck.model import Kind, Span
from factcheck.text.lemma import folded
from factcheck.text.tagger import LazyTags
from factcheck.text.tokens import LOCALE, Tokens, tokenize

_PER = frozenset({"a", "an", "per", "each", "every", "/"})
_IN_TERMS = frozenset({"NOUN", "ADJ", "VERB", "PROPN", "X"})


def analyse(
    text: str,
    span: Span | None = None,
    topic: str | None = None,
    units: UnitTable | None = None,
    locale: str = LOCALE,
) -> SentenceFrame:
    """Read one sentence.

    Args:
        text: the whole input.
        span: the sentence within it; all of it by default.
        topic: headline or page title that says what the sentence is about.
        units: the user's own units, from `factcheck.figures.units.user_units`.
        locale: how numbers and dates are written.

    Returns:
        Its figures, each attached to what it counts, its event and its details. Spans are
        code points of `text`.
    """
    where = span or Span(0, len(text))
    tokens = tokenize(text, where.start, where.end, locale)
    tags = LazyTags(tokens.texts)
    return _frame(where, _words(tokens, tags, read(tokens, tags, units=units)), topic)


def analyse_figures(
    text: str,
    span: Span,
    topic: str | None = None,
    units: UnitTable | None = None,
    *,
    day: Date | None = None,
    locale: str = LOCALE,
) -> SentenceFrame | None:
    """The same, but None for a sentence that asserts no figure, of which little is read.

    Its relative dates are resolved by `day`, the date of the text, where that is known.
    """
    tokens = tokenize(text, span.start, span.end, locale)
    tags = LazyTags(tokens.texts)
    readings = read(tokens, tags, units=units)
    if not readings:
        return None
    if day is not None:
        readings = tuple(_on_day(reading, day) for reading in readings)
    sentence = _frame(span, _words(tokens, tags, readings), topic)
    return sentence if sentence.figures else None


def _frame(span: Span, words: Words, topic: str | None) -> SentenceFrame:
    context = _context(words)
    return SentenceFrame(
        text=span.cut(words.tokens.source),
        span=span,
        lemmas=tuple(words.lemmas),
        tags=tuple(words.tags),
        starts=words.tokens.starts,
        ends=words.tokens.ends,
        terms=context.terms,
        names=context.names,
        events=context.events,
        times=context.times,
        clauses=context.clauses,
        figures=attach(context),
        attribution=content(context.source, words),
        attributed=context.source,
        topic=topic_words(topic),
    )


def _context(words: Words) -> Context:
    """Everything that a sentence says around its figures."""
    times = times_of(words)
    dated = {i for t in times for i in range(t.first, t.last)}
    hits = event_hits(words, dated)
    told = predicates(words, _phrasal(hits))
    groups = without_asides(tuple(g for g in told if not words.numbers[g.verb]), words)
    filed = dateline(words)
    # the day of the report is that of what it tells only where the sentence names no other
    times = tuple(t for t in times if t.first not in filed) or times
    source = attributed(words, groups) | filed
    own = with_hearsay([g for g in groups if g.verb not in source], source, words)
    clauses = _clauses(own, source, words)
    clause_of = places(clauses, len(words.tags), 0)
    events = _events(hits, clause_of, own, source, words)
    phrases = chunks(words, _blocked(groups, times, words))
    roles = roles_of(phrases, clauses, dated, words)
    figures = (r for r in words.readings if not is_label(r, clauses[clause_of[r.first]], words))
    taken = dated | {i for r in figures for i in _of_value(r, words)}
    names = _names(phrases, roles, source, taken, words)
    events = without_titles(events, names, words)
    clauses = _with_events(clauses, events)
    terms = _terms(phrases, roles, clause_of, source | taken, words)
    names, terms = with_gapped_subjects(names, terms, words)
    counted = [
        Term(
            at,
            at + 1,
            at,
            words.lemmas[at],
            (),
            (),
            INNER,
            clause_of[at],
            words.lowers[at],
        )
        for at, _ in inner_nouns(phrases, words)
    ]
    terms = tuple(sorted((*terms, *counted)))
    term_of = places(terms, len(words.tags), -1)
    return Context(words, terms, names, events, times, clauses, source, told, clause_of, term_of)


def _of_value(reading: Reading, words: Words) -> Iterator[int]:
    """The tokens of a figure that name nothing.

    Of "94,000 riders a day" that is all but the riders, of "5 kg of rice a month" all but the rice.
    """
    unit = reading.figure.unit
    names = reading.figure.kind is Kind.RATE and (unit is None or not unit.symbol)
    for at in range(reading.outer_first, reading.outer_last):
        names = (names or words.lowers[at] == "of") and words.lowers[at] not in _PER
        if not (names and at >= reading.last and words.tags[at] in ("NOUN", "ADJ", "VERB")):
            yield at


def _words(tokens: Tokens, tags: Sequence[str], readings: Sequence[Reading]) -> Words:
    tags = retagged(tokens, tags, readings)
    return Words.of(tokens, tags, tuple(map(folded, tokens.lowers, tags)), readings)


def _on_day(reading: Reading, day: Date) -> Reading:
    """A reading with its date as it is meant in a text of the day."""
    date = reading.figure.date
    if date is None:
        return reading
    return reading._replace(figure=replace(reading.figure, date=resolve(date, day)))


def _phrasal(hits: Sequence[EventHit]) -> frozenset[int]:
    """First tokens of events of several words ("taken prisoner"), whose verb is a predicate."""
    return frozenset(hit.first for hit in hits if hit.form == "phrase")


def _blocked(groups: Sequence[Predicate], times: Sequence[Time], words: Words) -> list[bool]:
    """Tokens of verb groups and dates, which no noun phrase runs over."""
    blocked = [False] * len(words.tags)
    for group in groups:
        for at in range(group.first, group.last):
            blocked[at] = words.tags[at] in ("AUX", "VERB", "PART", "ADV")
    for time in times:
        for at in range(time.first, time.last):
            blocked[at] = True
    return blocked


def _clauses(
    groups: Sequence[Predicate], source: frozenset[int], words: Words
) -> tuple[Clause, ...]:
    """The clauses in text order; what no verb governs is a clause without one."""
    size = len(words.tags)
    starts = boundaries(groups, source, words)
    if not starts:
        return tuple(_verbless(0, size, words))
    found = _verbless(0, starts[0], words) if starts[0] else []
    for g, start, end in zip(groups, starts, (*starts[1:], size), strict=True):
        at = with_phrase(g.last, end, words)
        stop = end if at < 0 else at
        found.append(Clause(start, stop, g.verb, -1, g.passive, g.negated, g.modality))
        if stop < end:
            found += _verbless(stop, end, words)
    return tuple(found)


def _verbless(first: int, last: int, words: Words) -> list[Clause]:
    """A stretch without a verb: one clause, or two where a circumstance follows a comma."""
    at = with_phrase(first + 1, last, words)
    if at <= first:
        return [Clause(first, last, -1, -1, False, False, "fact")]
    return [
        Clause(start, end, -1, -1, False, False, "fact") for start, end in ((first, at), (at, last))
    ]


def _events(
    hits: Sequence[EventHit],
    clause_of: Sequence[int],
    groups: Sequence[Predicate],
    source: frozenset[int],
    words: Words,
) -> tuple[Event, ...]:
    """Events of the lexicon, and main verbs that it does not know."""
    found = []
    covered: set[int] = set()
    for hit in hits:
        inside = range(hit.first, hit.last)
        if source.issuperset(inside):
            continue
        covered.update(inside)
        name = words.lemmas[hit.first]
        light = not hit.classes or _says_little(hit, words) or _bounds_period(hit, words)
        light = light or _is_naming(hit, words)
        light = light or any(is_record(i, r, words) for i in inside for r in words.readings)
        clause = clause_of[hit.first]
        found.append(Event(hit.first, hit.last, name, hit.classes, hit.form, light, clause))
    for group in groups:
        for at in (group.verb, *group.matrix):
            if at not in covered and words.tags[at] in ("VERB", "AUX"):
                name = words.lemmas[at]
                light = words.tags[at] == "AUX" or is_light(name) or _only_says(group, at, words)
                clause = clause_of[at]
                found.append(Event(at, at + 1, name, (), "verb", light, clause))
    return tuple(sorted(found))


def _is_naming(hit: EventHit, words: Words) -> bool:
    """Whether a verb only says what somebody is: "is described as a woman", "died aged 26"."""
    if words.lowers[hit.first] == "aged":
        behind = words.tags[hit.first - 1] == "VERB" and hit.last == hit.first + 1
        return behind and any(words.numbers[hit.last : hit.last + 1])
    if hit.form != "verb" or words.lowers[hit.last : hit.last + 1] != ("as",):
        return False
    passive = hit.first > 0 and words.tags[hit.first - 1] == "AUX"
    return passive and words.lemmas[hit.first] in cues().verbs_naming


def _only_says(group: Predicate, at: int, words: Words) -> bool:
    """Whether a verb only says so, and tells no event.

    What a share of people think is what is told of them: "42 percent think that things go well".
    """
    asked = any(r.figure.kind is Kind.SHARE and r.outer_last == group.first for r in words.readings)
    return is_reporting(words.lemmas[at]) and not asked


def _says_little(hit: EventHit, words: Words) -> bool:
    """Whether an event is a light verb, alone or with its number ("reached 1,184").

    One with a sum tells what the sum is: "took $58 million".
    """
    if words.tags[hit.last - 1] == "SYM":
        return False
    spoken = [i for i in range(hit.first, hit.last) if not words.numbers[i]]
    return hit.form in ("verb", "phrase") and len(spoken) == 1 and is_light(words.lemmas[hit.first])


def _bounds_period(hit: EventHit, words: Words) -> bool:
    """Whether an event only says that a period began or ended: "ended 2024 with a loss"."""
    if hit.form != "verb" or words.lemmas[hit.first] not in cues().period_verbs:
        return False
    if any(r.first == hit.last and "bare-year" in r.figure.rules for r in words.readings):
        return True
    at = hit.last + 1
    period = at + 1 < len(words.lemmas) and words.lemmas[at] in cues().period_nouns
    return period and words.tags[hit.last] == "DET" and words.lowers[at + 1] in ("with", "at")


def _with_events(clauses: Sequence[Clause], events: Sequence[Event]) -> tuple[Clause, ...]:
    """The clauses with the event of each main verb filled in."""
    return tuple(
        clause._replace(
            event=next((i for i, e in enumerate(events) if e.first <= clause.verb < e.last), -1)
        )
        for clause in clauses
    )


def _names(
    phrases: Sequence[Chunk],
    roles: Sequence[str],
    source: frozenset[int],
    taken: set[int],
    words: Words,
) -> tuple[Name, ...]:
    found = []
    lowers = words.lowers
    for phrase, role in zip(phrases, roles, strict=True):
        for a, b in phrase.names:
            inside = range(a, b)
            if taken.issuperset(inside) or source.issuperset(inside):
                continue
            parts = tuple(
                without_accents(spelt_out(lowers[i], last=i + 1 == b))
                for i in inside
                if lowers[i].replace(".", "").isalnum() and not is_title(lowers[i])
            )
            if not parts:
                continue
            known = canonical(lowers[a:b])
            key, kind = known or (" ".join(parts), "")
            where = kind in PLACES and a == 0 and lowers[b : b + 1] == (":",)
            head = words.lemmas[phrase.head] if phrase.head >= b else ""
            # "Lyon: 12 held in raid"
            found.append(Name(a, b, key, parts, kind, "in" if where else role, head))
    found += nameless_places(words)
    return joined_places(found, lowers)


def _terms(
    phrases: Sequence[Chunk],
    roles: Sequence[str],
    clause_of: Sequence[int],
    skipped: frozenset[int] | set[int],
    words: Words,
) -> tuple[Term, ...]:
    found = []
    for phrase, role in zip(phrases, roles, strict=True):
        named = {i for a, b in phrase.names for i in range(a, b)}
        inside = [
            i
            for i in range(phrase.first, phrase.last)
            if i not in named and i not in skipped and words.tags[i] in _IN_TERMS
        ]
        if not inside and not (named - skipped):
            continue
        head = whole_head(phrase.head, words) if phrase.head in inside else ""
        rest = [i for i in inside if i != phrase.head]
        found.append(
            Term(
                phrase.first,
                phrase.last,
                phrase.head if head else (inside or sorted(named))[0],
                head,
                *narrowing(rest, words),
                role,
                clause_of[phrase.first],
                " ".join(words.lowers[i] for i in inside),
            )
        )
    return tuple(found)
