"""People, bodies and places over several texts: what is one, and what is two."""

from __future__ import annotations

from collections.abc import Iterable

import pytest

from graph.model import (
    Document,
    Evidence,
    Findings,
    Form,
    Kind,
    Link,
    Mention,
    Qualifiers,
    Statement,
    Value,
)
from graph.resolution import resolve
from graph.resolved import Entity, Resolution
from ontology.lexicons import Entry, Lexicon

WORLD = "https://w3id.org/vouchgraph/world#"
NORLAND, SUDLAND = f"{WORLD}country-norland", f"{WORLD}country-sudland"
LEXICON = Lexicon(
    own=(
        Entry(NORLAND, "Place", "Norland", ("Republic of Norland",)),
        Entry(SUDLAND, "Place", "Sudland"),
        Entry(f"{WORLD}city-tripol", "Place", "Tripol", located_in=(NORLAND,)),
        Entry(
            f"{WORLD}people-norlanders", "Group", "Norlanders", ("Norlandic",), related=(NORLAND,)
        ),
    )
)
EVIDENCE = Evidence(0, 0, 1, "test")


def text(document: str, words: str, *, kind: Kind, **names: Kind) -> Findings:
    """A text whose names stand in ⟨⟩, of one kind but for those that ``names`` gives."""
    mentions, plain = [], ""
    for index, part in enumerate(words.replace("⟩", "⟨").split("⟨")):
        if index % 2:
            known = LEXICON.find(part)
            identifier = known[0].iri if known else ""
            of = names.get(part, Kind(known[0].kind) if known else kind)
            start = len(plain)
            mentions.append(
                Mention(
                    document, start, start + len(part), 0, part, part, of, identifier=identifier
                )
            )
        plain += part
    return Findings(Document(document, plain, "test"), mentions=tuple(mentions))


def people(*words: str) -> list[Findings]:
    return [text(f"d{at}", one, kind=Kind.PERSON) for at, one in enumerate(words)]


def bodies(*words: str) -> list[Findings]:
    return [text(f"d{at}", one, kind=Kind.ORGANIZATION) for at, one in enumerate(words)]


def places(*words: str) -> list[Findings]:
    return [text(f"d{at}", one, kind=Kind.PLACE) for at, one in enumerate(words)]


def found(findings: Iterable[Findings], kind: Kind) -> list[Entity]:
    entities = resolve(list(findings), lexicon=LEXICON).entities
    return [entity for entity in entities if entity.kind is kind]


def say(findings: Findings, predicate: str, value: object, role: str = "") -> Findings:
    """The same with a statement about the first name; ``value`` is the place of another."""
    first, target = findings.mentions[0], value
    if isinstance(value, int):
        target = findings.mentions[value].key
    statement = Statement(first.key, predicate, target, EVIDENCE, Qualifiers(role=role))  # type: ignore[arg-type]
    return Findings(
        findings.document, mentions=findings.mentions, statements=(*findings.statements, statement)
    )


# People


def test_a_name_joins_its_short_form_and_its_initials_where_only_one_fits() -> None:
    texts = people("⟨James Orton⟩ wrote it.", "⟨J. Orton⟩ wrote it.", "⟨Jim Orton⟩ wrote it.")
    (person,) = found(texts, Kind.PERSON)
    assert "fits the initials of" in "".join(merge.reason for merge in person.merges)


def test_initials_that_two_people_fit_join_neither_and_are_told() -> None:
    texts = people("⟨James Orton⟩ wrote.", "⟨John Orton⟩ wrote.", "⟨J. Orton⟩ wrote.")
    resolution = resolve(texts)
    assert len(resolution.entities) == 3
    assert any("and so does" in doubt.reason for doubt in resolution.doubts)


def test_a_name_between_two_middle_names_joins_neither() -> None:
    texts = people("⟨James B. Orton⟩ wrote.", "⟨James C. Orton⟩ wrote.", "⟨James Orton⟩ wrote.")
    assert len(found(texts, Kind.PERSON)) == 3


