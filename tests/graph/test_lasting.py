from __future__ import annotations

from collections.abc import Sequence

from graph.decisions import Decision, Reference, Verb
from graph.lasting import Register, read_register, write_register
from graph.model import Document, Findings, Kind, Mention
from graph.resolution import Resolved, resolve_fully


def text(document: str, *labels: str) -> Findings:
    mentions = tuple(
        Mention(document, 20 * at, 20 * at + len(label), 0, label, label, Kind.PERSON)
        for at, label in enumerate(labels)
    )
    return Findings(Document(document, "", "test"), mentions=mentions)


def build(
    former: Resolved | None, *findings: Findings, decisions: Sequence[Decision] = ()
) -> Resolved:
    register = former.register if former else Register()
    return resolve_fully(
        findings, decisions=decisions, former=read_register(write_register(register))
    )


def ids(resolved: Resolved) -> list[str]:
    return [entity.id for entity in resolved.resolution.entities]


A = text("m", "John B. Smith", "Ada Lund")
SAME = Decision(Verb.SAME, Reference("m", "John B. Smith"), Reference("m", "Ada Lund"))


def test_an_id_stays_when_a_document_brings_a_commoner_name() -> None:
    first = build(None, A)
    more = build(first, A, text("n", "John Smith"), text("o", "John Smith"))
    assert more.resolution.entities[1].label == "John Smith"
    assert ids(more) == ids(first) == ["person-ada-lund", "person-john-b-smith"]


def test_an_id_stays_when_the_document_that_gave_it_goes() -> None:
    first = build(None, A)
    both = build(first, A, text("n", "John Smith"))
    assert ids(build(both, text("n", "John Smith"))) == ["person-john-b-smith"]


def test_a_document_more_and_a_document_less_give_the_first_build_again() -> None:
    first = build(None, A)
    again = build(build(first, A, text("b", "Jo Hale", "John Smith")), A)
    assert again.resolution == first.resolution
    assert again.register == first.register


def test_after_a_merge_the_older_id_stays_and_the_other_is_replaced_by_it() -> None:
    first = build(None, text("a", "Ada Lund"))
    second = build(first, text("a", "Ada Lund"), text("b", "Ida Voss"))
    same = Decision(Verb.SAME, Reference("a", "Ada Lund"), Reference("b", "Ida Voss"))
    texts = text("a", "Ada Lund"), text("b", "Ida Voss")
    merged = build(second, *texts, decisions=[same])
    assert ids(merged) == ["person-ada-lund"]
    assert merged.resolution.replaced == (("person-ida-voss", "person-ada-lund"),)
    assert build(merged, *texts, decisions=[same]).resolution == merged.resolution


def test_after_a_split_the_new_id_is_derived_from_the_old_one() -> None:
    texts = text("a", "Ada Lund"), text("b", "Ada Lund"), text("c", "Jo Hale")
    first = build(None, *texts)
    apart = Decision(Verb.DIFFERENT, Reference("a", "Ada Lund"), Reference("b", "Ada Lund"))
    split = build(first, *texts, decisions=[apart])
    kept, new = (name for name in ids(split) if "ada" in name)
    assert kept == "person-ada-lund"
    assert split.resolution.derived == ((new, kept),)
    assert build(split, *texts, decisions=[apart]).resolution == split.resolution


def test_undoing_a_decision_gives_the_ids_that_were() -> None:
    texts = text("a", "Ada Lund"), text("b", "Ada Lund"), text("c", "Jo Hale")
    apart = Decision(Verb.DIFFERENT, Reference("a", "Ada Lund"), Reference("b", "Ada Lund"))
    same = Decision(Verb.SAME, Reference("a", "Ada Lund"), Reference("c", "Jo Hale"))
    first = build(None, *texts)
    for decision in (apart, same):
        again = build(build(first, *texts, decisions=[decision]), *texts)
        assert again.resolution == first.resolution
        assert again.register == first.register


def test_namesakes_get_ids_of_their_own() -> None:
    texts = text("a", "Ada Lund"), text("b", "Ada Lund")
    apart = Decision(Verb.DIFFERENT, Reference("a", "Ada Lund"), Reference("b", "Ada Lund"))
    assert len(set(ids(build(None, *texts, decisions=[apart])))) == 2


def test_a_document_that_is_gone_leaves_no_row() -> None:
    both = build(build(None, A), A, text("n", "Jo Hale", "John Smith"))
    assert {row.document for row in build(both, A).register.rows} == {"m"}


def test_a_file_that_is_no_register_counts_as_none() -> None:
    assert read_register("nothing\tof\tthe kind\n\n") == Register()
