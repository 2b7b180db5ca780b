from __future__ import annotations

import csv
import io

import pyoxigraph as ox
import pytest

from ontology.names import PREFIXES
from output.spreadsheets import list_statements, write_statements

SAID = "=1+1, he said."


@pytest.fixture
def store() -> ox.Store:
    lines = "".join(f"@prefix {name}: <{iri}> .\n" for name, iri in PREFIXES.items())
    made = ox.Store()
    made.load(
        f"""{lines}@prefix e: <https://e.example/> .
        e:s rdf:subject e:ada ; rdf:predicate vg:says ; rdf:object "no" ;
            vg:polarity vg:Affirmed ; vg:certainty vg:Certain ; vg:confidence 0.75 ;
            prov:hadPrimarySource e:doc ; prov:wasDerivedFrom e:p ; prov:wasAttributedTo e:ada .
        e:p oa:hasSelector [ oa:exact "{SAID}" ] .
        e:ada skos:prefLabel "Ada Berg" . e:doc dct:title "Report" .""".encode(),
        format=ox.RdfFormat.TURTLE,
    )
    return made


def test_only_the_file_guards_a_text_that_looks_like_a_formula(store: ox.Store) -> None:
    written = write_statements(store).decode()
    (row,) = csv.DictReader(io.StringIO(written, newline=""))
    (listed,) = list_statements(store)
    assert row["sentence"] == f"'{SAID}"
    assert listed == row | {"sentence": SAID}
