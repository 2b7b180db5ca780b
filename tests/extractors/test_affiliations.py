from collections.abc import Iterable
from dataclasses import replace

import pytest
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.affiliations import find_affiliations
from extractors.reading import Reading, find_passages
from graph.model import Document, Form, Kind, Mention, Sourced
from ontology.lexicons import load_lexicon


def affiliations(reading: Reading) -> set[tuple[str, str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return {
        (labels[s.subject], s.qualifiers.role, labels[s.object])  # type: ignore[index]
        for s in find_affiliations(reading)
    }


def written(vocab: Vocab, text: str, names: str, *, authors: Iterable[str] = ()) -> Reading:
    """Read words without a tree, parted by spaces; ``⏎`` is a paragraph break, ``.`` ends one."""
    words = text.split(" ")
    starts = {0, *(i + 1 for i, word in enumerate(words[:-1]) if word in {".", "⏎"})}
    doc = Doc(
        vocab,
        words=["\n\n" if word == "⏎" else word for word in words],
        pos=[_part(word) for word in words],
        lemmas=[word.lower() for word in words],
        sent_starts=[index in starts for index in range(len(words))],
    )
    document = Document(
        "d", doc.text, "test", authors=tuple(Sourced(author, "test") for author in authors)
    )
    reading = Reading(document, doc, find_passages(doc))
    entries = [entry.split("=") for entry in names.split(", ")]
    return reading.with_mentions(_mention(reading, label, kind) for label, kind in entries)


def _part(word: str) -> str:
    parts = {"and": "CCONJ", "is": "AUX", "was": "AUX", "said": "VERB", "met": "VERB", "⏎": "SPACE"}
    small = {"of": "ADP", "at": "ADP", "to": "ADP", "for": "ADP", "in": "ADP", "the": "DET"}
    small |= {"a": "DET", "an": "DET", "former": "ADJ", "then": "ADV", "also": "ADV", "He": "PRON"}
    known = parts.get(word) or small.get(word)
    if known is not None:
        return known
    if not any(character.isalnum() for character in word):
        return "PUNCT"
    return "PROPN" if word[0].isupper() else "NOUN"


def _mention(reading: Reading, label: str, kind: str) -> Mention:
    start = f"{reading.document.text} ".index(f"{label} ")
    end = start + len(label)
    passage = reading.passage_at(start).index
    return Mention("d", start, end, passage, label, label, Kind(kind), Form.NAME)


def test_a_role_after_the_name_is_held_at_what_follows_of(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg , former President of Norland , said no .",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "former president", "Norland")}


def test_the_evidence_is_the_words_of_the_role(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg , the former head of Norbank , said no .",
        "Ada Berg=Person, Norbank=Organization",
    )
    (statement,) = find_affiliations(reading)
    evidence = statement.evidence
    assert reading.document.text[evidence.start : evidence.end] == "former head"
    assert (evidence.passage, evidence.rule) == (0, "apposition")


def test_a_role_with_an_article_stands_before_the_name_and_a_comma(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "the vice - president of the Olsen Foundation , Ada Berg , said no .",
        "Olsen Foundation=Organization, Ada Berg=Person",
    )
    assert affiliations(reading) == {("Ada Berg", "vice-president", "Olsen Foundation")}


def test_two_roles_at_two_organizations_are_two_statements(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "the general coordinator of the Youth Forum on trade and the head of Norbank , Ada Berg ,",
        "Youth Forum=Organization, Norbank=Organization, Ada Berg=Person",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "general coordinator", "Youth Forum"),
        ("Ada Berg", "head", "Norbank"),
    }


def test_two_roles_joined_by_and_share_what_follows(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg is also the founder and chairwoman of Norbank .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "founder", "Norbank"),
        ("Ada Berg", "chairwoman", "Norbank"),
    }


def test_a_role_may_be_held_at_two_organizations(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg is editor - in - chief at the Nornews and Daily Post .",
        "Ada Berg=Person, Nornews=Organization, Daily Post=Organization",
    )
    assert affiliations(reading) == {
        ("Ada Berg", "editor-in-chief", "Nornews"),
        ("Ada Berg", "editor-in-chief", "Daily Post"),
    }


def test_an_organization_before_the_title_gives_it(vocab: Vocab) -> None:
    reading = written(
        vocab, "UN Secretary - General Ada Berg said no", "UN=Organization, Ada Berg=Person"
    )
    assert affiliations(reading) == {("Ada Berg", "secretary-general", "UN")}


def test_a_title_after_a_name_and_a_comma_belongs_to_the_name_behind_it(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg , UN envoy Ole Dahl and others met",
        "Ada Berg=Person, UN=Organization, Ole Dahl=Person",
    )
    assert affiliations(reading) == {("Ole Dahl", "envoy", "UN")}


@pytest.mark.parametrize(
    ("rest", "found"),
    [("left Kenya .", {("Ada Berg", "then president", "Kenya")}), ("left it .", set())],
)
def test_a_nationality_stands_for_its_country_where_the_text_names_that(
    vocab: Vocab, rest: str, found: set[tuple[str, str, str]]
) -> None:
    names = "Kenyan=Group, Ada Berg=Person" + (", Kenya=Place" if "Kenya" in rest else "")
    reading = written(vocab, f"the then Kenyan President Mr. Ada Berg {rest}", names)
    lexicon = load_lexicon()
    reading = reading.with_mentions(
        replace(m, identifier=next((e.iri for e in lexicon.find(m.label)), ""))
        for m in reading.mentions
    )
    assert affiliations(reading) == found


def test_an_ambassador_stands_for_the_country_that_sent_them(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "H.E. Ada Berg ⏎ Ambassador of Norland to Kenya ⏎ Hello .",
        "Ada Berg=Person, Norland=Place, Kenya=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "ambassador to Kenya", "Norland")}


def test_a_line_that_is_a_role_below_a_line_that_is_a_name(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Dr. Ada Berg ⏎ Chairwoman , Senate Trade Committee ⏎ Hello .",
        "Ada Berg=Person, Senate Trade Committee=Organization",
    )
    assert affiliations(reading) == {("Ada Berg", "chairwoman", "Senate Trade Committee")}


def test_a_sentence_below_a_line_that_is_a_name_is_no_role_of_it(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg ⏎ President of Norland said no .",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_a_line_above_that_says_more_than_a_name_gives_no_holder(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Thanks from Ada Berg ⏎ President of Norland",
        "Ada Berg=Person, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_commas_tie_a_line_without_a_verb(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg , Research Assistant , Fjord Centre ( FC ) , Bergen",
        "Ada Berg=Person, Fjord Centre=Organization, FC=Organization, Bergen=Place",
    )
    assert affiliations(reading) == {("Ada Berg", "research assistant", "Fjord Centre")}


def test_commas_tie_no_role_in_a_sentence(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg met a nurse , Norbank , and others .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == set()


def test_the_author_is_the_author_of_the_document(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg ⏎ The author is an assistant professor at the Department of Trade , "
        "Fjord University , Bergen . He is also an advisor of Norbank .",
        "Ada Berg=Person, Department of Trade=Organization, Fjord University=Organization, "
        "Bergen=Place, Norbank=Organization",
        authors=["Dr. Ada BERG"],
    )
    assert affiliations(reading) == {
        ("Ada Berg", "assistant professor", "Department of Trade"),
        ("Ada Berg", "assistant professor", "Fjord University"),
        ("Ada Berg", "advisor", "Norbank"),
    }


@pytest.mark.parametrize("authors", [[], ["Ole Dahl"], ["Ada Berg", "Ole Dahl"]])
def test_an_author_who_is_unknown_or_not_alone_gives_nothing(
    vocab: Vocab, authors: list[str]
) -> None:
    reading = written(
        vocab,
        "Ada Berg ⏎ The author is an advisor of Norbank .",
        "Ada Berg=Person, Norbank=Organization",
        authors=authors,
    )
    assert affiliations(reading) == set()


def test_he_far_from_a_note_on_the_author_is_somebody_else(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg met Ole . He is also an advisor of Norbank .",
        "Ada Berg=Person, Norbank=Organization",
        authors=["Ada Berg"],
    )
    assert affiliations(reading) == set()


def test_an_organization_after_the_name_and_of(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg of the Fjord Watch met Ole Dahl ( Norbank ) .",
        "Ada Berg=Person, Fjord Watch=Organization, Ole Dahl=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {("Ada Berg", "", "Fjord Watch"), ("Ole Dahl", "", "Norbank")}


def test_a_place_after_the_name_and_of_is_no_affiliation(vocab: Vocab) -> None:
    reading = written(vocab, "Ada Berg of Bergen said no", "Ada Berg=Person, Bergen=Place")
    assert affiliations(reading) == set()


def test_the_same_sentence_alone_ties_nobody_to_an_organization(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg met Norbank and the president of Norland said no .",
        "Ada Berg=Person, Norbank=Organization, Norland=Place",
    )
    assert affiliations(reading) == set()


def test_the_holder_of_a_role_owns_what_follows_and_is_no_role(vocab: Vocab) -> None:
    reading = written(
        vocab,
        "Ada Berg , the president 's guest , met Norbank .",
        "Ada Berg=Person, Norbank=Organization",
    )
    assert affiliations(reading) == set()


def test_a_country_before_a_trade_is_no_employer(vocab: Vocab) -> None:
    reading = written(vocab, "Norland historian Ada Berg said no", "Norland=Place, Ada Berg=Person")
    assert affiliations(reading) == set()
