"""One engine for what words tell: rows of data say which word ties whom to what."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from extractors.actors.standing import ACTORS, WORDS, place_at, stands_for
from extractors.frames.slots import fillers, happens
from extractors.reading import Reading
from extractors.reference.authors import author_at
from extractors.tree import clauses, identities, syntax, voice
from extractors.tree.polarity import is_unreal
from extractors.words.cues import load_speech_words
from extractors.words.frames import Frame, Part, frames_by_word, load_frame_words
from graph.model import Evidence, Form, Kind, Mention, Statement
from ontology.names import predicates

_PARTS: dict[str, Part] = {"NOUN": "noun", "PROPN": "noun", "ADJ": "adjective"}
_LEADING_ON_COST = 0.15
_TEXT_COST = 0.05


FirstPerson = Callable[[Token], Mention | None]


@dataclass(frozen=True, slots=True)
class _Filler:
    """A mention in a slot, and what the way to it costs."""

    mention: Mention
    cost: float = 0.0


def find_told(
    reading: Reading, *, first_person: FirstPerson = lambda _: None
) -> Iterator[Statement]:
    """The statements of all frames, in the order of the text.

    ``first_person`` tells who a word such as "we" is; None for all other words.
    What is only wished for ("urged them to recognize") is left out; what is denied is for
    ``attribute`` to tell.
    """
    known = frames_by_word()
    for token in reading.doc:
        part = "verb" if clauses.is_verb(token) else _PARTS.get(token.pos_)
        for frame in known.get((part, token.lemma_.lower()), ()) if part else ():
            yield from _told(reading, token, frame, first_person)


def _told(
    reading: Reading, word: Token, frame: Frame, first_person: FirstPerson
) -> Iterator[Statement]:
    if frame.part == "verb" and not happens(word):
        return
    objects = list(_objects(reading, word, frame))
    subjects = _subjects(reading, word, frame, first_person) if objects else ()
    for subject in subjects:
        for target in objects:
            if subject.mention.key != target.mention.key:
                yield _statement(reading, word, frame, subject, target)


def _subjects(
    reading: Reading, word: Token, frame: Frame, first_person: FirstPerson
) -> Iterator[_Filler]:
    """Who fills the first slot; through a text those who issued it, or its examples."""
    kinds = _kinds(predicates()[frame.relation].subjects)
    for token in fillers(word, frame.subject):
        mention = stands_for(reading, token, kinds, through=WORDS) or author_at(reading, token)
        mention = mention or _of_kinds(first_person(token), kinds)
        if mention is not None:
            if not frame.named or mention.form is Form.NAME:
                yield _Filler(mention)
            continue
        for other in (*_issuers(token), *_examples(token)):
            mention = stands_for(reading, other, kinds, through=WORDS)
            if mention is not None and not frame.named:
                yield _Filler(mention, _TEXT_COST)


def _of_kinds(mention: Mention | None, kinds: Collection[Kind]) -> Mention | None:
    return mention if mention is not None and mention.kind in kinds else None


def _kinds(classes: tuple[str, ...]) -> frozenset[Kind]:
    """The kinds of the classes of a predicate; whoever can act is of several."""
    own = frozenset(kind for kind in Kind if kind in classes)
    return own | ACTORS | {Kind.PLACE} if "Actor" in classes else own


def _issuers(text: Token) -> list[Token]:
    """Whose resolution or statement it is: who adopted it, or whom it is "of" or "by"."""
    words, verb = load_speech_words(), text.head
    if text.lemma_.lower() not in words.texts:
        return []
    found = [*syntax.possessors(text)]
    found += [token for tie, token in syntax.prepositional(text) if tie in words.issued_by]
    issued = verb.lemma_.lower() in words.issuing and not is_unreal(verb)
    return [*found, *(voice.doers(verb) if issued else ())]


def _examples(noun: Token) -> Iterator[Token]:
    """Those named as examples of the noun: "the parliaments that condemned …, including X"."""
    if noun.tag_ != "NNS":
        return
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ == "including" and token.head.i > token.i:
            yield from syntax.joined(token.head)


def _objects(reading: Reading, word: Token, frame: Frame) -> Iterator[_Filler]:
    kinds = predicates()[frame.relation].objects
    for token in fillers(word, frame.object):
        mention = _object_at(reading, token, kinds)
        if mention is not None:
            yield _Filler(mention)
        elif _leads_on(token, frame.relation):
            yield from _led_to(reading, token, kinds)


def _leads_on(noun: Token, relation: str) -> bool:
    """Whether a stance towards the noun is one towards whose it is."""
    words = load_frame_words()
    if relation == "recognizes":
        return noun.lemma_.lower() in words.recognized
    return relation != "condemns" and noun.lemma_.lower() in words.leading_on


def _led_to(reading: Reading, noun: Token, kinds: tuple[str, ...]) -> Iterator[_Filler]:
    """What "the independence of X", "X's position" or "Danish unity" leads to."""
    tied = [token for preposition, token in syntax.prepositional(noun) if preposition == "of"]
    for token in (*syntax.possessors(noun), *tied, *syntax.modifiers(noun)):
        mention = _object_at(reading, token, kinds)
        if mention is not None:
            yield _Filler(mention, _LEADING_ON_COST)


def _object_at(reading: Reading, token: Token, kinds: tuple[str, ...]) -> Mention | None:
    """The mention of one of the kinds that the word stands for, by name or as an event."""
    for word in identities.same_things(token):
        found = reading.headed_by(word)
        if found is not None and found.kind in kinds and found.form is not Form.PRONOUN:
            return found
    return place_at(reading, token) if Kind.PLACE in kinds else None


def _statement(
    reading: Reading, word: Token, frame: Frame, subject: _Filler, target: _Filler
) -> Statement:
    evidence = Evidence(
        passage=reading.passage_at(word.idx).index,
        start=word.idx,
        end=word.idx + len(word),
        rule=frame.rule,
        confidence=round(frame.confidence - subject.cost - target.cost, 2),
    )
    return Statement(subject.mention.key, frame.relation, target.mention.key, evidence)
