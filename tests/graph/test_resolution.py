from collections.abc import Iterable

from graph.model import Document, Evidence, Findings, Form, Kind, Link, Mention, Statement, Value
from graph.resolution import resolve
from graph.resolved import Entity


def described(label: str, at: int = 0, *, document: str = "a") -> Mention:
    end = at + len(label)
    return Mention(
        document, at, end, 0, label, label, Kind.GROUP, form=Form.NOMINAL, is_local=True
    )  # fmt: skip


def name(label: str, kind: Kind, at: int = 0, *, document: str = "a", **more: str) -> Mention:
    return Mention(document, at, at + len(label), 0, label, label, kind, **more)  # type: ignore[arg-type]


def found(
    *mentions: Mention, links: Iterable[Link] = (), said: Iterable[Statement] = ()
) -> Findings:
    document = Document(mentions[0].document, "", "test")
    return Findings(document, mentions=mentions, links=tuple(links), statements=tuple(said))


def labels(entities: Iterable[Entity]) -> list[str]:
    return [entity.label for entity in entities]


def test_one_name_in_two_documents_is_one_person() -> None:
    a = name("Rachel Carson", Kind.PERSON)
    b = name("RACHEL CARSON", Kind.PERSON, document="b")
    (entity,) = resolve([found(a), found(b)]).entities
    assert entity.id == "person-rachel-carson"
    assert entity.label == "Rachel Carson"
    assert entity.mentions == (a.key, b.key)
    assert "is the same name as" in entity.merges[0].reason


def test_two_names_of_one_lexicon_entry_are_one_entity() -> None:
    un = name("UN", Kind.ORGANIZATION, identifier="https://x.org/un")
    long = name("United Nations", Kind.ORGANIZATION, 9, identifier="https://x.org/un")
    (entity,) = resolve([found(un, long)]).entities
    assert entity.identifiers == ("https://x.org/un",)
    assert {entity.label, *entity.alt_labels} == {"UN", "United Nations"}


def test_a_link_inside_a_document_merges() -> None:
    full, short = name("Rachel Carson", Kind.PERSON), name("Carson", Kind.PERSON, 50)
    link = Link(short.key, full.key, "“Carson” is her last name")
    (entity,) = resolve([found(full, short, links=[link])]).entities
    assert entity.label == "Rachel Carson"
    assert entity.alt_labels == ("Carson",)
    assert entity.merges[0].reason == "“Carson” is her last name"


def test_a_last_name_that_nothing_explains_stays_apart() -> None:
    full = name("Rachel Carson", Kind.PERSON)
    short = name("Carson", Kind.PERSON, document="b")
    assert labels(resolve([found(full), found(short)]).entities) == ["Carson", "Rachel Carson"]


def test_a_misspelled_place_joins_the_usual_one() -> None:
    usual = [name("Aberfan", Kind.PLACE, at) for at in (0, 10, 20)]
    rare = name("Aberfna", Kind.PLACE, 30)
    (entity,) = resolve([found(*usual, rare)]).entities
    assert entity.alt_labels == ("Aberfna",)
    assert "written almost like" in entity.merges[-1].reason


def test_names_of_one_disaster_are_one_event_and_the_label_judges_nothing() -> None:
    a = name("Tulsa genocide", Kind.EVENT, head="genocide", event_type="Killing")
    b = name("Tulsa massacre", Kind.EVENT, document="b", head="massacre", event_type="Killing")
    (entity,) = resolve([found(a), found(b)]).entities
    assert entity.label == "Tulsa massacre"
    assert entity.alt_labels == ("Tulsa genocide",)
    assert entity.event_type == "Killing"


def test_the_name_of_an_event_does_not_hang_on_its_year() -> None:
    mention = name("Tulsa massacre", Kind.EVENT, head="massacre", event_type="Killing")
    for year in ("1921-05-31", "1912-05-31"):
        dated = Statement(mention.key, "begin", Value(year, "date"), Evidence(0, 0, 1, "test"))
        (entity,) = resolve([found(mention, said=[dated])]).entities
        assert entity.id == "event-tulsa-massacre"


def test_elections_of_different_years_are_two_events() -> None:
    a = name("Kenyan election", Kind.EVENT, head="election", event_type="Election")
    b = name("Kenyan election", Kind.EVENT, document="b", head="election", event_type="Election")
    said = [
        Statement(m.key, "begin", Value(year, "gYear"), Evidence(0, 0, 1, "test"))
        for m, year in ((a, "2007"), (b, "2013"))
    ]
    entities = resolve([found(a, said=said[:1]), found(b, said=said[1:])]).entities
    assert [entity.id for entity in entities] == [
        "event-kenyan-election-2007",
        "event-kenyan-election-2013",
    ]


