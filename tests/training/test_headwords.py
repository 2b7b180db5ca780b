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


def test_headed_names_replace_the_teachers_but_not_the_corpus_names() -> None:
    text = "After the Battle of Kern came the Treaty of Bold."
    kern, bold = text.index("Kern"), text.index("Bold")
    marked = Entity(kern, kern + 4, "Place")
    original = Sample(text, "test", "d", frozenset(["Place"]), (marked,))
    guessed = Entity(bold, bold + 4, "Person")
    filled = Sample(text, "test", "d", frozenset(KINDS), (marked, guessed))
    names = add_headed_names(filled, original).entities
    assert [(text[name.start : name.end], name.kind) for name in names] == [
        ("Kern", "Place"),
        ("Treaty of Bold", "Work"),
    ]
