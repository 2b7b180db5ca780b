from __future__ import annotations

from spacy.language import Language
from spacy.tokens import Doc, Span

from training.accurate.sentences import Lesson
from training.scoring import measure_triggers
from training.tokenizing import make_english


@Language.component("made_triggers")
def mark(doc: Doc) -> Doc:
    """Take the second word, and every word in "-ed", for a trigger."""
    places = sorted({1, *(token.i for token in doc if token.text.endswith("ed"))})
    doc.spans["events"] = [Span(doc, place, place + 1, label="Attack") for place in places]
    return doc


def make_lesson(text: str, *triggers: str) -> Lesson:
    forms = tuple(text.split())
    return Lesson("geneva", "d", True, forms, (False,) * len(forms), triggers=triggers)


def test_triggers_count_whatever_their_type_on_the_test_part_alone() -> None:
    nlp = make_english()
    nlp.add_pipe("made_triggers")
    lessons = [
        ("test", make_lesson("They met and ended it", "O", "Meeting", "O", "O", "O")),
        ("test", make_lesson("It fell and rose", "O", "Motion", "O", "Motion")),
        ("train", make_lesson("They ran far", "Motion", "O", "Motion")),
    ]
    assert measure_triggers(nlp, lessons) == {"p": 66.7, "r": 66.7, "f": 66.7, "n": 3}


def test_a_reader_without_triggers_finds_none() -> None:
    lesson = make_lesson("They met", "O", "Meeting")
    assert measure_triggers(make_english(), [("test", lesson)])["r"] == 0.0
