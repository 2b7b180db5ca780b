"""Who says a statement, and whether they affirm, deny or only suppose it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.speech.contents import OF_NOUNS
from extractors.speech.quoted import is_speech
from extractors.speech.reported import speakers_of
from extractors.speech.speech import Speech, quotations_of
from extractors.speech.speeches import Speeches, find_speeches
from extractors.tree import clauses
from extractors.tree.judgements import Focus, Judgement
from extractors.tree.polarity import judge
from graph.model import (
    Certainty,
    Evidence,
    Form,
    Mention,
    MentionKey,
    Polarity,
    Qualifiers,
    Statement,
    Value,
)

_NAMING_RULES = frozenset({"name of the event", "noun for the event"})
_TYING = frozenset({"locatedIn", "affiliation", "post"})
_OF_WORDS = frozenset({"says", "denies", "accuses"})
_SAYS = "says"
_MARKS = "“”\"'‘’«»„"


def find_sayings(reading: Reading) -> Iterator[Statement]:
    """What people, bodies and states of the text say, in quotes and in reported speech."""
    for speech in reading.once(find_speeches):
        for speaker in speech.speakers if speech.spoken else ():
            yield _saying(reading, speech, speaker)


def attribute(reading: Reading, statements: Iterable[Statement]) -> Iterator[Statement]:
    """The statements with who says them, affirmed or denied, outright or with a reserve.

    A speaker who is known already stays. Several rules may hold: the innermost speech wins.
    """
    speeches = Speeches(reading.once(find_speeches))
    for statement in statements:
        yield _attributed(reading, statement, speeches)


def _attributed(reading: Reading, statement: Statement, speeches: Speeches) -> Statement:
    evidence = statement.evidence
    judgement = _judged(reading, statement)
    around = _speeches_of(statement, judgement, speeches)
    voices = [speech.speaker.key if speech.speaker else None for speech in around]
    if judgement.denier is not None:
        deniers = speakers_of(reading, judgement.denier)
        voices = [deniers[0].key if deniers else None, *voices]
        if not deniers:
            # somebody denies it, but not the author of the text
            judgement.hedged, judgement.denied = True, evidence.rule not in _NAMING_RULES
    if evidence.speaker is not None:
        voices = [evidence.speaker, *(voice for voice in voices if voice != evidence.speaker)]
    # somebody says it whom the text does not tell: that is less than to say it oneself
    unsaid = statement.predicate in _TYING | _OF_WORDS or judgement.given
    told = bool(around) and not unsaid
    judgement.hedged |= told and voices[0] is None
    judgement.hedged |= not (voices or unsaid) and _is_quoted(reading, evidence)
    return _with_voices(statement, judgement, voices)


def _is_quoted(reading: Reading, evidence: Evidence) -> bool:
    """Whether the words stand in a quotation of which nothing tells who speaks."""
    around = (
        quotation
        for quotation in reading.once(quotations_of)
        if quotation.start < evidence.start and evidence.end < quotation.end
    )
    return any(is_speech(reading, quotation) for quotation in around)


def _with_voices(
    statement: Statement, judgement: Judgement, voices: list[MentionKey | None]
) -> Statement:
    """The statement with its speaker, those who report what he says, polarity and certainty."""
    evidence = statement.evidence
    denied = judgement.denied or evidence.polarity is Polarity.DENIED
    hedged = judgement.hedged or evidence.certainty is Certainty.HEDGED
    speaker, *reporters = voices or [None]
    attributed = replace(
        evidence,
        speaker=speaker,
        polarity=Polarity.DENIED if denied else Polarity.AFFIRMED,
        certainty=Certainty.HEDGED if hedged else Certainty.CERTAIN,
    )
    chain = tuple(dict.fromkeys(key for key in reporters if key not in {None, speaker}))
    qualifiers = replace(statement.qualifiers, reported_by=chain)
    return replace(statement, evidence=attributed, qualifiers=qualifiers)


def _speeches_of(statement: Statement, judgement: Judgement, speeches: Speeches) -> list[Speech]:
    """The speeches around the words of the statement, the innermost first.

    What is taken for granted in an accusation, a denial or a description is not what they say.
    """
    evidence = statement.evidence
    around = speeches.around(evidence.start, evidence.end)
    taken = judgement.given and statement.predicate not in _OF_WORDS
    return [speech for speech in around if not (taken and speech.rule in OF_NOUNS)]


def _judged(reading: Reading, statement: Statement) -> Judgement:
    """What the grammar around the words of the relation says of it."""
    evidence = statement.evidence
    root = reading.span_of(evidence.start, evidence.end).root
    if statement.predicate in _OF_WORDS:
        # a negation inside the words that are said does not deny that they are said
        return Judgement()
    if statement.predicate in _TYING and not clauses.is_clause(root):
        return Judgement()
    return judge(root, _focus(reading, statement, root))


def _focus(reading: Reading, statement: Statement, root: Token) -> Focus:
    subject = statement.subject
    about = reading.span_of(subject.start, subject.end).root
    mention = reading.headed_by(about)
    named = mention is not None and mention.form is Form.NAME and mention.key == subject
    return Focus(
        about=about,
        named=statement.evidence.rule in _NAMING_RULES,
        called=statement.predicate == "characterizedAs",
        doing=statement.predicate == "agent",
        given=named and about == root,
    )


def _saying(reading: Reading, speech: Speech, speaker: Mention) -> Statement:
    passage = reading.passage_at(speech.cue_start)
    return Statement(
        subject=speaker.key,
        predicate=_SAYS,
        object=Value(words_of(reading, speech)),
        evidence=Evidence(
            passage=passage.index,
            start=speech.cue_start,
            end=min(speech.cue_end, passage.end),
            rule=speech.rule,
            confidence=speech.confidence,
        ),
        qualifiers=Qualifiers(quoted=speech.quoted),
    )


def words_of(reading: Reading, speech: Speech) -> str:
    """What is said, on one line; without marks where all of it stands in them."""
    stretches = (reading.document.text[start:end] for start, end in speech.segments)
    parts = (" ".join(stretch.split()) for stretch in stretches)
    return " ".join(map(_unquoted, parts) if speech.quoted else parts).rstrip(" ,")


def _unquoted(text: str) -> str:
    inner = text.lstrip(_MARKS).strip()
    return inner.rstrip(_MARKS + " ,")
