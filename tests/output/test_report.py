from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

import rdflib

from graph.model import Remark, Skipped
from ontology.names import VG
from output.report import count_kinds, write_merges, write_report

if TYPE_CHECKING:
    from graph.model import Findings
    from graph.resolved import Resolution


def test_things_of_every_kind_are_counted(dataset: rdflib.Dataset) -> None:
    assert count_kinds(dataset) == {
        "documents": 2,
        "people": 1,
        "places": 1,
        "organizations": 1,
        "events": 2,
        "groups": 0,
        "works": 0,
        "statements": 13,
    }


def test_the_report_tells_of_each_document_where_its_metadata_came_from(
    dataset: rdflib.Dataset, findings: tuple[Findings, ...]
) -> None:
    report = json.loads(write_report(dataset, findings, (), software=[("Vouchgraph", "1")]))
    courier, note = report["documents"]
    assert courier["title"] == {"value": "Ten years after the bridge", "origin": "first line"}
    assert courier["authors"] == [{"value": "Ines Falk", "origin": "byline"}]
    assert courier["cut"] == 18
    assert courier["cuts"] == [{"words": "Share this article", "reason": "page furniture"}]
    assert courier["remarks"] == note["remarks"] == []
    assert courier["mentions"] == {"Event": 2, "Organization": 2, "Person": 1, "Place": 1}
    assert (courier["sentences"], courier["statements"]) == (3, 8)
    assert "title" not in note
    assert report["software"] == [{"name": "Vouchgraph", "version": "1"}]


def test_the_report_tells_what_was_skipped_and_why(dataset: rdflib.Dataset) -> None:
    skipped = Skipped("a.pdf", "The file holds no text.")
    report = json.loads(write_report(dataset, (), [skipped], software=()))
    assert report["skipped"] == [{"source": "a.pdf", "reason": "The file holds no text."}]


def test_the_report_counts_what_was_read_in_part(
    dataset: rdflib.Dataset, findings: tuple[Findings, ...]
) -> None:
    remarks = (Remark("Page 2 of 3 pages could not be read.", partial=True),)
    document = replace(findings[0].document, remarks=remarks)
    known = (replace(findings[0], document=document), findings[1])
    report = json.loads(write_report(dataset, known, [Skipped("a.png", "A picture.")], software=()))
    assert report["files"] == {"read": 2, "read in part": 1, "not read": 1}
    assert report["documents"][0]["remarks"] == [
        {"sentence": "Page 2 of 3 pages could not be read.", "partial": True}
    ]


def test_every_merge_is_told_with_its_reason(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    merges = [json.loads(line) for line in write_merges(findings, resolution).splitlines()]
    assert len(merges) == 5
    assert merges[0] == {
        "entity": "event-alden-bridge-collapse-1987",
        "label": "Alden Bridge collapse",
        "document": "courier",
        "start": 215,
        "end": 227,
        "text": "the collapse",
        "with": None,
        "reason": "the same name",
        "confidence": 0.9,
        "features": [],
    }


def test_the_report_tells_where_a_promise_is_broken(
    dataset: rdflib.Dataset, findings: tuple[Findings, ...]
) -> None:
    sound = json.loads(write_report(dataset, findings, (), software=()))
    assert sound["problems"] == []
    event = rdflib.URIRef("https://example.org/id/event-inquiry")
    graph = rdflib.URIRef("https://example.org/id/graph-note")
    dataset.graph(graph).add((event, rdflib.URIRef(VG + "partOf"), event))
    (broken, *_) = json.loads(write_report(dataset, findings, (), software=()))["problems"]
    assert broken["focus"] == str(event)
    assert broken["shape"].startswith("https://w3id.org/vouchgraph/shapes#")
