from collections.abc import Callable

import pytest

from extractors.actors.described import find_described
from extractors.reading import Reading
from extractors.reference.gender import Gender, gender_of

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    ("table", "name", "gender"),
    [
        ("Anna|PROPN|nsubj|1 Berg|PROPN|flat|0", "Anna Berg", Gender.FEMALE),
        ("Thomas|PROPN|nsubj|1 Berg|PROPN|flat|0", "Thomas Berg", Gender.MALE),
        ("Orn|PROPN|nsubj|1 Berg|PROPN|flat|0", "Orn Berg", Gender.OPEN),
        ("Mrs.|PROPN|compound|1 Berg|PROPN|nsubj|1", "Berg", Gender.FEMALE),
        ("spokesman|NOUN|compound|1 Berg|PROPN|nsubj|1", "Berg", Gender.MALE),
        ("spokesman|NOUN|nsubj|1 met|VERB|ROOT Berg|PROPN|obj|1", "Berg", Gender.OPEN),
    ],
)
def test_a_first_name_a_title_or_a_noun_before_it_tells_he_or_she(
    read: Read, table: str, name: str, gender: Gender
) -> None:
    reading = read(table, f"{name}=Person")
    assert gender_of(reading, reading.mentions[0]) is gender


@pytest.mark.parametrize(("noun", "gender"), [("wife", Gender.FEMALE), ("guard", Gender.OPEN)])
def test_a_noun_tells_it_of_somebody_without_a_name(read: Read, noun: str, gender: Gender) -> None:
    reading = read(f"the|DET|det|1|DT {noun}|NOUN|nsubj|2|NN slept|VERB|ROOT")
    (person,) = find_described(reading)
    assert gender_of(reading, person) is gender


def test_whose_somebody_is_tells_nothing_of_them(read: Read) -> None:
    reading = read(
        "Mrs.|PROPN|compound|1|NNP Berg|PROPN|nmod:poss|3|NNP 's|PART|case|1|POS "
        "guard|NOUN|nsubj|4|NN slept|VERB|ROOT"
    )
    (guard,) = find_described(reading)
    assert guard.label == "Mrs. Berg 's guard"
    assert gender_of(reading, guard) is Gender.OPEN


def test_an_open_gender_fits_both() -> None:
    assert Gender.OPEN.fits(Gender.MALE)
    assert Gender.MALE.fits(Gender.MALE)
    assert not Gender.FEMALE.fits(Gender.MALE)
