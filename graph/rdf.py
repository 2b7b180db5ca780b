"""What was found, as RDF.

One named graph holds what one document says, and one more what spans documents: the entities,
the speakers that are no entities, and the run. No blank nodes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from pyoxigraph import NamedNode, Quad

from graph.attribution import Agent, Attribution
from graph.background import describe_background
from graph.iris import DEFAULT_BASE, Names
from graph.materialising import TimeClaim, best_times, is_materialised
from graph.model import Concept, Document, Findings, Kind, MentionKey, Object, Statement
from graph.probability import probability_of
from graph.resolved import Entity, Resolution
from graph.salience import saliences
from graph.sources import (
    Context,
    Run,
    describe_agents,
    describe_document,
    describe_run,
    describe_sentences,
    extent,
)
from graph.terms import (
    Property,
    Term,
    about,
    boolean,
    date,
    decimal,
    integer,
    label,
    link,
    literal,
    share,
    term,
    text,
    types,
)
from ontology.lexicons import Entry, Lexicon
from ontology.names import predicates

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from collections.abc import Set as AbstractSet


def describe(
    findings: Sequence[Findings],
    resolution: Resolution,
    *,
    base: str = DEFAULT_BASE,
    run: Run | None = None,
    lexicon: Lexicon | None = None,
) -> Iterator[Quad]:
    """Write everything that was found as quads; their order means nothing.

    What the lexicon knows of places, and no document says, stands in a graph of its own.

    A statement about a mention that names nothing known is left out, and so are one that came to
    relate a thing to itself and one whose value does not fit its datatype. ``lexicon`` gives
    coordinates and further identifiers. Raises ``InputError`` for a base of which no IRI can be
    made.
    """
    languages = {found.document.language.value for found in findings if found.document.language}
    context = Context(
        names=Names(base),
        run=run or Run(),
        attribution=Attribution(findings, resolution),
        entities=resolution.by_mention(),
        polities=frozenset(_polities(findings, resolution)),
        language=languages.pop() if len(languages) == 1 else "en",
        lexicon=lexicon or Lexicon(),
    )
    return _everything(findings, resolution, context)


def _polities(findings: Sequence[Findings], resolution: Resolution) -> Iterator[str]:
    """The places that a text lets act, speak or be acted upon, by the ids of their entities."""
    entities = resolution.by_mention()
    for statement in (statement for found in findings for statement in found.statements):
        joins = predicates()[statement.predicate]
        acting = [statement.evidence.speaker, *statement.qualifiers.reported_by]
        acting += [statement.subject] if "Actor" in joins.subjects else []
        if "Actor" in joins.objects and isinstance(statement.object, MentionKey):
            acting.append(statement.object)
        for key in acting:
            entity = entities.get(key) if key else None
            if entity is not None and entity.kind is Kind.PLACE:
                yield entity.id


def _everything(
    findings: Sequence[Findings], resolution: Resolution, context: Context
) -> Iterator[Quad]:
    agents: set[Agent] = set()
    claims: list[TimeClaim] = []
    salience = saliences(findings, resolution)
    for entity in resolution.entities:
        yield from _entity(entity, context, salience.get(entity.id))
    yield from _former_names(resolution, context)
    yield from describe_background(resolution.entities, context)
    for found in findings:
        yield from describe_document(found.document, context)
        yield from describe_sentences(found, context)
        said = _usable(found, context)
        for statement in said.values():
            yield from _statement(statement, found.document, said, context)
            agents.update(context.attribution.speakers(statement, found.document))
            agents.update(context.attribution.reporters(statement))
            claims += _time_claims(statement, context)
        agents.update(context.attribution.named(found.document))
    best = best_times(claims)
    ended = {claim.event for claim in best if claim.predicate == "end"}
    for claim in best:
        yield from _time(claim, context, ended)
    yield from describe_agents(agents, context)
    yield from describe_run(context)


def _entity(entity: Entity, context: Context, salience: float | None) -> Iterator[Quad]:
    subject, names, language = context.names.of(entity.id), context.names, context.language
    is_event = entity.kind is Kind.EVENT
    kind = entity.event_type or ("Occurrence" if is_event else "")
    entries = [entry for iri in entity.identifiers if (entry := context.lexicon.get(iri))]
    same = {*entity.identifiers, *(iri for entry in entries for iri in entry.exact_matches)}
    properties: list[Property] = [
        *types("Polity" if entity.id in context.polities else entity.kind.value),
        ("skos:prefLabel", label(entity.label or entity.id, language)),
        *(("skos:altLabel", label(other, language)) for other in entity.alt_labels),
        *(("schema:sameAs", link(identifier)) for identifier in sorted(same)),
        ("vg:eventType", term(f"vg:{kind}") if kind else None),
        ("vg:salience", share(salience) if salience is not None else None),
        ("vg:named", None if is_event or entity.is_named else boolean(value=False)),
        ("vg:mentionCount", integer(len(entity.mentions))),
        *_position(entries),
    ]
    yield from about(subject, names.shared_graph, properties)
    for document in sorted({key.document for key in entity.mentions}):
        mentioned: Property = ("vg:mentionedIn", NamedNode(names.document(document)))
        yield from about(subject, names.graph(document), [mentioned])


def _former_names(resolution: Resolution, context: Context) -> Iterator[Quad]:
    """Say which IRI stands for one of an earlier build, and which was split off from which."""
    names = context.names
    for prop, pairs in (
        ("dct:isReplacedBy", resolution.replaced),
        ("prov:wasDerivedFrom", resolution.derived),
    ):
        for one, other in pairs:
            yield from about(
                names.of(one), names.shared_graph, [(prop, NamedNode(names.of(other)))]
            )


def _position(entries: Sequence[Entry]) -> list[Property]:
    for entry in entries:
        if entry.latitude is not None and entry.longitude is not None:
            return [("geo:lat", decimal(entry.latitude)), ("geo:long", decimal(entry.longitude))]
    return []


# Statements


def _usable(found: Findings, context: Context) -> dict[str, Statement]:
    """List the statements whose every part is known, by key; the first of those that share one."""
    said: dict[str, Statement] = {}
    for statement in found.statements:
        if _is_usable(statement, context):
            said.setdefault(statement.key, statement)
    return said


def _is_usable(statement: Statement, context: Context) -> bool:
    subject, value = context.node(statement.subject), _object(statement.object, context)
    group = statement.qualifiers.group
    counted = group is None or _object(group, context) is not None
    return subject is not None and value is not None and subject != value and counted


def _object(value: Object, context: Context) -> Term | None:
    if isinstance(value, MentionKey):
        return context.node(value)
    return term(f"vg:{value.name}") if isinstance(value, Concept) else literal(value)


def _statement(
    statement: Statement, document: Document, said: Mapping[str, Statement], context: Context
) -> Iterator[Quad]:
    names, graph = context.names, context.names.graph(document.id)
    core: list[Property] = [
        *types("Statement"),
        ("rdf:subject", context.node(statement.subject)),
        ("rdf:predicate", term(f"vg:{statement.predicate}")),
        ("rdf:object", _object(statement.object, context)),
    ]
    evidence = _evidence(statement, document, context)
    qualifiers = _qualifiers(statement, said, context)
    yield from about(names.statement(statement.key), graph, core + evidence + qualifiers)
    if is_materialised(statement):
        yield from _plain(statement, document, context)


def _evidence(statement: Statement, document: Document, context: Context) -> list[Property]:
    names, evidence = context.names, statement.evidence
    speakers = context.attribution.speakers(statement, document)
    return [
        ("prov:hadPrimarySource", NamedNode(names.document(document.id))),
        ("prov:wasDerivedFrom", NamedNode(names.passage(document.id, evidence.passage))),
        *(("prov:wasAttributedTo", NamedNode(names.of(one.id))) for one in speakers),
        ("prov:wasGeneratedBy", NamedNode(names.of(context.run.id))),
        ("vg:polarity", term(f"vg:{evidence.polarity.value}")),
        ("vg:certainty", term(f"vg:{evidence.certainty.value}")),
        ("vg:confidence", share(probability_of(evidence.confidence))),
        ("vg:rule", text(evidence.rule)),
        *extent(evidence.start, evidence.end),
    ]


def _qualifiers(
    statement: Statement, said: Mapping[str, Statement], context: Context
) -> list[Property]:
    given = statement.qualifiers
    reporters = context.attribution.reporters(statement)
    whole = context.names.statement(given.part_of) if given.part_of in said else ""
    return [
        ("vg:role", text(given.role)),
        ("vg:from", date(given.since)),
        ("vg:until", date(given.until)),
        ("vg:held", _object(given.held, context) if given.held else None),
        ("vg:group", _object(given.group, context) if given.group else None),
        ("vg:bound", _object(given.bound, context) if given.bound else None),
        ("vg:partOfStatement", NamedNode(whole) if whole else None),
        ("vg:timeText", text(given.time_text)),
        *(("vg:reportedBy", NamedNode(context.names.of(one.id))) for one in reporters),
        ("vg:quoted", None if given.quoted is None else boolean(given.quoted)),
    ]


# Plain triples


def _plain(statement: Statement, document: Document, context: Context) -> Iterator[Quad]:
    subject, value = context.node(statement.subject), _object(statement.object, context)
    if subject is not None and value is not None:
        graph = context.names.graph(document.id)
        yield from _triples(subject.value, statement.predicate, value, graph)


def _time_claims(statement: Statement, context: Context) -> list[TimeClaim]:
    event = context.entities[statement.subject].id
    claim = TimeClaim.of(statement, event)
    return [claim] if claim else []


def _time(claim: TimeClaim, context: Context, ended: AbstractSet[str]) -> Iterator[Quad]:
    """Write the time and the days that it may mean; ``ended`` are the events with an end."""
    names, value = context.names, date(claim.date.iso)
    if value is None:
        return
    event, graph = names.of(claim.event), names.graph(claim.document)
    yield from _triples(event, claim.predicate, value, graph)
    days: list[Property] = []
    if claim.predicate == "begin":
        days.append(("vg:earliest", date(claim.date.first.isoformat())))
    if claim.predicate == "end" or claim.event not in ended:
        days.append(("vg:latest", date(claim.date.last.isoformat())))
    yield from about(event, graph, days)


def _triples(subject: str, predicate: str, value: Term, graph: str) -> Iterator[Quad]:
    """Write the plain triple, and the same with each property above the predicate."""
    also = [
        Quad(NamedNode(subject), NamedNode(p), value, NamedNode(graph))
        for p in predicates()[predicate].also
    ]
    yield from about(subject, graph, [(f"vg:{predicate}", value)])
    yield from also
