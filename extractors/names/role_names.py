"""People's names by the role that follows them: "Ada Berg, former president of …"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc, Token

from extractors.names.spans import Candidate, is_capitalised, is_shouting
from extractors.words.general import load_name_words
from extractors.words.roles import load_role_words
from graph.model import Kind

_SHORTEST, _LONGEST = 2, 4
_LONGEST_ROLE = 5
_NARROWING = frozenset({"ADJ", "NOUN", "PROPN", "DET"})


def find_people_beside_roles(doc: Doc) -> Iterator[Candidate]:
    """Runs of two to four capitalised words before a comma and a role that only people hold."""
    for comma in doc[1:-1]:
        if comma.text == "," and _opens_role(doc, comma.i + 1):
            start = _name_start(doc, comma.i)
            if _SHORTEST <= comma.i - start <= _LONGEST and not is_shouting(comma.sent):
                yield Candidate(start, comma.i, Kind.PERSON, "role", rank=2, confidence=0.8)


def _opens_role(doc: Doc, index: int) -> bool:
    """Whether "the former president of" or the like begins here."""
    words = load_role_words()
    for token in doc[index : index + _LONGEST_ROLE]:
        if _is_personal(token) and token.i + 1 < len(doc):
            following = doc[token.i + 1]
            return following.lower_ in words.held_at or following.text in {",", "-"}
        if token.lower_ not in words.before and token.pos_ not in _NARROWING:
            return False
    return False


def _is_personal(token: Token) -> bool:
    words, lemma = load_role_words(), token.lemma_.lower()
    return lemma in words.heads and lemma not in words.corporate and token.tag_ != "NNS"


def _name_start(doc: Doc, end: int) -> int:
    """Where the run of capitalised words that ends here begins, titles left out."""
    words = load_name_words()
    start = end
    while start > 0 and _is_of_name(doc[start - 1]):
        start -= 1
    if _goes_on(doc, start):
        return end
    while start < end and doc[start].text in words.titles:
        start += 1
    return start


def _goes_on(doc: Doc, start: int) -> bool:
    """Whether the run is the end of a longer name: "Bank of …"."""
    inside = load_name_words().inside
    return start > 1 and doc[start - 1].text in inside and is_capitalised(doc[start - 2])


def _is_of_name(token: Token) -> bool:
    words = load_name_words()
    known = token.text in words.heads or token.text in words.never
    return token.is_alpha and is_capitalised(token) and not known and token.pos_ != "VERB"
