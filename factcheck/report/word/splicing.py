"""Where comments begin and end, spliced into the bytes of a Word file's text.

Word ties a comment to whole runs. A run in which a figure begins or ends is closed there and opened
again with the same format, which changes nothing that anybody sees.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from typing import Final, NamedTuple

from factcheck.document.docx import WordFile
from factcheck.document.docx_runs import Atom, Run, Spot
from factcheck.model import Span

_TAG: Final = re.compile(rb"""</?(?P<name>[^\s/>]+)(?:[^<>"']|"[^"]*"|'[^']*')*>""")
_KEEPS_BLANKS: Final = re.compile(rb"""\sxml:space\s*=\s*["']preserve["']""")
_KEEP: Final = b' xml:space="preserve"'


class Tied(NamedTuple):
    """A comment, and the stretch of the draft's text that it is tied to."""

    number: int
    span: Span


class _Cut(NamedTuple):
    """A place between two bytes.

    Attributes:
        at: the byte before which it is.
        run: the run that is cut there; None where nothing is.
        atom: the text that is cut there, or that begins there in the same `<w:t>`; None between
            two elements of a run.
    """

    at: int
    run: Run | None = None
    atom: Atom | None = None


class _Here(NamedTuple):
    """What stands at a cut."""

    cut: _Cut
    ends: list[int]
    begins: list[int]


def spliced(word: WordFile, comments: Iterable[Tied]) -> bytes:
    """The part with the text, in UTF-8, with the marks of comments in it.

    Args:
        word: the file.
        comments: in text order.
    """
    data = word.data
    declared = _prefix(data, word.body.space)
    cuts: dict[int, _Here] = {}
    for number, span in comments:
        first, last = _ends(word, span)
        cuts.setdefault(first.at, _Here(first, [], [])).begins.append(number)
        cuts.setdefault(last.at, _Here(last, [], [])).ends.append(number)
    inserted = {at: _inserted(data, here, declared) for at, here in cuts.items()}
    for here in cuts.values():
        if here.cut.atom is not None:
            at = _blanks_kept(data, here.cut.atom.element)
            if at is not None:
                inserted[at] = _KEEP
    pieces: list[bytes] = []
    done = 0
    for at in sorted(inserted):
        pieces += (data[done:at], inserted[at])
        done = at
    return b"".join([*pieces, data[done:]])


def _ends(word: WordFile, span: Span) -> tuple[_Cut, _Cut]:
    """Where a comment on a stretch of text begins and ends."""
    pieces = word.document.origin.pieces(span)
    first, last = pieces[0], pieces[-1]
    start = first.source + max(span.start - first.start, 0)
    end = last.source + min(max(span.end - last.start, 0), last.length)
    spots = word.body.spots
    if span.start >= span.end:  # of nothing in particular: of the run there
        run = spots[first.holder].run
        return _Cut(run.start), _Cut(tag_end(word.data, run.end))
    return _cut(word.data, spots[first.holder], start), _cut(
        word.data, spots[last.holder], end, end=True
    )


def _cut(data: bytes, spot: Spot, offset: int, *, end: bool = False) -> _Cut:
    run = spot.run
    if end and (not spot.own or offset >= run.length):
        return _Cut(tag_end(data, run.end))
    if not end and (not spot.own or offset <= 0):
        return _Cut(run.start)
    number = bisect_right(run.atoms, offset, key=lambda atom: atom.offset) - 1
    atom = run.atoms[number]
    inside = offset - atom.offset
    if inside and atom.whole:  # raw text is not cut: the comment takes in the whole run
        return _Cut(tag_end(data, run.end)) if end else _Cut(run.start)
    if inside:
        told = data[atom.at : atom.at + 4 * inside].decode("utf-8", "ignore")[:inside]
        return _Cut(atom.at + len(told.encode()), run, atom)
    if atom.whole:
        return _Cut(tag_end(data, run.end)) if end else _Cut(run.start)
    return _Cut(atom.at, run, atom) if atom.inside else _Cut(atom.element, run)


def _inserted(data: bytes, here: _Here, declared: bytes) -> bytes:
    """The bytes for a cut: close the run, the marks, and open it again."""
    marks: list[bytes] = []
    for told in (b"%d" % number for number in here.ends):
        mark = b'<w:r%s><w:commentReference w:id="%s"/></w:r>' % (declared, told)
        marks += (b'<w:commentRangeEnd%s w:id="%s"/>' % (declared, told), mark)
    for number in here.begins:
        marks.append(b'<w:commentRangeStart%s w:id="%d"/>' % (declared, number))
    run, atom = here.cut.run, here.cut.atom
    if run is None:
        return b"".join(marks)
    opened = data[run.start : tag_end(data, run.start)]
    if run.format is not None:
        opened += data[run.format[0] : tag_end(data, run.format[1])]
    close, reopen = b"</%s>" % _name(data, run.start), opened
    if atom is not None:
        name = _name(data, atom.element)
        close = b"</%s>%s" % (name, close)
        reopen = b"%s<%s%s>" % (opened, name, _KEEP)
    return b"".join([close, *marks, reopen])


def _blanks_kept(data: bytes, element: int) -> int | None:
    """Where a `<w:t>` that is cut has to say that blanks at its end count; None where it does."""
    tag = data[element : tag_end(data, element)]
    return None if _KEEPS_BLANKS.search(tag) else element + 1 + len(_name(data, element))


def _name(data: bytes, at: int) -> bytes:
    found = _TAG.match(data, at)
    return found["name"] if found else b""


def tag_end(data: bytes, at: int) -> int:
    """The byte behind the tag that begins at `at`."""
    found = _TAG.match(data, at)
    return found.end() if found else at


def _prefix(data: bytes, space: str) -> bytes:
    """What an element of ours has to declare: nothing where "w" means the same in all of it."""
    usual = b' xmlns:w="%s"' % space.encode()
    once = data.count(b"xmlns:w=") == data.count(usual) == 1
    return b"" if once and usual in _root(data) else usual


def _root(data: bytes) -> bytes:
    """The first start tag."""
    at = data.find(b"<")
    while at >= 0 and data[at + 1 : at + 2] in (b"?", b"!"):
        at = data.find(b"<", at + 1)
    return data[at : tag_end(data, at)]
