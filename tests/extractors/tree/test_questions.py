from collections.abc import Callable

from spacy.tokens import Doc

from extractors.tree.questions import is_question

Annotate = Callable[[str], Doc]


def test_a_question_inside_a_quotation_asks(annotate: Annotate) -> None:
    asked = "Did|AUX|aux|2 they|PRON|nsubj|2 leave|VERB|ROOT ?|PUNCT|punct|2 ”|PUNCT|punct|2"
    assert is_question(annotate(f"{asked} she|PRON|nsubj|6 asked|VERB|conj|2 .|PUNCT|punct|2")[2])


def test_what_ends_before_a_question_tells(annotate: Annotate) -> None:
    told = "They|PRON|nsubj|1 left|VERB|ROOT ”|PUNCT|punct|1"
    assert not is_question(annotate(f"{told} she|PRON|nsubj|4 said|VERB|conj|1 .|PUNCT|punct|1")[1])
