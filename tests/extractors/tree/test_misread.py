from collections.abc import Callable

from spacy.tokens import Doc

from extractors.tree.misread import heading, lent_subjects, own_subjects, turned_subject

Annotate = Callable[[str], Doc]
SUBJECT = frozenset({"nsubj"})
LENT = (
    "Men|NOUN|nsubj|1 killed|VERB|ccomp|6 ten|NUM|obj|1 ,|PUNCT|punct|5 the|DET|det|5 "
    "mayor|NOUN|nsubj|1 said|VERB|ROOT"
)


def test_of_two_subjects_before_a_verb_that_a_comma_parts_the_nearer_is_its_own(
    annotate: Annotate,
) -> None:
    doc = annotate("Lund|PROPN|nsubj|3 ,|PUNCT|punct|2 reporters|NOUN|nsubj|3 said|VERB|ROOT")
    assert own_subjects(doc[3], SUBJECT) == [doc[2]]


def test_of_two_subjects_side_by_side_the_nearer_is_its_own(annotate: Annotate) -> None:
    doc = annotate("Norse|PROPN|nsubj|2 Lund|PROPN|nsubj|2 said|VERB|ROOT")
    assert own_subjects(doc[2], SUBJECT) == [doc[1]]
    apart = annotate("Lund|PROPN|nsubj|3 to|ADP|case|3 Dahl|PROPN|nsubj|3 said|VERB|ROOT")
    assert own_subjects(apart[3], SUBJECT) == [apart[0], apart[2]]
    troops = annotate("Ministry|PROPN|nsubj|2 troops|NOUN|nsubj|2 fired|VERB|ROOT")
    assert own_subjects(troops[2], SUBJECT) == [troops[0], troops[1]]


def test_a_second_subject_behind_a_verb_is_lent_to_the_verb_of_saying(annotate: Annotate) -> None:
    doc = annotate(LENT)
    assert own_subjects(doc[1], SUBJECT) == [doc[0]]
    assert lent_subjects(doc[6], SUBJECT) == [doc[5]]


def test_a_verb_with_a_subject_borrows_none(annotate: Annotate) -> None:
    assert lent_subjects(annotate(LENT)[1], SUBJECT) == []


def test_a_name_tied_to_what_opens_the_sentence_is_the_subject(annotate: Annotate) -> None:
    table = ("In|ADP|case|1 talks|NOUN|obl|{verb} with|ADP|case|3 Iveria|PROPN|nmod|1 "
             ",|PUNCT|punct|5 Berg|PROPN|{dep}|3 {said}")  # fmt: skip
    doc = annotate(table.format(verb=6, dep="appos", said="said|VERB|ROOT||VBD"))
    assert own_subjects(doc[6], SUBJECT) == [doc[5]]
    joined = annotate(table.format(verb=6, dep="conj", said="said|VERB|ROOT||VBD"))
    assert own_subjects(joined[6], SUBJECT) == []
    bare = annotate(table.format(verb=6, dep="appos", said="said|VERB|ROOT||VBN"))
    assert own_subjects(bare[6], SUBJECT) == []


def test_whom_somebody_saw_do_it_is_no_object(annotate: Annotate) -> None:
    rows = "He|PRON|nsubj|1 saw|VERB|ROOT||VBD Berg|PROPN|obj|3 kill|VERB|ccomp|1|VB {}"
    doc = annotate(rows.format("Lund|PROPN|obj|3"))
    assert turned_subject(doc[3], frozenset({"obj"})) == [doc[2]]
    assert turned_subject(annotate(rows.format("him|ADV|advmod|3"))[3], frozenset({"obj"})) == []
    past = annotate(
        rows.format("Lund|PROPN|obj|3").replace("kill|VERB|ccomp|1|VB", "kill|VERB|ccomp|1|VBD")
    )
    assert turned_subject(past[3], frozenset({"obj"})) == []


def test_a_subject_that_heads_its_own_verb(annotate: Annotate) -> None:
    rows = "Claims|NOUN|ROOT ,|PUNCT|punct|0 were|AUX|aux:pass|3|VBD made|VERB|{}|0|VBN"
    doc = annotate(rows.format("appos"))
    assert heading(doc[3]) == [doc[0]]
    assert heading(annotate(rows.format("acl:relcl"))[3]) == []
