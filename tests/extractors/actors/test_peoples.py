from collections.abc import Callable
from dataclasses import replace

import pytest

from extractors.actors.peoples import acting_for
from extractors.reading import Reading
from graph.model import Form, Mention

Read = Callable[..., Reading]

RAID = "Norlandic|{pos}|amod|1|{tag} raid|NOUN|nsubj|2|NN reached|VERB|ROOT Volta|PROPN|obj|2|NNP"
ADJECTIVE = RAID.format(pos="ADJ", tag="JJ")


def acting(reading: Reading, people: Mention, place: str = "Volta") -> str | None:
    """Who acts where the people is named, if the place in the text has this label."""
    volta = replace(reading.mentions[1], label=place)
    found = acting_for(reading.with_mentions([people, volta]), reading.doc[0], people)
    return found.label if found is not None else None


@pytest.mark.parametrize(
    ("label", "place", "who"),
    [
        ("Norlandic", "Norlandic", "Norlandic"),
        ("Norlanders", "Norlandic", "Norlandic"),
        ("Norlanders", "Norlanders", "Norlanders"),
        ("Norlanders", "Volta", None),
    ],
)
def test_an_adjective_of_a_people_is_the_country_of_that_name(
    read: Read, label: str, place: str, who: str | None
) -> None:
    reading = read(ADJECTIVE, "Norlandic=Group, Volta=Place")
    assert acting(reading, replace(reading.mentions[0], label=label), place) == who


def test_a_people_that_the_lexicon_knows_acts_where_no_country_is_named(read: Read) -> None:
    reading = read(ADJECTIVE, "Norlandic=Group, Volta=Place")
    known = replace(reading.mentions[0], identifier="https://example.org/norlanders")
    assert acting(reading, known) == "Norlandic"


@pytest.mark.parametrize(
    ("pos", "tag", "who"), [("ADJ", "NN", None), ("PROPN", "JJ", None), ("PROPN", "NNP", "people")]
)
def test_an_adjective_is_told_by_either_tag(
    read: Read, pos: str, tag: str, who: str | None
) -> None:
    reading = read(RAID.format(pos=pos, tag=tag), "Norlandic=Group, Volta=Place")
    assert acting(reading, replace(reading.mentions[0], label="people")) == who


def test_bodies_and_descriptions_act_themselves(read: Read) -> None:
    body = read(ADJECTIVE, "Norlandic=Organization, Volta=Place")
    assert acting(body, body.mentions[0]) == "Norlandic"
    people = read(ADJECTIVE, "Norlandic=Group, Volta=Place").mentions[0]
    assert acting(body, replace(people, form=Form.NOMINAL)) == "Norlandic"
