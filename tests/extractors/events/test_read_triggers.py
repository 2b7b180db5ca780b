from collections.abc import Callable

import numpy as np
import pytest
from spacy.tokens import Doc, Span, SpanGroup

from extractors.arguments.relations import find_participations
from extractors.arguments.times import find_event_times
from extractors.encoder.confidence import register_confidence
from extractors.events.events import find_event_mentions
from extractors.events.read_triggers import read_triggers
from extractors.happenings.happenings import Happenings
from extractors.happenings.selection import select_events
from extractors.reading import Reading
from graph.model import Kind, Mention, Statement

Annotate = Callable[[str], Doc]
Read = Callable[..., Reading]

DEPOSED = ("Berg|PROPN|nsubj:pass|2 was|AUX|aux:pass|2 deposed|VERB|ROOT in|ADP|case|4 "
           "Doba|PROPN|obl|2")  # fmt: skip


def mark(doc: Doc, *triggers: tuple[str, str, float], label: str = "Occurrence") -> Doc:
    """The Doc with the words as triggers of these finer types, with these scores."""
    words = [token.text for token in doc]
    at = [words.index(word) for word, _, _ in triggers]
    spans = [
        Span(doc, index, index + 1, label=label, span_id=name)
        for index, (_, name, _) in zip(at, triggers, strict=True)
    ]
    scores = [score for _, _, score in triggers]
    doc.spans["events"] = SpanGroup(doc, name="events", spans=spans, attrs={"scores": scores})
    return doc


def events(reading: Reading) -> list[tuple[str, str, str, str]]:
    found = find_event_mentions(reading)
    return [(m.text, m.head, m.event_type, m.origin) for m in found]


def said(reading: Reading) -> tuple[list[Mention], list[Statement]]:
    """The events that stay, and what is said of them."""
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    statements = [*find_participations(full), *find_event_times(full)]
    happenings = Happenings(full, statements)
    mentions, statements, _ = select_events(full, statements, happenings, [])
    return [m for m in mentions if m.kind is Kind.EVENT], statements


def test_a_reader_without_triggers_has_none(annotate: Annotate) -> None:
    assert read_triggers(annotate("They|PRON|nsubj|1 fought|VERB|ROOT")) == {}


@pytest.mark.parametrize(
    ("name", "score"), [("Statement", 0.99), ("Hostile_encounter", 0.3)], ids=["weak", "unsure"]
)
def test_a_trigger_of_a_weak_type_or_an_unsure_one_tells_of_nothing(
    annotate: Annotate, name: str, score: float
) -> None:
    doc = mark(annotate("They|PRON|nsubj|1 fought|VERB|ROOT"), ("fought", name, score))
    assert read_triggers(doc) == {}


def test_scores_may_be_arrays_as_the_spancat_of_spacy_gives_them(annotate: Annotate) -> None:
    doc = mark(annotate("They|PRON|nsubj|1 fought|VERB|ROOT"), ("fought", "Hostile_encounter", 0.9))
    doc.spans["events"].attrs["scores"] = np.array([[0.9]], np.float32)
    register_confidence()
    assert read_triggers(doc)[1].confidence == 0.9
    assert doc.spans["events"][0]._.confidence == pytest.approx(0.9)


def test_a_trigger_without_a_score_is_sure(annotate: Annotate) -> None:
    doc = annotate("They|PRON|nsubj|1 fought|VERB|ROOT")
    doc.spans["events"] = [Span(doc, 1, 2, label="Conflict")]
    assert [(i, t.event_type, t.confidence) for i, t in read_triggers(doc).items()] == [
        (1, "Conflict", 1.0)
    ]


def test_words_that_no_list_holds_are_events_by_the_reader(read: Read) -> None:
    reading = read(
        "They|PRON|nsubj|1 fought|VERB|ROOT during|ADP|case|4 the|DET|det|4 foray|NOUN|obl|1"
    )
    mark(reading.doc, ("fought", "Hostile_encounter", 0.9), ("foray", "Attack", 0.8))
    assert events(reading) == [
        ("fought", "fighting", "Conflict", "event verb by the reader"),
        ("foray", "foray", "Attack", "event noun by the reader"),
    ]


