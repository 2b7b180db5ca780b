"""How the names of one body vary: legal forms, descriptions before the name, abbreviations."""

from __future__ import annotations

import re
from functools import lru_cache

from graph.identity.tables import load_names
from graph.identity.units import Unit
from graph.spelling import normalised

_SHORTEST, _LONGEST = 2, 8
_JOINING = frozenset({"of", "for", "and", "the", "in", "on", "to", "&", "de"})


@lru_cache(maxsize=1 << 17)
def without_form(label: str) -> tuple[str, str]:
    """A company's name without its legal form, and the form: ("siemens", "ag")."""
    words = normalised(label.replace(",", " ")).split()
    forms = load_names().legal_forms
    found = ""
    while len(words) > 1 and (form := forms.get(words[-1].strip("."))):
        words.pop()
        found = found or form
    return " ".join(words), found


def without_description(label: str) -> str:
    """A name without the common nouns before it: "GM" of "automaker GM"."""
    words = label.split()
    while len(words) > 1 and words[0].islower() and words[0].isalpha():
        words.pop(0)
    return " ".join(words) if words and words[0][:1].isupper() else label


def is_abbreviation(label: str) -> bool:
    """Whether a label is made of capitals alone, as those of a name's words are."""
    letters = label.replace(".", "")
    return label.isupper() and letters.isalpha() and _SHORTEST <= len(letters) <= _LONGEST


def letters_of(label: str) -> str:
    """The letters of an abbreviation: "GAO" of "G.A.O."."""
    return re.sub(r"[^A-Za-z]", "", label).casefold()


@lru_cache(maxsize=1 << 17)
def initials(label: str) -> str:
    """The first letters of a name's words but for small ones; empty for fewer than two words."""
    words = [w for w in normalised(label).replace("-", " ").split() if w not in _JOINING]
    return "".join(word[0] for word in words) if len(words) > 1 else ""


def is_generic(label: str) -> bool:
    """Whether a name does not tell whose body it is: "Foreign Ministry", "the Senate"."""
    words = normalised(label).replace("'", " ").split()
    return bool(words) and all(word in load_names().generic for word in words)


def full_labels(unit: Unit) -> list[str]:
    """The written-out names of a body in a document; its abbreviations where there are no others.

    A part of a name ("the Institute") is left out beside the whole.
    """
    labels = sorted({without_description(m.label) for m in unit.names})
    written = [label for label in labels if not is_abbreviation(label)] or labels
    longest = max((len(label.split()) for label in written), default=0)
    return [label for label in written if len(label.split()) > 1] if longest > 1 else written


def short_labels(unit: Unit) -> list[str]:
    """The abbreviations of a body in a document."""
    labels = {without_description(m.label) for m in unit.names}
    return sorted(label for label in labels if is_abbreviation(label))
