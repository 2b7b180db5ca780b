from __future__ import annotations

from collections.abc import Mapping

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers

from extractors.encoder import pieces as module
from extractors.encoder.pieces import (
    CAPITALIZED,
    CAPITALS,
    CLOSING,
    DIGITS,
    ENDING,
    NO_MARK,
    OTHER,
    PAUSE,
    PIECES_PER_WORD,
    SPACES,
    PieceMaker,
    Pieces,
    mark_of,
    shape_of,
)
from extractors.encoder.words import find_words

NLP = spacy.blank("en")


@pytest.fixture(scope="module")
def tokenizer(files: Mapping[str, bytes]) -> Tokenizer:
    return Tokenizer.from_str(files["tokenizer.json"].decode())


def cut(maker: PieceMaker, text: str) -> Pieces:
    doc = NLP.make_doc(text)
    return maker.make(find_words(doc), doc.vocab.strings)


@pytest.mark.parametrize(
    ("text", "shape"),
    [
        ("of", OTHER), ("", OTHER), ("“", OTHER), ("שלום", OTHER), ("eBay", OTHER),
        ("Oslo", CAPITALIZED), ("I", CAPITALIZED), ("McRae", CAPITALIZED),
        ("UN", CAPITALS), ("U.N.", CAPITALS),
        ("1992", DIGITS), ("B2", DIGITS), ("3rd", DIGITS),
    ],
)  # fmt: skip
def test_the_shape_of_a_word(text: str, shape: int) -> None:
    assert shape_of(text) == shape


@pytest.mark.parametrize(
    ("text", "mark"),
    [(".", ENDING), ("?!", ENDING), ("…", ENDING), ("”", CLOSING), (")", CLOSING), (";", PAUSE),
     ("(", NO_MARK), ("U.S.", NO_MARK), ("word", NO_MARK)],
)  # fmt: skip
def test_what_a_mark_does(text: str, mark: int) -> None:
    assert mark_of(text) == mark


def test_the_pieces_of_words_follow_each_other_in_the_order_of_the_text(
    tokenizer: Tokenizer,
) -> None:
    found = cut(PieceMaker(tokenizer), "going on going")
    names = [tokenizer.id_to_token(int(piece)) for piece in found.flat]
    assert names == ["g", "##o", "##ing", "o", "##n", "g", "##o", "##ing"]
    assert found.offsets.tolist() == [0, 3, 5, 8]
    assert found.lower.tolist() == [True, True, True]


def test_shape_and_white_space_share_one_code(tokenizer: Tokenizer) -> None:
    found = cut(PieceMaker(tokenizer), "Oslo, 1992\nUN")
    codes = [CAPITALIZED * SPACES + 2, OTHER * SPACES, DIGITS * SPACES + 1, CAPITALS * SPACES + 2]
    assert found.features.tolist() == codes


def test_a_word_that_the_tokenizer_drops_is_one_unknown_piece(tokenizer: Tokenizer) -> None:
    found = cut(PieceMaker(tokenizer), "\u200d")
    assert [tokenizer.id_to_token(int(piece)) for piece in found.flat] == ["[UNK]"]


def test_a_long_word_is_cut_after_some_pieces(tokenizer: Tokenizer) -> None:
    assert len(cut(PieceMaker(tokenizer), "a" * 50).flat) == PIECES_PER_WORD
    assert len(cut(PieceMaker(tokenizer), "a" * 10_000).flat) == 1


def test_the_words_kept_in_memory_are_bounded_and_forgetting_changes_nothing(
    tokenizer: Tokenizer, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = PieceMaker(tokenizer)
    monkeypatch.setattr(module, "_KNOWN_WORDS", 3)
    small = PieceMaker(tokenizer)
    for text in ("one two", "two three four", "a b c d e", "one two"):
        assert cut(small, text).flat.tolist() == cut(whole, text).flat.tolist()
        assert len(small._known) <= 3


@given(st.text(max_size=60))
def test_every_word_has_a_piece(text: str) -> None:
    maker = _made()
    found = cut(maker, text)
    assert (found.offsets[1:] > found.offsets[:-1]).all()
    assert found.offsets[-1] == len(found.flat)
    assert len(found.features) == len(found.offsets) - 1


def _made() -> PieceMaker:
    tokenizer = Tokenizer(models.WordPiece({"[UNK]": 0, "[CLS]": 1, "[SEP]": 2, "a": 3}))
    tokenizer.normalizer = normalizers.BertNormalizer()
    tokenizer.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return PieceMaker(tokenizer)
