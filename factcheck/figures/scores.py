"""Scores and divided votes: "2-1", "6-4, 7-5", "three-nil", "voted 12 to 3"."""

from __future__ import annotations

from fractions import Fraction
from typing import Final

from factcheck.figures.amounts import unit_at
from factcheck.figures.scan import Draft, Scan
from factcheck.model import Interval, Kind

_DASHES: Final = frozenset("-‐‑–—−")
_JOINTS: Final = _DASHES | {":", "to"}
_MOVING: Final = frozenset({"motion", "strict", "causing"})
_LOSS_BEFORE: Final = 6  # tokens between "lost" and the score: "lost the final to Orrin 1-3"
_NO_VERB: Final = (0, "")
_MOST: Final = 1000  # of a score: more is a range
_RUNS: Final = 4  # digits
_FEWEST_RUNS: Final = 11  # more than wickets, or it may be the wickets that stand first
_WICKETS: Final = 10


def read_score(scan: Scan, i: int) -> Draft | None:
    """The score at token `i`: two small numbers, of a contest or with the higher first."""
    found = _innings(scan, i) or _pair(scan, i)
    if found is None:
        return None
    ours, theirs, last, joint = found
    if max(ours, theirs) >= _MOST or not _alone(scan, i, last):
        return None
    if not _is_score(scan, i, found):
        return None
    return Draft(
        Kind.SCORE,
        i,
        last,
        i,
        last,
        Interval(None, None),
        None,
        parts=(Fraction(ours), Fraction(theirs)),
        rules=(f"score-{joint}", *(["score-lost"] if _is_losers(scan, i, found) else [])),
    )


def _is_losers(scan: Scan, i: int, found: tuple[int, int, int, str]) -> bool:
    """Whether the side that lost comes first, with its own number: "lost 1-3 to Carlow"."""
    ours, theirs, last, _ = found
    near = (*range(max(0, i - _LOSS_BEFORE), i), last)
    return ours < theirs and any(scan.lower(k) in scan.words["score_lost"] for k in near)


def _pair(scan: Scan, i: int) -> tuple[int, int, int, str] | None:
    """Both numbers, the token after them, and what joins them."""
    joint = scan.text(i + 1)
    if joint not in _JOINTS:
        return None
    ours = _small(scan, i)
    if ours is None:
        return None
    theirs = _small(scan, i + 2)
    if theirs is None:
        nil = scan.lower(i + 2) in scan.words["score_nil"]
        if not (nil and joint in _DASHES):
            return None
        theirs = 0
    if joint in _DASHES:
        both = scan.glued(i + 1) and scan.glued(i + 2)
        neither = not scan.glued(i + 1) and not scan.glued(i + 2)
        if both or (neither and joint != "—"):
            return ours, theirs, i + 3, "dash"
    if joint == ":" and scan.glued(i + 1) and scan.glued(i + 2):
        return ours, theirs, i + 3, "colon"
    return (ours, theirs, i + 3, "to") if joint == "to" else None


def _small(scan: Scan, i: int) -> int | None:
    text = scan.text(i)
    if text.isascii() and text.isdecimal():
        return int(text) if len(text) <= 3 else None
    value = scan.words["small"].get(scan.lower(i))
    return value if value is not None and value < 20 else None


def _alone(scan: Scan, i: int, last: int) -> bool:
    """Whether nothing before or behind makes a code, a measure or a compound of it."""
    before = scan.text(i - 1)
    if before in _DASHES or (i and scan.glued(i) and (before.isalnum() or before in "$€£/.")):
        return False
    if _is_label(scan, i - 1) and not _is_division(scan, i):
        return False
    behind = scan.text(last)
    if behind in _DASHES and (scan.glued(last) or scan.text(last + 1)[:1].isdecimal()):
        return False
    if scan.glued(last) and behind[:1].isalnum():
        return False
    if behind in {"%", "/", ":"} or scan.lower(last) in scan.words["magnitudes"]:
        return False
    return unit_at(scan, last) is None or _is_in(scan, i, last)


def _is_in(scan: Scan, i: int, last: int) -> bool:
    """Whether "in" is no inch, as a range of inches would rise: "beat Italy 3-0 in final"."""
    ours, theirs = _small(scan, i), _small(scan, i + 2)
    descends = ours is not None and theirs is not None and ours >= theirs
    return descends and scan.lower(last) == "in"


def _is_label(scan: Scan, at: int) -> bool:
    """Whether a word labels with the numbers behind it, as "the title" and "the bill" do not."""
    word = scan.lower(at)
    listed = word in scan.words["labels"] and word not in scan.words["score_words"]
    return listed and scan.tag(at - 1) not in {"DET", "PRON"}


def _is_division(scan: Scan, i: int) -> bool:
    """Whether a headline tells how a house divided: "MPs pass water bill 148-61"."""
    ours, theirs = _small(scan, i), _small(scan, i + 2)
    ordered = ours is not None and theirs is not None and ours > theirs
    dashed = scan.text(i + 1) in _DASHES and scan.glued(i + 1) and scan.glued(i + 2)
    divided = not scan.words["score_divided"].isdisjoint(scan.tokens.lowers[:i])
    return ordered and dashed and divided and not scan.capital(i - 1)


def _between_names(scan: Scan, i: int, last: int) -> bool:
    """ "Wales 19-23 Ireland": two sides with their numbers between them."""
    names = (i - 1, last)
    return all(map(scan.capital, names)) and all(map(scan.noun, names))


def _innings(scan: Scan, i: int) -> tuple[int, int, int, str] | None:
    """Runs and the wickets they cost, where cricket is spoken of: "254 for 6", "321/4"."""
    joint, wickets = scan.text(i + 1), scan.text(i + 2)
    glued = scan.glued(i + 1) and scan.glued(i + 2)
    if not (joint == "for" or (joint in {"/", "-"} and glued)) or not wickets.isdecimal():
        return None
    runs = scan.text(i)
    if not (runs.isdecimal() and len(runs) <= _RUNS and int(wickets) <= _WICKETS):
        return None
    written_on = scan.glued(i + 3) and scan.text(i + 3)[0].isalnum()
    if int(runs) < _FEWEST_RUNS or written_on or unit_at(scan, i + 3) is not None:
        return None
    spoken = not scan.words["cricket"].isdisjoint(scan.tokens.lowers)
    return (int(runs), int(wickets), i + 3, "wickets") if spoken else None


def _is_score(scan: Scan, i: int, found: tuple[int, int, int, str]) -> bool:
    ours, theirs, last, joint = found
    contest = scan.in_contest()
    spelled = not scan.text(i).isdecimal()
    if joint == "to":
        if ours <= theirs or not contest or scan.counts(last) or scan.noun(last):
            return False
        before = scan.lower(i - 1)
        if (
            before == "by"
            and scan.words["change_verbs"].get(scan.lower(i - 2), _NO_VERB)[1] in _MOVING
        ):
            return False  # "fell by 120 to 80"
        changing = before in scan.words["change_verbs"] or before in scan.words["change_adverbs"]
        return before not in {"from", "of", "between"} and (
            not changing or before in scan.words["score_words"]
        )
    if joint == "colon":
        return contest
    if spelled and not contest:
        return False
    if joint == "wickets" or _between_names(scan, i, last):
        return True
    if ours >= theirs:
        return contest or not scan.plural(last)
    if not contest or scan.counts(last) or scan.lower(i - 1) in {"aged", "ages", "between"}:
        return False
    return theirs < 100 or scan.lower(i - 1) in scan.words["score_words"]
