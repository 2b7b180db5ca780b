from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from graph.attribution import Attribution, title_of
from graph.model import Findings, Kind, MentionKey, Sourced
from graph.resolved import Entity, Resolution

if TYPE_CHECKING:
    from collections.abc import Sequence


def speakers(
    findings: Sequence[Findings], resolution: Resolution, document: int, predicate: str
) -> set[str]:
    found = findings[document]
    attribution = Attribution(findings, resolution)
    return {
        agent.id
        for statement in found.statements
        if statement.predicate == predicate
        for agent in attribution.speakers(statement, found.document)
    }


def test_a_quoted_speaker_says_the_statement(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    assert speakers(findings, resolution, 0, "killed") == {"person-mara-voss"}


def test_the_author_says_what_nobody_is_quoted_for(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    assert speakers(findings, resolution, 0, "place") == {"agent-ines-falk"}


def test_the_publisher_speaks_where_no_author_is_named(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    courier = replace(findings[0], document=replace(findings[0].document, authors=()))
    assert speakers([courier], resolution, 0, "place") == {"agent-harbour-courier"}


def test_a_document_without_author_and_publisher_still_has_a_speaker(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    assert speakers(findings, resolution, 1, "place") == {"agent-author-of-note"}


def test_a_speaker_who_is_no_entity_keeps_the_name_that_the_document_gives(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    without = Resolution(tuple(e for e in resolution.entities if e.kind is not Kind.PERSON))
    assert speakers(findings, without, 0, "killed") == {"agent-courier-mara-voss"}


def test_an_author_is_the_person_of_the_graph_who_bears_the_same_full_name(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    document = replace(findings[0].document, authors=(Sourced("MARA VOSS", "byline"),))
    found = replace(findings[0], document=document)
    assert speakers([found], resolution, 0, "place") == {"person-mara-voss"}


def test_an_author_whose_name_two_people_bear_is_none_of_them(
    findings: tuple[Findings, ...],
) -> None:
    key = MentionKey("courier", 0, 5)
    namesakes = [Entity(f"person-{i}", Kind.PERSON, "Ines Falk", mentions=(key,)) for i in "ab"]
    resolution = Resolution(tuple(namesakes))
    assert (
        Attribution(findings, resolution).authors(findings[0].document)[0].id == "agent-ines-falk"
    )


def test_a_place_is_no_author(findings: tuple[Findings, ...]) -> None:
    place = Entity("place-ines-falk", Kind.PLACE, "Ines Falk")
    attribution = Attribution(findings, Resolution((place,)))
    assert not attribution.authors(findings[0].document)[0].entity


def test_one_word_of_a_longer_name_does_not_make_an_author(findings: tuple[Findings, ...]) -> None:
    clark = Entity("person-ann-clark", Kind.PERSON, "Ann Clark", alt_labels=("Clark",))
    document = replace(findings[0].document, authors=(Sourced("Clark", "byline"),))
    attribution = Attribution(findings, Resolution((clark,)))
    assert attribution.authors(document)[0].id == "agent-clark"


def test_the_id_stands_in_for_a_missing_title(findings: tuple[Findings, ...]) -> None:
    assert [title_of(f.document) for f in findings] == ["Ten years after the bridge", "note"]
