import random

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from training.renaming import Names, gather_known, rename

SAMPLE = Sample(
    "Anna met Bold in Kern.",
    "test",
    "d",
    frozenset(KINDS),
    (Entity(0, 4, "Person"), Entity(9, 13, "Person"), Entity(17, 21, "Place")),
    ((21, 22),),
)


def test_names_are_known_once_each_by_kind() -> None:
    assert gather_known([SAMPLE, SAMPLE]) == {"Person": ["Anna", "Bold"], "Place": ["Kern"]}


def test_renamed_people_and_places_keep_kinds_and_edges() -> None:
    names: Names = {"Person": ["Maria Sand"], "Place": ["Ulm-on-Sea"]}
    seen = set()
    for seed in range(40):
        chance = random.Random(seed)  # noqa: S311  # not for secrets
        renamed = rename(SAMPLE, names, chance)
        found = [(renamed.text[one.start : one.end], one.kind) for one in renamed.entities]
        assert [kind for _, kind in found] == ["Person", "Person", "Place"]
        assert found[0][0] in {"Anna", "Maria Sand"}
        assert found[2][0] in {"Kern", "Ulm-on-Sea"}
        assert renamed.text[slice(*renamed.unknown[0])] == "."
        seen.add(renamed.text)
    assert len(seen) == 8
