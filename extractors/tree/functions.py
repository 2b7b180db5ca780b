"""What part a word has, told by its own label and tag and by the words under it.

``syntax`` finds the words that stand in a relation; here are the questions about one word alone,
with the labels of both schemes.
"""

from __future__ import annotations

from spacy.tokens import Token

from extractors.words.function_words import load_function_words
from extractors.words.general import load_grammar_words

_SHORT = 2
SUBJECT = frozenset({"nsubj", "csubj"})
OBJECT = frozenset({"obj", "dobj"})
MODIFIER = frozenset({"compound", "amod", "nmod", "flat", "nn", "nmod:desc", "nmod:unmarked"})
POSSESSOR = frozenset({"nmod:poss", "poss"})
_NOUN_SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubjpass"})
_SERVING = frozenset({"amod", "compound", "nn", "aux", "aux:pass", "auxpass", "case", "mark"})
NEGATING = frozenset({"neg", "advmod", "det", "cc:preconj", "preconj", "cc"})
_MANY = frozenset({"NNS", "NNPS"})


def is_counted(noun: Token) -> bool:
    """Whether a number stands before the noun: "14 others"."""
    return any(child.dep_ == "nummod" for child in noun.lefts)


def is_left_out(noun: Token) -> bool:
    """Whether a "not" of its own stands before the noun: "not the Guard"; "not only" is none."""
    nots = (c for c in noun.lefts if c.lower_ == "not" and c.dep_ in NEGATING)
    weakening = load_function_words().weakening
    return any(word.nbor().lower_ not in weakening for word in nots)


def is_alternative(noun: Token) -> bool:
    """Whether "or" joins the noun to another, so that only one of both is meant."""
    pair = [noun, noun.head] if noun.dep_ == "conj" else [noun]
    pair += [child for child in noun.children if child.dep_ == "conj"]
    return any(c.lower_ == "or" and c.dep_ == "cc" for word in pair for c in word.children)


def is_subject(noun: Token) -> bool:
    """Whether the noun is the subject of a verb, active or passive."""
    return noun.dep_ in _NOUN_SUBJECT


def is_joined(token: Token) -> bool:
    """Whether "and" or the like joins the token to its head."""
    return token.dep_ == "conj"


def is_doer(noun: Token) -> bool:
    """Whether the noun, or the clause, is the subject of an active verb."""
    return noun.dep_ in SUBJECT


def is_attribute(noun: Token) -> bool:
    """Whether the noun is what "is" says of its subject, as the predicate or below the verb."""
    return noun.dep_ == "attr" or has_copula(noun)


def is_modifier(token: Token) -> bool:
    """Whether the token stands before a noun and says which: a compound or an adjective."""
    return token.dep_ in MODIFIER and token.i < token.head.i and not has_case(token)


def is_possessor(noun: Token) -> bool:
    """Whether the noun says whose something is."""
    return noun.dep_ in POSSESSOR


def is_tied(token: Token) -> bool:
    """Whether the token hangs from a noun by a preposition, or is that preposition."""
    return token.dep_ in {"nmod", "prep"}


def serves_another(token: Token) -> bool:
    """Whether the token is no phrase of its own: it modifies a noun, or is an auxiliary."""
    return token.dep_ in _SERVING


def is_object(noun: Token) -> bool:
    """Whether the noun is the direct object of a verb."""
    return noun.dep_ in OBJECT


def has_copula(token: Token) -> bool:
    """Whether "is" makes a clause of the token: "they are refugees"."""
    return any(child.dep_ == "cop" for child in token.children)


def is_apposition(noun: Token) -> bool:
    """Whether the noun stands beside another to say the same again."""
    return noun.dep_ == "appos"


def is_part_of_name(token: Token) -> bool:
    """Whether the token goes on with the name or the fixed phrase of its head."""
    return token.dep_ in {"flat", "flat:name", "fixed"}


def opens_after_preposition(noun: Token) -> bool:
    """Whether a preposition opens a subject of two words, which readers mistake for one phrase.

    In "In Valder soldiers killed 40 men" the soldiers are those of no place.
    """
    first, doc, where = noun.left_edge, noun.doc, load_grammar_words().where
    if not is_doer(noun) or noun.i - first.i > _SHORT:
        return False
    return first.lower_ in where or (first.i > 0 and doc[first.i - 1].lower_ in where)


def is_expletive(token: Token) -> bool:
    """Whether the token only fills the place of a subject: "it is known that"."""
    return token.dep_ == "expl"


def determiner(noun: Token) -> str:
    """The article or the like before the noun, in lower case; "" for none."""
    return next((child.lower_ for child in noun.lefts if child.dep_ == "det"), "")


def introducing(noun: Token) -> list[Token]:
    """The words before the noun that belong to it: articles, owners, numbers, adjectives."""
    joining = {"case", "cc", "mark", "punct"}
    return [child for child in noun.lefts if child.dep_ not in joining and not child.is_punct]


def is_definite(noun: Token) -> bool:
    """Whether "the", "this", "that", "these" or "those" stands before the noun."""
    definite = load_function_words().definite
    return any(child.lower_ in definite and child.dep_ == "det" for child in noun.lefts)


def is_plural_noun(token: Token) -> bool:
    """Whether the noun is tagged as more than one."""
    return token.tag_ in _MANY


def has_case(token: Token) -> bool:
    """Whether a preposition hangs from the token."""
    return any(child.dep_ == "case" for child in token.children)


def is_prefix(token: Token) -> bool:
    """Whether a hyphen without blanks ties the word to the next: "anti-royalists"."""
    following = token.nbor(1) if token.i + 1 < len(token.doc) else None
    tied = following is not None and following.text in {"-", "–"}
    return tied and not (token.whitespace_ or (following and following.whitespace_))


def is_turned(token: Token) -> bool:
    """Whether a prefix makes another thing of the name: "pro-Norland", "anti-Norland"."""
    first = token.left_edge if token.left_edge.i < token.i else token
    marks = [t for t in (first, token) if t.i > 1 and t.nbor(-1).text in {"-", "–"}]
    before = [t.nbor(-2) for t in marks if is_prefix(t.nbor(-2))]
    return any(word.lower_ in load_grammar_words().turning for word in before)
