from collections.abc import Callable
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.lang.en import English
from spacy.tokens import Doc, Span
from spacy.vocab import Vocab

from extractors.names.lexicon.matching import LexiconMatcher
from extractors.names.names import find_names
from extractors.names.spans import Candidate, label_of
from graph.model import Kind
from ontology.lexicons import Entry, Lexicon

Names = Callable[..., dict[str, Kind]]
SMALL = {"met", "and", "for", "in", "of", "said", "the", "burned", "at", "slept", "a"}
KNOWN = Lexicon(own=(Entry("x:garsk", "Place", "Garsk"),))


@pytest.fixture
def find(vocab: Vocab) -> Callable[..., list[Candidate]]:
    """Find names in words parted by spaces; ``ents`` is what the reader found: ``Doba=Place``.

    Each entry marks the first place of its words that no other entry holds. ``⏎`` begins a
    paragraph, ``.`` ends a sentence.
    """

    def run(text: str, ents: str = "") -> list[Candidate]:
        doc = make_doc(vocab, text, ents)
        matcher = LexiconMatcher(KNOWN, vocab, lambda label: Doc(vocab, words=label.split()))
        return find_names(doc, matcher)

    return run


@pytest.fixture
def names(vocab: Vocab, find: Callable[..., list[Candidate]]) -> Names:
    """The kinds of all names found, by their label."""

    def run(text: str, ents: str = "") -> dict[str, Kind]:
        doc = make_doc(vocab, text, ents)
        return {label_of(name.span(doc).text): name.kind for name in find(text, ents)}

    return run


def make_doc(vocab: Vocab, text: str, ents: str = "") -> Doc:
    words = ["\n\n" if word == "⏎" else word for word in text.split(" ")]
    spaces = [word != "-" and words[i + 1 : i + 2] != ["-"] for i, word in enumerate(words)]
    ends = {index for index, word in enumerate(words) if word in {".", "\n\n"}}
    doc = Doc(
        vocab,
        words=words,
        spaces=spaces,
        pos=["X" if word in SMALL else "PROPN" for word in words],
        sent_starts=[index == 0 or index - 1 in ends for index in range(len(words))],
    )
    taken: set[int] = set()
    for label, _, kind in (entry.partition("=") for entry in ents.split(", ") if entry):
        parts = ["\n\n" if word == "⏎" else word for word in label.split(" ")]
        start = next(
            i
            for i in range(len(words))
            if words[i : i + len(parts)] == parts and taken.isdisjoint(range(i, i + len(parts)))
        )
        taken |= set(range(start, start + len(parts)))
        doc.ents = [*doc.ents, Span(doc, start, start + len(parts), kind)]
    return doc


def test_of_the_sources_the_longest_span_wins(names: Names) -> None:
    assert names("the Garsk Fishing Council met", "Garsk Fishing=Person") == {
        "Garsk Fishing Council": Kind.ORGANIZATION
    }


def test_of_equal_spans_the_lexicon_wins(names: Names) -> None:
    assert names("in Garsk", "Garsk=Person") == {"Garsk": Kind.PLACE}


def test_one_name_has_one_kind_in_a_document(find: Callable[..., list[Candidate]]) -> None:
    text = "Doba burned . Doba slept . Doba met"
    found = find(text, "Doba=Place, Doba=Person, Doba=Place")
    assert [name.kind for name in found] == [Kind.PLACE] * 3


def test_a_name_found_once_is_found_wherever_it_stands(
    find: Callable[..., list[Candidate]],
) -> None:
    found = find("Old Doba burned . in Old Doba", "Old Doba=Place")
    assert [(name.start, name.origin) for name in found] == [(0, "reader"), (5, "repeated")]


def test_a_surname_is_a_person_after_the_full_name(names: Names) -> None:
    found = names("Ada Bergdal slept . Bergdal met", "Ada Bergdal=Person, Bergdal=Place")
    assert found == {"Ada Bergdal": Kind.PERSON, "Bergdal": Kind.PERSON}


def test_a_surname_that_no_source_saw_is_found(names: Names) -> None:
    assert "Bergdal" in names("Ada Bergdal slept . Bergdal met", "Ada Bergdal=Person")


def test_a_short_surname_tells_nobody_apart(names: Names) -> None:
    assert names("Ada May slept . May burned", "Ada May=Person") == {"Ada May": Kind.PERSON}


@pytest.mark.parametrize("title", ["Mr.", "Senator", "Prof", "Captain"])
def test_a_name_after_a_title_is_a_person_without_the_title(names: Names, title: str) -> None:
    assert names(f"{title} Ada Berg slept") == {"Ada Berg": Kind.PERSON}


def test_a_title_may_follow_another(names: Names) -> None:
    assert names("Deputy Minister Ada Berg slept") == {"Ada Berg": Kind.PERSON}


def test_a_hyphenated_name_is_one_name(names: Names) -> None:
    assert names("Mr. Salim - ur - Qasim slept") == {"Salim-ur-Qasim": Kind.PERSON}


