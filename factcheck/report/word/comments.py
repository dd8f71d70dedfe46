"""What a margin comment says, and the parts of a Word file that it takes."""

from __future__ import annotations

import os
import posixpath
import re
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from typing import Final

from factcheck.document.docx import WordFile
from factcheck.document.docx_parts import Comments, Relations, read_part, relations_part
from factcheck.document.xml_events import listen, utf8
from factcheck.editorial.rules import rules
from factcheck.errors import ConfigError
from factcheck.model import Citation
from factcheck.model.diagnostic import Diagnostic
from factcheck.report.word.splicing import Tied, spliced, tag_end

_AUTHOR: Final = b"factcheck"
_INITIALS: Final = b"fc"
_TYPES: Final = "[Content_Types].xml"
_TYPES_SPACE: Final = b"http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS_SPACE: Final = b"http://schemas.openxmlformats.org/package/2006/relationships"
# The type of the relation, in the words of the conformance class that the file keeps to.
_STRICT: Final = "http://purl.oclc.org/ooxml/"
_RELATION: Final = b"http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments"
_STRICT_RELATION: Final = b"http://purl.oclc.org/ooxml/officeDocument/relationships/comments"
_CONTENT: Final = b"application/vnd.openxmlformats-officedocument.wordprocessingml.comments+xml"
_HEAD: Final = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_MOST_OTHERS: Final = 3
# What XML 1.0 cannot hold.
_UNTOLD: Final = re.compile(r"[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def commented(word: WordFile, found: Iterable[Diagnostic]) -> bytes:
    """A copy of the Word file, with a comment for each diagnostic.

    Args:
        word: the file.
        found: what to comment on, in text order.
    """
    numbers = [int(key) for key in {*word.comments.words, *word.body.ranges} if key.isdecimal()]
    first = max(numbers, default=-1) + 1
    tied: list[Tied] = []
    told: list[bytes] = []
    for number, one in enumerate(found, first):
        tied.append(Tied(number, one.span))
        told.append(_comment(number, word.body.space, lines(one, _elsewhere(word, one))))
    changed = {word.part: spliced(word, tied), **_comment_parts(word, b"".join(told))}
    return word.package.written({n: _as_before(word, n, data) for n, data in changed.items()})


def _elsewhere(word: WordFile, one: Diagnostic) -> str:
    """The note or the box that a figure stands in, where the comment has to stand outside."""
    piece = word.document.origin.pieces(one.span)[0]
    return "" if word.body.spots[piece.holder].own else f" in {one.place.part}"


def lines(one: Diagnostic, where: str = "") -> Iterator[str]:
    """The paragraphs of a comment.

    Args:
        one: what it tells.
        where: where that stands, unless the comment stands there itself: " in footnote 1".
    """
    yield f"{one.code} {rules()[one.code].name} ({one.severity}){where}: {one.message}"
    if (finding := one.finding) is not None:
        if finding.citation is not None:
            yield f"Reference: {_cited(finding.citation)}"
        for other in finding.others[:_MOST_OTHERS]:
            yield f"Also on file: {_cited(other)}"
        if notes := [note for note in finding.notes if note not in one.message]:
            yield f"Note: {'; '.join(notes)}"
    for related in one.related:
        yield f"Compare {related.label or 'here'}: “{related.text}” ({related.place})"


def _cited(citation: Citation) -> str:
    claim = citation.claim
    told = (claim.source, citation.date, claim.url, f"claim {claim.id}")
    return f"“{claim.text}” ({', '.join(str(part) for part in told if part)})"


def _comment(number: int, space: str, paragraphs: Iterable[str]) -> bytes:
    texts = b"".join(
        b'<w:p><w:r><w:t xml:space="preserve">%s</w:t></w:r></w:p>' % _escaped(text)
        for text in paragraphs
    )
    return b'<w:comment xmlns:w="%s" w:id="%d" w:author="%s"%s w:initials="%s">%s</w:comment>' % (
        *(space.encode(), number, _AUTHOR, _date(), _INITIALS, texts),
    )


def _escaped(text: str) -> bytes:
    """Text in XML, in ASCII whatever the encoding of the part is."""
    told = _UNTOLD.sub("\ufffd", text).replace("&", "&amp;").replace("<", "&lt;")
    return told.replace(">", "&gt;").encode("ascii", "xmlcharrefreplace")


def _date() -> bytes:
    """When a comment was made: not told, since one draft should give one file, unless it is set."""
    told = os.environ.get("SOURCE_DATE_EPOCH", "")
    if not told:
        return b""
    try:
        moment = datetime.fromtimestamp(int(told), UTC)
    except (ValueError, OverflowError, OSError) as error:
        raise ConfigError(
            f"{told!r} is no time in seconds", where="SOURCE_DATE_EPOCH", do="unset it"
        ) from error
    return b' w:date="%s"' % moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode()


def _comment_parts(word: WordFile, told: bytes) -> dict[str, bytes]:
    """The part with the comments and, where it is new, the parts that say that there is one."""
    if "comments" in word.related:
        part = word.related["comments"]
        return {part: _appended(utf8(word.package.read(part)), word.comments.closing, told)}
    folder = posixpath.dirname(word.part)
    part = posixpath.join(folder, "comments.xml")
    for number in range(2, len(word.package.names) + 2):
        if part not in word.package.names:
            break
        part = posixpath.join(folder, f"comments{number}.xml")
    space = word.body.space.encode()
    whole = b'%s<w:comments xmlns:w="%s">%s</w:comments>' % (_HEAD, space, told)
    return {part: whole, _TYPES: _types(word, part), **_related(word, part)}


def _types(word: WordFile, part: str) -> bytes:
    ends = Comments()
    data = read_part(word.package, _TYPES, ends)
    own = b'<Override xmlns="%s" PartName="/%s" ContentType="%s"/>'
    return _appended(data, ends.closing, own % (_TYPES_SPACE, part.encode(), _CONTENT))


def _related(word: WordFile, part: str) -> dict[str, bytes]:
    name = relations_part(word.part)
    known = Relations(word.part)
    empty = b'%s<Relationships xmlns="%s"></Relationships>' % (_HEAD, _RELATIONS_SPACE)
    data = read_part(word.package, name, known) if name in word.package.names else empty
    number = 1
    while f"rIdFactcheck{number}" in known.ids:
        number += 1
    kind = _STRICT_RELATION if word.body.space.startswith(_STRICT) else _RELATION
    own = b'<Relationship xmlns="%s" Id="rIdFactcheck%d" Type="%s" Target="%s"/>' % (
        *(_RELATIONS_SPACE, number, kind, posixpath.basename(part).encode()),
    )
    ends = Comments()
    listen(data, ends, word.package.where, name)
    return {name: _appended(data, ends.closing, own)}


def _appended(data: bytes, closing: int, new: bytes) -> bytes:
    """A part with something added before its last end tag, which begins at `closing`."""
    if data.startswith(b"</", closing):
        return data[:closing] + new + data[closing:]
    end = tag_end(data, closing)  # the part is empty, and its only tag is both
    name = re.split(rb"[\s/>]", data[closing + 1 : end], maxsplit=1)[0]
    return data[:closing] + data[closing:end].removesuffix(b"/>") + b">%s</%s>%s" % (
        new, name, data[end:],
    )  # fmt: skip


def _as_before(word: WordFile, part: str, data: bytes) -> bytes:
    """A part in UTF-16 again, where it was."""
    if part not in word.package.names or utf8(was := word.package.read(part)) == was:
        return data
    return data.decode().encode("utf-16")
