from collections.abc import Callable

from extractors.annotation.semantic_roles import ROLES_NAME, RoleRow, register_roles
from extractors.arguments.arguments import find_arguments
from extractors.arguments.learned import with_learned
from extractors.events.events import find_event_mentions
from extractors.reading import Reading

Read = Callable[..., Reading]

SHOT = "Ada|PROPN|nsubj|1 shoot|VERB|ROOT Ole|PROPN|obj|1 near|ADP|{case}|4 Doba|PROPN|obl|1"
NAMES = "Ada=Person, Ole=Person, Doba=Place"


def parts(reading: Reading, *rows: RoleRow) -> set[tuple[str, str, str]]:
    """The parts in the one event of the text, with who found them."""
    register_roles()
    reading.doc._.set(ROLES_NAME, rows)
    (event,) = find_event_mentions(reading)
    found = with_learned(reading, event, find_arguments(reading, event))
    return {(one.role, one.target.label, one.by) for one in found}


def test_roles_add_what_the_tree_says_nothing_of(read: Read) -> None:
    reading = read(SHOT.format(case="dep"), NAMES)
    tree = {("agent", "Ada", ""), ("patient", "Ole", "")}
    assert parts(reading) == tree
    assert parts(reading, (1, 4, "ARGM-LOC", 0.9)) == tree | {("place", "Doba", " by roles")}
    assert parts(reading, (1, 4, "ARGM-LOC", 0.3)) == tree


def test_roles_that_surely_take_a_word_for_the_other_side_contradict_the_tree(read: Read) -> None:
    reading = read(SHOT.format(case="case"), NAMES)
    tree = {("agent", "Ada", ""), ("patient", "Ole", ""), ("place", "Doba", "")}
    assert parts(reading) == tree
    assert ("patient", "Ole", "") not in parts(reading, (1, 2, "ARG0", 0.9))
    assert parts(reading, (1, 2, "ARG0", 0.5)) == tree


def test_who_comes_or_resigns_is_the_subject_whatever_the_role(read: Read) -> None:
    reading = read("Ada|PROPN|nsubj|1 resign|VERB|ROOT", "Ada=Person")
    assert parts(reading, (1, 0, "ARG1", 0.95)) == parts(reading)
