"""Long texts in parts: a reader needs memory for all the text that it reads at once."""

from __future__ import annotations

from collections.abc import Iterator

LONGEST_PART = 20000
_ENDS = ("\n\n", "\n", ". ", " ")


def split_text(text: str, longest: int = LONGEST_PART) -> Iterator[str]:
    """Part a text at the ends of paragraphs, or of lines, sentences, words where there are none.

    The parts joined are the text; each but the last holds half of ``longest`` characters or more.
    """
    start = 0
    while len(text) - start > longest:
        end = _find_end(text, start + longest // 2, start + longest)
        yield text[start:end]
        start = end
    yield text[start:]


def _find_end(text: str, earliest: int, latest: int) -> int:
    places = ((text.rfind(end, earliest, latest), len(end)) for end in _ENDS)
    return next((place + length for place, length in places if place >= 0), latest)
