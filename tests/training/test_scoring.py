from __future__ import annotations

from dataclasses import replace

from spacy.language import Language
from spacy.tokens import Doc, Span

from extractors.annotation.coreference import register_coreference
from extractors.annotation.semantic_roles import register_roles
from extractors.corpora.conllu import Word
from extractors.corpora.gold import Gold
from extractors.corpora.propbank import Predicate
from extractors.corpora.samples import Entity, Sample
from training.scoring import measure_texts
from training.tokenizing import make_english

TEXT = "Kern fell."
WORDS = ((0, 4), (5, 9), (9, 10))
TREE = (
    Word("Kern", "Kern", "PROPN", "NNP", "", 1, "nsubj", space_after=True),
    Word("fell", "fall", "VERB", "VBD", "", 1, "ROOT", space_after=False),
    Word(".", ".", "PUNCT", ".", "", 1, "punct", space_after=False),
)
NAMES = Sample(TEXT, "made", "d", frozenset(["Place"]), (Entity(0, 4, "Place"),))
TOLD = Gold(TEXT, WORDS, frozenset([0]), triggers=frozenset([(5, 9, "Motion")]))


@Language.component("made_reader_of_kern")
def read(doc: Doc) -> Doc:
    """Hang all words on the second, in one sentence, which alone tells of an event."""
    for token in doc:
        token.head, token.lemma_, token.tag_, token.pos_ = doc[1], token.text, "NNP", "PROPN"
        token.dep_ = "ROOT" if token.i == 1 else "nsubj"
    doc.ents = (Span(doc, 0, 1, label="Place"),)
    register_roles()
    register_coreference()
    doc._.semantic_roles = ((1, 0, "ARG1", 0.5), (1, 1, "V", 0.5))
    doc._.coreference = ((1, 0, 0.6),)
    doc.spans["events"] = [Span(doc, place, place + 1, label="Attack") for place in (0, 1)]
    return doc


def make_reader() -> Language:
    nlp = make_english()
    nlp.add_pipe("made_reader_of_kern")
    return nlp


def test_trees_are_measured_on_running_text_and_on_tokens_with_punctuation() -> None:
    gold = Gold(TEXT, WORDS, frozenset([0]), tree=TREE)
    trees = measure_texts(make_reader(), {"made": [gold]})["trees"]
    figures = {
        "tags": 33.33,
        "coarse_tags": 33.33,
        "lemmas": 66.67,
        "uas": 100.0,
        "las": 66.67,
        "sentences_f": 100.0,
    }
    assert trees == {"made": {"running text": figures, "corpus' tokens": figures}}


def test_names_count_by_kind_and_triggers_whatever_their_type() -> None:
    held = {"names": [Gold(TEXT, names=NAMES)], "triggers": [TOLD]}
    tables = measure_texts(make_reader(), held)
    assert tables["names"]["names"]["Place"] == {"p": 100.0, "r": 100.0, "f": 100.0, "n": 1}
    assert tables["triggers"] == {"triggers": {"p": 50.0, "r": 100.0, "f": 66.7, "n": 1}}
    assert tables["trees"] == {}


def test_roles_and_coreference_are_measured_on_the_corpus_tokens() -> None:
    predicates, references = (Predicate(1, ((0, "ARG0"),)),), {0: frozenset("1"), 1: frozenset("1")}
    gold = Gold(
        TEXT, WORDS, frozenset([0]), tree=TREE, predicates=predicates, references=references
    )
    tables = measure_texts(make_reader(), {"made": [gold]})
    assert tables["roles"]["made"]["predicates"] == {"p": 100.0, "r": 100.0, "f": 100.0, "n": 1}
    assert tables["roles"]["made"]["arguments"] == {"p": 0.0, "r": 0.0, "f": 0.0, "n": 1}
    assert tables["coreference"]["made"]["conll"] == 100.0
    assert tables["coreference"]["made"]["pronouns"]["it"]["n"] == 0


def test_what_a_reader_does_not_give_has_no_figures() -> None:
    held = {"made": [replace(TOLD, tree=TREE)]}
    tables = measure_texts(make_english(), held)
    assert tables["triggers"] == {"made": None}
    assert set(tables["trees"]["made"]["running text"].values()) == {None}
    assert tables["roles"] == tables["coreference"] == {}
