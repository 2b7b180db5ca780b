from collections.abc import Callable, Iterable
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.reading import Reading, find_passages
from extractors.times.times import find_times
from graph.model import Document, Kind, Mention

Read = Callable[..., Reading]
Write = Callable[..., Reading]

FIRE = (
    "The|DET|det|2 Doba|PROPN|compound|2 fire|NOUN|nsubj|3 shook|VERB|ROOT Norland|PROPN|obj|3 "
    "/ It|PRON|nsubj|6 ended|VERB|ROOT"
)


@pytest.fixture
def fire(read: Read) -> Reading:
    return read(FIRE, "Doba fire=Event:Disaster, Doba=Place, Norland=Place")


def doc_of(vocab: Vocab, words: list[str], *, starts: set[int]) -> Doc:
    sent_starts: list[bool | int | None] = [index in starts for index in range(len(words))]
    return Doc(vocab, words=words, sent_starts=sent_starts)


def reading_of(text: str, spans: Iterable[tuple[int, int]], vocab: Vocab) -> Reading:
    """Words of one letter each, with these token spans as mentions."""
    doc = doc_of(vocab, text.split(" "), starts={0})
    document = Document("d", doc.text, "test")
    mentions = [
        Mention("d", span.start_char, span.end_char, 0, span.text, span.text, Kind.PLACE)
        for span in (doc[start:end] for start, end in spans)
    ]
    return Reading(document, doc, find_passages(doc)).with_mentions(mentions)


def test_a_word_has_the_longest_mention_that_holds_it(fire: Reading) -> None:
    found = fire.covering(fire.doc[1])
    assert found is not None
    assert found.label == "Doba fire"
    assert [mention.label for mention in fire.around(fire.doc[1])] == ["Doba fire", "Doba"]


def test_a_word_outside_of_all_mentions_has_none(fire: Reading) -> None:
    assert fire.covering(fire.doc[3]) is None
    assert fire.around(fire.doc[3]) == []


def test_a_mention_is_found_by_its_head_alone(fire: Reading) -> None:
    by_head = {token.text: fire.headed_by(token) for token in fire.doc}
    assert {word: m.label for word, m in by_head.items() if m} == {
        "Doba": "Doba",
        "fire": "Doba fire",
        "Norland": "Norland",
    }


def test_of_two_mentions_with_one_head_the_longer_is_found(read: Read) -> None:
    reading = read("Old|ADJ|amod|1 Doba|PROPN|ROOT", "Doba=Place, Old Doba=Place")
    found = reading.headed_by(reading.doc[1])
    assert found is not None
    assert found.label == "Old Doba"


def test_mentions_between_two_places_of_the_text_stand_wholly_there(fire: Reading) -> None:
    start = fire.document.text.index("Doba")
    end = start + len("Doba fire")
    assert [m.label for m in fire.mentions_between(start, end)] == ["Doba fire", "Doba"]
    assert [m.label for m in fire.mentions_between(start, end - 1)] == ["Doba"]
    assert fire.mentions_between(start + 1, end) == ()


def test_places_are_found_by_label_and_by_identifier(fire: Reading) -> None:
    known = [
        replace(m, identifier="x:norland") if m.label == "Norland" else m for m in fire.mentions
    ]
    reading = fire.with_mentions(known)
    assert reading.places_named("Norland") == reading.places_named("x:norland") != []
    assert reading.places_named("Doba fire") == []
    assert reading.places_named("") == []


def test_mentions_belong_to_their_passage(fire: Reading) -> None:
    first, second = fire.passages
    assert [m.label for m in fire.mentions_in(first)] == ["Doba fire", "Doba", "Norland"]
    assert fire.mentions_in(second) == []


def test_times_belong_to_the_passage_that_they_begin_in(vocab: Vocab) -> None:
    words = ["Fire", "in", "1871", ".", "It", "ended", "in", "May", "1872", "."]
    doc = doc_of(vocab, words, starts={0, 4})
    document = Document("d", doc.text, "test")
    times = tuple(find_times(doc.text, None))
    reading = Reading(document, doc, find_passages(doc), times)
    found = [[time.text for time in reading.times_in(p)] for p in reading.passages]
    assert found == [["1871"], ["May 1872"]]


def test_a_character_between_passages_belongs_to_the_one_before_it(write: Write) -> None:
    reading = write("Ada slept . ⏎ Ole met", "Ada=Person")
    assert [reading.passage_at(offset).index for offset in (0, 12, 15, 99)] == [0, 0, 1, 1]


def test_passages_leave_out_the_white_space_around_them(vocab: Vocab) -> None:
    words = ["\n\n", "Ada", "slept", ".", "\n\n", " ", "Ole"]
    doc = doc_of(vocab, words, starts={0, 5})
    found = [doc.text[p.start : p.end] for p in find_passages(doc)]
    assert found == ["Ada slept .", "Ole"]


def test_an_offset_outside_of_the_text_is_refused(fire: Reading) -> None:
    with pytest.raises(ValueError, match="no characters 900 to 901 in d"):
        fire.span_of(900, 901)


spans = st.tuples(st.integers(0, 9), st.integers(1, 4)).map(lambda s: (s[0], min(10, sum(s))))


@given(st.sets(spans))
def test_looking_up_by_index_finds_what_a_scan_finds(found: set[tuple[int, int]]) -> None:
    reading = reading_of("a b c d e f g h i j", sorted(found), Vocab())
    for token in reading.doc:
        end = token.idx + len(token)
        scanned = [m for m in reading.mentions if m.start <= token.idx and end <= m.end]
        assert reading.around(token) == scanned
    for start in range(20):
        within = [m for m in reading.mentions if start <= m.start and m.end <= start + 5]
        assert list(reading.mentions_between(start, start + 5)) == within


def test_a_sentence_that_ends_inside_a_name_goes_on(vocab: Vocab) -> None:
    words = ["the", "Taurus", "Forum", "met", ".", "It", "closed", "."]
    doc = Doc(vocab, words=words, sent_starts=[index in {0, 2, 5} for index in range(len(words))])
    assert len(find_passages(doc)) == 3
    found = [doc.text[p.start : p.end] for p in find_passages(doc, [(1, 3), (5, 6)])]
    assert found == ["the Taurus Forum met .", "It closed ."]
