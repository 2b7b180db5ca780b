"""Who recognizes, condemns, supports or opposes what."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from spacy.tokens import Token

from extractors.reading import Reading
from extractors.reference.speakers import speaker_at
from extractors.reference.standing import place_at
from extractors.tree import clauses, syntax
from extractors.tree.polarity import is_unreal
from extractors.words.cues import load_speech_words
from extractors.words.tables import read_table, word_sets
from graph.model import Evidence, Form, Kind, Mention, Statement
from ontology.names import predicates

_CONFIDENCE = {"verb of stance": 0.8, "noun of stance": 0.6}
_LEADING_ON_COST = 0.15
_TEXT_COST = 0.05
_ITSELF = frozenset({"its", "their", "his", "her", "our"})


@dataclass(frozen=True, slots=True)
class StanceWords:
    """The words of stance; lemmas in lower case. ``data/stances.toml`` explains them.

    ``verbs``, ``nouns`` and ``prepositional`` give the predicate of a word, the latter two with
    the prepositions before what the stance is about.
    """

    verbs: dict[str, str]
    prepositional: dict[str, tuple[str, frozenset[str]]]
    nouns: dict[str, tuple[str, frozenset[str]]]
    leading_on: frozenset[str]
    giving: frozenset[str]
    happening: frozenset[str]
    ranking: frozenset[str]


@dataclass(frozen=True, slots=True)
class _Found:
    mention: Mention
    cost: float = 0.0


@cache
def load_stance_words() -> StanceWords:
    """Read the words of stance that ship with the package."""
    tables = read_table("stances")
    words = word_sets(tables.pop("words"))
    verbs = {verb: name for name, table in tables.items() for verb in table["verbs"]}
    return StanceWords(verbs, _tied(tables, "with"), _tied(tables, "nouns"), **words)


def _tied(tables: dict[str, Any], key: str) -> dict[str, tuple[str, frozenset[str]]]:
    return {
        word: (name, frozenset(prepositions))
        for name, table in tables.items()
        for word, prepositions in table[key].items()
    }


def find_stances(reading: Reading) -> Iterator[Statement]:
    """The stances of people, organizations and countries, by verbs and by nouns.

    What is only wished for ("urged them to recognize") is left out; what is denied is for
    ``attribute`` to tell.
    """
    words = load_stance_words()
    for token in reading.doc:
        lemma = token.lemma_.lower()
        if clauses.is_verb(token):
            yield from _by_verb(reading, token, words)
        elif lemma in words.nouns and token.pos_ in {"NOUN", "PROPN"}:
            yield from _by_noun(reading, token, words)


def _by_verb(reading: Reading, verb: Token, words: StanceWords) -> Iterator[Statement]:
    lemma = clauses.known_lemma(verb, {*words.verbs, *words.prepositional})
    if not lemma or not _happens(verb, words):
        return
    name = words.verbs.get(lemma, "")
    tokens = _before_examples(verb, clauses.undergoers(verb)) if name else []
    if not name:
        name, prepositions = words.prepositional[lemma]
        tokens = [
            noun for preposition, noun in syntax.prepositional(verb) if preposition in prepositions
        ]
    for subject in _holders(reading, clauses.doers(verb)):
        for target in _targets(reading, tokens, name):
            yield from _statement(
                reading, verb, name, subject=subject, target=target, rule="verb of stance"
            )


def _before_examples(verb: Token, tokens: list[Token]) -> list[Token]:
    """The tokens but for those after "including", where readers join the examples to the object.

    In "condemned the killings, including the Senate of X and the Diet of Y" nobody condemns the
    Diet.
    """
    after = verb.doc[verb.i + 1 : verb.sent.end]
    opener = next((token.i for token in after if token.lower_ == "including"), verb.sent.end)
    return [token for token in tokens if token.i < opener]


def _by_noun(reading: Reading, noun: Token, words: StanceWords) -> Iterator[Statement]:
    """By a noun: "recognition of X by Y", "Y's support for X", "expressed support for X"."""
    name, prepositions = words.nouns[noun.lemma_.lower()]
    tied = list(syntax.prepositional(noun))
    if _is_given(noun, words):  # "gave its support to X": readers tie X to the verb
        tied += [(tie, token) for tie, token in syntax.prepositional(noun.head) if tie == "to"]
    tokens = [token for preposition, token in tied if preposition in prepositions]
    subjects = _holders(reading, _noun_holders(noun, tied, words))
    for subject in subjects:
        for target in _targets(reading, tokens, name):
            yield from _statement(
                reading, noun, name, subject=subject, target=target, rule="noun of stance"
            )


def _noun_holders(noun: Token, tied: list[tuple[str, Token]], words: StanceWords) -> list[Token]:
    found = [token for preposition, token in tied if preposition == "by"]
    found += [token for token in syntax.possessors(noun) if token.lower_ not in _ITSELF]
    if not found and _is_given(noun, words) and _happens(noun.head, words):
        found = clauses.doers(noun.head)
    return found


def _is_given(noun: Token, words: StanceWords) -> bool:
    """Whether the noun is what a verb such as "express" or "give" gives."""
    return syntax.is_object(noun) and noun.head.lemma_.lower() in words.giving


def _happens(verb: Token, words: StanceWords) -> bool:
    """Whether the verb tells what is or was so, or denies it; not what should or could be."""
    if is_unreal(verb):
        return False
    if not clauses.is_infinitive(verb):
        return True
    head = verb.head
    if clauses.is_verb(head):
        return head.lemma_.lower() in words.happening and not is_unreal(head)
    nouns = (head, *head.children)
    under = clauses.is_noun_clause(verb) or clauses.is_subordinate(verb)
    return under and any(token.lower_ in words.ranking for token in nouns)


def _holders(reading: Reading, tokens: list[Token]) -> list[_Found]:
    """Who takes the stance; through a text, those who issued it."""
    found: list[_Found] = []
    for token in _listed(tokens):
        mention = speaker_at(reading, token)
        if mention is not None:
            found.append(_Found(mention))
        elif token.lemma_.lower() in load_speech_words().texts:
            found.extend(_issuers(reading, token))
        else:
            found.extend(_included(reading, token))
    return found


def _listed(tokens: list[Token]) -> Iterator[Token]:
    """The tokens with the middle of "X, Y and Z", which readers often take for an apposition."""
    for token in tokens:
        yield token
        if any(syntax.is_joined(child) for child in token.children):
            yield from (c for c in syntax.same_things(token)[1:] if c.pos_ == "PROPN")


def _included(reading: Reading, noun: Token) -> Iterator[_Found]:
    """Those named as examples of the noun: "the parliaments that condemned …, including X"."""
    if noun.tag_ != "NNS":
        return
    for token in noun.doc[noun.i + 1 : noun.sent.end]:
        if token.lower_ == "including" and token.head.i > token.i:
            for example in syntax.joined(token.head):
                mention = speaker_at(reading, example)
                if mention is not None:
                    yield _Found(mention, _TEXT_COST)


def _issuers(reading: Reading, text: Token) -> Iterator[_Found]:
    """Whose resolution or statement it is: who adopted it, or whom it is "of" or "by"."""
    words = load_speech_words()
    verb = text.head
    tokens = [*syntax.possessors(text)]
    tokens += [t for preposition, t in syntax.prepositional(text) if preposition in {"of", "by"}]
    if verb.lemma_.lower() in words.issuing and not is_unreal(verb):
        tokens += clauses.doers(verb)
    for token in tokens:
        mention = speaker_at(reading, token)
        if mention is not None:
            yield _Found(mention, _TEXT_COST)


def _targets(reading: Reading, tokens: list[Token], name: str) -> Iterator[_Found]:
    kinds = predicates()[name].objects
    for token in tokens:
        mention = _allowed(reading, token, kinds)
        if mention is not None:
            yield _Found(mention)
        elif token.lemma_.lower() in load_stance_words().leading_on and name != "condemns":
            yield from _led_to(reading, token, kinds)


def _led_to(reading: Reading, noun: Token, kinds: tuple[str, ...]) -> Iterator[_Found]:
    """What "the independence of X" or "X's position" leads to."""
    tied = [token for preposition, token in syntax.prepositional(noun) if preposition == "of"]
    for token in (*syntax.possessors(noun), *tied):
        mention = _allowed(reading, token, kinds)
        if mention is not None:
            yield _Found(mention, _LEADING_ON_COST)


def _allowed(reading: Reading, token: Token, kinds: tuple[str, ...]) -> Mention | None:
    """The mention of one of the kinds that the word stands for."""
    for word in syntax.same_things(token):
        found = reading.headed_by(word)
        if found is not None and found.kind in kinds and found.form is not Form.PRONOUN:
            return found
    return place_at(reading, token) if Kind.PLACE in kinds else None


def _statement(
    reading: Reading,
    cue: Token,
    name: str,
    *,
    subject: _Found,
    target: _Found,
    rule: str,
) -> Iterator[Statement]:
    if subject.mention.key == target.mention.key:
        return
    passage = reading.passage_at(cue.idx)
    yield Statement(
        subject=subject.mention.key,
        predicate=name,
        object=target.mention.key,
        evidence=Evidence(
            passage=passage.index,
            start=cue.idx,
            end=cue.idx + len(cue),
            rule=rule,
            confidence=round(_CONFIDENCE[rule] - subject.cost - target.cost, 2),
        ),
    )
