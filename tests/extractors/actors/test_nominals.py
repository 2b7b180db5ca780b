from collections.abc import Callable
from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.actors.nominals import find_nominals
from extractors.reading import Reading, find_passages
from extractors.reference.links import find_links
from graph.model import Document, Form, Kind, Mention

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
    whole = rows.replace("official", "population").format("NN")
    assert found(read(whole, "Norland=Place")) == [("Norland population", Kind.GROUP)]


def test_only_a_name_tells_which(read: Read) -> None:
    reading = read("the|DET|det|2 Norland|PROPN|compound|2 forces|NOUN|ROOT", "Norland=Place")
    described = [replace(mention, form=Form.NOMINAL) for mention in reading.mentions]
    assert found(reading.with_mentions(described)) == []


@pytest.mark.parametrize(
    ("table", "names"),
    [
        ("the|DET|det|1 forces|NOUN|ROOT", ""),
        ("the|DET|det|2 Berg|PROPN|compound|2 forces|NOUN|ROOT", "Berg=Person"),
        ("the|DET|det|2 Norland|PROPN|compound|2 chairs|NOUN|ROOT", "Norland=Place"),
        ("Norland|PROPN|compound|1 Forces|PROPN|ROOT", "Norland Forces=Organization"),
        ("they|PRON|nsubj|1 forces|VERB|ROOT Norland|PROPN|obj|1", "Norland=Place"),
        ("they|PRON|nsubj|1 forces|VERB|ROOT in|ADP|case|3 Norland|PROPN|obl|1", "Norland=Place"),
        (
            "Norland|PROPN|compound|2 Lake|PROPN|compound|2 Forces|PROPN|ROOT",
            "Norland=Place, Lake Forces=Organization",
        ),
        ("the|DET|det|1 workers|NOUN|ROOT with|ADP|case|3 Doba|PROPN|nmod|1", "Doba=Place"),
    ],
)
def test_other_nouns_and_nouns_without_a_people_or_place_are_none(
    read: Read, table: str, names: str
) -> None:
    assert found(read(table, names)) == []


def linked(read: Read, second: str, names: str = "") -> list[str]:
    """The reasons of the links, where a noun with "Norlands" for Norland follows the forces."""
    reading = read(
        f"Norland|PROPN|compound|1 forces|NOUN|nsubj|2 met|VERB|ROOT {second}",
        "Norland=Place, Norlands=Place" * ("Norlands" in second) + names,
    )
    same = (replace(m, label=m.label.replace("Norlands", "Norland")) for m in reading.mentions)
    return [link.reason for link in find_links(with_nominals(reading.with_mentions(same)))]


def test_two_nouns_of_one_class_and_place_are_linked(read: Read) -> None:
    assert linked(read, "Norlands|PROPN|compound|4 troops|NOUN|obj|2") == [
        "“Norlands troops” and “Norland forces” name the armed-forces of Norland"
    ]


def test_nouns_of_two_classes_are_not_linked(read: Read) -> None:
    assert linked(read, "Norlands|PROPN|compound|4 workers|NOUN|obj|2") == []


ARMY = "Army|PROPN|obj|2 of|ADP|case|5 Norlands|PROPN|nmod|3"


@pytest.mark.parametrize(
    ("second", "names", "count"),
    [
        (ARMY, ", Army of Norlands=Organization", 1),
        ("Norland|PROPN|compound|4 Army|PROPN|obj|2", "Norland=Place, Norland Army=Organization",
         1),
        ("Norland|PROPN|compound|4 troops|NOUN|obj|2", "Norland=Place, Norland troops=Event:Battle",
         0),
    ],
)  # fmt: skip
def test_a_name_may_be_of_the_same_class_and_an_event_is_of_none(
    read: Read, second: str, names: str, count: int
) -> None:
    assert len(linked(read, second, names)) == count


def test_a_name_without_the_noun_in_it_is_of_no_class(read: Read) -> None:
    reading = read("Norland|PROPN|compound|1 Lancers|PROPN|ROOT", "Norland Lancers=Organization")
    told = [replace(mention, head="army") for mention in reading.mentions]
    assert find_links(reading.with_mentions(told)) == []


def test_an_owner_is_no_part_of_a_word(vocab: Vocab) -> None:
    doc = Doc(
        vocab,
        words=["Norland", "'s", "forces"],
        spaces=[False, True, False],
        pos=["PROPN", "PART", "NOUN"],
        deps=["nmod:poss", "case", "ROOT"],
        heads=[2, 0, 2],
        tags=["NNP", "POS", "NNS"],
        lemmas=["norland", "'s", "force"],
    )
    name = Mention("d", 0, 7, 0, "Norland", "Norland", Kind.PLACE, Form.NAME)
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    assert found(reading.with_mentions([name])) == [("Norland's forces", Kind.ORGANIZATION)]


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
