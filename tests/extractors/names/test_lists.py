import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.lists import agree_in_lists
from extractors.names.spans import Candidate
from graph.model import Kind


def kinds(vocab: Vocab, text: str, *names: tuple[int, Kind, str]) -> dict[str, Kind]:
    """The kinds of one-word names, given by index, kind and origin."""
    words = text.split(" ")
    doc = Doc(vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])
    given = [Candidate(index, index + 1, kind, origin) for index, kind, origin in names]
    return {name.span(doc).text: name.kind for name in agree_in_lists(doc, given)}


def test_a_list_after_villages_of_names_places_whether_known_or_not(vocab: Vocab) -> None:
    text = "the villages of Doba , Old Lindvik and Garsk burned"
    found = kinds(vocab, text, (3, Kind.PERSON, "reader"))
    assert found == {"Doba": Kind.PLACE, "Old Lindvik": Kind.PLACE, "Garsk": Kind.PLACE}


@pytest.mark.parametrize("lead", ["towns such as", "cities , including"])
def test_a_list_may_follow_its_noun_at_a_distance(vocab: Vocab, lead: str) -> None:
    assert kinds(vocab, f"{lead} Doba") == {"Doba": Kind.PLACE}


def test_a_list_ends_at_the_first_other_word(vocab: Vocab) -> None:
    assert kinds(vocab, "the villages of Doba where Berg slept") == {"Doba": Kind.PLACE}


def test_the_reader_yields_to_most_of_a_list_of_three(vocab: Vocab) -> None:
    found = kinds(
        vocab,
        "Doba , Garsk and Lindvik",
        (0, Kind.PLACE, "reader"),
        (2, Kind.PERSON, "reader"),
        (4, Kind.PLACE, "reader"),
    )
    assert set(found.values()) == {Kind.PLACE}


def test_what_a_lexicon_knows_does_not_yield_to_a_list(vocab: Vocab) -> None:
    found = kinds(
        vocab,
        "Doba , Garsk and Lindvik",
        (0, Kind.PLACE, "reader"),
        (2, Kind.GROUP, "lexicon"),
        (4, Kind.PLACE, "reader"),
    )
    assert found["Garsk"] is Kind.GROUP


def test_two_names_or_a_draw_change_nothing(vocab: Vocab) -> None:
    pair = kinds(vocab, "Doba and Garsk", (0, Kind.PLACE, "reader"), (2, Kind.PERSON, "reader"))
    assert pair == {"Doba": Kind.PLACE, "Garsk": Kind.PERSON}


def test_names_with_words_between_them_are_no_list(vocab: Vocab) -> None:
    found = kinds(
        vocab,
        "Doba , Garsk then Lindvik",
        (0, Kind.PLACE, "reader"),
        (2, Kind.PLACE, "reader"),
        (4, Kind.PERSON, "reader"),
    )
    assert found["Lindvik"] is Kind.PERSON


def test_a_state_before_a_post_leads_no_list_of_places(vocab: Vocab) -> None:
    text = "United States President Ada"
    assert kinds(vocab, text, (3, Kind.PERSON, "reader")) == {"Ada": Kind.PERSON}


def test_a_noun_for_places_tells_more_than_a_list(vocab: Vocab) -> None:
    found = kinds(
        vocab,
        "for the province of Garsk , Ada , Berg",
        (4, Kind.PLACE, "reader"),
        (6, Kind.PERSON, "reader"),
        (8, Kind.PERSON, "reader"),
    )
    assert found["Garsk"] is Kind.PLACE
