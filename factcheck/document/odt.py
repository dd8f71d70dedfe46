"""OpenDocument text (`.odt`): what it says once all tracked changes are accepted."""

from __future__ import annotations

from typing import Final

from factcheck.document.base import Document
from factcheck.document.docx_parts import Properties, read_part
from factcheck.document.flow import Flow, saved
from factcheck.document.odt_body import OdtBody
from factcheck.document.odt_styles import OdtStyles
from factcheck.document.package import PASSWORD, Package
from factcheck.document.passage import Sort
from factcheck.errors import InputError

KIND: Final = "OpenDocument text (.odt)"
_MANIFEST: Final = "META-INF/manifest.xml"


def read(data: bytes, name: str) -> Document:
    """An OpenDocument text, as a document.

    Raises:
        InputError: it is none, or it is damaged, encrypted or far too large.
    """
    package = Package(data, name, KIND)
    _refuse_encrypted(package)
    styles, properties = OdtStyles(), Properties()
    if "styles.xml" in package.names:
        read_part(package, "styles.xml", styles)
    if "meta.xml" in package.names:
        read_part(package, "meta.xml", properties)
    flow = Flow()
    body = OdtBody(flow.holders, styles)
    read_part(package, "content.xml", body)
    flow.write(body.blocks)
    flow.write(body.notes, sort=Sort.NOTE)
    created, modified = properties.told["creation-date"], properties.told["date"]
    return flow.document(body.comments(), saved(created, modified), list(body.told))


def _refuse_encrypted(package: Package) -> None:
    sealed = "encrypted-package" in package.names
    if not sealed and _MANIFEST in package.names:
        sealed = b"encryption-data" in package.read(_MANIFEST)
    if sealed:
        raise InputError("this file is encrypted", where=package.where, do=PASSWORD)
