"""What the encoder learns from: words, with all that their corpus says of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from spacy.language import Language

from extractors.corpora.conllu import Sentence, Word
from extractors.corpora.gum import find_references
from extractors.corpora.kinds import Kind
from extractors.corpora.propbank import Predicate
from extractors.corpora.samples import Sample
from training.alignment import label_tokens


@dataclass(frozen=True, slots=True)
class Lesson:
    """A sentence, or what a corpus takes for one.

    ``glued`` tells which words have no white space before them; ``names`` are
    BIO labels, None where the corpus leaves a word open, and ``kinds`` those
    kinds about which silence means "none". ``names``, ``triggers`` (event types
    or "O") and ``tree`` (the words with head, tags and lemma) are empty where
    the corpus does not annotate them; ``predicates`` and ``references`` (the
    entities that the head word of each mention refers to) are then None.
    """

    source: str
    document: str
    starts_paragraph: bool
    forms: tuple[str, ...]
    glued: tuple[bool, ...]
    names: tuple[str | None, ...] = ()
    kinds: frozenset[Kind] = frozenset()
    triggers: tuple[str, ...] = ()
    tree: tuple[Word, ...] = ()
    predicates: tuple[Predicate, ...] | None = None
    references: Mapping[int, frozenset[str]] | None = None


def learn_from_sample(sample: Sample, nlp: Language) -> Lesson | None:
    """Give the lesson of a sample without tree, cut into the reader's own tokens."""
    words = [token for token in nlp.make_doc(sample.text) if not token.is_space]
    if not words:
        return None
    spans = [(word.idx, word.idx + len(word)) for word in words]
    return Lesson(
        source=sample.source,
        document=sample.document,
        starts_paragraph=True,
        forms=tuple(word.text for word in words),
        glued=_find_glued(spans),
        names=tuple(label_tokens(sample, spans)),
        kinds=sample.kinds,
    )


def learn_from_tree(
    source: str,
    sentence: Sentence,
    sample: Sample | None,
    *,
    predicates: tuple[Predicate, ...] | None = None,
    mentions: bool = False,
) -> Lesson:
    """Give the lesson of a sentence with a tree, and with names where there is a sample of it.

    The sample's text is the sentence's. ``mentions`` tells that what is no mention in the
    sentence is none.
    """
    _, spans = sentence.locate_words()
    return Lesson(
        source=source,
        document=sentence.document,
        starts_paragraph=sentence.starts_paragraph,
        forms=tuple(word.form for word in sentence.words),
        glued=_find_glued(spans),
        names=tuple(label_tokens(sample, spans)) if sample else (),
        kinds=sample.kinds if sample else frozenset(),
        tree=tuple(sentence.words),
        predicates=predicates,
        references=find_references(sentence.words) if mentions else None,
    )


def learn_from_triggers(
    document: str, tokens: Sequence[str], spans: Sequence[tuple[int, int]], triggers: Sequence[str]
) -> Lesson:
    """Give the lesson of a sentence of which only the event triggers are known."""
    return Lesson(
        source="geneva",
        document=document,
        starts_paragraph=True,
        forms=tuple(tokens),
        glued=_find_glued(spans),
        triggers=tuple(triggers),
    )


def _find_glued(spans: Sequence[tuple[int, int]]) -> tuple[bool, ...]:
    ends = [-1, *(end for _, end in spans)]
    return tuple(start == end for (start, _), end in zip(spans, ends, strict=False))


def find_lemma_rule(form: str, lemma: str) -> tuple[int, str, bool]:
    """Give how a lemma is made of a form: letters to drop at its end, an ending, lower case first.

    A rule learned from many words holds for unseen ones too (the idea of UDPipe's lemmatizer;
    Straka, UDPipe 2.0 Prototype at CoNLL 2018).
    """
    lower = lemma == lemma.lower() and form != form.lower()
    base = form.lower() if lower else form
    shared = next(
        (i for i, (one, other) in enumerate(zip(base, lemma, strict=False)) if one != other),
        min(len(base), len(lemma)),
    )
    return len(base) - shared, lemma[shared:], lower


def lemma_rules_of(lesson: Lesson) -> Iterator[tuple[int, str, bool]]:
    """Yield the lemma rule of each word of a lesson with a tree, by its present forms."""
    for form, word in zip(lesson.forms, lesson.tree, strict=True):
        yield find_lemma_rule(form, form if word.lemma == "_" else word.lemma)