def test_a_last_name_alone_joins_where_both_texts_tell_of_the_same() -> None:
    same = people(
        "⟨Kamal Nasseri⟩ left ⟨Hamra⟩ with ⟨Anna Falk⟩.", "⟨Kamal⟩ met ⟨Anna Falk⟩ in ⟨Hamra⟩."
    )
    assert len(found(same, Kind.PERSON)) == 3
    assert len(found(people("⟨Kamal Nasseri⟩ left.", "⟨Kamal⟩ won."), Kind.PERSON)) == 2


def test_posts_of_two_places_tell_namesakes_apart() -> None:
    texts = [
        say(text(d, f"⟨John Smith⟩, mayor of ⟨{town}⟩", kind=Kind.PERSON, **{town: Kind.PLACE}),
            "affiliation", 1, "mayor")
        for d, town in (("a", "Torvik"), ("b", "Maresk"))
    ]  # fmt: skip
    assert len(found(texts, Kind.PERSON)) == 2
    (doubt,) = resolve(texts).doubts
    assert doubt.reason == "one name, but one is mayor of torvik, the other mayor of maresk"


def test_titles_of_a_man_and_a_woman_tell_namesakes_apart() -> None:
    assert len(found(people("Mr. ⟨Robin Hale⟩ came.", "Mrs. ⟨Robin Hale⟩ came."), Kind.PERSON)) == 2


def test_walks_of_life_tell_namesakes_apart_where_the_texts_share_nothing() -> None:
    strangers = people("General ⟨Alex Moor⟩ came.", "⟨Alex Moor⟩, a nurse, came.")
    assert len(found(strangers, Kind.PERSON)) == 2
    neighbours = people(
        "General ⟨Alex Moor⟩ met ⟨Ida Voss⟩ and ⟨Jo Hale⟩.",
        "⟨Alex Moor⟩, a nurse, met ⟨Ida Voss⟩ and ⟨Jo Hale⟩.",
    )
    assert len(found(neighbours, Kind.PERSON)) == 3


def lived(document: str, event_type: str, predicate: str, year: str) -> Findings:
    """A text on what happened to Peter Lund, or what he did, in a year."""
    one = text(document, "⟨Peter Lund⟩ and the ⟨event⟩", kind=Kind.PERSON)
    person, event = one.mentions
    told = Mention(
        document, event.start, event.end, 0, "event", "event", Kind.EVENT, Form.NOMINAL,
        head="event", event_type=event_type,
    )  # fmt: skip
    said = (
        Statement(told.key, predicate, person.key, EVIDENCE),
        Statement(told.key, "begin", Value(year, "gYear"), EVIDENCE),
    )
    return Findings(one.document, mentions=(person, told), statements=said)


@pytest.mark.parametrize(
    ("one", "other", "people"),
    [
        (("Killing", "patient", "1911"), ("Killing", "agent", "1968"), 2),
        (("Death", "patient", "1911"), ("Attack", "agent", "1968"), 2),
        (("Birth", "patient", "1720"), ("Birth", "patient", "1754"), 2),
        (("Birth", "patient", "1954"), ("Attack", "agent", "1950"), 2),
        (("Birth", "patient", "1954"), ("Birth", "patient", "1954"), 1),
        (("Birth", "patient", "1954"), ("Attack", "agent", "1984"), 1),
    ],
)
def test_nobody_is_born_twice_or_acts_before_or_after_his_life(
    one: tuple[str, str, str], other: tuple[str, str, str], people: int
) -> None:
    assert len(found([lived("a", *one), lived("b", *other)], Kind.PERSON)) == people


# Bodies


