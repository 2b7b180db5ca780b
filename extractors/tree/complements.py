"""What a verb is about besides its objects: a clause, an infinitive, a verb in -ing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from extractors.annotation.remembering import remembered
from extractors.tree import clauses, functions, syntax
from extractors.words.cues import load_speech_words

_OPENING = frozenset({"that", ",", ":", "–", "—", "-", "--", ";"})
_FULL_STOPS = frozenset({".", "!", "?"})
_EDGES = _OPENING | _FULL_STOPS


def infinitive(verb: Token) -> Token | None:
    """The infinitive after the verb: "urged the army to stop", "promised to rebuild"."""
    below = (c for c in verb.rights if clauses.is_subordinate(c) and clauses.is_infinitive(c))
    return next(below, None)


def gerund(verb: Token) -> Token | None:
    """The verb in -ing that the verb is about: "admitted hiding", "warned against using"."""
    below = (c for c in verb.rights if clauses.is_subordinate(c) and _is_gerund(c))
    nested = (c for p in verb.rights for c in p.rights if c.dep_ == "pcomp" and p.dep_ == "prep")
    return next(below, None) or next(nested, None)


def _is_gerund(token: Token) -> bool:
    return token.tag_ == "VBG" and not syntax.subjects(token)


@remembered
def clause_of(verb: Token) -> Token | None:
    """The head of the clause that says what: "said that …"; after a colon it may stand apart."""
    apart = (c for c in verb.children if _follows_colon(c) or _is_fronted(c, verb))
    return clauses.content(verb) or next(apart, None) or _under_a_text(verb)


def _under_a_text(verb: Token) -> Token | None:
    """The clause of "said in a statement that …", which readers hang from the statement."""
    words = load_speech_words()
    tied = (noun for tie, noun in syntax.prepositional(verb) if tie in words.in_texts)
    below = (c for noun in tied if noun.lemma_.lower() in words.texts for c in noun.rights)
    told = (c for c in below if clauses.is_clause(c) and "that" in clauses.marks(c))
    return next((clause for clause in told if syntax.subjects(clause)), None)


def _is_fronted(token: Token, verb: Token) -> bool:
    """Whether a reader took the clause before "…, Cook said" for an adverbial one."""
    adverbial = token.dep_ == "advcl" and token.i < verb.i and not clauses.marks(token)
    return adverbial and clauses.is_clause(token) and bool(syntax.subjects(token))


def _follows_colon(token: Token) -> bool:
    apart = clauses.is_inserted(token) and clauses.is_clause(token)
    return apart and any(word.text == ":" for word in token.doc[token.head.i : token.i])


def misread_content(verb: Token, *, plain: bool) -> list[Token]:
    """What is said behind a verb where a reader hangs the subject of it from another word.

    In "Berg said those who refuse face a trial" it gives "said" two subjects and no clause; in
    "an envoy said General Lund left" it takes the general for the envoy. ``plain``: nothing but
    what is said stands behind the verb, so that no "that" is needed.
    """
    if not any(functions.is_subject(child) for child in verb.lefts):
        return []
    second = next((child for child in verb.rights if functions.is_subject(child)), None)
    if second is not None:
        end = second.right_edge.i + 1
        behind = verb.doc[end].text if end < len(verb.doc) else ""
        # "“Never,” said Berg, “…”" is said the other way round
        told = behind in _FULL_STOPS or behind[:1].isalnum()
        inside = plain and told and any(clauses.is_verb(t) for t in second.subtree)
        return [t for t in verb.sent if t.i >= second.left_edge.i] if inside else []
    clause = clauses.content_without_subject(verb)
    return _behind(verb, clause, plain=plain) if clause is not None else []


def _behind(verb: Token, clause: Token, *, plain: bool) -> list[Token]:
    """The words from "that" to the end of the clause, or from the verb where there is no "that"."""
    end = clause.right_edge.i + 1
    that = next((t.i for t in verb.doc[verb.i + 1 : clause.i] if t.lower_ == "that"), None)
    start = verb.i + 1 if that is None and plain else that
    return list(verb.doc[start:end]) if start is not None else []


def commented_on(verb: Token) -> Token | None:
    """The head of the clause that the verb is put into: "…, she said", "as she said, …".

    A semicolon before it makes it a sentence of its own.
    """
    if clauses.is_inserted(verb):
        apart = any(token.text == ";" for token in verb.doc[verb.head.i : verb.i])
        return verb.head if verb.i > verb.head.left_edge.i and not apart else None
    as_told = verb.dep_ == "advcl" and "as" in clauses.marks(verb)
    return verb.head if as_told and clauses.is_clause(verb.head) else None


def runs(tokens: Iterable[Token]) -> Iterator[list[Token]]:
    """The tokens in the order of the text, cut where others stand between them."""
    run: list[Token] = []
    for token in sorted(set(tokens), key=lambda token: token.i):
        if run and token.i != run[-1].i + 1:
            yield run
            run = []
        run.append(token)
    if run:
        yield run


def bare(run: list[Token]) -> list[Token]:
    """The run without "that" and the marks around it."""
    while run and (run[0].lower_ in _OPENING or run[0].is_space):
        run = run[1:]
    while run and (run[-1].text in _EDGES or run[-1].is_space):
        run = run[:-1]
    return run
