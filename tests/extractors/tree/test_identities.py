from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.tree.identities import same_things

Annotate = Callable[[str], Doc]

ROWS = (
    "{}politician|NOUN|nsubj|{verb}|NN and|CCONJ|cc|{name} Lund|PROPN|conj|{noun} spoke|VERB|ROOT"
)


@pytest.mark.parametrize(
    ("before", "same"),
    [
        ("", True),
        ("Voltan|ADJ|amod|1 ", True),
        ("a|DET|det|1 ", False),
        ("her|PRON|nmod:poss|1 ", False),
    ],
)
def test_a_name_after_two_titles_without_an_article_is_of_one_person(
    annotate: Annotate, before: str, *, same: bool
) -> None:
    first = int(bool(before))
    doc = annotate(ROWS.format(before, verb=3 + first, name=2 + first, noun=first))
    names = [token.text for token in same_things(doc[first])]
    assert ("Lund" in names) == same


def test_a_name_joined_to_a_thing_or_a_name_is_another(annotate: Annotate) -> None:
    for noun in ("water|NOUN|nsubj|3|NN", "Dahl|PROPN|nsubj|3|NNP"):
        doc = annotate(f"{noun} and|CCONJ|cc|2 Lund|PROPN|conj|0 spoke|VERB|ROOT")
        assert [token.text for token in same_things(doc[0])] == [doc[0].text]
