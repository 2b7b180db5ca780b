"""Whether the word for an event tells of one that happened, not of one thought of.

What is planned, feared, asked for, possible, denied or said of all such events is none.
"""

from __future__ import annotations

from spacy.tokens import Token

from extractors.tree import clauses, functions, polarity, syntax, voice
from extractors.words.cues import load_doubt_words
from extractors.words.events.event_phrases import (
    load_event_phrases,
    load_plan_words,
    load_thought_words,
)
from extractors.words.function_words import load_function_words
from extractors.words.general import load_grammar_words

_HIGHEST = 4
_PRESENT = frozenset({"VBZ", "VBP"})
_TELLING = frozenset({"DET", "NUM", "PROPN"})


def happened(verb: Token) -> bool:
    """Whether the verb tells what happened: not negated, wished for, possible or usual."""
    if functions.serves_another(verb) or polarity.is_negated(verb):
        return False
    if any(clauses.is_predicate(c) and polarity.is_negated(c) for c in verb.children):
        # "was found not guilty", "pleaded not guilty"
        return False
    return not (_is_unreal(verb) or _is_usual(verb) or _is_left_undone(verb))


def took_place(noun: Token) -> bool:
    """Whether the noun tells of an event that took place, or takes place."""
    words = load_thought_words()
    if any(child.lower_ in words.adjectives for child in noun.lefts):
        return False
    token = noun
    for _ in range(_HIGHEST):
        above = syntax.above(token)
        if above == token:
            break
        if not clauses.is_verb(above):
            if _is_only_thought(above, token):
                return False
            token = above
            continue
        return not (_is_thought_by(above, token) or _is_undone_by(above, token))
    return True


def _is_only_thought(above: Token, token: Token) -> bool:
    """“Plans for an attack”, and “attack plans” as the noun serves another."""
    words = load_thought_words()
    tied = syntax.preposition_of(token) in words.thought_of
    return tied and above.lemma_.lower() in words.nouns


def _is_thought_by(verb: Token, token: Token) -> bool:
    """Whether the verb makes its object a thing that has not happened: "fears an attack"."""
    words, lemma = load_thought_words(), verb.lemma_.lower()
    core = clauses.is_core(token)
    subject = functions.is_doer(token)
    if lemma in words.verbs and not subject:
        return core or syntax.preposition_of(token) == "from"
    if lemma in words.asking and syntax.preposition_of(token) == "for":
        return True
    if core and not subject and lemma in words.holding:
        return any(doer.lemma_.lower() in words.nouns for doer in voice.doers(verb))
    carries = lemma in load_grammar_words().carrying or lemma in words.carrying_too
    carries = carries or lemma in load_event_phrases().calling.all_verbs
    return core and carries and (_is_unreal(verb) or polarity.is_negated(verb))


def _is_undone_by(verb: Token, token: Token) -> bool:
    """Whether the verb that the noun belongs to is itself kept from happening: "banned from …"."""
    tied = (
        clauses.is_core(token) or syntax.preposition_of(token) in load_thought_words().undone_with
    )
    return tied and _is_left_undone(verb)


def _is_unreal(verb: Token) -> bool:
    """Whether the verb stands under "may", "would", "if" or "to"."""
    auxiliaries = clauses.auxiliaries(verb)
    unreal = (auxiliaries & load_grammar_words().unreal) - load_plan_words().auxiliaries
    # "may have killed" tells what happened, with a reserve
    if unreal and not ("have" in auxiliaries and unreal <= load_doubt_words().modals):
        return True
    if load_doubt_words().conditions & clauses.marks(verb) or clauses.is_subjunctive(verb):
        return True
    if clauses.is_infinitive(verb) or _is_bare_infinitive(verb):
        # "is said to have killed" tells what happened, with a reserve
        return "have" not in auxiliaries and not (_is_implied(verb) or _is_meant(verb))
    # what is joined to an infinitive is one as well: "to find and kill them"
    if functions.is_joined(verb) and clauses.is_verb(verb.head) and verb.tag_ == "VB":
        return _is_unreal(verb.head)
    return False


def _is_bare_infinitive(verb: Token) -> bool:
    """Whether it stands without "to" below a verb that takes one: "helped rebuild the town"."""
    implied = verb.head.lemma_.lower() in load_thought_words().implying
    return implied and verb.tag_ == "VB" and clauses.is_open(verb)


