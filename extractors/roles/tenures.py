"""From when to when a post is held, where the text says so: "mayor from 1999 to 2003"."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass

from spacy.tokens import Span, Token

from extractors.names.lexicon.neighbours import Neighbours
from extractors.reading import Reading
from extractors.roles.holders import Holder
from extractors.roles.targets import Role, names_role
from extractors.times.times import Time
from extractors.tree import functions, syntax, voice
from extractors.tree.polarity import is_negated
from extractors.words.roles import load_role_words
from extractors.words.tables import either
from extractors.words.tenures import load_tenure_words
from graph.dates import PartialDate
from graph.model import Concept, Kind, Qualifiers

_DASHES = frozenset("-\u2010\u2011\u2012\u2013\u2014\u2212")
_PARTS = re.compile(r"\w+|[-\u2010-\u2014\u2212]")
# "mayor of Torvik in the north until 2014"; "Since 1999, as we know, she has been the mayor"
_LONGEST_BEHIND, _LONGEST_AHEAD = 5, 10


@dataclass(frozen=True, slots=True)
class Tenure:
    """When a post is held; None for what the text does not tell.

    ``held`` says how that stands to the time that the text tells of: it is over, or to come.
    """

    since: PartialDate | None = None
    until: PartialDate | None = None
    held: Concept | None = None

    @property
    def qualifiers(self) -> Qualifiers:
        """What it says of a statement."""
        since, until = ("" if day is None else day.iso for day in (self.since, self.until))
        return Qualifiers(since=since, until=until, held=self.held)


def find_tenure(reading: Reading, near: Neighbours, role: Role, holder: Holder) -> Tenure:
    """Find when somebody holds the role, by its words and the times beside it."""
    found = _told(reading, near, role, holder) or Tenure()
    return Tenure(found.since, found.until, _held(near, role))


def _told(reading: Reading, near: Neighbours, role: Role, holder: Holder) -> Tenure | None:
    start, stop = near.bounds[holder.person]
    predicate = holder.rule == "predicate noun"
    verb = _verb_of(near.doc[role.head]) if predicate else None
    words = load_tenure_words()
    enters = verb is not None and verb.lemma_.lower() in words.entering
    if not enters and not words.counted.isdisjoint(_words(near, role)):
        return None
    # bare years behind a name are those of a life: "Mayor Jane Doe (1930–1999)"
    bare = start < role.stop
    behind = _time_behind(reading, role.stop if bare else stop)
    return (
        _ends(reading, behind, verb, bare=bare)
        or (_ends(reading, _time_ahead(reading, role), verb) if predicate else None)
        or _of_reign(reading, near, role, holder)
    )


def _of_reign(reading: Reading, near: Neighbours, role: Role, holder: Holder) -> Tenure | None:
    """From "President Jane Doe, who has ruled since 1999", "the king was in power until 1950"."""
    if near.doc[role.head].lemma_.lower() not in load_role_words().public:
        return None
    stop = near.bounds[holder.person][1]
    for token in near.doc[stop : near.doc[stop - 1].sent.end]:
        if (met := near.over(token.i)) is not None and met.kind is Kind.PERSON:
            return None
        if _rules(token, reading.head_of(holder.person)):
            return tenure_behind(reading, token.i + 1)
    return None


def _rules(token: Token, person: Token) -> bool:
    """Whether the word says of the person that they rule, or are in power."""
    words = load_tenure_words()
    if token.lemma_.lower() in words.ruling and token.pos_ == "VERB":
        return person in voice.doers(token)
    if token.lower_ not in words.power or syntax.preposition_of(token) != "in":
        return False
    above = syntax.above(token)
    doers = voice.doers(above) if above.pos_ == "AUX" else syntax.subjects(token)
    return person in {above, *doers}


def tenure_behind(reading: Reading, stop: int) -> Tenure | None:
    """When, where the words before the token are followed by that: "led the agency until 2014"."""
    return _ends(reading, _time_behind(reading, stop), None)


def _held(near: Neighbours, role: Role) -> Concept | None:
    words = load_tenure_words()
    said = _words(near, role)
    kinds = (("Formerly", words.formerly), ("Then", words.then), ("ToCome", words.coming))
    return next((Concept(name) for name, known in kinds if said & known), None)


def _words(near: Neighbours, role: Role) -> set[str]:
    return {token.lower_ for token in near.doc[role.first : role.end]}


def _verb_of(head: Token) -> Token | None:
    """The verb by which somebody is, becomes or ceases to be what the noun says."""
    return head.head if functions.is_attribute(head) else syntax.named_by(head)


def _time_behind(reading: Reading, stop: int) -> Time | None:
    """The next time behind the token, with nothing between that would part them."""
    if not 0 < stop < len(reading.doc):
        return None
    times = reading.times
    at = bisect_left(times, reading.doc[stop].idx, key=lambda time: time.start)
    if at == len(times):
        return None
    start = _span(reading, times[at]).start
    between = reading.doc[stop:start]
    tied = len(between) <= _LONGEST_BEHIND and _is_one_phrase(between)
    same = reading.doc[start].sent == reading.doc[stop - 1].sent
    return times[at] if tied and same and not _narrows(reading, times[at]) else None


def _narrows(reading: Reading, time: Time) -> bool:
    """Whether the time belongs to the noun behind it: "since the 1991 war"."""
    end = _span(reading, time).end
    following = reading.doc[end] if end < len(reading.doc) else None
    return following is not None and following.pos_ in {"NOUN", "PROPN", "ADJ"}


def _is_one_phrase(between: Span) -> bool:
    words = load_tenure_words()
    return not any(
        token.pos_ in {"VERB", "AUX"}
        or token.lower_ in words.apart
        or names_role(token)
        or (token.is_punct and token.text not in {",", "("})
        for token in between
    )


def _time_ahead(reading: Reading, role: Role) -> Time | None:
    """The time that opens the sentence, or stands before "as": "served from 1999 as mayor"."""
    times, doc = reading.times, reading.doc
    at = bisect_left(times, doc[role.first].idx, key=lambda time: time.end) - 1
    if at < 0:
        return None
    span = _span(reading, times[at])
    between = doc[span.end : role.first]
    opens = span.start - span.sent.start <= 1 and _only_holds(between)
    # readers end a sentence behind such a time now and then
    near = doc[role.head].sent.start <= span.end and len(between) <= _LONGEST_AHEAD
    return times[at] if near and (opens or between.text.lower() == "as") else None


def _only_holds(between: Span) -> bool:
    """Whether the words between a date and a role tell of nothing but who holds it."""
    words = load_tenure_words()
    known = either(words.holding, words.entering, words.leaving)
    verbs = [token for token in between if token.pos_ in {"VERB", "AUX"}]
    plain = all(token.lemma_.lower() in known for token in verbs)
    return bool(verbs) and plain and words.apart.isdisjoint(token.lower_ for token in between)


def _ends(
    reading: Reading, time: Time | None, verb: Token | None, *, bare: bool = False
) -> Tenure | None:
    """The ends that a time gives; None where it gives none. ``bare`` ranges need no "from"."""
    if time is None:
        return None
    words = load_tenure_words()
    begin, end = time.begin, time.until
    parts = [part.lower() for part in _PARTS.findall(time.text)]
    if begin and end and begin != end:
        joined = (words.joints | _DASHES) & set(parts[1:])
        return Tenure(begin, end) if joined and (bare or parts[0].isalpha()) else None
    lead = {parts[0], reading.doc[max(_span(reading, time).start - 1, 0)].lower_}
    if begin and (lead & words.since or (bare and _goes_on(reading, time))):
        return Tenure(since=begin)
    if lead & words.until:
        return Tenure(until=end or begin)
    lemma = verb.lemma_.lower() if verb is not None and not is_negated(verb) else ""
    if lemma in words.entering:
        return Tenure(since=begin)
    return Tenure(until=end) if lemma in words.leaving else None


def _span(reading: Reading, time: Time) -> Span:
    return reading.span_of(time.start, time.end)


def _goes_on(reading: Reading, time: Time) -> bool:
    """Whether "to the present" or "–present" follows a date."""
    words = load_tenure_words()
    behind = reading.doc[_span(reading, time).end :][:3]
    said = [token.lower_ for token in behind if token.pos_ != "DET"]
    return len(said) > 1 and said[0] in words.joints | _DASHES and said[1] in words.open
