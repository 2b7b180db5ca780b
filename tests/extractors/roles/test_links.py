from collections.abc import Callable
from dataclasses import replace

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations
from extractors.roles.links import find_post_links
from graph.model import Form

Write = Callable[..., Reading]


def described(reading: Reading, label: str) -> Reading:
    """The reading with the mention of this label as a description without a name."""
    return reading.with_mentions(
        replace(m, form=Form.NOMINAL) if m.label == label else m for m in reading.mentions
    )


def test_a_post_beside_a_name_describes_its_holder(write: Write) -> None:
    names = "mayor=Person, Torvik=Place, Ada Berg=Person"
    reading = described(write("the mayor of Torvik , Ada Berg , said no .", names), "mayor")
    bare = reading.with_mentions(m for m in reading.mentions if m.label != "mayor")
    statements = list(find_affiliations(bare))
    mayor, _, berg = reading.mentions
    (link,) = find_post_links(reading, statements, ())
    assert (link.mention, link.antecedent) == (mayor.key, berg.key)
    assert list(find_post_links(reading, statements, [link])) == []