def explained(document: str, full: str, short: str) -> Findings:
    one = text(document, f"The ⟨{full}⟩ (⟨{short}⟩) met.", kind=Kind.ORGANIZATION)
    name, letters = one.mentions
    link = Link(letters.key, name.key, f"“{short}” is explained as {full}")
    return Findings(one.document, mentions=one.mentions, links=(link,))


def test_an_abbreviation_of_two_bodies_makes_them_no_one() -> None:
    texts = [
        explained("a", "Norville Data Agency", "NDA"),
        explained("b", "National Dairy Alliance", "NDA"),
    ]
    assert len(found(texts, Kind.ORGANIZATION)) == 2


def test_an_abbreviation_that_another_text_explains_is_that_body() -> None:
    texts = [explained("a", "Norville Data Agency", "NDA"), *bodies("The ⟨NDA⟩ met.")]
    (body,) = found(texts, Kind.ORGANIZATION)
    assert body.label == "Norville Data Agency"


def test_an_abbreviation_that_two_texts_explain_otherwise_joins_neither() -> None:
    texts = [
        explained("a", "Norville Data Agency", "NDA"),
        explained("b", "National Dairy Alliance", "NDA"),
        *bodies("The ⟨NDA⟩ met."),
    ]
    resolution = resolve(texts)
    assert len(resolution.entities) == 3
    assert any("may stand for" in doubt.reason for doubt in resolution.doubts)


def test_first_letters_that_one_body_alone_has_are_that_body_where_the_texts_share_names() -> None:
    texts = bodies(
        "The ⟨Harbour Safety Office⟩ met ⟨Torvik⟩ and ⟨Lom⟩.", "⟨Torvik⟩ and ⟨Lom⟩ met the ⟨HSO⟩."
    )
    assert len(found(texts, Kind.ORGANIZATION)) == 3
    apart = resolve(bodies("The ⟨Harbour Safety Office⟩ met.", "The ⟨HSO⟩ met."))
    assert len(apart.entities) == 2
    assert "made of the first letters" in apart.doubts[0].reason


@pytest.mark.parametrize(
    ("one", "other", "count"),
    [
        ("Siemens AG", "Siemens", 1),
        ("Harvest Foods Inc.", "Harvest Foods Incorporated", 1),
        ("Borland Mining GmbH", "Borland Mining Inc.", 2),
    ],
)
def test_legal_forms(one: str, other: str, count: int) -> None:
    assert len(found(bodies(f"⟨{one}⟩ sold.", f"⟨{other}⟩ sold."), Kind.ORGANIZATION)) == count


def test_a_name_that_may_be_of_two_companies_joins_neither() -> None:
    texts = bodies("⟨Borland GmbH⟩ sold.", "⟨Borland Inc.⟩ sold.", "⟨Borland⟩ sold.")
    assert len(found(texts, Kind.ORGANIZATION)) == 3


def test_the_ministry_of_one_country_is_not_that_of_another() -> None:
    two = bodies(
        "In ⟨Norland⟩ the ⟨Foreign Ministry⟩ met.", "In ⟨Sudland⟩ the ⟨Foreign Ministry⟩ met."
    )
    assert len(found(two, Kind.ORGANIZATION)) == 2
    nowhere = bodies("The ⟨Foreign Ministry⟩ met.", "The ⟨Foreign Ministry⟩ met.")
    assert len(found(nowhere, Kind.ORGANIZATION)) == 2


def test_the_country_in_a_name_before_it_or_around_it_tells_whose_ministry_it_is() -> None:
    texts = bodies(
        "⟨Norland⟩'s ⟨Foreign Ministry⟩ met those of ⟨Sudland⟩ and ⟨Sudland⟩.",
        "The ⟨Foreign Ministry of Norland⟩ met.",
        "The ⟨Foreign Ministry of the Republic of Norland⟩ met.",
        "The ⟨Norlandic Foreign Ministry⟩ met.",
        "In ⟨Norland⟩ the ⟨Foreign Ministry⟩ met.",
    )
    assert len(found(texts, Kind.ORGANIZATION)) == 1


