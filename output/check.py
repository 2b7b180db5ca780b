"""Does the graph keep to the vocabulary? Asked with SHACL."""

from __future__ import annotations

import warnings
from dataclasses import dataclass
from importlib.resources import files
from typing import TYPE_CHECKING

import rdflib
from rdflib.namespace import RDF, SH

from output.formats import serialize

if TYPE_CHECKING:
    from rdflib.graph import Graph


@dataclass(frozen=True, slots=True, order=True)
class Problem:
    """Where a graph departs from the shapes: the node, the property, and what is wrong with it."""

    severity: str
    focus: str
    path: str
    message: str


def check(dataset: rdflib.Dataset, *, shapes: str | None = None) -> list[Problem]:
    """List what departs from the shapes, sorted; an empty list means that all is well.

    ``shapes`` is Turtle; the shapes of the vocabulary unless given. Mentions are checked as well.
    """
    # pySHACL over the Oxigraph store was measured four times slower than over rdflib's own
    data = _graph(serialize(dataset, name="ntriples", mentions=True).decode(), "nt")
    rules = _graph(shapes or _ours("shapes.ttl"), "turtle")
    return sorted(_problems(_validate(data, rules)))


def _validate(data: Graph, rules: Graph) -> Graph:
    import pyshacl  # noqa: PLC0415 (it takes half a second to import)

    vocabulary = _graph(_ours("vouchgraph.ttl"), "turtle")
    with warnings.catch_warnings():
        # rdflib warns of what pySHACL uses of it
        warnings.simplefilter("ignore", DeprecationWarning)
        _, report, _ = pyshacl.validate(data, shacl_graph=rules, ont_graph=vocabulary)
    if not isinstance(report, rdflib.Graph):
        raise TypeError(f"pySHACL gave no report but: {report!r}")
    return report


def _problems(report: Graph) -> list[Problem]:
    return [
        Problem(
            severity=str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            focus=str(report.value(result, SH.focusNode)),
            path=str(report.value(result, SH.resultPath) or ""),
            message=str(report.value(result, SH.resultMessage) or ""),
        )
        for result in report.subjects(RDF.type, SH.ValidationResult)
    ]


def _graph(text: str, name: str) -> Graph:
    return rdflib.Graph(bind_namespaces="none").parse(data=text, format=name)


def _ours(name: str) -> str:
    return files("ontology").joinpath(name).read_text(encoding="utf-8")
