"""What somebody denies: "Berg denied that …", "rejected reports of …", "has denied hiding"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.speech.reported import is_said, speakers_of
from extractors.speech.speech import segments_of
from extractors.tree import clauses, particles, syntax
from extractors.tree.complements import clause_of, gerund, infinitive
from extractors.words.cues import load_doubt_words
from graph.model import Evidence, Kind, Statement, Value

_RULE = "verb of denying"


def find_denials(reading: Reading) -> Iterator[Statement]:
    """Statements ``denies``: who denies what, in the words of the text."""
    for verb in reading.doc:
        denied = denied_by(reading, verb)
        segments = segments_of(denied.subtree) if denied is not None else ()
        text = " ".join(reading.document.text[start:end] for start, end in segments)
        for speaker in speakers_of(reading, verb) if text and is_said(verb) else ():
            words = Value(" ".join(text.split()))
            yield Statement(speaker.key, "denies", words, _evidence(reading, verb))


def _evidence(reading: Reading, verb: Token) -> Evidence:
    passage = reading.passage_at(verb.idx).index
    return Evidence(passage, verb.idx, verb.idx + len(verb), _RULE, confidence=0.75)


def denied_by(reading: Reading, verb: Token) -> Token | None:
    """The head of what the verb denies: a clause, a verb in -ing, or a noun; None for other verbs.

    "Denied the prisoners water" and "rejected the offer" deny nothing that was said.
    """
    words = load_doubt_words()
    lemma = particles.phrasal_lemma(verb) if clauses.is_verb(verb) else ""
    if lemma not in words.denying:
        return None
    clause = clause_of(verb) or gerund(verb)
    if clause is not None or infinitive(verb) is not None:
        return clause
    if any(child.dep_ in {"iobj", "dative"} for child in verb.children):
        return None
    undergoing = syntax.passive_subjects(verb) if syntax.is_passive(verb) else syntax.objects(verb)
    nouns = (noun for noun in undergoing if _is_deniable(reading, noun, lemma))
    return next(nouns, None)


def _is_deniable(reading: Reading, noun: Token, lemma: str) -> bool:
    """Whether the noun is something said or done: a report, a role in something, an event."""
    words = load_doubt_words()
    known = words.claims | words.evidence | words.assertions
    if noun.lemma_.lower() in known:
        return True
    event = reading.headed_by(noun)
    happened = event is not None and event.kind is Kind.EVENT
    return lemma in words.disowning and (happened or noun.lemma_.lower() in words.deeds)
