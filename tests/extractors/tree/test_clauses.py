from collections.abc import Callable

from spacy.tokens import Doc

from extractors.reading import Reading
from extractors.tree import clauses

Annotate = Callable[[str], Doc]
Read = Callable[..., Reading]


def test_only_clauses_of_time_tell_on_which_occasion(annotate: Annotate) -> None:
    rows = "He|PRON|nsubj|1 died|VERB|ROOT {}|SCONJ|mark|4 it|PRON|nsubj|4 fell|VERB|{}|1"
    doc = annotate(rows.format("when", "advcl"))
    assert clauses.occasions(doc[1]) == [doc[4]]
    assert clauses.occasions(annotate(rows.format("because", "advcl"))[1]) == []
    assert clauses.occasions(annotate(rows.format("when", "ccomp"))[1]) == []


def test_a_verb_that_says_what_an_event_was_does_not_carry_it(read: Read) -> None:
    rows = "Peru|PROPN|nsubj|1 opened|VERB|ROOT war|NOUN|obj|1"
    verb = "open"
    (war,) = [token for token in read(rows).doc if token.text == "war"]
    war.head.lemma_ = verb
    assert clauses.light_verb(war) == war.head
    (crime,) = [t for t in read(f"{rows} as|ADP|case|4 crime|NOUN|obl|1").doc if t.text == "war"]
    crime.head.lemma_ = verb
    assert clauses.light_verb(crime) is None
