from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.reference.alike import better, named_alike
from graph.model import Form, Kind, Link, Mention

Write = Callable[..., Reading]


def mention(label: str, form: Form = Form.NAME, *, start: int = 0) -> Mention:
    return Mention("d", start, start + len(label), 0, label, label, Kind.PERSON, form)


NAME, NOUN, PRONOUN = Form.NAME, Form.NOMINAL, Form.PRONOUN


@pytest.mark.parametrize(
    ("known", "other", "kept"),
    [
        (("she", PRONOUN), ("envoy", NOUN), "envoy"),
        (("the old envoy", NOUN), ("Ada Berg", NAME), "Ada Berg"),
        (("Ada", NAME), ("Ada Berg", NAME), "Ada Berg"),
        (("Ada Berg", NAME), ("Ada", NAME), "Ada Berg"),
        (("Ada", NAME), ("the old envoy", NOUN), "Ada"),
    ],
)
def test_a_name_tells_best_who_is_meant_then_the_longer_one(
    known: tuple[str, Form], other: tuple[str, Form], kept: str
) -> None:
    assert better(mention(*known), mention(*other)).label == kept


def test_mentions_are_one_by_links_and_by_equal_labels(write: Write) -> None:
    reading = write("Ada Berg met Orn . Berg met Orn", "")
    ada, orn, berg, again = (
        mention("Ada Berg"), mention("Orn", start=13), mention("Berg", start=19),
        mention("Orn", start=28),
    )  # fmt: skip
    reading = reading.with_mentions([ada, orn, berg, again])
    alike = named_alike(reading, [Link(berg.key, ada.key, "a last name")])
    assert alike == {m.key: m.key for m in (ada, orn)} | {berg.key: ada.key, again.key: orn.key}
