from collections.abc import Callable, Iterable

import pytest
from spacy.tokens import Doc, Token

from extractors.tree import functions, identities, syntax

Annotate = Callable[[str], Doc]

ACTIVE = {
    "UD": "Ada|PROPN|nsubj|3 and|CCONJ|cc|2 Ole|PROPN|conj|0 met|VERB|ROOT guests|NOUN|obj|3 "
    "in|ADP|case|6 Oslo|PROPN|obl|3 and|CCONJ|cc|8 Rome|PROPN|conj|6",
    "ClearNLP": "Ada|PROPN|nsubj|3 and|CCONJ|cc|0 Ole|PROPN|conj|0 met|VERB|ROOT "
    "guests|NOUN|dobj|3 in|ADP|prep|3 Oslo|PROPN|pobj|5 and|CCONJ|cc|6 Rome|PROPN|conj|6",
}
PASSIVE = {
    "UD": "Bridges|NOUN|nsubj:pass|2 were|AUX|aux:pass|2 built|VERB|ROOT||VBN by|ADP|case|4 "
    "Ada|PROPN|obl:agent|2 and|CCONJ|cc|6 Ole|PROPN|conj|4",
    "UD without the agent's label": "Bridges|NOUN|nsubj:pass|2 were|AUX|aux:pass|2 "
    "built|VERB|ROOT||VBN by|ADP|case|4 Ada|PROPN|obl|2 and|CCONJ|cc|6 Ole|PROPN|conj|4",
    "ClearNLP": "Bridges|NOUN|nsubjpass|2 were|AUX|auxpass|2 built|VERB|ROOT||VBN "
    "by|ADP|agent|2 Ada|PROPN|pobj|3 and|CCONJ|cc|4 Ole|PROPN|conj|4",
}
SHARED = {
    "UD": "Ada|PROPN|nsubj|1 fled|VERB|ROOT and|CCONJ|cc|4 was|AUX|aux:pass|4 "
    "arrested|VERB|conj|1|VBN",
    "ClearNLP": "Ada|PROPN|nsubj|1 fled|VERB|ROOT and|CCONJ|cc|1 was|AUX|auxpass|4 "
    "arrested|VERB|conj|1|VBN",
}
PARTICIPLE = {
    "UD": "bridges|NOUN|ROOT built|VERB|acl|0|VBN by|ADP|case|3 Ada|PROPN|obl|1",
    "ClearNLP": "bridges|NOUN|ROOT built|VERB|acl|0|VBN by|ADP|agent|1 Ada|PROPN|pobj|2",
}
PREDICATE = {
    "UD": "Ada|PROPN|nsubj|2 is|AUX|cop|2 mayor|NOUN|ROOT and|CCONJ|cc|4 judge|NOUN|conj|2",
    "ClearNLP": "Ada|PROPN|nsubj|1 is|AUX|ROOT mayor|NOUN|attr|1 and|CCONJ|cc|2 judge|NOUN|conj|2",
}
POSSESSED = {
    "UD": "Ada|PROPN|nmod:poss|5 's|PART|case|0 old|ADJ|amod|5 river|NOUN|compound|5 "
    "Oslo|PROPN|nmod|5 house|NOUN|ROOT",
    "ClearNLP": "Ada|PROPN|poss|5 's|PART|case|0 old|ADJ|amod|5 river|NOUN|compound|5 "
    "Oslo|PROPN|nmod|5 house|NOUN|ROOT",
}


def words(tokens: Iterable[Token]) -> list[str]:
    return [token.text for token in tokens]


@pytest.mark.parametrize("labels", ACTIVE)
def test_subjects_and_objects_come_with_those_joined_by_and(
    annotate: Annotate, labels: str
) -> None:
    verb = annotate(ACTIVE[labels])[3]
    assert words(syntax.subjects(verb)) == ["Ada", "Ole"]
    assert words(syntax.objects(verb)) == ["guests"]
    assert not syntax.is_passive(verb)
    assert syntax.passive_subjects(verb) == []
    assert syntax.agents(verb) == []


@pytest.mark.parametrize("labels", ACTIVE)
def test_a_noun_joined_by_and_has_the_preposition_of_the_first(
    annotate: Annotate, labels: str
) -> None:
    verb = annotate(ACTIVE[labels])[3]
    found = [(preposition, noun.text) for preposition, noun in syntax.prepositional(verb)]
    assert found == [("in", "Oslo"), ("in", "Rome")]


@pytest.mark.parametrize("labels", PASSIVE)
def test_the_passive_has_a_subject_that_undergoes_it_and_agents(
    annotate: Annotate, labels: str
) -> None:
    verb = annotate(PASSIVE[labels])[2]
    assert syntax.is_passive(verb)
    assert words(syntax.passive_subjects(verb)) == ["Bridges"]
    assert words(syntax.agents(verb)) == ["Ada", "Ole"]
    assert syntax.subjects(verb) == []


@pytest.mark.parametrize("labels", SHARED)
def test_a_passive_joined_to_another_verb_shares_its_subject(
    annotate: Annotate, labels: str
) -> None:
    assert words(syntax.passive_subjects(annotate(SHARED[labels])[4])) == ["Ada"]


@pytest.mark.parametrize("labels", PARTICIPLE)
def test_a_participle_after_a_noun_is_passive(annotate: Annotate, labels: str) -> None:
    verb = annotate(PARTICIPLE[labels])[1]
    assert syntax.is_passive(verb)
    assert words(syntax.agents(verb)) == ["Ada"]


