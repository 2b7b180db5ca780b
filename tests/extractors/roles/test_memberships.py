from collections.abc import Callable

import pytest

from extractors.frames.frames import find_told
from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations

Read = Callable[..., Reading]
Write = Callable[..., Reading]


def affiliations(reading: Reading) -> set[tuple[str, str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return {
        (labels[s.subject], s.qualifiers.role, labels[s.object])  # type: ignore[index]
        for s in (*find_affiliations(reading), *find_told(reading))
    }


WORKING = {
    "UD": "Ada|PROPN|nsubj|1 work|VERB|ROOT for|ADP|case|3 Norbank|PROPN|obl|1",
    "ClearNLP": "Ada|PROPN|nsubj|1 work|VERB|ROOT for|ADP|prep|1 Norbank|PROPN|pobj|2",
}


@pytest.mark.parametrize("labels", WORKING)
def test_who_works_for_an_organization_belongs_to_it(read: Read, labels: str) -> None:
    reading = read(WORKING[labels], "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == {("Ada", "", "Norbank")}


@pytest.mark.parametrize("label", ["obj", "dobj"])
def test_who_joins_an_organization_belongs_to_it(read: Read, label: str) -> None:
    reading = read(
        f"Ada|PROPN|nsubj|1 join|VERB|ROOT Norbank|PROPN|{label}|1",
        "Ada=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {("Ada", "", "Norbank")}


def test_a_noun_may_say_what_the_organization_is(write: Write) -> None:
    reading = write("Ada , of the firm Norbank , said no .", "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == {("Ada", "", "Norbank")}
