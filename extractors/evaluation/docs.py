"""Makes of a corpus' text the document that a reader gets, and the one that it is compared with."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.language import Language
from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.corpora.conllu import Word
from extractors.corpora.gold import Gold


@dataclass(frozen=True, slots=True)
class _Piece:
    """A token; ``word`` is the index of the corpus' word, None for white space."""

    form: str
    space: bool
    word: int | None = None


def make_doc(gold: Gold, nlp: Language, *, gold_tokens: bool, gold_sentences: bool) -> Doc:
    """Give the document to read: with the corpus' tokens, or with the reader's own.

    Its text is the corpus' either way. With ``gold_sentences`` it is told which tokens begin a
    sentence and which do not.
    """
    if gold_tokens and gold.words:
        pieces = list(_cut(gold))
        forms, spaces = [one.form for one in pieces], [one.space for one in pieces]
        doc = Doc(nlp.vocab, words=forms, spaces=spaces)
    else:
        doc = nlp.make_doc(gold.text)
    if gold_sentences:
        places = {gold.words[index][0] for index in gold.starts}
        for token in doc:
            token.is_sent_start = token.i == 0 or token.idx in places
    return doc


def find_words(doc: Doc, gold: Gold) -> dict[int, int]:
    """Give the corpus' word for each token that has the same edges."""
    places = {place: word for word, place in enumerate(gold.words)}
    tokens = ((token.i, (token.idx, token.idx + len(token))) for token in doc)
    return {token: places[place] for token, place in tokens if place in places}


def make_reference(gold: Gold, vocab: Vocab) -> Doc:
    """Give the corpus' tokens with its tags, lemmas and tree; white space has none."""
    pieces = list(_cut(gold))
    places = {piece.word: index for index, piece in enumerate(pieces) if piece.word is not None}
    lines = [None if piece.word is None else gold.tree[piece.word] for piece in pieces]
    return Doc(
        vocab,
        words=[piece.form for piece in pieces],
        spaces=[piece.space for piece in pieces],
        tags=[_told(line.xpos if line else "_") for line in lines],
        pos=[_told(line.upos if line else "_") for line in lines],
        lemmas=[_lemma(line) for line in lines],
        heads=[places[line.head] if line else index for index, line in enumerate(lines)],
        deps=[line.deprel if line else "" for line in lines],
    )


def _cut(gold: Gold) -> Iterator[_Piece]:
    """Yield the words and the white space between them that is no single blank."""
    ends = [start for start, _ in gold.words[1:]] + [len(gold.text)]
    for index, ((start, end), following) in enumerate(zip(gold.words, ends, strict=True)):
        gap = gold.text[end:following]
        yield _Piece(gold.text[start:end], gap.startswith(" "), index)
        if rest := gap.removeprefix(" "):
            yield _Piece(rest, space=False)


def _told(value: str) -> str:
    return "" if value == "_" else value


def _lemma(line: Word | None) -> str:
    """Give the lemma; an underscore is one only of itself."""
    if line is None or (line.lemma == "_" and line.form != "_"):
        return ""
    return line.lemma