def test_a_shouted_word_in_a_shouted_sentence_is_no_name(names: Names) -> None:
    assert names("REPORT ON FLOOD", "FLOOD=Place") == {}


def test_a_title_in_a_shouted_sentence_begins_no_name(names: Names) -> None:
    assert names("PRESIDENT ADA BERG SLEPT") == {}


def test_a_known_place_is_found_in_a_shouted_sentence(names: Names) -> None:
    assert names("FIRE BURNED IN GARSK") == {"GARSK": Kind.PLACE}


def test_a_name_ends_at_the_end_of_a_heading(names: Names) -> None:
    found = names("Ada Berg ⏎ Doba burned", "Ada Berg ⏎ Doba=Person")
    assert found == {"Ada Berg": Kind.PERSON}


def test_a_bare_head_word_needs_a_longer_name_that_explains_it(names: Names) -> None:
    alone = names("the Institute met", "Institute=Organization")
    explained = names(
        "the Doba Institute met . the Institute slept", "Doba Institute=Place, Institute=Place"
    )
    assert alone == {}
    assert explained["Institute"] is Kind.ORGANIZATION


def test_a_parliament_needs_no_longer_name(names: Names) -> None:
    assert names("the Senate met", "Senate=Organization") == {"Senate": Kind.ORGANIZATION}


def test_an_explained_abbreviation_has_the_kind_of_its_name(names: Names) -> None:
    text = "the Lake Fishing Council ( LFC ) met . LFC slept"
    found = names(text, "LFC=Person")
    assert found["LFC"] is Kind.ORGANIZATION


def test_labels_that_mean_no_kind_are_left_out(names: Names) -> None:
    assert names("in Garth Monday", "Monday=DATE") == {}


@cache
def sentences() -> English:
    """A pipeline that finds nothing but the ends of sentences."""
    nlp = English()
    nlp.add_pipe("sentencizer")
    return nlp


WORDS = st.sampled_from(
    ["Mr.", "Ada", "Berg", "of", "the", "Council", "-", "ur", ".", ",", "and", "(", ")", "AB",
     "villages", "Garsk", "massacre", "“", "”", "\n\n", " ", "’s", "366th", "regiment", "I", "😀",
     "שלום", "Treaty", "mayor", "President", "fire", "Siege", "1992"]
)  # fmt: skip


@given(st.lists(WORDS, max_size=14), st.integers(0, 13), st.sampled_from(["Person", "Event", "X"]))
def test_any_words_give_names_that_stand_in_the_text(words: list[str], at: int, kind: str) -> None:
    nlp = sentences()
    doc = nlp(Doc(nlp.vocab, words=words))
    if at < len(doc):
        doc.ents = [Span(doc, at, min(at + 2, len(doc)), kind)]
    found = find_names(doc, LexiconMatcher(KNOWN, nlp.vocab, nlp.make_doc))
    assert all(0 <= name.start < name.end <= len(doc) for name in found)
    spans = [(name.start, name.end) for name in found]
    assert len(spans) == len(set(spans))


def test_the_reader_knows_a_person_from_a_place_that_is_called_so(names: Names) -> None:
    assert names("Ada Bay slept", "Ada Bay=Person") == {"Ada Bay": Kind.PERSON}
    assert names("the Ada Bay burned", "Ada Bay=Organization") == {"Ada Bay": Kind.PLACE}


def test_two_names_of_the_reader_are_parted_at_and(names: Names) -> None:
    found = names("Union of Norn and Doba met", "Union of Norn=Organization, Doba=Organization")
    assert found == {"Union of Norn": Kind.ORGANIZATION, "Doba": Kind.ORGANIZATION}


def test_a_writer_without_capitals_names_things_too(names: Names) -> None:
    assert names("I slept in doba in march", "doba=Place") == {"doba": Kind.PLACE}
    assert names("I slept in doba in March", "doba=Place") == {}


def test_two_names_of_the_reader_are_parted_at_for(names: Names) -> None:
    found = names(
        "Norn League for the Doba Bears met", "Norn League=Organization, Doba Bears=Organization"
    )
    assert found == {"Norn League": Kind.ORGANIZATION, "Doba Bears": Kind.ORGANIZATION}


def test_the_reader_tells_a_surname_from_the_town_that_is_called_so(
    find: Callable[..., list[Candidate]],
) -> None:
    text = "Ada Garsk slept . Garsk burned . at Garsk"
    found = find(text, "Ada Garsk=Person, Garsk=Person, Garsk=Place")
    assert [name.kind for name in found] == [Kind.PERSON, Kind.PERSON, Kind.PLACE]


def test_a_day_is_no_part_of_a_person(names: Names) -> None:
    text = "President Ada Berg Tuesday met . Li Sun slept"
    found = names(text, "Ada Berg Tuesday=Person, Li Sun=Person")
    assert found == {"Ada Berg": Kind.PERSON, "Li Sun": Kind.PERSON}
