from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pyoxigraph import BlankNode, Literal, Quad, RdfFormat, parse, serialize

from graph.errors import InputError
from graph.iris import DEFAULT_BASE, Names
from graph.model import (
    Concept,
    Document,
    Findings,
    Kind,
    MentionKey,
    Page,
    Sourced,
    Statement,
    Value,
)
from graph.rdf import describe
from graph.resolved import Resolution
from graph.sources import Run
from ontology.lexicons import Entry, Lexicon
from ontology.names import DCT, OA, PROV, RDF, SEM, SKOS, VG, XSD, iri

if TYPE_CHECKING:
    from collections.abc import Iterable

NAMES = Names()
EVENT = NAMES.of("event-alden-bridge-collapse-1987")


class Row(NamedTuple):
    """A quad by the texts of its terms; the graph without the base."""

    subject: str
    prop: str
    value: str
    graph: str


def rows(quads: Iterable[Quad]) -> set[Row]:
    texts = ([getattr(term, "value", "") for term in quad] for quad in quads)
    return {Row(s, p, o, g.removeprefix(DEFAULT_BASE)) for s, p, o, g in texts}


@pytest.fixture
def found(findings: tuple[Findings, ...], resolution: Resolution) -> set[Row]:
    return rows(describe(findings, resolution))


def values(found: Iterable[Row], subject: str, prop: str) -> list[str]:
    """The objects of a property, with the graph that holds each."""
    return sorted(f"{r.value} in {r.graph}" for r in found if r[:2] == (subject, prop))


def statement(found: Iterable[Row], predicate: str, value: str) -> dict[str, str]:
    """The properties of the statement with this predicate and object."""
    about: dict[str, dict[str, str]] = {}
    for row in found:
        about.setdefault(row.subject, {})[row.prop] = row.value
    wanted = {RDF + "predicate": VG + predicate, RDF + "object": value}
    (only,) = (one for one in about.values() if wanted.items() <= one.items())
    return only


def test_a_statement_names_its_source_its_sentence_its_speaker_and_its_rule(
    found: set[Row],
) -> None:
    said = statement(found, "killed", "12")
    assert said[RDF + "subject"] == EVENT
    assert said[PROV + "hadPrimarySource"] == NAMES.document("courier")
    assert said[PROV + "wasDerivedFrom"] == NAMES.passage("courier", 1)
    assert said[PROV + "wasAttributedTo"] == NAMES.of("person-mara-voss")
    assert said[PROV + "wasGeneratedBy"] == NAMES.of(Run().id)
    assert said[VG + "polarity"] == VG + "Affirmed"
    assert said[VG + "certainty"] == VG + "Certain"
    assert said[VG + "confidence"] == "0.87"
    assert said[VG + "rule"] == "hand"


def test_the_words_of_the_relation_are_where_the_statement_says(
    found: set[Row], findings: tuple[Findings, ...]
) -> None:
    said = statement(found, "killed", "12")
    start, end = int(said[OA + "start"]), int(said[OA + "end"])
    assert findings[0].document.text[start:end] == "12 people were killed"


def test_a_part_of_a_count_points_to_the_whole(found: set[Row]) -> None:
    part, whole = statement(found, "killed", "4"), statement(found, "killed", "12")
    assert part[VG + "group"] == VG + "Children"
    assert whole[VG + "bound"] == VG + "AtLeast"
    pointed = [q for q in found if q.subject == part[VG + "partOfStatement"]]
    assert statement(pointed, "killed", "12") == whole


def test_qualifiers_are_kept_as_they_were_given(found: set[Row]) -> None:
    affiliation = statement(found, "affiliation", NAMES.of("organization-roads-department"))
    assert affiliation[VG + "role"] == "chief engineer"
    assert statement(found, "begin", "1987-05")[VG + "timeText"] == "May 1987"


def with_tenure(findings: tuple[Findings, ...]) -> list[Findings]:
    """The same findings with an affiliation that was held from 1979 until May 1987."""

    def held(said: Statement) -> Statement:
        if said.predicate != "affiliation":
            return said
        post = replace(said.qualifiers, since="1979", until="1987-05", held=Concept("Formerly"))
        return replace(said, qualifiers=post)

    return [replace(one, statements=tuple(map(held, one.statements))) for one in findings]


