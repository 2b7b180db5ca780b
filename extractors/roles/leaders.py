"""Who leads a body, and from when to when: "Jane Doe led the agency until 2014"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.names.lexicon.neighbours import Neighbours
from extractors.reading import Reading
from extractors.roles.holders import person_at
from extractors.roles.tenures import Tenure, tenure_behind
from extractors.tree import voice
from extractors.tree.polarity import is_negated
from extractors.words.tenures import load_tenure_words
from graph.model import Evidence, Form, Kind, Mention, Statement


def find_leaders(reading: Reading, near: Neighbours) -> Iterator[Statement]:
    """Statements ``affiliation`` without a role, where a time or the tense tells of a post.

    Without either "led" may tell of one match, and "ran" of one race.
    """
    leading = load_tenure_words().leading
    for verb in reading.doc:
        if verb.lemma_.lower() in leading and verb.pos_ == "VERB" and not is_negated(verb):
            yield from _led(reading, near, verb)


def _led(reading: Reading, near: Neighbours, verb: Token) -> Iterator[Statement]:
    people = [person for token in voice.doers(verb) if (person := person_at(reading, token))]
    for noun in voice.undergoers(verb):
        body = _body(reading, noun)
        for person in people if body is not None else ():
            stops = (_end(reading, near, noun), near.bounds.get(person, (0, 0))[1])
            tenure = next(filter(None, (tenure_behind(reading, stop) for stop in stops)), None)
            if body is not None and (tenure is not None or _is_post(verb)):
                yield _statement(reading, verb, person, body, tenure or Tenure())


def _is_post(verb: Token) -> bool:
    """Whether the verb alone tells of a post: "heads the agency"."""
    lasting = load_tenure_words().lasting
    return verb.lemma_.lower() in lasting and verb.tag_ in {"VBZ", "VBP"}


def _body(reading: Reading, noun: Token) -> Mention | None:
    """The organization that the noun names, or takes up: "the agency"."""
    found = reading.headed_by(noun) or reading.covering(noun) or reading.taken_up_by(noun)
    known = found is not None and found.kind is Kind.ORGANIZATION and found.form is Form.NAME
    return found if known else None


def _end(reading: Reading, near: Neighbours, noun: Token) -> int:
    named = reading.headed_by(noun)
    return near.end(named) if named in near.bounds else noun.i + 1


def _statement(
    reading: Reading, verb: Token, person: Mention, body: Mention, tenure: Tenure
) -> Statement:
    evidence = Evidence(
        passage=reading.passage_at(verb.idx).index,
        start=verb.idx,
        end=verb.idx + len(verb),
        rule="verb of leading",
        confidence=0.7,
    )
    return Statement(person.key, "affiliation", body.key, evidence, tenure.qualifiers)
