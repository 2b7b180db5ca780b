"""Who accuses whom, and who is held to have done it, as the accuser says."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.actors.speakers import speaker_at
from extractors.actors.standing import actor_at
from extractors.reading import Reading
from extractors.speech.reported import is_said, speakers_of
from extractors.tree import clauses, particles, syntax, voice
from extractors.tree.complements import gerund
from extractors.words.cues import load_doubt_words, load_speech_words
from extractors.words.general import load_grammar_words
from graph.model import Certainty, Evidence, Kind, Mention, MentionKey, Polarity, Statement

_ACCUSES = "verb of accusing"
_CLAIMS = "claim of responsibility"


def find_accusations(reading: Reading) -> Iterator[Statement]:
    """Statements ``accuses``, and the ``agent`` of an event by what an accuser or a claimant says.

    "Iveria accused Suderia of shelling": its verb tells who the agent is; here stand the nouns,
    "blamed Suderia for the attack", "claimed responsibility for the attack".
    """
    for verb in reading.doc:
        if clauses.is_verb(verb):
            yield from _accused(reading, verb)
            yield from _owned(reading, verb)


def _accused(reading: Reading, verb: Token) -> Iterator[Statement]:
    accused, deeds = _parts(reading, verb)
    if accused is None or not is_said(verb):
        return
    accusers = speakers_of(reading, verb)
    for accuser in accusers:
        if (accuser.key != accused.key and not syntax.is_passive(verb)) or syntax.agents(verb):
            yield Statement(accuser.key, "accuses", accused.key, _evidence(reading, verb, _ACCUSES))
    for event in deeds:
        speaker = accusers[0].key if accusers else None
        yield _agent(reading, event, accused, verb, _ACCUSES, speaker=speaker, hedged=True)


def _parts(reading: Reading, verb: Token) -> tuple[Mention | None, list[Mention]]:
    """Whom the verb accuses, and the events that nouns name of which it accuses them."""
    words = load_doubt_words()
    if particles.phrasal_lemma(verb) not in load_speech_words().accusing:
        return None, []
    passive = syntax.is_passive(verb)
    doing = [] if passive else _doing(verb)
    undergoing = voice.undergoers(verb) if passive else syntax.objects(verb) or doing
    # readers hang "of corruption" from the accused as well: "accused the minister of corruption"
    below = [] if passive else undergoing
    tied = [pair for word in (verb, *below) for pair in syntax.prepositional(word)]
    put_on = load_grammar_words().put_on
    onto = [noun for preposition, noun in tied if preposition in put_on]
    of = [noun for preposition, noun in tied if preposition in words.accusing_of]
    if verb.lemma_.lower() == "blame" and onto:
        undergoing, of = onto, undergoing
    elif not (of or passive or doing or any(gerund(word) is not None for word in (verb, *below))):
        return None, []
    found = (actor_at(reading, token) or _polity(reading, token) for token in undergoing)
    events = (reading.headed_by(token) for token in of)
    return next((m for m in found if m), None), [e for e in events if e and e.kind is Kind.EVENT]


def _doing(verb: Token) -> list[Token]:
    """The accused where a reader makes them the subject of the deed: "accuse Iveria of trying"."""
    words = load_doubt_words()
    deeds = [c for c in verb.rights if c.tag_ == "VBG" and voice.led_by(c) in words.accusing_of]
    return [subject for deed in deeds for subject in syntax.subjects_of_its_own(deed)]


def _polity(reading: Reading, token: Token) -> Mention | None:
    found = speaker_at(reading, token)
    return found if found is not None and found.kind is Kind.PLACE else None


def _owned(reading: Reading, verb: Token) -> Iterator[Statement]:
    """The agent who claims, admits or denies a part: "claimed responsibility for the attack"."""
    words = load_doubt_words()
    lemma = particles.phrasal_lemma(verb)
    denies = lemma in words.denying
    if not (denies or lemma in words.owning) or syntax.is_passive(verb) or not is_said(verb):
        return
    for noun in syntax.objects(verb):
        if noun.lemma_.lower() not in words.parts or _is_anothers(noun):
            continue
        for event in _events_of(reading, noun):
            for who in speakers_of(reading, verb)[:1]:
                yield _agent(
                    reading,
                    event,
                    who,
                    verb,
                    _CLAIMS,
                    speaker=who.key,
                    hedged=lemma == "claim",
                    denied=denies,
                )


def _is_anothers(noun: Token) -> bool:
    """Whether the part is told to be somebody else's: "denied Danish involvement in the raid"."""
    tied = (*syntax.possessors(noun), *syntax.modifiers(noun))
    return any(token.text[:1].isupper() for token in tied)


def _events_of(reading: Reading, noun: Token) -> Iterator[Mention]:
    ties = load_doubt_words().parts_in
    for preposition, below in syntax.prepositional(noun):
        event = reading.headed_by(below)
        if preposition in ties and event is not None and event.kind is Kind.EVENT:
            yield event


def _agent(
    reading: Reading,
    event: Mention,
    who: Mention,
    verb: Token,
    rule: str,
    *,
    speaker: MentionKey | None,
    hedged: bool,
    denied: bool = False,
) -> Statement:
    evidence = _evidence(reading, verb, rule)
    evidence = Evidence(
        evidence.passage,
        evidence.start,
        evidence.end,
        rule,
        speaker=speaker,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        certainty=Certainty.HEDGED if hedged else Certainty.CERTAIN,
        confidence=evidence.confidence,
    )
    return Statement(event.key, "agent", who.key, evidence)


def _evidence(reading: Reading, verb: Token, rule: str) -> Evidence:
    passage = reading.passage_at(verb.idx).index
    return Evidence(passage, verb.idx, verb.idx + len(verb), rule, confidence=0.7)
