import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.spans import (
    Candidate,
    is_heading,
    is_shouting,
    joined_end,
    label_of,
    longest,
    occurrences,
    trimmed,
)
from graph.model import Kind


def doc_of(vocab: Vocab, text: str) -> Doc:
    """Words parted by spaces; ``⏎`` is a line break."""
    return Doc(vocab, words=[word.replace("⏎", "\n") for word in text.split(" ")])


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("the Fjord\n  Watch", "Fjord Watch"),
        ("Norland's", "Norland"),
        ("Norland`s", "Norland"),
        ("“Norland”,", "Norland"),
        ("U.S.", "U.S."),
        ("U.S.'s", "U.S."),
        ("Norland.", "Norland"),
        ("Fjord Watch (FW)", "Fjord Watch (FW)"),
        ("Fjord Watch (", "Fjord Watch"),
        ("Theatre of Norland", "Theatre of Norland"),
        ("The Hague", "Hague"),
        ("...", ""),
    ],
)
def test_a_label_is_the_name_without_what_surrounds_it(text: str, label: str) -> None:
    assert label_of(text) == label


@given(st.text(alphabet="Ab'’.,()- \n", max_size=20))
def test_a_label_stands_on_one_line_without_spaces_around_it(text: str) -> None:
    label = label_of(text)
    assert label == label.strip()
    assert "\n" not in label


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("the Dr. Ada Berg 's", "Ada Berg"),
        ("President Ada Berg ,", "Ada Berg"),
        ("Ada Berg ⏎ Mayor", "Ada Berg"),
        ("Bank of", "Bank"),
        ("Ada Berg von", "Ada Berg"),
        ("of the Harbour List", "Harbour List"),
        ("Berg v.", "Berg"),
        ("366th Rifles", "366th Rifles"),
    ],
)
def test_titles_marks_and_endings_are_no_part_of_a_name(vocab: Vocab, text: str, name: str) -> None:
    kept = trimmed(doc_of(vocab, text)[:], person=True)
    assert kept is not None
    assert kept.text == name


@pytest.mark.parametrize("text", ["the", "Monday", "A", "president", ", .", "1992"])
def test_what_names_nothing_leaves_no_span(vocab: Vocab, text: str) -> None:
    assert trimmed(doc_of(vocab, text)[:]) is None


def test_a_name_goes_on_through_hyphens_and_a_small_word(vocab: Vocab) -> None:
    words = ["Attiq", "-", "ur", "-", "Rahim", "slept"]
    close = Doc(vocab, words=words, spaces=[False, False, False, False, True, False])
    assert joined_end(close, 1) == 5
    assert joined_end(Doc(vocab, words=words), 1) == 1


@pytest.mark.parametrize(
    ("text", "shouting"),
    [
        ("REPORT ON THE FLOOD", True),
        ("The UN met NATO", False),
        ("ADA BERG", False),
        ("Report on the flood", False),
    ],
)
def test_capitals_shout_only_where_most_of_several_words_have_them(
    vocab: Vocab, text: str, shouting: bool
) -> None:
    assert is_shouting(doc_of(vocab, text)[:]) is shouting


@pytest.mark.parametrize(
    ("text", "heading"),
    [
        ("Report on the Great Flood", True),
        ("Report on the Great Flood .", False),
        ("Report on the great flood of spring", False),
        ("Ada Berg", False),
    ],
)
def test_a_heading_has_capitals_and_no_final_stop(vocab: Vocab, text: str, heading: bool) -> None:
    assert is_heading(doc_of(vocab, text)[:]) is heading


candidates = st.builds(
    lambda start, length, kind, rank: Candidate(start, start + length, kind, "test", rank=rank),
    st.integers(0, 20),
    st.integers(1, 6),
    st.sampled_from(Kind),
    st.integers(0, 2),
)


@given(st.lists(candidates))
def test_of_overlapping_candidates_one_stays_and_none_is_lost_to_nothing(
    found: list[Candidate],
) -> None:
    kept = longest(found)
    taken = [index for c in kept for index in range(c.start, c.end)]
    assert len(taken) == len(set(taken))
    assert kept == sorted(kept, key=lambda c: c.start)
    for lost in found:
        assert any(c.start < lost.end and lost.start < c.end for c in kept)


def test_the_longest_wins_then_the_one_of_higher_rank() -> None:
    short = Candidate(0, 1, Kind.PERSON, "test", rank=9)
    low = Candidate(0, 2, Kind.PERSON, "test", rank=1)
    high = Candidate(0, 2, Kind.PLACE, "test", rank=2)
    assert longest([short, low, high]) == [high]


def test_words_are_found_wherever_they_stand_one_after_the_other(vocab: Vocab) -> None:
    doc = doc_of(vocab, "Ada Berg met Ada and Ada Berg")
    found = list(occurrences(doc, [("Ada", "Berg"), ("Ada",), ("Ole",), ("Berg", "Ole")]))
    both, one = ("Ada", "Berg"), ("Ada",)
    assert found == [(0, one), (0, both), (3, one), (5, one), (5, both)]


def test_the_last_word_of_a_text_is_found_once(vocab: Vocab) -> None:
    doc = doc_of(vocab, "We met Ada")
    assert list(occurrences(doc, [("Ada", "Berg"), ("Ada",)])) == [(2, ("Ada",))]


@pytest.mark.parametrize(
    ("name", "tag", "kept"),
    [
        ("House of Lords Monday", "VBD", "House of Lords"),
        ("House of Lords Monday", "NN", "House of Lords Monday"),
        ("Sheffield Wednesday", "VBD", "Sheffield Wednesday"),
        ("Parliament Wednesday", "VBD", "Parliament"),
        ("Mail on Sunday", "VBD", "Mail on Sunday"),
    ],
)
def test_a_day_before_a_verb_is_no_part_of_a_body(
    vocab: Vocab, name: str, tag: str, kept: str
) -> None:
    words = name.split()
    doc = Doc(vocab, words=[*words, "met"], tags=[*["NNP"] * len(words), tag])
    found = trimmed(doc[: len(words)])
    assert found is not None
    assert found.text == kept


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Ada Lund Jr. left", 3),
        ("Ada Lund , Sr. , left", 4),
        ("Ada Lund III left", 3),
        ("Ada Lund , II Corps , left", 2),
        ("Ada Lund left", 2),
    ],
)
def test_what_tells_a_father_from_a_son_belongs_to_the_name(
    vocab: Vocab, text: str, end: int
) -> None:
    doc = doc_of(vocab, text)
    assert joined_end(doc, 2) == end
    assert joined_end(doc, 2, person=False) == 2
