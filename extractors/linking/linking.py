"""What a text tells of an event elsewhere than beside its word: where it was, and when.

The rules read what grammar ties to an event. A scorer that was trained on texts in which these
things were marked (``training/linking``) adds what a reader gathers from the sentences around: the
place of the attack named two sentences before, the day that opens the paragraph. It also tells
which dates the rules tied to the wrong event.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from spacy.tokens import Token

from extractors.annotation.semantic_roles import gives_roles
from extractors.happenings.happenings import Happenings
from extractors.linking.clusters import Facts
from extractors.linking.scene import Event, Scene
from extractors.linking.scoring import Candidate, Candidates, What, load_links, score_candidates
from extractors.reading import Reading
from extractors.tree import clauses, functions, syntax
from extractors.words.events.arguments import load_argument_words
from extractors.words.events.triggers import load_type_sets
from extractors.words.people import kind_of_noun
from graph.model import Evidence, Form, Kind, MentionKey, Object, Qualifiers, Statement, Value
from graph.probability import rank_of

BY_LINKING: Final = " by linking"
"""What the rule of a fact says that was gathered from the text around the event."""

SURELY_WRONG: Final = 0.1
"""How likely a date by the rules may be at the most that is left out."""


def link_events(
    reading: Reading, statements: Sequence[Statement], happenings: Happenings
) -> tuple[list[Statement], set[Statement]]:
    """What is told of events elsewhere, and the dates that the rules tied to the wrong event.

    ``happenings`` say which words tell of one event: what the rules found for one of them is not
    looked for, and of the likely places of all of them one is taken. Trees were grown on what the
    bundled reader gives; a document of one that knows no roles gets nothing.
    """
    if not gives_roles(reading.doc):
        return [], set()
    scene = Scene(reading, statements)
    found = score_candidates(scene)
    mistaken = set(_mistaken(scene, statements, found))
    decider = _Decider(scene, happenings, [one for one in statements if one not in mistaken])
    return list(decider.decide(found)), mistaken


def _mistaken(
    scene: Scene, statements: Iterable[Statement], found: Candidates
) -> Iterator[Statement]:
    """The dates by the rules that no time of the text bears out for their event."""
    likely: dict[tuple[MentionKey, str, str], float] = defaultdict(float)
    for event, number, score, _ in found.times:
        time = scene.times[number]
        for predicate, date in (("begin", time.begin), ("end", time.until), ("end", time.begin)):
            if date is not None:
                key = event.mention.key, predicate, date.iso
                likely[key] = max(likely[key], score)
    for said in statements:
        told = said.object.text if isinstance(said.object, Value) else ""
        if likely.get((said.subject, said.predicate, told), 1) < SURELY_WRONG:
            yield said


class _Decider:
    """Takes the likeliest of each happening that the rules leave open."""

    def __init__(
        self, scene: Scene, happenings: Happenings, statements: Iterable[Statement]
    ) -> None:
        self._scene = scene
        self._of = happenings.of
        self._facts: dict[MentionKey, Facts] = defaultdict(Facts)
        for said in statements:
            if said.subject in scene.told.facts:
                self._facts[self._of(said.subject)].take(said, scene.clusters)

    def decide(self, found: Candidates) -> Iterator[Statement]:
        """The statements, in a fixed order: places, then dates."""
        yield from self._places(found)
        yield from self._dates(found)

    def _likely(
        self, name: str, found: Iterable[Candidate[What]]
    ) -> Iterator[tuple[Facts, list[Candidate[What]]]]:
        """What is likely of each happening, the likeliest first, and what is told of it."""
        links = load_links()
        groups: dict[MentionKey, list[Candidate[What]]] = defaultdict(list)
        for one in found:
            least = links.together if one.together else links.least
            if one.score >= least[name]:
                groups[self._of(one.event.mention.key)].append(one)
        for key, likely in groups.items():
            yield self._facts[key], sorted(likely, key=lambda one: -one.score)

    def _places(self, found: Candidates) -> Iterator[Statement]:
        fitting = (one for one in found.places if _may_be_there(self._scene, one))
        for facts, (best, *_) in self._likely("place", fitting):
            if not facts.parts["place"] and best.what not in facts.held():
                place = self._scene.clusters.best[best.what]
                yield _statement(best.event, "place", place.key, best.score)

    def _dates(self, found: Candidates) -> Iterator[Statement]:
        fitting = (one for one in found.times if _may_be_then(self._scene, one))
        for facts, (best, *_) in self._likely("time", fitting):
            time = self._scene.times[best.what]
            text = Qualifiers(time_text=" ".join(time.text.split()))
            if (
                facts.dates or time.begin is None or time.until is None
            ):  # "since 1995" dates nothing
                continue
            begin = Value(time.begin.iso, time.begin.datatype)
            yield _statement(best.event, "begin", begin, best.score, text)
            if time.until != time.begin:
                end = Value(time.until.iso, time.until.datatype)
                yield _statement(best.event, "end", end, best.score, text)


def _may_be_then(scene: Scene, one: Candidate[int]) -> bool:
    """Whether the time may be that of the event, and not of what recalls it or is a part of it.

    A war does not begin with a battle, nor a massacre on the day of its anniversary.
    """
    event, types = one.event.mention, load_type_sets()
    lasting = event.form is Form.NAME or event.event_type in types.drawn_out
    if lasting or _is_only_spoken_of(one):
        return False
    then = scene.told.events_of.get(("time", one.what), ())
    recalling = any(other.event_type == "Commemoration" for other in then)
    return not recalling or event.event_type in types.shared | {"Commemoration"}


def _may_be_there(scene: Scene, one: Candidate[MentionKey]) -> bool:
    """Whether the sentence does not say that it was elsewhere: "shot on her way to Oslo".

    What something is called ("described the Doba fire as a disaster") is no event of its own, and
    a post is no place: "elected president of Norland". What has a name is known beyond the text:
    of a world war that a text compares with, it tells no place.
    """
    named = one.event.mention.form is Form.NAME or _is_told_which(one.event.head)
    if named or _is_only_spoken_of(one) or syntax.preposition_of(one.event.head) == "as":
        return False
    passage = one.event.mention.passage
    here = [m for m in scene.clusters.members[one.what] if m.passage == passage]
    return not any(_is_elsewhere(scene.head_of(mention)) for mention in here)


def _is_only_spoken_of(one: Candidate[What]) -> bool:
    """Whether the sentence tells of something else where and when it was: "condemned the killing".

    Of a noun it tells so for sure only where that is its subject.
    """
    head = one.event.head
    return one.together and not clauses.is_verb(head) and not functions.is_subject(head)


def _is_told_which(noun: Token) -> bool:
    """Whether a name before the noun says which it is: "the Torvik massacre and killing"."""
    nouns = [noun, noun.head] if functions.is_joined(noun) else [noun]
    return any(word.pos_ == "PROPN" for one in nouns for word in syntax.modifiers(one))


def _is_elsewhere(place: Token) -> bool:
    above = syntax.noun_above(place)
    of_post = above is not None and kind_of_noun(above.lemma_.lower()) is Kind.PERSON
    return of_post or syntax.preposition_of(place) in load_argument_words().leading


def _statement(
    event: Event, predicate: str, target: Object, score: float, qualifiers: Qualifiers | None = None
) -> Statement:
    """A statement that rests on the event's word, in its sentence."""
    evidence = Evidence(
        passage=event.mention.passage,
        start=event.head.idx,
        end=event.head.idx + len(event.head),
        rule=f"{event.mention.origin}: {predicate}{BY_LINKING}",
        confidence=rank_of(score),
    )
    key = event.mention.key
    return Statement(key, predicate, target, evidence, qualifiers or Qualifiers())
