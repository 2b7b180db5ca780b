"""People in a list by surname: "Berg, Ada, baker", and below it "Lund, Jon (b. 1934)"."""

from __future__ import annotations

from collections.abc import Iterator

from spacy.tokens import Doc

from extractors.names.labels import kind_of
from extractors.names.spans import Candidate, is_capitalised
from graph.model import Kind

_FEWEST_LINES = 2
_MOST_NAMES = 3
_CONFIDENCE = 0.8


def find_listed_people(doc: Doc) -> Iterator[Candidate]:
    """Names turned round at the starts of lines, where a reader takes most of them for people.

    Two lines or more are a list; one may be a town and its country.
    """
    found = [one for start in _line_starts(doc) if (one := _read_line(doc, start)) is not None]
    people = [one for one in found if _is_person(doc, one)]
    if len(found) >= _FEWEST_LINES and 2 * len(people) > len(found):
        yield from found


def _line_starts(doc: Doc) -> Iterator[int]:
    for token in doc:
        if token.i == 0 or (doc[token.i - 1].is_space and "\n" in doc[token.i - 1].text):
            yield token.i


def _read_line(doc: Doc, start: int) -> Candidate | None:
    """Find "Surname, Given" that ends its line, or goes on with a comma or a bracket."""
    if start + 2 >= len(doc) or doc[start + 1].text != "," or not _is_name(doc, start):
        return None
    end = start + 2
    while end < len(doc) and end < start + 2 + _MOST_NAMES and _is_name(doc, end):
        end += 1
    closes = end == len(doc) or doc[end].text in {",", "(", ";"} or "\n" in doc[end].text
    if end == start + 2 or not closes:
        return None
    label = f"{doc[start + 2 : end].text} {doc[start].text}"
    return Candidate(start, end, Kind.PERSON, "list", rank=1, confidence=_CONFIDENCE, label=label)


def _is_name(doc: Doc, index: int) -> bool:
    token = doc[index]
    return is_capitalised(token) and not token.text.isdigit() and token.text[:1].isalpha()


def _is_person(doc: Doc, name: Candidate) -> bool:
    return any(kind_of(token.ent_type_) is Kind.PERSON for token in name.span(doc))
