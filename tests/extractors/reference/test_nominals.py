from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc

from extractors.reading import Reading, find_passages
from extractors.reference.links import find_links
from extractors.reference.nominals import find_nominals
from graph.model import Document, Kind

Read = Callable[..., Reading]


def with_nominals(reading: Reading) -> Reading:
    return reading.with_mentions([*reading.mentions, *find_nominals(reading)])


def found(reading: Reading) -> list[tuple[str, Kind]]:
    return [(mention.text, mention.kind) for mention in find_nominals(reading)]


def test_a_noun_with_a_place_before_it_is_a_mention(read: Read) -> None:
    reading = read("the|DET|det|2 Norland|PROPN|compound|2 forces|NOUN|ROOT", "Norland=Place")
    assert found(reading) == [("Norland forces", Kind.ORGANIZATION)]


def test_a_noun_with_a_place_after_it_is_a_mention_up_to_the_place(read: Read) -> None:
    reading = read("the|DET|det|1 workers|NOUN|ROOT of|ADP|case|3 Doba|PROPN|nmod|1", "Doba=Place")
    assert found(reading) == [("workers of Doba", Kind.GROUP)]


def test_several_of_a_country_are_a_group_and_one_is_none(read: Read) -> None:
    rows = "the|DET|det|2 Norland|PROPN|compound|2 official|NOUN|ROOT||{}"
    assert found(read(rows.format("NNS"), "Norland=Place")) == [("Norland official", Kind.GROUP)]
    assert found(read(rows.format("NN"), "Norland=Place")) == []


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("the|DET|det|1 forces|NOUN|ROOT", ""),
        ("the|DET|det|2 Berg|PROPN|compound|2 forces|NOUN|ROOT", "Berg=Person"),
        ("the|DET|det|2 Norland|PROPN|compound|2 chairs|NOUN|ROOT", "Norland=Place"),
        ("Norland|PROPN|compound|1 Forces|PROPN|ROOT", "Norland Forces=Organization"),
        ("they|PRON|nsubj|1 forces|VERB|ROOT Norland|PROPN|obj|1", "Norland=Place"),
    ],
)
def test_other_nouns_and_nouns_without_a_people_or_place_are_none(
    read: Read, table: str, names: str
) -> None:
    assert found(read(table, names)) == []


def linked(read: Read, second: str) -> list[str]:
    """The reasons of the links, where a noun with "Norlands" for Norland follows the forces."""
    reading = read(
        f"Norland|PROPN|compound|1 forces|NOUN|nsubj|2 met|VERB|ROOT {second}",
        "Norland=Place, Norlands=Place",
    )
    same = (replace(m, label="Norland") for m in reading.mentions)
    return [link.reason for link in find_links(with_nominals(reading.with_mentions(same)))]


def test_two_nouns_of_one_class_and_place_are_linked(read: Read) -> None:
    assert linked(read, "Norlands|PROPN|compound|4 troops|NOUN|obj|2") == [
        "“Norlands troops” and “Norland forces” name the armed-forces of Norland"
    ]


def test_nouns_of_two_classes_are_not_linked(read: Read) -> None:
    assert linked(read, "Norlands|PROPN|compound|4 workers|NOUN|obj|2") == []


def test_a_people_that_is_only_part_of_a_word_tells_nothing(read: Read) -> None:
    reading = read("Norland|PROPN|compound|3 -|PUNCT|punct|3 born|VERB|amod|3 workers|NOUN|ROOT",
                   "Norland=Place")  # fmt: skip
    joined = Doc(
        reading.doc.vocab,
        words=["Norland", "-", "born", "workers"],
        spaces=[False, False, True, False],
        pos=["PROPN", "PUNCT", "VERB", "NOUN"],
        deps=["compound", "punct", "amod", "ROOT"],
        heads=[3, 3, 3, 3],
        lemmas=["norland", "-", "born", "worker"],
    )
    document = Document("d", joined.text, "test")
    whole = Reading(document, joined, find_passages(joined)).with_mentions(reading.mentions)
    assert found(reading) == [("Norland - born workers", Kind.GROUP)]
    assert found(whole) == []
