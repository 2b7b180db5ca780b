"""What people decide of identity: same, different, name, kind, drop; kept in ``decisions.tsv``.

A decision names things by what they are, a document and words that stand in it, so that it holds
after new texts and new rules. The order of the lines means nothing.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from graph.errors import DecisionError
from graph.model import Kind

FILE_NAME = "decisions.tsv"
"""How the file is called in an output folder."""

COLUMNS = ("decision", "document", "words", "other document", "value", "who", "when", "why")
"""The columns of the file; ``value`` holds the other words, the name or the kind."""

_NUMBERED = re.compile(r"(.+?) #([1-9][0-9]*)")
_ADVICE = "write it with `vouchgraph same`, `different`, `rename`, `kind` or `drop`"


class Verb(StrEnum):
    """What may be decided."""

    SAME = "same"
    DIFFERENT = "different"
    NAME = "name"
    KIND = "kind"
    DROP = "drop"


PAIRED = frozenset({Verb.SAME, Verb.DIFFERENT})
"""What is decided of two things."""


@dataclass(frozen=True, slots=True, order=True)
class Reference:
    """A thing by the words for it in a document; ``number`` counts equal words from 1."""

    document: str
    words: str
    number: int = 1

    @classmethod
    def parse(cls, document: str, words: str) -> Reference:
        """Read words with or without a number: ``Smith`` or ``Smith #2``."""
        plain = " ".join(words.split())
        found = _NUMBERED.fullmatch(plain)
        return cls(document, found.group(1), int(found.group(2))) if found else cls(document, plain)

    @property
    def counted(self) -> str:
        """The words, with their number from the second on."""
        return f"{self.words} #{self.number}" if self.number > 1 else self.words

    def __str__(self) -> str:
        return f"“{self.counted}” in {self.document}"


@dataclass(frozen=True, slots=True, order=True)
class Decision:
    """One decision; ``other`` is the second thing of a pair, ``value`` a name or a kind."""

    verb: Verb
    first: Reference
    other: Reference | None = None
    value: str = ""
    who: str = ""
    when: str = ""
    why: str = ""

    @property
    def key(self) -> str:
        """Eight hexadecimal digits that depend on what is decided, not on who, when and why."""
        content = repr(
            (self.verb.value, sorted(filter(None, (self.first, self.other))), self.value)
        )
        return hashlib.sha256(content.encode("utf-8", "surrogatepass")).hexdigest()[:8]

    def __str__(self) -> str:
        by = f" ({', '.join(filter(None, (self.who, self.when)))})" if self.who or self.when else ""
        if self.verb in PAIRED:
            are = "are the same" if self.verb is Verb.SAME else "are different"
            return f"{self.first} and {self.other} {are}{by}"
        what = {Verb.NAME: "is called", Verb.KIND: "is a", Verb.DROP: "is dropped"}[self.verb]
        return f"{self.first} {what}{' ' if self.value else ''}{self.value}{by}"


def read_decisions(path: Path) -> tuple[Decision, ...]:
    """Read a file of decisions, sorted; none where there is no file.

    Raises ``DecisionError`` with the number of the line for one that cannot be read.
    """
    try:
        text = path.read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError) as error:
        raise DecisionError(f"cannot read the decisions {str(path)!r}: {error}") from error
    lines = enumerate(text.splitlines(), start=1)
    kept = ((n, line) for n, line in lines if line.strip() and not line.startswith("#"))
    found = (_parse(line, path, number) for number, line in kept)
    return tuple(sorted({one.key: one for one in found if one is not None}.values()))


def write_decisions(decisions: Iterable[Decision]) -> str:
    """Write decisions as the text of a file, in the order given."""
    rows = ["\t".join(COLUMNS), *("\t".join(_cells(one)) for one in decisions)]
    return "\n".join(rows) + "\n"


def _cells(decision: Decision) -> Iterator[str]:
    other = decision.other
    cells = (
        decision.verb.value,
        decision.first.document,
        decision.first.counted,
        other.document if other else "",
        other.counted if other else decision.value,
        decision.who,
        decision.when,
        decision.why,
    )
    yield from (" ".join(cell.split()) for cell in cells)


def _parse(line: str, path: Path, number: int) -> Decision | None:
    cells = [cell.strip() for cell in line.split("\t")]
    if tuple(cells) == COLUMNS:
        return None
    cells += [""] * (len(COLUMNS) - len(cells))
    name, document, words, elsewhere, value, who, when, why = cells[: len(COLUMNS)]
    where = f"line {number} of {str(path)!r}"
    if name not in set(Verb):
        choices = ", ".join(Verb)
        raise DecisionError(f"{where}: no decision {name!r}; one of: {choices}; {_ADVICE}")
    verb = Verb(name)
    if not document or not words or (verb is not Verb.DROP and not value):
        raise DecisionError(f"{where}: a cell is empty; {_ADVICE}")
    if verb in PAIRED and not elsewhere:
        raise DecisionError(f"{where}: the other document is not named; {_ADVICE}")
    if verb is Verb.KIND and value not in set(Kind):
        raise DecisionError(f"{where}: no kind {value!r}; one of: {', '.join(Kind)}")
    other = Reference.parse(elsewhere, value) if verb in PAIRED else None
    given = "" if other else value
    return Decision(verb, Reference.parse(document, words), other, given, who, when, why)


def find_contradiction(decisions: Sequence[Decision]) -> str:
    """Two names or kinds for one reference, as a sentence; empty where there are none."""
    given: dict[tuple[Verb, Reference], Decision] = {}
    for decision in sorted(decisions):
        if decision.verb in {Verb.NAME, Verb.KIND}:
            first = given.setdefault((decision.verb, decision.first), decision)
            if first.value != decision.value:
                return contradiction(first, decision)
    return ""


def contradiction(first: object, second: object) -> str:
    """Say that two decisions cannot both hold."""
    return f"two decisions contradict one another: {first}; {second}; undo one of them"
