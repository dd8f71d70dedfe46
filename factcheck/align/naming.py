"""The slot "name": places, people and organisations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from functools import lru_cache

from factcheck.align import words
from factcheck.align.called import name_text
from factcheck.align.carried import marked
from factcheck.align.groups import groups
from factcheck.align.institutions import institution
from factcheck.align.narrowing import phrase
from factcheck.align.respective import told_of_another
from factcheck.align.rivals import somebody_else
from factcheck.align.roles import turned_round
from factcheck.align.shared import CORE, ELSEWHERE, STATES
from factcheck.align.sides import Sides
from factcheck.align.ways import abroad, goal_apart
from factcheck.align.within import in_sentence, place_within, told_of_part
from factcheck.frames.model import FigureFrame, Name, SentenceFrame
from factcheck.frames.nameless import ELSEWHERE as REST
from factcheck.frames.nameless import NAMELESS, WORLD
from factcheck.lexicon.events import noun_classes
from factcheck.model import Detail, Kind, SlotState

_EXCLUDING = frozenset({"outside", "beyond", "except", "excluding", "without"})
# Sequels are numbered either way: "Part II", "2".
_NUMERALS = ("ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x")
_ROMAN = {str(n): word for n, word in enumerate(_NUMERALS, 2)} | {
    word: str(n) for n, word in enumerate(_NUMERALS, 2)
}
_LONGEST_OPENING = 80  # characters in which the first words of a sentence are looked for


def names(sides: Sides) -> list[Detail]:
    """Places, people, organisations: one that differs makes it another thing."""
    details: list[Detail] = []
    matched: set[int] = set()
    open_ours: list[Name] = []
    aside: list[Name] = []
    for name in sides.scope.names:
        index, found = _met(name, sides)
        matched.add(index)
        details += found
        if not found:
            (open_ours if index < 0 else aside).append(name)
    rivals = [
        n
        for i, n in enumerate(sides.their_scope.names)
        if i not in matched and not _in_statement(n, sides)
    ]
    details += [abroad(name, rivals) or _open(name, rivals, sides) for name in open_ours]
    details += [found for name in aside for found in goal_apart(name, rivals)]
    details += [_left_out(n, matched, sides) for n in rivals]
    details = [*details, *_named_apart(rivals, sides), *turned_round(sides)]
    told = [n for n in (*sides.scope.names, *sides.their_scope.names) if n.origin]
    return marked(details, told, [*map(name_text, told)]) if told else details


def _named_apart(rivals: Sequence[Name], sides: Sides) -> list[Detail]:
    """Whom the statement names beside another figure: "300 infected in Jarl, 57 in hospital"."""
    far, theirs = sides.scope.far_names, sides.reference.names
    if sides.scope.names or not rivals or not far:
        return []
    beside = sides.reference.topic | sides.reference.attribution
    known = any(words.names_related(a, b) in words.RELATED for a in far for b in theirs)
    known = known or any(_said_by(name, beside) for name in far)
    return [] if known else [Detail("name", SlotState.ADDED, name_text(far[0]), "")]


def _left_out(name: Name, matched: Collection[int], sides: Sides) -> Detail:
    """A name that the statement omits; of two together it is told of one alone.

    "Russia and North Korea have 63,000 soldiers" does not give North Korea 63,000.
    """
    near, text = sides.their_scope.names, name_text(name)
    frame, figures = sides.their_frame, sides.reference.figures
    if frame is None or sum(f.clause == frame.clause for f in figures) > 1:
        return Detail("name", SlotState.OMITTED, "", text)  # each may have a figure of its own
    for index, other in enumerate(near):
        beside = index in matched and other.role == name.role and not (other.head or name.head)
        if beside and _joined(name, other, sides.reference):
            both = f"{name_text(other)} and {text}"
            return Detail("name", SlotState.NARROWER, name_text(other), both)
    return Detail("name", SlotState.OMITTED, "", text)


def _joined(one: Name, other: Name, sentence: SentenceFrame) -> bool:
    """Whether two names are joined by "and", whatever their order."""
    first, last = sorted((one, other))
    return sentence.lemmas[first.last : last.first] in (("and",), ("&",), ("and", "the"))


def _met(name: Name, sides: Sides) -> tuple[int, list[Detail]]:
    """Which of the reference's names a name is, or -1, and what that says of the two sides."""
    if told_of_another(name, sides.reference, sides.their_frame):
        why = f"the reference gives “{name_text(name)}” another figure of its list"
        return -1, [Detail("name", SlotState.DIFFERING, name_text(name), "", why)]
    theirs = sides.their_scope.names
    relation, index = _best_name(name, theirs)
    body = institution(name, sides) if relation != words.SAME else None
    if body is not None:
        return body
    partial = relation in (words.WIDER, words.NARROWER)
    if partial and not (_says_where(name) and _says_where(theirs[index])):
        return index, []  # "Russian operations" are in no part of Russia: they do not compete
    if partial and _is_told_by_part(name, theirs, sides):
        return index, []
    if partial or relation == words.SAME:
        return index, [_named(name, index, relation, sides)]
    if _opens(name, sides.reference) and not _is_far(name, sides):
        return -1, [Detail("name", SlotState.MATCHED, name_text(name), name_text(name))]
    rest = _the_rest(name, sides)
    if rest is not None:
        return -1, [rest]
    if (sides.on_topic or not name.type) and _said_by(name, sides.reference.topic):
        return -1, [Detail("name", SlotState.MATCHED, name_text(name), "topic")]
    return -1, []


