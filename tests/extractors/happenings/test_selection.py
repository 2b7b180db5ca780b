from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.arguments.relations import find_commemorations, find_participations
from extractors.arguments.times import find_event_times
from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import Happenings
from extractors.happenings.selection import select_events
from extractors.reading import Reading
from graph.model import Concept, Evidence, Kind, Link, Mention, Statement

Read = Callable[..., Reading]


def told(reading: Reading) -> tuple[Reading, list[Statement]]:
    """The reading with its events, and what is said of them."""
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    finders = (find_participations, find_event_times, find_commemorations)
    return full, [statement for find in finders for statement in find(full)]


def selected(
    reading: Reading, statements: list[Statement], *links: Link
) -> tuple[list[Mention], list[Statement], list[Link]]:
    """What is selected where these links make happenings."""
    happenings = Happenings(reading, statements)
    events = {m.key for m in reading.mentions if m.kind is Kind.EVENT}
    for link in links:
        if {link.mention, link.antecedent} <= events:
            happenings.join(link, strictly=False)
    return select_events(reading, statements, happenings, list(links))


def kept(reading: Reading) -> list[str]:
    """The labels of the events that stay."""
    mentions, _, _ = selected(*told(reading))
    return [mention.label for mention in mentions if mention.kind is Kind.EVENT]


@pytest.mark.parametrize(
    ("table", "names", "labels"),
    [
        ("a|DET|det|1 raid|NOUN|ROOT on|ADP|case|3 Doba|PROPN|nmod|1", "Doba=Place",
         ["raid on Doba"]),
        ("an|DET|det|1 explosion|NOUN|ROOT in|ADP|case|3 Doba|PROPN|nmod|1", "Doba=Place",
         ["explosion in Doba"]),
        ("They|PRON|nsubj|1 occupied|VERB|ROOT Doba|PROPN|obj|1", "Doba=Place",
         ["occupation of Doba"]),
        ("Berg|PROPN|nsubj|1 meet|VERB|ROOT", "Berg=Person", ["meeting of Berg"]),
        ("They|PRON|nsubj|1 meet|VERB|ROOT", "", []),
        ("the|DET|det|1 vigil|NOUN|ROOT in|ADP|case|3 Doba|PROPN|nmod|1", "Doba=Place",
         ["vigil in Doba"]),
        ("a|DET|det|2 gas|NOUN|compound|2 leak|NOUN|ROOT in|ADP|case|4 1982|NUM|nmod|2", "",
         ["gas leak in 1982"]),
        ("an|DET|det|1 event|NOUN|ROOT in|ADP|case|3 1982|NUM|nmod|1", "", []),
        ("They|PRON|nsubj|1 meet|VERB|ROOT in|ADP|case|3 1982|NUM|obl|1", "", ["meeting in 1982"]),
    ],
)  # fmt: skip
def test_an_event_stays_under_a_label_where_enough_is_said_of_it(
    read: Read, table: str, names: str, labels: list[str]
) -> None:
    assert kept(read(table, names)) == labels


def test_an_event_with_a_name_always_stays(read: Read) -> None:
    assert kept(read("Doba|PROPN|compound|1 fire|NOUN|ROOT", "Doba fire=Event:Disaster")) == [
        "Doba fire"
    ]


def test_an_event_that_takes_up_one_that_stays_stays_too(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|1 fire|NOUN|ROOT / the|DET|det|3 disaster|NOUN|ROOT",
        "Doba fire=Event:Disaster",
    )
    full, statements = told(reading)
    named, noun = full.mentions
    link = Link(noun.key, named.key, "test")
    mentions, _, links = selected(full, statements, link)
    assert [mention.key for mention in mentions] == [named.key, noun.key]
    assert links == [link]


def test_what_is_said_of_a_dropped_event_goes_with_it(read: Read) -> None:
    full, _ = told(read("Berg|PROPN|nsubj|1 slept|VERB|ROOT a|DET|det|3 raid|NOUN|obl|1",
                        "Berg=Person"))  # fmt: skip
    person, event = (mention.key for mention in full.mentions)
    evidence = Evidence(0, 0, 4, "test")
    statements = [Statement(event, "characterizedAs", Concept("Atrocity"), evidence)]
    link = Link(person, event, "test")
    mentions, said, links = selected(full, statements, link)
    assert [mention.label for mention in mentions] == ["Berg"]
    assert (said, links) == ([], [])


def test_a_statement_about_a_dropped_event_goes_too(read: Read) -> None:
    full, (said,) = told(read("Berg|PROPN|nsubj|1 meet|VERB|ROOT", "Berg=Person"))
    person = full.mentions[0].key
    about = replace(said, subject=person, object=said.subject, predicate="condemns")
    assert selected(full, [about])[1] == []
    assert selected(full, [said, about])[1] == [said, about]


def test_a_treaty_names_its_signing(read: Read) -> None:
    reading = read(
        "Berg|PROPN|nsubj|1 sign|VERB|ROOT Doba|PROPN|compound|3 Pact|PROPN|obj|1",
        "Berg=Person, Doba Pact=Work",
    )
    assert kept(reading) == ["signing of Doba Pact"]


def test_the_label_of_an_anniversary_shouts_only_where_the_text_always_does(read: Read) -> None:
    reading = read(
        "anniversary|NOUN|ROOT of|ADP|case|3 DOBA|PROPN|compound|3 FIRE|PROPN|nmod|0 "
        "/ Doba|PROPN|compound|5 fire|NOUN|ROOT",
        "DOBA FIRE=Event:Disaster, Doba fire=Event:Disaster",
    )
    assert "anniversary of Doba fire" in kept(reading)
