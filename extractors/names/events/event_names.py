"""Names of events: "Khojaly massacre", "Siege of Leningrad", a seminar's title in quotes.

The reader knows some; the others are built from an event noun and the names beside it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from spacy.tokens import Doc, Span, Token

from extractors.names.labels import is_state, kind_of
from extractors.names.spans import (
    Candidate,
    is_capitalised,
    is_heading,
    is_shouting,
    is_weekday,
    longest,
    trimmed,
)
from extractors.tree import functions
from extractors.tree.clauses import known_lemma
from extractors.words.events.triggers import Trigger, load_triggers, load_type_sets
from extractors.words.function_words import load_function_words
from extractors.words.general import load_name_words
from extractors.words.tables import either
from graph.model import Kind

_HYPHENS = frozenset({"-", "–"})
_QUOTES = re.compile(r"[“\"‘'] ?([^“”\"‘’'\s][^“”\"‘’'\n]{2,118}[^“”\"‘’'\s]) ?[”\"’']")
_NUMERALS = frozenset({"I", "II", "III", "IV", "V"})
_NEAR = 4


def find_event_names(doc: Doc, names: list[Candidate]) -> list[Candidate]:
    """The named events of the text; names of places and people may stand inside them."""
    plain = [name for name in names if name.kind is not Kind.EVENT]
    by_token = {i: name for name in plain for i in range(name.start, name.end)}
    found = [
        *_from_names(doc, names),
        *_before_nouns(doc, by_token),
        *_after_of(doc, by_token),
        *_with_own_name(doc),
        *_in_quotes(doc),
    ]
    taken = {i for event in found for i in range(event.start, event.end)}
    read = (event for event in _from_reader(doc) if _adds(doc, event, taken))
    return [event for event in longest([*found, *read]) if not _is_work(doc, event)]


def _is_work(doc: Doc, event: Candidate) -> bool:
    """Whether the name begins as that of a text: "Convention on … Genocide"."""
    kind = load_name_words().heads.get(doc[event.start].text)
    return kind is Kind.WORK and event.origin != "lexicon"


def _adds(doc: Doc, event: Candidate, taken: set[int]) -> bool:
    """Whether an event of the reader stands where no other does, or names more outside headings."""
    clear = taken.isdisjoint(range(event.start, event.end))
    return clear or not is_heading(doc[event.start].sent)


def event_noun(token: Token) -> Trigger | None:
    """What kind of event the noun names; None for other words."""
    if token.pos_ not in {"NOUN", "PROPN", "ADJ", "X"} and not token.text.isupper():
        return None
    nouns = load_triggers().nouns
    return nouns.get(token.lower_) or nouns.get(known_lemma(token, nouns))


def _from_names(doc: Doc, names: list[Candidate]) -> Iterator[Candidate]:
    """Events that the lexicon or another source of names has given already."""
    for name in names:
        if name.kind is Kind.EVENT and name.origin not in {"reader", "repeated"}:
            event_type = name.event_type or _type_in(doc, name.start, name.end)
            yield _event(name.start, name.end, event_type, name.origin, name.identifier)


def _from_reader(doc: Doc) -> Iterator[Candidate]:
    for ent in doc.ents:
        if kind_of(ent.label_) is Kind.EVENT and not is_shouting(ent.sent):
            span = trimmed(ent)
            if span is not None and not (_is_bare(span) or _is_cut_short(span)):
                event_type = _type_in(doc, span.start, span.end)
                yield _event(span.start, span.end, event_type, "reader")


def _is_bare(span: Span) -> bool:
    """Whether the name holds event nouns and nothing else: "the Massacre", "Crime of War"."""
    triggers = load_triggers()
    words = [token.lemma_.lower() for token in span if token.pos_ not in {"ADP", "DET"}]
    referring = either(*triggers.referring.values())
    known = all(word in triggers.nouns or word in referring for word in words)
    return known and triggers.capitals.isdisjoint(words)


def _is_cut_short(span: Span) -> bool:
    """Whether the name ends before the noun that its last word modifies, or is another's last word.

    One that ends in an event noun is whole: "1932 Irish general election" before "campaign".
    """
    last = span[-1]
    if len(span) == 1 and event_noun(last) is None and span.start > span.sent.start:
        before = span.doc[span.start - 1]
        if before.pos_ == "PROPN" and is_capitalised(before):
            return True
    if len(span) > 1 and event_noun(last) is not None:
        return False
    return functions.is_modifier(last) and last.head.i >= span.end


def _type_in(doc: Doc, start: int, end: int) -> str:
    """The type that the last event noun of a name gives it."""
    found = [trigger for token in doc[start:end] if (trigger := event_noun(token))]
    return found[-1].event_type if found else "Occurrence"


def _before_nouns(doc: Doc, by_token: dict[int, Candidate]) -> Iterator[Candidate]:
    """A name followed by an event noun, and capitalised event nouns after capitalised words."""
    triggers = load_triggers()
    for token in doc:
        trigger = event_noun(token)
        if trigger is None or _is_settled(by_token.get(token.i)) or _only_modifies(token):
            continue
        shouting = is_shouting(token.sent) or is_heading(token.sent)
        start = _name_start(doc, token.i, by_token, plain=not shouting)
        named = start < token.i and not functions.is_turned(doc[start])  # "an anti-Norland protest"
        if named and _makes_name(doc, start, token, by_token, shouting=shouting):
            yield _event(start, _with_numeral(doc, token.i), trigger.event_type, "event noun")
        elif token.lemma_.lower() in triggers.capitals and is_capitalised(token) and not shouting:
            yield _event(token.i, token.i + 1, trigger.event_type, "event noun")


def _is_settled(name: Candidate | None) -> bool:
    """Whether the noun is part of a name that is surely none of an event: a convention's."""
    return name is not None and name.kind is not Kind.EVENT and name.origin != "reader"


