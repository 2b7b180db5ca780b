"""Names of people, places, organizations, groups and works.

Six sources: the reader's entities, the lexicon, phrases around a head word ("… Committee of
…"), names after a title ("Senator …"), names before a role ("…, mayor of …") and lists by
surname. The longest
span wins; one name has one kind in a document; what was found once is found wherever it stands.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Doc, Span, Token

from extractors.encoder.confidence import find_confidence
from extractors.names.abbreviations import find_abbreviations
from extractors.names.events.event_places import find_places_in_events
from extractors.names.labels import kind_of
from extractors.names.lexicon.matching import LexiconMatcher
from extractors.names.listed import find_listed_people
from extractors.names.lists import agree_in_lists
from extractors.names.nothing import in_headline, names_nothing
from extractors.names.phrases import find_head_phrases, find_inner_names
from extractors.names.role_names import find_people_beside_roles
from extractors.names.spans import (
    Candidate,
    has_capital,
    is_capitalised,
    is_shouting,
    is_weekday,
    joined_end,
    label_of,
    longest,
    occurrences,
    trimmed,
)
from extractors.names.titled import without_officer, without_post
from extractors.words.general import load_name_words
from extractors.words.nominals import load_nominal_classes
from extractors.words.places import load_place_words
from extractors.words.roles import load_role_words
from graph.model import Kind

_WEIGHT = {"lexicon": 6, "head word": 4, "title": 3, "role": 3, "list": 3, "reader": 2}
_SHORTEST_SURNAME = 4
_READER_CONFIDENCE = 0.8
_OTHER_KINDS = frozenset({Kind.PLACE, Kind.ORGANIZATION, Kind.PERSON})


def find_names(doc: Doc, matcher: LexiconMatcher) -> list[Candidate]:
    """All names of the text but those of events that no source knows, in the order of the text.

    They do not overlap, but for those of organizations and places inside the name of a text or of
    an organization, "Statute of the Lake Tribunal", "Senate of Peru", and of places inside that
    of an event: "siege of Paris".
    """
    read = list(_from_reader(doc))
    known_things = list(_unless_surnames(doc, matcher.find(doc), read))
    found = longest(
        [
            *read,
            *known_things,
            *_unless_read(doc, _without_officers(doc, find_head_phrases(doc)), read),
            *_after_titles(doc),
            *find_people_beside_roles(doc),
            *find_listed_people(doc),
        ]
    )
    agreed = agree_in_lists(doc, _with_one_kind(doc, found))
    agreed = _without_unexplained(doc, agreed)
    short = [abbreviation for abbreviation, _ in find_abbreviations(doc, agreed)]
    known = longest([*agreed, *short])
    names = longest([*known, *_repeated(doc, known)])
    inner = find_inner_names(doc, names, known_things)
    placed = find_places_in_events(doc, names, known_things)
    return sorted([*names, *inner, *placed], key=_place)


def _place(name: Candidate) -> tuple[int, int]:
    return (name.start, -name.end)


def _from_reader(doc: Doc) -> Iterator[Candidate]:
    for ent in doc.ents:
        kind = kind_of(ent.label_)
        span = trimmed(ent, person=kind is Kind.PERSON) if kind else None
        if span is not None and kind is Kind.ORGANIZATION:
            span = without_officer(_without_roles(span))
        elif span is not None and kind is Kind.PERSON:
            span = without_post(span)
        if kind and span is not None and _may_be_name(doc, span):
            end = joined_end(doc, span.end, person=kind is Kind.PERSON)
            yield Candidate(span.start, end, kind, "reader", rank=1, confidence=_sureness(ent))


def _sureness(ent: Span) -> float:
    """How often such names are right, where the reader says so."""
    told = find_confidence(ent)
    return _READER_CONFIDENCE if told is None else round(told, 2)


def _without_roles(span: Span) -> Span:
    """The name of an organization without the role of somebody before it: "Chairman Oslo Club"."""
    words = load_name_words()
    start = next((t.i for t in span[:-1] if t.text not in words.roles), span.end - 1)
    return span.doc[start : span.end]


def _without_officers(doc: Doc, phrases: Iterable[Candidate]) -> Iterator[Candidate]:
    for phrase in phrases:
        if in_headline(phrase.span(doc)):
            continue
        if phrase.kind is Kind.ORGANIZATION:
            yield replace(phrase, end=without_officer(phrase.span(doc)).end)
        else:
            yield phrase


def _unless_read(
    doc: Doc, phrases: Iterable[Candidate], read: list[Candidate]
) -> Iterator[Candidate]:
    """The phrases, but for those that the reader read otherwise, and better.

    It knows a person from the place that is called so ("Hudson Bay"), and of what kind a head
    word such as "Court" or "House" is here.
    """
    kinds = {(name.start, name.end): name.kind for name in read}
    for phrase in phrases:
        kind = kinds.get((phrase.start, phrase.end))
        doubtful = any(token.text in load_name_words().either for token in phrase.span(doc))
        person = kind is Kind.PERSON and phrase.kind is Kind.PLACE
        if not (person or (doubtful and kind in _OTHER_KINDS)):
            yield phrase


def _unless_surnames(
    doc: Doc, known: Iterable[Candidate], read: list[Candidate]
) -> Iterator[Candidate]:
    """What the lexicon knows, but for the surnames of people: "Paris", after "Ada Paris".

    The reader tells from the sentence whether it is the person here or the town.
    """
    surnames = _surnames(doc, read)
    people = {(name.start, name.end) for name in read if name.kind is Kind.PERSON}
    for thing in known:
        person = (thing.start, thing.end) in people and thing.span(doc).text in surnames
        if not person:
            yield thing


def _may_be_name(doc: Doc, span: Span) -> bool:
    """Whether the words may name something.

    No single word does in a sentence in capitals, where any word looks a name, and no "-ism";
    "Norland troops" are no name but a noun with a people, which another rule reads.
    """
    if names_nothing(span):
        return False
    if len(span) > 1:
        last = span[-1]
        if not last.is_lower:
            return True
        lemma = last.lemma_.lower()
        area = lemma in load_place_words().areas and _only_adjectives(span)
        return not (lemma in load_nominal_classes() or area)
    word = doc[span.start]
    shouted = word.text.isupper() and is_shouting(word.sent)
    return not (shouted or word.lower_.endswith(load_name_words().doctrine_endings))


def _only_adjectives(span: Span) -> bool:
    return all(token.pos_ == "ADJ" for token in span[:-1])


def _after_titles(doc: Doc) -> Iterator[Candidate]:
    """People named after a title: "Mr. Asif Awan", "Senator Iqbal"."""
    titles = load_name_words().titles
    for token in doc[:-1]:
        following = doc[token.i + 1]
        if token.text in titles and following.text not in titles and not is_shouting(token.sent):
            end = _name_end(doc, token.i + 1)
            if end > token.i + 1:
                yield Candidate(token.i + 1, end, Kind.PERSON, "title", rank=1, confidence=0.8)


def _name_end(doc: Doc, start: int) -> int:
    """Where a run of capitalised name words that starts here ends; at most five words."""
    words = load_name_words()
    end = start
    while end < min(len(doc), start + 5):
        token = doc[end]
        fits = (is_capitalised(token) and token.is_alpha) or token.text in words.name_particles
        post = token.lower_ in load_role_words().before or is_weekday(token)
        if not fits or post or token.text in words.titles or token.text in words.heads:
            break
        end += 1
    while end > start and not is_capitalised(doc[end - 1]):
        end -= 1
    return joined_end(doc, end)


def _with_one_kind(doc: Doc, candidates: list[Candidate]) -> list[Candidate]:
    """Give each name the kind that most weighs for it in the document."""
    votes: dict[str, Counter[Kind]] = defaultdict(Counter)
    for candidate in candidates:
        votes[_folded(doc, candidate)][candidate.kind] += _WEIGHT.get(candidate.origin, 1)
    surnames = _surnames(doc, candidates)
    return [_agreed(doc, candidate, votes, surnames) for candidate in candidates]


def _agreed(
    doc: Doc, candidate: Candidate, votes: dict[str, Counter[Kind]], surnames: frozenset[str]
) -> Candidate:
    text = candidate.span(doc).text
    if text in surnames and candidate.origin == "lexicon":
        return candidate
    if text in surnames and candidate.origin == "reader":
        return replace(candidate, kind=Kind.PERSON)
    head_kind = load_name_words().heads.get(text)
    if head_kind is not None and candidate.origin == "reader":
        return replace(candidate, kind=head_kind)
    kind = max(sorted(votes[_folded(doc, candidate)].items()), key=lambda item: item[1])[0]
    if kind is candidate.kind:
        return candidate
    return replace(candidate, kind=kind, identifier="", event_type="")


def _without_unexplained(doc: Doc, names: list[Candidate]) -> list[Candidate]:
    """The names but for bare head words ("the Centre") that no longer name explains."""
    words = load_name_words()
    longer = (name.span(doc).text for name in names if name.end - name.start > 1)
    explained = {word for text in longer for word in text.split()} | words.alone
    bare = words.heads.keys() - explained
    return [name for name in names if name.span(doc).text not in bare]


def _folded(doc: Doc, candidate: Candidate) -> str:
    return label_of(candidate.span(doc).text).casefold()


def _surnames(doc: Doc, candidates: Iterable[Candidate]) -> frozenset[str]:
    """The last words of full names of people, where they are long enough to be told apart."""
    people = (c.span(doc) for c in candidates if c.kind is Kind.PERSON and c.end - c.start > 1)
    return frozenset(span[-1].text for span in people if len(span[-1]) >= _SHORTEST_SURNAME)


def _tells_apart(surname: Token) -> bool:
    return len(surname) >= _SHORTEST_SURNAME and is_capitalised(surname)


def _repeated(doc: Doc, candidates: list[Candidate]) -> Iterator[Candidate]:
    """The other places of the text where a name stands that some source found once."""
    known = _known_words(doc, candidates)
    for start, words in occurrences(doc, known):
        end = start + len(words)
        yield replace(known[words], start=start, end=end, origin="repeated", rank=-1)


def _known_words(doc: Doc, candidates: list[Candidate]) -> dict[tuple[str, ...], Candidate]:
    known: dict[tuple[str, ...], Candidate] = {}
    for candidate in candidates:
        span = candidate.span(doc)
        if candidate.kind is Kind.WORK or not has_capital(span[:1]) or len(span.text) <= 2:  # noqa: PLR2004 (initials)
            continue
        known.setdefault(tuple(token.text for token in span), candidate)
        surname = span[-1]
        if candidate.kind is Kind.PERSON and len(span) > 1 and _tells_apart(surname):
            known.setdefault((surname.text,), replace(candidate, identifier=""))
    return known
