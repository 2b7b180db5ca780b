"""Who acts, however the text calls them, in whatever relation: every way by every relation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from graph.model import Document, Findings, MentionKey, Statement
from graph.resolution import resolve
from ontology.lexicons import Lexicon

TOLAN = frozenset({"Marek Tolan", "General Marek Tolan"})
FRONT = frozenset({"Red Front", "RF"})
BRIGADE = frozenset({"Hill Brigade"})
NORLAND = frozenset({"Norland"})
OF_FRONT = frozenset({"members of the Red Front"})
OF_BRIGADE = frozenset({"soldiers of the Hill Brigade"})
CABINET = frozenset({"Norland's government"})

PERSONAL = frozenset(
    ["says", "condemns", "supports", "calls", "counts", "joins", "attacks", "arrested", "part"]
)
SPOKEN = frozenset(["says", "condemns", "supports", "calls", "counts"])
COMMON = PERSONAL - {"joins"}

WAYS: dict[str, tuple[str, frozenset[str], frozenset[str]]] = {
    "name": ("Marek Tolan", TOLAN, PERSONAL),
    "title and name": ("General Marek Tolan", TOLAN, PERSONAL),
    "apposition": ("Marek Tolan, the commander of the garrison,", TOLAN, PERSONAL),
    "spokesman": ("A spokesman for the Red Front", FRONT, SPOKEN),
    "members": ("Members of the Red Front", FRONT | OF_FRONT, COMMON),
    "government": ("Norland's government", CABINET, COMMON - {"arrested"}),
    "country": ("Norland", NORLAND, COMMON - {"arrested"}),
    "pronoun": ("Marek Tolan visited the port on Friday.\n\nHe", TOLAN, PERSONAL),
    "definite noun": ("Marek Tolan, a lawyer, slept.\n\nThe lawyer", TOLAN, PERSONAL),
    "conjunction": ("Pia Brod and Marek Tolan", TOLAN, PERSONAL),
    "plural noun": ("Gunmen", frozenset({"gunmen"}), COMMON),
    "soldiers of": ("Soldiers of the Hill Brigade", BRIGADE | OF_BRIGADE, COMMON),
    "relative clause": ("Marek Tolan, who slept in the port,", TOLAN, PERSONAL),
    "led": ("Norland-led forces", NORLAND, frozenset({"attacks"})),
    "acronym": ("The Red Front (RF) met in Lissa.\n\nThe RF", FRONT, COMMON - {"arrested"}),
}
RELATIONS = {
    "says": "said that the bridge was closed.",
    "condemns": "condemned the Torvik massacre.",
    "supports": "supported the Torvik Convention.",
    "calls": "called the Torvik massacre a genocide.",
    "counts": "said that 40 people were killed in the Torvik massacre.",
    "joins": "joined the Harbour Union.",
    "attacks": "attacked the town of Torvik on 3 May 1999.",
    "arrested": "was arrested in Torvik on 3 May 1999.",
    "part": "took part in the Torvik conference.",
}
CONTEXT = "The Torvik massacre took place in May 1911 in the town of Torvik in Norland.\n\n"
CELLS = [(way, relation) for way, (_, _, some) in WAYS.items() for relation in sorted(some)]
PREDICATES = {
    "says": "says", "condemns": "condemns", "supports": "supports", "calls": "characterizedAs",
    "counts": "killed", "joins": "affiliation", "attacks": "agent", "arrested": "patient",
    "part": "participant",
}  # fmt: skip
MANY = {"members", "plural noun", "soldiers of", "conjunction"}
COMPANION = "Pia Brod"
# in one way the tree of "called the Torvik massacre a genocide" is wrong; of two speakers a
# statement keeps the first
UNREAD = {
    ("members", "calls"),
    ("conjunction", "calls"),
    ("conjunction", "counts"),
}


@pytest.fixture(scope="module")
def told() -> dict[tuple[str, str], set[str]]:
    """Whom the reading finds, by way and relation."""
    pipeline = Pipeline(load_reader(), Lexicon())
    texts = [_text(way, relation) for way, relation in CELLS]
    documents = [Document(f"d{number}", text, "test") for number, text in enumerate(texts)]
    found = pipeline.pipe(documents)
    return {cell: set(_who(cell[1], each)) for cell, each in zip(CELLS, found, strict=True)}


def _text(way: str, relation: str) -> str:
    words = RELATIONS[relation]
    if relation == "arrested" and way in MANY:
        words = words.replace("was", "were")
    return f"{CONTEXT}{WAYS[way][0]} {words}"


def _who(relation: str, found: Findings) -> Iterator[str]:
    entities = resolve([found]).by_mention()
    for statement in found.statements:
        if statement.evidence.passage > 0 and statement.predicate == PREDICATES[relation]:
            key = _actor(relation, statement)
            if key is not None:
                yield entities[key].label


def _actor(relation: str, statement: Statement) -> MentionKey | None:
    if relation in {"calls", "counts"}:
        return statement.evidence.speaker
    part = statement.object if relation in {"attacks", "arrested", "part"} else statement.subject
    return part if isinstance(part, MentionKey) else None


@pytest.mark.reader
def test_nearly_every_way_to_name_an_actor_holds_in_every_relation(
    told: dict[tuple[str, str], set[str]],
) -> None:
    right = {(way, relation) for way, relation in CELLS if told[way, relation] & WAYS[way][1]}
    assert set(CELLS) - right == UNREAD


@pytest.mark.reader
@pytest.mark.parametrize("way", WAYS)
def test_nobody_else_is_taken_for_the_actor(
    told: dict[tuple[str, str], set[str]], way: str
) -> None:
    others = {
        relation: told[way, relation] - WAYS[way][1] - {COMPANION}
        for relation in sorted(WAYS[way][2])
    }
    assert others == {relation: set() for relation in others}
