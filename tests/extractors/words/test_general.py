import pytest

from extractors.words.events.triggers import load_triggers
from extractors.words.general import load_grammar_words, load_name_words
from extractors.words.nominals import load_nominal_classes
from ontology.names import event_types


def test_word_lists_are_read_once() -> None:
    assert load_name_words() is load_name_words()
    assert load_grammar_words() is load_grammar_words()
    assert load_triggers() is load_triggers()


def test_every_trigger_has_a_type_of_the_ontology() -> None:
    triggers = load_triggers()
    found = {t.event_type for t in (*triggers.nouns.values(), *triggers.verbs.values())}
    assert found <= set(event_types())


def test_trigger_words_and_what_refers_to_them_are_lower_case() -> None:
    triggers = load_triggers()
    words = {*triggers.nouns, *triggers.verbs, *triggers.with_place, *triggers.with_people}
    words |= {word for group in triggers.referring.values() for word in group}
    assert {word for word in words if word != word.lower()} == set()


def test_nouns_that_make_names_are_event_nouns() -> None:
    triggers = load_triggers()
    naming = triggers.with_place | triggers.with_people | triggers.capitals
    assert naming - triggers.nouns.keys() <= triggers.capitals | {"holocaust"}


def test_head_words_are_capitalised_and_have_one_kind() -> None:
    assert all(word[:1].isupper() for word in load_name_words().heads)


@pytest.mark.parametrize(
    ("noun", "event_type", "may"),
    [
        ("massacre", "Killing", True),
        ("attack", "Killing", True),
        ("tragedy", "Disaster", True),
        ("event", "Election", True),
        ("raid", "Attack", True),
        ("election", "Killing", False),
        ("chair", "Killing", False),
    ],
)
def test_a_noun_takes_up_only_events_that_it_can_mean(
    noun: str, event_type: str, may: bool
) -> None:
    assert load_triggers().may_refer(noun, event_type) is may


def test_nominal_classes_name_forces_and_people() -> None:
    classes = load_nominal_classes()
    assert classes["troop"] == classes["army"]
    assert classes["troop"] != classes["worker"]
