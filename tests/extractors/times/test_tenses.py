from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.times.tenses import looking_ahead

Read = Callable[..., Reading]

WILL = "It|PRON|nsubj|2 will|AUX|aux|2 begin|VERB|ROOT on|ADP|case|4 Monday|PROPN|obl|2"
SET = """It|PRON|nsubj:pass|2 is|AUX|aux:pass|2 set|VERB|ROOT to|PART|mark|4 begin|VERB|xcomp|2
on|ADP|case|6 Monday|PROPN|obl|4"""
DUE = """They|PRON|nsubj|2 are|AUX|cop|2 due|ADJ|ROOT in|ADP|case|4 court|NOUN|obl|2
on|ADP|case|6 Monday|PROPN|obl|2"""
BEGAN = "It|PRON|nsubj|1 began|VERB|ROOT on|ADP|case|3 Monday|PROPN|obl|1"
SAID = """He|PRON|nsubj|1 said|VERB|ROOT on|ADP|case|3 Monday|PROPN|obl|1 it|PRON|nsubj|6
will|AUX|aux|6 begin|VERB|ccomp|1"""

PROBE = """They|PRON|nsubj|2 will|AUX|aux|2 ask|VERB|ROOT about|ADP|case|6 Monday|PROPN|nmod:poss|6
's|PART|case|4 {noun}|NOUN|obl|2"""


@pytest.mark.parametrize(
    ("table", "expected"),
    [
        (WILL, True),
        (SET, True),
        (DUE, True),
        (BEGAN, False),
        (SAID, False),
        (PROBE.format(noun="vote"), True),
        (PROBE.format(noun="bombing"), False),
    ],
)
def test_a_clause_looks_ahead_by_its_verb(read: Read, table: str, expected: bool) -> None:
    reading = read(table, "")
    monday = reading.doc.text.index("Monday")
    assert looking_ahead(reading.doc)(monday) is expected
