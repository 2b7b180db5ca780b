"""Does the graph keep to the vocabulary, and to what it promises? Asked with SHACL."""

from __future__ import annotations

import warnings
from dataclasses import replace
from importlib.resources import files
from typing import TYPE_CHECKING

import pyoxigraph as ox
import rdflib
from rdflib.namespace import RDF, SH

from graph.dataset import store_of
from ontology.names import iri
from output.formats import serialize
from output.problems import Problem
from output.promises import find_broken

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from rdflib.graph import Graph

__all__ = ["Problem", "check", "check_promises"]

# how one gets from a node to the sentence behind it
_WAYS = (
    ("prov:wasDerivedFrom", "oa:hasSelector", "oa:exact"),
    ("vg:inPassage", "oa:hasSelector", "oa:exact"),
    ("oa:hasSelector", "oa:exact"),
)


def check(dataset: rdflib.Dataset, *, shapes: str | None = None) -> list[Problem]:
    """List what departs from the shapes, each once and sorted; an empty list means all is well.

    ``shapes`` is Turtle, asked instead of the shapes of the vocabulary and of what it promises.
    Mentions are checked as well.
    """
    # pySHACL over the Oxigraph store was measured four times slower than over rdflib's own
    data = _graph(serialize(dataset, name="ntriples", mentions=True).decode(), "nt")
    rules = _graph(shapes or _ours("shapes.ttl"), "turtle")
    found = set(_problems(_validate(data, rules), rules))
    store = store_of(dataset)
    if shapes is None:
        found.update(find_broken(store))
    return sorted(_with_sentences(found, store))


def check_promises(dataset: rdflib.Dataset) -> list[Problem]:
    """List what breaks the promises of the graph; quick enough for every build."""
    store = store_of(dataset)
    return sorted(_with_sentences(set(find_broken(store)), store))


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


def _problems(report: Graph, rules: Graph) -> Iterator[Problem]:
    for result in report.subjects(RDF.type, SH.ValidationResult):
        focus, path = report.value(result, SH.focusNode), report.value(result, SH.resultPath)
        if isinstance(path, rdflib.BNode):
            # a rule of all statements of a predicate, whose focus is the predicate
            focus, path = report.value(result, SH.value) or focus, focus
        shape = report.value(result, SH.sourceShape)
        if isinstance(shape, rdflib.BNode):
            shape = next(rules.subjects(SH.property, shape), shape)
        yield Problem(
            severity=str(report.value(result, SH.resultSeverity)).removeprefix(str(SH)),
            focus=str(focus),
            path=str(path or ""),
            message=str(report.value(result, SH.resultMessage) or ""),
            shape="" if isinstance(shape, rdflib.BNode) else str(shape or ""),
        )


def _with_sentences(problems: Iterable[Problem], store: ox.Store) -> Iterator[Problem]:
    for problem in problems:
        yield replace(problem, sentence=_sentence(problem.focus, store))


def _sentence(focus: str, store: ox.Store) -> str:
    try:
        node = ox.NamedNode(focus)
    except ValueError:  # a blank node
        return ""
    found = (_follow(node, way, store) for way in _WAYS)
    return min((text for texts in found for text in texts), default="")


def _follow(node: ox.NamedNode, way: Iterable[str], store: ox.Store) -> list[str]:
    reached: set[object] = {node}
    for name in way:
        step = ox.NamedNode(iri(name))
        nodes = [one for one in reached if isinstance(one, ox.NamedNode)]
        reached = {q.object for one in nodes for q in store.quads_for_pattern(one, step, None)}
    return [one.value for one in reached if isinstance(one, ox.Literal)]


def _graph(text: str, name: str) -> Graph:
    return rdflib.Graph(bind_namespaces="none").parse(data=text, format=name)


def _ours(name: str) -> str:
    return files("ontology").joinpath(name).read_text(encoding="utf-8")
