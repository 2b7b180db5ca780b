"""Quotes with their speakers: "…", said X · X admitted: "…" · the statement of X that "…"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from extractors.actors.speakers import SPEAKING, speaker_at
from extractors.reading import Reading, paragraph_of
from extractors.speech.reported import is_said, is_told_of, owner_of_words, speakers_of
from extractors.speech.speech import Speech, quotations_of
from extractors.tree import clauses, voice
from extractors.tree.quotations import Quotation
from extractors.words.cues import load_speech_words
from extractors.words.tables import either
from graph.model import Form, Mention

_FEWEST_WORDS = 3
_SMALL_WORD = 3
_FAR = 160
_OPEN_ENDS = frozenset({",", "!", "?", "—", "–", "-"})
_NOUNS = frozenset({"NOUN", "PROPN", "PRON"})


Cue = tuple[Token, tuple[Mention, ...], str, float]


def find_quoted(reading: Reading) -> list[Speech]:
    """The quotes with words of speech beside them, in the order of the text; no scare quotes."""
    found: list[Speech] = []
    previous_end = 0
    for quotation in reading.once(quotations_of):
        speech = _speech(reading, quotation, previous_end, found)
        previous_end = quotation.end
        if speech is not None and found and _is_second_half(reading, found[-1], speech):
            found[-1] = replace(found[-1], segments=(*found[-1].segments, *speech.segments))
        elif speech is not None:
            found.append(speech)
    return found


def _is_second_half(reading: Reading, first: Speech, second: Speech) -> bool:
    """Whether one sentence goes on behind its verb of speech: "“The bridge,” she said, “fell.”"."""
    text = reading.document.text
    begun = text[slice(*second.segments[0])].lstrip("“\"'‘«„")[:1]
    same = (first.cue_start, first.cue_end) == (second.cue_start, second.cue_end)
    return same and begun.islower() and first.end <= first.cue_start < second.start


def _speech(
    reading: Reading, quotation: Quotation, previous_end: int, found: list[Speech]
) -> Speech | None:
    if not is_speech(reading, quotation):
        return None
    after = _after(reading, quotation)
    before = _before(reading, quotation, previous_end)
    cue = _by_verb(reading, after, 0.9) or _by_verb(reading, reversed(before), 0.85)
    cue = cue or _by_noun(reading, before) or _by_colon(reading, quotation)
    cue = cue or _by_manner(reading, quotation, after, before)
    if cue is not None:
        token, speakers, rule, confidence = cue
        words = (token.idx, token.idx + len(token))
        spoken = not clauses.is_verb(token) or is_said(token)
        return _quoted(quotation, speakers, words, rule=rule, confidence=confidence, spoken=spoken)
    last = found[-1] if found else None
    if last is not None and _continues(reading, last, quotation, previous_end):
        words = (last.cue_start, last.cue_end)
        return _quoted(quotation, last.speakers, words, rule="continued quote", confidence=0.7)
    return None


def is_speech(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation can be speech: no scare quote, title or name."""
    words = quotation.text(reading.document.text).split()
    long = [word for word in words if len(word) > _SMALL_WORD]
    title = all(word.strip("(“‘'\"")[:1].isupper() or not word[:1].isalpha() for word in long)
    return (
        len(words) >= _FEWEST_WORDS
        and not _is_name(reading, quotation)
        and not (title and words[-1][-1].isalnum())
    )


def _is_name(reading: Reading, quotation: Quotation) -> bool:
    """Whether the quotation is no more than a name."""
    span = reading.doc.char_span(
        quotation.inner_start, quotation.inner_end, alignment_mode="contract"
    )
    around = reading.around(span[0]) if span else []
    return any(m.form is Form.NAME and m.end >= quotation.inner_end for m in around)


def _after(reading: Reading, quotation: Quotation) -> list[Token]:
    """The words after a quotation up to the next one, where they go on with its sentence."""
    text = reading.document.text
    last = text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    stop = _next_mark(text, quotation.end)
    span = reading.doc.char_span(quotation.end, stop, alignment_mode="contract")
    rest = text[quotation.end : stop]
    if span is None or rest[:1] in {".", ";", "!", "?"} or rest.lstrip().startswith("("):
        return []
    first = next((token for token in span if not token.is_punct and not token.is_space), None)
    goes_on = last not in {".", "…"} or (first is not None and not first.text[:1].isupper())
    if first is None or not (goes_on or is_reporting(first)):
        return []
    return [token for token in span if token.i < _full_stop(span)]


def _full_stop(span: Span) -> int:
    return next((token.i for token in span if token.text in {".", ";"}), span.end)


def _next_mark(text: str, start: int) -> int:
    _, end = paragraph_of(text, start)
    marks = (at for mark in '“"«„' if (at := text.find(mark, start, end)) >= 0)
    return min((*marks, end, start + _FAR))


def _before(reading: Reading, quotation: Quotation, previous_end: int) -> list[Token]:
    """The words before a quotation that lead to it: of its sentence, or up to a colon."""
    doc, text = reading.doc, reading.document.text
    led = text[: quotation.start].rstrip().rstrip("—–-").rstrip()
    if (
        not led
        or led[-1] in ".!?"
        or (led[-1] not in ":," and "\n" in text[len(led) : quotation.start])
    ):
        return []
    last = _token_at(doc, len(led) - 1)
    start = max(last.sent.start_char, previous_end, paragraph_of(text, last.idx)[0])
    return [token for token in doc[last.sent.start : last.i + 1] if token.idx >= start]


