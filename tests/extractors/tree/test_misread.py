from collections.abc import Callable

from spacy.tokens import Doc

from extractors.tree.misread import lent_subjects, own_subjects

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
