"""What the words around an expression do to it, and what is asked of them."""

from __future__ import annotations

from dataclasses import dataclass

from spacy.tokens import Token


@dataclass(slots=True)
class Judgement:
    """What the words around an expression do to it.

    ``denier`` is the verb of a denial. ``given`` says that the text takes the expression for
    granted, so that nothing above it denies or doubts it.
    """

    denied: bool = False
    hedged: bool = False
    denier: Token | None = None
    given: bool = False


@dataclass(frozen=True, slots=True)
class Focus:
    """What a statement says of which word.

    ``about`` is the head of the event that the statement tells of. ``named`` says that the
    expression only names the event: "did not recognize the X massacre" does not deny a massacre,
    "denied the X massacre" does. ``called`` says that it tells what the event is called,
    ``doing`` that it tells who did it: who is acquitted of a murder did not commit it, but it may
    have been one. ``given``
    says that it is a name, which nothing denies.
    """

    about: Token | None = None
    named: bool = False
    called: bool = False
    doing: bool = False
    given: bool = False
