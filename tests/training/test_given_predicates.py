from __future__ import annotations

import io
from dataclasses import fields
from types import SimpleNamespace
from typing import cast

import numpy as np
import pytest
import spacy
from tokenizers import Tokenizer, models, pre_tokenizers

from extractors.corpora.conllu import Word
from extractors.corpora.gold import Gold
from extractors.corpora.propbank import Predicate
from extractors.encoder.heads.roles import RoleFinder
from extractors.encoder.network import Network, Outputs
from extractors.encoder.pieces import PieceMaker, Pieces
from extractors.evaluation.counts import Counts
from training.given_predicates import score_given

FORMS = ("Rebels", "left", "Kern", "Rebels", "slept")


def make_gold(*predicates: Predicate) -> Gold:
    text, spans = "", []
    for form in FORMS:
        spans.append((len(text), len(text) + len(form)))
        text += f"{form} "
    tree = tuple(Word(form, form, "VERB", "X", "", 0, "dep", space_after=True) for form in FORMS)
    return Gold(text, tuple(spans), frozenset([0, 3]), tree=tree, predicates=predicates)


def make_pieces() -> PieceMaker:
    names = ["[UNK]", "[CLS]", "[SEP]", *FORMS]
    words = models.WordLevel({name: at for at, name in enumerate(names)}, unk_token="[UNK]")  # noqa: S106 (no secret)
    tokenizer = Tokenizer(words)
    tokenizer.pre_tokenizer = pre_tokenizers.Whitespace()
    return PieceMaker(tokenizer)


@pytest.fixture
def network() -> Network:
    """A network for which "Rebels" do whatever is done, and nobody is a predicate by itself."""
    pieces = make_pieces()
    matrices, content = np.zeros((2, 2, 2), np.float32), io.BytesIO()
    matrices[0, 1, 1], matrices[1, 1, 0] = 0.5, 1
    np.save(content, matrices)

    def run(given: Pieces, start: int, end: int) -> Outputs:
        empty = np.zeros((end - start, 1), np.float32)
        rebels = given.flat[given.offsets[start:end]] == given.flat[0]
        scores = dict.fromkeys((one.name for one in fields(Outputs)), empty)
        return Outputs(**scores | {"role_argument": rebels[:, None].astype(np.float32)})

    return cast(
        "Network",
        SimpleNamespace(
            roles=RoleFinder(content.getvalue(), ("O", "ARG0")),
            labels=SimpleNamespace(role=("O", "ARG0")),
            pieces=pieces,
            run=run,
        ),
    )


def test_the_arguments_of_given_predicates_count_within_given_sentences(network: Network) -> None:
    gold = make_gold(Predicate(1, ((0, "ARG0"), (2, "ARG1"))), Predicate(4, ((3, "ARG0"),)))
    scores = score_given(network, spacy.blank("en"), [gold])
    assert scores["arguments"] == Counts(2, 2, 3)
    assert scores["ARG0, ARG1"] == Counts(2, 2, 3)
    assert scores["ARG0, ARG1 of nouns"] == Counts(0, 0, 0)


def test_words_that_are_no_given_predicates_have_no_arguments(network: Network) -> None:
    scores = score_given(network, spacy.blank("en"), [make_gold(Predicate(4, ()))])
    assert scores["arguments"] == Counts(0, 1, 0)