def test_a_name_that_most_mentions_call_a_place_is_a_place() -> None:
    mentions = [name("Bhopal", Kind.PLACE, at) for at in range(0, 50, 10)]
    odd = name("Bhopal", Kind.PERSON, document="b")
    (entity,) = resolve([found(*mentions), found(odd)]).entities
    assert entity.kind is Kind.PLACE


def test_namesakes_of_two_kinds_stay_apart() -> None:
    person, place = name("Lincoln", Kind.PERSON), name("Lincoln", Kind.PLACE, document="b")
    entities = resolve([found(person), found(place)]).entities
    assert [entity.id for entity in entities] == ["person-lincoln", "place-lincoln"]


def test_the_order_of_the_documents_does_not_matter() -> None:
    a = found(name("Bhopal", Kind.PLACE), name("India", Kind.PLACE, 20))
    b = found(name("BHOPAL", Kind.PLACE, document="b", form=Form.NAME))
    assert resolve([a, b]) == resolve([b, a])


def test_all_names_of_a_place_tell_the_same_event() -> None:
    places = [
        name("Aberfan", Kind.PLACE, identifier="https://x.org/aberfan"),
        name("Aber-fan", Kind.PLACE, 20, identifier="https://x.org/aberfan"),
    ]
    a = name("Aberfan disaster", Kind.EVENT, 40, head="disaster", event_type="Disaster")
    b = name("Aber-fan disaster", Kind.EVENT, 70, head="disaster", event_type="Disaster")
    assert labels(resolve([found(*places, a, b)]).entities) == ["Aber-fan disaster", "Aber-fan"]


def test_an_unnamed_event_joins_the_named_one_of_its_day() -> None:
    named = name("Tulsa massacre", Kind.EVENT, head="massacre", event_type="Killing")
    told = name(
        "killing of residents",
        Kind.EVENT,
        50,
        head="killing",
        event_type="Killing",
        form=Form.NOMINAL,
    )
    said = [
        Statement(m.key, "begin", Value("1921-05-31", "date"), Evidence(0, 0, 1, "test"))
        for m in (named, told)
    ]
    (entity,) = resolve([found(named, told, said=said)]).entities
    assert entity.label == "Tulsa massacre"
    assert "on one day" in entity.merges[0].reason


def test_anniversaries_of_one_event_under_two_names_are_one() -> None:
    event = name("Tulsa massacre", Kind.EVENT, head="massacre", event_type="Killing")
    other = name("Tulsa genocide", Kind.EVENT, 20, head="genocide", event_type="Killing")
    first, second = (
        name(
            f"90th anniversary of {e.label}",
            Kind.EVENT,
            at,
            head="anniversary",
            event_type="Commemoration",
        )
        for e, at in ((event, 50), (other, 100))
    )
    said = [
        Statement(m.key, "commemorates", e.key, Evidence(0, 0, 1, "test"))
        for m, e in ((first, event), (second, other))
    ]
    entities = resolve([found(event, other, first, second, said=said)]).entities
    assert len(entities) == 2


def test_the_full_name_of_an_organization_is_its_label() -> None:
    full = name("Lake Institute", Kind.ORGANIZATION)
    short = [name("Institute", Kind.ORGANIZATION, at) for at in (20, 40)]
    links = [Link(one.key, full.key, "“the Institute”") for one in short]
    (entity,) = resolve([found(full, *short, links=links)]).entities
    assert entity.label == "Lake Institute"


def test_descriptions_of_two_documents_are_never_one_and_have_their_document_in_the_name() -> None:
    entities = resolve([found(described("guards")), found(described("guards", document="b"))])
    assert [entity.id for entity in entities.entities] == ["group-a-guards", "group-b-guards"]
    assert not any(entity.is_named for entity in entities.entities)


def test_two_descriptions_of_one_document_stay_apart_without_a_link() -> None:
    entities = resolve([found(described("guards"), described("guards", 50))]).entities
    assert len({entity.id for entity in entities}) == 2
    assert all(entity.id.startswith("group-a-guards-") for entity in entities)


def test_the_first_description_is_the_label_of_who_has_no_name() -> None:
    first, later = described("guards of the mill"), described("men", 50)
    link = Link(later.key, first.key, "takes up")
    (entity,) = resolve([found(first, later, links=[link])]).entities
    assert (entity.label, entity.alt_labels) == ("guards of the mill", ())


def test_a_description_of_somebody_named_is_not_another_name() -> None:
    guard, band = described("guards", 50), name("Mill Guard", Kind.GROUP)
    link = Link(guard.key, band.key, "takes up")
    (entity,) = resolve([found(band, guard, links=[link])]).entities
    assert (entity.id, entity.label, entity.alt_labels) == ("group-mill-guard", "Mill Guard", ())
    assert entity.is_named