def _is_told_by_part(whole: Name, theirs: Sequence[Name], sides: Sides) -> bool:
    """Whether a place only says of what the next one is a part: "Russia's Far East"."""
    part = next((n for n in sides.scope.names if _owns(whole, n)), None)
    return part is not None and _best_name(part, theirs)[0] == words.SAME


def _open(name: Name, rivals: Sequence[Name], sides: Sides) -> Detail:
    """What becomes of a name that the reference does not have beside its figure."""
    text = name_text(name)
    rival = _rival(name, rivals, sides)
    if rival is not None and _is_aside(name, rival, sides):
        rival = None
    if rival is not None and not _told_of_another(name, rival, sides):
        return Detail("name", SlotState.DIFFERING, text, name_text(rival))
    if name.role == "agent" and (other := somebody_else(sides)):
        return Detail("name", SlotState.DIFFERING, text, phrase(other))
    reach = _other_reach(name, sides)
    if reach:
        return Detail("name", SlotState.DIFFERING, f"{text} {name.head}", f"{reach} {name.head}")
    sister = _sister(name, sides)
    if sister is not None:
        return Detail("name", SlotState.DIFFERING, text, name_text(sister))
    if _said_by(name, sides.reference.attribution):
        return Detail("name", SlotState.MATCHED, text, "source")
    if _said_by(name, sides.reference.topic):
        return Detail("name", SlotState.MATCHED, text, "topic")
    if name.key not in NAMELESS and _is_far(name, sides):
        return Detail("name", SlotState.MATCHED, text, text, ELSEWHERE)
    # the world is where things happen anyway: it names nobody
    slot = "detail" if name.key == WORLD else "name"
    return Detail(slot, SlotState.ADDED, text, "")


def _other_reach(name: Name, sides: Sides) -> str:
    """What the reference has for a name: the European championships are not the national ones."""
    if not (name.head and name.type):
        return ""
    told = (t for t in sides.their_scope.terms if t.head == name.head)
    return next((w for t in told for w in t.adjectives if w in groups().reaches), "")


def _sister(name: Name, sides: Sides) -> Name | None:
    """Another part of the same whole, which the reference names wherever: "Nigeria's Kaduna"."""
    owners = [n for n in sides.sentence.names if n.last + 1 == name.first and _owns(n, name)]
    if not owners:
        return None
    owner = owners[0]
    theirs = sides.reference.names
    return next(
        (
            part
            for whole in theirs
            for part in theirs
            if _owns(whole, part)
            and words.names_related(owner, whole) == words.SAME
            and words.names_related(name, part) == words.EXCLUSIVE
        ),
        None,
    )


def _owns(whole: Name, part: Name) -> bool:
    """Whether a place stands right before a part of it: "Brazil's Bahia"."""
    return whole.role == "poss" and bool(whole.type) and part.first == whole.last + 1


def _opens(name: Name, sentence: SentenceFrame) -> bool:
    """Whether a sentence opens with a name, whose capital then tells nothing."""
    lowers = tuple(sentence.text[:_LONGEST_OPENING].lower().split()[: len(name.words)])
    return lowers == name.words


