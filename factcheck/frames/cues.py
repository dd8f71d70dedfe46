"""The cue words of `data/frames.toml`, as sets."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any, cast

from factcheck.cache import compiled, load_toml

_SOURCE = Path(__file__).parent.parent / "data" / "frames.toml"


class Cues:
    """Every cue list; the field names are those of the data file, joined by underscores."""

    clauses_openers: frozenset[str]
    clauses_coordinators: frozenset[str]
    clauses_purpose_verbs: frozenset[str]
    clauses_gerund_verbs: frozenset[str]
    bare_persons: frozenset[str]
    bare_meant: frozenset[str]
    bare_owned: frozenset[str]
    bare_fishes: frozenset[str]
    modality_plan_auxiliaries: frozenset[str]
    modality_plan_verbs: frozenset[str]
    modality_making_verbs: frozenset[str]
    modality_plan_alone: frozenset[str]
    verbs_unchanged: frozenset[str]
    verbs_naming: frozenset[str]
    verbs_level: frozenset[str]
    verbs_changing: frozenset[str]
    names_never: frozenset[str]
    verbs_pasts: frozenset[str]
    verbs_participles: frozenset[str]
    period_verbs: frozenset[str]
    period_nouns: frozenset[str]
    modality_plan_adjectives: frozenset[str]
    modality_plan_nouns: frozenset[str]
    modality_deciding_verbs: frozenset[str]
    modality_possible_auxiliaries: frozenset[str]
    modality_possible_verbs: frozenset[str]
    modality_possible_alone: frozenset[str]
    modality_possible_adjectives: frozenset[str]
    modality_possible_nouns: frozenset[str]
    modality_possible_adverbs: frozenset[str]
    modality_alleged_verbs: frozenset[str]
    modality_alleged_nouns: frozenset[str]
    modality_charging: frozenset[str]
    modality_convicting: frozenset[str]
    modality_alleged_adverbs: frozenset[str]
    modality_alleged_adjectives: frozenset[str]
    modality_hearsay_adverbs: frozenset[str]
    modality_hearsay_passives: frozenset[str]
    modality_believed_verbs: frozenset[str]
    modality_denied_verbs: frozenset[str]
    modality_rejecting_verbs: frozenset[str]
    modality_claim_nouns: frozenset[str]
    negation_words: frozenset[str]
    negation_verbs: frozenset[str]
    negation_excluding: frozenset[str]
    negation_pending: frozenset[str]
    negation_awaiting: frozenset[str]
    exception_words: frozenset[str]
    exception_open: frozenset[str]
    exception_wholes: frozenset[str]
    exception_nobody: frozenset[str]
    increment_additional: frozenset[str]
    increment_total: frozenset[str]
    increment_new_of: frozenset[str]
    increment_total_verbs: frozenset[str]
    increment_total_phrases: frozenset[str]
    increment_total_nouns: frozenset[str]
    increment_initial: frozenset[str]
    increment_remaining: frozenset[str]
    statistic_average: frozenset[str]
    statistic_median: frozenset[str]
    statistic_maximum: frozenset[str]
    statistic_minimum: frozenset[str]
    attribution_prepositions: frozenset[str]
    attribution_frames: frozenset[str]
    attribution_nouns: frozenset[str]
    attribution_verbs: frozenset[str]
    attribution_bare_verbs: frozenset[str]
    attribution_object_verbs: frozenset[str]
    attribution_telling_verbs: frozenset[str]
    attribution_source_nouns: frozenset[str]
    attribution_texts: frozenset[str]
    dateline_agencies: frozenset[str]
    empty_modifiers: frozenset[str]
    empty_praise: frozenset[str]
    compounds_whole: frozenset[str]
    compounds_prefixes: frozenset[str]
    empty_heads: frozenset[str]
    empty_sums: frozenset[str]
    base_restricting: frozenset[str]
    prepositions_participles: frozenset[str]
    prepositions_topical: frozenset[str]
    roles_leaving: frozenset[str]
    people_states: frozenset[str]
    people_verbs: frozenset[str]
    people_doing: frozenset[str]
    collections_nouns: frozenset[str]
    scoring_verbs: frozenset[str]
    scoring_nouns: frozenset[str]
    headlines_of_people: frozenset[str]
    headlines_crowds: frozenset[str]
    headlines_fates: frozenset[str]
    headlines_letting: frozenset[str]
    headlines_roles: frozenset[str]
    headlines_where: frozenset[str]
    headlines_handling: frozenset[str]
    headlines_handled: frozenset[str]
    measure_gained_in: frozenset[str]
    measure_compared: frozenset[str]
    measure_links: frozenset[str]
    measure_verbs: frozenset[str]
    measure_lasting: frozenset[str]
    measure_sizing: frozenset[str]
    measure_giving: frozenset[str]
    measure_granting: frozenset[str]
    measure_valuing: frozenset[str]
    measure_trading: frozenset[str]
    measure_contests: frozenset[str]
    measure_idioms: frozenset[str]
    measure_quantities: frozenset[str]
    measure_sharing: frozenset[str]
    closed_calls: frozenset[str]
    closed_pronouns: frozenset[str]
    closed_joining: frozenset[str]
    openings_closed: frozenset[str]
    openings_auxiliaries: frozenset[str]
    nouns_or_participles: frozenset[str]
    nouns_in_ing: frozenset[str]
    marks_nouns: frozenset[str]
    marks_coined: frozenset[str]
    marks_verbs: frozenset[str]
    ranks_verbs: frozenset[str]
    sums_verbs: frozenset[str]
    sums_nouns: frozenset[str]
    editions_nouns: frozenset[str]
    places_world: frozenset[str]
    places_world_adjectives: frozenset[str]
    places_world_sums: frozenset[str]
    places_elsewhere: frozenset[str]
    places_elsewhere_adverbs: frozenset[str]
    places_elsewhere_adjectives: frozenset[str]
    places_elsewhere_sums: frozenset[str]
    places_before_of: frozenset[str]
    each_words: frozenset[str]
    each_periods: frozenset[str]
    governing_deeds: frozenset[str]
    governing_sums: frozenset[str]
    governing_aimed: frozenset[str]
    governing_mutual: frozenset[str]
    governing_changes: frozenset[str]
    governing_empty_verbs: frozenset[str]
    governing_refusals: frozenset[str]
    governing_leading: frozenset[str]
    governing_particles: frozenset[str]
    governing_severing: frozenset[str]
    governing_shores: frozenset[str]
    governing_until: frozenset[str]
    places_joined: dict[str, str]
    attributes: dict[str, str]

    # no NamedTuple: to make one of so many names would take every start a millisecond
    def __init__(self, lists: Mapping[str, Any]) -> None:
        vars(self).update(lists)


def _build() -> object:
    data = load_toml(_SOURCE)
    attributes = {
        word: name for name, words in data["measure"]["attributes"].items() for word in words
    }
    flat = {
        f"{section}_{name}": frozenset(words)
        for section, lists in data.items()
        for name, words in lists.items()
        if isinstance(words, list)
    }
    joined = data["places"]["joined"]
    return {**flat, "places_joined": joined, "attributes": attributes}


@cache
def cues() -> Cues:
    """The cue words, read once."""
    return Cues(cast("dict[str, Any]", compiled("frames", [_SOURCE], _build)))


def holds_against(lowers: Sequence[str], at: int) -> bool:
    """Whether a figure that begins at a token is what another is held against: "up from 24%"."""
    compared = cues().measure_compared
    return " ".join(lowers[max(0, at - 1) : at]) in compared or (
        " ".join(lowers[max(0, at - 2) : at]) in compared
    )
