r"""Rich text (`.rtf`): what it says once all tracked changes are accepted.

Lines and columns of such a file are of no use to an editor, so that places are paragraphs, as in
the other formats of word processors. There are no runs: `\b 72\b0` is a switch, not a piece.
"""

from __future__ import annotations

import codecs
from typing import Final

from factcheck.document.base import Document
from factcheck.document.flow import Flow, saved
from factcheck.document.passage import Sort
from factcheck.document.rtf_text import RichText
from factcheck.document.rtf_tokens import tokens
from factcheck.errors import InputError

_CUT_OFF: Final = "the file ends inside one of its groups: it may be cut off"


def read(data: bytes, name: str) -> Document:
    """A rich text, as a document.

    Raises:
        InputError: it is none, or its groups are nested beyond any reason.
    """
    bare = data.removeprefix(codecs.BOM_UTF8).lstrip()
    if not bare.startswith(b"{\\rtf"):
        raise InputError(
            "this is no rich text (RTF), whatever its name ends in",
            where=name,
            do="give it the ending of what it is, or save it anew",
        )
    flow = Flow()
    text = RichText(flow.holders, name)
    for token in tokens(data, len(data) - len(bare)):
        text.token(token)
        if text.ended:
            break
    flow.write(text.close())
    flow.write(text.notes, sort=Sort.NOTE)
    date = saved(text.date("creatim"), text.date("revtim"))
    return flow.document(text.comments, date, [*text.told, *([] if text.ended else [_CUT_OFF])])
