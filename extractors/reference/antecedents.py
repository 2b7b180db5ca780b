"""Whom pronouns and definite nouns take up, over a whole document.

The text is gone through once, word by word. Each place at which somebody is spoken of is a
referent; a pronoun takes up the one that stands out most among those that number, gender, kind
and quotation marks allow, and none where two stand out alike.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from math import inf

from spacy.tokens import Token

from extractors.actors.described import find_described, is_plural
from extractors.reading import Reading
from extractors.reference.alike import better, first_of_each, named_alike
from extractors.reference.authors import find_author
from extractors.reference.binding import MetAgain, is_barred, met_again
from extractors.reference.definite import Known
from extractors.reference.gender import Gender, gender_of
from extractors.reference.links import find_links
from extractors.reference.pronouns import (
    MARGIN,
    WINDOW,
    fits,
    gender_asked,
    score_of,
    sort_of,
)
from extractors.reference.ranking import rank_by_reader
from extractors.reference.referents import Places, Referent, find_places, salience_of
from extractors.reference.turn_labels import find_turn_labels
from extractors.tree import functions, identities, voice
from extractors.words.people import load_pronouns
from extractors.words.tables import either
from graph.model import Form, Kind, Link, Mention, MentionKey

ACTING = frozenset({Kind.PERSON, Kind.ORGANIZATION, Kind.GROUP, Kind.PLACE})

Rank = Callable[[Token, Sequence[Referent]], Sequence[float] | None]
"""Scores for the candidates of a pronoun, the likelier the higher; None where it has no opinion."""


_CLEAR = 0.5


@dataclass(frozen=True, slots=True)
class References:
    """Who is who in a document.

    ``described`` are mentions without a name, ``taken_up`` gives whom a word takes up, by token
    index; ``pronouns`` are the mentions of the pronouns among them. Each is tied to whom it means
    by one of ``links``.
    """

    described: tuple[Mention, ...] = ()
    pronouns: tuple[Mention, ...] = ()
    taken_up: dict[int, Mention] = field(default_factory=dict)
    links: tuple[Link, ...] = ()


def find_references(reading: Reading, *, rank: Rank = rank_by_reader) -> References:
    """Link the described people and the pronouns of a document to whom they mean.

    ``rank`` orders the candidates that the rules allow, where salience leaves it open.
    """
    return _Search(reading, rank).run()


def with_references(reading: Reading, *, rank: Rank = rank_by_reader) -> Reading:
    """The reading that knows whom its pronouns and descriptions mean."""
    found = find_references(reading, rank=rank)
    return reading.with_references(
        described=found.described,
        pronouns=found.pronouns,
        taken_up=found.taken_up,
        links=found.links,
    )


class _Search:
    """One walk through a document."""

    def __init__(self, reading: Reading, rank: Rank) -> None:
        self._reading, self._rank = reading, rank
        self._places: Places = find_places(reading)
        labels = (label.speaker for label in reading.once(find_turn_labels))
        self._described = {reading.head_of(m).i: m for m in (*find_described(reading), *labels)}
        self._links = find_links(reading)
        self._whole = named_alike(reading, self._links)
        self._seen: list[Referent] = []
        self._known = Known(reading)
        self._genders: dict[MentionKey, Gender] = {}
        self._best: dict[MentionKey, Mention] = {}
        self._told: Counter[MentionKey] = Counter()
        self._taken: dict[int, tuple[MentionKey, str, float]] = {}

    def run(self) -> References:
        for token in self._reading.doc:
            mention = self._mention_at(token)
            if mention is not None:
                self._meet(token, mention)
            elif token.pos_ in {"PRON", "DET"}:
                self._resolve(token)
            elif token.pos_ in {"NOUN", "PROPN"} and _stands_out(token):
                self._block(token)
        return self._references()

    def _mention_at(self, token: Token) -> Mention | None:
        found = self._described.get(token.i) or self._reading.headed_by(token)
        return found if found is not None and found.kind in ACTING else None

    def _meet(self, token: Token, mention: Mention) -> None:
        """Note somebody who is named or described, and whom a definite description takes up."""
        who = self._whole.get(mention.key, mention.key)
        if mention.is_local:
            same = self._beside(token)
            found = None if same else self._known.taken_up(token, mention, self._seen)
            if found is not None:
                who, reason, confidence = found
                self._taken[token.i] = (who, reason, confidence)
            elif same is not None:
                who, reason = same, f"“{mention.label}” stands beside the name"
                self._taken[token.i] = (who, reason, 0.9)
        self._known.learn(token, mention, who)
        self._best[who] = better(self._best.get(who), mention)
        self._told[who] += 1
        self._note(token, mention, who)

    def _name_after(self, noun: Token) -> Mention | None:
        """The person whose name starts right after the noun: "his wife Ada Lund"."""
        if noun.i + 1 >= len(noun.doc) or is_plural(noun):
            return None
        found = self._reading.covering(noun.nbor())
        return found if found is not None and found.kind is Kind.PERSON else None

    def _beside(self, token: Token) -> MentionKey | None:
        """Who is named beside a description that says what they are: "the envoy, Ada Lund"."""
        near = [*identities.same_things(token)[1:], *voice.identified(token)]
        near += [token.head] if functions.is_apposition(token) else []
        beside = [self._mention_at(word) for word in near]
        for found in (*beside, self._name_after(token)):
            if found is not None and found.form is Form.NAME:
                return self._whole.get(found.key, found.key)
        return None

    def _note(
        self, token: Token, mention: Mention, who: MentionKey, *, by_pronoun: bool = False
    ) -> None:
        gender = self._genders.get(who, Gender.OPEN)
        if gender is Gender.OPEN:
            gender = self._genders[who] = gender_of(self._reading, mention)
        several = mention.form is not Form.NAME and is_plural(token)
        self._seen.append(
            Referent(
                word=token,
                who=who,
                mention=mention,
                kind=mention.kind,
                plural=several or mention.kind is Kind.GROUP,
                gender=gender,
                salience=salience_of(token),
                passage=self._places.passages[token.i],
                quote=self._places.quotes[token.i],
                by_pronoun=by_pronoun,
            )
        )
        if mention.kind is Kind.PERSON:
            self._pair(token)

    def _pair(self, token: Token) -> None:
        """Note two people joined by "and" as several, whom no single mention stands for."""
        if functions.is_joined(token):
            first = self._seen[-1]
            self._seen.append(replace(first, who=_key(self._reading, token, 1), mention=None,
                                      kind=None, plural=True))  # fmt: skip

    def _block(self, token: Token) -> None:
        """Note a thing, which "it" may take up as well."""
        self._seen.append(
            Referent(
                word=token,
                who=_key(self._reading, token),
                mention=None,
                kind=None,
                plural=functions.is_plural_noun(token),
                gender=Gender.OPEN,
                salience=salience_of(token),
                passage=self._places.passages[token.i],
                quote=self._places.quotes[token.i],
            )
        )

    def _resolve(self, token: Token) -> None:
        """Find whom a pronoun takes up, and let it stand for them from here on."""
        words, word = load_pronouns(), token.lower_
        if word in words.author and self._places.quotes[token.i] < 0:
            author = find_author(self._reading)
            if author is not None:
                who = self._whole.get(author.key, author.key)
                self._best[who] = better(self._best.get(who), author)
                self._taken[token.i] = (who, f"“{token.text}” is the author of the text", 0.7)
            return
        found = self._chosen(token, list(self._candidates(token)))
        if found is None or found.mention is None:
            return
        if word in either(words.male, words.female):
            self._genders[found.who] = gender_asked(word)
        reason = f"“{token.text}” takes up “{found.mention.label}”, who stands out most before it"
        self._taken[token.i] = (found.who, reason, 0.75)
        self._note(token, found.mention, found.who, by_pronoun=True)

    def _candidates(self, token: Token) -> Iterator[Referent]:
        """Those whom number, gender, kind, place and grammar allow, the nearest first."""
        sort = sort_of(token)
        passage, quote = self._places.passages[token.i], self._places.quotes[token.i]
        again = met_again(token, self._mention_at, self._whole) if sort else MetAgain()
        for referent in reversed(self._seen if sort else ()):
            if passage - referent.passage > WINDOW[sort]:
                return
            allowed = referent.quote == quote and fits(sort, referent)
            if allowed and not (is_barred(token, referent) or again.holds(referent)):
                yield self._with_gender(referent)

    def _with_gender(self, referent: Referent) -> Referent:
        known = self._genders.get(referent.who, referent.gender)
        return referent if known is referent.gender else replace(referent, gender=known)

    def _chosen(self, token: Token, candidates: list[Referent]) -> Referent | None:
        gender = gender_asked(token.lower_)
        allowed = [c for c in candidates if c.gender.fits(gender)]
        own = [self._score(token, candidate) for candidate in allowed]
        margin = MARGIN[sort_of(token)] if candidates else 0.0
        by_rules = _clearest(own, allowed, margin)
        odds = self._rank(token, allowed) if by_rules is None else None
        return by_rules if odds is None else _clearest(odds, allowed, _CLEAR)

    def _score(self, token: Token, candidate: Referent) -> float:
        passages = self._places.passages[token.i] - candidate.passage
        return score_of(token, candidate, passages=passages, told=self._told[candidate.who])

    def _references(self) -> References:
        described = tuple(sorted(self._described.values(), key=lambda m: m.key))
        taken, pronouns, links = {}, [], list(self._links)
        for index, (who, reason, confidence) in self._taken.items():
            target = self._best[who]
            mention = self._described.get(index)
            if mention is None:
                mention = _pronoun(self._reading, self._reading.doc[index], target)
                pronouns.append(mention)
            if mention.key != target.key:
                taken[index] = target
                links.append(Link(mention.key, target.key, reason, confidence))
        return References(described, tuple(pronouns), taken, tuple(first_of_each(links)))


def _clearest(
    scores: Sequence[float], candidates: Sequence[Referent], margin: float
) -> Referent | None:
    """The candidate of the highest score, if that of everybody else is lower by the margin."""
    best: dict[MentionKey, tuple[float, Referent]] = {}
    for score, candidate in zip(scores, candidates, strict=True):
        if score == -inf:
            continue
        if candidate.who not in best or score > best[candidate.who][0]:
            best[candidate.who] = (score, candidate)
    ranked = sorted(best.values(), key=lambda pair: -pair[0])
    if len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin:
        return None
    return ranked[0][1] if ranked else None


def _stands_out(token: Token) -> bool:
    return functions.is_subject(token) or functions.is_object(token)


def _key(reading: Reading, token: Token, more: int = 0) -> MentionKey:
    return MentionKey(reading.document.id, token.idx, token.idx + len(token) + more)


def _pronoun(reading: Reading, token: Token, target: Mention) -> Mention:
    return Mention(
        document=reading.document.id,
        start=token.idx,
        end=token.idx + len(token),
        passage=reading.passage_at(token.idx).index,
        text=token.text,
        label=token.text,
        kind=target.kind,
        form=Form.PRONOUN,
        head=token.lower_,
        confidence=0.75,
        origin="pronoun",
        is_local=True,
    )
