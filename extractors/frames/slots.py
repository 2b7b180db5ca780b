"""Who or what fills a slot of a word: its doer, its undergoer, or the noun after a preposition."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Final

from spacy.tokens import Token

from extractors.tree import clauses, functions, identities, syntax, voice
from extractors.tree.polarity import is_unreal
from extractors.words.frames import load_frame_words

Find = Callable[[Token], list[Token]]


def fillers(word: Token, slots: tuple[str, ...]) -> list[Token]:
    """The words that fill the first of the slots that is filled, in the order of the text."""
    found = (_SLOTS[slot](word) if slot in _SLOTS else _after(word, slot) for slot in slots)
    return next((tokens for tokens in found if tokens), [])


def happens(verb: Token) -> bool:
    """Whether the verb tells what is or was so, or denies it; not what should or could be."""
    words = load_frame_words()
    if is_unreal(verb):
        return False
    if not clauses.is_infinitive(verb):
        return True
    head = verb.head
    if clauses.is_verb(head):
        return head.lemma_.lower() in words.happening and not is_unreal(head)
    under = clauses.is_noun_clause(verb) or clauses.is_subordinate(verb)
    return under and any(token.lower_ in words.ranking for token in (head, *head.children))


def is_given(noun: Token) -> bool:
    """Whether the noun is what a verb such as "express" or "give" gives."""
    return functions.is_object(noun) and noun.head.lemma_.lower() in load_frame_words().giving


def _doers(verb: Token) -> list[Token]:
    return list(_listed(voice.doers(verb)))


def _listed(tokens: list[Token]) -> Iterator[Token]:
    """The tokens with the middle of "X, Y and Z", which readers often take for an apposition."""
    for token in tokens:
        yield token
        if any(functions.is_joined(child) for child in token.children):
            yield from (c for c in identities.same_things(token)[1:] if c.pos_ == "PROPN")


def _undergoers(verb: Token) -> list[Token]:
    """What the verb is done to, but for examples, which readers join to the object.

    In "condemned the killings, including the Senate of X and the Diet of Y" nobody condemns the
    Diet.
    """
    after = verb.doc[verb.i + 1 : verb.sent.end]
    opener = next((token.i for token in after if token.lower_ == "including"), verb.sent.end)
    found = [token for token in voice.undergoers(verb) if token.i < opener]
    return found or voice.lost_objects(verb)


def _owners(noun: Token) -> list[Token]:
    itself = load_frame_words().itself
    return [token for token in syntax.possessors(noun) if token.lower_ not in itself]


def _givers(noun: Token) -> list[Token]:
    return voice.doers(noun.head) if is_given(noun) and happens(noun.head) else []


def _holders(noun: Token) -> list[Token]:
    """Who does something, or is, "in support of" what the noun is about.

    "In a protest against X" tells where it was done, and what befell somebody "in defence of X"
    was not done for it.
    """
    if syntax.preposition_of(noun) != "in" or functions.determiner(noun):
        return []
    if functions.has_copula(noun):
        return syntax.subjects(noun)
    above = syntax.above(noun)
    if functions.is_object(above):
        above = above.head
    acts = clauses.is_verb(above) and happens(above) and not syntax.is_passive(above)
    return _doers(above) if acts else []


def _receiving(noun: Token) -> Token | None:
    """The verb whose doer receives the noun: "won the support of", "was met with criticism by"."""
    verb = noun.head if functions.is_object(noun) else syntax.above(noun)
    tied = functions.is_object(noun) or syntax.preposition_of(noun) == "with"
    receives = tied and verb.lemma_.lower() in load_frame_words().receiving
    return verb if receives and happens(verb) else None


def _sources(noun: Token) -> list[Token]:
    """Whose it is: "drew criticism from X", "has the backing of X", but not "criticism of X"."""
    verb = _receiving(noun)
    if verb is None:
        return []
    ties = load_frame_words().received_from
    own = ties | {"of"} if functions.determiner(noun) == "the" else ties
    found = [token for tie, token in syntax.prepositional(noun) if tie in own]
    found += [token for tie, token in syntax.prepositional(verb) if tie in ties]
    return [token for token in found if token.i > noun.i]


def _receivers(noun: Token) -> list[Token]:
    verb = _receiving(noun)
    return [] if verb is None else syntax.passive_subjects(verb) or _doers(verb)


def _bearers(word: Token) -> list[Token]:
    """Of what an adjective or a noun with "is" is said, whatever clause a reader makes of the two.

    In "she met a critic of X" the noun is nobody's.
    """
    own = syntax.subjects(word) or syntax.passive_subjects(word)
    said = functions.is_attribute(word) and clauses.is_verb(word.head)
    return own or (syntax.subjects(word.head) if said else [])


def _after(word: Token, preposition: str) -> list[Token]:
    """The nouns after the preposition; those of a given noun may hang from its verb.

    In "gave its support to X" readers tie X to the verb.
    """
    tied = list(syntax.prepositional(word))
    if is_given(word):
        tied += [(tie, token) for tie, token in syntax.prepositional(word.head) if tie == "to"]
    return [token for tie, token in tied if tie == preposition]


_SLOTS: Final[dict[str, Find]] = {
    "doer": _doers,
    "undergoer": _undergoers,
    "owner": _owners,
    "giver": _givers,
    "bearer": _bearers,
    "holder": _holders,
    "source": _sources,
    "receiver": _receivers,
}
