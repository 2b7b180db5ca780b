"""Two things in one node harm trust most: what must stay apart, and what is one."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from graph.model import (
    Document,
    Evidence,
    Findings,
    Form,
    Kind,
    Mention,
    MentionKey,
    Passage,
    Sourced,
    Statement,
    Value,
)
from graph.resolution import resolve
from graph.resolved import Entity, Resolution

HEADS = {
    "anniversary": "Commemoration",
    "massacre": "Killing",
    "killing": "Killing",
    "bombing": "Attack",
    "raid": "Attack",
    "flood": "Disaster",
    "fire": "Disaster",
    "arrest": "Captivity",
    "election": "Election",
    "battle": "Attack",
}
EVIDENCE = Evidence(0, 0, 1, "test")


@dataclass
class Text:
    """A document made of names, events and what is said of them."""

    id: str
    text: str = ""
    date: str = ""

    def __post_init__(self) -> None:
        self.mentions: list[Mention] = []
        self.statements: list[Statement] = []
        self._length = max(len(self.text), 1)

    def name(self, label: str, kind: Kind) -> MentionKey:
        return self._add(label, label, kind, Form.NAME)

    def event(
        self,
        label: str,
        *,
        named: bool = True,
        before: str = "",
        said: Mapping[str, object] | None = None,
    ) -> MentionKey:
        head = label.rsplit(maxsplit=1)[-1] if named else label.split(maxsplit=1)[0]
        self.text += before
        form = Form.NAME if named else Form.NOMINAL
        event = self._add(head if not named else label, label, Kind.EVENT, form)
        for predicate, value in (said or {}).items():
            self.say(event, predicate, value)
        return event

    def say(self, event: MentionKey, predicate: str, value: object) -> None:
        target = value if isinstance(value, MentionKey) else Value(str(value), _datatype(value))
        self.statements.append(Statement(event, predicate, target, EVIDENCE))

    def _add(self, text: str, label: str, kind: Kind, form: Form) -> MentionKey:
        start = len(self.text)
        self.text += f"{text}. "
        head = next((h for h in HEADS if h in label.lower()), "")
        mention = Mention(
            self.id,
            start,
            start + len(text),
            0,
            text,
            label,
            kind,
            form,
            head=head if kind is Kind.EVENT else "",
            event_type=HEADS.get(head, "") if kind is Kind.EVENT else "",
            origin="event noun",
        )
        self.mentions.append(mention)
        return mention.key

    @property
    def findings(self) -> Findings:
        date = Sourced(self.date, "dateline") if self.date else None
        document = Document(self.id, self.text, "test", date=date)
        passages = (Passage(0, 0, len(self.text)),)
        return Findings(document, passages, tuple(self.mentions), tuple(self.statements))


def _datatype(value: object) -> str:
    if isinstance(value, int):
        return "integer"
    return {4: "gYear", 7: "gYearMonth", 10: "date"}[len(str(value))]


def events(texts: Iterable[Text]) -> list[Entity]:
    return [e for e in resolved(texts).entities if e.kind is Kind.EVENT]


def resolved(texts: Iterable[Text]) -> Resolution:
    return resolve([text.findings for text in texts])


def told(label: str, *, named: bool = True, **said: object) -> Text:
    """A text of its own with one event; ``place``, ``agent`` and ``patient`` are names."""
    number = told.count = getattr(told, "count", 0) + 1  # type: ignore[attr-defined]
    text = Text(f"d{number:05}")
    kinds = {"place": Kind.PLACE, "agent": Kind.ORGANIZATION, "patient": Kind.PERSON}
    facts = {
        predicate: text.name(str(value), kinds[predicate]) if predicate in kinds else value
        for predicate, value in said.items()
    }
    text.event(label, named=named, said=facts)
    return text


# Two


def test_two_massacres_of_one_town_and_name_are_two() -> None:
    a = told("Teslin massacre", begin="1911-05", killed=40)
    b = told("Teslin massacre", begin="1966-11-07", killed=13)
    assert [e.id for e in events([a, b])] == [
        "event-teslin-massacre-1911",
        "event-teslin-massacre-1966",
    ]
    (doubt,) = resolved([a, b]).doubts
    assert "one was in" in doubt.reason


def test_months_and_days_part_as_years_do() -> None:
    for first, second in (("1929-03", "1929-08"), ("1929-03-02", "1929-03-09")):
        both = [told("Hebrin massacre", begin=when) for when in (first, second)]
        assert len(events(both)) == 2


def test_a_day_between_two_sources_parts_no_event_that_has_a_name() -> None:
    both = [told("Hebrin massacre", begin=when) for when in ("1929-03-02", "1929-03-03")]
    assert len(events(both)) == 1
    both = [
        told("bombing in Lom", named=False, place="Lom", begin=when)
        for when in ("1929-03-02", "1929-03-03")
    ]
    assert len(events(both)) == 2


def test_the_other_side_s_crime_does_not_flow_into_the_famous_one() -> None:
    text = Text("a")
    town = text.name("Gorazek", Kind.PLACE)
    royal, free = (text.name(f"{one} forces", Kind.ORGANIZATION) for one in ("Danish", "Swedish"))
    danes = text.name("Danish villagers", Kind.GROUP)
    text.event("Gorazek massacre", said={"begin": "1911-07", "agent": royal, "place": town})
    text.event(
        "killing in Gorazek",
        named=False,
        said={"begin": "1909", "agent": free, "patient": danes, "place": town, "killed": 40},
    )
    assert len(events([text])) == 2


def test_who_did_the_one_and_suffered_the_other_makes_two_of_one_day() -> None:
    texts = []
    for document, agent, patient in (("a", "Norsk", "Dansk"), ("b", "Dansk", "Norsk")):
        text = Text(document)
        troops = text.name(f"{agent} troops", Kind.ORGANIZATION)
        folk = text.name(f"{patient} villagers", Kind.GROUP)
        place = text.name("Sund", Kind.PLACE)
        said = {"agent": troops, "patient": folk, "place": place, "begin": "1808-05-02"}
        text.event("killing in Sund", named=False, said=said)
        texts.append(text)
    assert len(events(texts)) == 2


def test_an_undated_event_never_joins_by_its_place_alone() -> None:
    raid = told("raid in Torvik", named=False, place="Torvik", begin="2008")
    bombing = told("bombing in Torvik", named=False, place="Torvik", killed=9)
    assert len(events([raid, bombing])) == 2
    assert len(events([told("bombing in Lom", named=False, place="Lom") for _ in "ab"])) == 2


def test_ordinals_and_years_in_names_part() -> None:
    assert len(events([told("First Battle of Orm"), told("Second Battle of Orm")])) == 2
    assert len(events([told("1906 Salbec flood"), told("1931 Salbec flood")])) == 2
    assert len(events([told("1906 Salbec flood"), told("Salbec flood", begin="1931")])) == 2


def test_a_flood_and_a_fire_of_one_day_and_town_are_two() -> None:
    said = {"place": "Vesna", "begin": "1965-07"}
    flood = told("flood in Vesna", named=False, **said)
    fire = told("fire in Vesna", named=False, **said)
    assert len(events([flood, fire])) == 2


def test_arrests_of_two_people_on_one_day_in_one_town_are_two() -> None:
    both = [
        told("arrest in Lom", named=False, place="Lom", begin="2021-05-04", patient=who)
        for who in ("Ivan Brod", "Otto Lind")
    ]
    assert len(events(both)) == 2


def test_what_is_a_part_or_an_anniversary_of_another_is_another() -> None:
    for predicate in ("partOf", "commemorates"):
        text = Text("a")
        whole = text.event("Teslin massacre", said={"begin": "1911-05-03"})
        part = text.event("Teslin massacre", said={"begin": "1911-05-03"})
        text.say(part, predicate, whole)
        assert len(events([text])) == 2


def test_anniversaries_are_told_apart_by_their_number() -> None:
    texts = []
    for document, ordinal in (("a", "50th"), ("b", "60th"), ("c", "50th")):
        text = Text(document)
        massacre = text.event("Teslin massacre", said={"begin": "1911-05"})
        label = f"{ordinal} anniversary of Teslin massacre"
        text.event(label, named=False, said={"commemorates": massacre})
        texts.append(text)
    assert sorted(len(e.mentions) for e in events(texts)) == [1, 2, 3]


def test_dates_of_the_sentence_part_what_has_no_date_of_its_own() -> None:
    texts = []
    for document, day in (("a", "3 September 2011"), ("b", "4 May 2012")):
        text = Text(document, text=f"On {day} ")
        place = text.name("Holm", Kind.PLACE)
        text.event("bombing in Holm", named=False, said={"place": place, "killed": 22})
        texts.append(text)
    assert len(events(texts)) == 2


def test_a_day_apart_from_the_pool_is_apart_although_one_source_gives_the_year_alone() -> None:
    first = told("Lissa massacre", begin="1971-06-03")
    vague = told("Lissa massacre", begin="1971")
    other = told("Lissa massacre", begin="1971-10-09")
    assert sorted(len(e.mentions) for e in events([first, vague, other])) == [1, 2]


# One


def test_a_name_joins_what_has_a_date_with_what_has_none() -> None:
    both = [told("Lissa massacre", begin="1971-06-03"), told("Lissa massacre")]
    (event,) = events(both)
    assert "both are named “lisa”" in event.merges[0].reason
    assert {feature.name for feature in event.merges[0].features} >= {"name", "kind"}


def test_an_undated_name_that_two_events_bear_stays_alone_and_is_told() -> None:
    texts = [
        told("Teslin massacre", begin="1911-05"),
        told("Teslin massacre", begin="1966-11-07"),
        told("Teslin massacre"),
    ]
    resolution = resolved(texts)
    assert len(resolution.entities) == 3
    assert any("fits 2 events" in doubt.reason for doubt in resolution.doubts)


def test_a_wood_in_the_name_makes_no_other_event() -> None:
    assert len(events([told("Marn massacre", begin="1943"), told("Marn Forest massacre")])) == 1


def test_a_named_event_gathers_what_is_told_as_known_at_its_place() -> None:
    named = told("Velm massacre", begin="1950-06")
    text = Text("z")
    place = text.name("Velm", Kind.PLACE)
    text.event("massacre in Velm", named=False, before="the ", said={"place": place})
    assert len(events([named, text])) == 1


def test_what_is_not_told_as_known_is_not_gathered() -> None:
    named = told("Velm massacre", begin="1950-06")
    text = Text("z")
    place = text.name("Velm", Kind.PLACE)
    text.event("massacre in Velm", named=False, before="a ", said={"place": place})
    assert len(events([named, text])) == 2


def test_day_and_place_join_events_without_a_name() -> None:
    both = [
        told("bombing in Kadesh", named=False, place="Kadesh", begin="2005-03-02") for _ in "ab"
    ]
    (event,) = events(both)
    assert [feature.name for feature in event.merges[0].features][:2] == ["date", "place"]


def test_a_place_inside_the_place_is_no_other_place() -> None:
    first = told("bombing in Lom", named=False, place="Lom", begin="2005-03-02")
    text = Text("z")
    church, town = text.name("Alma Church", Kind.PLACE), text.name("Lom", Kind.PLACE)
    text.say(church, "locatedIn", town)
    said = {"place": church, "begin": "2005-03-02"}
    text.event("bombing in Alma Church", named=False, said=said)
    assert len(events([first, text])) == 1


def test_one_person_is_killed_once() -> None:
    both = [
        told("killing of Lena Hurst", named=False, patient="Lena Hurst", begin=when)
        for when in ("2004-05", "2004")
    ]
    assert len(events(both)) == 1


def test_elections_of_one_year_at_one_place_are_one() -> None:
    both = [told("election in Lom", named=False, place="Lom", begin="1931") for _ in "ab"]
    assert len(events(both)) == 1
    both = [told("raid in Lom", named=False, place="Lom", begin="1931") for _ in "ab"]
    assert len(events(both)) == 2


def test_news_of_one_week_with_one_patient_is_of_one_arrest() -> None:
    texts = []
    for document, day in (("a", "2021-05-05"), ("b", "2021-05-06")):
        text = Text(document, date=day)
        man, town = text.name("Ivan Brod", Kind.PERSON), text.name("Lom", Kind.PLACE)
        text.event("arrest in Lom", named=False, said={"place": town, "patient": man})
        texts.append(text)
    assert len(events(texts)) == 1


def test_the_order_of_the_texts_means_nothing() -> None:
    texts = [
        told("Teslin massacre", begin="1911-05"),
        told("Teslin massacre"),
        told("massacre in Teslin", named=False, place="Teslin", begin="1911-05-03"),
    ]
    assert resolved(texts) == resolved(texts[::-1])


def test_a_wood_beside_the_village_does_not_hide_which_place_a_name_means() -> None:
    named = told("Velm massacre", begin="1950-06")
    text = Text("z")
    text.name("Velm Forest", Kind.PLACE)
    place = text.name("Velm", Kind.PLACE)
    text.event("massacre in Velm", named=False, before="the ", said={"place": place})
    assert len(events([named, text])) == 1
