import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.names.lexicon.matching import LexiconMatcher
from graph.model import Kind
from ontology.lexicons import Entry, Lexicon

KNOWN = Lexicon(
    own=(
        Entry("x:doba", "Place", "Doba", alt_labels=("Old Doba",)),
        Entry("x:fire", "Event", "Doba fire", event_type="Disaster"),
        Entry("x:nu", "Organization", "NU", alt_labels=("Norland Union",)),
        Entry("x:garsk-a", "Place", "Garsk"),
        Entry("x:garsk-b", "Person", "Garsk"),
    )
)


def found(vocab: Vocab, text: str, lexicon: Lexicon = KNOWN) -> list[tuple[str, str]]:
    words = text.split(" ")
    matcher = LexiconMatcher(lexicon, vocab, lambda label: Doc(vocab, words=label.split()))
    doc = Doc(vocab, words=words, sent_starts=[index == 0 for index in range(len(words))])
    return [(name.span(doc).text, name.identifier) for name in matcher.find(doc)]


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("in Doba today", "x:doba"),
        ("IN DOBA TODAY", "x:doba"),
        ("the NU met", "x:nu"),
        ("the Norland Union met", "x:nu"),
    ],
)
def test_a_name_matches_as_it_is_written_and_in_capitals(vocab: Vocab, text: str, iri: str) -> None:
    assert [identifier for _, identifier in found(vocab, text)] == [iri]


@pytest.mark.parametrize(
    "text", ["in doba today", "a Nu letter", "THE NU MET TODAY", "the Norland union met"]
)
def test_a_name_written_otherwise_does_not_match(vocab: Vocab, text: str) -> None:
    assert found(vocab, text) == []


def test_a_name_of_several_things_names_none(vocab: Vocab) -> None:
    assert found(vocab, "in Garsk today") == []


def test_all_matches_are_given_even_where_they_overlap(vocab: Vocab) -> None:
    names = {text for text, _ in found(vocab, "the Old Doba fire")}
    assert names == {"Old Doba", "Doba", "Doba fire"}


def test_an_empty_lexicon_finds_nothing(vocab: Vocab) -> None:
    assert found(vocab, "in Doba today", Lexicon()) == []


def test_a_match_has_the_kind_and_type_of_its_entry(vocab: Vocab) -> None:
    matcher = LexiconMatcher(KNOWN, vocab, lambda label: Doc(vocab, words=label.split()))
    doc = Doc(vocab, words=["Doba", "fire"], sent_starts=[True, False])
    (fire,) = [name for name in matcher.find(doc) if name.end - name.start > 1]
    assert (fire.kind, fire.event_type) == (Kind.EVENT, "Disaster")


PEOPLES = Lexicon(
    own=(
        Entry("x:norland", "Place", "Norland"),
        Entry("x:norse", "Group", "Norsemen", alt_labels=("Norse",), related=("x:norland",)),
        Entry("x:marsh", "Group", "Marshmen", alt_labels=("Marsh",)),
    )
)


@pytest.mark.parametrize(
    ("text", "iri"),
    [
        ("Norse Chancellor Berg", "x:norland"),
        ("Norse trade minister Berg", "x:norland"),
        ("Norse villages", "x:norse"),
        ("Norse boats and ministers", "x:norse"),
        ("Norsemen Chancellor", "x:norse"),
        ("Marsh Chancellor Berg", "x:marsh"),
    ],
)
def test_before_a_public_post_an_adjective_names_the_country(
    vocab: Vocab, text: str, iri: str
) -> None:
    matcher = LexiconMatcher(PEOPLES, vocab, lambda label: Doc(vocab, words=label.split()))
    words = text.split(" ")
    tags = ["CCONJ" if word == "and" else "NOUN" for word in words]
    lemmas = [word.lower() for word in words]
    starts: list[bool | int | None] = [word is words[0] for word in words]
    doc = Doc(vocab, words=words, pos=tags, lemmas=lemmas, sent_starts=starts)
    (name,) = matcher.find(doc)
    assert (name.identifier, name.label) == (iri, "Norland" if iri == "x:norland" else "")


TOWNS = Lexicon(
    own=(
        Entry("x#city-doba", "Place", "Doba"),
        Entry("x#city-garsk", "Place", "Garsk"),
        Entry("x#region-garsk", "Place", "Garsk Province"),
        Entry("x#region-lissa", "Place", "Lissa"),
    )
)


@pytest.mark.parametrize(
    ("text", "iris"),
    [
        ("in Doba today", ["x#city-doba"]),
        ("the state of Doba", []),
        ("Doba province", []),
        ("the town of Doba", ["x#city-doba"]),
        ("the state near Doba", ["x#city-doba"]),
        ("the province of Garsk", ["x#region-garsk"]),
        ("the state of Garsk", []),
        ("the province of Lissa", ["x#region-lissa"]),
    ],
)
def test_a_province_is_not_the_town_of_its_name(vocab: Vocab, text: str, iris: list[str]) -> None:
    assert [identifier for _, identifier in found(vocab, text, TOWNS)] == iris
