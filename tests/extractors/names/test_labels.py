import pytest

from extractors.names.labels import kind_of, knows
from graph.model import Kind


@pytest.mark.parametrize("kind", Kind)
def test_our_own_labels_are_the_kinds(kind: Kind) -> None:
    assert kind_of(str(kind)) is kind


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", Kind.PERSON),
        ("PER", Kind.PERSON),
        ("NORP", Kind.GROUP),
        ("ORG", Kind.ORGANIZATION),
        ("GPE", Kind.PLACE),
        ("LOC", Kind.PLACE),
        ("FAC", Kind.PLACE),
        ("EVENT", Kind.EVENT),
        ("LAW", Kind.WORK),
        ("WORK_OF_ART", Kind.WORK),
    ],
)
def test_ontonotes_and_conll_labels_mean_kinds(label: str, kind: Kind) -> None:
    assert kind_of(label) is kind


@pytest.mark.parametrize("label", ["DATE", "CARDINAL", "MISC", "person", ""])
def test_other_labels_mean_none(label: str) -> None:
    assert kind_of(label) is None


@pytest.mark.parametrize(
    ("labels", "enough"),
    [
        (("PER", "ORG", "LOC"), True),
        (("Person", "Organization", "Place", "DATE"), True),
        (("PERSON", "ORG"), False),
        ((), False),
    ],
)
def test_a_reader_must_find_people_places_and_organizations(
    labels: tuple[str, ...], enough: bool
) -> None:
    assert knows(labels) is enough