def test_bodies_of_two_towns_of_a_country_are_not_one_body_of_that_country() -> None:
    texts = bodies("The ⟨University of Tripol⟩ won.", "The ⟨University of Norland⟩ won.")
    assert len(found(texts, Kind.ORGANIZATION)) == 2


def test_two_ministries_of_a_country_are_two_whatever_they_see_to() -> None:
    texts = bodies("The ⟨Norland Ministry of Fish⟩ met.", "The ⟨Norland Ministry of Roads⟩ met.")
    assert len(found(texts, Kind.ORGANIZATION)) == 2


# Places


def test_a_place_that_a_text_sets_in_another_country_is_another() -> None:
    texts = places("⟨Tripol⟩, ⟨Norland⟩, burned.", "⟨Tripol⟩, ⟨Sudland⟩, burned.")
    entities = [e for e in found(texts, Kind.PLACE) if "Tripol" in e.label]
    assert sorted(bool(entity.identifiers) for entity in entities) == [False, True]


def test_a_place_of_two_provinces_is_two() -> None:
    texts = places("⟨Pelm⟩, in ⟨Odra Province⟩, burned.", "⟨Pelm⟩, in ⟨Marsh Province⟩, burned.")
    assert len([e for e in found(texts, Kind.PLACE) if e.label == "Pelm"]) == 2


def test_a_list_of_places_sets_none_in_the_next() -> None:
    texts = places("⟨Pelm⟩, ⟨Norland⟩, and ⟨Lom⟩ burned.", "⟨Pelm⟩, ⟨Sudland⟩ and ⟨Lom⟩ burned.")
    assert len([e for e in found(texts, Kind.PLACE) if e.label == "Pelm"]) == 1


def test_a_state_or_the_north_is_another_in_another_text() -> None:
    for name, count in (("State", 2), ("North", 2), ("Lom", 1)):
        texts = places(f"The ⟨{name}⟩ burned.", f"The ⟨{name.upper()}⟩ burned.")
        assert len(found(texts, Kind.PLACE)) == count


def test_no_person_s_name_is_a_misspelling_of_a_people_s() -> None:
    texts = [
        text(document, "The ⟨Bergdalians⟩ met.", kind=Kind.GROUP) for document in ("a", "b", "c")
    ]
    for kind, count in ((Kind.PERSON, 1), (Kind.GROUP, 0)):
        other = text("d", "⟨Bergdaliana⟩ met.", kind=kind)
        assert len(found([*texts, other], Kind.PERSON)) == count


def test_spellings_by_two_systems_are_one_place() -> None:
    (place,) = found(places("They burned ⟨Zhurova⟩.", "They burned ⟨Jurova⟩."), Kind.PLACE)
    assert "another spelling" in place.merges[0].reason


# All


def test_what_is_only_described_is_somebody_else_in_another_text() -> None:
    guards = [
        Findings(
            Document(one, "two guards", "test"),
            mentions=(
                Mention(one, 0, 10, 0, "two guards", "two guards", Kind.GROUP, Form.NOMINAL,
                        is_local=True),
            ),
        )
        for one in "ab"
    ]  # fmt: skip
    assert len(found(guards, Kind.GROUP)) == 2


def test_names_without_reason_stay_apart() -> None:
    resolution: Resolution = resolve(people("⟨Ada Lund⟩ sang.", "⟨Ida Lind⟩ sang."))
    assert [len(entity.mentions) for entity in resolution.entities] == [1, 1]
    assert resolution.doubts == ()


def test_a_first_name_goes_before_its_initial_in_the_label() -> None:
    texts = people("⟨J. Orton⟩ wrote it.", "⟨J. Orton⟩ wrote it.", "⟨James Orton⟩ wrote it.")
    assert [person.label for person in found(texts, Kind.PERSON)] == ["James Orton"]
