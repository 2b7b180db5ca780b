"""Which mentions stand beside a word, by the order of the text alone."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Doc, Token

from extractors.reading import Reading
from extractors.words.general import load_name_words
from extractors.words.roles import load_role_words
from graph.model import Form, Kind, Mention

POSSESSIVE = frozenset({"'s", "’s", "`s", "'", "’"})
"""The endings that make an owner of a name."""

_LONGEST_LINE = 200


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The mentions of a reading by their tokens; of nested ones the longest.

    Groups by a common noun ("Kenyan politician") are left out. Numbers are token
    indexes; ends are exclusive.
    """

    doc: Doc
    bounds: dict[Mention, tuple[int, int]]
    _over: dict[int, Mention]

    @classmethod
    def of(cls, reading: Reading) -> Neighbours:
        """All neighbours in this reading; made once for many questions."""
        bounds: dict[Mention, tuple[int, int]] = {}
        over: dict[int, Mention] = {}
        for mention in reading.mentions:
            if mention.kind is Kind.GROUP and mention.form is Form.NOMINAL:
                continue
            span = reading.span_of(mention.start, mention.end)
            bounds[mention] = (span.start, span.end)
            for index in range(span.start, span.end):
                over.setdefault(index, mention)
        return cls(reading.doc, bounds, over)

    def over(self, index: int) -> Mention | None:
        """The mention that the token is part of."""
        return self._over.get(index)

    def starting(self, index: int) -> Mention | None:
        """The mention that begins with the token."""
        found = self._over.get(index)
        return found if found is not None and self.bounds[found][0] == index else None

    def ending(self, index: int) -> Mention | None:
        """The mention that ends right before the token."""
        found = self._over.get(index - 1)
        return found if found is not None and self.bounds[found][1] == index else None

    def end(self, mention: Mention) -> int:
        """Where the mention ends, and the abbreviation in brackets that may follow it."""
        stop = self.bounds[mention][1]
        letters = any(character.isalpha() for character in self.text(stop + 1))
        if self.text(stop) == "(" and letters and self.text(stop + 2) == ")":
            return stop + 3
        return stop

    def owns(self, mention: Mention) -> bool:
        """Whether a possessive ending follows the mention: "Peru's"."""
        return self.text(self.bounds[mention][1]) in POSSESSIVE

    def goes_on(self, mention: Mention) -> bool:
        """Whether a longer name that no mention covers holds the mention: "Peru-Chile Council"."""
        stop = self.bounds[mention][1]
        following = self.token(stop)
        if following is None or self.over(stop) is not None:
            return False
        if following.text in load_name_words().titles:
            return False
        hyphen = following.text == "-" and not self.doc[stop - 1].whitespace_
        return hyphen or (following.pos_ == "PROPN" and following.text[0].isupper())

    def text(self, index: int) -> str:
        """The token in lower case; empty outside of the text."""
        return self.doc[index].lower_ if 0 <= index < len(self.doc) else ""

    def token(self, index: int) -> Token | None:
        """The token; None outside of the text."""
        return self.doc[index] if 0 <= index < len(self.doc) else None


def line_of(doc: Doc, index: int) -> tuple[int, int]:
    """The tokens of the line that the token stands in, from the first to the last, exclusive.

    Of a very long line only those near the token, for a whole text may stand on one line.
    """
    start = end = index
    while start > max(0, index - _LONGEST_LINE) and "\n" not in doc[start - 1].text:
        start -= 1
    while end < min(len(doc), index + _LONGEST_LINE) and "\n" not in doc[end].text:
        end += 1
    return start, end


def is_telling(doc: Doc, index: int) -> bool:
    """Whether the line of the token has a finite verb: a sentence, not a signature or a heading."""
    start, end = line_of(doc, index)
    return any(t.pos_ in {"VERB", "AUX"} and t.tag_ not in {"VBN", "VBG"} for t in doc[start:end])


def is_listing(near: Neighbours, index: int) -> bool:
    """Whether commas tie names here: in a line without a verb, or a note on the author."""
    authors = load_role_words().authors
    if not is_telling(near.doc, index):
        return True
    return any(token.lemma_.lower() in authors for token in near.doc[index].sent[:2])
