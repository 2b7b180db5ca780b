"""What each stage of the reading saw in a text, and why a fact was made or not, in words.

It is for whoever writes the next rule, or wonders about a statement.
"""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Token

from extractors.pipeline import Pipeline, Trace
from extractors.speech.speech import Speech
from extractors.speech.speeches import find_speeches
from graph.model import Concept, Document, Kind, Mention, MentionKey, Object, Passage, Statement


def explain(pipeline: Pipeline, document: Document) -> Iterator[str]:
    """Lines for people: sentence by sentence, then links and statements over the whole text."""
    trace = pipeline.trace(document)
    for passage in trace.reading.passages:
        yield f"{passage.index + 1}  {_text(trace, passage.start, passage.end)}"
        yield from _section("words", _words(trace, passage))
        yield from _section("times", _times(trace, passage))
        yield from _section("names", _names(trace, passage))
        yield from _section("unnamed", _unnamed(trace, passage))
        yield from _section("events", _events(trace, passage))
        yield from _section("speech", _speeches(trace, passage))
        yield from _section("says", _statements(trace, passage))
        yield ""
    yield from _section("links", (link.reason for link in trace.findings.links))


def _section(title: str, lines: Iterator[str]) -> Iterator[str]:
    for number, line in enumerate(lines):
        yield f"   {title if number == 0 else '':9}{line}"


def _text(trace: Trace, start: int, end: int) -> str:
    return " ".join(trace.reading.document.text[start:end].split())


def _words(trace: Trace, passage: Passage) -> Iterator[str]:
    for token in trace.reading.span_of(passage.start, passage.end):
        if not token.is_space:
            yield f"{token.text:18} {token.lemma_:18} {token.tag_:6} {_hanging(token)}"


def _hanging(token: Token) -> str:
    return token.dep_ if token.head == token else f"{token.dep_} of {token.head.text}"


def _times(trace: Trace, passage: Passage) -> Iterator[str]:
    for time in trace.reading.times_in(passage):
        dates = (date.iso for date in (time.begin, time.until) if date is not None)
        yield f"{_text(trace, time.start, time.end)}: {' to '.join(dict.fromkeys(dates)) or 'open'}"


def _names(trace: Trace, passage: Passage) -> Iterator[str]:
    for mention in trace.reading.mentions_in(passage):
        if mention.kind is not Kind.EVENT and not mention.is_local:
            known = f", {mention.identifier}" if mention.identifier else ""
            yield f"{mention.label}: {mention.kind}, by {mention.origin}{known}"


def _unnamed(trace: Trace, passage: Passage) -> Iterator[str]:
    reasons = {link.mention: link.reason for link in trace.reading.links}
    told = {mention.key for mention in trace.findings.mentions}
    for mention in (*trace.reading.described, *trace.reading.pronouns):
        if mention.passage == passage.index:
            who = reasons.get(mention.key) or f"{mention.label}: {mention.kind}"
            yield who if mention.key in told else f"{who}; no statement speaks of it"


def _events(trace: Trace, passage: Passage) -> Iterator[str]:
    kept = {mention.key: mention.label for mention in trace.findings.mentions}
    for mention in trace.reading.mentions_in(passage):
        if mention.kind is Kind.EVENT:
            told = f"kept as “{kept[mention.key]}”" if mention.key in kept else "left out"
            yield f"{mention.text}: {mention.event_type}, by {mention.origin}; {told}"


def _speeches(trace: Trace, passage: Passage) -> Iterator[str]:
    for speech in trace.reading.once(find_speeches):
        if passage.start <= speech.cue_start < passage.end:
            who = " and ".join(speaker.label for speaker in speech.speakers) or "somebody"
            yield f"{who}: “{_said(trace, speech)}”, by {speech.rule}"


def _said(trace: Trace, speech: Speech) -> str:
    return " … ".join(_text(trace, start, end) for start, end in speech.segments)


def _statements(trace: Trace, passage: Passage) -> Iterator[str]:
    found = trace.findings.statements
    made = {_core(statement) for statement in found}
    for statement in (*found, *(s for s in trace.said if _core(s) not in made)):
        if statement.evidence.passage == passage.index:
            line = _statement(trace, statement)
            kept = _core(statement) in made
            yield line if kept else f"not kept: {line} ({_why(trace, statement)})"


def _core(statement: Statement) -> tuple[MentionKey, str, Object]:
    return statement.subject, statement.predicate, statement.object


def _statement(trace: Trace, statement: Statement) -> str:
    evidence = statement.evidence
    speaker = f", says {_name(trace, evidence.speaker)}" if evidence.speaker else ""
    how = f"{evidence.polarity.value}, {evidence.certainty.value}{speaker}"
    core = " · ".join(
        (_name(trace, statement.subject), statement.predicate, _name(trace, statement.object))
    )
    return f"{core} ({how}; {evidence.rule}, {evidence.confidence})"


def _why(trace: Trace, statement: Statement) -> str:
    kept = {mention.key for mention in trace.findings.mentions}
    if statement.subject not in kept:
        return f"too little is told of {_name(trace, statement.subject)}, or it is told elsewhere"
    return "another statement says it better"


def _name(trace: Trace, part: Object) -> str:
    if isinstance(part, Concept):
        return part.name
    if isinstance(part, MentionKey):
        return _mention(trace, part).label
    return part.text


def _mention(trace: Trace, key: MentionKey) -> Mention:
    known = (*trace.findings.mentions, *trace.reading.mentions, *trace.reading.described)
    return next(mention for mention in known if mention.key == key)
