"""Whether a text says that something is so, that it is not so, or says it with a reserve."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token

from extractors.tree import clauses, syntax
from extractors.words.cues import DoubtWords, load_doubt_words
from extractors.words.general import load_grammar_words


@dataclass(slots=True)
class Judgement:
    """What the words around an expression do to it; ``denier`` is the verb of a denial."""

    denied: bool = False
    hedged: bool = False
    denier: Token | None = None


def judge(anchor: Token, *, about: Token | None = None, named: bool = False) -> Judgement:
    """Follow the tree from the expression upwards, to the end of what governs it.

    ``about`` is the head of the event that the statement tells of. ``named`` says that the
    expression only names the event: "did not recognize the X massacre" does not deny a massacre,
    "denied the X massacre" does.
    """
    judgement = Judgement(denied=is_negated(anchor), hedged=_is_hedged(anchor))
    presupposed = named or (anchor == about and syntax.is_definite(anchor))
    token = anchor
    while token.head != token:
        head = token.head
        if not _reaches(token, head):
            break
        if syntax.is_joined(token):
            judgement.denied ^= clauses.is_joined_in_negation(token) and is_negated(head)
        elif clauses.is_verb(head):
            _under_verb(judgement, token, head, presupposed=presupposed, named=named)
        else:
            _under_noun(judgement, token, head, about, presupposed=presupposed)
        presupposed = presupposed or _presupposes(head, about)
        token = head
    judgement.hedged |= _is_question(anchor)
    return judgement


def is_negated(token: Token) -> bool:
    """Whether the token itself is negated: "not", "no", or a subject such as "nobody"."""
    if any(_negates(word) for word in syntax.negators(token)):
        return True
    return any(_is_none(subject) for subject in token.children if syntax.is_subject(subject))


def is_unreal(verb: Token) -> bool:
    """Whether the verb tells what should or could be, or what somebody only wishes for."""
    words = load_doubt_words()
    unreal = load_grammar_words().unreal
    if clauses.auxiliaries(verb) & unreal or words.conditions & clauses.marks(verb):
        return True
    governing = verb.head
    wished = governing.lemma_.lower() in words.wishing and clauses.is_verb(governing)
    return wished and clauses.is_subordinate(verb) and clauses.is_infinitive(verb)


def _reaches(token: Token, head: Token) -> bool:
    """Whether what governs the head also governs the token."""
    if clauses.stands_apart(token):
        return False
    words = load_doubt_words()
    said = head.lemma_.lower() in words.evidence | words.claims
    return said or not clauses.is_noun_clause(token)


def _under_verb(
    judgement: Judgement, token: Token, verb: Token, *, presupposed: bool, named: bool
) -> None:
    words, lemma = load_doubt_words(), _lemma(verb)
    # "no evidence": the "no" of the subject has been counted there
    negated = is_negated(verb) and not (syntax.is_subject(token) and is_negated(token))
    complement = clauses.is_complement(token)
    judgement.hedged |= _is_hedged(verb)
    if complement and lemma in words.denying:
        _deny(judgement, verb, negated=negated, holds=not presupposed or named)
    elif complement and lemma in words.refusing:
        judgement.denied ^= not negated and not presupposed
    elif clauses.is_clause(token) and complement and not presupposed:
        _under_saying(judgement, token, verb, words, negated=negated)
    elif negated and not presupposed and _in_scope(token):
        judgement.denied = not judgement.denied


def _deny(judgement: Judgement, verb: Token, *, negated: bool, holds: bool) -> None:
    if negated:
        judgement.hedged |= not (clauses.auxiliaries(verb) & {"can", "could"})
    elif holds:
        judgement.denied, judgement.hedged = not judgement.denied, False
        judgement.denier = verb


def _under_saying(
    judgement: Judgement, token: Token, verb: Token, words: DoubtWords, *, negated: bool
) -> None:
    """What a verb of saying, thinking or seeming does to its clause or to its predicate."""
    lemma = _lemma(verb)
    if negated and (lemma in words.not_raising or clauses.is_open(token)):
        judgement.denied = not judgement.denied
    elif negated and lemma in words.establishing:
        judgement.denied, judgement.hedged = not judgement.denied, True
    else:
        reserved = lemma in words.hedging or lemma in words.seeming
        wished = lemma in words.wishing and not clauses.is_full(token)
        judgement.hedged |= negated or reserved or wished or _is_rumour(token, verb)


def _is_rumour(token: Token, verb: Token) -> bool:
    """Whether nobody is named who says so: "is said to have", "it is reported that"."""
    said = not clauses.is_open(token) or clauses.is_infinitive(token)
    rumouring = _lemma(verb) in load_doubt_words().rumouring
    return said and rumouring and syntax.is_passive(verb) and not syntax.agents(verb)


def _under_noun(
    judgement: Judgement, token: Token, noun: Token, about: Token | None, *, presupposed: bool
) -> None:
    words, lemma = load_doubt_words(), noun.lemma_.lower()
    negated = is_negated(noun)
    predicate = syntax.has_copula(noun)
    judgement.hedged |= lemma in words.claims or _is_hedged(noun)
    held = noun == about or lemma in words.evidence or (predicate and not syntax.is_tied(token))
    if negated and not presupposed and (held or clauses.is_predicate(token) or _is_carrying(noun)):
        judgement.denied = not judgement.denied


def _is_carrying(noun: Token) -> bool:
    """Whether the noun only carries what it governs: "no act of genocide"."""
    return noun.lemma_.lower() in load_doubt_words().carrying


def _in_scope(token: Token) -> bool:
    return not (syntax.is_doer(token) and syntax.is_definite(token))


def _presupposes(token: Token, about: Token | None) -> bool:
    """Whether a negation above the noun leaves what is inside it untouched: "the killing of"."""
    if token.pos_ not in {"NOUN", "PROPN"} or syntax.has_copula(token):
        return False
    if clauses.is_predicate(token):
        return False
    definite = syntax.is_definite(token) or bool(syntax.possessors(token))
    return definite and (token == about or clauses.is_core(token))


def _lemma(verb: Token) -> str:
    words = load_doubt_words()
    verbs = words.denying | words.refusing | words.hedging | words.seeming | words.wishing
    verbs |= words.not_raising | words.establishing | words.rumouring
    return clauses.known_lemma(verb, verbs)


def _negates(token: Token) -> bool:
    words = load_doubt_words()
    if token.lower_ == "longer" and token.i > 0:
        return token.nbor(-1).lower_ == "no"
    if token.lower_ not in words.words:
        return False
    following = token.nbor() if token.i + 1 < len(token.doc) else token
    return following.lower_ not in words.not_before


def _is_none(subject: Token) -> bool:
    words = load_doubt_words()
    return subject.lower_ in words.subjects or any(
        child.lower_ in {"no", "neither"} and _negates(child) for child in subject.lefts
    )


def _is_hedged(token: Token) -> bool:
    """Whether a word directly under the token takes something back."""
    words = load_doubt_words()
    modals = clauses.auxiliaries(token)
    if modals & words.modals or (modals & words.perfect_modals and "have" in modals):
        return True
    if clauses.is_verb(token) and words.conditions & clauses.marks(token):
        return True
    return any(
        _adverb_or_adjective(child) in (words.adverbs | words.adjectives)
        for child in syntax.describing(token)
    )


def _adverb_or_adjective(token: Token) -> str:
    """The word in lower case; "so-called" is one word also where a reader makes it three."""
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    return f"{before}{token.lower_}" if before == "so-" else token.lower_


def _is_question(token: Token) -> bool:
    return token.sent.text.rstrip().endswith("?")