def _token_at(doc: Doc, offset: int) -> Token:
    span = doc.char_span(offset, offset + 1, alignment_mode="expand")
    if span is None:
        raise ValueError(f"no character {offset} in the text")
    return span[0]


def is_reporting(token: Token) -> bool:
    """Whether the word is a verb of speech beside which a quote may stand."""
    words = load_speech_words()
    known = clauses.known_lemma(token, either(words.reporting, words.only_with_quote))
    return clauses.is_verb(token) and bool(known)


def _by_verb(
    reading: Reading, tokens: Iterator[Token] | list[Token], confidence: float
) -> Cue | None:
    """The nearest reporting verb, with its subject or with whoever is named beside it."""
    for token in tokens:
        if not is_reporting(token) or is_told_of(token):
            continue
        named = speakers_of(reading, token)
        speakers = tuple(one for one in named if not _is_addressed(reading, one))
        unnamed = not voice.doers(token) or (named and not speakers)
        beside = _beside(reading, token) if unnamed and not speakers else None
        return (token, (beside,) if beside else speakers, "reporting verb", confidence)
    return None


def _is_addressed(reading: Reading, mention: Mention) -> bool:
    """Whether the name stands in the quotation, as of who is spoken to: "“Lund,” said Berg"."""
    text = reading.document.text
    return any(
        one.start < mention.start < one.end and text[one.inner_end - 1] == ","
        for one in reading.once(quotations_of)
    )


def _beside(reading: Reading, verb: Token) -> Mention | None:
    """Somebody named right after the verb, or right before it: "said X", "X said".

    It is asked only where the tree gives the verb no subject; never for "told X", who listens.
    """
    end = verb.idx + len(verb)
    text = reading.document.text
    words = load_speech_words()
    for mention in reading.mentions_between(verb.idx - _FAR, end + _FAR):
        led = text[end : mention.start].strip() if mention.start >= end else None
        follows = led in words.before_speaker and verb.lemma_.lower() not in words.addressing
        precedes = mention.end <= verb.idx and not text[mention.end : verb.idx].strip()
        if mention.kind in SPEAKING and (follows or precedes):
            return mention
    return None


def _by_noun(reading: Reading, tokens: list[Token]) -> Cue | None:
    """A noun of speech with its speaker before the quotation: "the statement of X that"."""
    nouns = load_speech_words().reporting_nouns
    for token in reversed(tokens):
        if token.lemma_.lower() in nouns and token.pos_ == "NOUN":
            speaker = speaker_at(reading, token) or owner_of_words(reading, token)
            return (token, (speaker,), "reporting noun", 0.65) if speaker else None
    return None


def _by_manner(
    reading: Reading, quotation: Quotation, after: list[Token], before: list[Token]
) -> Cue | None:
    """A verb of any kind between quote and speaker: "“…,” sneered X", "X thundered: “…”"."""
    words = [token for token in after if not token.is_punct]
    last = reading.document.text[quotation.inner_start : quotation.inner_end].rstrip()[-1:]
    if len(words) > 1 and last in _OPEN_ENDS and _is_past(words[0]):
        named = next((t for t in words[1:] if t.head == words[0] and t.pos_ in _NOUNS), None)
        beside = named is not None and named.left_edge.i == words[0].i + 1
        speaker = speaker_at(reading, named) if named is not None and beside else None
        return (words[0], (speaker,), "verb before the speaker", 0.7) if speaker else None
    led = [token for token in before if not token.is_punct]
    if led and before[-1].text in {",", ":"} and _is_past(led[-1]):
        speakers = speakers_of(reading, led[-1])
        return (led[-1], speakers, "verb before the quote", 0.7) if speakers else None
    return None


def _is_past(token: Token) -> bool:
    told = token.lemma_.lower() in load_speech_words().addressing
    past = clauses.is_verb(token) and token.tag_ == "VBD"
    return past and not told and not clauses.auxiliaries(token)


def _by_colon(reading: Reading, quotation: Quotation) -> Cue | None:
    """Somebody's name and a colon at the start of the line: "X: “…”"."""
    text = reading.document.text
    start, _ = paragraph_of(text, quotation.start)
    lead = text[start : quotation.start].strip()
    if not lead.endswith(":"):
        return None
    for mention in reading.mentions_between(start, quotation.start):
        if mention.kind in SPEAKING:
            between = text[mention.end : quotation.start].strip()
            told = any(t.tag_ == "VBD" for t in reading.span_of(start, mention.end))
            if between == ":" and not told:
                return (_token_at(reading.doc, mention.end - 1), (mention,), "name and colon", 0.8)
    return None


def _continues(reading: Reading, last: Speech, quotation: Quotation, previous_end: int) -> bool:
    """Whether the quotation goes on where the last one was interrupted by its reporting clause."""
    text = reading.document.text
    if last.end != previous_end or "\n" in text[last.end : quotation.start]:
        return False
    between = text[last.end : quotation.start].strip()
    one_clause = between.rstrip(".,;:").count(".") == 0 and len(between) < _FAR
    return one_clause and last.end <= last.cue_start < quotation.start


def _quoted(
    quotation: Quotation,
    speakers: tuple[Mention, ...],
    cue: tuple[int, int],
    *,
    rule: str,
    confidence: float,
    spoken: bool = True,
) -> Speech:
    segments = ((quotation.start, quotation.end),)
    return Speech(segments, speakers, *cue, rule, confidence, quoted=True, spoken=spoken)
