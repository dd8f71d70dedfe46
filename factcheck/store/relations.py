"""What claims say of each other: unique ids, and who supersedes whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from factcheck.errors import ClaimError
from factcheck.model import Claim, ClaimStatus
from factcheck.store.spelling import nearest


class Trouble(NamedTuple):
    """A fault in the relations of one claim, named by its position."""

    position: int
    key: str
    what: str
    do: str


class Node(NamedTuple):
    """What the checks need to know of a claim; a claim with faults of its own has one too."""

    id: str
    supersedes: str | None


def troubles(
    nodes: Sequence[Node], may_exist: Callable[[str], bool] = lambda _: False
) -> list[Trouble]:
    """Every fault in the relations of `nodes`.

    Args:
        nodes: one for each claim that has an id.
        may_exist: whether a claim that is not among them may stand in what could not be read;
            naming it is no fault then.
    """
    found: list[Trouble] = []
    first: dict[str, int] = {}
    for position, node in enumerate(nodes):
        if node.id in first:
            found.append(
                Trouble(
                    position,
                    "id",
                    f"the id {node.id!r} is used twice",
                    "give each claim an id of its own",
                )
            )
        else:
            first[node.id] = position
    for position, node in enumerate(nodes):
        found.extend(_own_trouble(position, node, first, may_exist))
    found.extend(_circles(nodes, first))
    return found


def _own_trouble(
    position: int, node: Node, first: Mapping[str, int], may_exist: Callable[[str], bool]
) -> Iterable[Trouble]:
    if node.supersedes is None:
        return
    if node.supersedes == node.id:
        yield Trouble(
            position,
            "supersedes",
            f"the claim {node.id!r} supersedes itself",
            "name the older claim that it replaces",
        )
    elif node.supersedes not in first and not may_exist(node.supersedes):
        yield no_such_claim(
            position, node.supersedes, [known for known in first if known != node.id]
        )


def no_such_claim(position: int, named: str, known: Iterable[str]) -> Trouble:
    """The fault of a `supersedes` that names none of the claims."""
    near = nearest(named, known)
    return Trouble(
        position,
        "supersedes",
        f"supersedes names {named!r}, but there is no claim of that id",
        f"did you mean {near!r}?" if near else "name the id of the older claim",
    )


def _circles(nodes: Sequence[Node], first: Mapping[str, int]) -> Iterable[Trouble]:
    """Each circle once, at the claim of it that comes first."""
    older = {
        node.id: node.supersedes
        for position, node in enumerate(nodes)
        if first[node.id] == position and node.supersedes not in (None, node.id)
    }
    done: set[str] = set()
    for start in older:
        trail: dict[str, None] = {}
        at: str | None = start
        while at is not None and at in older and at not in done and at not in trail:
            trail[at] = None
            at = older[at]
        if at is not None and at in trail:
            walked = list(trail)
            circle = walked[walked.index(at) :]
            head = min(circle, key=first.__getitem__)
            turn = circle.index(head)
            names = [*circle[turn:], *circle[:turn], head]
            yield Trouble(
                first[head],
                "supersedes",
                f"these claims supersede each other in a circle: {' → '.join(names)}",
                "take out the `supersedes` of the oldest",
            )
        done.update(trail)


def settled(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims in the order of their ids, each with the status that follows from the others.

    A current claim that another one names in `supersedes` counts as superseded, so that an
    editor who adds the new figure need not touch the old one. A draft has no such power, and
    neither has a retracted claim: what replaced the old figure has been taken back, and only
    an editor can say whether the old one stands again.
    """
    everything = sorted(claims, key=lambda claim: claim.id)
    strong = (ClaimStatus.CURRENT, ClaimStatus.SUPERSEDED)
    replaced = {
        claim.supersedes
        for claim in everything
        if claim.supersedes is not None and claim.status in strong
    }
    return tuple(
        replace(claim, status=ClaimStatus.SUPERSEDED)
        if claim.id in replaced and claim.status == ClaimStatus.CURRENT
        else claim
        for claim in everything
    )


def checked(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """The claims `settled`.

    Raises:
        ClaimError: all faults in their relations.
    """
    everything = tuple(claims)
    found = troubles([Node(claim.id, claim.supersedes) for claim in everything])
    if found:
        raise ClaimError(
            "; ".join(trouble.what for trouble in found),
            where="the claims given",
            do=found[0].do,
        )
    return settled(everything)
