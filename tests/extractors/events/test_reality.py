from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.events.reality import happened, is_planned, took_place

Annotate = Callable[[str], Doc]


@pytest.mark.parametrize(
    ("table", "index"),
    [
        ("They|PRON|nsubj|2 could|AUX|aux|2 attack|VERB|ROOT||VB", 2),
        ("They|PRON|nsubj|2 almost|ADV|advmod|2 attacked|VERB|ROOT", 2),
        ("Rebels|NOUN|nsubj|2|NNS often|ADV|advmod|2 attack|VERB|ROOT||VBP", 2),
        ("Rebels|NOUN|nsubj|1|NNS attack|VERB|ROOT||VBP convoys|NOUN|obj|1 .|PUNCT|punct|1", 1),
        ("if|SCONJ|mark|2 they|PRON|nsubj|2 attacked|VERB|ROOT", 2),
    ],
    ids=["possible", "almost", "often", "as a rule", "a condition"],
)
def test_what_is_not_told_to_have_happened_did_not(
    annotate: Annotate, table: str, index: int
) -> None:
    assert not happened(annotate(table)[index])


@pytest.mark.parametrize(
    ("table", "index"),
    [
        ("They|PRON|nsubj|1 attacked|VERB|ROOT", 1),
        ("Rebels|NOUN|nsubj|1|NNS attack|VERB|ROOT||VBP convoy|NOUN|obj|1", 1),
        (
            (
                "Oslo|PROPN|nmod|1 rebels|NOUN|nsubj|2|NNS attack|VERB|ROOT||VBP "
                "convoys|NOUN|obj|2 .|PUNCT|punct|2"
            ),
            2,
        ),
        ("They|PRON|nsubj|1 began|VERB|ROOT||VBD to|PART|mark|3 attack|VERB|xcomp|1|VB", 3),
    ],
    ids=["past", "a headline", "by certain people", "begun"],
)
def test_what_is_told_happened(annotate: Annotate, table: str, index: int) -> None:
    doc = annotate(table)
    doc[1].lemma_ = {"began": "begin"}.get(doc[1].text, doc[1].lemma_)
    assert happened(doc[index])


@pytest.mark.parametrize(
    "table",
    [
        "They|PRON|nsubj|1 fear|VERB|ROOT an|DET|det|3 attack|NOUN|obj|1",
        "the|DET|det|1 threat|NOUN|ROOT of|ADP|case|3 attack|NOUN|nmod|1",
        "They|PRON|nsubj|1 slept|VERB|ROOT no|DET|det|3 attack|NOUN|obj|1",
    ],
    ids=["feared", "a threat", "none"],
)
def test_an_event_that_is_only_thought_of_took_no_place(annotate: Annotate, table: str) -> None:
    assert not took_place(annotate(table)[3])


def test_what_they_will_do_is_planned(annotate: Annotate) -> None:
    doc = annotate("They|PRON|nsubj|2 will|AUX|aux|2 meet|VERB|ROOT||VB")
    assert happened(doc[2])
    assert is_planned(doc[2])
    assert not is_planned(annotate("They|PRON|nsubj|1 met|VERB|ROOT||VBD")[1])
