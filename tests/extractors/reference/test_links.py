from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.events.events import find_event_mentions
from extractors.happenings.happenings import find_happenings
from extractors.names.spans import label_of
from extractors.reading import Reading
from extractors.reference.links import find_links
from graph.model import Form, Kind, Mention

Read = Callable[..., Reading]
Write = Callable[..., Reading]
Names = list[tuple[str, Kind]]

PERSON, ORGANIZATION = Kind.PERSON, Kind.ORGANIZATION


def with_names(reading: Reading, names: Names) -> Reading:
    """The reading with these mentions, given in the order of the text."""
    mentions, offset = [], 0
    for text, kind in names:
        start = reading.document.text.index(text, offset)
        offset = start + len(text)
        passage = reading.passage_at(start).index
        event_type = "Disaster" if kind is Kind.EVENT else ""
        mentions.append(
            Mention("d", start, offset, passage, text, label_of(text), kind, Form.NAME,
                    event_type=event_type)
        )  # fmt: skip
    return reading.with_mentions(mentions)


def links(reading: Reading) -> list[tuple[str, str, float]]:
    """What is linked to what, by labels, and how surely; no event noun has a place of its own."""
    labels = {mention.key: mention.label for mention in reading.mentions}
    found = [*find_links(reading), *find_happenings(reading, []).links]
    return [(labels[link.mention], labels[link.antecedent], link.confidence) for link in found]


def told(reading: Reading) -> list[tuple[str, str, float]]:
    events = find_event_mentions(reading)
    return links(reading.with_mentions([*reading.mentions, *events]))


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ada Bergdal slept . Bergdal met", [("Ada Bergdal", PERSON), ("Bergdal", PERSON)]),
        ("Bergdal met . Ada Bergdal slept", [("Bergdal", PERSON), ("Ada Bergdal", PERSON)]),
    ],
)
def test_a_last_name_means_the_person_named_in_full(write: Write, text: str, names: Names) -> None:
    assert links(with_names(write(text, ""), names)) == [("Bergdal", "Ada Bergdal", 0.9)]


LUND, HOLM = ("Ada Lund", PERSON), ("Ada Holm", PERSON)
ADA = ("Ada", PERSON)


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Ada Lund slept . Ada met", [LUND, ADA], [("Ada", "Ada Lund", 0.7)]),
        ("Ada met . Ada Lund slept", [ADA, LUND], []),
        ("Ada Lund met Ada Holm . Ada slept", [LUND, HOLM, ADA], []),
        ("Ada Lund met Ole Ada . Ada slept", [LUND, ("Ole Ada", PERSON), ADA],
         [("Ada", "Ole Ada", 0.9)]),
        ("Ada Lund slept . Queen Ada met", [LUND, ADA], []),
        ("Queen Ada Lund slept . Queen Ada met", [LUND, ADA], [("Ada", "Ada Lund", 0.7)]),
    ],
)  # fmt: skip
def test_a_first_name_means_the_only_one_named_in_full_before(
    write: Write, text: str, names: Names, found: list[tuple[str, str, float]]
) -> None:
    assert links(with_names(write(text, ""), names)) == found


def test_of_two_of_one_last_name_the_one_named_last_is_meant_less_surely(write: Write) -> None:
    reading = write("Ada Bergdal met Ole Bergdal . Bergdal slept", "")
    names = [("Ada Bergdal", PERSON), ("Ole Bergdal", PERSON), ("Bergdal", PERSON)]
    assert links(with_names(reading, names)) == [("Bergdal", "Ole Bergdal", 0.55)]


def test_of_two_of_one_last_name_the_one_told_of_is_meant(write: Write) -> None:
    reading = write("Ada Bergdal was born to Ole Bergdal . Bergdal met Ada Lis Bergdal", "")
    texts = ["Ada Bergdal", "Ole Bergdal", "Bergdal", "Ada Lis Bergdal"]
    names = [(text, PERSON) for text in texts]
    assert links(with_names(reading, names)) == [("Bergdal", "Ada Bergdal", 0.55)]


def test_a_first_name_is_of_one_person_with_and_without_a_middle_name(write: Write) -> None:
    for text, names, found in (
        ("Ada Lund met . Ada slept . Ada Lis Lund", ["Ada Lund", "Ada", "Ada Lis Lund"], ["Ada"]),
        ("Oskar II met . Oskar slept", ["Oskar II", "Oskar"], []),
        ("Minister Lund met . Minister slept", ["Minister Lund", "Minister"], []),
    ):
        reading = with_names(write(text, ""), [(name, PERSON) for name in names])
        assert [name for name, _, _ in links(reading)] == found


