from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest
import spacy
from hypothesis import given
from hypothesis import strategies as st

from extractors import pipeline
from extractors.parts import split_text
from extractors.pipeline import Pipeline
from extractors.reader import load_reader
from extractors.reading import Reading
from extractors.times.times import find_times
from graph.model import (
    Document,
    Evidence,
    Findings,
    Link,
    MentionKey,
    Qualifiers,
    Statement,
    Value,
)
from ontology.lexicons import Entry, Lexicon, load_lexicon

Read = Callable[..., Reading]

ODD = (
    "",
    "Doba",
    "😀 🇳🇴 שלום عالم \u202e met Ada 😀",
    "\n\n\n",
    "“",
    "No end\n\n\n\nof lines\n\nhere",
)
STORY = (
    "The fire in Doba\n\nAda Berg, the mayor of Doba, said on 4 May 1987 that “at least 12 people, "
    "among them 4 children, were killed in the Doba fire.” 😀 The fire destroyed the town. "
    "Norland forces occupied Doba in 1991, and the Norland troops met Berg. Norland officials "
    "denied it.\n\nOn the 10th anniversary of the Doba fire, Norland troops left."
)


@cache
def untrained() -> Pipeline:
    """A pipeline that knows the ends of sentences and one place, and nothing else."""
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    return Pipeline(nlp, Lexicon(own=(Entry("x:doba", "Place", "Doba"),)))


@cache
def trained() -> Pipeline:
    return Pipeline(load_reader(), load_lexicon())


def run(reader: Pipeline, *texts: str) -> list[Findings]:
    documents = (Document(f"d{i}", text, "test") for i, text in enumerate(texts))
    return list(reader.pipe(documents))


def passages(found: Findings) -> list[str]:
    return [found.document.text[p.start : p.end] for p in found.passages]


def assert_sound(found: Findings) -> None:
    """Whatever was found points to what is there."""
    keys = {mention.key for mention in found.mentions}
    assert len(keys) == len(found.mentions)
    for mention in found.mentions:
        passage = found.passages[mention.passage]
        assert found.document.text[mention.start : mention.end] == mention.text
        assert passage.start <= mention.start < passage.end
    for link in found.links:
        assert {link.mention, link.antecedent} <= keys
    wholes = {statement.key for statement in found.statements}
    for said in found.statements:
        parts = (said.subject, said.object, said.qualifiers.group, said.evidence.speaker)
        assert {key for key in parts if isinstance(key, MentionKey)} <= keys
        assert not said.qualifiers.part_of or said.qualifiers.part_of in wholes
        passage = found.passages[said.evidence.passage]
        assert passage.start <= said.evidence.start < said.evidence.end <= passage.end


def test_a_blank_line_begins_a_sentence() -> None:
    (found,) = run(untrained(), "A heading without a stop\n\nAda slept. Ole met her")
    assert passages(found) == ["A heading without a stop", "Ada slept.", "Ole met her"]


def test_a_line_break_alone_begins_none() -> None:
    (found,) = run(untrained(), "Ada slept\nlong. Ole met her")
    assert passages(found) == ["Ada slept\nlong.", "Ole met her"]


def test_an_empty_document_has_no_findings() -> None:
    (found,) = run(untrained(), "")
    assert (found.passages, found.mentions, found.statements, found.links) == ((), (), (), ())


def test_a_document_of_one_word_may_be_a_name() -> None:
    (found,) = run(untrained(), "Doba")
    assert [(m.label, m.identifier) for m in found.mentions] == [("Doba", "x:doba")]


def test_offsets_count_code_points_after_emoji_and_right_to_left_text() -> None:
    (found,) = run(untrained(), "😀 שלום 🇳🇴 in Doba")
    assert_sound(found)
    assert [m.text for m in found.mentions] == ["Doba"]


def test_documents_come_back_in_their_order() -> None:
    found = run(untrained(), *ODD)
    assert [one.document.id for one in found] == [f"d{i}" for i in range(len(ODD))]


