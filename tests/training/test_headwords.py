from dataclasses import replace

import pytest

from extractors.corpora.kinds import KINDS
from extractors.corpora.samples import Entity, Sample
from training.headwords import add_headed_names, find_headed_names


@pytest.mark.parametrize(
    ("text", "name", "kind"),
    [
        ("They broke the Treaty of Kern and Bold.", "Treaty of Kern and Bold", "Work"),
        ("The Kern Peace Accords were signed.", "Kern Peace Accords", "Work"),
        (
            "UN Security Council Resolution 9999 says so.",
            "UN Security Council Resolution 9999",
            "Work",
        ),
        ("After the Battle of Kern they left.", "Battle of Kern", "Event"),
        ("He survived World War II.", "World War II", "Event"),
        ("The Bolderia Massacre is remembered.", "Bolderia Massacre", "Event"),
    ],
)
def test_the_head_noun_gives_the_kind(text: str, name: str, kind: str) -> None:
    (found,) = find_headed_names(text)
    assert (text[found.start : found.end], found.kind) == (name, kind)


@pytest.mark.parametrize("text", ["The War Department wrote.", "An act of war.", "Treaty of May"])
def test_other_heads_and_small_letters_name_nothing(text: str) -> None:
    assert not list(find_headed_names(text))


def test_headed_names_are_added_of_kinds_that_the_corpus_lacks_beside_the_names_it_marks() -> None:
    text = "After the Battle of Kern came the Treaty of Bold."
    kern, bold = text.index("Kern"), text.index("Bold")
    marked = Entity(kern, kern + 4, "Place")
    sample = Sample(text, "test", "d", frozenset(["Place"]), (marked,), ((bold, bold + 4), (0, 5)))
    added = add_headed_names(sample)
    assert [(text[name.start : name.end], name.kind) for name in added.entities] == [
        ("Kern", "Place"),
        ("Treaty of Bold", "Work"),
    ]
    assert added.unknown == ((0, 5),)
    assert add_headed_names(replace(sample, kinds=frozenset(KINDS))).entities == (marked,)
