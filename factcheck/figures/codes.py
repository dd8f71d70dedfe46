"""Numbers that are names by their company: aircraft, flights, statutes, regiments, circles, codes.

Each function looks at one number and returns the token after the name, or 0 where it may count.
"""

from __future__ import annotations

from typing import Final

from factcheck.figures.scan import Scan

_NEAR: Final = 12  # tokens on either side in which flying is spoken of
_YEAR: Final = 4
_SHORT_CODE: Final = 4  # digits at least of a number that messages are sent to
_PLANS: Final = frozenset({"401", "403", "457", "501"})  # "501(c)(3)"; elsewhere a letter
_UNION: Final = frozenset({"EU", "EC", "EEC", "Euratom"})
TOLD: Final = frozenset({"text", "texting"})  # "text 88222"
COPULAS: Final = frozenset({"is", "was", "are", "were"})
_ENDINGS: Final = frozenset({"st", "nd", "rd", "th"})
_ROUNDS: Final = frozenset({"8", "16", "32", "64", "128", "eight", "sixteen", "thirty-two"})
_ENDED: Final = frozenset({"", "PUNCT", "CCONJ", "ADP", "ADV", "VERB", "AUX"})


def code(scan: Scan, i: int) -> int:
    """The end of the name that the digits at token `i` belong to, or 0."""
    return (
        _aircraft(scan, i)
        or _subsection(scan, i)
        or _statute(scan, i)
        or _regulation(scan, i)
        or _flight(scan, i)
        or _regiment(scan, i)
        or _told(scan, i)
        or _firm(scan, i)
        or circle(scan, i)
    )


def circle(scan: Scan, i: int) -> int:
    """ "The Group of Seven", "the Committee of 100", "the Class of 2024", "the round of 16"."""
    if scan.lower(i - 1) != "of":
        return 0
    noun, end = scan.lower(i - 2), i + 1
    if noun not in {"round", "class"} and noun not in scan.words["circles"]:
        return 0
    while scan.hyphened(end):  # "the Group of Seventy-Seven"
        end += 2
    if scan.counts(end):
        return 0
    if noun == "round":
        return end if scan.lower(i) in _ROUNDS and scan.lower(i - 3) == "the" else 0
    if noun == "class":
        return end if scan.text(i).isdecimal() and len(scan.text(i)) == _YEAR else 0
    named = noun in scan.words["circles"] and scan.capital(i - 2)
    spelled = scan.text(i)[0].isalpha()
    return end if named and (scan.capital(i) if spelled else not scan.starts(i - 2)) else 0


def _aircraft(scan: Scan, i: int) -> int:
    """ "Flew on a 747", "the 737 crashed"; not "the 737 aboard the plane"."""
    article = scan.lower(i - 1)
    if scan.text(i) not in scan.words["aircraft"] or article not in {"a", "the"}:
        return 0
    follows, end = scan.lower(i + 1), i + 1
    if (scan.glued(end) and follows[:1].isalnum()) or scan.hyphened(end) or scan.plural(end):
        return 0
    doing = follows in scan.words["aircraft_doing"]
    ended = scan.tag(end) in _ENDED and scan.text(end) != "%"
    if article == "a":
        return end if doing or ended or follows in scan.words["flying"] else 0
    if doing:
        return end
    bare = scan.tag(end) in {"", "PUNCT"} or (scan.tag(end) == "AUX" and follows in COPULAS)
    parted = scan.lower(i - 2) == "of" and scan.starts(i - 2)  # "Of the 737, 12 survived"
    return end if bare and not parted and follows != "were" and _flies(scan, i) else 0


def _flies(scan: Scan, i: int) -> bool:
    """Whether a word of flying stands near."""
    flying = scan.words["flying"]
    return any(scan.lower(k) in flying for k in range(i - _NEAR, i + _NEAR))


def _subsection(scan: Scan, i: int) -> int:
    """ "401(k)", "section 12(3)(a)": letters or numbers in brackets glued on."""
    at, lettered = i + 1, False
    while scan.text(at) == "(" and scan.glued(at) and scan.text(at + 2) == ")":
        inner = scan.text(at + 1)
        letter = inner.isalpha() and (len(inner) == 1 or not inner.strip("ivx"))
        if not (letter or (inner.isdecimal() and len(inner) < len("100"))):
            return 0
        at, lettered = at + 3, lettered or letter
    if at == i + 1 or not scan.text(i).isdecimal():
        return 0
    label = scan.lower(i - 1) in scan.words["labels"]
    return at if label or lettered or scan.text(i) in _PLANS else 0


def _statute(scan: Scan, i: int) -> int:
    """ "The Companies Act 2006": the year belongs to the title."""
    text = scan.text(i)
    if len(text) != _YEAR or not text.isdecimal() or scan.titled:
        return 0
    title = scan.capital(i - 1) and scan.lower(i - 1) in scan.words["statutes"]
    return i + 1 if title and scan.capital(i - 2) and not scan.starts(i - 2) else 0


def _regulation(scan: Scan, i: int) -> int:
    """ "Regulation (EU) 2016/679"."""
    union = scan.text(i - 1) == ")" and scan.text(i - 2) in _UNION and scan.text(i - 3) == "("
    return i + 3 if union and scan.text(i + 1) == "/" and scan.text(i + 2).isdecimal() else 0


def _flight(scan: Scan, i: int) -> int:
    """ "UA 1234 was delayed": the code of an airline, and nothing counted."""
    airline = scan.text(i - 1) in scan.words["airlines"] and not scan.glued(i)
    digits = scan.text(i).isdecimal() and len(scan.text(i)) <= _YEAR
    return i + 1 if airline and digits and not scan.counts(i + 1) else 0


def _regiment(scan: Scan, i: int) -> int:
    """ "3 Para", "the 101st Airborne"."""
    at = i + 1 + (scan.lower(i + 1) in _ENDINGS and scan.glued(i + 1))
    named = scan.capital(at) and not scan.titled and scan.text(i).isdecimal()
    listed = scan.words["regiments" if at == i + 1 else "formations"]
    return at + 1 if named and scan.lower(at) in listed else 0


def _told(scan: Scan, i: int) -> int:
    """ "Her PIN was 1234", "text 88222"."""
    text = scan.text(i)
    if not text.isdecimal() or len(text) < _SHORT_CODE:
        return 0
    named = scan.lower(i - 1) in COPULAS and scan.lower(i - 2) in scan.words["told_codes"]
    told = named or scan.lower(i - 1) in TOLD
    return i + 1 if told and not scan.counts(i + 1) else 0


def _firm(scan: Scan, i: int) -> int:
    """ "Works for 3M", the firm; "50 Cent", the singer."""
    if scan.text(i) == "50" and scan.text(i + 1) in scan.words["stage_names"]:
        return i + 2 if not scan.titled else 0
    if scan.text(i) != "3" or scan.text(i + 1) != "M" or not scan.glued(i + 1):
        return 0
    preposition = scan.lower(i - 1) in {"for", "at", "by", "in", "from", "with"}
    employed = preposition and scan.lower(i - 2) in scan.words["employing"]
    return i + 2 if employed and not scan.counts(i + 2) else 0
