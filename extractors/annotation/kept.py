"""A document whose words are made once: spaCy makes each anew, with its strings, when it is asked.

Rules ask for the same words hundreds of times. A ``KeptDoc`` is a copy of a ``Doc`` that has been
read; it gives the same answers, from memory. Nothing may be written to it.
"""

# a kept word holds as plain attributes what spaCy computes
# pyright: reportIncompatibleMethodOverride=false, reportIncompatibleVariableOverride=false

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from sys import intern
from typing import TYPE_CHECKING, Any, Final, cast, overload

import numpy as np
from spacy.tokens import Doc, Span, SpanGroup, Token

if TYPE_CHECKING:
    from thinc.types import Ints2d

LONGEST: Final = 200_000
"""How many words are kept at the most: they take half a kilobyte each."""

_STRINGS: Final = ("ORTH", "LOWER", "LEMMA", "TAG", "POS", "DEP", "ENT_TYPE")
_FLAGS: Final = ("IS_ALPHA", "IS_PUNCT", "IS_SPACE", "SPACY")
_SENTENCES: Final[list[int | str]] = ["SENT_START"]
_ANNOTATIONS: Final[list[int | str]] = [
    "NORM", "LEMMA", "TAG", "POS", "MORPH", "DEP", "HEAD", "SENT_START",
    "ENT_IOB", "ENT_TYPE", "ENT_ID", "ENT_KB_ID",
]  # fmt: skip


class KeptToken(Token):
    """A word that holds what spaCy would look up; words that hang from it are tuples."""

    __slots__ = (
        "answers", "children", "dep_", "ent_type_", "head", "i", "idx", "is_alpha", "is_punct",
        "is_space", "left_edge", "lefts", "lemma_", "lower_", "pos_", "right_edge", "rights",
        "sent", "tag_", "text", "whitespace_",
    )  # fmt: skip

    if TYPE_CHECKING:
        answers: dict[object, object]
        doc: KeptDoc
        text: str
        lower_: str
        lemma_: str
        tag_: str
        pos_: str
        dep_: str
        ent_type_: str
        whitespace_: str
        idx: int
        is_alpha: bool
        is_punct: bool
        is_space: bool
        head: Any
        sent: Any
        children: Any
        lefts: Any
        rights: Any
        left_edge: Any
        right_edge: Any

    def __hash__(self) -> int:
        """Words of one document differ in their places."""
        return self.i

    @property
    def ancestors(self) -> Iterator[Token]:
        """The words above it, from the next one up."""
        word: Token = self
        while word.head is not word:
            word = word.head
            yield word

    def nbor(self, i: int = 1) -> Token:
        """The word so many places behind it; IndexError where the text has none."""
        if self.i + i < 0:
            raise IndexError(f"no word {i} places from the word {self.i}")
        return self.doc.kept[self.i + i]


class KeptSpan(Span):
    """A run of kept words."""

    __slots__ = ()

    if TYPE_CHECKING:
        doc: KeptDoc

    def __iter__(self) -> Iterator[Token]:
        """Its words."""
        return iter(self.doc.kept[self.start : self.end])

    @property
    def text(self) -> str:
        """Its words as they are written, without the white space behind them."""
        return self.doc.text[self.start_char : self.end_char]

    @property
    def sent(self) -> Span:
        """The sentence in which it starts."""
        kept = self.doc.kept
        return kept[self.start].sent if self.start < len(kept) else super().sent


class KeptDoc(Doc):
    """A document with words that are made once; ``keep`` makes it."""

    kept: list[KeptToken]
    text: str = ""
    ents: Sequence[Span] = ()
    sentences: list[Span]

    @overload
    def __getitem__(self, i: int) -> Token: ...
    @overload
    def __getitem__(self, i: slice) -> Span: ...
    def __getitem__(self, i: int | slice) -> Token | Span:
        """A word by its place, or a run of words."""
        if isinstance(i, slice):
            start, end, _ = i.indices(len(self.kept))
            return KeptSpan(self, start, max(start, end))
        return self.kept[i]

    def __iter__(self) -> Iterator[Token]:
        """Its words."""
        return iter(self.kept)

    def copy_of(self, span: Span) -> Span:
        """The same words, label and ids as those of a span of another document."""
        start, end, label = span.start, span.end, span.label
        return KeptSpan(self, start, end, label=label, kb_id=span.kb_id, span_id=span.id)

    @property
    def sents(self) -> Iterator[Span]:
        """Its sentences."""
        return iter(self.sentences)


