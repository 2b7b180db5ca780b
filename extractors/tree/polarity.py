"""Whether a text says that something is so, that it is not so, or says it with a reserve."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.tree import clauses, complements, functions, particles, syntax, voice
from extractors.tree.judgements import Focus, Judgement
from extractors.tree.questions import is_question
from extractors.words.cues import DoubtWords, load_doubt_words
from extractors.words.function_words import load_function_words
from extractors.words.general import load_grammar_words
from extractors.words.tables import either


def judge(anchor: Token, focus: Focus | None = None) -> Judgement:
    """Follow the tree from the expression upwards, to the end of what governs it.

    What the text takes for granted is not reached: "the Grey Militia's attack in Doba was not the
    first" says that there was one.
    """
    return _Climb(anchor, focus or Focus()).judgement


class _Climb:
    """The way from an expression up to the top of its sentence."""

    def __init__(self, anchor: Token, focus: Focus) -> None:
        self.focus = focus
        self.judgement = Judgement(denied=is_negated(anchor), hedged=_is_hedged(anchor))
        named = focus.named and functions.determiner(anchor) not in load_function_words().indefinite
        self.judgement.given = named or focus.given or _is_granted(anchor, focus.about)
        self._contrasted = False
        self._clauses = 0
        token = anchor
        while token.head != token and _reaches(token, token.head):
            self._step(token, token.head)
            token = token.head
        self.judgement.hedged |= is_question(anchor) and not self.judgement.given

    def _step(self, token: Token, head: Token) -> None:
        if functions.is_joined(token):
            joined = particles.is_joined_in_negation(token)
            self.judgement.denied ^= joined and is_negated(head)
            self._contrasted |= particles.is_contrasted(token)
        elif clauses.is_verb(head):
            self._under_verb(token, head)
        else:
            self._under_noun(token, head)
        self._clauses += clauses.is_clause(token)
        accused = functions.is_object(head) and is_accusation(token, head.head)
        self.judgement.given |= not accused and _presupposes(head, self.focus.about)

    def _under_verb(self, token: Token, verb: Token) -> None:
        words, lemma, judgement = load_doubt_words(), _lemma(verb), self.judgement
        # "no evidence": the "no" of the subject has been counted there
        negated = is_negated(verb) and not (functions.is_subject(token) and is_negated(token))
        complement = clauses.is_complement(token)
        if lemma in words.denying and complement:
            direct = not (self._clauses or clauses.is_clause(token))
            self._deny(verb, direct=direct, negated=negated)
            # "denied the capture of Doba": it is open whether there was one
            open_yet = lemma in words.disowning and token == self.focus.about and direct
            judgement.hedged |= open_yet and not (negated or judgement.denied)
        if judgement.given:
            return
        judgement.hedged |= _is_hedged(verb)
        if is_accusation(token, verb):
            self._accuse(verb)
        elif lemma in words.refusing and complement:
            self._refuse(negated=negated)
        elif clauses.is_clause(token) and complement and lemma not in words.denying:
            self._under_saying(token, verb, words, negated=negated)
        elif negated and _in_scope(token) and lemma not in words.denying:
            judgement.denied ^= not self._contrasted
            self._contrasted = False

    def _deny(self, verb: Token, *, direct: bool, negated: bool) -> None:
        """What the verb denies is denied by its subject, but for what is taken for granted."""
        judgement = self.judgement
        holds = not judgement.given or (self.focus.named and direct)
        if negated and not judgement.given:
            judgement.hedged |= not (clauses.auxiliaries(verb) & load_function_words().able)
        elif holds and not negated:
            judgement.denied, judgement.hedged = not judgement.denied, False
            judgement.denier = verb

    def _accuse(self, verb: Token) -> None:
        """What somebody is accused of is open; what he is cleared of he has not done."""
        cleared = _lemma(verb) in load_doubt_words().clearing and not is_negated(verb)
        self.judgement.hedged |= not (cleared and self.focus.doing)
        self.judgement.denied ^= cleared and self.focus.doing

    def _refuse(self, *, negated: bool) -> None:
        """What somebody refuses to do has not happened; what they refuse to say is open."""
        judgement = self.judgement
        if self._clauses or judgement.denier is not None:
            judgement.hedged, judgement.denied, judgement.denier = True, False, None
        else:
            judgement.denied ^= not negated

    def _under_saying(self, token: Token, verb: Token, words: DoubtWords, *, negated: bool) -> None:
        """What a verb of saying, thinking or seeming does to its clause or to its predicate."""
        lemma, judgement = _lemma(verb), self.judgement
        if negated and (lemma in words.not_raising or clauses.is_open(token)):
            judgement.denied = not judgement.denied
        elif negated and lemma in words.establishing:
            judgement.denied ^= self.focus.called
            judgement.hedged = True
        elif not (negated and lemma in either(words.doubting, words.knowing)):
            reserved = lemma in words.hedging or lemma in words.seeming
            wished = lemma in words.wishing and not clauses.is_full(token)
            judgement.hedged |= negated or reserved or wished or _is_rumour(token, verb)
            # "the Guard, which she says killed 40": as she says; "has yet to be proven"
            lost = clauses.is_full(token) and not syntax.subjects_of_its_own(token)
            open_yet = lemma in words.establishing and clauses.is_infinitive(verb)
            judgement.hedged |= lost or open_yet

    def _under_noun(self, token: Token, noun: Token) -> None:
        words, lemma, judgement = load_doubt_words(), noun.lemma_.lower(), self.judgement
        if judgement.given:
            return
        if functions.is_object(noun) and is_accusation(token, noun.head):
            self._accuse(noun.head)
        if lemma in words.false and (functions.is_doer(token) or clauses.is_clause(token)):
            judgement.denied ^= not is_negated(noun)
            return
        held = noun == self.focus.about or lemma in words.evidence or lemma in words.carrying
        equated = functions.has_copula(noun)
        held |= equated and not functions.is_tied(token)
        judgement.denied ^= lemma in words.refusals and clauses.is_clause(token)
        thought = noun.lower_ in either(words.adjectives, words.adverbs) and not clauses.is_verb(
            noun
        )
        judgement.hedged |= thought and clauses.is_clause(token)
        told = lemma in words.assertions and "that" in clauses.marks(token)
        # "said in a statement that": the clause is the verb's
        told = told and complements.clause_of(syntax.above(noun)) != token
        judgement.hedged |= told and not syntax.possessors(noun)
        judgement.hedged |= lemma in words.claims or ((held or equated) and _is_hedged(noun))
        if is_negated(noun) and (held or clauses.is_predicate(token)):
            judgement.denied = not judgement.denied


def is_accusation(token: Token, verb: Token) -> bool:
    """Whether the verb says that somebody is held to have done what the token tells of."""
    words = load_doubt_words()
    lemma = clauses.known_lemma(verb, either(words.accusing, words.clearing))
    leading = voice.led_by(token) if clauses.is_verb(token) else syntax.preposition_of(token)
    return bool(lemma) and leading in words.accusing_of


@remembered
def is_negated(token: Token) -> bool:
    """Whether the token itself is negated: "not", "no", or a subject such as "nobody"."""
    if any(_negates(word) for word in syntax.negators(token)):
        return True
    if _is_lacking(token):
        return True
    return any(_is_none(subject) for subject in token.children if functions.is_subject(subject))


def _is_lacking(token: Token) -> bool:
    """Whether "without", "instead of" or "short of" leads to the token."""
    verb = clauses.is_verb(token)
    leading = voice.led_by(token) if verb else syntax.preposition_of(token)
    words = load_doubt_words()
    if leading in words.lacking or not (verb and leading in words.ending_lacking):
        return leading in words.lacking
    word = next((w for w in reversed(token.doc[: token.i]) if w.lower_ == leading), token)
    return word.i > 0 and f"{word.nbor(-1).lower_} {leading}" in words.lacking


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
    verb = head.head if functions.is_object(head) and not clauses.is_verb(head) else head
    if is_accusation(token, verb):
        return True
    if clauses.stands_apart(token):
        return False
    words = load_doubt_words()
    said = head.lemma_.lower() in either(
        words.evidence, words.claims, words.assertions, words.refusals
    )
    return said or not clauses.is_noun_clause(token)


def _is_rumour(token: Token, verb: Token) -> bool:
    """Whether nobody is named who says so: "is said to have", "it is reported that"."""
    said = not clauses.is_open(token) or clauses.is_infinitive(token)
    if _lemma(verb) == "say" and clauses.is_infinitive(token):
        return True
    rumouring = _lemma(verb) in load_doubt_words().rumouring
    return said and rumouring and syntax.is_passive(verb) and not syntax.agents(verb)


def _in_scope(token: Token) -> bool:
    """Whether a negation of the verb reaches the token: "did not end until May" ends in May.

    Nor does it reach why, or after what, something was not done: "did not flee despite the raid".
    """
    words = load_doubt_words()
    leading = clauses.marks(token) if clauses.is_clause(token) else {syntax.preposition_of(token)}
    bounding = bool(leading & words.bounding)
    return not bounding and not (functions.is_doer(token) and functions.is_definite(token))


def _is_granted(anchor: Token, about: Token | None) -> bool:
    """Whether the expression is itself a thing taken for granted: "the killing of"."""
    return anchor == about and _presupposes(anchor, about)


def _presupposes(token: Token, about: Token | None) -> bool:
    """Whether a negation above the noun leaves what is inside it untouched: "the killing of"."""
    if token.pos_ not in {"NOUN", "PROPN"} or functions.has_copula(token):
        return False
    words = load_doubt_words()
    if clauses.is_predicate(token) or token.lemma_.lower() in either(
        words.claims, words.assertions
    ):
        return False
    definite = functions.is_definite(token) or bool(syntax.possessors(token))
    return definite and (token == about or clauses.is_core(token))


def _lemma(verb: Token) -> str:
    """The verb, with its particle where both are one word of doubt: "rule out"; "" for others."""
    lemma = particles.phrasal_lemma(verb)
    return lemma if lemma in load_doubt_words().verbs else ""


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
    return (
        subject.lower_ in words.subjects
        or any(child.lower_ in words.none_of and _negates(child) for child in subject.lefts)
        or _is_few(subject)
    )


def _is_few(subject: Token) -> bool:
    """Whether next to nobody is the subject: "few deny", but not "a few deny"."""
    first = {child.lower_ for child in subject.lefts}
    return "few" in first and "a" not in first


def _is_hedged(token: Token) -> bool:
    """Whether a word directly under the token takes something back."""
    words = load_doubt_words()
    modals = clauses.auxiliaries(token)
    if modals & words.modals or (modals & words.perfect_modals and "have" in modals):
        return True
    if clauses.is_verb(token) and words.conditions & clauses.marks(token):
        return True
    if any(_is_of_belief(child) for child in token.children):
        return True
    if any(
        p == "in" and n.lemma_.lower() in words.fictions for p, n in syntax.prepositional(token)
    ):
        return True
    return any(
        _adverb_or_adjective(child) in (either(words.adverbs, words.adjectives))
        for child in syntax.describing(token)
    )


def _is_of_belief(verb: Token) -> bool:
    """Whether all stands and falls with whether somebody is right: "if Lund is to be believed"."""
    words = load_doubt_words()
    lemmas = {verb.lemma_.lower(), *(c.lemma_.lower() for c in verb.children if clauses.is_verb(c))}
    return bool(words.conditions & clauses.marks(verb)) and bool(lemmas & words.believing)


def _adverb_or_adjective(token: Token) -> str:
    """The word in lower case; "so-called" is one word also where a reader makes it three."""
    before = token.doc[max(0, token.i - 2) : token.i].text.lower()
    return f"{before}{token.lower_}" if before == "so-" else token.lower_
