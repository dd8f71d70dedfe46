"""The parts of a Word file around its text: where they are, styles, margin comments, properties."""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from typing import Final, NamedTuple

from factcheck.document.package import Package
from factcheck.document.passage import Sort
from factcheck.document.style_names import LEFT_OUT, sort_named
from factcheck.document.xml_events import Quiet, listen, utf8

# The namespaces of the two conformance classes of ISO/IEC 29500, transitional and strict.
WORD: Final = frozenset({
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
})  # fmt: skip
_OFF: Final = frozenset({"0", "false", "off", "none"})
_DEEPEST: Final = 64  # styles that are based on each other; more is a circle


def value(attributes: Mapping[str, str], space: str, name: str = "val") -> str | None:
    """An attribute of the element's own namespace."""
    return attributes.get(f"{space} {name}")


def switched_on(attributes: Mapping[str, str], space: str) -> bool:
    """What a property says, which need not have a value: `<w:vanish/>`, `<w:vanish w:val="0"/>`."""
    return (value(attributes, space) or "1").lower() not in _OFF


def read_part(package: Package, part: str, listener: Quiet) -> bytes:
    """Read a part of a package, and return it as it was counted, in UTF-8.

    Raises:
        InputError: it cannot be read.
    """
    data = utf8(package.read(part))
    listen(data, listener, package.where, part)
    return data


class Relations(Quiet):
    """The parts that a part refers to, by the last word of the relation's type.

    Attributes:
        targets: "comments" = "word/comments.xml"; parts of this package only.
        ids: the ids of all relations.
    """

    def __init__(self, part: str) -> None:
        self._folder = posixpath.dirname(part)
        self.targets: dict[str, str] = {}
        self.ids: set[str] = set()

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        if tag[1] != "Relationship":
            return
        self.ids.add(attributes.get("Id", ""))
        if attributes.get("TargetMode", "Internal") == "Internal":
            target = posixpath.join("/", self._folder, attributes.get("Target", ""))
            name = attributes.get("Type", "").rpartition("/")[2]
            self.targets.setdefault(name, posixpath.normpath(target).lstrip("/"))


def relations_part(part: str) -> str:
    """The part that tells the relations of a part."""
    folder, name = posixpath.split(part)
    return posixpath.join(folder, "_rels", f"{name}.rels")


def relations(package: Package, part: str) -> dict[str, str]:
    """What a part refers to; nothing where it does not say."""
    found = Relations(part)
    if relations_part(part) in package.names:
        read_part(package, relations_part(part), found)
    return {name: target for name, target in found.targets.items() if target in package.names}


class Style(NamedTuple):
    """What a style says, with what it takes from the style that it is based on.

    Attributes:
        sort: the sort of a paragraph.
        skipped: whether such paragraphs are not read.
        hidden: whether its text is hidden; None where it does not say.
    """

    sort: Sort | None = None
    skipped: bool = False
    hidden: bool | None = None


class Styles(Quiet):
    """The styles of a Word file."""

    def __init__(self) -> None:
        self._told: dict[str, dict[str, str]] = {}
        self._open: dict[str, str] = {}
        self._path: list[str] = []
        self._known: dict[str, Style] = {}

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        space, name = tag
        above = self._path[-1] if self._path else ""
        self._path.append(name)
        if space not in WORD:
            return
        told = value(attributes, space) or ""
        if name == "style":
            self._open = self._told.setdefault(value(attributes, space, "styleId") or "", {})
        elif name in ("name", "basedOn") and above == "style":
            self._open[name] = told
        elif name == "outlineLvl" and above == "pPr":
            self._open["level"] = told
        elif name == "numPr" and above == "pPr":
            self._open["list"] = "yes"
        elif name == "vanish" and above == "rPr":
            self._open["hidden"] = "yes" if switched_on(attributes, space) else "no"

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Hear where it ends."""
        self._path.pop()

    def get(self, style: str) -> Style:
        """What a style says, by its id."""
        if style not in self._known:
            self._known[style] = self._found(style)
        return self._known[style]

    def _found(self, style: str) -> Style:
        chain: list[dict[str, str]] = []
        while style in self._told and len(chain) < _DEEPEST:
            chain.append(self._told[style])
            style = chain[-1].get("basedOn", "")
        hidden = next((told["hidden"] == "yes" for told in chain if "hidden" in told), None)
        for told in chain:
            named = sort_named(told.get("name", ""))
            if named == LEFT_OUT:
                return Style(None, True, hidden)
            if is_outline(told.get("level")):
                return Style(Sort.HEADING, False, hidden)
            if isinstance(named, Sort):
                return Style(named, False, hidden)
            if "list" in told:
                return Style(Sort.LIST, False, hidden)
        return Style(None, False, hidden)


def is_outline(level: str | None) -> bool:
    """Whether an outline level is that of a heading; the tenth, "9", is that of running text."""
    return level is not None and level.isdecimal() and int(level) < 9


class Comments(Quiet):
    """The comments in the margin, by their ids.

    Attributes:
        words: what each says.
        closing: the byte at which the end tag of all of them begins.
    """

    def __init__(self) -> None:
        self.words: dict[str, str] = {}
        self.closing = 0
        self._id: str | None = None
        self._parts: list[str] = []
        self._in_text = False

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        space, name = tag
        if space not in WORD:
            return
        if name == "comment":
            self._id, self._parts = value(attributes, space, "id") or "", []
        elif name in ("p", "br", "tab"):
            self._parts.append(" ")
        self._in_text = name == "t"

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Hear where it ends."""
        self._in_text = False
        self.closing = at
        if tag[1] == "comment" and self._id is not None:
            self.words[self._id] = "".join(self._parts).strip()
            self._id = None

    def text(self, text: str, at: int) -> None:
        """Hear what it says."""
        if self._in_text and self._id is not None:
            self._parts.append(text)


class Properties(Quiet):
    """When a file was begun and last saved, by its properties.

    Attributes:
        told: what they say: "created" and "modified" in Word files, "creation-date" and "date" in
            OpenDocument.
    """

    def __init__(self) -> None:
        self.told = dict.fromkeys(("created", "modified", "creation-date", "date"), "")
        self._name = ""

    def start(self, tag: tuple[str, str], attributes: Mapping[str, str], at: int) -> None:
        """Hear where an element begins."""
        self._name = tag[1]

    def end(self, tag: tuple[str, str], at: int) -> None:
        """Hear where it ends."""
        self._name = ""

    def text(self, text: str, at: int) -> None:
        """Hear what it says."""
        if self._name in self.told:
            self.told[self._name] += text
