"""Who acts, however the text calls them, in whatever relation: every way by every relation."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest

from extractors.pipeline import Pipeline
from graph.model import Document, Findings, MentionKey, Statement
from graph.resolution import resolve
from ontology.lexicons import Lexicon

TOLAN = frozenset({"Marek Tolan", "General Marek Tolan"})
FRONT = frozenset({"Red Front", "RF"})
BRIGADE = frozenset({"Hill Brigade"})
NORLAND = frozenset({"Norland"})
OF_FRONT = frozenset({"Members of the Red Front", "members of the Red Front"})
OF_BRIGADE = frozenset({"Soldiers of the Hill Brigade", "soldiers of the Hill Brigade"})
CABINET = frozenset({"Norland's government"})

PERSONAL = frozenset("says condemns supports calls counts joins attacks arrested part".split())
SPOKEN = frozenset("says condemns supports calls counts".split())
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
    "plural noun": ("Gunmen", frozenset({"Gunmen"}), COMMON),
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
