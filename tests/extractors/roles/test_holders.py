from collections.abc import Callable

import pytest

from extractors.reading import Reading
from extractors.roles.affiliations import find_affiliations

Read = Callable[..., Reading]


def affiliations(reading: Reading) -> set[tuple[str, str, str]]:
    labels = {mention.key: mention.label for mention in reading.mentions}
    return {
        (labels[s.subject], s.qualifiers.role, labels[s.object])  # type: ignore[index]
        for s in find_affiliations(reading)
    }


PREDICATES = {
    "UD": "Ada|PROPN|nsubj|6 ,|PUNCT|punct|6 born|VERB|acl|0 here|ADV|advmod|2 ,|PUNCT|punct|6 "
    "is|AUX|cop|6 head|NOUN|ROOT of|ADP|case|8 Norbank|PROPN|nmod|6",
    "ClearNLP": "Ada|PROPN|nsubj|5 ,|PUNCT|punct|0 born|VERB|acl|0 here|ADV|advmod|2 "
    ",|PUNCT|punct|0 is|AUX|ROOT head|NOUN|attr|5 of|ADP|prep|6 Norbank|PROPN|pobj|7",
}


@pytest.mark.parametrize("labels", PREDICATES)
def test_the_tree_ties_a_predicate_noun_to_a_subject_far_away(read: Read, labels: str) -> None:
    reading = read(PREDICATES[labels], "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == {("Ada", "head", "Norbank")}


APPOINTMENTS = {
    "UD": "They|PRON|nsubj|1 appoint|VERB|ROOT Ada|PROPN|obj|1 as|ADP|case|4 head|NOUN|obl|1 "
    "of|ADP|case|6 Norbank|PROPN|nmod|4",
    "ClearNLP": "They|PRON|nsubj|1 appoint|VERB|ROOT Ada|PROPN|dobj|1 as|ADP|prep|1 "
    "head|NOUN|pobj|3 of|ADP|prep|4 Norbank|PROPN|pobj|5",
}


@pytest.mark.parametrize("labels", APPOINTMENTS)
def test_who_is_appointed_holds_the_role(read: Read, labels: str) -> None:
    reading = read(APPOINTMENTS[labels], "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == {("Ada", "head", "Norbank")}


RESIGNATIONS = {
    "UD": "Ada|PROPN|nsubj|2 suddenly|NOUN|advmod|2 resign|VERB|ROOT as|ADP|case|4 "
    "head|NOUN|obl|2 of|ADP|case|6 Norbank|PROPN|nmod|4",
    "ClearNLP": "Ada|PROPN|nsubj|2 suddenly|NOUN|advmod|2 resign|VERB|ROOT as|ADP|prep|2 "
    "head|NOUN|pobj|3 of|ADP|prep|4 Norbank|PROPN|pobj|5",
}


@pytest.mark.parametrize("labels", RESIGNATIONS)
def test_who_resigns_held_the_role(read: Read, labels: str) -> None:
    reading = read(RESIGNATIONS[labels], "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == {("Ada", "head", "Norbank")}


MEETINGS = {
    "UD": "Ada|PROPN|nsubj|1 work|VERB|ROOT with|ADP|case|4 the|DET|det|4 head|NOUN|obl|1 "
    "of|ADP|case|6 Norbank|PROPN|nmod|4",
    "ClearNLP": "Ada|PROPN|nsubj|1 work|VERB|ROOT with|ADP|prep|1 the|DET|det|4 "
    "head|NOUN|pobj|2 of|ADP|prep|4 Norbank|PROPN|pobj|5",
}


@pytest.mark.parametrize("labels", MEETINGS)
def test_who_works_with_the_head_is_not_the_head(read: Read, labels: str) -> None:
    reading = read(MEETINGS[labels], "Ada=Person, Norbank=Organization")
    assert affiliations(reading) == set()


def test_a_name_inside_the_clause_of_another_holds_no_role(read: Read) -> None:
    reading = read(
        "Lund|PROPN|nsubj|7 ,|PUNCT|punct|3 who|PRON|nsubj|3 knew|VERB|acl:relcl|0 "
        "Ada|PROPN|obj|3 ,|PUNCT|punct|7 was|AUX|cop|7 head|NOUN|ROOT of|ADP|case|9 "
        "Norbank|PROPN|nmod|7",
        "Lund=Person, Ada=Person, Norbank=Organization",
    )
    assert affiliations(reading) == {("Lund", "head", "Norbank")}


CAPACITIES = {
    "UD": "As|ADP|case|1 head|NOUN|obl|6 of|ADP|case|3 Norbank|PROPN|nmod|1 ,|PUNCT|punct|6 "
    "Ada|PROPN|{function}|6 slept|VERB|ROOT",
    "ClearNLP": "As|ADP|prep|6 head|NOUN|pobj|0 of|ADP|prep|1 Norbank|PROPN|pobj|2 "
    ",|PUNCT|punct|6 Ada|PROPN|{function}|6 slept|VERB|ROOT",
}


@pytest.mark.parametrize("labels", CAPACITIES)
@pytest.mark.parametrize("function", ["nsubj", "obj"])
def test_who_acts_as_something_at_the_front_of_a_sentence_is_it(
    read: Read, labels: str, function: str
) -> None:
    reading = read(CAPACITIES[labels].format(function=function), "Ada=Person, Norbank=Organization")
    held = {("Ada", "head", "Norbank")} if function == "nsubj" else set()
    assert affiliations(reading) == held


@pytest.mark.parametrize(("tie", "found"), [("appos|1", False), ("nsubj|10", True)])
def test_a_name_that_tells_who_another_is_holds_no_role_behind_it(
    read: Read, tie: str, *, found: bool
) -> None:
    rows = (
        f"an|DET|det|1 envoy|NOUN|obl|10 ,|PUNCT|punct|1 Ada|PROPN|{tie} ,|PUNCT|punct|6 "
        "the|DET|det|6 head|NOUN|nsubj|10 of|ADP|case|9 the|DET|det|9 Norbank|PROPN|nmod|6 "
        "spoke|VERB|ROOT"
    )
    reading = read(rows, "Ada=Person, Norbank=Organization")
    assert bool(affiliations(reading)) == found


def test_a_post_may_bear_the_name_of_another(read: Read) -> None:
    rows = (
        "Ada|PROPN|nsubj|10 ,|PUNCT|punct|0 the|DET|det|5 Jane|PROPN|compound|5 "
        "Roe|PROPN|flat|3 {}|PROPN|appos|0 of|ADP|case|7 law|NOUN|nmod|5 at|ADP|case|9 "
        "Norbank|PROPN|nmod|5 spoke|VERB|ROOT"
    )
    names = "Ada=Person, Jane Roe=Person, Norbank=Organization"
    found = affiliations(read(rows.format("Professor"), names))
    assert found == {("Ada", "Jane Roe professor of law", "Norbank")}
    assert ("Ada", "Jane Roe head of law", "Norbank") not in affiliations(
        read(rows.format("Head"), names)
    )


FOUNDERS = (
    "Ada|PROPN|nsubj|9 {tie} Jane|PROPN|conj|0 ,|PUNCT|punct|0 the|DET|det|5 "
    "founder|NOUN|appos|0|NNS of|ADP|case|7 Norbank|PROPN|nmod|5 ,|PUNCT|punct|0 spoke|VERB|ROOT"
)


def test_two_before_an_apposition_in_the_plural_are_both_meant(read: Read) -> None:
    names = "Ada=Person, Jane=Person, Norbank=Organization"
    found = affiliations(read(FOUNDERS.format(tie="and|CCONJ|cc|2"), names))
    assert found == {("Ada", "founder", "Norbank"), ("Jane", "founder", "Norbank")}


def test_one_before_an_apposition_in_the_plural_is_none_of_them(read: Read) -> None:
    rows = FOUNDERS.format(tie="met|VERB|ROOT").replace("Jane|PROPN|conj|0", "Jane|PROPN|obj|1")
    assert affiliations(read(rows, "Ada=Person, Jane=Person, Norbank=Organization")) == set()


@pytest.mark.parametrize(
    ("role", "found"),
    [("mayor", {("Ada", "mayor", "Doba")}), ("teacher", set())],
)
def test_the_towns_mayor_is_that_of_the_town_named_before(
    read: Read, role: str, found: set[tuple[str, str, str]]
) -> None:
    rows = (
        "Doba|PROPN|nsubj|1 slept|VERB|ROOT / the|DET|det|3 town|NOUN|nmod:poss|5 "
        f"'s|PART|case|3 {role}|NOUN|nmod|6 Ada|PROPN|nsubj|7 spoke|VERB|ROOT"
    )
    assert affiliations(read(rows, "Doba=Place, Ada=Person")) == found
