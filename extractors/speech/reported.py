"""Speech without quotation marks: "X said that …", "according to X", "X's claim that …"."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator

from spacy.tokens import Token

from extractors.actors.speakers import speaker_at
from extractors.reading import Reading
from extractors.speech.charges import without_charges
from extractors.speech.contents import content_of, is_thought
from extractors.speech.pronouns import speaker_by_pronoun
from extractors.speech.speech import Bounds, Speech, quotations_of, segments_of
from extractors.tree import clauses, functions, syntax, voice
from extractors.tree.complements import clause_of
from extractors.tree.polarity import is_negated, is_unreal
from extractors.words.cues import load_doubt_words, load_speech_words
from graph.model import Mention

_CONFIDENCE = {"reporting verb": 0.75}
_OTHER_FORM = 0.65


def find_reported(reading: Reading) -> Iterator[Speech]:
    """What verbs of speech say: "X said that …", "…, X said", "X urged Y to …"."""
    for verb in reading.doc:
        content = content_of(verb)
        if content is None or is_told_of(verb):
            continue
        segments = segments_of(without_charges(content.tokens))
        thought, said = is_thought(verb), is_said(verb)
        if segments:
            yield Speech(
                segments,
                # what somebody did not say is nobody's: "never claimed that", "refused to say that"
                speakers_of(reading, verb) if thought or said else (),
                verb.idx,
                verb.idx + len(verb),
                content.rule,
                _CONFIDENCE.get(content.rule, _OTHER_FORM),
                spoken=said and not thought,
            )


def find_heard(reading: Reading) -> Iterator[Speech]:
    """What somebody heard is said by whom it was heard from: "learned from Lund that …"."""
    for verb in reading.doc:
        if verb.lemma_.lower() not in load_speech_words().hearing or not is_said(verb):
            continue
        told = clause_of(verb) if clauses.is_verb(verb) else None
        sources = [noun for before, noun in syntax.prepositional(verb) if before == "from"]
        segments = segments_of(told.subtree) if told is not None and sources else ()
        if segments:
            source = _given(speaker_at(reading, sources[0]))
            yield Speech(segments, source, verb.idx, verb.idx + len(verb), "verb of hearing", 0.6)


def is_told_of(verb: Token) -> bool:
    """Whether the verb is passive and tells of its subject, or nobody says who says it."""
    if not syntax.is_passive(verb):
        return _opens_reply(verb)
    words = load_speech_words()
    told = any(t.lower_ not in words.said_subjects for t in syntax.passive_subjects(verb))
    addressed = verb.lemma_.lower() in words.addressing
    return (told and not addressed) or not syntax.agents(verb)


def _opens_reply(verb: Token) -> bool:
    """Whether a participle tells what whoever replies was asked: "asked whether …, Holm said no".

    Readers take it for a past tense at times.
    """
    bare = not (
        syntax.subjects_of_its_own(verb) or clauses.auxiliaries(verb) or clauses.marks(verb)
    )
    addressing = verb.lemma_.lower() in load_speech_words().addressing
    fronted = clauses.stands_apart(verb) and verb.i < verb.head.i
    return addressing and fronted and bare and verb.tag_ in {"VBD", "VBN"}


def speakers_of(reading: Reading, verb: Token) -> tuple[Mention, ...]:
    """All who say what the verb reports: "Berg and Holm said"."""
    found = (_speaker(reading, token) for token in _tellers(verb))
    return tuple({mention.key: mention for mention in found if mention}.values())


def _tellers(verb: Token) -> list[Token]:
    """Who does the telling: of ", saying" after a clause its subject, whatever noun stands near.

    Readers hang it from that noun at times: "Norland scorned the Suderian report, saying". A text
    that somebody publishes may say it itself.
    """
    behind = verb.tag_ == "VBG" and verb.i > 0 and verb.nbor(-1).text == ","
    if behind and not clauses.is_verb(verb.head):
        above = next((token for token in verb.ancestors if clauses.is_verb(token)), None)
        if above is not None and above.i < verb.i and _may_go_on(above):
            return voice.doers(above)
    return _shared_tellers(verb) or _tellers_above(verb) or voice.doers(verb)


def _tellers_above(verb: Token) -> list[Token]:
    """Who goes on speaking in "Norland said its people were hurt, calling it a crime": Norland.

    Whoever suffers something in what is said says nothing there.
    """
    clause = verb.head
    participle = verb.tag_ == "VBG" and clauses.stands_apart(verb) and verb.i > clause.i
    if not (participle and syntax.is_passive(clause)):
        return []
    above = clause.head if clause_of(clause.head) == clause else None
    known = above is not None and above.lemma_.lower() in load_speech_words().reporting
    return voice.doers(above) if above is not None and known else []


def _shared_tellers(verb: Token) -> list[Token]:
    """Who says of "it counted six dead and says nine miners were hurt": "it", and no miners.

    Readers take the subject of the clause for that of the verb, though it stands behind.
    """
    first = verb.head if verb.dep_ == "conj" else verb
    own = syntax.subjects(verb)
    behind = first != verb and bool(own) and all(token.i > verb.i for token in own)
    if not behind or verb.nbor(-1).text != "and" or not _may_go_on(first):
        return []
    return [token for token in voice.doers(first) if token.i < first.i]


def _may_go_on(verb: Token) -> bool:
    """Whether the subject of the verb may be who says what follows behind a comma."""
    return not (syntax.is_passive(verb) or verb.lemma_.lower() in load_speech_words().issuing)


def _speaker(reading: Reading, token: Token) -> Mention | None:
    """Who speaks, by the subject of the verb: "made a comment saying" lets its maker speak."""
    if token.pos_ == "PRON":
        return speaker_by_pronoun(reading, token)
    if token.lemma_.lower() not in load_speech_words().reporting_nouns:
        return speaker_at(reading, token)
    made = voice.doers(token.head) if functions.is_object(token) else []
    makers = (speaker_at(reading, maker) for maker in made)
    owner = speaker_at(reading, token) or owner_of_words(reading, token)
    return owner or next((maker for maker in makers if maker), None)


def _given(speaker: Mention | None) -> tuple[Mention, ...]:
    return (speaker,) if speaker is not None else ()


def is_said(verb: Token) -> bool:
    """Whether the verb tells that something was said: not that it was not, or may be."""
    if is_negated(verb) or is_unreal(verb):
        return False
    above = verb.head.lemma_.lower()
    refused = clauses.is_open(verb) and above in load_doubt_words().refusing
    return not refused


def find_told_by_nouns(reading: Reading) -> Iterator[Speech]:
    """What nouns of speech say: "X's claim that …", "a warning by X that …"."""
    words = load_speech_words()
    for noun in reading.doc:
        if noun.pos_ != "NOUN" or noun.lemma_.lower() not in words.reporting_nouns:
            continue
        clause = _that_clause(noun)
        segments = segments_of(clause.subtree) if clause is not None else ()
        if segments:
            cue = (noun.idx, noun.idx + len(noun))
            yield Speech(
                segments, _given(owner_of_words(reading, noun)), *cue, "reporting noun", 0.65
            )


def _that_clause(noun: Token) -> Token | None:
    """The clause with "that" right behind the noun, or below it in the tree."""
    following = noun.doc[noun.i + 1] if noun.i + 1 < len(noun.doc) else noun
    beside = syntax.led_to(following) if following.lower_ == "that" else None
    below = (c for c in clauses.noun_clauses(noun) if "that" in clauses.marks(c))
    return next(below, beside if beside is not None and clauses.is_clause(beside) else None)


def owner_of_words(reading: Reading, noun: Token) -> Mention | None:
    """Whose words the noun tells of: "acknowledgment of X", "X's reply"."""
    ties = load_speech_words().owned_by
    tied = [token for preposition, token in syntax.prepositional(noun) if preposition in ties]
    found = (speaker_at(reading, token) for token in (*syntax.possessors(noun), *tied))
    return next((mention for mention in found if mention), None)


def find_sourced(reading: Reading) -> Iterator[Speech]:
    """What a sentence gives "according to X" or "in the view of X"."""
    yield from _told_by_owners(reading)
    by_first: dict[str, list[list[str]]] = defaultdict(list)
    for phrase in sorted(load_speech_words().sources):
        by_first[phrase.split()[0]].append(phrase.split())
    for token in reading.doc:
        for words in by_first.get(token.lower_, ()):
            following = reading.doc[token.i : token.i + len(words)]
            if [t.lower_ for t in following] == words:
                yield from _sourced(reading, token, following[-1])


def _told_by_owners(reading: Reading) -> Iterator[Speech]:
    """What a sentence gives "in Lund's telling"."""
    for noun in reading.doc:
        if noun.lower_ not in load_speech_words().telling or syntax.preposition_of(noun) != "in":
            continue
        first = noun.left_edge
        owners = [speaker_at(reading, owner) for owner in syntax.possessors(noun)]
        segments = tuple(_around(reading, first, noun, noun)) if any(owners) else ()
        if segments and first.i == noun.sent.start:
            cue = (noun.idx, noun.idx + len(noun))
            yield Speech(segments, _given(owners[0]), *cue, "according to", 0.7)


def _sourced(reading: Reading, first: Token, last: Token) -> Iterator[Speech]:
    """The sentence without the phrase, as the words of the source."""
    noun = _noun_after(first, last)
    if noun is None or _is_inside_words(reading, first):
        return
    cue = (first.idx, last.idx + len(last))
    quote = _quote_behind(reading, noun)
    segments = (quote,) if quote else tuple(_around(reading, first, last, noun))
    if segments:
        yield Speech(segments, _given(speaker_at(reading, noun)), *cue, "according to", 0.75)


def _is_inside_words(reading: Reading, first: Token) -> bool:
    """Whether the phrase stands in words in quotation marks that are only part of its sentence."""
    start = first.sent.start_char
    inside = (q for q in reading.once(quotations_of) if q.start < first.idx < q.end)
    return any(start < quotation.start for quotation in inside)


def _quote_behind(reading: Reading, noun: Token) -> Bounds | None:
    """The quote right after the phrase: in the words of X, "…"."""
    end = noun.right_edge.idx + len(noun.right_edge)
    quotations = reading.once(quotations_of)
    index = bisect_left(quotations, noun.idx, key=lambda quotation: quotation.start)
    quote = quotations[index] if index < len(quotations) else None
    if quote is None or reading.document.text[end : quote.start].strip(" ,:"):
        return None
    return quote.start, quote.end


def _around(reading: Reading, first: Token, last: Token, noun: Token) -> Iterator[Bounds]:
    """The clause before and after the phrase."""
    end = reading.doc[max(noun.right_edge.i, last.i)]
    start, stop = _clause_bounds(noun)
    yield from (
        bounds
        for bounds in (
            _trimmed(reading, start, first.idx),
            _trimmed(reading, end.idx + len(end), stop),
        )
        if _has_words(reading, bounds)
    )


def _clause_bounds(noun: Token) -> Bounds:
    """Where the clause of its own that the noun belongs to starts and ends: between semicolons."""
    marks = [token for token in noun.sent if token.text == ";"]
    start = max((t.idx + 1 for t in marks if t.i < noun.i), default=noun.sent.start_char)
    return start, min((t.idx for t in marks if t.i > noun.i), default=noun.sent.end_char)


def _has_words(reading: Reading, bounds: Bounds) -> bool:
    return any(character.isalnum() for character in reading.document.text[slice(*bounds)])


def _noun_after(first: Token, last: Token) -> Token | None:
    """The noun that a phrase such as "according to" leads to."""
    for word in (last, first):
        noun = syntax.led_to(word)
        if noun is not None and noun.i > last.i:
            return noun
    after = (t for t in last.doc[last.i + 1 : last.sent.end] if t.pos_ in {"NOUN", "PROPN", "PRON"})
    whole = (t for t in after if not (functions.is_modifier(t) or functions.is_possessor(t)))
    return next(whole, None)


def _trimmed(reading: Reading, start: int, end: int) -> Bounds:
    text = reading.document.text[start:end]
    left = len(text) - len(text.lstrip(" ,;:\n"))
    return start + left, max(start + left, start + len(text.rstrip(" ,;.—–\n")))