def _the_rest(name: Name, sides: Sides) -> Detail | None:
    """ "Outside Canada" is "in other territories" of a reference that tells Canada apart.

    The reference has to give the rest to this figure; another figure of it is about the place
    itself, or about all of it together.
    """
    if name.role not in _EXCLUDING:
        return None
    text = f"{name.role} {name_text(name)}"
    apart = _is_far(name, sides)
    rest = any(n.key == REST for n in sides.their_scope.names)
    if apart and rest:
        return Detail("name", SlotState.MATCHED, text, REST)
    told = apart and not sides.their_scope.names
    return Detail("name", SlotState.DIFFERING, text, "", f"not said of “{text}”") if told else None


def _named(ours: Name, index: int, relation: str, sides: Sides) -> Detail:
    """A matched name, unless it only leads to another one or belongs to another thing.

    In "Fonix's rival Telka" the reference is about Telka; the Kessel bridge is not the Kessel
    lighthouse.
    """
    others = sides.their_scope.names
    theirs = others[index]
    out, their_out = _left_outside(ours, sides.sentence), _left_outside(theirs, sides.reference)
    after = "outside" in (out, their_out) and (ours.head or theirs.head)  # "the Lyon depot blast"
    if relation == words.SAME and bool(out) != bool(their_out) and not after:
        a = f"{out or ours.role} {name_text(ours)}".strip()
        b = f"{their_out or theirs.role} {name_text(theirs)}".strip()
        return Detail("name", SlotState.DIFFERING, a, b)
    if relation == words.SAME and theirs.role == "poss" and ours.role != "poss":
        behind = next((n for n in others if 0 < n.first - theirs.last <= 4), None)
        if behind is not None and _is_outlet(behind, sides):
            behind = None
        if behind is not None and behind.role == ours.role and behind.first == theirs.last + 1:
            return Detail(
                "name",
                SlotState.WIDER,
                name_text(ours),
                f"{name_text(theirs)}'s {name_text(behind)}",
            )
        if behind is not None and behind.role == ours.role:
            return Detail("name", SlotState.DIFFERING, name_text(ours), name_text(behind))
    if relation == words.SAME and not ours.type and _heads_apart(ours, theirs, sides):
        return Detail(
            "name",
            SlotState.DIFFERING,
            f"{name_text(ours)} {ours.head}",
            f"{name_text(theirs)} {theirs.head}",
        )
    part = told_of_part(ours, theirs, sides) if relation == words.SAME else None
    if part is not None:
        within = f"{name_text(part)} in {name_text(theirs)}"
        return Detail("name", SlotState.WIDER, name_text(ours), within)
    part = place_within(ours, sides.scope.names, sides.sentence, sides.reference)
    if part is not None and relation == words.SAME:
        within = f"{name_text(part)} in {name_text(ours)}"
        return Detail("name", SlotState.NARROWER, within, name_text(theirs))
    return Detail("name", STATES[relation], name_text(ours), name_text(theirs))


def _left_outside(name: Name, sentence: SentenceFrame) -> str:
    """The word that says that a name is none of those told of: "outside the EU", "non-EU"."""
    if name.role in _EXCLUDING:
        return name.role
    before = sentence.lemmas[max(0, name.first - 2) : name.first]
    if before == ("non", "-"):
        return "non"
    if name.role != "from":
        return ""
    led = before[:-1] if before[-1:] == ("the",) else before[-1:]
    return led[0] if led and led[0] in _EXCLUDING else ""  # "from outside the EU"


def _is_outlet(name: Name, sides: Sides) -> bool:
    """Whether a name only says where somebody is heard: "Kent's YouTube channel"."""
    return name.head in groups().outlets or in_sentence(name, sides.sentence)


def _heads_apart(ours: Name, theirs: Name, sides: Sides) -> bool:
    """Whether two things of one name are two; "the mill fire" and "a fire at the mill" are one."""
    if not ours.head or not theirs.head or ours.head == theirs.head:
        return False
    if len(ours.head) == len(theirs.head) == 1:
        return True  # the planets Teros b and Teros c
    both = ours.head in sides.reference.lemmas and theirs.head in sides.sentence.lemmas
    if both or not words.apart(ours.head, theirs.head) or _happens_there(ours.head, theirs.head):
        return False
    # "the Kessel lighthouse keeper" and "the Kessel lighthouse" tell of one lighthouse
    a, b = _noun_behind(ours, sides.sentence), _noun_behind(theirs, sides.reference)
    return not a or words.nouns_related(a, b) != words.SAME


def _happens_there(ours: str, theirs: str) -> bool:
    """Whether one is what happens in the other: "the Alentejo blaze", "the Alentejo region"."""
    heads = (ours, theirs)
    return any(h in groups().classifiers for h in heads) and any(map(noun_classes, heads))