ARN_AND_OLE = "Arn Berg met the old and great Ole Berg"
BERGS_TOO = ["Arn Berg", "Ole Berg", "Berg"]
BERGS = ["Anna Berg", "Thomas Berg", "Berg"]


@pytest.mark.parametrize(
    ("text", "names", "found"),
    [
        ("Anna Berg met Thomas Berg . Mrs. Berg slept", BERGS, "Anna Berg"),
        ("Anna Berg met Thomas Berg . Berg slept", BERGS, "Thomas Berg"),
        (f"Minister {ARN_AND_OLE} . Minister Berg", BERGS_TOO, "Arn Berg"),
        (f"Minister {ARN_AND_OLE} . minister met Berg", BERGS_TOO, "Ole Berg"),
        (f"Doba {ARN_AND_OLE} . Doba met Berg", BERGS_TOO, "Ole Berg"),
    ],
)  # fmt: skip
def test_mrs_and_a_post_with_a_capital_tell_which_of_one_last_name_is_meant(
    write: Write, text: str, names: list[str], found: str
) -> None:
    reading = with_names(write(text, ""), [(name, PERSON) for name in names])
    assert links(reading) == [("Berg", found, 0.55)]


def test_a_last_name_of_nobody_is_linked_to_nobody(write: Write) -> None:
    reading = write("Ada Bergdal met Garth", "")
    assert links(with_names(reading, [("Ada Bergdal", PERSON), ("Garth", PERSON)])) == []


def test_an_abbreviation_in_brackets_means_the_name_before_it(write: Write) -> None:
    reading = write("Norland Fjord Watch ( NFW ) met", "")
    names = [("Norland Fjord Watch", ORGANIZATION), ("NFW", ORGANIZATION)]
    assert links(with_names(reading, names)) == [("NFW", "Norland Fjord Watch", 0.95)]


def test_what_stands_in_brackets_is_no_abbreviation_of_another_kind(write: Write) -> None:
    reading = write("Norland Fjord Watch ( NFW ) met", "")
    names = [("Norland Fjord Watch", ORGANIZATION), ("NFW", PERSON)]
    assert links(with_names(reading, names)) == []


@pytest.mark.parametrize(
    ("text", "short"), [("Fjord Watch met FW", "FW"), ("Fjord Watch ( Doba ) met", "Doba")]
)
def test_no_other_name_behind_a_name_is_its_abbreviation(
    write: Write, text: str, short: str
) -> None:
    names = [("Fjord Watch", ORGANIZATION), (short, ORGANIZATION)]
    assert links(with_names(write(text, ""), names)) == []


def nominal(reading: Reading, label: str) -> Reading:
    """The reading in which what has this label is a description and no name."""
    return reading.with_mentions(
        replace(m, form=Form.NOMINAL) if m.label == label else m for m in reading.mentions
    )


def test_only_a_name_is_abbreviated_or_stands_for_a_longer_one(write: Write) -> None:
    watch = with_names(
        write("Fjord Watch ( FW ) met", ""), [("Fjord Watch", ORGANIZATION), ("FW", ORGANIZATION)]
    )
    assert len(find_links(watch)) == 1
    assert find_links(nominal(watch, "Fjord Watch")) == []
    lake = with_names(
        write("Lake Institute met . the Institute slept", ""),
        [("Lake Institute", ORGANIZATION), ("Institute", ORGANIZATION)],
    )
    assert len(find_links(lake)) == 1
    assert find_links(nominal(lake, "Institute")) == []


@pytest.mark.parametrize(
    "names",
    [
        [("Lake Institute", Kind.PLACE), ("Institute", ORGANIZATION)],
        [("Lake Doba", ORGANIZATION), ("Doba", ORGANIZATION)],
    ],
)
def test_only_the_head_word_of_an_organization_means_the_longer_name(
    write: Write, names: Names
) -> None:
    (long, _), (short, _) = names
    assert links(with_names(write(f"{long} met . the {short} slept", ""), names)) == []


def test_a_head_word_alone_means_the_longer_name_before_it(write: Write) -> None:
    reading = write("Doba Institute met Lake Institute . the Institute slept", "")
    names = [(name, ORGANIZATION) for name in ("Doba Institute", "Lake Institute", "Institute")]
    assert links(with_names(reading, names)) == [("Institute", "Lake Institute", 0.75)]


