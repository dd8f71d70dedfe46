"""Word files (`.docx`): what they say once all tracked changes are accepted."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

from factcheck.document.base import Document
from factcheck.document.docx_body import Body, Notes
from factcheck.document.docx_parts import (
    Comments,
    Properties,
    Styles,
    read_part,
    relations,
)
from factcheck.document.flow import Comment, Flow, saved
from factcheck.document.package import Package
from factcheck.document.passage import Sort

KIND: Final = "Word document (.docx)"
_NOTES: Final = ("footnote", "endnote")


@dataclass(slots=True)
class WordFile:
    """A Word file that was read.

    Attributes:
        package: its parts.
        part: the name of the part with its text.
        data: that part, in UTF-8, as which bytes are counted.
        body: what was read of it.
        document: the draft.
        related: the parts that it refers to, by what they are.
        comments: the comments in its margin.
    """

    package: Package
    part: str
    data: bytes
    body: Body
    document: Document
    related: dict[str, str]
    comments: Comments = field(default_factory=Comments)


def read(data: bytes, name: str) -> Document:
    """A Word file, as a document.

    Raises:
        InputError: it is no Word file, or it is damaged, encrypted or far too large.
    """
    return read_word(data, name).document


def read_word(data: bytes, name: str) -> WordFile:
    """The same with where everything stands in its bytes, for whoever writes into a copy.

    Raises:
        InputError: it is no Word file, or it is damaged, encrypted or far too large.
    """
    package = Package(data, name, KIND)
    part = relations(package, "").get("officeDocument", "word/document.xml")
    related = relations(package, part)
    styles, comments, properties = Styles(), Comments(), Properties()
    if "styles" in related:
        read_part(package, related["styles"], styles)
    if "comments" in related:
        read_part(package, related["comments"], comments)
    core = relations(package, "").get("core-properties")
    if core is not None:
        read_part(package, core, properties)
    flow = Flow()
    body = Body(flow.holders, [], styles)
    main = read_part(package, part, body)
    flow.write(body.blocks)
    for kind in _NOTES:
        if f"{kind}s" in related and body.notes[kind]:
            notes = Notes(body, styles, kind)
            read_part(package, related[f"{kind}s"], notes)
            flow.write(notes.blocks, sort=Sort.NOTE)
    told = [
        Comment(comments.words[key], first, behind)
        for key, (first, behind) in body.ranges.items()
        if key in comments.words
    ]
    date = saved(properties.told["created"], properties.told["modified"])
    document = flow.document(told, date, body.remarks())
    return WordFile(package, part, main, body, document, related, comments)
