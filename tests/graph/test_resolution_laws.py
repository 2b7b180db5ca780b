"""What holds for any texts: small ones are drawn, in which names, events and facts recur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TypeVar

from hypothesis import given, settings
from hypothesis import strategies as st

from graph.decisions import Decision, Reference, Verb
from graph.errors import DecisionError
from graph.lasting import Register, read_register, write_register
from graph.model import (
    Document,
    Evidence,
    Findings,
    Form,
    Kind,
    Link,
    Mention,
    Passage,
    Sourced,
    Statement,
    Value,
)
from graph.resolution import Resolved, resolve_fully

T = TypeVar("T")
DOCUMENTS = "abcde"
NAMES = {
    Kind.PERSON: ["James Orton", "J. Orton", "James B. Orton", "Jim Orton", "Orton", "Ada Lund"],
    Kind.ORGANIZATION: ["Norville Data Agency", "National Dairy Agency", "NDA", "Parliament"],
    Kind.PLACE: ["Torvik", "Torvick", "Zhurova", "Jurova", "Lom"],
    Kind.GROUP: ["Danes"],
}
EVENTS = ["Torvik massacre", "massacre", "attack", "First Torvik War", "Second Torvik War"]
TIMES = ["1911-05", "1911-05-03", "1911", "1966-11-07", "1966"]
HEADS = {"massacre": "Killing", "attack": "Attack", "war": "Attack"}
STEP = 40


@st.composite
def a_text(draw: st.DrawFn, document: str) -> Findings:
    """A document of a few mentions, with facts about its events and links between its names."""
    names = [(kind, label) for kind, labels in NAMES.items() for label in labels]
    chosen = draw(st.lists(st.sampled_from(names), max_size=5))
    told = draw(st.lists(st.sampled_from(EVENTS), max_size=3))
    mentions = [
        *(_name(document, *one) for one in chosen),
        *(_event(document, e) for e in told),
    ]
    placed = tuple(
        replace(m, start=STEP * at, end=STEP * at + len(m.text)) for at, m in enumerate(mentions)
    )
    date = draw(st.sampled_from(["", "1911-05-09", "1966-11-09"]))
    passage = Passage(0, 0, STEP * len(placed) + 1)
    source = Document(document, " " * passage.end, "t", date=Sourced(date, "t") if date else None)
    said = [s for m in placed if m.kind is Kind.EVENT for s in _facts(draw, m, placed)]
    return Findings(source, (passage,), placed, tuple(said), tuple(_links(draw, placed)))


def _name(document: str, kind: Kind, label: str) -> Mention:
    return Mention(document, 0, 0, 0, label, label, kind)


def _event(document: str, label: str) -> Mention:
    head = label.rsplit(maxsplit=1)[-1].lower()
    form = Form.NAME if " " in label else Form.NOMINAL
    return Mention(
        *(document, 0, 0, 0, label, label, Kind.EVENT, form),
        head=head,
        event_type=HEADS[head],
        origin="event noun",
    )


def _facts(draw: st.DrawFn, event: Mention, mentions: Sequence[Mention]) -> list[Statement]:
    evidence = Evidence(0, 0, 1, "test")
    others = [m for m in mentions if m.kind is not Kind.EVENT]
    facts = [Statement(event.key, "begin", _date(t), evidence) for t in draw(_some(TIMES))]
    for predicate in ("place", "agent", "patient"):
        fitting = [m for m in others if (m.kind is Kind.PLACE) == (predicate == "place")]
        facts += [Statement(event.key, predicate, m.key, evidence) for m in draw(_some(fitting))]
    return facts


def _date(text: str) -> Value:
    return Value(text, {4: "gYear", 7: "gYearMonth", 10: "date"}[len(text)])


def _some(values: Sequence[T]) -> st.SearchStrategy[list[T]]:
    return st.lists(st.sampled_from(values), max_size=1) if values else st.just([])


def _links(draw: st.DrawFn, mentions: Sequence[Mention]) -> list[Link]:
    pairs = [(a, b) for a in mentions for b in mentions if a.key < b.key and a.kind is b.kind]
    return [Link(b.key, a.key, "the text takes it up", 0.8) for a, b in draw(_some(pairs))]


def texts(least: int = 1) -> st.SearchStrategy[list[Findings]]:
    return st.integers(least, len(DOCUMENTS)).flatmap(
        lambda count: st.tuples(*(a_text(one) for one in DOCUMENTS[:count])).map(list)
    )


@st.composite
def with_decisions(draw: st.DrawFn) -> tuple[list[Findings], list[Decision]]:
    findings = draw(texts())
    things = [
        Reference(m.document, m.text, 1)
        for found in findings
        for m in {one.text: one for one in found.mentions}.values()
    ]
    if not things:
        return findings, []
    thing = st.sampled_from(things)
    pair = st.builds(Decision, st.sampled_from([Verb.SAME, Verb.DIFFERENT]), thing, thing)
    one = st.builds(lambda first: Decision(Verb.DROP, first), thing)
    called = st.builds(lambda first: Decision(Verb.NAME, first, value="Anything"), thing)
    made = draw(st.lists(st.one_of(pair, one, called), max_size=3, unique=True))
    return findings, [d for d in made if d.first != d.other]


def build(
    findings: Sequence[Findings], former: Resolved | None = None, decisions: Sequence[Decision] = ()
) -> Resolved | str:
    """Resolve as builds do, with the ids of the build before; a refusal as its sentence."""
    register = former.register if former else Register()
    try:
        return resolve_fully(
            findings, decisions=decisions, former=read_register(write_register(register))
        )
    except DecisionError as error:
        return str(error)


def outcome(built: Resolved | str) -> object:
    return built if isinstance(built, str) else (built.resolution, built.register)


@settings(deadline=None, max_examples=60)
@given(texts(2), st.randoms(use_true_random=False))
def test_the_order_of_documents_means_nothing(findings: list[Findings], random: object) -> None:
    shuffled = list(findings)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    assert outcome(build(findings)) == outcome(build(shuffled))


@settings(deadline=None, max_examples=60)
@given(with_decisions())
def test_the_order_of_decisions_means_nothing(drawn: tuple[list[Findings], list[Decision]]) -> None:
    findings, decisions = drawn
    assert outcome(build(findings, decisions=decisions)) == outcome(
        build(findings, decisions=decisions[::-1])
    )


@settings(deadline=None, max_examples=60)
@given(with_decisions())
def test_every_merge_has_a_reason(drawn: tuple[list[Findings], list[Decision]]) -> None:
    findings, decisions = drawn
    built = build(findings, decisions=decisions)
    for entity in built.resolution.entities if isinstance(built, Resolved) else ():
        assert len(entity.merges) == len(entity.mentions) - 1
        assert all(merge.reason and merge.other in entity.mentions for merge in entity.merges)


@settings(deadline=None, max_examples=60)
@given(texts())
def test_every_mention_is_of_one_entity_and_ids_are_unique(findings: list[Findings]) -> None:
    built = build(findings)
    assert isinstance(built, Resolved)
    held = sorted(key for entity in built.resolution.entities for key in entity.mentions)
    assert held == sorted(m.key for found in findings for m in found.mentions)
    ids = [entity.id for entity in built.resolution.entities]
    assert len(ids) == len(set(ids))


@settings(deadline=None, max_examples=100)
@given(texts(2), st.integers(0, len(DOCUMENTS) - 1))
def test_a_document_more_and_a_document_less_give_the_first_build(
    findings: list[Findings], which: int
) -> None:
    fewer = [found for at, found in enumerate(findings) if at != which % len(findings)]
    first = build(fewer)
    assert isinstance(first, Resolved)
    more = build(findings, first)
    assert isinstance(more, Resolved)
    assert outcome(build(fewer, more)) == outcome(first)


@settings(deadline=None, max_examples=100)
@given(with_decisions())
def test_undoing_decisions_gives_what_was(drawn: tuple[list[Findings], list[Decision]]) -> None:
    findings, decisions = drawn
    first = build(findings)
    assert isinstance(first, Resolved)
    decided = build(findings, first, decisions)
    if isinstance(decided, Resolved):
        assert outcome(build(findings, decided)) == outcome(first)


@settings(deadline=None, max_examples=60)
@given(with_decisions())
def test_building_again_changes_nothing(drawn: tuple[list[Findings], list[Decision]]) -> None:
    findings, decisions = drawn
    first = build(findings)
    assert isinstance(first, Resolved)
    once = build(findings, first, decisions)
    if isinstance(once, Resolved):
        assert outcome(build(findings, once, decisions)) == outcome(once)


@settings(deadline=None, max_examples=60)
@given(texts(2))
def test_a_document_that_is_gone_leaves_nothing_behind(findings: list[Findings]) -> None:
    last = build(findings[:1], _built(build(findings)))
    assert isinstance(last, Resolved)
    gone = {found.document.id for found in findings[1:]}
    rows = {row.document for row in last.register.rows}
    since = {one for row in last.register.rows for one in row.since}
    keys = {key.document for entity in last.resolution.entities for key in entity.mentions}
    assert gone.isdisjoint(rows | since | keys)


def _built(built: Resolved | str) -> Resolved:
    assert isinstance(built, Resolved)
    return built