def test_a_word_that_is_not_the_head_does_not_mean_the_longer_name(write: Write) -> None:
    reading = write("The Library of Congress closed . Congress met", "")
    names = [("Library of Congress", ORGANIZATION), ("Congress", ORGANIZATION)]
    assert links(with_names(reading, names)) == []


def test_the_name_of_an_event_may_be_short_for_one_with_more(write: Write) -> None:
    reading = write("Great Fire burned . then Great Fire of Doba", "")
    names = [("Great Fire", Kind.EVENT), ("Great Fire of Doba", Kind.EVENT)]
    assert links(with_names(reading, names)) == [("Great Fire", "Great Fire of Doba", 0.8)]


def test_a_definite_event_noun_takes_up_the_event_before_it(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|1 fire|NOUN|nsubj|2 ended|VERB|ROOT / "
        "The|DET|det|4 disaster|NOUN|nsubj|5 slept|VERB|ROOT",
        "Doba fire=Event:Disaster",
    )
    assert told(reading) == [("disaster", "Doba fire", 0.78)]


@pytest.mark.parametrize(
    "noun",
    ["A|DET|det|4 disaster|NOUN|nsubj|5", "The|DET|det|4 election|NOUN|nsubj|5",
     "The|DET|det|4 disasters|NOUN|nsubj|5|NNS"],
)  # fmt: skip
def test_another_noun_takes_up_nothing(read: Read, noun: str) -> None:
    reading = read(
        f"Doba|PROPN|compound|1 fire|NOUN|nsubj|2 ended|VERB|ROOT / {noun} slept|VERB|ROOT",
        "Doba fire=Event:Disaster",
    )
    assert told(reading) == []


def test_of_several_events_the_nearest_that_fits_is_taken_up(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|1 fire|NOUN|ROOT / Garsk|PROPN|compound|3 flood|NOUN|ROOT "
        "Doba|PROPN|compound|5 vote|NOUN|conj|3 / The|DET|det|7 disaster|NOUN|ROOT",
        "Doba fire=Event:Disaster, Garsk flood=Event:Disaster, vote=Event:Election",
    )
    assert [antecedent for _, antecedent, _ in told(reading)] == ["Garsk flood"]


def test_of_two_events_in_one_sentence_neither_is_taken_up(read: Read) -> None:
    reading = read(
        "Doba|PROPN|compound|1 fire|NOUN|ROOT Garsk|PROPN|compound|3 flood|NOUN|conj|1 "
        "/ The|DET|det|5 disaster|NOUN|ROOT",
        "Doba fire=Event:Disaster, Garsk flood=Event:Disaster",
    )
    assert told(reading) == []


def test_a_vague_noun_before_of_and_an_event_names_that_event(read: Read) -> None:
    reading = read(
        "the|DET|det|1 event|NOUN|ROOT of|ADP|case|5 the|DET|det|5 Doba|PROPN|compound|5 "
        "disaster|NOUN|nmod|1",
        "Doba disaster=Event:Disaster",
    )
    assert told(reading) == [("event", "Doba disaster", 0.9)]


def test_a_mention_has_one_link_at_most(write: Write) -> None:
    reading = write("Ada Lee met . Lee slept . Lee met", "")
    names = [("Ada Lee", PERSON), ("Lee", PERSON), ("Lee", PERSON)]
    found = find_links(with_names(reading, names))
    assert len({link.mention for link in found}) == len(found) == 2


def test_a_title_chooses_among_people_of_one_last_name(read: Read) -> None:
    reading = read(
        "Minister|PROPN|compound|1 Arn|PROPN|nsubj|3 Berg|PROPN|flat|1 met|VERB|ROOT "
        "Admiral|PROPN|compound|5 Ole|PROPN|obj|3 Dal|PROPN|flat|5 "
        "Minister|PROPN|compound|8 Berg|PROPN|nsubj|9 spoke|VERB|ROOT",
        "Arn Berg=Person, Ole Dal=Person",
    )
    admiral = next(m for m in reading.mentions if m.label == "Ole Dal")
    end = reading.doc[8].idx + len("Berg")
    last = replace(admiral, start=reading.doc[8].idx, end=end, label="Berg")
    full = [replace(m, label="Ole Berg") if m is admiral else m for m in reading.mentions]
    links = find_links(reading.with_mentions([*full, last]))
    assert [link.reason for link in links] == [
        "“Berg” is the last name of Arn Berg in the same document"
    ]