def _only_modifies(noun: Token) -> bool:
    """Whether the noun only says what another is about: "war crimes", "conflict zone"."""
    head = noun.head
    if not functions.is_modifier(noun) or head.i <= noun.i:
        return False
    if head.i > noun.i + 1:  # "war crimes tribunal"
        return noun.nbor().pos_ == "NOUN"
    return head.pos_ == "NOUN" or (head.pos_ == "PROPN" and event_noun(head) is None)


def _name_start(doc: Doc, noun: int, by_token: dict[int, Candidate], *, plain: bool) -> int:
    """Where the words that belong to the name before the noun begin.

    ``plain`` tells that capitals mean something here: the sentence is no heading.
    """
    words = load_name_words()
    start = _kind_start(doc, noun, by_token)
    while start > 0:
        token = doc[start - 1]
        if token.text in words.never or token.is_space or token.is_sent_end:
            break
        joins = token.text in _HYPHENS and start < noun
        if not (joins or start - 1 in by_token or (plain and _is_name_word(token))):
            break
        start -= 1
    articles = load_function_words().articles
    while start < noun and (doc[start].text in _HYPHENS or doc[start].lower_ in articles):
        start += 1
    return start


def _kind_start(doc: Doc, noun: int, by_token: dict[int, Candidate]) -> int:
    """Where the common noun begins that stands between a name and the event noun.

    As in "Bhopal gas disaster" or "Madrid train bombing"; the noun itself where there is none.
    """
    between = doc[noun - 1] if noun else None
    if between is None or between.pos_ != "NOUN" or not functions.is_modifier(between):
        return noun
    before = by_token.get(noun - 2)
    return noun - 1 if before is not None and before.kind is Kind.PLACE else noun


def _is_name_word(token: Token) -> bool:
    return is_capitalised(token) and token.is_alpha and token.pos_ not in {"DET", "PRON", "ADP"}


