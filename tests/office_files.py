"""Word processors' files made on the fly: the least that is one."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Mapping

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_OPEN = "urn:oasis:names:tc:opendocument:xmlns:"
_SPACES = {
    **{"office": "office", "text": "text", "table": "table", "style": "style", "draw": "drawing"},
    "svg": "svg-compatible",
}
_DECLARED = " ".join(f'xmlns:{short}="{_OPEN}{name}:1.0"' for short, name in _SPACES.items())


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    """A zip file of parts by their names."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, data in parts.items():
            package.writestr(name, data)
    return out.getvalue()


def unzipped(data: bytes) -> dict[str, bytes]:
    """The parts of a zip file, in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return {name: package.read(name) for name in package.namelist()}


def docx_parts(body: str, **others: str) -> dict[str, str]:
    """The parts of a Word file; others are named for what they are: `footnotes`, `styles`."""
    kinds = "".join(
        f'<Relationship Id="r{n}" Type="{_OFFICE}/{kind}" Target="{kind}.xml"/>'
        for n, kind in enumerate(others)
    )
    types = "".join(
        f'<Override PartName="/word/{kind}.xml" ContentType="application/vnd.openxmlformats-'
        f'officedocument.wordprocessingml.{kind}+xml"/>'
        for kind in others
    )
    root = f'<Relationships xmlns="{_PACKAGE}/relationships">'
    return {
        "[Content_Types].xml": f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels"'
        ' ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override '
        'PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
        f'wordprocessingml.document.main+xml"/>{types}</Types>',
        "_rels/.rels": f'{root}<Relationship Id="r" Type="{_OFFICE}/officeDocument" '
        'Target="word/document.xml"/></Relationships>',
        "word/document.xml": f'<?xml version="1.0" encoding="UTF-8"?>\n<w:document xmlns:w="{WORD}"'
        f"><w:body>{body}</w:body></w:document>",
        "word/_rels/document.xml.rels": f"{root}{kinds}</Relationships>",
        **{f"word/{kind}.xml": text for kind, text in others.items()},
    }


def docx(body: str, **others: str) -> bytes:
    """A Word file."""
    return zipped(docx_parts(body, **others))


def run(text: str, properties: str = "") -> str:
    """A run of Word, with tabs and line breaks as elements."""
    told = f"<w:rPr>{properties}</w:rPr>" if properties else ""
    for sign, name in (("\t", "tab"), ("\n", "br")):
        text = text.replace(sign, f'</w:t><w:{name}/><w:t xml:space="preserve">')
    return f'<w:r>{told}<w:t xml:space="preserve">{text}</w:t></w:r>'


def para(*runs: str, properties: str = "") -> str:
    """A paragraph of Word; runs that are no elements are made ones."""
    told = f"<w:pPr>{properties}</w:pPr>" if properties else ""
    return f"<w:p>{told}{''.join(r if r.startswith('<') else run(r) for r in runs)}</w:p>"


def table(rows: list[list[str]]) -> str:
    """A table of Word."""
    told = (f"<w:tr>{''.join(f'<w:tc>{para(c)}</w:tc>' for c in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{''.join(told)}</w:tbl>"


def word_part(root: str, inner: str) -> str:
    """A part of a Word file."""
    return f'<w:{root} xmlns:w="{WORD}">{inner}</w:{root}>'


def odt(body: str, styles: str = "", **others: str) -> bytes:
    """An OpenDocument text."""
    content = (
        f"<office:document-content {_DECLARED}><office:automatic-styles>{styles}</office:automatic-"
        f"styles><office:body><office:text>{body}</office:text></office:body>"
        "</office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.text"
    return zipped({"mimetype": kind, "content.xml": content, **others})


def rtf(body: str, head: str = r"\ansi\ansicpg1252") -> bytes:
    """A rich text."""
    return b"{\\rtf1" + head.encode() + b" " + body.encode("latin-1") + b"}"
