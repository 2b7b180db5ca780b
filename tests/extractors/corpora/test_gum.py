from __future__ import annotations

from extractors.corpora.conllu import Word
from extractors.corpora.gum import find_identities


def word(form: str, head: int, entity: str = "") -> Word:
    upos = "PROPN" if form[:1].isupper() else "NOUN"
    return Word(form, form, upos, "NNP", "", head, "dep", space_after=True, misc=entity)


def entity(number: int, label: str, title: str) -> str:
    return f"({number}-{label}-new-nnnnn-cf1-1-coref{title}"


def test_a_name_has_the_article_of_its_thing_and_of_its_cluster() -> None:
    words = [
        word("Torvik", 1, "Entity=" + entity(1, "place", "-Torvik%2C_New%2DNorland)")),
        word("fell", 1),
        word("Torvik", 1, "SpaceAfter=No|Entity=" + entity(1, "place", ")")),
        word("town", 1, "Entity=" + entity(1, "place", "-Torvik%2C_New%2DNorland)")),
        word("Lom", 1, "Entity=" + entity(2, "place", ")")),
    ]
    assert [(one.head, one.kind, one.title) for one in find_identities(words)] == [
        (0, "Place", "Torvik, New-Norland"),
        (2, "Place", "Torvik, New-Norland"),
    ]


def test_what_is_of_no_kind_of_ours_is_left_out() -> None:
    words = [
        word("English", 0, "Entity=" + entity(1, "abstract", "-English_language)")),
        word("Monday", 0, "Entity=" + entity(2, "time", "-Monday)")),
    ]
    assert list(find_identities(words)) == []
