import pytest
import spacy

from extractors.reading import Reading, find_passages
from extractors.speech.interviews import find_answers
from graph.model import Document, Kind, Mention

ANSWERS = ["The dam was old.", "Nobody came to look at it.", "We asked twice. They wrote back."]
QUESTIONS = ["How old was it?", "Who inspected the dam, and when?", "Did you ask?"]


def answers(head: str, lines: list[str], *people: str) -> list[tuple[str, str]]:
    nlp = spacy.blank("en")
    nlp.add_pipe("sentencizer")
    text = "\n\n".join([head, *lines])
    doc = nlp(text)
    reading = Reading(Document("d", text, "test"), doc, find_passages(doc)).with_mentions(
        Mention("d", text.index(name), text.index(name) + len(name), 0, name, name, _kind(name))
        for name in people
    )
    return [(s.speakers[0].label, text[s.start : s.end]) for s in find_answers(reading)]


def _kind(name: str) -> Kind:
    return Kind.PERSON if " " in name else Kind.ORGANIZATION


def asked(*more: str) -> list[str]:
    pairs = zip(QUESTIONS, ANSWERS, strict=True)
    return [*(line for pair in pairs for line in pair), *more]


def test_what_stands_between_questions_is_said_by_whom_the_interview_is_with() -> None:
    found = answers("An interview with Ada Berg", asked(), "Ada Berg")
    assert found == [("Ada Berg", answer) for answer in ANSWERS]


@pytest.mark.parametrize(
    ("head", "people"),
    [
        ("A talk of Ada Berg", ["Ada Berg"]),
        ("An interview with Ada Berg and Jon Holm", ["Ada Berg", "Jon Holm"]),
        ("An interview", []),
    ],
)
def test_where_it_is_open_who_answers_nobody_does(head: str, people: list[str]) -> None:
    assert answers(head, asked(), *people) == []


def test_a_few_questions_among_much_else_are_no_interview() -> None:
    told = ["The dam broke at night."] * 30
    assert answers("After an interview with Ada Berg", asked(*told), "Ada Berg") == []


def test_captions_and_what_follows_a_heading_at_the_end_are_no_answers() -> None:
    more = asked("The old dam. Image: Jon Holm.", "Sources", "The county has the papers.")
    found = answers("An interview with Ada Berg", more, "Ada Berg")
    assert [said for _, said in found] == ANSWERS


def test_a_body_beside_the_person_answers_nothing() -> None:
    found = answers("An interview of Norbank with Ada Berg", asked(), "Norbank", "Ada Berg")
    assert {who for who, _ in found} == {"Ada Berg"}


def test_a_heading_between_questions_is_no_answer_and_ends_nothing() -> None:
    lines = [*asked()[:2], "The Dam", *asked()[2:]]
    found = answers("An interview with Ada Berg", lines, "Ada Berg")
    assert [said for _, said in found] == ANSWERS


@pytest.mark.parametrize(
    "lines",
    [
        [*QUESTIONS, ANSWERS[0]],
        [QUESTIONS[0], ANSWERS[0], *QUESTIONS[1:]],
        [*asked()[:4], "Did " + "you ask, " * 80 + "then?", ANSWERS[2]],
    ],
)
def test_questions_that_nobody_answers_or_that_never_end_make_no_interview(
    lines: list[str],
) -> None:
    assert answers("An interview with Ada Berg", lines, "Ada Berg") == []
