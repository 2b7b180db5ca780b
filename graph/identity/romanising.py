"""One key for all the ways in which a name is written in Latin letters."""

from __future__ import annotations

from functools import lru_cache

from graph.identity.tables import load_spellings
from graph.spelling import normalised

_LONG = 5


@lru_cache(maxsize=1 << 18)
def word_key(word: str) -> str:
    """The key of one normalised word: equal for spellings of one name by several systems.

    A word of fewer than five letters that the table does not hold is its own key, as rules would
    make one of too many short words.
    """
    table = load_spellings()
    if word in table.names:
        return table.names[word]
    if len(word) < _LONG or not word.isalpha():
        return word
    for pattern, replacement in table.rules:
        word = pattern.sub(replacement, word)
    return word


def name_key(label: str) -> str:
    """The key of a whole name: that of its words, Arabic articles left out.

    A hyphen parts words, so that "Abd al-Nasseri" and "Abd Al Nasseri" are one.
    """
    words = normalised(label.replace("&", " and ")).replace("-", " ").replace("'", "").split()
    kept = [word for word in words if word not in {"al", "el", "ul"}] or words
    return " ".join(word_key(word) for word in kept)