def test_the_time_of_a_post_has_the_precision_that_it_was_given(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    quads = list(describe(with_tenure(findings), resolution))
    affiliation = statement(rows(quads), "affiliation", NAMES.of("organization-roads-department"))
    assert (affiliation[VG + "from"], affiliation[VG + "until"]) == ("1979", "1987-05")
    assert affiliation[VG + "held"] == VG + "Formerly"
    kinds = {
        q.predicate.value: q.object.datatype.value for q in quads if isinstance(q.object, Literal)
    }
    assert kinds[VG + "from"] == XSD + "gYear"
    assert kinds[VG + "until"] == XSD + "gYearMonth"


def test_an_affirmed_relation_is_a_plain_triple_in_the_graph_of_each_document(
    found: set[Row],
) -> None:
    place = NAMES.of("place-lindvik")
    both = [f"{place} in graph-courier", f"{place} in graph-note"]
    assert values(found, EVENT, VG + "place") == both
    assert values(found, EVENT, SEM + "hasPlace") == both


def test_a_denied_recognition_is_not_materialised(found: set[Row]) -> None:
    assert not [q for q in found if q.prop == VG + "recognizes"]
    assert statement(found, "recognizes", EVENT)[VG + "polarity"] == VG + "Denied"


def test_support_that_is_only_reported_is_not_materialised(found: set[Row]) -> None:
    assert not [q for q in found if q.prop == VG + "supports"]


def test_what_the_sources_dispute_is_never_a_plain_triple(found: set[Row]) -> None:
    disputed = {VG + name for name in ("killed", "characterizedAs", "says")}
    assert not [q for q in found if q.prop in disputed]


def test_only_the_best_supported_time_is_written_where_it_was_given(found: set[Row]) -> None:
    assert values(found, EVENT, VG + "begin") == ["1987-05-03 in graph-courier"]
    assert values(found, EVENT, SEM + "hasEndTimeStamp") == ["1987-05-04 in graph-courier"]


def test_an_agent_is_also_a_participant_and_an_actor(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    courier = findings[0]
    placed, voss = courier.statements[0], courier.statements[5].subject
    acted = replace(courier, statements=(replace(placed, predicate="agent", object=voss),))
    found = rows(describe([acted], resolution))
    for prop in (VG + "agent", VG + "participant", SEM + "hasActor"):
        assert values(found, EVENT, prop) == [f"{NAMES.of('person-mara-voss')} in graph-courier"]


def test_an_entity_is_described_once_and_mentioned_by_document(found: set[Row]) -> None:
    assert values(found, EVENT, SKOS + "prefLabel") == ["Alden Bridge collapse in graph-entities"]
    assert values(found, EVENT, VG + "mentionCount") == ["3 in graph-entities"]
    assert values(found, EVENT, VG + "eventType") == [f"{VG}Disaster in graph-entities"]
    assert values(found, EVENT, VG + "mentionedIn") == [
        f"{NAMES.document('courier')} in graph-courier",
        f"{NAMES.document('note')} in graph-note",
    ]


def test_a_passage_quotes_its_sentence_from_its_document(
    found: set[Row], findings: tuple[Findings, ...]
) -> None:
    selector = NAMES.selector("note", 1)
    (exact,) = values(found, selector, OA + "exact")
    assert exact == "The Roads Department reportedly supported the inquiry. in graph-note"
    (start,) = values(found, selector, OA + "start")
    assert findings[1].document.text[int(start.split()[0]) :].startswith("The Roads")


def test_a_passage_of_a_paged_document_names_its_page(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    first, second = findings[0].passages[0], findings[0].passages[1]
    pages = (Page(0, 4), Page(second.start, 5))
    paged = replace(findings[0], document=replace(findings[0].document, pages=pages))
    quads = list(describe([paged, findings[1]], resolution))
    found = {
        (getattr(q.subject, "value", "").rsplit("/", 1)[-1], getattr(q.object, "value", ""))
        for q in quads
        if q.predicate.value == iri("vg:page")
    }
    assert found == {
        (f"passage-courier-{first.index}", "4"),
        (f"passage-courier-{second.index}", "5"),
        ("passage-courier-2", "5"),
    }


def test_a_mention_of_nothing_known_and_statements_about_it_are_left_out(
    findings: tuple[Findings, ...],
) -> None:
    found = rows(describe(findings, Resolution(())))
    assert not [q for q in found if q.value in {VG + "Mention", VG + "Statement"}]


def test_a_statement_that_came_to_relate_a_thing_to_itself_is_left_out(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    said = findings[0].statements[0]
    looped = replace(
        findings[0], statements=(replace(said, predicate="partOf", object=said.subject),)
    )
    assert not [q for q in rows(describe([looped], resolution)) if q.prop == RDF + "subject"]


def test_a_statement_whose_value_does_not_fit_its_datatype_is_left_out(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    said = next(s for s in findings[0].statements if s.predicate == "killed")
    vague = replace(findings[0], statements=(replace(said, object=Value("many", "integer")),))
    assert not [q for q in rows(describe([vague], resolution)) if q.prop == RDF + "subject"]


def test_an_event_of_no_known_type_is_an_occurrence(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    untyped = replace(resolution.entities[0], event_type="")
    found = rows(describe(findings, replace(resolution, entities=(untyped,))))
    assert values(found, EVENT, VG + "eventType") == [f"{VG}Occurrence in graph-entities"]


def test_a_document_without_a_title_is_called_by_its_id(found: set[Row]) -> None:
    assert values(found, NAMES.document("note"), DCT + "title") == ["note in graph-note"]


def test_the_author_of_a_document_is_an_agent(found: set[Row]) -> None:
    creator = NAMES.of("agent-ines-falk")
    assert values(found, NAMES.document("courier"), DCT + "creator") == [
        f"{creator} in graph-courier"
    ]
    assert values(found, creator, SKOS + "prefLabel") == ["Ines Falk in graph-entities"]


def test_a_document_says_in_its_own_graph_all_that_it_says(found: set[Row]) -> None:
    about = {row.graph for row in found if row.value == NAMES.document("note")}
    assert about == {"graph-note"}


def test_the_run_names_what_read_the_texts_and_no_time_of_the_clock(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    run = Run(software=(("Vouchgraph", "0.1.0"), ("en_made", "1.0")))
    found = rows(describe(findings, resolution, run=run))
    labels = [q.value for q in found if q.subject.startswith(NAMES.of("software-"))]
    assert {"Vouchgraph", "0.1.0", "en_made", "1.0"} <= set(labels)
    assert not [q for q in found if q.prop == PROV + "endedAtTime"]


def test_coordinates_and_further_identifiers_come_from_the_lexicon(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    known = "https://example.org/lexicon/lindvik"
    other = "https://example.org/gazetteer/7"
    entry = Entry(known, "Place", "Lindvik", latitude=59.1, longitude=10.25, exact_matches=(other,))
    found = rows(describe(findings, resolution, lexicon=Lexicon(own=(entry,))))
    place = NAMES.of("place-lindvik")
    assert values(found, place, iri("geo:lat")) == ["59.1 in graph-entities"]
    assert values(found, place, iri("schema:sameAs")) == [
        f"{other} in graph-entities",
        f"{known} in graph-entities",
    ]


def test_a_bad_base_is_refused_before_anything_is_written(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    with pytest.raises(InputError):
        describe(findings, resolution, base="nowhere")


def test_there_are_no_blank_nodes(findings: tuple[Findings, ...], resolution: Resolution) -> None:
    quads = list(describe(findings, resolution))
    assert not [node for quad in quads for node in quad if isinstance(node, BlankNode)]


ANY_TEXT = st.text(st.characters(codec=None, exclude_categories=()), min_size=1)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=50)
@given(text=ANY_TEXT, other=ANY_TEXT)
def test_hostile_texts_give_valid_rdf(
    findings: tuple[Findings, ...], resolution: Resolution, text: str, other: str
) -> None:
    hostile = Document(
        "x", text, source=other, title=Sourced(text, other), date=Sourced(text, ""),
        authors=(Sourced(other, ""),), publisher=Sourced(text, ""), language=Sourced(other, ""),
    )  # fmt: skip
    named = replace(
        resolution.entities[0], label=other, alt_labels=(text,), identifiers=(text,),
        mentions=(*resolution.entities[0].mentions, MentionKey("x", 0, 1)),
    )  # fmt: skip
    entities = Resolution((named, *resolution.entities[1:]))
    written = serialize(describe([*findings, Findings(hostile)], entities), format=RdfFormat.TRIG)
    assert written
    assert len(set(parse(written, format=RdfFormat.TRIG))) > len(findings)


def test_markup_in_a_name_stays_text(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    name = '<script>alert("1")</script>'
    entity = replace(resolution.entities[0], label=name)
    found = rows(describe(findings, Resolution((entity, *resolution.entities[1:]))))
    assert name in {row.value for row in found}


def test_a_place_that_acts_is_a_polity_and_an_actor_as_well(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    first = findings[0]
    place = next(m.key for m in first.mentions if m.kind is Kind.PLACE)
    held = next(s for s in first.statements if s.predicate == "place")
    acting = replace(first, statements=(*first.statements, replace(held, predicate="agent")))
    types = [row.prop == RDF + "type" and row.value for row in rows(describe([acting], resolution))
             if row.subject == NAMES.of(resolution.by_mention()[place].id)]  # fmt: skip
    assert {VG + "Place", SEM + "Place", VG + "Polity", VG + "Actor"} <= set(types)


def test_a_place_that_does_not_act_is_no_polity(found: set[Row]) -> None:
    assert not [row for row in found if row.value == VG + "Polity"]


def test_who_is_only_described_is_marked_as_unnamed(
    findings: tuple[Findings, ...], resolution: Resolution
) -> None:
    one = next(entity for entity in resolution.entities if entity.kind is Kind.PERSON)
    others = (entity for entity in resolution.entities if entity is not one)
    described = Resolution((replace(one, is_named=False), *others))
    marked = [r for r in rows(describe(findings, described)) if r.prop == VG + "named"]
    assert [(row.subject, row.value) for row in marked] == [(NAMES.of(one.id), "false")]
