"""Whom a definite description takes up: "the gunmen", "the mayor", "the ministry", "the town"."""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from itertools import islice

from spacy.tokens import Token

from extractors.actors.described import is_plural
from extractors.reading import Reading
from extractors.reference.referents import Referent
from extractors.tree import functions, identities, syntax, voice
from extractors.words.events.triggers import load_triggers
from extractors.words.function_words import load_function_words
from extractors.words.people import kind_of_noun, load_broader_nouns, load_people_words
from graph.model import Form, Kind, Mention, MentionKey

_FATAL = frozenset({"Killing", "Death"})
_NEAR = 3
_REMEMBERED = 40

Found = tuple[MentionKey, str, float]


class Known:
    """What the text has told so far of who is what."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._posts: dict[str, dict[MentionKey, frozenset[str]]] = defaultdict(dict)
        self._broader: dict[str, dict[MentionKey, frozenset[str]]] = defaultdict(dict)
        self._labels: dict[MentionKey, str] = {}
        self._earlier: dict[str, deque[tuple[Mention, MentionKey, bool]]] = defaultdict(
            lambda: deque(maxlen=_REMEMBERED)
        )

    def learn(self, token: Token, mention: Mention, who: MentionKey) -> None:
        """Keep what a name, or what stands around it, says of who is meant."""
        self._labels.setdefault(who, mention.label)
        if mention.form is Form.NAME:
            for noun, words in _told(self._reading, token, mention):
                _add(self._posts[noun], who, words)
                for wider in load_broader_nouns().get(noun, ()):
                    _add(self._broader[wider], who, words)
        elif mention.form is Form.NOMINAL:
            several = is_plural(token)
            self._earlier[_lemma(token)].append((mention, who, several))

    def taken_up(self, token: Token, mention: Mention, seen: Sequence[Referent]) -> Found | None:
        """Whom the description takes up; None where it tells of somebody new."""
        if not functions.is_definite(token):
            return self._repeated(token, mention)
        words = _words(self._reading, mention) - {_lemma(token), token.lower_}
        return (
            self._again(token, words)
            or self._by_post(token, words)
            or self._by_body(token, words, seen)
        )

    def _repeated(self, token: Token, mention: Mention) -> Found | None:
        """The same words once more: "police" and "police", "witnesses" and "witnesses"."""
        introduced = any(child.pos_ in {"DET", "NUM", "PRON"} for child in token.lefts)
        if (
            introduced
            or _lemma(token) == "people"
            or not (is_plural(token) or mention.kind is Kind.ORGANIZATION)
        ):
            return None
        label = mention.label.casefold()
        body = mention.kind is Kind.ORGANIZATION
        same = [
            (m, who)
            for m, who, _ in self._earlier[_lemma(token)]
            if m.label.casefold() == label and (body or mention.passage - m.passage <= _NEAR)
        ]
        if not same:
            return None
        return (same[-1][1], f"“{mention.label}” repeats “{same[-1][0].label}”", 0.7)

    def _again(self, token: Token, words: frozenset[str]) -> Found | None:
        """The last one described by the same noun, where nothing tells them apart."""
        several = is_plural(token)
        fitting = [
            (m, who)
            for m, who, many in self._earlier[_lemma(token)]
            if many == several and words <= _words(self._reading, m)
            if not (functions.is_doer(token) and _was_killed(self._reading, m))
        ]
        passage = self._reading.passage_at(token.idx).index
        if len({who for _, who in fitting}) > 1:
            fitting = [(m, who) for m, who in fitting if passage - m.passage <= _NEAR]
        if not fitting:
            return None
        mention, who = fitting[-1]
        return (who, f"“{token.text}” takes up “{mention.label}”, described before it", 0.8)

    def _by_post(self, token: Token, words: frozenset[str]) -> Found | None:
        """The only one of whom the text has said that they are what the noun says.

        A wider noun needs a word more: "the Norlandic leader" after "Norlandic President Lund".
        """
        narrowed = self._broader[_lemma(token)] if words else {}
        told = {**narrowed, **self._posts[_lemma(token)]}.items()
        # more than one is too many, so that no text makes the search long
        fitting = list(islice((who for who, post in told if words <= post), 2))
        if len(fitting) != 1 or is_plural(token):
            return None
        label = self._labels[fitting[0]]
        return (fitting[0], f"{label} is the only {token.text} that the text has named", 0.8)

    def _by_body(
        self, token: Token, words: frozenset[str], seen: Sequence[Referent]
    ) -> Found | None:
        """The only organization named just before, for a noun that any of them may be called."""
        if _lemma(token) not in load_people_words().general or words or is_plural(token):
            return None
        passage = self._reading.passage_at(token.idx).index
        near: dict[MentionKey, Mention] = {}
        for referent in reversed(seen):
            if passage - referent.passage > _NEAR - 1:
                break
            body = referent.mention
            if body is not None and body.kind is Kind.ORGANIZATION and not referent.by_pronoun:
                near.setdefault(referent.who, body)
        named = [who for who, body in near.items() if body.form is Form.NAME]
        if len(near) != 1 or not named or _is_of_other_type(near[named[0]], _lemma(token)):
            return None
        label = self._labels[named[0]]
        return (named[0], f"{label} is the only body named before “{token.text}”", 0.6)


def _add(posts: dict[MentionKey, frozenset[str]], who: MentionKey, words: frozenset[str]) -> None:
    posts[who] = posts.get(who, frozenset()) | words


def _was_killed(reading: Reading, mention: Mention) -> bool:
    """Whether the text tells that they were killed, so that they do nothing any more."""
    noun = reading.head_of(mention)
    verb = syntax.clause_verb(noun)
    if verb is None:
        return False
    trigger = load_triggers().verbs.get(verb.lemma_.lower())
    killing = trigger is not None and trigger.event_type in _FATAL
    return killing and noun in voice.undergoers(verb)


def _is_of_other_type(mention: Mention, noun: str) -> bool:
    """Whether the name tells of another kind of body: "the company" after "Senate"."""
    words = {word.casefold() for word in mention.label.split()}
    told = {word for word in words if kind_of_noun(word) is Kind.ORGANIZATION}
    return bool(told) and noun not in told


def _told(reading: Reading, token: Token, mention: Mention) -> Iterator[tuple[str, frozenset[str]]]:
    """The nouns that say what a name stands for, each with the words that narrow it."""
    if mention.kind is not Kind.PERSON:
        words = frozenset(word.casefold() for word in mention.label.split())
        yield from ((word, words) for word in words)
        if words & load_people_words().newspapers:
            yield "newspaper", words | {"newspaper"}
    span = reading.span_of(mention.start, mention.end)
    before = syntax.modifiers(token)
    title = {t.lower_ for word in before for t in word.subtree} | {t.lower_ for t in span}
    yield from ((_lemma(t), frozenset(title)) for t in (*before, *span))
    beside = [*identities.appositions(token), *identities.equations(token)]
    beside += (
        [token.head] if functions.is_apposition(token) or functions.is_part_of_name(token) else []
    )
    for noun in beside:
        if not is_plural(noun):
            yield _lemma(noun), frozenset(t.lower_ for t in noun.subtree)


def _lemma(token: Token) -> str:
    return token.lemma_.lower()


def _words(reading: Reading, mention: Mention) -> frozenset[str]:
    span, small = reading.span_of(mention.start, mention.end), load_function_words().stop_words
    return frozenset(t.lower_ for t in span if t.lower_ not in small and not t.is_punct)
