"""What docs/tutorial.md tells people to type is well formed and names what exists."""

import re
from pathlib import Path

import pytest
from pyoxigraph import QuerySolutions, Store
from rdflib.plugins.sparql import prepareQuery

from graph.model import (
    Concept,
    Document,
    Evidence,
    Findings,
    Kind,
    Mention,
    Passage,
    Polarity,
    Qualifiers,
    Statement,
    Value,
)
from graph.rdf import describe
from graph.resolved import Entity, Resolution
from ontology.names import VG, vocabulary

ROOT = Path(__file__).parents[2]
TUTORIAL = (ROOT / "docs" / "tutorial.md").read_text(encoding="utf-8")
QUERIES = re.findall(r"```sparql\n(.*?)```", TUTORIAL, flags=re.DOTALL)


def test_the_tutorial_asks_in_sparql() -> None:
    assert len(QUERIES) > 1


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_tutorial_is_valid_and_uses_the_vocabulary(query: str) -> None:
    prepareQuery(query)
    terms = set(re.findall(r"\bvg:(\w+)", query))
    assert terms
    assert {VG + term for term in terms} <= vocabulary().keys()


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_tutorial_starts_from_the_subject(query: str) -> None:
    first = query.split("WHERE {", 1)[1].split()
    assert first[:2] == ["?statement", "rdf:subject"]


@pytest.mark.parametrize("folder", sorted(set(re.findall(r"examples/\w+(?=[ `/])", TUTORIAL))))
def test_a_folder_that_the_tutorial_names_exists(folder: str) -> None:
    assert (ROOT / folder).is_dir()


def make_store() -> Store:
    """One sentence that gives a number and denies a characterisation."""
    text = "The attack killed 3 people; it was no genocide."
    attack = Mention("note", 4, 10, 0, "attack", "attack", Kind.EVENT, event_type="Attack")
    everyone, denied = Concept("Everyone"), Polarity.DENIED
    said = (
        Statement(
            attack.key,
            "killed",
            Value("3", "integer"),
            Evidence(0, 11, 17, "counts"),
            Qualifiers(group=everyone),
        ),
        Statement(
            attack.key,
            "characterizedAs",
            Concept("Genocide"),
            Evidence(0, 31, 34, "terms", polarity=denied),
        ),
    )
    document = Document("note", text, "note.txt")
    found = Findings(document, (Passage(0, 0, len(text)),), (attack,), said)
    entity = Entity("event-attack", Kind.EVENT, "attack", mentions=(attack.key,))
    store = Store()
    store.extend(describe([found], Resolution((entity,))))
    return store


@pytest.mark.parametrize("query", QUERIES)
def test_a_query_of_the_tutorial_finds_its_statement(query: str) -> None:
    rows = make_store().query(query, use_default_graph_as_union=True)
    assert isinstance(rows, QuerySolutions)
    assert len(list(rows)) == 1
