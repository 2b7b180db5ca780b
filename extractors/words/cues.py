"""The words that tell who says something, and with what reserve, read from ``data/``."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

from extractors.words.tables import either, read_table, word_sets


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """Words around what somebody says; lemmas in lower case. ``data/speech.toml`` explains them."""

    reporting: frozenset[str]
    plainly: frozenset[str]
    thinking: frozenset[str]
    showing: frozenset[str]
    only_with_quote: frozenset[str]
    addressing: frozenset[str]
    going_on: frozenset[str]
    issuing: frozenset[str]
    reporting_nouns: frozenset[str]
    speaking_for: frozenset[str]
    spoken_for: frozenset[str]
    owned_by: frozenset[str]
    spokespeople: frozenset[str]
    printed: frozenset[str]
    findings: frozenset[str]
    texts: frozenset[str]
    in_texts: frozenset[str]
    issued_by: frozenset[str]
    sources: frozenset[str]
    before_speaker: frozenset[str]
    said_subjects: frozenset[str]
    first_person: frozenset[str]
    turns: frozenset[str]
    infinitive: frozenset[str]
    describing: frozenset[str]
    naming: frozenset[str]
    noun: frozenset[str]
    noun_about_what: frozenset[str]
    prepositional: frozenset[str]
    gerund: frozenset[str]
    accusing: frozenset[str]
    accused_of: frozenset[str]
    hearing: frozenset[str]
    telling: frozenset[str]
    interviewing: frozenset[str]
    captions: frozenset[str]


@dataclass(frozen=True, slots=True)
class ControlWords:
    """Verbs and prepositions that tell who does what the verb below them says."""

    own: frozenset[str]
    turning: frozenset[str]
    blaming: frozenset[str]
    blaming_by: frozenset[str]
    blamed_for: frozenset[str]
    turned_to: frozenset[str]
    perceiving: frozenset[str]
    turning_only: frozenset[str]


@dataclass(frozen=True, slots=True)
class DoubtWords:
    """Words that deny or hedge; lemmas in lower case. ``data/doubt.toml`` explains them."""

    words: frozenset[str]
    subjects: frozenset[str]
    none_of: frozenset[str]
    not_before: frozenset[str]
    lacking: frozenset[str]
    ending_lacking: frozenset[str]
    bounding: frozenset[str]
    denying: frozenset[str]
    refusing: frozenset[str]
    hedging: frozenset[str]
    doubting: frozenset[str]
    knowing: frozenset[str]
    seeming: frozenset[str]
    not_raising: frozenset[str]
    establishing: frozenset[str]
    rumouring: frozenset[str]
    wishing: frozenset[str]
    accusing: frozenset[str]
    clearing: frozenset[str]
    accusing_of: frozenset[str]
    disowning: frozenset[str]
    owning: frozenset[str]
    assertions: frozenset[str]
    parts: frozenset[str]
    parts_in: frozenset[str]
    deeds: frozenset[str]
    false: frozenset[str]
    evidence: frozenset[str]
    claims: frozenset[str]
    refusals: frozenset[str]
    fictions: frozenset[str]
    carrying: frozenset[str]
    adverbs: frozenset[str]
    adjectives: frozenset[str]
    modals: frozenset[str]
    perfect_modals: frozenset[str]
    conditions: frozenset[str]
    believing: frozenset[str]
    convicting: frozenset[str]

    @property
    def verbs(self) -> frozenset[str]:
        """The verbs that deny or hedge what stands below them."""
        return either(
            *(self.denying, self.refusing, self.hedging, self.seeming, self.wishing),
            *(self.not_raising, self.establishing, self.rumouring, self.clearing),
            *(self.knowing, self.doubting, self.accusing),
        )


@cache
def load_speech_words() -> SpeechWords:
    """Read the words of speech that ship with the package."""
    tables = {name: word_sets(lists) for name, lists in read_table("speech").items()}
    return SpeechWords(
        **tables["verbs"],
        reporting_nouns=tables["nouns"].pop("reporting"),
        **tables["nouns"],
        **tables["phrases"],
        **tables["forms"],
    )


@cache
def load_control_words() -> ControlWords:
    """Read the words that ship with the package and tell who is the doer below another verb."""
    return ControlWords(**word_sets(read_table("speech")["control"]))


@cache
def load_doubt_words() -> DoubtWords:
    """Read the words of denial and reserve that ship with the package."""
    lists = {name: words for table in read_table("doubt").values() for name, words in table.items()}
    return DoubtWords(**word_sets(lists))
