"""Stretches of a text that somebody says: quotes, reported clauses, sources, sections."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.speakers import speaker_at, speaker_of
from extractors.tree import clauses, syntax
from extractors.tree.quotations import find_quotations
from extractors.words.cues import load_speech_words
from graph.model import Mention

_SHARE_IN_QUOTES = 0.7


@dataclass(frozen=True, slots=True)
class Speech:
    """What one speaker says.

    ``start`` and ``end`` are the stretch of the text; ``cue_start`` and ``cue_end`` the words that
    tell that it is said. ``spoken`` is False for opinions: they belong to the speaker, who does
    not say them. ``rule`` names how the speaker was found.
    """

    start: int
    end: int
    speaker: Mention
    cue_start: int
    cue_end: int
    rule: str
    confidence: float
    quoted: bool = False
    spoken: bool = True

    def covers(self, start: int, end: int) -> bool:
        """Whether the characters from ``start`` to ``end`` stand in it."""
        return self.start <= start and end <= self.end


def find_reported(reading: Reading) -> Iterator[Speech]:
    """The clauses of reporting verbs: "X said that …", "…, X said"."""
    words = load_speech_words()
    known = (words.reporting | words.thinking) - words.only_with_quote
    quoted = [(q.start, q.end) for q in find_quotations(reading.document.text)]
    for verb in reading.doc:
        lemma = clauses.known_lemma(verb, known) if clauses.is_verb(verb) else ""
        if not lemma:
            continue
        bounds = _clause_bounds(verb)
        speaker = speaker_of(reading, verb) if bounds else None
        if bounds and speaker and not _is_quoted(*bounds, quoted):
            spoken = lemma in words.reporting
            yield _by_word(verb, bounds, speaker, "reporting verb", 0.75, spoken=spoken)


def find_sourced(reading: Reading) -> Iterator[Speech]:
    """What a sentence gives "according to X" or "in the view of X"."""
    by_first: dict[str, list[list[str]]] = defaultdict(list)
    for phrase in sorted(load_speech_words().sources):
        by_first[phrase.split()[0]].append(phrase.split())
    for token in reading.doc:
        for words in by_first.get(token.lower_, ()):
            following = reading.doc[token.i : token.i + len(words)]
            if [t.lower_ for t in following] == words:
                yield from _sourced(reading, token, following[-1])


def _sourced(reading: Reading, first: Token, last: Token) -> Iterator[Speech]:
    """The sentence without the phrase, as the words of the source."""
    noun = _noun_after(first, last)
    speaker = speaker_at(reading, noun) if noun is not None else None
    if noun is None or speaker is None:
        return
    sentence = noun.sent
    phrase_end = max(noun.right_edge.i, last.i) + 1
    before = reading.doc[sentence.start : first.i].text.strip(" ,;:—–-\n")
    after = reading.doc[phrase_end : sentence.end]
    if len(after.text.strip(' .,;\n”"')) > len(before):
        bounds = _trimmed(reading, after.start_char, after.end_char)
    else:
        bounds = _trimmed(reading, sentence.start_char, first.idx)
    cue = (first.idx, last.idx + len(last))
    if bounds[0] < bounds[1]:
        yield Speech(*bounds, speaker, *cue, "according to", 0.75)


def _noun_after(first: Token, last: Token) -> Token | None:
    """The noun that a phrase such as "according to" leads to."""
    for word in (last, first):
        noun = syntax.led_to(word)
        if noun is not None and noun.i > last.i:
            return noun
    after = (t for t in last.doc[last.i + 1 : last.sent.end] if t.pos_ in {"NOUN", "PROPN", "PRON"})
    whole = (t for t in after if not (syntax.is_modifier(t) or syntax.is_possessor(t)))
    return next(whole, None)


def _clause_bounds(verb: Token) -> tuple[int, int] | None:
    """Where the clause of a reporting verb starts and ends, without "that"."""
    clause = clauses.content(verb)
    if clause is not None:
        start = clause.left_edge
        while start.lower_ in {"that", ",", ":"} and start.i < clause.i:
            start = start.nbor()
        if start.i <= verb.i <= clause.right_edge.i:
            return None
        return start.idx, _end_of(clause.right_edge)
    if clauses.is_inserted(verb) and verb.i > verb.head.i and syntax.subjects(verb):
        return verb.head.left_edge.idx, _end_of(verb.left_edge.nbor(-1))
    return None


def _end_of(token: Token) -> int:
    """Where the clause ends that has the token as its last, without the marks after it."""
    while token.is_punct and token.text not in {")", "”", '"', "’"}:
        token = token.nbor(-1)
    return token.idx + len(token)


def _trimmed(reading: Reading, start: int, end: int) -> tuple[int, int]:
    text = reading.document.text[start:end]
    left = len(text) - len(text.lstrip(" ,;:\n"))
    return start + left, max(start + left, start + len(text.rstrip(" ,;.—–\n")))


def _is_quoted(start: int, end: int, quoted: list[tuple[int, int]]) -> bool:
    """Whether most of the clause stands in quotation marks, so that it is found as a quote."""
    inside = sum(max(0, min(end, right) - max(start, left)) for left, right in quoted)
    return inside > (end - start) * _SHARE_IN_QUOTES


def _by_word(
    cue: Token,
    bounds: tuple[int, int],
    speaker: Mention,
    rule: str,
    confidence: float,
    *,
    spoken: bool = True,
) -> Speech:
    end = cue.idx + len(cue)
    return Speech(*bounds, speaker, cue.idx, end, rule, confidence, spoken=spoken)
