"""Cutting a plain text into sentences, as spans of the original text.

First into blocks: an empty line always ends one, a single line break does after a heading,
before a list item, and where the line is so short that the next word would have fitted on it.
Then, inside a block, at full stops, question and exclamation marks (with the quotation marks
and brackets that close there), unless they belong to an abbreviation or the sentence goes on.
A list item's bullet or number is no part of its sentence. Every step looks a fixed distance
ahead and back, so that the time grows with the length of the text and no faster.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice
from typing import Final, NamedTuple

from factcheck.model.values import Span
from factcheck.text.abbreviations import begins_sentence, classes, kind, next_word

# All that `str.splitlines` breaks at, but for the separators of data files (0x1c to 0x1e).
_LINE: Final = re.compile(
    r"[^\n\r\x0b\x0c\x85\u2028\u2029]*(?:\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]|\Z)"
)
_STOP: Final = re.compile(
    r"""
    (?P<stop> [.!?\u2026\u203c\u203d\u2047-\u2049\u3002\uff01\uff1f\uff61]  # found fast: one set
        (?: (?<=[.!?\u2026\u203c\u203d\u2047-\u2049]) [.!?\u2026\u203c\u203d\u2047-\u2049]*
            (?: [ ]\.(?=[ .]|$) )*
          | [\u3002\uff01\uff1f\uff61]* ) )
    (?P<close> ["'\u201d\u2019\u00bb)\]}\u300d\u300f]* (?: \[ [0-9]{1,3} \] ){0,9} )
    """,
    re.VERBOSE,
)
_MARKER: Final = re.compile(
    r"[ \t\u00a0]*(?:(?P<bullet>[-*+\u2022\u2023\u25e6\u25aa\u25cf\u25cb\u25a0\u00b7\u2013\u2014]"
    r"|\#{1,6}|>{1,3})"
    r"|(?P<number>\(?(?:[0-9]{1,3}|[a-zA-Z]|[ivxIVX]{1,5})[.)]))[ \t\u00a0]+(?=\S)"
)
_SPEECH_NEAR: Final = 40  # characters after a quotation in which "Smith said" is looked for
_BACK: Final = 12  # characters looked back for the word before a full stop
# A wrapped line is as full as its neighbours; one that leaves a quarter empty was ended there.
_FULL: Final = 0.75
_LONGEST_HEADING: Final = 80
_QUOTES: Final = frozenset("\"'\u201d\u2019\u00bb")
_ENDS: Final = frozenset(".!?\u2026\u3002\uff01\uff1f\"'\u201d\u2019\u00bb)]:;")


class _Line(NamedTuple):
    """A line without the white space around it; `start` equals `end` for an empty one."""

    start: int
    end: int
    marker: int  # where the text after a bullet or number begins, or `start`
    numbered: bool


# Bounds of what is read as one sentence: the longest of the treebank has 1,100 characters and
# 160 tokens.
_LONGEST: Final = 1_500
_MOST_TOKENS: Final = 300
# Letters, digits and signs are cut apart as the tokenizer does, roughly.
_TOKEN: Final = re.compile(r"[^\W\d_]+|\d+|\S")


def sentences(text: str) -> tuple[Span, ...]:
    """Cut `text` into sentences.

    Args:
        text: plain text with any line breaks.

    Returns:
        Spans of `text`, in order, without overlap; none is empty or begins or ends with white
        space. Between them lie only white space and the markers of lists and headings.
    """
    found: list[Span] = []
    for start, end in _blocks(text):
        for span in _cut(text, start, end):
            if span.end - span.start > _MOST_TOKENS:  # no token is empty
                found += _bounded(text, span)
            else:
                found.append(span)
    return tuple(found)


def _bounded(text: str, span: Span) -> Iterator[Span]:
    """Pieces of a sentence that no reader ever wrote: a list or a dump on one line.

    What is read of a sentence grows with the square of its figures, so it must have an end.
    """
    start = span.start
    while span.end - start > _MOST_TOKENS:
        most = _reach(text, start, span.end)
        if most == span.end:
            break
        cut = most
        for mark in ("; ", ", ", " "):
            at = text.rfind(mark, (start + most) // 2, most)
            if at >= 0:
                cut = at + len(mark)
                break
        first, last = _trim(text, start, cut)
        if first < last:
            yield Span(first, last)
        start = cut
    first, last = _trim(text, start, span.end)
    if first < last:
        yield Span(first, last)


def _reach(text: str, start: int, end: int) -> int:
    """How far one sentence may go that begins at `start`."""
    end = min(end, start + _LONGEST)
    beyond = next(islice(_TOKEN.finditer(text, start, end), _MOST_TOKENS, None), None)
    return end if beyond is None else beyond.start()


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    while at < len(text):
        match = _LINE.match(text, at)
        stop = match.end() if match else len(text)
        start, end = _trim(text, at, stop)
        marker = _MARKER.match(text, start, end) if start < end else None
        body = marker.end() if marker else start
        yield _Line(start, end, body, bool(marker and marker["number"]))
        at = stop


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _blocks(text: str) -> Iterator[tuple[int, int]]:
    """Yield the stretches of text in which a line break is mere white space."""
    paragraph: list[_Line] = []
    for line in _lines(text):
        if line.start < line.end:
            paragraph.append(line)
        elif paragraph:
            yield from _parts(text, paragraph)
            paragraph = []
    if paragraph:
        yield from _parts(text, paragraph)


def _parts(text: str, lines: list[_Line]) -> Iterator[tuple[int, int]]:
    """Cut a paragraph where a line break separates."""
    if len(lines) == 1:
        yield _body(lines[0], lines[0])
        return
    width = max(line.end - line.start for line in lines)
    first, previous = 0, lines[0]
    for index in range(1, len(lines)):
        line = lines[index]
        if _separates(text, previous, line, width, listed=lines[first].marker > lines[first].start):
            yield _body(lines[first], previous)
            first = index
        previous = line
    yield _body(lines[first], previous)


def _body(first: _Line, last: _Line) -> tuple[int, int]:
    return first.marker, last.end


def _separates(text: str, before: _Line, line: _Line, width: int, *, listed: bool) -> bool:
    """Whether the break between two lines ends a sentence whatever the signs around it."""
    ended = text[before.end - 1] in _ENDS
    short = before.end - before.start + 1 + _first_word(text, line) <= _FULL * width
    if line.marker > line.start and (ended or listed or short or not line.numbered):
        return True
    if text[before.start] == "#":  # a heading in Markdown
        return True
    if text[before.end - 1] in ",-\u2013\u2014&" or text[line.start].islower():
        return False
    if short:
        return True
    return before.end - before.start <= _LONGEST_HEADING and _is_heading(text, before, line)


def _first_word(text: str, line: _Line) -> int:
    at = line.start
    while at < line.end and not text[at].isspace():
        at += 1
    return at - line.start


def _is_heading(text: str, before: _Line, line: _Line) -> bool:
    """Whether a line stands out: all capitals, or Capitals Throughout, and the next does not."""
    if text[before.end - 1] in ".,;":
        return False
    return _is_title(text[before.start : before.end]) and not _is_title(
        text[line.start : min(line.end, line.start + _LONGEST_HEADING)]
    )


def _is_title(line: str) -> bool:
    words = [word for word in line.split() if len(word) > 3 and word[0].isalpha()]
    return len(words) > 1 and all(word[0].isupper() for word in words)


def _cut(text: str, start: int, end: int) -> Iterator[Span]:
    """Cut one block into sentences."""
    first = start
    for match in _STOP.finditer(text, start, end):
        at = match.end()
        if at >= end or match.start() == first:
            continue
        if _ends(text, match, first, end):
            yield Span(*_trim(text, first, at))
            first = at
            while first < end and text[first].isspace():
                first += 1
    if first < end:
        yield Span(*_trim(text, first, end))


def _ends(text: str, match: re.Match[str], first: int, end: int) -> bool:
    """Whether a sentence that began at `first` ends with the signs in `match`."""
    stop, close, at = match["stop"], match["close"], match.end()
    if stop[0] in "\u3002\uff01\uff1f\uff61":
        return True
    if not text[at].isspace():
        return _misses_space(text, match, end)
    following = next_word(text, at, end)
    if not following or not _may_begin(text, at, end, following):
        return False
    if stop != ".":
        return not (close[:1] in _QUOTES and close and _speaks(text, at, end))
    if close.strip("'\u2019\"\u201d)"):  # a note's number: "killed.[12] The"
        return True
    return _full_stop_ends(text, match.start(), first, following, closed=bool(close))


def _may_begin(text: str, at: int, end: int, following: str) -> bool:
    """Whether a sentence can begin with what stands after `at`."""
    if not following[0].islower():
        return following[0] not in ",;:%)]}."
    if any(char.isupper() for char in following[1:]):  # iPhone, eBay
        return True
    near = text[at : min(end, at + 8)].strip()
    return near[:1] in "\u2022\u25cf"


def _speaks(text: str, at: int, end: int) -> bool:
    """Whether a verb of speech follows a quotation: "Stop!" the mayor said."""
    words = re.findall(r"[^\W\d_]+|[^\w\s]", text[at : min(end, at + _SPEECH_NEAR)])[:4]
    for word in words:
        if not word[0].isalpha():
            return False
        if word in classes()["speech"]:
            return True
    return False


def _misses_space(text: str, match: re.Match[str], end: int) -> bool:
    """Whether a space was forgotten: "He left.Then she did" (but not "example.Com")."""
    start, at = match.start(), match.end()
    opened = text[at] in "\u201c([" and len(match["close"]) == 0
    following = next_word(text, at, end)
    return (
        (opened or text[at].isupper())
        and match["stop"] in (".", "!", "?")
        and text[max(0, start - 2) : start].isalpha()
        and text[start - 1].islower()
        and begins_sentence(following)
    )


def _full_stop_ends(text: str, start: int, first: int, following: str, *, closed: bool) -> bool:
    """Whether the single full stop at `start` ends a sentence before the word `following`."""
    word, before = _words_before(text, start, first)
    if not word or (closed and len(word) > 1 and "." not in word):
        return True
    if "." in word:  # U.S. a.m. e.g. p.m
        return _acronym_ends(word.lower(), following)
    if word.isdigit() and not before and len(word) < 4 and start - len(word) == first:
        return False  # a list's number on the same line
    found = kind(word, before, following)
    if found == "suffix":
        return begins_sentence(following)
    return not found


def _acronym_ends(word: str, following: str) -> bool:
    if word in ("e.g", "i.e", "v.s", "c.f"):
        return False
    if word in ("a.m", "p.m", "b.c", "a.d"):
        # Time zones (GMT), days and months go on; everything else begins anew.
        near = following.lower()[:3] in classes()["calendar"]
        return following[0].isupper() and not following.isupper() and not near
    return begins_sentence(following)


def _words_before(text: str, start: int, first: int) -> tuple[str, str]:
    """Return the word (with inner full stops) before `start`, and the token before that."""
    if start > first and text[start - 1] == " ":
        start -= 1  # "Vol . 2" of text that was cut up into words
    low = max(first, start - _BACK)
    at = start
    while at > low and (text[at - 1].isalnum() or (text[at - 1] == "." and at < start)):
        at -= 1
    if at == low and low > first and text[at - 1].isalnum():
        return "", ""
    word = text[at:start].strip(".")
    stop = at
    while (
        stop > first and at - stop < _BACK and (text[stop - 1].isspace() or text[stop - 1] == ".")
    ):
        stop -= 1
    begin = stop
    while begin > first and stop - begin < _BACK and text[begin - 1].isalnum():
        begin -= 1
    return word, text[begin:stop]