def _makes_name(
    doc: Doc, start: int, noun: Token, by_token: dict[int, Candidate], *, shouting: bool
) -> bool:
    triggers = load_triggers()
    word = noun.lower_ if noun.lower_ in triggers.with_place else noun.lemma_.lower()
    before = by_token.get(_kind_start(doc, noun.i, by_token) - 1)
    if before is None:
        capital = is_capitalised(noun) and not shouting
        return capital and not doc[start].is_sent_start and word in triggers.with_place
    trigger = event_noun(noun)
    # "UK air strikes" names no one strike, as "Lima bombing" names one
    if trigger is not None and trigger.event_type == "Attack" and is_state(before.identifier):
        return is_capitalised(noun) and not shouting
    if before.kind is Kind.GROUP:
        return word in triggers.with_people
    if before.kind is Kind.PERSON:
        return word in triggers.with_person
    return word in triggers.with_place


def _with_numeral(doc: Doc, noun: int) -> int:
    following = doc[noun + 1].text if noun + 1 < len(doc) else ""
    return noun + 2 if following in _NUMERALS else noun + 1


def _after_of(doc: Doc, by_token: dict[int, Candidate]) -> Iterator[Candidate]:
    """An event noun, "of" and the name of a place: "Siege of Leningrad", "battle of Kursk"."""
    for token in doc[:-2]:
        trigger = event_noun(token)
        if trigger is None or doc[token.i + 1].lower_ != "of" or _is_settled(by_token.get(token.i)):
            continue
        skip = 3 if doc[token.i + 2].lower_ == "the" else 2
        name = by_token.get(token.i + skip)
        if name is None or not (name.kind is Kind.PLACE or name.start == token.i):
            continue
        named = trigger.event_type in load_type_sets().named_by_place
        if is_capitalised(token) or named:
            yield _event(token.i, name.end, trigger.event_type, "event noun")


def _with_own_name(doc: Doc) -> Iterator[Candidate]:
    """What has a name as people have: "Hurricane Ada", "Operation Desert Lily"."""
    for token in doc[:-1]:
        trigger = event_noun(token)
        if trigger is None or token.lower_ not in load_triggers().with_own_name:
            continue
        end = token.i + 1
        while end < len(doc) and doc[end].pos_ == "PROPN" and _is_name_word(doc[end]):
            end += 1
        plain = is_capitalised(token) and not (is_shouting(token.sent) or is_heading(token.sent))
        other = is_weekday(doc[end - 1]) or _is_body(doc[end - 1])
        if plain and end > token.i + 1 and not other:  # "Hurricane Center" is a body
            yield _event(token.i, end, trigger.event_type, "event noun")


def _is_body(last: Token) -> bool:
    """Whether the last word of a name makes it one of a body."""
    return load_name_words().heads.get(last.text) is Kind.ORGANIZATION


def _in_quotes(doc: Doc) -> Iterator[Candidate]:
    """The title in quotes of a campaign, a seminar or the like that is named beside it."""
    for found in _QUOTES.finditer(doc.text):
        span = doc.char_span(*found.span(1))
        if span is None or not _is_title(span):
            continue
        near = [*doc[max(0, span.start - 1 - _NEAR) : span.start], *doc[span.end : span.end + 3]]
        types = [trigger.event_type for token in near if (trigger := event_noun(token))]
        if types and types[-1] in load_type_sets().titled:
            yield _event(span.start, span.end, types[-1], "title in quotes")


def _is_title(span: object) -> bool:
    words = [word for word in str(span).split() if len(word) > 3]  # noqa: PLR2004 (small words)
    return bool(words) and all(word[:1].isupper() or word[:1].isdigit() for word in words)


def _event(start: int, end: int, event_type: str, origin: str, identifier: str = "") -> Candidate:
    return Candidate(
        start,
        end,
        Kind.EVENT,
        origin,
        rank=3 if origin == "lexicon" else 1,
        identifier=identifier,
        event_type=event_type,
        confidence=0.9 if origin in {"lexicon", "event noun"} else 0.75,
    )
