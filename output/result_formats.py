"""Rows in the JSON and the XML that the W3C defines, written while they come in."""

from __future__ import annotations

import json
import re
from itertools import chain
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape, quoteattr

import pyoxigraph as ox

from ontology.names import XSD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from output.engine.cells import Term

    Row = Sequence[Term | None]

# XML cannot hold these
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_XML = '<?xml version="1.0" encoding="UTF-8"?>\n<sparql xmlns="http://www.w3.org/2005/sparql-results#">'


def write_json(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the parts of SPARQL 1.1 Query Results JSON."""
    head = json.dumps({"vars": list(variables)}, ensure_ascii=False)
    yield f'{{"head":{head},"results":{{"bindings":['
    before = "\n"
    for row in rows:
        known = {n: _json(term) for n, term in zip(variables, row, strict=True) if term is not None}
        yield before + json.dumps(known, ensure_ascii=False)
        before = ",\n"
    yield "\n]}}\n"


def write_xml(variables: Sequence[str], rows: Iterable[Row]) -> Iterator[str]:
    """Yield the parts of SPARQL Query Results XML."""
    names = "".join(f"<variable name={quoteattr(name)}/>" for name in variables)
    yield f"{_XML}<head>{names}</head><results>\n"
    for row in rows:
        named = zip(variables, row, strict=True)
        cells = (
            f"<binding name={quoteattr(name)}>{_xml(term)}</binding>"
            for name, term in named
            if term is not None
        )
        yield "".join(chain(["<result>"], cells, ["</result>\n"]))
    yield "</results></sparql>\n"


def write_truth(truth: bool, name: str) -> str:  # noqa: FBT001 (the answer is the argument)
    """Write the answer to a yes-or-no question in JSON or XML."""
    word = str(truth).lower()
    if name == "json":
        return f'{{"head":{{}},"boolean":{word}}}\n'
    return f"{_XML}<head></head><boolean>{word}</boolean></sparql>\n"


def _json(term: Term) -> dict[str, object]:
    if isinstance(term, ox.NamedNode):
        return {"type": "uri", "value": term.value}
    if isinstance(term, ox.BlankNode):
        return {"type": "bnode", "value": term.value}
    if isinstance(term, ox.Triple):
        names = ("subject", "predicate", "object")
        parts = {name: _json(part) for name, part in zip(names, term, strict=True)}
        return {"type": "triple", "value": parts}
    if term.language:
        return {"type": "literal", "value": term.value, "xml:lang": term.language}
    typed = term.datatype.value != XSD + "string"
    also = {"datatype": term.datatype.value} if typed else {}
    return {"type": "literal", "value": term.value, **also}


def _xml(term: Term) -> str:
    if isinstance(term, ox.NamedNode):
        return f"<uri>{_text(term.value)}</uri>"
    if isinstance(term, ox.BlankNode):
        return f"<bnode>{_text(term.value)}</bnode>"
    if isinstance(term, ox.Triple):
        names = ("subject", "predicate", "object")
        parts = zip(names, term, strict=True)
        inside = "".join(f"<{name}>{_xml(part)}</{name}>" for name, part in parts)
        return f"<triple>{inside}</triple>"
    about = f" xml:lang={quoteattr(term.language)}" if term.language else ""
    if not term.language and term.datatype.value != XSD + "string":
        about = f" datatype={quoteattr(term.datatype.value)}"
    return f"<literal{about}>{_text(term.value)}</literal>"


def _text(value: str) -> str:
    return escape(_CONTROL.sub("\ufffd", value))
