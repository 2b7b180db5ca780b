"""Known things of a lexicon, found in a text."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from spacy.matcher import PhraseMatcher

from extractors.names.lexicon.namesakes import Chooser, Named
from extractors.names.spans import Candidate, is_shouting
from extractors.tree.functions import is_plural_noun
from extractors.words.places import load_place_words
from extractors.words.roles import load_role_words
from graph.model import Kind

if TYPE_CHECKING:
    from spacy.tokens import Doc, Span
    from spacy.vocab import Vocab

    from ontology.lexicons import Entry, Lexicon

_SHORT = 3
_LONGEST_POST = 5


class LexiconMatcher:
    """Finds the names of a lexicon in texts; made once for many documents.

    A name matches as it is written, and in capitals where it has more than three letters.
    """

    def __init__(self, lexicon: Lexicon, vocab: Vocab, tokenizer: Callable[[str], Doc]) -> None:
        self._lexicon = lexicon
        self._chooser = Chooser(lexicon)
        self._matcher = PhraseMatcher(vocab, attr="LOWER")
        docs = [tokenizer(label) for label, _ in lexicon.labels()]
        self._matcher.add("name", docs)

    def find(self, doc: Doc) -> Iterator[Candidate]:
        """The names in the order of the text; they may overlap.

        One that means several places has no identifier where the text does not tell which.
        """
        spans = [doc[start:end] for _, start, end in self._matcher(doc)]
        named = [Named(span, entries) for span in spans if (entries := self._entries(span))]
        for one, entry in zip(named, self._chooser.choose(named), strict=True):
            if entry is None and not one.is_open:
                continue
            meant = entry or one.entries[0]
            state = self._state(one.span, meant)
            told = _candidate(one.span, state or meant, is_sure=entry is not None)
            yield replace(told, label=state.label) if state is not None else told

    def _state(self, span: Span, people: Entry) -> Entry | None:
        """The country of "German" before a post that a country gives: "German Chancellor Berg"."""
        # readers take an adjective before a title for a part of the name, but not "the Germans"
        telling = people.kind == Kind.GROUP and span.text.casefold() != people.label.casefold()
        lands = people.related if telling or _is_adjective_of_people(span, people) else ()
        state = self._lexicon.get(lands[0]) if len(lands) == 1 else None
        is_land = state is not None and state.kind == Kind.PLACE
        return state if is_land and _leads_to_post(span) else None

    def _entries(self, span: Span) -> tuple[Entry, ...]:
        """What the span can mean; nothing where it is not written as a name."""
        text = span.text.replace("\n", " ")
        if text.islower() or (len(text) <= _SHORT and is_shouting(span.sent)):
            return ()
        division = _division(span)
        written = self._lexicon.find(text)
        if division and written and all(_is_town(entry) for entry in written):
            return self._lexicon.find(f"{text} {division.title()}")
        shouted = text.isupper() and len(text) > _SHORT
        exact = any(_same_case(label, text) for entry in written for label in entry.labels)
        return written if exact or shouted else ()


def _candidate(span: Span, entry: Entry, *, is_sure: bool) -> Candidate:
    return Candidate(
        span.start,
        span.end,
        Kind(entry.kind),
        "lexicon",
        rank=3,
        identifier=entry.iri if is_sure else "",
        event_type=entry.event_type,
        confidence=0.95,
        label=entry.label if _is_adjective(span) else "",
    )


def _division(span: Span) -> str:
    """What the text calls the place, where that is no town: "the state of X", "X province"."""
    doc, words = span.doc, load_place_words().divisions
    before = doc[max(span.start - 2, span.sent.start) : span.start]
    led = before[0].lower_ if len(before) > 1 and before[1].lower_ == "of" else ""
    after = doc[span.end].lower_ if span.end < len(doc) else ""
    return next((word for word in (led, after) if word in words), "")


def _is_town(entry: Entry) -> bool:
    return entry.kind == Kind.PLACE and "#city-" in entry.iri


def _leads_to_post(span: Span) -> bool:
    """Whether a noun for one public post follows, with no more than its field between."""
    for token in span.doc[span.end : min(span.end + _LONGEST_POST, span.sent.end)]:
        if token.lemma_.lower() in load_role_words().public:
            return not is_plural_noun(token)
        if token.pos_ not in {"ADJ", "NOUN", "PROPN"} and token.text != "-":
            return False
    return False


def _is_adjective_of_people(span: Span, entry: Entry) -> bool:
    """Whether the words only say whose something is: "the Danish raid"."""
    return entry.kind == Kind.GROUP and _is_adjective(span)


def _is_adjective(span: Span) -> bool:
    return all(token.pos_ == "ADJ" for token in span)


def _same_case(label: str, text: str) -> bool:
    """Whether each word starts alike, so that "the hague" or "Us" does not match."""
    words, others = label.split(), text.split()
    return len(words) == len(others) and all(
        word[:1].isupper() == other[:1].isupper() and (len(word) > _SHORT or word == other)
        for word, other in zip(words, others, strict=True)
    )
