r"""The groups, words and bytes of a rich text file, and the text that they come to.

A group keeps its formats to itself; a word such as `\footnote` or `\pict` says what the group is
for. A group that begins with `\*` and a word that is not known here is not read, as the format
asks for.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Final

from factcheck.document.rtf_tokens import CHARSETS, SIGNS, SYMBOLS, Token, codec_of
from factcheck.errors import InputError

MOST_DEPTH: Final = 5_000
_EQUATION: Final = "equations were not read"
# What a group is for. Text is read in BODY alone, and kept for other use in those of _KEPT.
BODY, SKIP = "body", "skip"
_KEPT: Final = frozenset({"stylesheet", "fldinst", "atrfstart", "atrfend", "atnref"})
_SKIPPED: Final = frozenset({
    "colortbl", "pict", "objdata", "header", "headerl", "headerr", "headerf", "footer", "footerl",
    "footerr", "footerf", "listtext", "pntext", "pntxta", "pntxtb", "nonshppict", "shppict",
    "shprslt", "sn", "sv", "nonesttables", "xe", "tc", "tcn", "rxe", "txe", "template", "ftnsep",
    "ftnsepc", "ftncn", "aftnsep", "aftnsepc", "aftncn", "listtable", "revtbl", "filetbl",
    "mmath", "bkmkstart", "bkmkend", "private", "fontemb", "falt", "panose", "datafield",
    "objclass", "objname", "title", "subject", "author", "manager", "company", "operator",
    "category", "keywords", "comment", "doccomm", "hlinkbase", "vern", "printim", "buptim",
})  # fmt: skip
_UNREAD: Final = frozenset({"fonttbl", "info", "creatim", "revtim"})
# Known words behind a star whose groups are read through.
_READ_ON: Final = frozenset({"shpinst", "do", "nesttableprops", "ud"})


@dataclass(slots=True)
class State:
    """What holds inside a group."""

    into: str = BODY
    beside: str = ""  # of a group that is told twice, what the better one is for
    skipped_bytes: int = 1  # behind a character that is told by its number
    codec: str = ""
    hidden: bool = False
    deleted: bool = False
    raised: bool = False
    style: int = 0
    level: int = 9
    listed: bool = False
    in_table: bool = False
    contents: bool = False  # a field whose result repeats what stands elsewhere
    closes: Callable[[], None] | None = None


class Groups:
    """Takes the tokens of a file.

    Args:
        where: the file, for messages.

    Attributes:
        state: what holds here.
        stack: the same of the groups around, the innermost last.
        told: what was left out.
        ended: whether the group that is the file has ended.
    """

    def __init__(self, where: str) -> None:
        self.told: dict[str, None] = {}
        self.ended = False
        self.stack: list[State] = []
        self.kept: list[str] = []
        self._where = where
        self._page = "cp1252"
        self.state = State(codec=self._page)
        self._fonts: dict[int, str] = {}
        self._font = 0
        self._usual = 0
        self._bytes = bytearray()
        self._omit = 0
        self._high = 0
        self._starred = False
        self._times: dict[str, dict[str, int]] = {"creatim": {}, "revtim": {}}
        names = [name for name in dir(self) if name.startswith("word_")]
        self._words: dict[str, Callable[[int | None], None]] = {
            name.removeprefix("word_"): getattr(self, name) for name in names
        }

    def say(self, text: str) -> None:
        """Text that is read."""
        raise NotImplementedError

    def end_style(self) -> None:
        """A style was told."""
        raise NotImplementedError

    def word_par(self, number: int | None) -> None:
        """A paragraph ends."""
        raise NotImplementedError

    def date(self, of: str) -> str:
        """The ISO date of "creatim" or "revtim", "" where the file does not tell it."""
        told = self._times[of]
        if not {"yr", "mo", "dy"} <= told.keys():
            return ""
        return f"{told['yr']:04}-{told['mo']:02}-{told['dy']:02}"

    def token(self, token: Token) -> None:
        """Take a token.

        Raises:
            InputError: groups are nested beyond any reason.
        """
        kind, data, number = token
        if kind in ("text", "byte"):
            kept = data[self._omit :]
            self._omit = max(self._omit - len(data), 0)
            self._starred = False
            if self.state.into == BODY or self.state.into in _KEPT:
                self._bytes += kept
            return
        self.flush()
        if kind == "brace":
            self._brace(data)
        elif kind == "word":
            self._word(data.decode("ascii"), number)
        elif data == b"*":
            self._starred = True
        elif self._omit:
            self._omit -= 1
        elif data in (b"\n", b"\r"):
            self.word_par(None)
        elif data in SYMBOLS:
            self._tell(SYMBOLS[data])

    def _brace(self, brace: bytes) -> None:
        self._omit, self._starred = 0, False
        if brace == b"{":
            if len(self.stack) >= MOST_DEPTH:
                raise InputError(
                    f"its groups are nested more than {MOST_DEPTH:,} deep",
                    where=self._where,
                    do="open it in a word processor, and save it again",
                )
            self.stack.append(self.state)
            self.state = replace(self.state, closes=None)
            if self.state.into == "stylesheet":
                self.kept = []
            return
        if self.state.closes is not None:
            self.state.closes()
        elif self.state.into == "stylesheet":
            self.end_style()
        if self.stack:
            self.state = self.stack.pop()
        self.ended = not self.stack

    def _word(self, name: str, number: int | None) -> None:
        starred, self._starred = self._starred, False
        state = self.state
        if state.into == SKIP:
            if name == "ud" and state.beside:
                state.into, state.beside = state.beside, ""
        elif name in SIGNS:
            self._tell(SIGNS[name])
        elif name in _SKIPPED:
            self._leave_out(name)
        elif name in _UNREAD:
            state.into = name
        elif name in ("yr", "mo", "dy") and state.into in self._times:
            self._times[state.into][name] = number or 0
        elif (act := self._words.get(name)) is not None:
            act(number)
        elif starred and name not in _READ_ON:
            state.into = SKIP

    def _leave_out(self, name: str) -> None:
        self.state.into = SKIP
        if name == "mmath":
            self.told[_EQUATION] = None
        elif name in ("listtext", "pntext") and self.stack:
            self.stack[-1].listed = True  # the number or the bullet, as a program made it

    def keep(self, into: str, closes: Callable[[], None] | None) -> None:
        """What the group says is no text, but is wanted when it ends."""
        self.state.into, self.state.closes, self.kept = into, closes, []

    def flush(self) -> None:
        """Read the bytes that were gathered, in the code page of their font."""
        if not self._bytes:
            return
        codec = self.state.codec
        text = self._bytes.decode(codec, "replace") if codec else " " * len(self._bytes)
        self._bytes.clear()
        self._tell(text)

    def _tell(self, text: str) -> None:
        state = self.state
        if state.into in _KEPT:
            self.kept.append(text)
        elif state.into == BODY and not state.hidden and not state.deleted:
            self.say(text)

    def word_u(self, number: int | None) -> None:
        """A character by its number, and then as many bytes for old programs."""
        code = (number or 0) + (0x10000 if (number or 0) < 0 else 0)
        self._omit = self.state.skipped_bytes
        if 0xD800 <= code < 0xDC00:
            self._high = code
            return
        if 0xDC00 <= code < 0xE000:
            code = 0x10000 + ((self._high - 0xD800) << 10) + (code - 0xDC00) if self._high else 0
        self._high = 0
        self._tell(chr(code) if 0 < code < 0x110000 else "\ufffd")

    def word_uc(self, number: int | None) -> None:
        """How many bytes stand for such a character."""
        self.state.skipped_bytes = max(0, min(number or 0, 16))

    def word_upr(self, number: int | None) -> None:
        """A text that is told twice: in bytes, and in characters by their numbers."""
        self.state.into, self.state.beside = SKIP, self.state.into

    def word_ansicpg(self, number: int | None) -> None:
        """The code page of the file."""
        self.state.codec = self._page = codec_of(number)

    def word_mac(self, number: int | None) -> None:
        """The same for old ones."""
        self.word_ansicpg(10000)

    def word_f(self, number: int | None) -> None:
        """A font, in whose character set bytes are."""
        if self.state.into == "fonttbl":
            self._font = number or 0
        else:
            self.state.codec = self._fonts.get(number or 0, self._page)

    def word_fcharset(self, number: int | None) -> None:
        """The character set of a font; of signs that are no text there is none."""
        if self.state.into == "fonttbl":
            self._fonts[self._font] = "" if number == 2 else CHARSETS.get(number or 0, self._page)

    def word_deff(self, number: int | None) -> None:
        """The font of text without another."""
        self._usual = number or 0

    def word_plain(self, number: int | None) -> None:
        """The usual format of characters."""
        state = self.state
        state.hidden = state.deleted = state.raised = False
        self.word_f(self._usual)

    def word_v(self, number: int | None) -> None:
        """Hidden text."""
        self.state.hidden = number != 0

    def word_deleted(self, number: int | None) -> None:
        """A tracked deletion."""
        self.state.deleted = number != 0

    word_mvf = word_deleted  # moved away from here

    def word_super(self, number: int | None) -> None:
        """Text above the line."""
        self.state.raised = number != 0

    def word_up(self, number: int | None) -> None:
        """The same, by so many half points."""
        self.state.raised = number != 0

    def word_nosupersub(self, number: int | None) -> None:
        """Text on the line."""
        self.state.raised = False

    word_sub = word_nosupersub
