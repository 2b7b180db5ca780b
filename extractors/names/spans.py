"""Spans of a text that may name something, before they become mentions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Span, Token

from extractors.words.function_words import load_function_words
from extractors.words.general import head_kind, load_name_words
from extractors.words.times import load_words
from graph.model import Kind

_EDGES = " \t\n\"'`.,;:!?()[]{}<>*_#|/\\“”‘’«»„…–—-"
_POSSESSIVE = re.compile(r"['’`´]s?$")
_MIN_LETTERS = 2
_SMALL = 3
# "Sun" and "Sat" may be names of people, "Sunday" hardly.
_FULL = 6


@dataclass(frozen=True, slots=True)
class Candidate:
    """Tokens from ``start`` to ``end`` (exclusive, token indexes) that may be a name.

    Of candidates that overlap the longest stays, and of equals the one of higher ``rank``.
    ``label`` is given where the words of the text are no name: "Danish" for the Danes.
    """

    start: int
    end: int
    kind: Kind
    origin: str
    rank: int = 0
    identifier: str = ""
    event_type: str = ""
    confidence: float = 1.0
    label: str = ""

    def span(self, doc: Doc) -> Span:
        """The tokens themselves."""
        return doc[self.start : self.end]


@cache
def _article() -> re.Pattern[str]:
    articles = "|".join(sorted(load_function_words().articles))
    return re.compile(rf"^(?:{articles})\s+", re.IGNORECASE)


def label_of(text: str) -> str:
    """The name itself: one line, without article, possessive ending and marks at its edges.

    A bracket, or a full stop of initials ("U.S."), stays where its counterpart is inside.
    """
    label = " ".join(text.split()).strip(_EDGES.replace("(", "").replace(")", ""))
    label = _POSSESSIVE.sub("", _article().sub("", label)).strip()
    if label.count("(") != label.count(")"):
        label = label.strip("() ")
    if re.search(r"\b\w\.\w$", label) and text.rstrip().endswith((".", ".'s", ".’s")):
        label += "."
    return label


def trimmed(span: Span, *, person: bool = False) -> Span | None:
    """The span without articles, prepositions, marks and loose adjectives at its edges.

    It ends at a line break; a person's name loses titles too. None where nothing is left that
    could be a name.
    """
    words = load_name_words()
    start, end = span.start, _line_end(span)
    doc = span.doc
    while start < end and (_is_edge(doc[start], leading=True) or _is_title(doc[start], person)):
        start += 1
    while end > start and (_ends_no_name(doc[end - 1]) or _is_day(doc, start, end, person=person)):
        end -= 1
    kept = doc[start:end]
    letters = sum(character.isalpha() for character in kept.text)
    if letters < _MIN_LETTERS or kept.text in words.never:
        return None
    return kept if has_capital(kept) or is_uncapitalised(kept) else None


def _is_day(doc: Doc, start: int, end: int, *, person: bool) -> bool:
    """Whether the last word is only the day of what follows: "the House of Lords Monday insisted".

    A club may be named after a town and a day: "Sheffield Wednesday".
    """
    if not is_weekday(doc[end - 1]):
        return False
    told = end < len(doc) and doc[end].tag_ == "VBD" and doc[end - 2].lower_ != "on"
    whole = end - 1 - start > 1 or head_kind(doc[end - 2].text) is Kind.ORGANIZATION
    return person or (told and whole)


def joined_end(doc: Doc, end: int, *, person: bool = True) -> int:
    """Where a name ends that goes on through hyphens: "Attiq-ur-Rehman", "Chiang Kai-shek".

    What tells a father from a son belongs to it: "Ada Lund, Jr.".
    """
    if not person:
        return end
    behind = end + (end < len(doc) and doc[end].text == ",")
    word = doc[behind].text.rstrip(".") if behind < len(doc) else ""
    if word in load_name_words().generations and (behind == end or not word.isupper()):
        return behind + 1
    if _goes_on(doc, end) and doc[end + 1].is_lower and not _goes_on(doc, end + 2):
        return end + 2
    rest = doc[end : end + 4]
    parts = [token.text for token in rest]
    fits = len(parts) == 4 and parts[0] == parts[2] == "-" and parts[3][:1].isupper()  # noqa: PLR2004 (four tokens)
    close = fits and not (doc[end - 1].whitespace_ or any(t.whitespace_ for t in rest[:3]))
    return end + 4 if close and len(parts[1]) <= _SMALL else end


def _goes_on(doc: Doc, end: int) -> bool:
    """Whether a hyphen and a word stand here without spaces around them."""
    if end + 1 >= len(doc) or doc[end].text != "-" or not doc[end + 1].is_alpha:
        return False
    return not (doc[end - 1].whitespace_ or doc[end].whitespace_)


def is_capitalised(token: Token) -> bool:
    """Whether the word starts with a capital letter, or is a number with letters ("366th")."""
    return token.text[:1].isupper()


def is_weekday(token: Token) -> bool:
    """Whether it is a day's full name, as after a person's: "met President Lund Tuesday"."""
    return len(token) >= _FULL and token.lower_ in load_words().weekdays


def has_capital(words: Iterable[Token | str]) -> bool:
    """Whether any of the words has a capital letter, or is a number with letters ("139th")."""
    return any(_is_written_as_name(str(word)) for word in words)


def _is_written_as_name(word: str) -> bool:
    numbered = word[:1].isdigit() and any(character.isalpha() for character in word)
    return numbered or any(character.isupper() for character in word)


def is_shouting(span: Span) -> bool:
    """Whether the text is set in capitals, so that they tell nothing about names."""
    words = [token.text for token in span if token.is_alpha and len(token) > 1]
    upper = sum(word.isupper() for word in words)
    return len(words) > 2 and upper > len(words) * 0.7  # noqa: PLR2004 (two words may be initials)


def is_uncapitalised(name: Span) -> bool:
    """Whether the name stands in a sentence whose writer uses no capitals, as in many a message.

    The first word, which any writer may give a capital, and "I" tell nothing.
    """
    if not name.text.islower():
        return False
    others = [token.text for token in name.sent[1:] if token.text != "I"]
    return len(others) > 2 and not has_capital(others)  # noqa: PLR2004 (too few words to tell)


def is_heading(sentence: Span) -> bool:
    """Whether most words of a sentence without a final stop are capitalised, as in a title."""
    words = [token.text for token in sentence if token.is_alpha and len(token) > 3]  # noqa: PLR2004 (small words)
    capitals = sum(word[:1].isupper() for word in words)
    ends = sentence.text.rstrip()[-1:] in {".", "!", "?", ";", "”", '"'}
    return len(words) > 2 and not ends and capitals > len(words) * 0.7  # noqa: PLR2004 (a short name)


def longest(candidates: Iterable[Candidate]) -> list[Candidate]:
    """The candidates that remain when of overlapping ones the longest, then highest, wins."""
    taken: set[int] = set()
    kept: list[Candidate] = []
    for candidate in sorted(candidates, key=_precedence):
        tokens = range(candidate.start, candidate.end)
        if taken.isdisjoint(tokens):
            taken.update(tokens)
            kept.append(candidate)
    return sorted(kept, key=lambda candidate: candidate.start)


def occurrences(
    doc: Doc, wanted: Iterable[tuple[str, ...]]
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Where any of the wanted sequences of words stands, with the words, in the order of the text.

    The text is gone through once, however many begin with the same word.
    """
    sought = frozenset(wanted)
    lengths: dict[str, set[int]] = {}
    for words in sought:
        lengths.setdefault(words[0], set()).add(len(words))
    texts = [token.text for token in doc]
    for start, first in enumerate(texts):
        for length in sorted(lengths.get(first, ())):
            words = tuple(texts[start : start + length])
            if len(words) == length and words in sought:
                yield start, words


def _precedence(candidate: Candidate) -> tuple[int, int, int, str]:
    return (candidate.start - candidate.end, -candidate.rank, candidate.start, candidate.kind)


def _line_end(span: Span) -> int:
    breaks = (token.i for token in span if "\n" in token.text and token.i > span.start)
    return next(breaks, span.end)


def _ends_no_name(token: Token) -> bool:
    loose = token.text.islower() and token.pos_ in {"ADJ", "ADV", "VERB", "AUX"}
    return loose or _is_edge(token, leading=False)


def _is_title(token: Token, person: bool) -> bool:  # noqa: FBT001 (what the span names)
    return person and token.text in load_name_words().titles


def _is_edge(token: Token, *, leading: bool) -> bool:
    words = load_name_words()
    hyphenated = token.i + 1 < len(token.doc) and token.nbor().text == "-" and not token.whitespace_
    if leading and token.lower_ in load_function_words().articles and not hyphenated:
        return True
    if token.text in {"'s", "’s", "`s", "'", "’"} or token.is_space:
        return True
    if token.text in words.joining or (not leading and token.text in words.inside):
        return True
    return not any(character.isalnum() for character in token.text) and token.text not in "()"