def _noun_behind(name: Name, sentence: SentenceFrame) -> str:
    """The first common noun of those that a name stands before, or ""."""
    at = name.last
    return sentence.lemmas[at] if sentence.tags[at : at + 1] == ("NOUN",) else ""


@lru_cache(maxsize=4096)
def _best_name(name: Name, others: Sequence[Name]) -> tuple[str, int]:
    found = (words.EXCLUSIVE, -1)
    for index, other in enumerate(others):
        relation = words.names_related(name, other)
        if relation == words.SAME:
            return relation, index
        if relation in (words.WIDER, words.NARROWER):
            found = (relation, index)
    return found


def _is_aside(name: Name, rival: Name, sides: Sides) -> bool:
    """Whether a place of the topic stands elsewhere than the one that could exclude it.

    "Were sent to the Far East, to support operations in Ukraine" is no other place.
    """
    known = bool(name.type) and _said_by(name, sides.reference.topic)
    return known and name.role != rival.role and not (name.head and rival.head)


def _said_by(name: Name, known: frozenset[str]) -> bool:
    """Whether the reference's topic or source names it."""
    if name.key in known:
        return True
    return any(w in known and w not in groups().common_in_names for w in name.words) and all(
        w in known or w in groups().common_in_names or _ROMAN.get(w) in known for w in name.words
    )


def _is_far(name: Name, sides: Sides) -> bool:
    """Whether the reference has a name beside another of its figures."""
    return _best_name(name, sides.their_scope.far_names)[1] >= 0


def _in_statement(name: Name, sides: Sides) -> bool:
    known = sides.sentence.attribution | sides.sentence.topic
    if any(w in known and w not in groups().common_in_names for w in name.words):
        return True
    return any(words.names_related(n, name) == words.SAME for n in sides.scope.far_names)


def _told_of_another(name: Name, rival: Name, sides: Sides) -> bool:
    """Whether the reference has the name with another of its figures, beside no other subject."""
    far = _is_far(name, sides)
    if name.type and rival.type and {name.role, rival.role} <= groups().places:
        return False  # each figure has a place of its own: "12 in Lyon and 30 in Nice"
    return far and not (name.role == rival.role and name.role in ("agent", "poss", "patient"))


def _sort(name: Name) -> str:
    """Places of any size compete with each other, and so does all else."""
    return "place" if name.type in words.PLACE_TYPES else "other"


def _rival(name: Name, rivals: Sequence[Name], sides: Sides) -> Name | None:
    """A name of the reference that stands where the statement has another one."""
    scored = sides.frame is not None and sides.frame.figure.kind is Kind.SCORE
    inside = not name.type and _in_counted(name, sides.sentence, sides.frame)
    for rival in rivals:
        if WORLD in (name.key, rival.key):
            continue  # it holds every other place
        if name.type and rival.type and _sort(name) != _sort(rival):
            continue
        if inside and not _in_counted(rival, sides.reference, sides.their_frame):
            continue  # "COVID-19 cases" compete with "cholera cases", not with a place
        # "the Mindoro accord", "the accord for Basilo"
        modifier = bool(name.head or rival.head) or _is_namesake(name, rival)
        if scored or modifier or not _apart_in_role(name.role, rival.role):
            return rival
    return None


def _is_namesake(name: Name, rival: Name) -> bool:
    """Whether two names are of one kind and differ in the rest: "Banco Norte", "Banco Sur"."""
    shared = {*name.words} & {*rival.words}
    alike = bool(shared) and len(name.words) == len(rival.words) > 1
    return alike and words.names_related(name, rival) == words.EXCLUSIVE


def _says_where(name: Name) -> bool:
    """Whether a name says where, or whose, so that a part of it is a narrower place."""
    return name.role in groups().places or (
        name.role in ("poss", "of", "agent", "to") and not name.head
    )


def _apart_in_role(ours: str, theirs: str) -> bool:
    """Whether one acts or is acted on where the other says where: they do not compete."""
    return (ours in CORE and theirs in groups().places) or (
        theirs in CORE and ours in groups().places
    )


def _in_counted(name: Name, sentence: SentenceFrame, frame: FigureFrame | None) -> bool:
    """Whether a name describes what the figure counts."""
    if frame is None or frame.counted < 0:
        return False
    term = sentence.terms[frame.counted]
    return term.first <= name.first < term.last and name.last <= term.at
