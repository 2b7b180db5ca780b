"""Whoever a text describes and does not name: "two shepherds", "the mayor's office", "police"."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.names.nothing import in_headline
from extractors.names.spans import label_of
from extractors.reading import Reading
from extractors.tree import clauses, functions, identities, syntax
from extractors.words.cues import load_doubt_words, load_speech_words
from extractors.words.function_words import load_function_words
from extractors.words.people import PeopleWords, kind_of_noun, load_people_words
from extractors.words.tables import either
from graph.model import Form, Kind, Mention

_LIMITS = frozenset({"DT", "PDT", "WDT", "WP$", "IN", "CC", "TO", "JJR", "RBR", "EX", "UH"})
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_HYPHENS = _POSSESSIVE | {"-", "–"}
_MOST_BEFORE = 6
_MOST_AFTER = 9


def find_described(reading: Reading) -> Iterator[Mention]:
    """The descriptions of people and bodies, each once, in the order of the text.

    A noun inside a name, one that only narrows another noun, and one that measures ("dozens of
    miners") is none.
    """
    words = load_people_words()
    for token in reading.doc:
        mention = _described(reading, token, words) or _unit(reading, token, words)
        if mention is not None:
            yield mention


def _described(reading: Reading, token: Token, words: PeopleWords) -> Mention | None:
    if is_issuer(token):
        return None if _is_of_name(reading, token) else _mention(reading, token, Kind.ORGANIZATION)
    kind = _kind(token, words) or _kind_of_leader(reading, token, words)
    if kind is None or _is_no_phrase(reading, token) or measured(token) is not None:
        return None
    return _mention(reading, token, kind)


def is_issuer(token: Token) -> bool:
    """Whether a body stands before a text that speaks for it: "an army statement"."""
    body = token.lemma_.lower() in load_people_words().bodies and functions.is_modifier(token)
    return body and token.head.lemma_.lower() in load_speech_words().speaking_for


def _unit(reading: Reading, token: Token, words: PeopleWords) -> Mention | None:
    """A body whose name no reader found, by its members: "men of the 4th Marsh Lancers"."""
    above = syntax.noun_above(token) if token.pos_ == "PROPN" else None
    member = above is not None and above.lemma_.lower() in either(words.members, words.persons)
    if not member or functions.determiner(token) != "the" or reading.around(token):
        return None
    found = _mention(reading, token, Kind.ORGANIZATION)
    return found and replace(found, form=Form.NAME, is_local=False, confidence=0.6)


def measured(noun: Token) -> Token | None:
    """The people whom a noun or a number only measures: miners, of "dozens of miners"."""
    if noun.lemma_.lower() not in load_people_words().measures:
        return None
    tied = (child for preposition, child in syntax.prepositional(noun) if preposition == "of")
    return next(tied, None)


def is_plural(noun: Token) -> bool:
    """Whether the noun stands for several, by its form or by what it means."""
    return functions.is_plural_noun(noun) or noun.lemma_.lower() in load_people_words().groups


def _kind(token: Token, words: PeopleWords) -> Kind | None:
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"}:
        stands = token.lower_ in words.after_the and functions.determiner(token) == "the"
        return Kind.GROUP if stands else None
    kind = kind_of_noun(lemma) or _kind_of_counted(token, lemma, words)
    many = functions.is_plural_noun(token)
    if kind is None or (lemma in words.plural and not many):
        return None
    if kind is Kind.PERSON:
        each = functions.determiner(token) in load_function_words().distributive
        return Kind.GROUP if many or each else Kind.PERSON
    return Kind.GROUP if many and lemma not in either(words.plural, words.bare) else kind


def _kind_of_counted(token: Token, lemma: str, words: PeopleWords) -> Kind | None:
    """Of "14 others" and "both sides", who are people only where they are counted."""
    counted = functions.is_counted(token) or functions.determiner(token) == "both"
    return Kind.PERSON if lemma in words.counted and counted else None


def _kind_of_leader(reading: Reading, token: Token, words: PeopleWords) -> Kind | None:
    """Of "the head of the agency" and "heads of state", who are people by what they are head of."""
    if token.pos_ != "NOUN" or token.lemma_.lower() not in words.heading:
        return None
    of = (noun for preposition, noun in syntax.prepositional(token) if preposition == "of")
    if not any(_is_led(reading, noun, words) for noun in of):
        return None
    return Kind.GROUP if functions.is_plural_noun(token) else Kind.PERSON


def _is_led(reading: Reading, noun: Token, words: PeopleWords) -> bool:
    """Whether the noun is for something that has a head: a body, a family, a state."""
    name = reading.headed_by(noun)
    if name is not None:
        return name.kind in {Kind.ORGANIZATION, Kind.GROUP}
    lemma = noun.lemma_.lower()
    return lemma in words.headed or kind_of_noun(lemma) is Kind.ORGANIZATION


def _is_no_phrase(reading: Reading, token: Token) -> bool:
    """Whether the noun is part of a name or of another noun, or stands for nobody in particular."""
    if _is_of_name(reading, token):
        return True
    if functions.is_modifier(token) or functions.is_part_of_name(token):
        return True
    nobody = functions.determiner(token) in load_function_words().open
    if nobody or (token.pos_ == "PROPN" and not _is_noun_in_capitals(token)):
        return True
    return not (is_plural(token) or _is_introduced(token) or _stands_bare(token))


def _is_of_name(reading: Reading, token: Token) -> bool:
    around = reading.around(token)
    return any(m.form is Form.NAME or reading.head_of(m) == token for m in around)


def _is_noun_in_capitals(token: Token) -> bool:
    """Whether a capital makes no name of the noun: "the Government", "Soldiers said"."""
    opens = token.left_edge.i == token.sent.start and functions.is_plural_noun(token)
    return opens or _is_introduced(token)


def _is_introduced(noun: Token) -> bool:
    """Whether an article, an owner, a number or an adjective stands before the noun."""
    return bool(functions.introducing(noun))


def _stands_bare(noun: Token) -> bool:
    return noun.lemma_.lower() in load_people_words().bare


def _mention(reading: Reading, noun: Token, kind: Kind) -> Mention | None:
    span = reading.doc[_first(reading, noun) : _last(reading, noun) + 1]
    label = _uncapitalised(reading, span[0], label_of(span.text))
    # in a headline all of whose words have capitals, readers take clauses for one long noun
    if len(span) > 1 and in_headline(span):
        return None
    return Mention(
        document=reading.document.id,
        start=span.start_char,
        end=span.end_char,
        passage=reading.passage_at(span.start_char).index,
        text=span.text,
        label=label,
        kind=kind,
        form=Form.NOMINAL,
        head=noun.lemma_.lower(),
        confidence=0.7,
        origin="description",
        is_local=True,
    )


def _uncapitalised(reading: Reading, first: Token, label: str) -> str:
    """The label without the capital that only the start of a sentence gave it: "Raiders"."""
    opens = first.i == first.sent.start and first.is_title
    common = first.pos_ != "PROPN" and not reading.around(first)
    return label[:1].lower() + label[1:] if opens and common else label


def _first(reading: Reading, noun: Token) -> int:
    """The first word of the phrase, without article and without "about" and the like."""
    first, furthest = noun.i, max(noun.left_edge.i, noun.i - _MOST_BEFORE, noun.sent.start)
    name = reading.covering(noun.doc[furthest])
    if name is not None:  # a name is not cut: "United Nations expert"
        furthest = reading.span_of(name.start, name.end).start
    if functions.opens_after_preposition(noun):
        return first
    for index in range(noun.i - 1, furthest - 1, -1):
        token = noun.doc[index]
        # a word of a name goes with its last, whatever a reader takes it for: "United Nations"
        if not (_belongs(token, noun) or _is_inside(reading, token)):
            break
        first = index if token.text not in _POSSESSIVE else first
    return first


def _is_inside(reading: Reading, token: Token) -> bool:
    """Whether the word and the next are of one name."""
    names = (m for m in reading.around(token) if m.form is Form.NAME)
    return any(m in reading.around(token.nbor()) for m in names)


def _belongs(token: Token, noun: Token) -> bool:
    """Whether a word before the noun is part of what tells who is meant."""
    if token.text in _HYPHENS or functions.is_prefix(token):
        return True
    if token.pos_ == "VERB":  # "armed men"
        return functions.is_modifier(token) and token.head == noun
    rounding = token.head.pos_ == "NUM" and token.head.i > token.i  # "at least two people"
    closed = token.is_punct or token.is_space or token.pos_ in {"DET", "ADP", "AUX"}
    return not (closed or rounding or token.tag_ in _LIMITS)


def _last(reading: Reading, noun: Token) -> int:
    """The last word of what tells who is meant: "of the 9th Rifles", or "in" with a name."""
    last, describing = noun.i, load_function_words().describing
    for preposition, child in syntax.prepositional(noun):
        follows = child.i > last and _opens(noun.doc[last + 1], preposition)
        if _is_charged(noun):
            break  # "convicted the minister of fraud" tells of what
        if not follows or preposition not in describing:
            continue
        name = reading.covering(child)
        if preposition != "of" and not functions.is_doer(noun):
            break  # "killed 12 people in Oslo" tells where, not who
        if name is not None and name.form is Form.NAME:
            last = reading.span_of(name.start, name.end).end - 1
        elif preposition == "of":
            last = max(_last(reading, child), *(c.i for c in identities.same_things(child)[1:]), 0)
        else:
            break
    return last if last - noun.i <= _MOST_AFTER else noun.i


def _is_charged(noun: Token) -> bool:
    """Whether the noun is whom a verb accuses or clears, so that "of" leads to what they did."""
    words, verb = load_doubt_words(), noun.head
    charging = either(words.accusing, words.clearing, words.convicting)
    return functions.is_object(noun) and bool(clauses.known_lemma(verb, charging))


def _opens(token: Token, preposition: str) -> bool:
    return token.lower_ == preposition.split(maxsplit=1)[0]