def keep(doc: Doc) -> Doc:
    """A copy that answers the same, faster; the document itself where it is too long to keep."""
    if len(doc) > LONGEST:
        return doc
    kept = _copied(doc)
    kept.kept = list(_described(kept))
    _hang(kept.kept, (np.arange(len(doc)) + doc.to_array("HEAD").astype(np.int32)).tolist())
    kept.sentences = [kept[sentence.start : sentence.end] for sentence in doc.sents]
    for sentence in kept.sentences:
        for word in kept.kept[sentence.start : sentence.end]:
            word.sent = sentence
    for name, group in doc.spans.items():
        spans = [kept.copy_of(span) for span in group]
        kept.spans[name] = SpanGroup(kept, name=group.name, attrs=dict(group.attrs), spans=spans)
    kept.ents = tuple(kept.copy_of(name) for name in doc.ents)
    return kept


def _copied(doc: Doc) -> KeptDoc:
    """What the reader wrote, without the words."""
    words, spaces = [word.text for word in doc], [bool(word.whitespace_) for word in doc]
    copy = KeptDoc(doc.vocab, words=words, spaces=spaces, user_data=doc.user_data)
    copy.text = doc.text
    for names in (_ANNOTATIONS, _SENTENCES):  # heads begin sentences of their own
        array = doc.to_array(names).reshape(len(doc), len(names))
        copy.from_array(names, cast("Ints2d", array))
    return copy


def _described(doc: KeptDoc) -> Iterator[KeptToken]:
    """Each word with what it is by itself."""
    array = doc.to_array([*_STRINGS, *_FLAGS])
    # one string for all words of a kind, whose hash is known
    keys = np.unique(array[:, : len(_STRINGS)]).tolist()
    strings = {key: intern(doc.vocab.strings[key]) for key in keys}
    start = 0
    for place, (*named, alpha, punct, space, spaced) in enumerate(array.tolist()):
        word = KeptToken(doc.vocab, doc, place)
        word.i, word.idx, word.answers = place, start, {}
        word.text, word.lower_, word.lemma_, *labels = [strings[key] for key in named]
        word.tag_, word.pos_, word.dep_, word.ent_type_ = labels
        word.is_alpha, word.is_punct, word.is_space = bool(alpha), bool(punct), bool(space)
        word.whitespace_ = " " if spaced else ""
        start += len(word.text) + spaced
        yield word


def _hang(words: list[KeptToken], heads: list[int]) -> None:
    """Write into each word from which it hangs, and which hang from it."""
    lefts: dict[int, list[KeptToken]] = defaultdict(list)
    rights: dict[int, list[KeptToken]] = defaultdict(list)
    for word, head in zip(words, heads, strict=True):
        word.head = words[head]
        if head != word.i:
            (lefts if word.i < head else rights)[head].append(word)
    first, last = _edges(heads)
    for word in words:
        word.lefts, word.rights = tuple(lefts.get(word.i, ())), tuple(rights.get(word.i, ()))
        word.children = word.lefts + word.rights
        word.left_edge, word.right_edge = words[first[word.i]], words[last[word.i]]


def _edges(heads: list[int]) -> tuple[list[int], list[int]]:
    """The first and the last place of what each word governs, itself included."""
    first, last = list(range(len(heads))), list(range(len(heads)))
    for edges, places in ((first, range(len(heads))), (last, reversed(range(len(heads))))):
        for place in places:
            above = heads[place]
            while (place < edges[above]) if edges is first else (place > edges[above]):
                edges[above], above = place, heads[above]
    return first, last
