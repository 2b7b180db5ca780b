from collections.abc import Sequence

from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.names.listed import find_listed_people


def find(vocab: Vocab, text: str, people: Sequence[int]) -> list[str]:
    words = text.replace("\n", " \n ").split(" ")
    doc = Doc(vocab, words=words)
    doc.ents = [Span(doc, index, index + 1, label="Person") for index in people]
    return [found.label for found in find_listed_people(doc)]


def test_names_that_are_turned_round_in_a_list_are_people(vocab: Vocab) -> None:
    text = "Berg , Ada , baker\nLund , Jon Olaf ( b. 1934 )\nHof , Lena"
    assert find(vocab, text, [0, 6, 15]) == ["Ada Berg", "Jon Olaf Lund", "Lena Hof"]


def test_one_line_is_no_list(vocab: Vocab) -> None:
    assert find(vocab, "Berg , Ada , baker", [0]) == []


def test_towns_and_their_countries_are_no_people(vocab: Vocab) -> None:
    assert find(vocab, "Doba , Norland\nLindvik , Norland", []) == []


def test_a_sentence_that_begins_with_a_name_and_a_comma_is_no_list(vocab: Vocab) -> None:
    assert find(vocab, "Berg , Ada said , left\nLund , Jon said , left", [0, 8]) == []
