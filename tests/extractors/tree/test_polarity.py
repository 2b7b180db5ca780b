from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.tree.polarity import is_negated, judge

Annotate = Callable[[str], Doc]

NEGATED = {
    "UD": "Ada|PROPN|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 leave|VERB|ROOT",
    "ClearNLP": "Ada|PROPN|nsubj|3 did|AUX|aux|3 not|PART|neg|3 leave|VERB|ROOT",
}


@pytest.mark.parametrize("labels", NEGATED)
def test_not_under_a_verb_negates_it(annotate: Annotate, labels: str) -> None:
    doc = annotate(NEGATED[labels])
    assert is_negated(doc[3])
    assert not is_negated(doc[0])


def test_no_before_a_noun_negates_it(annotate: Annotate) -> None:
    assert is_negated(annotate("no|DET|det|1 bridge|NOUN|ROOT")[1])


def test_another_adverb_does_not_negate(annotate: Annotate) -> None:
    assert not is_negated(annotate("often|ADV|advmod|1 left|VERB|ROOT")[1])


def test_nobody_as_the_subject_negates_the_verb(annotate: Annotate) -> None:
    assert is_negated(annotate("Nobody|PRON|nsubj|1 left|VERB|ROOT")[1])


def test_not_only_does_not_negate(annotate: Annotate) -> None:
    doc = annotate("They|PRON|nsubj|3 not|PART|advmod|3 only|ADV|advmod|3 left|VERB|ROOT")
    assert not is_negated(doc[3])


@pytest.mark.parametrize(
    ("leading", "denied"), [("despite", False), ("after", False), ("in", True), ("with", True)]
)
def test_what_stands_beside_a_denied_deed_happened(
    annotate: Annotate, leading: str, denied: bool
) -> None:
    doc = annotate(
        f"They|PRON|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 flee|VERB|ROOT {leading}|ADP|case|5 "
        "raids|NOUN|obl|3"
    )
    assert judge(doc[5]).denied is denied


def test_why_something_was_not_done_is_not_denied(annotate: Annotate) -> None:
    doc = annotate(
        "They|PRON|nsubj|3 did|AUX|aux|3 not|PART|advmod|3 flee|VERB|ROOT because|SCONJ|mark|6 "
        "rebels|NOUN|nsubj|6 attacked|VERB|advcl|3"
    )
    assert not judge(doc[6]).denied
