from collections.abc import Callable

import pytest

from extractors.events.attendance import attending
from extractors.reading import Reading

Read = Callable[..., Reading]


@pytest.mark.parametrize(
    "table",
    [
        "Berg|PROPN|nsubj|1 attend|VERB|ROOT the|DET|det|3 talks|NOUN|obj|1",
        "Berg|PROPN|nsubj|1 participate|VERB|ROOT in|ADP|case|3 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|2 will|AUX|aux|2 attend|VERB|ROOT talks|NOUN|obj|2",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT part|NOUN|obj|1 in|ADP|case|4 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT part|NOUN|obj|1 in|ADP|case|4 talks|NOUN|nmod|2",
    ],
)
def test_who_attends_or_takes_part_is_there(read: Read, table: str) -> None:
    doc = read(table).doc
    assert list(attending(doc[len(doc) - 1])) == [doc[0]]


@pytest.mark.parametrize(
    "table",
    [
        "Berg|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 attend|VERB|ROOT talks|NOUN|obj|3",
        "Berg|PROPN|nsubj|2 should|AUX|aux|2 attend|VERB|ROOT talks|NOUN|obj|2",
        "Berg|PROPN|nsubj|1 fear|VERB|ROOT talks|NOUN|obj|1",
        "Berg|PROPN|nsubj|1 sleep|VERB|ROOT in|ADP|case|3 talks|NOUN|obl|1",
        "Berg|PROPN|nsubj|1 take|VERB|ROOT notes|NOUN|obj|1 in|ADP|case|4 talks|NOUN|obl|1",
    ],
)
def test_who_stays_away_or_does_something_else_is_not(read: Read, table: str) -> None:
    doc = read(table).doc
    assert list(attending(doc[len(doc) - 1])) == []
