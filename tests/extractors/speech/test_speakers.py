"""Who says what where a pronoun, a description or nobody stands for the speaker: 90 % and more."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from extractors.pipeline import Pipeline
from extractors.reader import DEFAULT_READER, load_reader
from graph.model import Document, Findings, Form, Mention, MentionKey, Value
from ontology.lexicons import load_lexicon

NOBODY = "-"
FEWEST = 60
PARAGRAPH = "¶"


@dataclass(frozen=True, slots=True)
class Case:
    """A text, and by whom each of its speeches should be said."""

    text: str
    says: list[tuple[str, str]] = field(default_factory=list)


def cases() -> list[Case]:
    """A text is followed by the lines that tell who says which of its words."""
    found: list[Case] = []
    for line in (Path(__file__).parent / "speakers.txt").read_text("utf-8").splitlines():
        if not line or line.startswith("#"):
            continue
        who, _, words = line.partition(": ")
        if found and words and words in found[-1].text:
            found[-1].says.append((who, words))
        else:
            found.append(Case(line))
    return found


def speakers_of(words: str, findings: Findings) -> Iterator[str]:
    """The names of those to whom the words are given; "-" for one without a name."""
    mentions = {mention.key: mention for mention in findings.mentions}
    antecedents = {link.mention: link.antecedent for link in findings.links}
    for statement in findings.statements:
        said = statement.object.text if isinstance(statement.object, Value) else ""
        if statement.predicate == "says" and words in said:
            yield named(mentions, antecedents, statement.subject)


def named(
    mentions: dict[MentionKey, Mention], antecedents: dict[MentionKey, MentionKey], key: MentionKey
) -> str:
    while key in antecedents:
        key = antecedents[key]
    mention = mentions[key]
    return mention.label if mention.form is Form.NAME else NOBODY


def is_right(case: Case, findings: Findings) -> bool:
    """Whether each speech has its speaker, and none of a name where nobody of a name speaks."""
    for words in {words for _, words in case.says}:
        wanted = {who for who, said in case.says if said == words}
        found = set(speakers_of(words, findings))
        if found - {NOBODY} != wanted - {NOBODY}:
            return False
    return True


@pytest.mark.reader
def test_who_says_what() -> None:
    pipeline = Pipeline(load_reader(DEFAULT_READER), load_lexicon())
    known = cases()
    texts = (case.text.replace(PARAGRAPH, "\n\n") for case in known)
    documents = [Document(f"d{index}", text, "test") for index, text in enumerate(texts)]
    read = zip(known, pipeline.pipe(documents), strict=True)
    wrong = [case.text for case, findings in read if not is_right(case, findings)]
    assert len(known) >= FEWEST
    assert len(wrong) <= 0.1 * len(known), "\n".join(wrong)
