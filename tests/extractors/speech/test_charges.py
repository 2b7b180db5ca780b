from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.speech.charges import without_charges, words_of_charge

Annotate = Callable[[str], Doc]
ACCUSED = (
    "Lund|PROPN|nsubj|1 accuse|VERB|ROOT Berg|PROPN|obj|1 of|ADP|mark|4 lying|VERB|advcl|1|VBG "
    ",|PUNCT|punct|7 a|DET|det|7 {noun}|NOUN|parataxis|1 he|PRON|nsubj|9 "
    "{verb}|VERB|acl:relcl|7|VBZ"
)


def test_an_accusation_is_denied_by_its_deed(annotate: Annotate) -> None:
    doc = annotate(ACCUSED.format(noun="charge", verb="deny"))
    assert [token.text for token in words_of_charge(doc[9])] == ["lying"]


def test_another_noun_and_another_verb_deny_nothing(annotate: Annotate) -> None:
    friend = annotate(ACCUSED.format(noun="friend", verb="deny"))
    assert words_of_charge(friend[9]) == []
    repeated = annotate(ACCUSED.format(noun="charge", verb="repeat"))
    assert words_of_charge(repeated[9]) == []


def test_the_words_of_the_denial_are_none_of_what_was_said(annotate: Annotate) -> None:
    doc = annotate(ACCUSED.format(noun="charge", verb="deny"))
    assert [token.i for token in without_charges(doc)] == [0, 1, 2, 3, 4]


@pytest.mark.parametrize(
    ("told", "instead"),
    [
        ("lying|VERB|advcl|1|VBG", "lied|VERB|advcl|1|VBD"),
        ("of|ADP|mark|4", "after|ADP|mark|4"),
        ("deny|VERB|acl:relcl|7", "deny|VERB|conj|7"),
    ],
)
def test_only_a_deed_behind_of_is_charged_and_only_its_own_clause_denies_it(
    annotate: Annotate, told: str, instead: str
) -> None:
    rows = ACCUSED.format(noun="charge", verb="deny")
    assert words_of_charge(annotate(rows)[9]) != []
    assert words_of_charge(annotate(rows.replace(told, instead))[9]) == []
