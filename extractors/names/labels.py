"""Which kind each entity label of a reader means.

Our reader gives the kinds itself; the official spaCy pipelines give OntoNotes labels, and
pipelines trained on CoNLL or WikiNER data give the short ones.
"""

from __future__ import annotations

from graph.model import Kind

_KINDS = {
    **{str(kind): kind for kind in Kind},
    "PERSON": Kind.PERSON,
    "PER": Kind.PERSON,
    "NORP": Kind.GROUP,
    "ORG": Kind.ORGANIZATION,
    "GPE": Kind.PLACE,
    "LOC": Kind.PLACE,
    "FAC": Kind.PLACE,
    "EVENT": Kind.EVENT,
    "LAW": Kind.WORK,
    "WORK_OF_ART": Kind.WORK,
}


def kind_of(label: str) -> Kind | None:
    """The kind that a reader's label means; None for dates, numbers and labels unknown here."""
    return _KINDS.get(label)


def knows(labels: tuple[str, ...]) -> bool:
    """Whether a reader with these labels finds at least people, places and organizations."""
    found = {kind_of(label) for label in labels}
    return {Kind.PERSON, Kind.PLACE, Kind.ORGANIZATION} <= found


def is_state(identifier: str) -> bool:
    """Whether the identifier is that of a country in the lexicon, present or past."""
    return identifier.rpartition("#")[2].partition("-")[0] in {"country", "state"}


def is_area(identifier: str) -> bool:
    """Whether the identifier is that of a country or a region in the lexicon."""
    return is_state(identifier) or "#region-" in identifier