def said(start: int, *, part_of: str = "", speaker: MentionKey | None = None) -> Statement:
    evidence = Evidence(0, start, start + 1, "test", speaker)
    return Statement(
        MentionKey("d", start, start + 1), "killed", Value("1", "integer"), evidence,
        Qualifiers(part_of=part_of),
    )  # fmt: skip


def test_a_part_points_to_its_whole_after_both_have_got_their_speaker(read: Read) -> None:
    reading = read(
        "“|PUNCT|punct|1 burned|VERB|ccomp|5 there|ADV|advmod|1 today|ADV|advmod|1 ”|PUNCT|punct|1 "
        "say|VERB|ROOT Berg|PROPN|nsubj|5",
        "Berg=Person",
    )
    start = reading.document.text.index("burned")
    whole = said(start)
    part = said(start + 2, part_of=whole.key)
    attributed, pointing = pipeline._attributed(reading, [whole, part])
    assert attributed.evidence.speaker == reading.mentions[0].key
    assert pointing.qualifiers.part_of == attributed.key != whole.key


def test_who_speaks_or_is_taken_up_by_a_noun_in_use_is_in_use() -> None:
    speaker, first, again, idle = (MentionKey("d", at, at + 1) for at in (10, 20, 30, 40))
    links = [Link(again, first, "test"), Link(idle, speaker, "test")]
    statements = [said(0, speaker=speaker), replace(said(0), object=again)]
    used = pipeline._used(statements, links)
    assert used == {MentionKey("d", 0, 1), speaker, again, first}


PIECES = st.sampled_from(
    ["Doba", "fire", "the", "“", "”", "\n\n", "\n", ".", " ", "😀", "ש", "1992", "12", "people",
     "killed", "said", "Ada Berg", "mayor of", ":", "(", ")", "-", "’s", "siege", "anniversary of"]
)  # fmt: skip


@given(st.lists(PIECES, max_size=20).map(" ".join))
def test_any_text_gives_sound_findings(text: str) -> None:
    (found,) = run(untrained(), text)
    assert_sound(found)


@pytest.mark.reader
@pytest.mark.parametrize("text", [*ODD, STORY])
def test_the_findings_of_the_bundled_reader_are_sound(text: str) -> None:
    (found,) = run(trained(), text)
    assert_sound(found)


@pytest.mark.reader
def test_reading_twice_finds_the_same() -> None:
    assert run(trained(), STORY, *ODD) == run(trained(), STORY, *ODD)


@pytest.mark.reader
def test_a_document_says_the_same_whatever_is_read_beside_it() -> None:
    alone = run(trained(), STORY)[0]
    assert run(trained(), STORY, "Oslo lies in Norway.")[0] == alone


def test_a_text_that_is_read_in_parts_gives_what_it_gives_as_a_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = "\n\n".join([STORY] * 3)
    whole = run(untrained(), text, "The fire in Doba")
    monkeypatch.setattr(pipeline, "split_text", lambda text: split_text(text, 200))
    assert run(untrained(), text, "The fire in Doba") == whole


def test_a_text_that_makes_a_rule_fail_ends_no_run(monkeypatch: pytest.MonkeyPatch) -> None:
    found = find_times

    def failing(text: str, *given: object, **named: object) -> object:
        if "rules" in text:
            raise IndexError("no such word")
        return found(text, *given, **named)  # type: ignore[arg-type]

    monkeypatch.setattr(pipeline, "find_times", failing)
    first, bad, last = run(
        untrained(), "In Doba it rained.", "No rules here.", "In Doba it rained."
    )
    assert first.mentions
    assert last.mentions
    assert not bad.passages
    (remark,) = bad.document.remarks
    assert remark.partial
    assert "IndexError: no such word" in remark.sentence


def test_memory_that_is_not_there_ends_a_run(monkeypatch: pytest.MonkeyPatch) -> None:
    def failing(*_: object, **__: object) -> object:
        raise MemoryError

    monkeypatch.setattr(pipeline, "find_times", failing)
    with pytest.raises(MemoryError):
        run(untrained(), "In Doba it rained.")
