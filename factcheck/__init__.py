"""factcheck: the figures of a statement against a store of reference claims.

    >>> from factcheck import Checker, Claim
    >>> checker = Checker([Claim(id="a", text="300 soldiers have returned to duty.")])
    >>> checker.check("500 returned to duty").verdict
    <Verdict.CONFLICTING: 'conflicting'>

Names are imported when they are first used, so that the command line starts fast.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.candidates.base import ClaimStore
    from factcheck.candidates.embedded import EmbeddedStore
    from factcheck.candidates.memory import InMemoryStore
    from factcheck.checker import Checker, extract
    from factcheck.editorial.review import Review
    from factcheck.editorial.settings import ReviewSettings
    from factcheck.errors import (
        ClaimError,
        ClaimFaults,
        ConfigError,
        FactcheckError,
        InputError,
        NoClaims,
    )
    from factcheck.model import (
        Alignment,
        Citation,
        Claim,
        Detail,
        Difference,
        Figure,
        Finding,
        Flag,
        Interval,
        Kind,
        Report,
        Span,
        Statement,
        Support,
        Unit,
        Verdict,
    )
    from factcheck.model.diagnostic import Diagnostic, Severity
    from factcheck.model.place import Place
    from factcheck.policy import Policy

__version__ = "0.1.0"

_HOMES = {
    "factcheck.candidates.base": ("ClaimStore",),
    "factcheck.candidates.embedded": ("EmbeddedStore",),
    "factcheck.candidates.memory": ("InMemoryStore",),
    "factcheck.checker": ("Checker", "extract"),
    "factcheck.editorial.review": ("Review",),
    "factcheck.editorial.settings": ("ReviewSettings",),
    "factcheck.errors": (
        "ClaimError",
        "ClaimFaults",
        "ConfigError",
        "FactcheckError",
        "InputError",
        "NoClaims",
    ),
    "factcheck.model": (
        "Alignment",
        "Citation",
        "Claim",
        "Detail",
        "Difference",
        "Figure",
        "Finding",
        "Flag",
        "Interval",
        "Kind",
        "Report",
        "Span",
        "Statement",
        "Support",
        "Unit",
        "Verdict",
    ),
    "factcheck.model.diagnostic": ("Diagnostic", "Severity"),
    "factcheck.model.place": ("Place",),
    "factcheck.policy": ("Policy",),
}
_HOME_OF = {name: home for home, names in _HOMES.items() for name in names}

__all__ = [
    "Alignment", "Checker", "Citation", "Claim", "ClaimError", "ClaimFaults", "ClaimStore",
    "ConfigError", "Detail", "Diagnostic", "Difference", "EmbeddedStore", "FactcheckError",
    "Figure", "Finding", "Flag", "InMemoryStore", "InputError", "Interval", "Kind", "NoClaims",
    "Place", "Policy", "Report", "Review", "ReviewSettings", "Severity", "Span", "Statement",
    "Support", "Unit", "Verdict", "extract",
]  # fmt: skip


def __getattr__(name: str) -> object:
    home = _HOME_OF.get(name)
    if home is None:
        raise AttributeError(f"module 'factcheck' has no attribute {name!r}")
    from importlib import import_module

    return getattr(import_module(home), name)


def __dir__() -> list[str]:
    return sorted((*__all__, "__version__"))
