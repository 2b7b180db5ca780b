"""Tables of statements and of entities, as CSV that no spreadsheet takes for formulas."""

from __future__ import annotations

import csv
import io
import re
from typing import TYPE_CHECKING

import pyoxigraph as ox

from ontology.names import PREFIXES, local_name
from output.engine.cells import is_number

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from output.engine.cells import Term

# spreadsheets take a text that begins so for a formula, or for the end of a cell
_FORMULA = re.compile(r"[\s\ufeff]*[=+\-@|%\uff0b\uff0d\uff1d\uff20]")
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")

_STATEMENTS = """
SELECT DISTINCT ?statement ?subject ?subjectName ?predicate ?object ?objectName ?polarity ?certainty
  ?confidence ?group ?bound ?role ?from ?until ?held ?timeText ?quoted ?speaker ?speakerName
  ?document ?title ?sentence ?start ?end
WHERE {
  ?statement rdf:subject ?subject ; rdf:predicate ?predicate ; rdf:object ?object ;
     vg:polarity ?polarity ; vg:certainty ?certainty ; vg:confidence ?confidence ;
     prov:hadPrimarySource ?document ; prov:wasDerivedFrom/oa:hasSelector/oa:exact ?sentence ;
     prov:wasAttributedTo ?speaker .
  ?subject skos:prefLabel ?subjectName .
  ?speaker skos:prefLabel ?speakerName .
  ?document dct:title ?title .
  OPTIONAL { ?object skos:prefLabel ?objectName }
  OPTIONAL { ?statement vg:group ?group }
  OPTIONAL { ?statement vg:bound ?bound }
  OPTIONAL { ?statement vg:role ?role }
  OPTIONAL { ?statement vg:from ?from }
  OPTIONAL { ?statement vg:until ?until }
  OPTIONAL { ?statement vg:held ?held }
  OPTIONAL { ?statement vg:timeText ?timeText }
  OPTIONAL { ?statement vg:quoted ?quoted }
  OPTIONAL { ?statement oa:start ?start }
  OPTIONAL { ?statement oa:end ?end }
}
"""
_ENTITIES = """
SELECT DISTINCT ?entity ?kind ?name ?mentions ?type ?begin ?end ?latitude ?longitude
WHERE {
  VALUES ?kind { vg:Person vg:Organization vg:Place vg:Event vg:Group vg:Work }
  ?entity a ?kind ; skos:prefLabel ?name ; vg:mentionCount ?mentions .
  OPTIONAL { ?entity vg:eventType ?type }
  OPTIONAL { ?entity vg:begin ?begin }
  OPTIONAL { ?entity vg:end ?end }
  OPTIONAL { ?entity geo:lat ?latitude ; geo:long ?longitude }
}
"""


def write_statements(store: ox.Store) -> bytes:
    """Write a row for each statement and each of its speakers."""
    return _table(store, _STATEMENTS)


def list_statements(store: ox.Store) -> list[dict[str, str]]:
    """Give the rows of ``write_statements`` by their columns, each text as it stands."""
    columns, solutions = _ask(store, _STATEMENTS)
    rows = sorted(tuple(_cells(row, text_of)) for row in solutions)
    return [dict(zip(columns, row, strict=True)) for row in rows]


def write_entities(store: ox.Store) -> bytes:
    """Write a row for each entity; of an event with several times, one for each."""
    return _table(store, _ENTITIES)


def guard(term: Term | None) -> str:
    """Write a term for a spreadsheet: what it would take for a formula gets an apostrophe."""
    text = _CONTROL.sub("\ufffd", text_of(term))
    return f"'{text}" if _FORMULA.match(text) and not is_number(term) else text


def text_of(term: Term | None) -> str:
    """Write a term as SPARQL's CSV has it: a value without its type."""
    if term is None:
        return ""
    return str(term) if isinstance(term, ox.BlankNode | ox.Triple) else term.value


def write_row(cells: Iterable[str]) -> str:
    """Write a line of CSV."""
    written = io.StringIO()
    csv.writer(written, lineterminator="\r\n").writerow(cells)
    return written.getvalue()


def _table(store: ox.Store, query: str) -> bytes:
    columns, solutions = _ask(store, query)
    rows = sorted(write_row(_cells(row, guard)) for row in solutions)
    return "".join([write_row(columns), *rows]).encode("utf-8", "replace")


def _ask(store: ox.Store, query: str) -> tuple[list[str], ox.QuerySolutions]:
    found = store.query(query, prefixes=dict(PREFIXES), use_default_graph_as_union=True)
    if not isinstance(found, ox.QuerySolutions):
        raise TypeError(f"no table: {query}")
    return [one.value for one in found.variables], found


def _cells(row: ox.QuerySolution, write: Callable[[Term | None], str]) -> Iterator[str]:
    for term in row:
        ours = isinstance(term, ox.NamedNode) and term.value.startswith(PREFIXES["vg"])
        yield local_name(term.value) if ours and isinstance(term, ox.NamedNode) else write(term)
