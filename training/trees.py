"""Turns CoNLL-U into spaCy documents of a few paragraphs, as running text has them."""

import random
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import groupby
from pathlib import Path
from typing import Final

from spacy.tokens import Doc
from spacy.vocab import Vocab

from extractors.corpora.conllu import Sentence, Word, read_sentences
from training.accurate.inventory import keep_features
from training.corpora import Part, read_splits

_SENTENCES: Final = 8
# The odds of curly quotes in a document, and of a blank line between paragraphs;
# a draw below the third makes a sentence upper case, above the fourth lower case.
_CURLY: Final = 0.4
_BLANK_LINE: Final = 0.7
_UPPER: Final = 0.04
_LOWER: Final = 0.98
_QUOTES: Final = {'"': ("“", "”"), "``": ("“", "“"), "''": ("”", "”")}


def make_trees(
    sentences: Iterable[Sentence], vocab: Vocab, chance: random.Random | None
) -> Iterator[Doc]:
    """Yield documents of some sentences each; varied when given a chance, plain without."""
    for _, group in groupby(sentences, key=lambda sentence: sentence.document):
        document = list(group)
        for start in range(0, len(document), _SENTENCES):
            yield _make_tree(document[start : start + _SENTENCES], vocab, chance)


def _make_tree(sentences: list[Sentence], vocab: Vocab, chance: random.Random | None) -> Doc:
    words: list[Word] = []
    curly = chance is not None and chance.random() < _CURLY
    for position, sentence in enumerate(sentences):
        if position and sentence.starts_paragraph:
            words.append(_make_break(words, chance))
        shift = len(words)
        varied = _vary(sentence.words, chance, curly=curly)
        words += [replace(word, head=word.head + shift) for word in varied]
    return _make_doc(words, vocab)


def _make_break(words: list[Word], chance: random.Random | None) -> Word:
    """Give the line breaks between paragraphs; spaCy hangs white space on the word before."""
    draw = chance.random() if chance else 0.0
    form = "\n\n" if draw < _BLANK_LINE else "\n"
    # The blank after the last word would otherwise become part of the break.
    words[-1] = replace(words[-1], space_after=False)
    return Word(form, form, "SPACE", "_SP", "", len(words) - 1, "dep", space_after=False)


def _vary(words: list[Word], chance: random.Random | None, *, curly: bool) -> list[Word]:
    """Change case and quotes, never the number of words."""
    draw = chance.random() if chance else 1.0
    upper, lower = draw < _UPPER, draw > _LOWER and chance is not None
    varied: list[Word] = []
    opened = False
    for word in words:
        form = word.form.upper() if upper else word.form.lower() if lower else word.form
        if curly and form in _QUOTES:
            form, opened = _QUOTES[form][opened if form == '"' else 0], not opened
        elif curly:
            form = form.replace("'", "’")
        varied.append(replace(word, form=form))
    return varied


def _make_doc(words: list[Word], vocab: Vocab) -> Doc:
    return Doc(
        vocab,
        words=[word.form for word in words],
        spaces=[word.space_after for word in words],
        tags=["" if word.xpos == "_" else word.xpos for word in words],
        pos=["" if word.upos == "_" else word.upos for word in words],
        morphs=[keep_features(word.feats) for word in words],
        lemmas=[word.form if word.lemma == "_" else word.lemma for word in words],
        heads=[word.head for word in words],
        deps=[word.deprel for word in words],
    )


def read_ewt(folder: Path) -> dict[Part, list[Sentence]]:
    """Read EWT's sentences, by part."""
    names: dict[str, Part] = {"train": "train", "dev": "tune", "test": "test"}
    return {
        part: list(read_sentences(next(folder.glob(f"*-ud-{name}.*conllu"))))
        for name, part in names.items()
    }


def read_gum(folder: Path) -> dict[Part, list[Sentence]]:
    """Read GUM's sentences, by part."""
    splits = read_splits(folder / "splits.md")
    parts: dict[Part, list[Sentence]] = {"train": [], "tune": [], "test": []}
    for path in sorted(folder.glob("GUM_*.conllu")):
        parts[splits[path.stem]] += read_sentences(path)
    return parts
