from collections.abc import Callable, Collection
from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.actors.standing import (
    ACTING,
    DEEDS,
    PARTS,
    WORDS,
    Step,
    actor_at,
    doer_at,
    is_whose,
    stands_for,
)
from extractors.reading import Reading, find_passages
from extractors.tree import functions
from graph.model import Document, Form, Kind, Mention

Read = Callable[..., Reading]

SPOKESMAN = (
    "spokesman|NOUN|nsubj|5|NN for|ADP|case|4|IN the|DET|det|4|DT Red|PROPN|compound|4|NNP "
    "Front|PROPN|nmod|0|NNP spoke|VERB|ROOT"
)
SOLDIERS = (
    "soldier|NOUN|nsubj|5|NNS of|ADP|case|4|IN the|DET|det|4|DT Red|PROPN|compound|4|NNP "
    "Front|PROPN|nmod|0|NNP fired|VERB|ROOT"
)


def _shifted(table: str) -> str:
    """The rows with heads that count one more word before them."""
    rows = [row.split("|") for row in table.split()]
    for row in rows:
        row[3:4] = [str(int(head) + 1) for head in row[3:4]]
    return " ".join(map("|".join, rows))


def who(reading: Reading, word: int, through: Collection[Step]) -> str | None:
    found = stands_for(reading, reading.doc[word], ACTING, through=through)
    return found.label if found else None


def test_a_spokesman_speaks_for_a_body_and_does_nothing_for_it(read: Read) -> None:
    reading = read(SPOKESMAN, "Red Front=Organization")
    assert who(reading, 0, WORDS) == "Red Front"
    assert who(reading, 0, DEEDS) == who(reading, 0, PARTS) is None


def test_a_body_acts_through_its_soldiers_who_suffer_themselves(read: Read) -> None:
    reading = read(SOLDIERS, "Red Front=Organization")
    assert who(reading, 0, DEEDS) == "Red Front"
    assert who(reading, 0, PARTS) == "soldier of the Red Front"
    one = read(
        "a|DET|det|1|DT " + _shifted(SOLDIERS).replace("|NNS", "|NN"), "Red Front=Organization"
    )
    assert who(one, 1, DEEDS) == "soldier of the Red Front"


@pytest.mark.parametrize(
    ("name", "kind", "acts"),
    [("Norland", "Place", True), ("Lake", "Place", False), ("Berg", "Person", True)],
)
def test_a_state_acts_and_a_lake_does_not(read: Read, name: str, kind: str, *, acts: bool) -> None:
    reading = read(f"{name}|PROPN|nsubj|1|NNP spoke|VERB|ROOT", f"{name}={kind}")
    assert (doer_at(reading, reading.doc[0]) is not None) == acts


def test_a_state_undergoes_nothing_as_an_actor(read: Read) -> None:
    reading = read("they|PRON|nsubj|1 attacked|VERB|ROOT Norland|PROPN|obj|1", "Norland=Place")
    assert actor_at(reading, reading.doc[2]) is None


def test_an_adjective_of_a_people_that_no_lexicon_knows_is_nobody(read: Read) -> None:
    reading = read("Norlandic|ADJ|amod|1|JJ raid|NOUN|ROOT", "Norlandic=Group")
    assert actor_at(reading, reading.doc[0]) is None
    noun = read("Norlanders|PROPN|nsubj|1|NNPS raided|VERB|ROOT", "Norlanders=Group")
    assert actor_at(noun, noun.doc[0]) is not None


@pytest.mark.parametrize(
    ("name", "kind", "whose"),
    [("UN", "Organization", False), ("UK", "Place", True), ("Lissa", "Place", False)],
)
def test_the_short_name_of_a_country_before_a_noun_tells_whose_it_is(
    read: Read, name: str, kind: str, *, whose: bool
) -> None:
    reading = read(f"{name}|PROPN|compound|1|NNP raid|NOUN|ROOT", f"{name}={kind}")
    assert is_whose(reading, reading.doc[0]) == whose


def test_the_people_whom_a_measure_counts_act(read: Read) -> None:
    reading = read("dozen|NOUN|nsubj|3|NNS of|ADP|case|2|IN miner|NOUN|nmod|0|NNS slept|VERB|ROOT")
    assert who(reading, 0, PARTS) == "miner"