def test_a_listed_word_keeps_its_type_whatever_the_reader_says(read: Read) -> None:
    reading = read("They|PRON|nsubj|1 occupied|VERB|ROOT it|PRON|obj|1 after|ADP|case|5 "
                   "a|DET|det|5 siege|NOUN|obl|1")  # fmt: skip
    before = list(find_event_mentions(reading))
    mark(reading.doc, ("occupied", "Presence", 0.9), ("siege", "Attack", 0.9))
    assert list(find_event_mentions(reading)) == before
    assert {m.origin for m in before} == {"event verb", "event noun"}


@pytest.mark.parametrize(
    ("table", "trigger"),
    [
        ("They|PRON|nsubj|2 may|AUX|aux|2 fought|VERB|ROOT", ("fought", "Hostile_encounter")),
        ("They|PRON|nsubj|1 slept|VERB|ROOT there|ADV|advmod|1", ("there", "Attack")),
        ("They|PRON|nsubj|2 never|ADV|advmod|2 occupied|VERB|ROOT", ("occupied", "Attack")),
        ("The|DET|det|2 rebellion|NOUN|compound|2 town|NOUN|ROOT", ("rebellion", "Attack")),
        ("They|PRON|nsubj|1 took|VERB|ROOT it|PRON|obj|1", ("took", "Conquering")),
        ("They|PRON|nsubj|1 dined|VERB|ROOT", ("dined", "Social_event")),
        ("The|DET|det|1 visitor|NOUN|nsubj|2 slept|VERB|ROOT", ("visitor", "Traveling")),
        ("The|DET|det|1 analyst|NOUN|nsubj|2 slept|VERB|ROOT", ("analyst", "Attack")),
    ],
    ids=[
        "possible",
        "an adverb",
        "negated",
        "only modifies",
        "general",
        "nouns only",
        "a person",
        "an analyst",
    ],
)
def test_a_trigger_does_not_make_an_event_of_any_word(
    read: Read, table: str, trigger: tuple[str, str]
) -> None:
    reading = read(table)
    mark(reading.doc, (*trigger, 0.99))
    assert events(reading) == []


def test_an_event_by_the_reader_stays_with_one_sound_fact(read: Read) -> None:
    bare = read("someone|PRON|nsubj:pass|2 was|AUX|aux:pass|2 deposed|VERB|ROOT")
    told = read(DEPOSED, "Berg=Person, Doba=Place")
    for reading in (bare, told):
        mark(reading.doc, ("deposed", "Change_of_leadership", 0.9))
    assert said(bare) == ([], [])
    kept, statements = said(told)
    assert [(m.label, m.event_type) for m in kept] == [
        ("change of leadership in Doba", "Appointment")
    ]
    assert {s.predicate for s in statements} == {"patient", "place"}


def test_statements_on_an_event_by_the_reader_say_so_and_are_less_sure(read: Read) -> None:
    reading = read(f"{DEPOSED} in|ADP|case|6 1982|NUM|obl|2", "Berg=Person, Doba=Place")
    mark(reading.doc, ("deposed", "Change_of_leadership", 0.9))
    _, statements = said(reading)
    found = {s.predicate: (s.evidence.rule, s.evidence.confidence) for s in statements}
    assert found == {
        "patient": ("event verb by the reader: patient", 0.68),
        "place": ("event verb by the reader: place", 0.59),
        "begin": ("absolute date", 0.77),
    }


def test_who_dies_undergoes_the_death(read: Read) -> None:
    died = read("Berg|PROPN|nsubj|1 died|VERB|ROOT", "Berg=Person")
    owned = read("Berg|PROPN|nmod:poss|1 death|NOUN|nsubj|2 hurt|VERB|ROOT", "Berg=Person")
    for reading, word in ((died, "died"), (owned, "death")):
        mark(reading.doc, (word, "Death", 0.9))
        full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
        assert [s.predicate for s in find_participations(full)] == ["patient"]
