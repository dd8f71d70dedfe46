"""Verbs that say no more than that there is a number of a thing, or that somebody has it.

"36,000 soldiers are massed in the area", "a force of 36,000 in the area"; "the line operates 34
ships", "the line has 34 ships".
"""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.align import words
from factcheck.align.groups import groups
from factcheck.align.memo import remembered
from factcheck.align.sides import Sides
from factcheck.frames.model import Event, FigureFrame, Name, SentenceFrame
from factcheck.lexicon.events import noun_classes
from factcheck.lexicon.nouns import noun_relation
from factcheck.model import Kind

_SINCE = frozenset({"from", "to"})  # "coins from Roman times", "dating back to Roman times"
_FALLING_ILL = frozenset({"infected", "diagnose", "test_positive"})


def only_there(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether the events that one side tells say no more than that both are in one place.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any.
    """
    if any(e.form == "noun" or e.lemma not in groups().presence for e in told):
        return False
    if sides.frame is not None and sides.frame.figure.kind is Kind.MEASURE:
        return True  # how far something is: "lies 30 km north of Varden"
    ours, theirs = _places(sides.scope.names), _places(sides.their_scope.names)
    if any(words.names_related(a, b) == words.SAME for a in ours for b in theirs):
        return True
    there = {t.head for t in sides.their_scope.terms if t.role in groups().places and t.head}
    if any(t.role in groups().places and t.head in there for t in sides.scope.terms):
        return True
    ours, theirs = (
        [n for n in s.names if n.role in _SINCE] for s in (sides.scope, sides.their_scope)
    )
    return any(words.names_related(a, b) == words.SAME for a in ours for b in theirs)


def only_expected(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether one side expects to welcome whom the other just expects.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any; the other one has none.
    """
    verbs = []
    for sentence, frame in ((sides.sentence, sides.frame), (sides.reference, sides.their_frame)):
        at = sentence.clauses[frame.clause].verb if frame is not None else -1
        verbs.append(sentence.lemmas[max(0, at - 2) : at + 1])
    expect = [bool(groups().expecting.intersection(v)) for v in verbs]
    just = [bool(v) and v[-1] in groups().expecting for v in verbs]
    spoken = [e for e in told if e.form != "noun"]
    return all(expect) and any(just) and bool(spoken) and all(_takes_in(e) for e in spoken)


def _takes_in(e: Event) -> bool:
    """Whether an event is that somebody or something comes to one: "welcome", "take in"."""
    return e.lemma in groups().taking_in


def only_has(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether the events that one side tells say no more than that somebody has the thing.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any; the other one has or there is.
    """
    verbs = [e for e in told if e.form != "noun"]
    if not verbs or not all(_says_has(sides, e) for e in verbs):
        return False
    ours = [*sides.scope.names, *sides.scope.far_names]
    named = any(
        words.names_related(a, b) == words.SAME for a in ours for b in sides.their_scope.names
    )
    # of what is made up of so many, the holder is no agent
    roles = {"agent", "patient"} if any(e.form == "phrase" for e in verbs) else {"agent"}
    holders = {t.head for t in sides.scope.terms if t.role in roles and t.head}
    return named or any(t.role in roles and t.head in holders for t in sides.their_scope.terms)


def _says_has(sides: Sides, e: Event) -> bool:
    """Whether an event says no more than that somebody has the thing: "offers", "consists of"."""
    if e.form == "verb":
        return e.lemma in groups().having
    return e.form == "phrase" and any(
        e in side.events
        and " ".join(side.lemmas[e.first : e.last]).removeprefix("be ") in groups().having_phrases
        for side in (sides.sentence, sides.reference)
    )


# What somebody has so much of.
_OWNED = frozenset({Kind.COUNT, Kind.MEASURE})


def owned_apart(sides: Sides) -> tuple[str, str] | None:
    """The verbs where one side has what the other needs, lost or ordered; None where neither does.

    Args:
        sides: both figures with their surroundings.
    """
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None:
        return None
    one, other = _held_by(sides.sentence, ours), _held_by(sides.reference, theirs)
    if one is not None and other is not None and one[0] != other[0]:
        return one[1], other[1]
    if ours.figure.kind not in _OWNED:
        return None
    here, there = _just_has(sides.sentence, ours), _just_has(sides.reference, theirs)
    if here == there:
        return None
    a = "" if here else _not_owned(sides.sentence, ours)
    b = "" if there else _not_owned(sides.reference, theirs)
    return (a, b) if a or b else None


@remembered
def _just_has(sentence: SentenceFrame, frame: FigureFrame) -> bool:
    """Whether a figure's verb says no more than that somebody has it, or that there are so many."""
    clause = sentence.clauses[frame.clause]
    if clause.verb < 0 or clause.verb > frame.first:
        return False
    told = sentence.lemmas[clause.verb]
    there = told == "be" and "there" in sentence.lemmas[clause.first : clause.verb]
    return there or told == "have" or told in groups().having


@remembered
def _held_by(sentence: SentenceFrame, frame: FigureFrame) -> tuple[bool, str] | None:
    """Whether those that a figure counts have something or lack it, and the words that tell.

    None where it counts no subject of such a verb: "20 schools have a library", "lack one", "have
    no library", "are without a library".
    """
    clause, lemmas = sentence.clauses[frame.clause], sentence.lemmas
    if clause.verb < frame.last or frame.negated:
        return None
    verb, following = lemmas[clause.verb], lemmas[clause.verb + 1 : clause.verb + 2]
    if following in (("no",), ("without",)) or verb in groups().lacking:
        return False, " ".join((verb, *following))
    return (True, verb) if verb == "have" else None


def _not_owned(sentence: SentenceFrame, frame: FigureFrame) -> str:
    """The words by which a side tells that somebody has not what it counts, or ""."""
    verb, lemmas = sentence.clauses[frame.clause].verb, sentence.lemmas
    if verb < 0 or verb > frame.first or frame.base:
        return ""  # "scrapped 3 of the 14 ships": there were 14
    if lemmas[verb] in groups().unowned:
        return lemmas[verb]
    told = " ".join(lemmas[verb : frame.first])
    return next((p for p in groups().unowned_phrases if told.endswith(p)), "")


def _only_by(told: Sequence[Event], verbs: frozenset[str]) -> bool:
    """Whether the events that are no nouns are told by some of these verbs alone."""
    spoken = [e for e in told if e.form != "noun"]
    return bool(spoken) and all(e.lemma in verbs for e in spoken)


def only_got(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether the events that one side tells only say how somebody came to have the thing.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any.
    """
    if not _only_by(told, groups().getting):
        return False
    ours, theirs = sides.frame, sides.their_frame
    if ours is None or theirs is None or ours.counted < 0 or theirs.counted < 0:
        return False
    heads = {sides.sentence.terms[ours.counted].head, sides.reference.terms[theirs.counted].head}
    return heads <= groups().got


def only_ill(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether one side counts an illness, and the other tells that so many caught it.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any.
    """
    theirs = sides.their_frame
    if (
        theirs is None
        or theirs.counted < 0
        or all(_FALLING_ILL.isdisjoint(e.classes) for e in told)
    ):
        return False
    head = sides.reference.terms[theirs.counted].head
    return noun_relation(head, "disease") in (words.SAME, words.NARROWER)


def only_known(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether the events that one side tells only say how cases or deaths became known.

    Suspected cases are none that were confirmed.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any.
    """
    if not _only_by(told, groups().known_by):
        return False
    terms = [
        sentence.terms[frame.counted]
        for sentence, frame in (
            (sides.sentence, sides.frame),
            (sides.reference, sides.their_frame),
        )
        if frame is not None and frame.counted >= 0
    ]
    uncertain = any(words.tells_doubt(term.adjectives) for term in terms)
    event = any(t.head in groups().cases or noun_classes(t.head) for t in terms)
    return event and not uncertain


def known_cases(sides: Sides, ours: Sequence[Event], theirs: Sequence[Event]) -> bool:
    """Whether one side tells how cases became known, and the other that people fell ill.

    "663,000 cases have been reported", "660,000 people had been infected".
    """
    for known, ill, sentence, frame in (
        (ours, theirs, sides.sentence, sides.frame),
        (theirs, ours, sides.reference, sides.their_frame),
    ):
        if frame is None or frame.counted < 0 or not _only_by(known, groups().known_by):
            continue
        fell = any(not _FALLING_ILL.isdisjoint(e.classes) for e in ill)
        if fell and sentence.terms[frame.counted].head in groups().cases:
            return True
    return False


def only_lives(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether one side says that people live somewhere, and the other counts its inhabitants.

    Args:
        sides: both figures with their surroundings.
        told: the decisive events of the side that has any.
    """
    if not told or not all("measure_population" in e.classes for e in told):
        return False
    return any(
        frame is not None
        and frame.counted >= 0
        and sentence.terms[frame.counted].head in groups().inhabitants
        for sentence, frame in (
            (sides.sentence, sides.frame),
            (sides.reference, sides.their_frame),
        )
    )


def only_worth(sides: Sides, told: Sequence[Event]) -> bool:
    """Whether one side says "is worth" of money where the other says "is" or "of".

    "Makes up" says no more of a share than "accounts for" does.
    """
    kind = sides.frame.figure.kind if sides.frame is not None else None
    if kind is Kind.SHARE:
        verbs = [e for e in told if e.form != "noun"]
        return bool(verbs) and all("part_of" in e.classes for e in verbs)
    return kind is Kind.MONEY and all("measure_value" in e.classes for e in told)


def only_holds(told: Sequence[Event]) -> bool:
    """Whether events only say that something is had or is there, whatever happens to it."""
    static = groups().having | groups().presence
    return bool(told) and all(e.form == "verb" and e.lemma in static for e in told)


def _places(names: Sequence[Name]) -> list[Name]:
    return [name for name in names if name.role in groups().places]