def test_soldiers_after_a_place_that_opens_the_sentence_are_not_those_of_the_place(
    read: Read,
) -> None:
    reading = read(
        "In|ADP|mark|3|IN Lissa|PROPN|compound|2|NNP soldier|NOUN|nsubj|3|NNS fired|VERB|ROOT",
        "Lissa=Organization",
    )
    assert who(reading, 2, DEEDS) == "soldier"


def test_the_town_that_speaks_is_the_one_named_before(read: Read) -> None:
    reading = read(
        "Rain|NOUN|nsubj|1|NN reached|VERB|ROOT Lissa|PROPN|obj|1|NNP / "
        "The|DET|det|4|DT town|NOUN|nsubj|5|NN spoke|VERB|ROOT",
        "Lissa=Place",
    )
    assert who(reading, 4, WORDS) == "Lissa"
    assert actor_at(reading, reading.doc[4]) is None


def test_that_before_a_subject_is_no_preposition(read: Read) -> None:
    reading = read(
        "that|SCONJ|mark|3|IN Lissa|PROPN|compound|2|NNP soldier|NOUN|nsubj|3|NNS fired|VERB|ROOT"
    )
    assert who(reading, 2, DEEDS) == "Lissa soldier"


@pytest.mark.parametrize(
    ("noun", "tag", "speaker"),
    [("report", "NNS", None), ("report", "NN", "Norland"), ("statement", "NN", "Norland")],
)
def test_reports_from_a_country_are_no_words_of_it(
    read: Read, noun: str, tag: str, speaker: str | None
) -> None:
    table = f"{noun}|NOUN|nsubj|3|{tag} from|ADP|case|2|IN Norland|PROPN|nmod|0|NNP say|VERB|ROOT"
    assert who(read(table, "Norland=Place"), 0, WORDS) == speaker


def test_a_prefix_makes_another_thing_of_a_place(vocab: Vocab) -> None:
    words = ["the", "pro", "-", "Doba", "party"]
    doc = Doc(
        vocab,
        words=words,
        spaces=[True, False, False, True, False],
        pos=["DET", "ADJ", "PUNCT", "PROPN", "NOUN"],
        deps=["det", "amod", "punct", "compound", "ROOT"],
        heads=[4, 3, 3, 4, 4],
    )
    assert functions.is_turned(doc[3])
    assert not functions.is_turned(doc[4])


@pytest.mark.parametrize(
    ("word", "kind", "whose"),
    [
        ("Lom|PROPN", "Place", False),
        ("OSLO|PROPN", "Place", False),
        ("Norlandic|ADJ", "Group", True),
        ("Norlander|NOUN", "Group", False),
        ("Doba|ADJ", "Place", False),
        ("harbour|NOUN", "", False),
    ],
)
def test_an_adjective_of_a_people_before_a_noun_tells_whose_it_is(
    read: Read, word: str, kind: str, *, whose: bool
) -> None:
    names = f"{word.split('|', maxsplit=1)[0]}={kind}" if kind else ""
    reading = read(f"{word}|amod|1 raid|NOUN|ROOT", names)
    assert is_whose(reading, reading.doc[0]) == whose


def test_a_described_people_before_a_noun_tells_nothing(read: Read) -> None:
    reading = read("Norlandic|ADJ|amod|1|JJ raid|NOUN|ROOT", "Norlandic=Group")
    described = [replace(mention, form=Form.NOMINAL) for mention in reading.mentions]
    assert not is_whose(reading.with_mentions(described), reading.doc[0])


@pytest.mark.parametrize(
    ("words", "spaced", "led"),
    [
        (["Norland", "-", "led", "forces"], False, True),
        (["Norland", "-", "led", "forces"], True, False),
        (["Norland", "-", "born", "forces"], False, False),
        (["Norland", "/", "led", "forces"], False, False),
    ],
)
def test_only_a_hyphen_and_led_tell_who_leads(
    vocab: Vocab, words: list[str], *, spaced: bool, led: bool
) -> None:
    doc = Doc(
        vocab,
        words=words,
        spaces=[False, spaced, True, False],
        pos=["PROPN", "PUNCT", "VERB", "NOUN"],
        tags=["NNP", "HYPH", "VBN", "NNS"],
        lemmas=["norland", "-", "lead", "force"],
        deps=["dep", "punct", "amod", "ROOT"],
        heads=[2, 2, 3, 3],
    )
    name = Mention("d", 0, 7, 0, "Norland", "Norland", Kind.PLACE, Form.NAME)
    reading = Reading(Document("d", doc.text, "test"), doc, find_passages(doc))
    assert (doer_at(reading.with_mentions([name]), doc[3]) is not None) == led
