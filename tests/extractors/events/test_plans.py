from collections.abc import Callable

import pytest

from extractors.events.events import find_event_mentions
from extractors.events.plans import with_reserve
from extractors.reading import Reading
from graph.model import Evidence, Statement

Read = Callable[..., Reading]
TALKS = "Ada|PROPN|nsubj|2 {}|AUX|aux|2 hold|VERB|ROOT||VB Talks|NOUN|obj|2"


@pytest.mark.parametrize(
    ("auxiliary", "names", "certainty"),
    [
        ("will", "Ada=Person", "Hedged"),
        ("did", "Ada=Person", "Certain"),
        ("will", "Ada=Person, Talks=Event:Meeting", "Certain"),
    ],
    ids=["planned", "held", "with a name of their own"],
)
def test_what_is_told_of_a_plan_has_a_reserve(
    read: Read, auxiliary: str, names: str, certainty: str
) -> None:
    reading = read(TALKS.format(auxiliary), names)
    full = reading.with_mentions([*reading.mentions, *find_event_mentions(reading)])
    ada, talks = (m.key for m in full.mentions)
    told = [Statement(one, "participant", ada, Evidence(0, 0, 3, "test")) for one in (talks, ada)]
    found = [said.evidence.certainty for said in with_reserve(full, told)]
    assert found == [certainty, "Certain"]


def test_only_of_events_a_plan_is_told(read: Read) -> None:
    reading = read(TALKS.format("will"), "Ada=Person, Talks=Organization")
    (talks,) = (m.key for m in reading.mentions if m.label == "Talks")
    told = Statement(talks, "participant", talks, Evidence(0, 0, 3, "test"))
    assert list(with_reserve(reading, [told])) == [told]
