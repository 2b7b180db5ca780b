import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.phrases import find_head_phrases

SMALL = {"of": "ADP", "for": "ADP", "and": "CCONJ", "the": "DET", "The": "DET", "met": "VERB"}


def phrases(vocab: Vocab, text: str) -> list[tuple[str, str]]:
    words = text.split(" ")
    doc = Doc(
        vocab,
        words=words,
        pos=[SMALL.get(word, "PROPN" if word[0].isupper() else "NOUN") for word in words],
        sent_starts=[index == 0 for index in range(len(words))],
    )
    return [(found.span(doc).text, str(found.kind)) for found in find_head_phrases(doc)]


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("the Foreign Trade Committee met", "Foreign Trade Committee", "Organization"),
        ("the Bank Council for Trade met", "Bank Council for Trade", "Organization"),
        ("guests of the Treaty of Arvik met", "Treaty of Arvik", "Work"),
        ("the Arvik River met", "Arvik River", "Place"),
        ("the 12th Arvik Brigade met", "12th Arvik Brigade", "Organization"),
        ("the 366th Rifle regiment met", "366th Rifle regiment", "Organization"),
    ],
)
def test_a_head_word_tells_the_kind_of_the_phrase(
    vocab: Vocab, text: str, name: str, kind: str
) -> None:
    assert phrases(vocab, text) == [(name, kind)]


def test_two_phrases_with_a_head_each_are_parted_at_and(vocab: Vocab) -> None:
    assert phrases(vocab, "the Arvik Assembly and the Arvik Council met") == [
        ("Arvik Assembly", "Organization"),
        ("Arvik Council", "Organization"),
    ]


def test_an_and_inside_one_name_parts_nothing(vocab: Vocab) -> None:
    assert phrases(vocab, "the Ministry of Trade and Industry met") == [
        ("Ministry of Trade and Industry", "Organization")
    ]


def test_a_committee_is_parted_from_the_council_that_it_belongs_to(vocab: Vocab) -> None:
    assert phrases(vocab, "the Trade Committee of the Arvik Council met") == [
        ("Trade Committee", "Organization"),
        ("Arvik Council", "Organization"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "the committee of trade met",
        "the Committee met",
        "THE ARVIK TRADE COMMITTEE MET",
        "Ada Berg met Ole Dahl",
    ],
)
def test_without_capitals_that_mean_something_or_a_head_word_there_is_no_phrase(
    vocab: Vocab, text: str
) -> None:
    assert phrases(vocab, text) == []


def test_a_role_begins_no_phrase(vocab: Vocab) -> None:
    assert phrases(vocab, "President Arvik Institute") == [("Arvik Institute", "Organization")]
