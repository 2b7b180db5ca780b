from collections.abc import Callable

import pytest
from spacy.tokens import Doc

from extractors.annotation.attachments import mend_days

Annotate = Callable[[str], Doc]
BETWEEN = (
    "Officials|NOUN|nsubj|1 {say}|VERB|ROOT||{tag} nine|NUM|nsubj|3 died|VERB|ccomp|1|VBD "
    "Sunday|PROPN|obl:unmarked|1 when|ADV|advmod|6 fire|NOUN|advcl|{hung}"
)


@pytest.mark.parametrize(
    ("say", "tag", "hung", "head"),
    [
        ("say", "VBP", 3, "died"),  # the clause goes on behind the day
        ("said", "VBD", 3, "died"),
        ("said", "VBD", 1, "said"),  # it may be the day of the saying
    ],
)
def test_a_day_inside_a_clause_is_the_clauses(
    annotate: Annotate, say: str, tag: str, hung: int, head: str
) -> None:
    doc = annotate(BETWEEN.format(say=say, tag=tag, hung=hung))
    mend_days(doc)
    assert doc[4].head.text == head


@pytest.mark.parametrize(("tag", "head"), [("VBP", "died"), ("VBD", "say")])
def test_a_day_behind_a_clause_in_the_past_is_none_of_saying_in_the_present(
    annotate: Annotate, tag: str, head: str
) -> None:
    doc = annotate(
        f"Officials|NOUN|nsubj|1 say|VERB|ROOT||{tag} nine|NUM|nsubj|3 died|VERB|ccomp|1|VBD "
        "Sunday|PROPN|obl:unmarked|1"
    )
    mend_days(doc)
    assert doc[4].head.text == head


def test_a_day_before_what_is_said_stays(annotate: Annotate) -> None:
    doc = annotate(
        "Officials|NOUN|nsubj|1 say|VERB|ROOT||VBP Sunday|PROPN|obl:unmarked|1 nine|NUM|nsubj|4 "
        "died|VERB|ccomp|1|VBD"
    )
    mend_days(doc)
    assert doc[2].head.text == "say"
