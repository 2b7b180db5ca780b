"""Whose death a text tells of far from the event that it is about."""

from __future__ import annotations

import pytest

from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from graph.model import Document
from ontology.lexicons import Lexicon

TEXT = """\
The Doba massacre took place on 26 February 1992. The Doba massacre is remembered each year.

Visitors come to the town. Nobody was tried.

More than 300 {} have been killed.
"""


@pytest.mark.reader
@pytest.mark.parametrize(("victims", "links"), [("people", 1), ("Kurds", 0)])
def test_a_people_of_another_name_did_not_die_in_the_main_event(victims: str, links: int) -> None:
    pipeline = Pipeline(load_reader(), Lexicon())
    (found,) = pipeline.pipe([Document("note", TEXT.format(victims), "note.txt")])
    assert len(found.links) == links
