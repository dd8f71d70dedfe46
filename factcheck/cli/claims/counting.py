"""`factcheck claims stats`, from its request to its exit code."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from factcheck.cli import terminal
from factcheck.cli.claims.store_options import Opened, open_store
from factcheck.cli.claims.views import How, many, write_lines
from factcheck.cli.json_output import encoded
from factcheck.report.bars import BLOCK, PLAIN, charts
from factcheck.report.plain import Plain
from factcheck.store.statistics import Statistics, count

# Reading the figures of so many claims takes half a minute, once; what they come to is kept.
_COUNTED = 15_000
_LINES = 10  # of a chart
_YEARS = 40


def stats(how: How, *, all_figures: bool) -> int:
    """Count the claims of a store, and return the exit code.

    Args:
        how: which store, and how to report.
        all_figures: whether to count the figures of a large store, too.

    Raises:
        FactcheckError: the store cannot be used.
    """
    store = open_store(how.claims)
    counted = count(found.claim for found in store.claims.all.values())
    figures = _figures(store) if all_figures or counted.claims <= _COUNTED else None
    if how.is_json:
        terminal.write(encoded(_plain(counted, store.claims.files, figures), indent=2))
        return 0
    write_lines(_lines(counted, store.claims.files, figures, how))
    return 0


def _figures(store: Opened) -> int:
    """How many figures are read in all claims; kept, since reading them takes long."""
    from factcheck.cache import digest, kept
    from factcheck.candidates.analysed import analysed

    def build() -> int:
        """Read them all, where nothing is kept."""
        return sum(
            len(sentence.figures)
            for found in store.claims.all.values()
            for sentence in analysed(found.claim, store.units, store.locale).sentences
        )

    read_with = (store.locale, *store.unit_lines)
    key = digest(store.claims.fingerprint, *(text.encode() for text in read_with))
    found = kept("claim-figures", key, build)
    return found if isinstance(found, int) else build()


def _plain(counted: Statistics, files: int, figures: int | None) -> Plain:
    def listed(counts: Mapping[str | None, int]) -> list[Plain]:
        """Counts in their order, which the keys of an object would not promise."""
        return [{"name": name, "claims": number} for name, number in counts.items()]

    return {
        "schema": "factcheck/stats/1",
        "claims": counted.claims,
        "files": files,
        "figures": figures,
        "statuses": counted.statuses,
        "sources": listed(counted.sources),
        "topics": listed(counted.topics),
        "years": listed(counted.years),
    }


def _lines(counted: Statistics, files: int, figures: int | None, how: How) -> Iterator[str]:
    statuses = ", ".join(f"{number:,} {name}" for name, number in counted.statuses.items())
    total = f"{many(counted.claims, 'claim')} in {many(files, 'file')}"
    yield f"{total}: {statuses}" if statuses else total
    said = [
        "figures not counted (--figures does)" if figures is None else many(figures, "figure"),
        many(_named(counted.sources), "source"),
        many(_named(counted.topics), "topic"),
    ]
    yield " · ".join(said)
    if not counted.claims:
        return
    yield from charts(
        (
            ("by source", counted.sources, _LINES, "(no source)"),
            ("by topic", counted.topics, _LINES, "(no topic)"),
            ("by year", counted.years, _YEARS, "(no date)"),
        ),
        colour=how.colour,
        width=terminal.width(),
        bar=BLOCK if terminal.can_show(BLOCK) else PLAIN,
    )


def _named(counts: Mapping[str | None, int]) -> int:
    return sum(name is not None for name in counts)