@pytest.mark.parametrize("labels", PREDICATE)
def test_what_a_subject_is_said_to_be(annotate: Annotate, labels: str) -> None:
    doc = annotate(PREDICATE[labels])
    assert words(identities.equations(doc[0])) == ["mayor", "judge"]
    assert identities.equations(doc[2]) == []


def test_an_adjective_after_is_equates_nothing(annotate: Annotate) -> None:
    doc = annotate("Ada|PROPN|nsubj|2 is|AUX|cop|2 tall|ADJ|ROOT")
    assert identities.equations(doc[0]) == []


@pytest.mark.parametrize("labels", POSSESSED)
def test_modifiers_stand_in_the_order_of_the_text_without_the_possessor(
    annotate: Annotate, labels: str
) -> None:
    noun = annotate(POSSESSED[labels])[5]
    assert words(syntax.modifiers(noun)) == ["old", "river", "Oslo"]
    assert words(syntax.possessors(noun)) == ["Ada"]


def test_a_possessive_ending_is_no_preposition(annotate: Annotate) -> None:
    noun = annotate("Ada|PROPN|nmod|2 's|PART|case|0|POS house|NOUN|ROOT")[2]
    assert list(syntax.prepositional(noun)) == []


def test_a_noun_without_a_preposition_is_not_prepositional(annotate: Annotate) -> None:
    verb = annotate("Ada|PROPN|nsubj|1 left|VERB|ROOT Monday|PROPN|obl|1")[1]
    assert list(syntax.prepositional(verb)) == []


def test_appositions_come_with_those_joined_by_and(annotate: Annotate) -> None:
    doc = annotate(
        "Ada|PROPN|ROOT ,|PUNCT|punct|0 mayor|NOUN|appos|0 and|CCONJ|cc|4 judge|NOUN|conj|2"
    )
    assert words(identities.appositions(doc[0])) == ["mayor", "judge"]


@pytest.mark.parametrize(("article", "definite"), [("the", True), ("These", True), ("a", False)])
def test_an_article_tells_whether_a_noun_is_definite(
    annotate: Annotate, article: str, definite: bool
) -> None:
    assert functions.is_definite(annotate(f"{article}|DET|det|1 bridge|NOUN|ROOT")[1]) is definite


def test_the_nearest_verb_above_a_token(annotate: Annotate) -> None:
    doc = annotate(
        "Ada|PROPN|nsubj|1 said|VERB|ROOT Ole|PROPN|nsubj|3 left|VERB|ccomp|1 home|NOUN|obj|3"
    )
    assert syntax.clause_verb(doc[4]) == doc[3]
    assert syntax.clause_verb(doc[3]) == doc[1]
    assert syntax.clause_verb(doc[1]) is None


def test_a_verb_does_not_govern_what_stands_in_a_clause_below_it(annotate: Annotate) -> None:
    doc = annotate(
        "Ada|PROPN|nsubj|1 said|VERB|ROOT Ole|PROPN|nsubj|3 left|VERB|ccomp|1 home|NOUN|obj|3"
    )
    assert syntax.governs(doc[3], doc[4])
    assert syntax.governs(doc[1], doc[0])
    assert not syntax.governs(doc[1], doc[4])
    assert not syntax.governs(doc[4], doc[0])


def test_a_participle_with_an_object_is_a_past_tense(annotate: Annotate) -> None:
    doc = annotate("Ministry|NOUN|ROOT confirmed|VERB|acl|0|VBN deaths|NOUN|obj|1")
    assert [token.text for token in syntax.subjects(doc[1])] == ["Ministry"]
    assert not syntax.is_passive(doc[1])


@pytest.mark.parametrize("label", ["iobj", "dative"])
def test_whoever_is_given_something_is_an_indirect_object(annotate: Annotate, label: str) -> None:
    verb = annotate(f"Ada|PROPN|nsubj|1 gave|VERB|ROOT guests|NOUN|{label}|1 bread|NOUN|obj|1")[1]
    assert words(syntax.indirect_objects(verb)) == ["guests"]
    assert words(syntax.objects(verb)) == ["bread"]


@pytest.mark.parametrize(
    ("table", "verbs", "nouns"),
    [
        (
            "We|PRON|nsubj|1 blame|VERB|ROOT||VBP raids|NOUN|obl|1 on|ADP|case|4 us|PRON|nmod|2",
            ["us"],
            [],
        ),
        (
            "We|PRON|nsubj|1 blame|VERB|ROOT||VBP raids|NOUN|dobj|1 on|ADP|prep|2 us|PRON|pobj|3",
            ["us"],
            [],
        ),
        (
            "We|PRON|nsubj|1 fear|VERB|ROOT||VBP raids|NOUN|obj|1 on|ADP|case|4 us|PRON|nmod|2",
            [],
            ["us"],
        ),
    ],
)
def test_whoever_is_blamed_hangs_from_the_verb(
    annotate: Annotate, table: str, verbs: list[str], nouns: list[str]
) -> None:
    doc = annotate(table)
    assert [noun.text for _, noun in syntax.prepositional(doc[1])] == verbs
    assert [noun.text for _, noun in syntax.prepositional(doc[2])] == nouns


def test_a_participle_between_a_noun_and_an_object_is_active_in_a_sentence(
    annotate: Annotate,
) -> None:
    row = "Guards|NOUN|nsubj:pass|1 arrested|VERB|ROOT||VBN men|NOUN|obj|1"
    sentence, headline = annotate(f"{row} .|PUNCT|punct|1"), annotate(row)
    assert words(syntax.subjects(sentence[1])) == ["Guards"]
    assert not syntax.is_passive(sentence[1])
    assert syntax.is_passive(headline[1])
