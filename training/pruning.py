"""Takes out of a pipeline's strings the words of the corpora that nothing in it refers to."""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import srsly  # type: ignore[import-untyped, unused-ignore]
from spacy.language import Language

from training.tokenizing import make_english


def prune_strings(nlp: Language, folder: Path) -> None:
    """Shorten the list of strings of a pipeline that lies in a folder.

    What stays: the language's own strings, the keys of the vectors, the labels of
    all components with their parts, and the letters of the lemmatizer's edit trees.
    """
    path = folder / "vocab" / "strings.json"
    kept = set(make_english().vocab.strings) | set(_find_labels(nlp))
    hashes = {*nlp.vocab.vectors.keys(), *_find_edits(nlp)}  # no dict
    strings = nlp.vocab.strings
    srsly.write_json(
        path, [text for text in srsly.read_json(path) if text in kept or strings[text] in hashes]
    )


def _find_labels(nlp: Language) -> Iterator[str]:
    for labels in nlp.pipe_labels.values():
        for label in map(str, labels):
            yield from (label, *label.split("|"), *label.replace("=", "|").split("|"))
            yield from (label.partition("-")[2], label.partition("||")[2])


def _find_edits(nlp: Language) -> Iterator[int]:
    lemmatizer: Any = nlp.get_pipe("trainable_lemmatizer")
    for tree in srsly.msgpack_loads(lemmatizer.trees.to_bytes())["trees"]:
        yield from (value for value in _flatten(tree) if isinstance(value, int))


def _flatten(value: object) -> Iterator[object]:
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list | tuple):
        for inner in value:
            yield from _flatten(inner)
    else:
        yield value
