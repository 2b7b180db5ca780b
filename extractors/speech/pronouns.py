"""Whom "he", "she" and "it" before a verb of saying mean where the sentence before tells."""

from __future__ import annotations

from spacy.tokens import Token

from extractors.actors.speakers import speaker_at
from extractors.reading import Reading, paragraph_of
from extractors.reference.gender import Gender, gender_of
from extractors.tree import syntax
from graph.model import Form, Kind, Mention

_GENDERS = frozenset(gender.value for gender in Gender if gender.value)


def speaker_by_pronoun(reading: Reading, pronoun: Token) -> Mention | None:
    """Who speaks where a pronoun is the subject of a verb of saying; None where it is open.

    Who was named last in an earlier paragraph only yields to the subject of the sentence before:
    that is who news lets go on speaking. Where the paragraph names others, it is open.
    """
    found = speaker_at(reading, pronoun)
    before = _subject_before(reading, pronoun)
    if pronoun.lower_ == "it":
        body = before if before is not None and before.kind is Kind.ORGANIZATION else None
        return found or body
    if found is None or pronoun.lower_ not in _GENDERS or _is_near(reading, found, pronoun):
        return found
    gender = Gender(pronoun.lower_)
    if before is not None and fits_gender(reading, before, gender):
        return before
    first, _ = paragraph_of(reading.document.text, pronoun.idx)
    others = (m for m in reading.mentions_between(first, pronoun.idx) if m.form is Form.NAME)
    return None if any(fits_gender(reading, other, gender) for other in others) else found


def fits_gender(reading: Reading, speaker: Mention, gender: Gender) -> bool:
    """Whether somebody is a person whom the text may call "he" or "she"."""
    # a surname alone may look like somebody's first name: "Clare"
    told = gender_of(reading, speaker) if " " in speaker.label else Gender.OPEN
    return speaker.kind is Kind.PERSON and told.fits(gender)


def _subject_before(reading: Reading, pronoun: Token) -> Mention | None:
    """Who is named as the one subject of the sentence before, in the same paragraph."""
    start = pronoun.sent.start
    first, _ = paragraph_of(reading.document.text, pronoun.idx)
    if start == 0 or reading.doc[start - 1].idx < first:
        return None
    subjects = syntax.subjects(reading.doc[start - 1].sent.root)
    found = reading.headed_by(subjects[0]) if len(subjects) == 1 else None
    return found if found is not None and found.form is Form.NAME else None


def _is_near(reading: Reading, found: Mention, pronoun: Token) -> bool:
    """Whether the paragraph names or describes him before the pronoun."""
    first, _ = paragraph_of(reading.document.text, pronoun.idx)
    last = found.label.split()[-1].casefold()
    near = reading.mentions_between(first, pronoun.idx)
    return found.form is not Form.NAME or any(m.label.casefold().endswith(last) for m in near)
