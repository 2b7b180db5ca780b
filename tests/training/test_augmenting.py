import random

from hypothesis import given
from hypothesis import strategies as st

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from training.augmenting import vary


@given(st.integers())
def test_names_keep_their_edges_whatever_changes(seed: int) -> None:
    text = 'On 3-4 May "Kernia\'s" envoy, Anna Kern-Bold, left Bolderia.'
    names = ("Kernia", "Anna Kern-Bold", "Bolderia")
    entities = tuple(
        Entity(text.index(name), text.index(name) + len(name), "Place") for name in names
    )
    chance = random.Random(seed)  # noqa: S311  # not for secrets
    varied = vary(Sample(text, "test", "d", frozenset(KINDS), entities), chance)
    for name, kept in zip(names, varied.entities, strict=True):
        found = varied.text[kept.start : kept.end].lower()
        assert abs(len(found) - len(name)) <= 1
        assert found[0] == name[0].lower()
        assert found[-1] == name[-1].lower()


def test_the_same_seed_gives_the_same_text() -> None:
    sample = Sample('He said "no" to Kernia.', "test", "d", frozenset())
    chances = [random.Random(3), random.Random(3)]  # noqa: S311  # not for secrets
    first, second = (vary(sample, chance) for chance in chances)
    assert first == second