def _is_implied(verb: Token) -> bool:
    """Whether the infinitive happened, as the verb above says: "began to shell the town"."""
    above = verb.head
    implied = clauses.is_verb(above) and above.lemma_.lower() in load_thought_words().implying
    return implied and above != verb and happened(above)


def is_planned(word: Token) -> bool:
    """Whether the event is only planned, or to come: "will meet", "the summit set for May"."""
    plans = load_plan_words()
    if not clauses.is_verb(word):
        if any(child.lower_ in plans.adjectives for child in word.lefts):
            return True
        verb = syntax.above(word)
        return clauses.is_core(word) and clauses.is_verb(verb) and is_planned(verb)
    if clauses.auxiliaries(word) & plans.auxiliaries:
        return True
    if clauses.is_infinitive(word) and _is_meant(word):
        return True
    return functions.is_joined(word) and clauses.is_verb(word.head) and is_planned(word.head)


def _is_meant(verb: Token) -> bool:
    """Whether the infinitive is what somebody plans: "plan to hold", "is set to begin", "is to"."""
    above = verb.head
    if "be" in clauses.auxiliaries(verb) and not syntax.is_passive(verb):
        return True
    meant = clauses.is_verb(above) and above.lemma_.lower() in load_plan_words().verbs
    return meant and above != verb and not polarity.is_negated(above)


def _is_usual(verb: Token) -> bool:
    """Whether the verb says what happens as a rule: "militants often attack convoys"."""
    words = load_thought_words()
    if any(child.lower_ in words.adverbs for child in syntax.describing(verb)):
        return True
    if verb.tag_ not in _PRESENT or not _ends(verb):
        return False
    helping = clauses.auxiliaries(verb) & load_function_words().auxiliary
    return not helping and _is_general_subject(verb)


def _ends(verb: Token) -> bool:
    """Whether the sentence ends as one of running text; headlines tell news in the present."""
    return verb.sent.text.rstrip().endswith((".", "?", "!", "”", '"'))


def _is_general_subject(verb: Token) -> bool:
    subjects = syntax.subjects(verb)
    return not subjects or any(_is_bare(noun) or noun.pos_ == "PRON" for noun in subjects)


def _is_left_undone(verb: Token) -> bool:
    """Whether the verb in "-ing" stands after "without", "instead of" and the like."""
    if verb.tag_ != "VBG":
        return is_kept_from(verb)
    if is_kept_from(verb) or _is_held(verb):
        return True
    led_on = clauses.led_on_from(verb)
    if led_on is not None and _is_held(led_on):
        return True
    marks = {child.lower_ for child in verb.lefts if child.pos_ in {"ADP", "SCONJ"}}
    above = syntax.above(verb)
    marks |= {verb.head.lower_} if above != verb.head else set()
    words = load_thought_words()
    general = (
        above.pos_ in {"NOUN", "PROPN"} and bool(marks) and not syntax.subjects_of_its_own(verb)
    )
    thought = clauses.is_verb(above) and above.lemma_.lower() in words.verbs
    if general and above.lemma_.lower() not in load_doubt_words().claims:
        return True
    return bool(words.without & marks) or (thought and (bool(marks) or clauses.is_open(verb)))


def _is_held(verb: Token) -> bool:
    """Whether it tells what others do in thought: "the scenarios include rebels storming Doba"."""
    noun = verb.head if clauses.is_noun_clause(verb) else verb
    above, words = noun.head, load_thought_words()
    if not clauses.is_verb(above) or above.lemma_.lower() not in words.holding:
        return False
    return any(doer.lemma_.lower() in words.nouns for doer in voice.doers(above))


def is_kept_from(verb: Token) -> bool:
    """Whether somebody is kept from it, or keeps from it: "saved the crew from being killed"."""
    above, words = verb.head.head if verb.dep_ == "pcomp" else verb.head, load_thought_words()
    keeping = above.lemma_.lower() in words.keeping
    about = clauses.is_open(verb) or verb.dep_ == "ccomp"
    stopped = above.lemma_.lower() in words.stopping_deeds and verb.tag_ == "VBG" and about
    return (keeping and voice.led_by(verb) == "from") or stopped


def _is_bare(noun: Token) -> bool:
    """Whether the plural noun stands alone, without article, number, owner or name."""
    telling = any(c.pos_ in _TELLING or functions.is_possessor(c) for c in noun.subtree)
    return noun.tag_ == "NNS" and not telling
