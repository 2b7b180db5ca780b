from collections.abc import Callable

import pytest

from extractors.arguments.relations import find_participations, find_parts
from extractors.events.events import find_event_mentions
from extractors.reading import Reading
from graph.model import Statement

Read = Callable[..., Reading]


def with_events(reading: Reading) -> Reading:
    return reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])


def pairs(reading: Reading, statements: list[Statement]) -> list[tuple[str, str]]:
    heads = {mention.key: mention.head for mention in reading.mentions}
    return [(heads[s.subject], heads[s.object]) for s in statements if isinstance(s.object, tuple)]


def parts(reading: Reading) -> list[tuple[str, str]]:
    full = with_events(reading)
    return pairs(full, list(find_parts(full)))


@pytest.mark.parametrize(
    "table",
    [
        # "raids such as the massacre"
        "Raid|NOUN|ROOT such|ADJ|case|3 as|ADP|fixed|1 massacre|NOUN|nmod|0",
        # "a moment in the siege was the massacre"
        "Moment|NOUN|nsubj|4 in|ADP|case|2 siege|NOUN|nmod|0 was|AUX|cop|4 massacre|NOUN|ROOT",
        # "the siege ended when rebels massacred farmers"
        (
            "Siege|NOUN|nsubj|1 ended|VERB|ROOT when|ADV|advmod|4 rebels|NOUN|nsubj|4 "
            "massacre|VERB|advcl|1 farmers|NOUN|obj|4"
        ),
    ],
)
def test_the_text_puts_one_event_into_another(read: Read, table: str) -> None:
    found = parts(read(table))
    assert [part[:8] for part, _ in found] == ["massacre"]


def test_what_came_before_the_end_of_an_event_is_no_part_of_it(read: Read) -> None:
    table = (
        "Siege|NOUN|nsubj|1 ended|VERB|ROOT after|ADP|mark|4 rebels|NOUN|nsubj|4 "
        "massacre|VERB|advcl|1 farmers|NOUN|obj|4"
    )
    assert parts(read(table)) == []


def test_what_those_at_a_meeting_do_is_a_part_of_it(read: Read) -> None:
    table = (
        "Leaders|NOUN|nsubj|3 at|ADP|case|2 summit|NOUN|nmod|0 signed|VERB|ROOT treaty|NOUN|obj|3"
    )
    assert ("treaty", "summit") in parts(read(table))


def test_a_part_is_where_its_whole_is_told_to_be(read: Read) -> None:
    table = (
        "Raid|NOUN|nsubj|1 took|VERB|ROOT place|NOUN|obj|1 during|ADP|case|4 siege|NOUN|obl|1 "
        "of|ADP|case|6 Doba|PROPN|nmod|4"
    )
    full = with_events(read(table, "Doba=Place"))
    placed = [s for s in find_participations(full) if s.predicate == "place"]
    assert {head for head, _ in pairs(full, placed)} == {"raid", "siege"}


def test_what_happens_during_an_event_that_takes_time_is_a_part_of_it(read: Read) -> None:
    table = "Raid|NOUN|nsubj|1 came|VERB|ROOT during|ADP|case|3 {}|NOUN|obl|1"
    assert parts(read(table.format("evacuation"))) == [("raid", "evacuation")]
    assert parts(read(table.format("explosion"))) == []
