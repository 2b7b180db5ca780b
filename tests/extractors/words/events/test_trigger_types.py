import pytest

from extractors.words.events.trigger_types import load_trigger_types
from ontology.names import event_types

GENEVA_TYPES = 115


def test_every_type_of_geneva_means_a_type_of_the_ontology() -> None:
    found = load_trigger_types().event_types()
    assert len(found) == GENEVA_TYPES
    assert set(found.values()) <= set(event_types())
    assert list(found) == sorted(found)


def test_weak_types_are_occurrences() -> None:
    types = load_trigger_types().by_name.values()
    assert {found.event_type for found in types if found.is_weak} == {"Occurrence"}


@pytest.mark.parametrize(
    ("name", "label", "event_type", "is_weak"),
    [
        ("Conquering", "CaptureOfPlace", "CaptureOfPlace", False),
        ("Statement", "Occurrence", "Occurrence", True),
        ("", "Siege", "Siege", False),
        ("Unheard_of", "Visit", "Visit", False),
        ("", "Occurrence", "Occurrence", True),
        ("", "Unheard of", "Occurrence", True),
    ],
)
def test_a_type_unknown_here_means_what_its_label_says(
    name: str, label: str, event_type: str, *, is_weak: bool
) -> None:
    found = load_trigger_types().type_of(name, label)
    assert (found.event_type, found.is_weak) == (event_type, is_weak)


def test_words_that_hold_for_all_types_are_lower_case_lemmas() -> None:
    types = load_trigger_types()
    words = types.general | types.others | types.undergone
    assert {word for word in words if word != word.lower()} == set()
