"""What a run did: what was read, what was left out and why, what was found and merged."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox

from graph.dataset import store_of
from graph.model import Document, Findings, Kind, Mention, Skipped
from graph.resolved import Resolution
from ontology.names import iri
from output.check import check_promises

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    import rdflib

COUNTED = {
    "documents": "Document",
    "people": Kind.PERSON.value,
    "places": Kind.PLACE.value,
    "organizations": Kind.ORGANIZATION.value,
    "events": Kind.EVENT.value,
    "groups": Kind.GROUP.value,
    "works": Kind.WORK.value,
    "statements": "Statement",
}
"""What is counted, by the word for it: local names of classes."""


def count_kinds(dataset: rdflib.Dataset) -> dict[str, int]:
    """Count what a graph holds, by the words of ``COUNTED``."""
    quads = store_of(dataset).quads_for_pattern(None, ox.NamedNode(iri("rdf:type")), None)
    types = {(quad.subject, quad.object) for quad in quads}
    counts = Counter(getattr(one, "value", "") for _, one in types)
    return {word: counts[iri(f"vg:{name}")] for word, name in COUNTED.items()}


def write_report(
    dataset: rdflib.Dataset,
    findings: Sequence[Findings],
    skipped: Sequence[Skipped],
    *,
    software: Iterable[tuple[str, str]],
    resolution: Resolution | None = None,
) -> bytes:
    """Write the report of a run as JSON: no times of the clock, the same run the same bytes.

    ``doubts`` lists the pairs of which a rule is not sure that they are one thing or two, each
    with both sentences; ``decisions`` those of people that name nothing in these texts;
    ``problems`` where the graph breaks what it promises, which is a fault of Vouchgraph.
    """
    report = {
        "software": [{"name": name, "version": version} for name, version in software],
        "counts": count_kinds(dataset),
        "files": count_files(findings, skipped),
        "skipped": [asdict(one) for one in skipped],
        "documents": [_document(found) for found in findings],
        "doubts": list(doubtful_pairs(findings, resolution)) if resolution else [],
        "decisions": list(resolution.idle) if resolution else [],
        "problems": [asdict(one) for one in check_promises(dataset)],
    }
    return _json(report, indent=1)


def count_files(findings: Sequence[Findings], skipped: Sequence[Skipped]) -> dict[str, int]:
    """Count the texts that were read, those of which a part was not, and what was not read."""
    in_part = sum(any(r.partial for r in found.document.remarks) for found in findings)
    return {"read": len(findings), "read in part": in_part, "not read": len(skipped)}


def write_merges(findings: Sequence[Findings], resolution: Resolution) -> bytes:
    """Write why each mention belongs to its entity, one JSON object a line."""
    texts = {mention.key: mention.text for found in findings for mention in found.mentions}
    return b"".join(_json(one) for one in _merges(resolution, texts))


def _merges(resolution: Resolution, texts: dict[Any, str]) -> Iterator[dict[str, Any]]:
    for entity in resolution.entities:
        for merge in entity.merges:
            yield {
                "entity": entity.id,
                "label": entity.label,
                **merge.mention._asdict(),
                "text": texts.get(merge.mention, ""),
                "with": merge.other._asdict() if merge.other else None,
                "reason": merge.reason,
                "confidence": merge.confidence,
                "features": [feature._asdict() for feature in merge.features],
            }


def doubtful_pairs(
    findings: Sequence[Findings], resolution: Resolution
) -> Iterator[dict[str, Any]]:
    """Give the pairs for people to decide, the least sure first, each with both sentences."""
    by_document = {found.document.id: found for found in findings}
    mentions = {m.key: m for found in findings for m in found.mentions}
    entities = resolution.by_mention()
    for doubt in resolution.doubts:
        if doubt.first in entities and doubt.second in entities:
            yield {
                "joined": doubt.joined,
                "confidence": doubt.confidence,
                "reason": doubt.reason,
                "features": [feature._asdict() for feature in doubt.features],
                "things": [
                    _thing(mentions[key], by_document[key.document], entities[key].id)
                    for key in (doubt.first, doubt.second)
                ],
            }


def _thing(mention: Mention, found: Findings, entity: str) -> dict[str, Any]:
    passages = (p for p in found.passages if p.index == mention.passage)
    text = found.document.text
    sentence = next((text[p.start : p.end] for p in passages), "")
    return {
        "entity": entity,
        **mention.key._asdict(),
        "words": " ".join(mention.text.split()),
        "sentence": " ".join(sentence.split()),
    }


def _document(found: Findings) -> dict[str, Any]:
    kinds = Counter(mention.kind.value for mention in found.mentions)
    return {
        **_metadata(found.document),
        "characters": len(found.document.text),
        "pages": len(found.document.pages),
        "cut": found.document.cut,
        "cuts": [asdict(cut) for cut in found.document.cuts],
        "remarks": [asdict(remark) for remark in found.document.remarks],
        "sentences": len(found.passages),
        "mentions": dict(sorted(kinds.items())),
        "statements": len(found.statements),
    }


def _metadata(document: Document) -> dict[str, Any]:
    given = {
        "title": document.title,
        "date": document.date,
        "publisher": document.publisher,
        "language": document.language,
    }
    return {
        "id": document.id,
        "source": document.source,
        **{name: asdict(value) for name, value in given.items() if value},
        "authors": [asdict(author) for author in document.authors],
    }


def _json(value: dict[str, Any], *, indent: int | None = None) -> bytes:
    # a lone surrogate, which UTF-8 cannot hold, becomes a question mark
    return (json.dumps(value, ensure_ascii=False, indent=indent) + "\n").encode(errors="replace")
